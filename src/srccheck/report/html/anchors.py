"""The ids of the page's parts: short, made of counters, never of a manuscript's words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from srccheck.text import Manuscript, Place
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of one file's parts; ``file`` is "" where the report is about one file only."""

    file: str = ""

    def finding(self, number: int) -> str:
        """The card of a finding."""
        return f"f{self.file}{number}"

    def mark(self, number: int) -> str:
        """A finding's words in the manuscript."""
        return f"w{self.file}{number}"

    def citation(self, index: int) -> str:
        """A citation in the manuscript, by its index in the apparatus."""
        return f"c{self.file}{index}"

    def entry(self, number: int) -> str:
        """An entry in the manuscript."""
        return f"e{self.file}{number}"

    def note(self, stream: int) -> str:
        """A note, by the index of its stream."""
        return f"n{self.file}{stream}"

    def note_mark(self, stream: int) -> str:
        """The mark of a note in the body, by the index of the note's stream."""
        return f"s{self.file}{stream}"

    def paragraph(self, number: int, file: int = 0) -> str:
        """A paragraph of the manuscript; each file of it counts anew."""
        return f"p{self.file}{number}" if file == 0 else f"p{self.file}{file}.{number}"

    def archive(self, number: int) -> str:
        """A file of an archive in the register."""
        return f"a{self.file}{number}"

    def part(self, name: str) -> str:
        """One of the parts of the report on a file: "findings", "text"."""
        return f"{name}{self.file}"


def anchors_of(number: int, files: int) -> Anchors:
    """Give the ids of file ``number`` (from 1) of ``files``."""
    return Anchors(f"{number}-" if files > 1 else "")


class PlaceIndex:
    """Which id a place of the manuscript can be reached by: what it stands in, or its paragraph."""

    def __init__(
        self, manuscript: Manuscript, anchors: Anchors, known: Iterable[tuple[Place, str]]
    ) -> None:
        self._manuscript = manuscript
        self._anchors = anchors
        self._known: dict[int, list[tuple[int, int, str]]] = {}
        for place, anchor in known:
            self._known.setdefault(place.stream, []).append((place.start, place.end, anchor))
        for each in self._known.values():
            each.sort()

    def anchor(self, place: Place) -> str | None:
        """Give the id for ``place``; None in a stream without text."""
        known = self._known.get(place.stream, [])
        at = bisect_right(known, (place.start, 1 << 60, "")) - 1
        if at >= 0 and known[at][1] >= place.end:
            return known[at][2]
        stream = self._manuscript.streams[place.stream]
        if not stream.paragraphs:
            return None
        return self._anchors.paragraph(stream.paragraph_at(place.start).number, stream.file)
