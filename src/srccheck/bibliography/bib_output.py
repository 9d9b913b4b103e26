"""A .bib written by edits: the .bib files that were given, in one, and new entries behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from srccheck.bibliography.bib_edit import BibFile, Edit, applied
from srccheck.bibliography.bib_text import BibBlock
from srccheck.bibliography.biblatex import BibItem, to_biblatex
from srccheck.bibliography.merge import Merger
from srccheck.bibliography.record import Gathered, Record
from srccheck.references import Entry

ToItem = Callable[[Entry, str, str], BibItem]


class JoinedBib:
    """The texts of some .bib files as one, an empty line between them.

    ``to_item`` writes an entry that stands in none of them.
    """

    def __init__(self, files: Sequence[Gathered], to_item: ToItem = to_biblatex) -> None:
        self._to_item = to_item
        self._starts: dict[str, int] = {}
        text = ""
        for each in files:
            if text:
                text = text.rstrip("\n") + "\n\n"
            self._starts[each.path] = len(text)
            text += each.source
        self.file = BibFile(text)

    def block_of(self, record: Record) -> BibBlock | None:
        """Give the block that a record was read from, where it is one of these files'."""
        start = self._starts.get(record.path)
        return None if start is None else self.file.block_at(start + record.at)

    def holds(self, record: Record) -> bool:
        """Tell whether a record stands in one of these files, broken or not."""
        return record.path in self._starts

    def may_merge(self, kept: Record, gone: Record) -> bool:
        """Tell whether ``gone`` can go into ``kept`` and nothing is lost."""
        if not self.holds(gone):
            return True
        one, other = self.block_of(kept), self.block_of(gone)
        return one is not None and other is not None and self.file.can_merge(one, other)

    def written(
        self,
        before: Sequence[Record],
        after: Sequence[tuple[str, Record]],
        mergers: Sequence[Merger],
        new: Sequence[tuple[str, Record]],
        archival: Sequence[tuple[str, Record]],
    ) -> str:
        """Give the text with all edits, and behind it what stands in none of the files.

        ``before`` are the records as they were read and ``after`` as they are now, for the places
        that changed.
        """
        gone = {
            block.span: block for each in mergers if (block := self.block_of(each.gone)) is not None
        }
        edits = [
            edit
            for edit in (*self.file.forms(), *self._places(before, after))
            if not any(span.start <= edit.span.start < span.end for span in gone)
        ]
        edits += self._merged(mergers)
        items = [self._to_item(each.entry, key, each.origin).text() for key, each in new]
        files = [self._to_item(each.entry, key, each.origin).text() for key, each in archival]
        if files:
            files.insert(0, "% Archival sources")
        parts = [applied(self.file.source, edits), *items, *files]
        if len(parts) == 1:
            return parts[0]
        return "\n\n".join(part.strip("\n") for part in parts if part.strip("\n")) + "\n"

    def _places(
        self, before: Sequence[Record], keyed: Sequence[tuple[str, Record]]
    ) -> Iterator[Edit]:
        after = {(each.path, each.at): each.entry.place_name for _, each in keyed}
        for each in before:
            block = self.block_of(each)
            was, now = each.entry.place_name, after.get((each.path, each.at))
            if block is not None and was and now and was != now:
                yield from self.file.place(block, was, now)

    def _merged(self, mergers: Sequence[Merger]) -> Iterator[Edit]:
        """Give the edits of all mergers, those into one entry together."""
        into: dict[int, list[Merger]] = {}
        for each in mergers:
            block = self.block_of(each.kept)
            if block is not None:
                into.setdefault(block.span.start, []).append(each)
        for start, group in into.items():
            kept = self.file.block_at(start)
            if kept is None:
                continue
            blocks = [block for each in group if (block := self.block_of(each.gone)) is not None]
            names = {name for each in group if self.block_of(each.gone) is None
                     for name in each.filled}  # fmt: skip
            joined = self._to_item(group[-1].kept.entry, "", group[-1].kept.origin)
            filled = _fields_of(names)
            lines = [f"{name} = {{{value}}}" for name, value in joined.fields if name in filled]
            yield from self.file.merge(kept, blocks, lines)


_BIB_NAMES = {
    "editors": ("editor",), "translators": ("translator",), "number": ("number",),
    "container": ("journaltitle", "booktitle", "titleaddon"), "pages": ("pages",),
    "place_name": ("location", "journaltitleaddon"), "publisher": ("publisher", "institution"),
    "date": ("date",), "url": ("url",), "accessed": ("urldate",), "series": ("series",),
    "series_number": ("number",), "volumes": ("volumes",), "total_pages": ("pagetotal",),
    "doi": ("doi",), "isbn": ("isbn",), "issn": ("issn",), "eprint": ("eprint",),
    "language": ("langid",), "original_title": ("origtitle",), "original_date": ("origdate",),
    "event": ("eventtitle",), "event_date": ("eventdate",), "note": ("note",),
}  # fmt: skip


def _fields_of(names: set[str]) -> set[str]:
    return {field for name in names for field in _BIB_NAMES.get(name, ())}
