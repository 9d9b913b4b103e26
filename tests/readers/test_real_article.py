"""The article the project began with: body, 26 notes, a list of 42 paragraphs."""

from __future__ import annotations

from pathlib import Path

from srccheck.readers import read
from srccheck.text import StreamKind


def test_its_streams(shared: Path) -> None:
    name = "selivanov-2017.txt"
    manuscript = read((shared / "seeds" / name).read_bytes(), name)
    kinds = [stream.kind for stream in manuscript.streams]
    assert kinds == [StreamKind.BODY] + [StreamKind.NOTE] * 26 + [StreamKind.REFERENCES]
    labels = [stream.label for stream in manuscript.of_kind(StreamKind.NOTE)]
    assert labels == [str(number) for number in range(1, 27)]
    assert len(manuscript.streams[-1].paragraphs) == 42
    assert manuscript.streams[-1].heading == "REFERENCES"
