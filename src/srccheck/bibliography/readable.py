"""A bibliography for people: archival sources, then the works, as Markdown, text or Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from srccheck.bibliography.archival import ArchiveSection, sections
from srccheck.bibliography.collation import in_order
from srccheck.bibliography.docx import ENTRY, FOND, HEADING, SUBHEADING, Paragraph
from srccheck.bibliography.inline import CONTROLS, markdown, plain
from srccheck.bibliography.lettered import lettered
from srccheck.bibliography.record import Record
from srccheck.bibliography.styles import Style
from srccheck.references import EntryType
from srccheck.report.register import Holding


def paragraphs(
    records: Sequence[Record], holdings: Iterable[Holding], style: Style
) -> Iterator[Paragraph]:
    """Give the paragraphs of the whole list, each with what it is (the ids of docx.py)."""
    archives = [each for each in records if each.entry.type is EntryType.ARCHIVE]
    works = [each for each in records if each.entry.type is not EntryType.ARCHIVE]
    archival = sections(holdings, archives, style)
    if archival:
        yield HEADING, style.archival_heading
        for section in archival:
            yield from _archive(section)
    if works:
        yield HEADING, style.printed_heading
        if style.lettered:
            works = lettered(works, cyrillic_first=style.cyrillic_first)
        for each in in_order(works, cyrillic_first=style.cyrillic_first):
            yield ENTRY, line(each, style)


def _archive(section: ArchiveSection) -> Iterator[Paragraph]:
    yield SUBHEADING, section.heading
    yield from ((FOND, fond) for fond in section.fonds)


def line(record: Record, style: Style) -> str:
    """Give one entry in a style; one that could not be parsed to its end as it is written."""
    if record.unparsed:
        return record.marked or CONTROLS.sub(" ", record.raw)
    return style.write(record.entry)


def to_markdown(parts: Iterable[Paragraph]) -> str:
    """Give the list in Markdown."""
    marks = {HEADING: "## ", SUBHEADING: "### ", FOND: "- ", ENTRY: ""}
    blocks: list[str] = []
    before = ""
    for kind, text in parts:
        block = marks[kind] + markdown(text)
        if kind == FOND and before == FOND:
            blocks[-1] += f"\n{block}"
        else:
            blocks.append(block)
        before = kind
    return "\n\n".join(blocks) + "\n"


def to_text(parts: Iterable[Paragraph]) -> str:
    """Give the list as plain text, an entry a paragraph."""
    blocks: list[str] = []
    for kind, text in parts:
        if kind == HEADING:
            blocks.append(f"{plain(text).upper()}")
        elif kind == FOND:
            blocks[-1] += f"\n    {plain(text)}"
        else:
            blocks.append(plain(text))
    return "\n\n".join(blocks) + "\n"
