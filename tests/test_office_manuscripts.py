"""The small manuscripts as Word and OpenDocument files: the same findings with the same words."""

from __future__ import annotations

from functools import cache

import pytest

from office_writing import WRITERS, can_be_written, to_word
from srccheck.lint import lint
from test_manuscripts import SAMPLES, Sample

MARKDOWN = [each for each in SAMPLES if each.file.endswith(".md")]


def found(data: bytes, name: str) -> list[tuple[str, str, str, str]]:
    """Give code, severity, stream and words of every finding."""
    return sorted(
        (each.code, each.severity.value, each.stream, each.excerpt)
        for each in lint(data, name).diagnostics
    )


@cache
def found_in_markdown(text: str) -> list[tuple[str, str, str, str]]:
    return found(text.encode(), "a.md")


@pytest.mark.parametrize("name", sorted(WRITERS))
@pytest.mark.parametrize("sample", MARKDOWN, ids=lambda sample: sample.name)
def test_the_clean_text_and_all_slips_at_once(sample: Sample, name: str) -> None:
    assert found(WRITERS[name](sample.clean), name) == []
    spoilt = sample.clean
    for slip in sample.slips:
        worse = spoilt.replace(slip.instead_of, slip.put)
        if can_be_written(worse):  # some slips only Markdown can have
            spoilt = worse
    expected = found_in_markdown(spoilt)
    assert expected
    assert found(WRITERS[name](spoilt), name) == expected


@pytest.mark.parametrize("sample", MARKDOWN, ids=lambda sample: sample.name)
def test_every_slip_by_itself_in_word(sample: Sample) -> None:
    for slip in sample.slips:
        spoilt = sample.clean.replace(slip.instead_of, slip.put)
        if can_be_written(spoilt):
            assert found(to_word(spoilt), "a.docx") == found_in_markdown(spoilt), slip.name
