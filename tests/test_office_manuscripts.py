"""The small manuscripts as Word and OpenDocument files: the same findings with the same words."""

from __future__ import annotations

import pytest

from office_writing import WRITERS
from srccheck.lint import lint
from test_manuscripts import SAMPLES, Sample

MARKDOWN = [each for each in SAMPLES if each.file.endswith(".md")]


def found(data: bytes, name: str) -> list[tuple[str, str, str, str]]:
    """Give code, severity, stream and words of every finding."""
    return sorted(
        (each.code, each.severity.value, each.stream, each.excerpt)
        for each in lint(data, name).diagnostics
    )


@pytest.mark.parametrize("name", sorted(WRITERS))
@pytest.mark.parametrize("sample", MARKDOWN, ids=lambda sample: sample.name)
def test_a_manuscript_is_judged_alike_in_every_format(sample: Sample, name: str) -> None:
    assert found(WRITERS[name](sample.clean), name) == []
    for slip in sample.slips:
        spoilt = sample.clean.replace(slip.instead_of, slip.put)
        assert found(WRITERS[name](spoilt), name) == found(spoilt.encode(), "a.md"), slip.name


@pytest.mark.parametrize("name", sorted(WRITERS))
@pytest.mark.parametrize("sample", MARKDOWN, ids=lambda sample: sample.name)
def test_all_slips_at_once(sample: Sample, name: str) -> None:
    spoilt = sample.clean
    for slip in sample.slips:
        spoilt = spoilt.replace(slip.instead_of, slip.put)
    expected = found(spoilt.encode(), "a.md")
    assert expected
    assert found(WRITERS[name](spoilt), name) == expected
