"""Patterns kept between runs: the same as compiled anew, and never needed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from srccheck import patterns

TEXT = r"(?P<fond>ф\.|f\.)\s*(?P<number>\d+[а-я]?)"
FLAGS = re.IGNORECASE | re.VERBOSE


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(patterns, "_FOLDER", tmp_path)
    return tmp_path


def test_a_kept_pattern_is_the_one_compiled_anew() -> None:
    made = re.compile(TEXT, FLAGS)
    assert patterns.write() is not None
    re.purge()
    patterns.warm()
    kept = re.compile(TEXT, FLAGS)
    assert kept is not made
    assert kept == made
    assert kept.groupindex == made.groupindex
    found = kept.search("РГАНИ. Ф. 5")
    assert found is not None
    assert found.groupdict() == {"fond": "Ф.", "number": "5"}


@pytest.mark.parametrize("data", [b"", b"no such thing", None])
def test_without_kept_patterns_nothing_is_lost(data: bytes | None, folder: Path) -> None:
    target = patterns.write()
    assert target is not None
    if data is None:
        target.unlink()
    else:
        target.write_bytes(data)
    re.purge()
    patterns.warm()
    assert re.compile(TEXT, FLAGS).search("f. 17") is not None
