"""Plain text: paragraphs by blank lines, bullets and indents; sections by headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from srccheck.readers.emphasis import paragraph_block
from srccheck.readers.note_marks import NoteMarks, definition_at
from srccheck.text import Manuscript, Role
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block
from srccheck.text.layout import Line, ends_sentence, entries, groups_of, items, lines_of
from srccheck.text.sections import HEADING, Section, ends_list, is_part, reads_on, section_of

_FIRST_LETTER = re.compile(r"[*_\"“«„'‘\s]*(?:\d+(?:\.\d+)*[.)]?\s+|[IVXLC]+[.)]\s+)?(?P<letter>.)")
_NUMBER = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)])\s+")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_UNDERLINE = re.compile(r"[=\-~_*]{3,}")
_SENTENCE_END = re.compile(r"[.,;:!?…”\"»)]\s*$")


def read_plain(source: str, path: str, encoding: str, format_: str = "text") -> Manuscript:
    """Read a plain text."""
    reader = _Reader(source)
    groups = list(groups_of(source, lines_of(source)))
    for at, group in enumerate(groups):
        following = groups[at + 1] if at + 1 < len(groups) else []
        reader.take(group, following)
    return reader.assembler.manuscript(path, format_, encoding)


class _Reader:
    """Takes groups of lines in the order of the file, and knows the section it is in."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.assembler = Assembler(source)
        self.section = Section.BODY
        self.marks = NoteMarks()
        self.numbered = False  # the list's entries are

    def take(self, group: list[Line], following: list[Line]) -> None:
        """Take in a run of lines: a heading, and what stands under it."""
        while group:
            rest = self._under_underline(group)
            heading = self._heading(group, rest, following)
            if heading is None:
                break
            text, section, part = heading
            if section is Section.NOTES and self.section is not section:
                self.marks = NoteMarks()
            self.section = section
            block = self._block(group[:1], Role.HEADING)
            self.assembler.heading(block, text, section, part=part)
            group = rest
        if not group:
            return
        if self.section is Section.REFERENCES:
            self._entries(group)
        elif self.section is Section.NOTES or definition_at(self.source, group[0].text_start):
            for lines in self._notes(group):
                self._note(lines)
        else:
            for lines in items(self.source, group):
                self.assembler.body(self._block(lines, Role.ITEM if lines[0].bullet else Role.TEXT))

    def _under_underline(self, group: list[Line]) -> list[Line]:
        """Give what follows the first line, and the rule below it."""
        underlined = len(group) > 1 and _UNDERLINE.fullmatch(self._text(group[1]))
        return group[2:] if underlined else group[1:]

    def _heading(
        self, group: list[Line], rest: list[Line], following: list[Line]
    ) -> tuple[str, Section, bool] | None:
        """Give the heading that the first line is, its section, and whether it orders a list."""
        line = group[0]
        text = self._text(line)
        if len(text) > HEADING or line.bullet:
            return None
        hashes = _HASHES.match(text)
        text = text[hashes.end() :].rstrip("# ") if hashes else text
        marked = hashes is not None or len(rest) < len(group) - 1
        section = section_of(text)
        if section is not Section.BODY:
            return (text, section, False) if marked or self._stands_alone(group) else None
        if not marked and (rest or not _looks_like_heading(text, self.section)):
            return None
        return self._other_heading(text, rest or following, marked=marked)

    def _stands_alone(self, group: list[Line]) -> bool:
        """Tell a heading from the first line of a paragraph, or of a table of contents."""
        if len(group) == 1:
            return True
        below = self._text(group[1])
        contents = group[0].number is not None and group[1].number == group[0].number + 1
        return not below[:1].islower() and not contents

    def _other_heading(
        self, text: str, below: list[Line], *, marked: bool
    ) -> tuple[str, Section, bool] | None:
        """Tell where a heading leads that names neither a list nor notes."""
        if self.section is Section.BODY:
            return text, Section.BODY, False
        first = self._text(below[0]) if below else ""
        if self.section is Section.NOTES:
            goes_on = below and NoteMarks().at(self.source, below[0].text_start, fresh=True)
            return text, Section.NOTES if goes_on else Section.BODY, False
        if is_part(text):
            return text, Section.REFERENCES, True
        if ends_list(text, numbered=self.numbered) or reads_on(first):
            return text, Section.BODY, False
        return (text, Section.REFERENCES, True) if marked else None

    def _entries(self, group: list[Line]) -> None:
        for lines in entries(self.source, group):
            number = _NUMBER.match(self.source, lines[0].text_start)
            self.numbered = number is not None
            skip = number.end() - lines[0].text_start if number else 0
            self.assembler.entry(self._block(lines, Role.ITEM, skip))

    def _notes(self, group: Sequence[Line]) -> Iterator[list[Line]]:
        """Divide a run of lines where notes may begin; `_note` decides."""
        current: list[Line] = []
        last = self.marks.last
        for line in group:
            if current:
                probe = NoteMarks()
                probe.last = last
                fresh = ends_sentence(self.source, current[-1]) or bool(line.bullet)
                mark = probe.at(self.source, line.text_start, fresh=fresh)
                if mark or line.bullet or definition_at(self.source, line.text_start):
                    yield current
                    current = []
            if not current:
                probe = NoteMarks()
                probe.last = last
                probe.at(self.source, line.text_start, fresh=True)
                last = probe.last
            current.append(line)
        yield current

    def _note(self, lines: list[Line]) -> None:
        start = lines[0].text_start
        mark = definition_at(self.source, start) or self.marks.at(self.source, start, fresh=True)
        if mark:
            self.assembler.note(mark.label, self._block(lines, Role.TEXT, mark.end - start))
        elif lines[0].bullet:
            self.assembler.note(None, self._block(lines, Role.TEXT))
        else:
            self.assembler.more_of_note(self._block(lines, Role.TEXT))

    def _text(self, line: Line) -> str:
        return self.source[line.start : line.end].strip()

    def _block(self, lines: Sequence[Line], role: Role, skip: int = 0) -> Block:
        """Give the lines as one paragraph, its bullet left out."""
        start = min(lines[0].text_start + skip, lines[-1].end)
        return paragraph_block(self.source, start, lines[-1].end, role)


def _looks_like_heading(text: str, section: Section) -> bool:
    """Tell a line that has the form of a heading: short, a capital first, no full stop."""
    first = _FIRST_LETTER.match(text)
    if first is None or not first["letter"].isupper():
        return False
    if section is Section.BODY:
        return not _SENTENCE_END.search(text) and len(text) < 80 and not text[0].isdigit()
    if ends_list(text, numbered=section is Section.NOTES):
        return True
    bare = text.rstrip(":")
    return len(bare.split()) <= 6 and not re.search(r"[\d,.;:]", bare)
