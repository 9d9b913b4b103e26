"""A .bib file: its entries as records, with the place of every field.

bibtexparser divides the file into blocks; what stands in a block is read here, because it keeps
no places, lets a missing comma pass and takes an undefined string for text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from srccheck.readers.bib_fields import BibEntry, BibField, Piece, read_entry
from srccheck.readers.records import RawField, RawProblem, RawRecord, manuscript_of
from srccheck.readers.tex_text import tex_text
from srccheck.text import Manuscript, Span
from srccheck.text.builder import Marked, Run
from srccheck.values import dataclass

if TYPE_CHECKING:
    from bibtexparser.model import Block

MONTH_STRINGS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPACE = re.compile(r"\s+")
_FOREIGN = frozenset({"string", "comment", "preamble"})
_BARE = frozenset(
    {
        "url",
        "doi",
        "file",
        "eprint",
        "urldate",
        "month",
        "isbn",
        "issn",
        "ids",
        "keywords",
        "crossref",
        "xref",
        "xdata",
        "related",
        "langid",
        "options",
    }
)
"""Fields that hold no prose: their value is shown as it is written."""


def read_bib(source: str, path: str, encoding: str) -> Manuscript:
    """Read a .bib file; what cannot be read is a problem of its stream. Never raises."""
    reader = _Reader(source)
    for block, start, limit in _blocks(source):
        reader.take(block, start, limit)
    reader.check()
    return manuscript_of(source, path, "bibtex", encoding, reader.records, reader.problems)


def _blocks(source: str) -> Iterator[tuple[Block, int, int]]:
    """Give every block with its start and the offset that it ends before.

    A block that failed reaches to the next one, for it may be longer than it looked.
    """
    from bibtexparser.model import ImplicitComment
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    at = 0
    found: list[tuple[Block, int, int]] = []
    for block in Splitter(source).split().blocks:
        if isinstance(block, ImplicitComment):
            continue
        raw = block.raw or ""
        start = source.find(raw, at)
        if start < 0:
            continue
        end = start + len(raw)
        # what failed may have looked into the next block
        at = start + 1 if _failed(block) else end
        found.append((block, start, end))
    starts = [start for _, start, _ in found] + [len(source)]
    for (block, start, end), following in zip(found, starts[1:], strict=True):
        yield block, start, following if _failed(block) else end


def _failed(block: Block) -> bool:
    from bibtexparser.model import ParsingFailedBlock

    return isinstance(block, ParsingFailedBlock) and block.ignore_error_block is None


@dataclass(frozen=True, slots=True)
class _String:
    """What a string stands for."""

    value: str
    raw: str


def shown_value(source: str, name: str, inner: Span) -> str:
    """Give what a reader sees of a piece of the field ``name``; ``inner`` is without delimiters."""
    start, end = inner.start, inner.end
    if name in _BARE:
        text = source[start:end]
        if name in {"url", "doi", "file"}:
            return text.replace("\\_", "_").replace("\\&", "&").replace("\\%", "%").strip()
        if not any(char in text for char in "\\{}~"):
            return text
    text = tex_text(source, start, end).text(source)
    # white space at the ends counts where pieces are joined
    lead = " " if source[start : start + 1].isspace() else ""
    return f"{lead}{text} " if source[end - 1 : end].isspace() else lead + text


def _is_plain(entry: BibEntry) -> bool:
    """Tell an entry that nothing has to be said of, each of its values in one piece."""
    names = {each.name for each in entry.fields}
    simple = all(len(each.pieces) == 1 for each in entry.fields)
    return simple and not entry.slips and len(names) == len(entry.fields)


class _Reader:
    """Takes the blocks in the order of the file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.strings: dict[str, _String] = {name: _String(name, name) for name in MONTH_STRINGS}
        self.records: list[RawRecord] = []
        self.problems: list[RawProblem] = []

    def take(self, block: Block, start: int, limit: int) -> None:
        """Take in one block of the file."""
        from bibtexparser.model import ExplicitComment, Preamble, String

        if isinstance(block, String):
            self._string(start, limit)
        elif not isinstance(block, ExplicitComment | Preamble):
            entry = read_entry(self.source, start, limit)
            if entry is None or entry.kind in _FOREIGN:
                span = Span(start, start + len(self.source[start:limit].split("\n", 1)[0].rstrip()))
                self.problems.append(RawProblem(span, "this block does not end"))
            else:
                self._entry(entry)

    def check(self) -> None:
        """Look for keys that stand twice."""
        first: dict[str, RawRecord] = {}
        for record in self.records:
            if not record.key:
                continue
            before = first.setdefault(record.key, record)
            if before is not record:
                line = self.source.count("\n", 0, before.span.start) + 1
                message = f"the key '{record.key}' is that of another entry (line {line})"
                self.problems.append(RawProblem(record.key_span, message))

    def _string(self, start: int, limit: int) -> None:
        """Read ``@string{name = value}`` as an entry whose first field it is."""
        entry = read_entry(self.source, start, limit)
        for each in entry.fields if entry else ():
            value, raw = self._value(each)
            self.strings[each.name] = _String(value, raw)

    def _entry(self, entry: BibEntry) -> None:
        runs: list[Run] = []
        marked: list[Marked] = []
        fields: list[RawField] = []
        at = entry.key_span.end if _is_plain(entry) else entry.span.start
        between = self._folded if _is_plain(entry) else Run
        runs.append(Run(entry.span.start, at))
        seen: set[str] = set()
        for each in entry.fields:
            value, raw = self._value(each)
            for piece in each.pieces:
                inner = piece.inner
                runs.append(between(at, inner.start))
                at = inner.end
                if piece.kind and each.name not in _BARE:
                    shown = tex_text(self.source, inner.start, inner.end)
                    runs += shown.runs
                    marked += shown.marked
                else:
                    runs.append(Run(inner.start, inner.end))
            fields.append(RawField(each.name, value, raw, each.span))
            if each.name in seen:
                message = f"the field '{each.name}' stands twice; only one of them counts"
                self.problems.append(RawProblem(each.name_span, message, lost=False))
            seen.add(each.name)
        runs.append(between(at, entry.span.end))
        self.problems += [RawProblem(slip.span, slip.message, slip.lost) for slip in entry.slips]
        key = entry.key_span.cut(self.source)
        shown_runs = tuple(run for run in runs if run.end > run.start)
        self.records.append(
            RawRecord(
                entry.kind, key, entry.span, entry.key_span, tuple(fields), shown_runs,
                tuple(marked),
            )
        )  # fmt: skip

    def _folded(self, start: int, end: int) -> Run:
        """Give what stands between two values as one run: nobody asks for a place inside."""
        return Run(start, end, _SPACE.sub(" ", self.source[start:end]))

    def _value(self, each: BibField) -> tuple[str, str]:
        """Give what a field says to a reader and in TeX, its strings put in."""
        values: list[str] = []
        raws: list[str] = []
        for piece in each.pieces:
            text = piece.inner.cut(self.source)
            if piece.kind:
                raws.append(text)
                values.append(shown_value(self.source, each.name, piece.inner))
            elif text.isdigit():
                raws.append(text)
                values.append(text)
            else:
                string = self._named(text, piece)
                raws.append(string.raw)
                values.append(string.value)
        return " ".join("".join(values).split()), "".join(raws)

    def _named(self, text: str, piece: Piece) -> _String:
        string = self.strings.get(text.lower())
        if string is not None:
            return string
        message = f"the string '{text}' is defined nowhere"
        self.problems.append(RawProblem(piece.inner, message))
        return _String(text, text)
