"""A PDF put together again: paragraphs, notes, and the page each stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from srccheck.readers.pdf.layout import Columns, Layout, is_heading, is_mark, lay_out, paragraphs
from srccheck.readers.pdf.lines import TextLine, pages_of
from srccheck.readers.shelf import Shelf
from srccheck.text import Manuscript, Role, Span
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block, Marked
from srccheck.text.folding import Run
from srccheck.text.sections import Section, section_of

_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)-$")
_WORD_AFTER = re.compile(r"(?P<word>[^\W\d_]+)")
_CUT_NUMBER = re.compile(r"\d[-–]$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOTE_NUMBER = re.compile(r"\s*\d{1,4}[.)]?\s*")
LEVELS = 3  # kinds of heading that sizes tell apart


@dataclass(slots=True)
class _Made:
    """A paragraph of the text that is made: where it stands there, its italics."""

    start: int
    end: int
    role: Role = Role.TEXT
    level: int = 0
    italics: list[Span] = field(default_factory=list)
    label: str | None = None
    more: bool = False  # of the note before


def read_pdf(data: bytes, path: str) -> Manuscript:
    """Read a PDF; UnreadableFileError where it cannot be read, or holds no text."""
    layout = lay_out(pages_of(data, path))
    maker = _Maker(layout)
    maker.run()
    source = "".join(maker.parts)
    shelf = Shelf(Assembler(source))
    for each in maker.made:
        _place(shelf, each, source)
    manuscript = shelf.assembler.manuscript(path, "pdf", "utf-8")
    return replace(manuscript, pages=tuple(maker.pages))


def _place(shelf: Shelf, made: _Made, source: str) -> None:
    marks = tuple(Marked(span, span) for span in made.italics)
    block = Block((Run(made.start, made.end),), made.role, made.level, marks)
    if made.label is not None:
        shelf.assembler.note(made.label, block, inline=True)
        return
    text = source[made.start : made.end].strip()
    if made.role is Role.HEADING:
        shelf.heading(block)
    elif len(text) < 80 and section_of(text) is not Section.BODY:
        shelf.heading(replace(block, role=Role.HEADING, level=LEVELS))
    else:
        shelf.paragraph(block)


class _Maker:
    """Writes the text of a layout, a paragraph a line."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.parts: list[str] = []
        self.length = 0
        self.made: list[_Made] = []
        self.pages: list[tuple[int, int]] = []
        every = [*layout.body, *(line for _, lines in layout.notes for line in lines)]
        self.known = {word.lower() for line in every for word in _WORDS.findall(line.text)}
        sizes = {round(line.size) for line in layout.body if is_heading(line, layout.size)}
        self.levels = {size: at for at, size in enumerate(sorted(sizes, reverse=True), 1)}

    def run(self) -> None:
        """Write the text, then the notes."""
        columns = Columns.of(self.layout.body)
        for part in self._sections():
            for lines in paragraphs(part, self.layout.size, columns):
                heading = is_heading(lines[0], self.layout.size)
                level = min(self.levels.get(round(lines[0].size), LEVELS), LEVELS)
                made = self._write(lines)
                if made is not None and heading:
                    made.role, made.level = Role.HEADING, level
        for label, lines in self.layout.notes:
            made = self._write(lines, note=True)
            if made is not None:
                made.label = label

    def _sections(self) -> list[list[TextLine]]:
        """Divide the lines at headings: a list has another shape than the text."""
        sections: list[list[TextLine]] = [[]]
        for line in self.layout.body:
            alone = len(line.text) < 60 and section_of(line.text.strip()) is not Section.BODY
            heading = is_heading(line, self.layout.size)
            before = sections[-1][-1] if sections[-1] else None
            goes_on = before is not None and abs(before.size - line.size) < 0.5
            if alone or (heading and not goes_on):
                sections.append([])
            sections[-1].append(line)
            if alone:
                sections.append([])
        return [each for each in sections if each]

    def _write(self, lines: Sequence[TextLine], *, note: bool = False) -> _Made | None:
        made = _Made(self.length, self.length)
        for number, line in enumerate(lines):
            if not self.pages or self.pages[-1][1] != line.page:
                self.pages.append((self.length, line.page))
            if number and not self._joined(line):
                self._add(" ")
            self._line(line, made, head=note and number == 0)
        made.end = self.length
        self._add("\n")
        if made.end == made.start:
            return None
        self.made.append(made)
        return made

    def _line(self, line: TextLine, made: _Made, *, head: bool) -> None:
        """Write a line without the marks of notes, at a note's ``head`` without its number."""
        for piece in line.pieces:
            text = piece.text
            if head:
                match = _NOTE_NUMBER.match(text)
                text = text[match.end() :] if match else text
                head = not text.strip()
            elif self.layout.notes and is_mark(piece, line):
                continue
            if not text:
                continue
            start = self.length
            self._add(text)
            if piece.italic and text.strip():
                self._slant(made, Span(start, self.length))

    def _slant(self, made: _Made, span: Span) -> None:
        last = made.italics[-1] if made.italics else None
        if last is not None and last.end >= span.start - 1:  # nothing or a space between
            made.italics[-1] = Span(last.start, span.end)
        else:
            made.italics.append(span)

    def _joined(self, line: TextLine) -> bool:
        """Close a word that a line's end divides; tell whether nothing stands between the two.

        A hyphen stays where the word is known with it, or goes on with a capital (Sino-Soviet).
        """
        last = self.parts[-1].rstrip(" ") if self.parts else ""
        if _CUT_NUMBER.search(last) and line.text.lstrip()[:1].isdigit():
            self._shorten(last)
            return True
        before = _WORD_BEFORE.search(last)
        after = _WORD_AFTER.match(line.text.lstrip())
        if before is None or after is None:
            return False
        one, two = before["word"].lower(), after["word"]
        compound = f"{one}-{two.lower()}" in self.known and one + two.lower() not in self.known
        kept = compound or not two[0].islower() or _ADDRESS.search(last) is not None
        self._shorten(last if kept else last[:-1])
        return True

    def _shorten(self, last: str) -> None:
        """Put ``last`` for the part written last, of which it is the beginning."""
        self.length -= len(self.parts[-1]) - len(last)
        self.parts[-1] = last

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
