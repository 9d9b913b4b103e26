"""The text of a document written out, a paragraph a line, each character with its element.

Within a line a line break is U+2028 and a tab a tab. Paragraphs without visible text have no line.
Notes stand after the paragraph that holds their mark, endnotes after everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from srccheck.readers.office.fields import is_source_address
from srccheck.text import Role
from srccheck.text.fields import FieldData
from srccheck.text.folding import HIDDEN

if TYPE_CHECKING:
    from lxml import etree

LINE_BREAK = "\u2028"

ITALIC, BOLD, RAISED, HYPHEN = 1, 2, 4, 8
"""What a piece looks like, as bits: emphasised, raised (a superscript), a hyphen by another name"""

_VISIBLE = re.compile(rf"[^\s{HIDDEN}]")
_LINE_END = str.maketrans("\n\r\x0b\x0c\x85\u2029", "      ")

Piece = tuple[int, str, Any, int]
"""Where it begins in the text, its characters, the element that holds them, its look.

The element of a text is the one whose text (or tail, for a pair (element, "tail")) it is, whole or
from its beginning; that of a tab, a break or a symbol stands for one character.
"""


@dataclass(slots=True)
class OfficeParagraph:
    """One line of the extracted text.

    ``part`` names the XML part and ``element`` the paragraph element (the last, where tracked
    deletions joined several). ``note`` is the label of the note it stands in, None in the body;
    ``begins`` tells a note's first paragraph. ``mark`` is the element of that note's mark.
    ``item_of`` is the numbered or bulleted list it is an item of; ``level`` that of a heading, from
    1, else 0. ``looks`` are those of all its pieces together. ``bibliography`` tells what a
    reference manager or the style says is a list.
    """

    part: str
    element: etree._Element
    start: int
    end: int
    pieces: list[Piece]
    role: Role = Role.TEXT
    level: int = 0
    note: str | None = None
    begins: bool = False
    mark: Any = None
    item_of: str = ""
    bibliography: bool = False
    bold: bool = False
    looks: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    fields: list[tuple[int, int, FieldData]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Extraction:
    """A document's text and the paragraphs it is made of, in its order."""

    text: str
    paragraphs: list[OfficeParagraph]


@dataclass(slots=True)
class Story:
    """Where a run of paragraphs belongs: the body, or a note with its mark."""

    part: str
    label: str | None = None
    mark: Any = None
    begun: bool = False


class Collector:
    """Takes the pieces of a document in the order of reading and writes the text out."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.paragraphs: list[OfficeParagraph] = []
        self.at = 0  # offset in the extracted text of what comes next
        self._start = 0
        self._pieces: list[Piece] = []
        self._looks = 0
        self._links: list[tuple[int, int, str]] = []
        self._fields: list[tuple[int, int, FieldData]] = []
        self._notes: list[tuple[int, str]] = []

    def add(self, text: str, element: Any, look: int) -> None:
        """Add characters that one element holds."""
        if not text.isprintable():
            text = text.translate(_LINE_END)
        self._pieces.append((self.at, text, element, look))
        self._looks |= look
        self.at += len(text)

    def link(self, start: int, url: str) -> None:
        """Say that the text from ``start`` on leads to an address."""
        if self._start <= start < self.at and is_source_address(url):
            inside = takewhile(lambda piece: piece[0] >= start, reversed(self._pieces))
            shown = "".join(reversed([piece[1] for piece in inside]))
            if shown.strip().strip("/") not in url:  # an address that shows itself is text
                self._links.append((start, self.at, url))

    def field(self, start: int, data: FieldData) -> None:
        """Say that a reference manager wrote the text from ``start`` on; not across paragraphs."""
        if self._start <= start < self.at:
            self._fields.append((start, self.at, data))

    def note(self, label: str) -> None:
        """Say that the mark of a note stands here."""
        self._notes.append((self.at, label))

    def end_paragraph(self, story: Story, element: Any, **what: Any) -> None:
        """Close the paragraph; one without visible text leaves nothing behind."""
        text = "".join(piece[1] for piece in self._pieces)
        if _VISIBLE.search(text):
            self.paragraphs.append(
                OfficeParagraph(
                    story.part,
                    element,
                    self._start,
                    self.at,
                    self._pieces,
                    note=story.label,
                    begins=story.label is not None and not story.begun,
                    mark=story.mark,
                    looks=self._looks,
                    links=self._links,
                    fields=self._fields,
                    notes=self._notes,
                    **what,
                )
            )
            story.begun = True
            self._parts += (text, "\n")
            self.at += 1
        else:
            self.at = self._start
        self._start, self._looks = self.at, 0
        self._pieces, self._links, self._fields, self._notes = [], [], [], []

    def extraction(self) -> Extraction:
        """Give what was collected."""
        return Extraction("".join(self._parts), self.paragraphs)


def pieces_between(paragraph: OfficeParagraph, start: int, end: int) -> Iterator[Piece]:
    """Give the pieces that hold the text between two offsets, whole ones."""
    for piece in paragraph.pieces:
        if piece[0] < end and piece[0] + len(piece[1]) > start:
            yield piece
