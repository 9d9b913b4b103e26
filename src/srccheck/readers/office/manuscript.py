"""From the extracted paragraphs of a document to a manuscript with its streams."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.readers.office.extraction import (
    BOLD,
    HYPHEN,
    ITALIC,
    LINE_BREAK,
    RAISED,
    Extraction,
    OfficeParagraph,
)
from srccheck.readers.office.outline import BARE, Outline
from srccheck.text import Manuscript, Role, Span
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block, Marked
from srccheck.text.folding import Run
from srccheck.text.layout import entries, lines_between
from srccheck.text.sections import Section

_LIST_NUMBER = re.compile(r"\s*\[\d{1,3}\]\s+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def to_manuscript(extraction: Extraction, path: str, format_: str) -> Manuscript:
    """Give the manuscript: the body, the notes and the reference lists as streams."""
    build = _Build(extraction)
    for at in range(len(extraction.paragraphs)):
        build.take(at)
    return build.assembler.manuscript(path, format_, "utf-8")


class _Build:
    """Goes through the paragraphs once."""

    def __init__(self, extraction: Extraction) -> None:
        self.text = extraction.text
        self.paragraphs = extraction.paragraphs
        self.assembler = Assembler(extraction.text)
        self.outline = Outline()
        self.in_field = False  # the list was begun by a field or a style, not by a heading
        self.noted = any(each.note is not None for each in extraction.paragraphs)
        self.counts: dict[str, int] = {}  # the items of each numbered list among the notes

    def take(self, at: int) -> None:
        """Take the paragraph with index ``at``; its number is that of its line."""
        paragraph = self.paragraphs[at]
        self.assembler.number = at
        if paragraph.note is not None:
            block = _block(paragraph)
            if paragraph.begins:
                self.assembler.note(paragraph.note, block)
            else:
                self.assembler.more_of_note(block)
            return
        if self._is_heading(paragraph, at):
            return
        self._follow_fields(paragraph)
        if paragraph.role is Role.CELL:
            self.assembler.body(_block(paragraph))
        elif self.outline.section is Section.REFERENCES:
            for part in self._entries(paragraph):
                self.assembler.number = at
                self.assembler.entry(part)
        elif self.outline.section is Section.NOTES:
            self._listed_note(paragraph)
        else:
            self.assembler.body(_block(paragraph))

    def _is_heading(self, paragraph: OfficeParagraph, at: int) -> bool:
        text = self.text[paragraph.start : paragraph.end].strip()
        level = paragraph.level
        if level:
            begun = self.outline.heading(text, level)
        elif paragraph.role is Role.TEXT:
            following = self._following(at)
            bare = self.outline.bare_heading(text, following, bold=paragraph.bold)
            if bare is None:
                return False
            begun, level = bare, BARE
        else:
            return False
        self.in_field = False
        block = _block(paragraph, Role.HEADING, level)
        self.assembler.heading(block, text, begun.section, part=begun.part)
        return True

    def _following(self, at: int) -> str:
        """Give the text of the next paragraph that stands in no note."""
        for each in self.paragraphs[at + 1 : at + 20]:
            if each.note is None:
                return self.text[each.start : each.end]
        return ""

    def _follow_fields(self, paragraph: OfficeParagraph) -> None:
        """Enter and leave a list that has no heading of its own."""
        if paragraph.bibliography and self.outline.section is not Section.REFERENCES:
            self.outline.begin_list()
            self.assembler.begin_list()
            self.in_field = True
        elif self.in_field and not paragraph.bibliography:
            self.outline.end_list()
            self.in_field = False

    def _listed_note(self, paragraph: OfficeParagraph) -> None:
        """Take a paragraph under "Notes", numbered by hand or by the program."""
        if paragraph.item_of:
            number = self.counts.get(paragraph.item_of, 0) + 1
            self.counts[paragraph.item_of] = number
            self.outline.marks.last = number
            self.assembler.note(str(number), _block(paragraph))
            return
        lead = len(self.text[paragraph.start : paragraph.end]) - len(
            self.text[paragraph.start : paragraph.end].lstrip()
        )
        mark = self.outline.marks.at(self.text, paragraph.start + lead, fresh=True)
        if mark:
            self.assembler.note(mark.label, _block(paragraph, start=mark.end))
        elif self.noted:
            self.assembler.body(_block(paragraph))  # the notes are the program's, this is none
        else:
            self.assembler.more_of_note(_block(paragraph))

    def _entries(self, paragraph: OfficeParagraph) -> Iterator[Block]:
        """Give the entries of one paragraph: several where line breaks divide them."""
        text = self.text[paragraph.start : paragraph.end]
        if LINE_BREAK not in text:
            number = _LIST_NUMBER.match(text)
            begin = paragraph.start + (number.end() if number else 0)
            yield _block(paragraph, Role.ITEM, start=begin)
            return
        broken = text.replace(LINE_BREAK, "\n")
        lines = [line for line in lines_between(broken, 0, len(broken)) if line is not None]
        for part in entries(broken, lines):
            number = _LIST_NUMBER.match(broken, part[0].start, part[0].end)
            begin = number.end() if number else part[0].start
            yield _block(
                paragraph,
                Role.ITEM,
                start=paragraph.start + begin,
                end=paragraph.start + part[-1].end,
            )


def _block(
    paragraph: OfficeParagraph,
    role: Role | None = None,
    level: int = 0,
    start: int | None = None,
    end: int | None = None,
) -> Block:
    """Give a paragraph, or the part of it between two offsets, as a block."""
    begin = paragraph.start if start is None else start
    stop = paragraph.end if end is None else end
    marks = [
        *_emphasis(paragraph, begin, stop),
        *(
            Marked(span, span, url)
            for a, b, url in paragraph.links
            if len(span := Span(max(a, begin), min(b, stop))) > 0
        ),
        *(
            Marked(span, span, field=data)
            for a, b, data in paragraph.fields
            if len(span := Span(max(a, begin), min(b, stop))) > 0
        ),
    ]
    marks.sort(key=lambda mark: mark.outer.start)
    runs = tuple(_runs(paragraph, begin, stop))
    notes = tuple(note for note in paragraph.notes if begin <= note[0] <= stop)
    return Block(runs, role or paragraph.role, level, tuple(marks), notes=notes)


def _runs(paragraph: OfficeParagraph, begin: int, stop: int) -> Iterator[Run]:
    """Give the visible runs; what is a raised digit or a hyphen to a reader is shown as one."""
    at = begin
    odd = paragraph.looks & (RAISED | HYPHEN)
    for start, text, _, look in paragraph.pieces if odd else ():
        if look < RAISED or start + len(text) <= begin or start >= stop:
            continue
        shown = text
        if look & HYPHEN:
            shown = "-"
        elif look & RAISED and text.isdecimal() and text.isascii():
            shown = text.translate(_RAISED)
        if shown is text or start < begin or start + len(text) > stop:
            continue
        if start > at:
            yield Run(at, start)
        yield Run(start, start + len(text), shown)
        at = start + len(text)
    if stop > at:
        yield Run(at, stop)


def _emphasis(paragraph: OfficeParagraph, begin: int, stop: int) -> Iterator[Marked]:
    """Give the emphasised ranges, joined across white space of another look."""
    if paragraph.level or not paragraph.looks & (ITALIC | BOLD):
        return
    first = last = look = 0
    for start, text, _, piece_look in paragraph.pieces:
        mine = piece_look & (ITALIC | BOLD)
        if mine != look and not text.isspace():
            if look and first < last:
                yield from _marked(first, last, begin, stop)
            first, look = start, mine
        if mine == look:
            last = start + len(text)
    if look and first < last:
        yield from _marked(first, last, begin, stop)


def _marked(first: int, last: int, begin: int, stop: int) -> Iterator[Marked]:
    span = Span(max(first, begin), min(last, stop))
    if len(span) > 0:
        yield Marked(span, span)
