"""From the streams of a manuscript to its reference lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srccheck.references.model import Entry, EntryType, ReferenceList
from srccheck.text import Manuscript, Place, Stream, StreamKind

if TYPE_CHECKING:
    from srccheck.archives import Registry


def find_lists(manuscript: Manuscript, registry: Registry) -> tuple[ReferenceList, ...]:
    """Give one list for each reference stream of ``manuscript``, in the order of the file."""
    return tuple(_read(stream) for stream in manuscript.of_kind(StreamKind.REFERENCES))


def parse_entry(text: str, registry: Registry | None = None) -> Entry:
    """Parse one entry that stands alone; its places count from the start of ``text``."""
    return Entry("entry", EntryType.OTHER, Place(0, 0, len(text)), 1, rest=text)


def _read(stream: Stream) -> ReferenceList:
    entries = tuple(
        Entry(
            id=f"entry{number}",
            type=EntryType.OTHER,
            place=Place(stream.index, paragraph.start, paragraph.end),
            number_in_list=number,
            rest=stream.text[paragraph.start : paragraph.end],
        )
        for number, paragraph in enumerate(stream.paragraphs, 1)
    )
    return ReferenceList(stream.index, stream.heading, entries)
