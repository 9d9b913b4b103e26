"""Plain text: paragraphs by blank lines, bullets and indents; sections by headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srccheck.text import Manuscript, Role, Span
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block, Marked, Run
from srccheck.text.layout import Line, entries, groups_of, items, lines_of
from srccheck.text.sections import Section, section_of

_EMPHASIS = re.compile(
    r"(?P<mark>\*\*|\*)(?=[^\s*])(?P<inner>[^*]{1,600}?)(?<=[^\s*])(?P=mark)(?!\*)"
    r"|(?<!\w)_(?=[^\s_])(?P<under>[^_]{1,600}?)(?<=[^\s_])_(?!\w)"
)
_LETTER = re.compile(r"[^\W\d_]")
_NOTE = re.compile(
    r"(?:\[\^?(?P<bracket>\d{1,4})\]:?|(?P<plain>\d{1,4})[.)]|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+))\s*"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = re.compile(r"(?:\[\d{1,4}\]|\d{1,4}[.)])[ \t]+")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_SENTENCE_END = re.compile(r"[.,;:!?…”\"»)]\s*$")
HEADING = 100  # code points; a longer line is no heading


def read_plain(source: str, path: str, encoding: str) -> Manuscript:
    """Read a plain text."""
    assembler = Assembler(source)
    section = Section.BODY
    for group in groups_of(lines_of(source)):
        while group:
            heading = _heading(source, group, section)
            if heading is None:
                break
            section = section_of(heading)
            assembler.heading(_block(source, group[:1], Role.HEADING), heading, section)
            group = group[1:]
        if group:
            _add(assembler, source, group, section)
    return assembler.manuscript(path, "text", encoding)


def _add(assembler: Assembler, source: str, group: list[Line], section: Section) -> None:
    if section is Section.REFERENCES:
        for lines in entries(source, group):
            number = _NUMBER.match(source, lines[0].text_start)
            skip = number.end() - lines[0].text_start if number else 0
            assembler.entry(_block(source, lines, Role.ITEM, skip))
        return
    for lines in items(group):
        if section is not Section.NOTES:
            assembler.body(_block(source, lines, Role.ITEM if lines[0].bullet else Role.TEXT))
            continue
        mark = _NOTE.match(source, lines[0].text_start)
        if mark:
            label = mark["bracket"] or mark["plain"] or mark["raised"].translate(_RAISED)
            skip = mark.end() - lines[0].text_start
            assembler.note(label, _block(source, lines, Role.TEXT, skip))
        elif lines[0].bullet:
            assembler.note(None, _block(source, lines, Role.TEXT))
        else:
            assembler.more_of_note(_block(source, lines, Role.TEXT))


def _heading(source: str, group: Sequence[Line], section: Section) -> str | None:
    """Give the text of the heading that the first line is, or None."""
    line = group[0]
    text = source[line.start : line.end].strip()
    if len(text) > HEADING or line.bullet:
        return None
    hashes = _HASHES.match(text)
    text = text[hashes.end() :].rstrip("# ") if hashes else text
    if section_of(text) is not Section.BODY or hashes:
        return text
    if len(group) > 1 or _SENTENCE_END.search(text) or not _LETTER.match(text.lstrip('*_"“«„')):
        return None
    if section is Section.BODY:
        return text if text[:1].isupper() and len(text) < 80 else None
    plain = len(text.split()) <= 6 and not re.search(r"[\d,.;:]", text) and text[:1].isupper()
    return text if plain else None


def _block(source: str, lines: Sequence[Line], role: Role, skip: int = 0) -> Block:
    """Give the lines as one paragraph, its bullet left out."""
    return paragraph_block(source, lines[0].text_start + skip, lines[-1].end, role)


def paragraph_block(source: str, start: int, end: int, role: Role) -> Block:
    """Give a range of the file as one paragraph, emphasis seen through."""
    runs: list[Run] = []
    marked: list[Marked] = []
    at = start
    for match in _EMPHASIS.finditer(source, start, end):
        inner = "under" if match["under"] is not None else "inner"
        if not _LETTER.search(match[inner]):
            continue
        span = Span(*match.span(inner))
        runs += [Run(at, match.start()), Run(span.start, span.end)]
        marked.append(Marked(Span(*match.span()), span))
        at = match.end()
    runs.append(Run(at, end))
    return Block(tuple(run for run in runs if run.end > run.start), role, 0, tuple(marked))
