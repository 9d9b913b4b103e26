"""Small manuscripts, each clean, and each with one slip at a time and with all of them.

tests/manuscripts/*.yml holds a clean text and a list of slips: ``put`` is written in place of
``for`` (which stands once in the text), and ``finds`` lists the [code, quote] of every finding that
the slip must cause, at any severity. The clean text must give none.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from srccheck.lint import lint

HERE = Path(__file__).parent / "manuscripts"
NAMES = {"markdown": "manuscript.md", "text": "manuscript.txt"}


@dataclass(frozen=True, slots=True)
class Slip:
    """One change for the worse, and what must be found then."""

    name: str
    put: str
    instead_of: str
    finds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A clean manuscript and its slips."""

    name: str
    file: str
    clean: str
    slips: tuple[Slip, ...]


def _read(path: Path) -> Sample:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    slips = tuple(
        Slip(each["name"], each["put"], each["for"], tuple((c, str(q)) for c, q in each["finds"]))
        for each in loaded["slips"]
    )
    return Sample(path.stem, NAMES[loaded["format"]], loaded["clean"], slips)


SAMPLES = [_read(path) for path in sorted(HERE.glob("*.yml"))]
ONE_BY_ONE = [
    pytest.param(sample, slip, id=f"{sample.name}: {slip.name}")
    for sample in SAMPLES
    for slip in sample.slips
]


def _found(text: str, file: str) -> list[tuple[str, str]]:
    return [(each.code, each.raw) for each in lint(text.encode(), file).diagnostics]


def _spoil(text: str, slip: Slip) -> str:
    assert text.count(slip.instead_of) == 1, f"'{slip.instead_of}' must stand once in the text"
    return text.replace(slip.instead_of, slip.put)


def test_there_are_enough_of_them() -> None:
    assert len(SAMPLES) >= 10
    assert all(sample.slips for sample in SAMPLES)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_clean_text_has_no_findings(sample: Sample) -> None:
    assert _found(sample.clean, sample.file) == []


@pytest.mark.parametrize(("sample", "slip"), ONE_BY_ONE)
def test_one_slip_gives_its_findings_and_no_other(sample: Sample, slip: Slip) -> None:
    found = _found(_spoil(sample.clean, slip), sample.file)
    assert sorted(found) == sorted(slip.finds)


def test_the_example_and_its_clean_twin() -> None:
    examples = Path(__file__).parent.parent / "examples"
    spoilt = (examples / "vlora.md").read_text(encoding="utf-8")
    clean = (examples / "vlora-clean.md").read_text(encoding="utf-8")
    assert {code[:3] for code, _ in _found(spoilt, "vlora.md")} == {"CIT", "ARC", "REF"}
    assert _found(clean, "vlora-clean.md") == []
