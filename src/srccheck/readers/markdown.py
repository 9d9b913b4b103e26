"""Markdown through marko, whose inline elements know where they stand in the file.

Front matter, carriage returns, inline notes (``^[…]``) and tables are ours: they are blanked out or
read apart, so that marko sees a text of the same length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from srccheck.readers.emphasis import paragraph_block
from srccheck.readers.plain import read_plain
from srccheck.text import Manuscript, Role, Span
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block, Marked, Run
from srccheck.text.layout import entries, lines_between
from srccheck.text.sections import Section, section_of

if TYPE_CHECKING:
    from marko import Markdown

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_INLINE_NOTE = re.compile(r"\^\[")
_ITEM_NUMBER = re.compile(r"(?P<number>\d{1,4})[.)][ \t]+$")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]*>", re.DOTALL)
_CELL = re.compile(r"(?:[^|\\\r\n]|\\.)+")
_RULE_LINE = re.compile(r"[\s|:\-]+")
_HTML_ITALIC = re.compile(r"<(?P<close>/?)(?:i|em|b|strong|cite)>", re.IGNORECASE)


def read_markdown(source: str, path: str, encoding: str) -> Manuscript:
    """Read a Markdown text; what marko cannot parse is read as plain text."""
    assembler = Assembler(source)
    text, notes = _blank_inline_notes(_blank_front_matter(_same_length(source)))
    try:
        document = _parser().parse(text)
    except (RecursionError, IndexError, AttributeError, ValueError):
        return read_plain(source, path, encoding)
    _Walk(source, assembler, notes).blocks(document.children)
    return assembler.manuscript(path, "markdown", encoding)


def _same_length(source: str) -> str:
    """Give the text with one-character line ends that marko does not touch."""
    return source.replace("\r\n", " \n").replace("\r", "\n").replace("\f", "\n")


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _blank_front_matter(text: str) -> str:
    match = _FRONT_MATTER.match(text)
    return _blank(match.group()) + text[match.end() :] if match else text


def _blank_inline_notes(text: str) -> tuple[str, list[Span]]:
    """Take ``^[…]`` out; give the ranges of their contents."""
    spans: list[Span] = []
    parts: list[str] = []
    at = 0
    for match in _INLINE_NOTE.finditer(text):
        end = _closing(text, match.end())
        if match.start() < at or end is None:
            continue
        spans.append(Span(match.end(), end))
        parts += [text[at : match.start()], _blank(text[match.start() : end + 1])]
        at = end + 1
    parts.append(text[at:])
    return "".join(parts), spans


def _closing(text: str, at: int) -> int | None:
    depth = 1
    for match in re.finditer(r"[\[\]]|\n\s*\n", text[at : at + 5000]):
        if match.group()[0] == "\n":
            return None
        depth += 1 if match.group() == "[" else -1
        if depth == 0:
            return at + match.start()
    return None


def _parser() -> Markdown:
    import marko
    from marko.ext import footnote
    from marko.helpers import MarkoExtension

    class FootnoteDef(footnote.FootnoteDef):
        """A note definition may follow another without a blank line; its label is of one line.

        marko lets a label run on: "[^1 a⏎[^2]: b" would break a paragraph and never be read.
        """

        override = True
        breaks_paragraph = True
        pattern = re.compile(r" {,3}\[\^([^\]\n]+)\]:[^\n\S]*(?=\S| {4})")

    return marko.Markdown(
        extensions=[footnote.make_extension(), MarkoExtension(elements=[FootnoteDef])]
    )


@dataclass(slots=True)
class _Inline:
    """What the inline elements of one paragraph add up to."""

    runs: list[Run] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)


class _Walk:
    """One walk over marko's tree, in the order of the file."""

    def __init__(self, source: str, assembler: Assembler, inline_notes: Sequence[Span]) -> None:
        self.source = source
        self.assembler = assembler
        self.inline_notes = list(inline_notes)
        self.section = Section.BODY
        self.level = 0
        self.inline_count = 0

    def blocks(self, children: Sequence[Any], role: Role = Role.TEXT) -> None:
        """Take in the blocks of the document, a quotation or an item."""
        for child in children:
            kind = type(child).__name__
            if kind in ("Heading", "SetextHeading"):
                self._heading(child)
            elif kind == "Paragraph":
                self._paragraph(child, role)
            elif kind == "Quote":
                self.blocks(child.children, Role.QUOTE)
            elif kind in ("List", "ListItem"):
                self.blocks(child.children, Role.ITEM)
            elif kind == "FootnoteDef":
                self._note(child)
            elif kind == "HTMLBlock":
                self._html(child)
            if child.source_span is not None:
                self._notes_before(child.source_span[1])

    def _heading(self, element: Any) -> None:
        inline = self._inline(element)
        text = "".join(_visible(self.source, run) for run in inline.runs).strip()
        section = section_of(text)
        if section is Section.BODY and self.section is not section and element.level > self.level:
            section = self.section  # a sub-heading of the list or the notes
        else:
            self.level = element.level
        self.section = section
        block = Block(tuple(inline.runs), Role.HEADING, element.level, tuple(inline.marked))
        self.assembler.heading(block, text, section)

    def _paragraph(self, element: Any, role: Role) -> None:
        inline = self._inline(element)
        if not inline.runs:
            return
        block = Block(tuple(inline.runs), role, 0, tuple(inline.marked))
        start, end = element.source_span or (inline.runs[0].start, inline.runs[-1].end)
        if self.source[start : start + 1] == "|":
            self._table(start, end)
        elif self._bold_heading(inline):
            return
        elif self.section is Section.REFERENCES:
            for part in self._entries(block, start, end):
                self.assembler.entry(part)
        elif self.section is Section.NOTES:
            self._listed_note(block, start)
        else:
            self.assembler.body(block)

    def _bold_heading(self, inline: _Inline) -> bool:
        """Take a paragraph that is one bold section word for a heading."""
        if len(inline.runs) != 1 or not inline.marked:
            return False
        text = _visible(self.source, inline.runs[0]).strip()
        section = section_of(text)
        if section is Section.BODY:
            return False
        self.section = section
        self.assembler.heading(Block(tuple(inline.runs), Role.HEADING), text, section)
        return True

    def _listed_note(self, block: Block, start: int) -> None:
        line = self.source.rfind("\n", 0, start) + 1
        number = _ITEM_NUMBER.search(self.source[line:start])
        if number:
            self.assembler.note(number["number"], block)
        elif block.role is Role.ITEM and self.source[line:start].strip():
            self.assembler.note(None, block)
        else:
            self.assembler.more_of_note(block)

    def _entries(self, block: Block, start: int, end: int) -> Iterator[Block]:
        """Give the entries that one paragraph holds, a line each where it is written so."""
        lines = [line for line in lines_between(self.source, start, end) if line is not None]
        parts = list(entries(self.source, lines)) if len(lines) > 1 else []
        if len(parts) < 2:
            yield block
            return
        for part in parts:
            yield _cut(block, part[0].start, part[-1].end)

    def _note(self, element: Any) -> None:
        first = True
        for child in element.children:
            if type(child).__name__ in ("List", "ListItem", "Quote"):
                paragraphs = _paragraphs(child)
            else:
                paragraphs = [child] if type(child).__name__ == "Paragraph" else []
            for paragraph in paragraphs:
                inline = self._inline(paragraph)
                block = Block(tuple(inline.runs), Role.TEXT, 0, tuple(inline.marked))
                if first:
                    self.assembler.note(element.label, block)
                else:
                    self.assembler.more_of_note(block)
                first = False

    def _notes_before(self, end: int) -> None:
        """Add the inline notes that stand before ``end``."""
        while self.inline_notes and self.inline_notes[0].start < end:
            span = self.inline_notes.pop(0)
            self.inline_count += 1
            block = paragraph_block(self.source, span.start, span.end, Role.TEXT)
            self.assembler.note(str(self.inline_count), block)

    def _table(self, start: int, end: int) -> None:
        for line in lines_between(self.source, start, end):
            if line is None or _RULE_LINE.fullmatch(self.source, line.start, line.end):
                continue
            for cell in _CELL.finditer(self.source, line.start, line.end):
                if cell.group().strip():
                    block = paragraph_block(self.source, cell.start(), cell.end(), Role.CELL)
                    self.assembler.body(block)

    def _html(self, element: Any) -> None:
        start, end = element.source_span
        runs, at = [], start
        for tag in _TAG.finditer(self.source, start, end):
            runs.append(Run(at, tag.start()))
            at = tag.end()
        runs.append(Run(at, end))
        runs = [run for run in runs if self.source[run.start : run.end].strip()]
        if runs:
            self.assembler.body(Block(tuple(runs)))

    def _inline(self, element: Any) -> _Inline:
        inline = _Inline()
        for child in element.children:
            self._one(child, inline)
        _html_emphasis(element.children, inline)
        return inline

    def _one(self, element: Any, inline: _Inline) -> None:
        kind = type(element).__name__
        span = element.source_span
        if span is None or kind in ("Image", "InlineHTML", "FootnoteRef"):
            return
        if kind in ("RawText", "LineBreak"):
            inline.runs += _raw_runs(self.source, *span)
        elif kind == "Literal":
            inline.runs.append(Run(span[0], span[1], element.children))
        elif kind == "CodeSpan":
            ticks = len(self.source[span[0] : span[1]]) - len(
                self.source[span[0] : span[1]].lstrip("`")
            )
            inline.runs.append(Run(span[0] + ticks, span[1] - ticks))
        else:
            first = len(inline.runs)
            for child in element.children:
                self._one(child, inline)
            inside = inline.runs[first:]
            if inside:
                inner = Span(inside[0].start, inside[-1].end)
                url = getattr(element, "dest", None) if kind == "Link" else None
                if kind in ("Emphasis", "StrongEmphasis") or url:
                    inline.marked.append(Marked(Span(*span), inner, url))


def _paragraphs(element: Any) -> list[Any]:
    found: list[Any] = []
    for child in element.children:
        if type(child).__name__ == "Paragraph":
            found.append(child)
        elif isinstance(child.children, list):
            found += _paragraphs(child)
    return found


def _raw_runs(source: str, start: int, end: int) -> Iterator[Run]:
    """Give a run of raw text, its entities decoded."""
    at = start
    for match in _ENTITY.finditer(source, start, end):
        text = html.unescape(match.group())
        if text == match.group():
            continue
        if match.start() > at:
            yield Run(at, match.start())
        yield Run(match.start(), match.end(), text)
        at = match.end()
    if at < end:
        yield Run(at, end)


def _html_emphasis(children: Sequence[Any], inline: _Inline) -> None:
    """Take ``<i>…</i>`` for emphasis."""
    opened: Span | None = None
    for child in children:
        match = _HTML_ITALIC.fullmatch(str(getattr(child, "children", "")))
        if type(child).__name__ != "InlineHTML" or match is None or child.source_span is None:
            continue
        span = Span(*child.source_span)
        if not match["close"]:
            opened = span
        elif opened is not None:
            inline.marked.append(Marked(Span(opened.start, span.end), Span(opened.end, span.start)))
            opened = None


def _visible(source: str, run: Run) -> str:
    return source[run.start : run.end] if run.text is None else run.text


def _cut(block: Block, start: int, end: int) -> Block:
    """Give the part of a paragraph between two points of the file."""
    runs = tuple(
        run if run.text is not None else Run(max(run.start, start), min(run.end, end))
        for run in block.runs
        if run.start < end and run.end > start
    )
    marked = tuple(
        mark for mark in block.marked if mark.outer.start >= start and mark.outer.end <= end
    )
    return Block(runs, Role.ITEM, 0, marked)
