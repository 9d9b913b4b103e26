"""Markdown through marko, whose elements know where they stand in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from srccheck.readers.emphasis import paragraph_block
from srccheck.readers.markdown_inline import (
    Inline,
    cut,
    inline_of,
    note_blocks,
    paragraphs_in,
    raw_runs,
)
from srccheck.readers.markdown_keys import with_cited_keys
from srccheck.readers.markdown_marks import jump_between_marks
from srccheck.readers.markdown_plain import merged, set_apart
from srccheck.readers.markdown_text import (
    NOTHING,
    inline_notes,
    is_deep,
    listed_uncited,
    named_bibliographies,
    only,
    prepared,
    without,
)
from srccheck.readers.note_marks import NoteMarks
from srccheck.readers.plain import read_plain
from srccheck.text import Manuscript, Role
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block
from srccheck.text.folding import Run
from srccheck.text.layout import entries, lines_between
from srccheck.text.sections import HEADING, Section, ends_list, is_part, reads_on, section_of

if TYPE_CHECKING:
    from marko import Markdown

_ITEM_NUMBER = re.compile(r"(?P<number>\d{1,4})[.)][ \t]+$")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>", re.DOTALL)
_INLINE_TAGS = re.compile(
    r"a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|su[bp]|u", re.IGNORECASE
)
_HTML_ROLES = {
    **dict.fromkeys(("td", "th", "caption", "figcaption"), Role.CELL),
    **dict.fromkeys(("li", "dt", "dd"), Role.ITEM),
    **{f"h{level}": Role.HEADING for level in range(1, 7)},
    "blockquote": Role.QUOTE,
}
_CELL = re.compile(r"(?:[^|\\\r\n]|\\.)+")
_ROW_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_LIST_NUMBER = re.compile(r"\s*\\?\[\d{1,3}\\?\]\s+")


def read_markdown(source: str, path: str, encoding: str) -> Manuscript:
    """Read a Markdown text; what marko cannot parse is read as plain text."""
    text = prepared(source)
    notes = inline_notes(text)
    try:
        rest, plain = set_apart(without(text, notes, " "))
        document, apart = merged(_parsed(rest), plain), _parsed(only(text, notes))
        visible = without(text, notes, NOTHING)
        assembler = Assembler(source, visible)
        _Walk(visible, assembler, note_blocks(source, notes, apart)).blocks(document)
    except (_GaveUpError, RecursionError):
        return read_plain(source, path, encoding, "markdown")
    manuscript = assembler.manuscript(path, "markdown", encoding)
    lists = named_bibliographies(source)
    manuscript = replace(manuscript, bibliographies=lists, nocite=listed_uncited(source))
    return with_cited_keys(manuscript, declared=bool(lists))


class _GaveUpError(Exception):
    """The parser failed on a text: its bug must not cost the reader the whole file."""


def _parsed(text: str) -> Sequence[Any]:
    if is_deep(text):
        raise _GaveUpError
    if not text.strip():
        return []
    try:
        return _parser().parse(text).children
    except (LookupError, AttributeError, TypeError, ValueError, AssertionError) as error:
        raise _GaveUpError from error


@cache
def _parser() -> Markdown:
    import marko
    from marko import block
    from marko.ext import footnote
    from marko.helpers import MarkoExtension

    from srccheck.readers.markdown_lines import keep_lines

    class FootnoteDef(footnote.FootnoteDef):
        """A note definition may follow another without a blank line."""

        override = True
        breaks_paragraph = True
        pattern = re.compile(r" {,3}\[\^([^\]]+)\]:[^\n\S]*(?=\S| {4}|\n {4})")

        @classmethod
        def parse(cls, source: Any) -> Any:
            """Parse a definition; marko comes back to one it cannot enter for ever."""
            if source.pos in source.context.__dict__.setdefault("notes_begun", set()):
                raise ValueError("a note definition that makes no progress")
            source.context.notes_begun.add(source.pos)
            return cast("Any", super()).parse(source)

    class LinkRefDef(block.LinkRefDef):
        """A definition's label has no brackets and 999 characters at most (CommonMark, 4.7).

        marko looks from every bracket at the beginning of a line to the next blank one, which in a
        list of links takes a time that grows with its square.
        """

        override = True
        pattern = re.compile(r" {,3}(\[(?:[^\\\[\]]|\\.){1,999}\]:[\s\S]*?)(?=\n\n|\Z)")

    jump_between_marks()
    keep_lines()
    make_extension = cast("Callable[[], MarkoExtension]", footnote.make_extension)
    own = MarkoExtension(elements=[FootnoteDef, LinkRefDef])
    return marko.Markdown(extensions=[make_extension(), own])


class _Walk:
    """One walk over marko's tree, in the order of the file."""

    def __init__(self, source: str, assembler: Assembler, inline_notes: Sequence[Block]) -> None:
        self.source = source  # as it shows: inline notes and front matter taken out
        self.assembler = assembler
        self.inline_notes = inline_notes
        self.inline_count = 0
        self.section = Section.BODY
        self.level = 0
        self.marks = NoteMarks()

    def blocks(self, children: Sequence[Any], role: Role = Role.TEXT) -> None:
        """Take in the blocks of the document, a quotation or an item."""
        for at, child in enumerate(children):
            kind = type(child).__name__
            if kind in ("Heading", "SetextHeading"):
                self._heading(child)
            elif kind == "Paragraph":
                self._paragraph(child, role, children[at + 1 : at + 3])
            elif kind == "Quote":
                self.blocks(child.children, Role.QUOTE)
            elif kind in ("List", "ListItem"):
                self.blocks(child.children, Role.ITEM)
            elif kind == "FootnoteDef":
                self._note(child)
            elif kind == "HTMLBlock":
                self._html(child)
            elif kind == "CodeBlock":  # prose set in by hand; real code stands in fences
                self._indented(child)
            if child.source_span is not None and kind != "BlankLine":
                self._notes_before(child.source_span[1])

    def _heading(self, element: Any) -> None:
        inline = inline_of(self.source, element)
        text = inline.text(self.source).strip()
        underlined = type(element).__name__ == "SetextHeading"
        if underlined and (len(text) > HEADING or text[-1:] in tuple(".;,")):
            self._paragraph(element, Role.TEXT, [])  # a paragraph, and a rule below it
            return
        section, part = section_of(text), False
        inside = self.section is Section.REFERENCES and element.level > self.level
        if section is Section.REFERENCES and inside:
            part = True  # "Unpublished sources" of the bibliography, as its "Works" will be
        elif section is not Section.BODY or self.section is Section.BODY:
            self.level = element.level
        elif not ends_list(text) and (
            element.level > self.level or (self.section is Section.REFERENCES and is_part(text))
        ):
            section, part = self.section, True  # a sub-heading of the list or the notes
        self._begin(inline.block(Role.HEADING, element.level), text, section, part=part)

    def _begin(self, block: Block, text: str, section: Section, *, part: bool) -> None:
        if section is Section.NOTES and self.section is not section:
            self.marks = NoteMarks()
        self.section = section
        self.assembler.heading(block, text, section, part=part)

    def _paragraph(self, element: Any, role: Role, following: Sequence[Any]) -> None:
        inline = inline_of(self.source, element)
        if not inline.runs:
            return
        start, end = element.source_span or (inline.runs[0].start, inline.runs[-1].end)
        if self._table(start, end):
            return
        if role is Role.TEXT and end - start <= HEADING and self._bare_heading(inline, following):
            return
        block = inline.block(role)
        if self.section is Section.REFERENCES:
            for part in self._entries(block, start, end):
                self.assembler.entry(part)
        elif self.section is Section.NOTES:
            self._listed_notes(block, start, end)
        else:
            self.assembler.body(block)

    def _bare_heading(self, inline: Inline, following: Sequence[Any]) -> bool:
        """Take a line that is one section word, or a bold line in a list, for a heading."""
        text = inline.text(self.source).strip()
        section, part = section_of(text), False
        if section is Section.BODY:
            whole = len(inline.marked) == 1 and len(inline.runs) == 1
            if self.section is not Section.REFERENCES or text[-1:] in ".,;":
                return False
            below = next((each for each in following if each.source_span is not None), None)
            span = below.source_span if below is not None else (0, 0)
            if is_part(text) and (whole or len(text.split()) <= 4):
                section, part = Section.REFERENCES, True
            elif not (whole or text.istitle()) or not (
                ends_list(text, numbered=True) or reads_on(self.source[span[0] : span[1]])
            ):
                return False
        elif "\n" in text:
            return False
        self.level = 6 if section is not Section.BODY and not part else self.level
        self._begin(inline.block(Role.HEADING, 6), text, section, part=part)
        return True

    def _listed_notes(self, block: Block, start: int, end: int) -> None:
        """Take in a paragraph of the notes: an item, or several notes of a line each."""
        line = max(self.source.rfind("\n", 0, start), self.source.rfind("\r", 0, start)) + 1
        number = _ITEM_NUMBER.search(self.source[line:start])
        if number:
            self.marks.last = int(number["number"])
            self.assembler.note(number["number"], block)
            return
        bullet = block.role is Role.ITEM and bool(self.source[line:start].strip())
        first = True
        parts: list[tuple[str | None, int]] = []
        for each in lines_between(self.source, start, end):
            if each is not None:
                mark = self.marks.at(self.source, each.start + each.lead, fresh=True)
                if mark:
                    parts.append((mark.label, mark.end))
                elif first:
                    parts.append((None, start))
                first = False
        for at, (label, begin) in enumerate(parts):
            stop = parts[at + 1][1] if at + 1 < len(parts) else end
            if at + 1 < len(parts):
                stop = self._line_start(stop)
            piece = block if len(parts) == 1 and label is None else cut(block, begin, stop)
            if label is not None or bullet:
                self.assembler.note(label, piece)
            else:
                self.assembler.more_of_note(piece)

    def _line_start(self, at: int) -> int:
        return max(self.source.rfind("\n", 0, at), self.source.rfind("\r", 0, at)) + 1

    def _entries(self, block: Block, start: int, end: int) -> Iterator[Block]:
        """Give the entries that one paragraph holds, a line each where it is written so."""
        lines = [line for line in lines_between(self.source, start, end) if line is not None]
        for part in entries(self.source, lines) if len(lines) > 1 else [lines]:
            if not part:
                continue
            number = _LIST_NUMBER.match(self.source, part[0].start, part[0].end)
            begin = number.end() if number else part[0].start
            yield cut(block, begin, part[-1].end)

    def _note(self, element: Any) -> None:
        first = True
        for paragraph in paragraphs_in(element):
            if type(paragraph).__name__ == "CodeBlock":
                start, end = paragraph.source_span
                block = paragraph_block(self.source, start, end, Role.TEXT)
            else:
                block = inline_of(self.source, paragraph).block(Role.TEXT)
            if first:
                self.assembler.note(element.label, block)
            else:
                self.assembler.more_of_note(block)
            first = False

    def _notes_before(self, end: int) -> None:
        """Add the inline notes that stand before ``end``."""
        while self.inline_count < len(self.inline_notes):
            block = self.inline_notes[self.inline_count]
            if block.runs and block.runs[0].start >= end:
                return
            self.inline_count += 1
            self.assembler.note(str(self.inline_count), block, inline=True)

    def _table(self, start: int, end: int) -> bool:
        """Take in a table: bars at the line's start, or a rule of dashes under its head."""
        if self.source.find("|", start, end) < 0:
            return False
        lines = [each for each in lines_between(self.source, start, end) if each is not None]
        ruled = len(lines) > 1 and _is_rule(self.source, lines[1].start, lines[1].end)
        if not ruled and not self.source.startswith("|", lines[0].start + lines[0].lead):
            return False
        for line in lines:
            if _is_rule(self.source, line.start, line.end):
                continue
            for cell in _CELL.finditer(self.source, line.start, line.end):
                if cell.group().strip():
                    block = paragraph_block(self.source, cell.start(), cell.end(), Role.CELL)
                    self.assembler.body(block)
        return True

    def _indented(self, element: Any) -> None:
        group = [e for e in lines_between(self.source, *element.source_span) if e is not None]
        if not group:
            return
        if self.section is Section.REFERENCES:
            for part in entries(self.source, group):
                self.assembler.entry(
                    paragraph_block(self.source, part[0].text_start, part[-1].end, Role.ITEM)
                )
            return
        block = paragraph_block(self.source, group[0].start, group[-1].end, Role.TEXT)
        if self.section is Section.NOTES:
            self.assembler.more_of_note(block)
        else:
            self.assembler.body(block)

    def _html(self, element: Any) -> None:
        """Take in a block of HTML; what stands in it directly below a tag is text as well."""
        start, end = element.source_span
        runs: list[Run] = []
        role, at = Role.TEXT, start
        for tag in _TAG.finditer(self.source, start, end):
            runs += raw_runs(self.source, at, tag.start())
            at = tag.end()
            name = (tag["name"] or "").lower()
            if name and not _INLINE_TAGS.fullmatch(name):
                self._html_block(runs, role)
                opens = not tag.group().startswith("</")
                role = _HTML_ROLES.get(name, Role.TEXT) if opens else Role.TEXT
                runs = []
        runs += raw_runs(self.source, at, end)
        self._html_block(runs, role)

    def _html_block(self, runs: list[Run], role: Role) -> None:
        if not any(run.text or self.source[run.start : run.end].strip() for run in runs):
            return
        block = Block(tuple(runs), role, 2 if role is Role.HEADING else 0)
        if len(runs) == 1 and runs[0].text is None:
            marked = paragraph_block(self.source, runs[0].start, runs[0].end, role)
            block = replace(marked, level=block.level)
        if role is Role.HEADING:
            text = self.source[runs[0].start : runs[-1].end].strip()
            self._begin(block, text, section_of(text), part=False)
        elif self.section is Section.REFERENCES and role is not Role.CELL:
            self.assembler.entry(block)
        else:
            self.assembler.body(block)


def _is_rule(source: str, start: int, end: int) -> bool:
    return _ROW_RULE.fullmatch(source, start, end) is not None
