"""The numbers that notes bear in a Word document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_SIGNS = "*†‡§"


class NoteNumbers:
    """Counts the notes of one kind, as the document's settings say.

    ``kind`` is "footnote" or "endnote". Settings are those of the document and of its sections
    (ISO/IEC 29500-1, 17.11); footnotes are decimal where none are given, endnotes small Roman.
    """

    def __init__(self, kind: str, w: str) -> None:
        self.kind = kind
        self.w = w
        self.form = "decimal" if kind == "footnote" else "lowerRoman"
        self.start = self.next = 1
        self.restarts = False

    def settings(self, parent: etree._Element | None) -> None:
        """Heed what the settings part, or the first section's properties, say of the notes."""
        properties = None if parent is None else parent.find(f"{self.w}{self.kind}Pr")
        if properties is None:
            return
        values = {
            name: element.get(f"{self.w}val", "")
            for name in ("numFmt", "numStart", "numRestart")
            if (element := properties.find(f"{self.w}{name}")) is not None
        }
        self.form = values.get("numFmt", self.form)
        start = values.get("numStart", "")
        if start.isdecimal() and len(start) < 6:
            self.start = self.next = int(start)
        self.restarts = values.get("numRestart") == "eachSect"

    def end_section(self) -> None:
        """Begin anew where the notes of every section do."""
        if self.restarts:
            self.next = self.start

    def take(self) -> str:
        """Give the label of the next note."""
        number = self.next
        self.next += 1
        return _FORMS.get(self.form, str)(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _letter(number: int) -> str:
    """Give a, b, … z, aa, bb, … as Word does."""
    if number < 1:
        return str(number)
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _sign(number: int) -> str:
    if number < 1:
        return str(number)
    times, at = divmod(number - 1, len(_SIGNS))
    return _SIGNS[at] * (times + 1)


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "chicago": _sign,
}
