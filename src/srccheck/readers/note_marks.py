"""The numbers that notes begin with: ``1.``, ``[1]``, ``(1)``, ``¹``, a bare ``1``."""

from __future__ import annotations

import re

from srccheck.values import dataclass

_MARK = re.compile(
    r"""(?:
        \[(?P<bracket>\d{1,4})\][:.]?
      | \\\[(?P<escaped>\d{1,4})\\\][:.]?
      | \((?P<round>\d{1,3})\)
      | (?P<plain>\d{1,4})[.)](?!\d)
      | (?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[.)]?
      | (?P<bare>\d{1,3})(?=[ \t\u00a0])
    )\s*""",
    re.VERBOSE,
)
_DEFINITION = re.compile(r"\[\^(?P<label>[^][\s]{1,60})\]:\s*")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
GAP = 50  # numbers a list of notes may leave out; a greater one is a year or a date


@dataclass(frozen=True, slots=True)
class Mark:
    """A note's label, and where its text begins."""

    label: str
    end: int


def definition_at(source: str, at: int) -> Mark | None:
    """Give the mark ``[^label]:`` that stands at ``at``."""
    match = _DEFINITION.match(source, at)
    return Mark(match["label"], match.end()) if match else None


class NoteMarks:
    """Tells the numbers of notes from other numbers, by the number of the note before."""

    def __init__(self) -> None:
        self.last: int | None = None

    def at(self, source: str, at: int, *, fresh: bool) -> Mark | None:
        """Give the mark at ``at``; ``fresh`` where a note may begin: after a sentence, a bullet."""
        match = _MARK.match(source, at)
        if match is None:
            return None
        kind = match.lastgroup or "plain"
        label = match[kind].translate(_RAISED)
        number = int(label)
        if not self._plausible(number, kind, fresh=fresh):
            return None
        self.last = number
        return Mark(str(number), match.end())

    def _plausible(self, number: int, kind: str, *, fresh: bool) -> bool:
        if self.last is None:
            return number <= (1 if kind == "bare" else 999)
        if number == self.last + 1:
            return fresh or kind != "bare"
        if kind == "bare":
            return fresh and number == 1
        return fresh and number <= self.last + GAP
