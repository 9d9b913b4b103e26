"""A .bib brought into one form by edits: what is not edited stays, byte for byte.

Edited are values whose form says nothing: a DOI's address, an ISBN's hyphens, dashes in ranges, the
figures of a date, the order of a name's parts. Two entries that are one work become one, the other
key an alias (``ids``), where biblatex reads the file; BibTeX knows no aliases, so there they stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from srccheck.bibliography import forms
from srccheck.bibliography.bib_names_edit import inverted_names
from srccheck.bibliography.bib_text import BibBlock, BibField, blocks_of
from srccheck.text import Span
from srccheck.values import dataclass

_DASH = "--"
_TEX_FREE = re.compile(r"[^\\{}]*")
_FORMS: Mapping[str, Callable[[str], str]] = {
    "doi": forms.doi, "isbn": forms.isbn, "issn": forms.issn, "url": forms.url,
    "date": forms.iso_date, "urldate": forms.iso_date, "origdate": forms.iso_date,
    "eventdate": forms.iso_date,
    "pages": lambda text: forms.pages(text, _DASH),
    "volume": lambda text: forms.numbers(text, _DASH),
    "number": lambda text: forms.numbers(text, _DASH),
}  # fmt: skip
_NAMES = frozenset(
    {
        "author", "editor", "translator", "editora", "editorb", "editorc", "bookauthor",
        "commentator", "annotator", "introduction", "foreword", "afterword", "holder",
    }
)  # fmt: skip
_PLACES = ("location", "address")
_YEARS = re.compile(r"\d{4}\s*(?:-{1,3}|[–—/])\s*\d{4}")
_BIBLATEX = frozenset({"date", "journaltitle", "location", "eventdate", "maintitle"})
_ONE_OF = (
    {"journal", "journaltitle"}, {"location", "address"}, {"date", "year"}, {"date", "month"},
    {"school", "institution"}, {"annotation", "annote"}, {"langid", "hyphenation"},
)  # fmt: skip
_POINTERS = frozenset({"crossref", "xref", "xdata", "related", "entryset"})
_NOT_COPIED = frozenset({"ids", "date-added", "date-modified", "timestamp", "owner"})


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """New text for a range of the file."""

    span: Span
    text: str


def applied(source: str, edits: Sequence[Edit]) -> str:
    """Give the text with its edits; they do not overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        parts += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, source[at:]])


class BibFile:
    """The text of a .bib and its blocks, to be edited."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.newline = "\r\n" if "\r\n" in source else "\n"
        self.blocks = blocks_of(source)
        self.biblatex = _is_biblatex(self.blocks)
        self._by_start = {block.span.start: block for block in self.blocks}
        self._pointed = set(_pointed(self.blocks, source))

    def block_at(self, offset: int) -> BibBlock | None:
        """Give the entry that begins at ``offset``, if it could be read to its end."""
        block = self._by_start.get(offset)
        return block if block is not None and not block.fault else None

    def forms(self) -> Iterator[Edit]:
        """Give the edits that bring values into one form."""
        for block in self.blocks:
            if block.is_entry and not block.fault:
                for field in block.fields:
                    yield from self._form(block, field)

    def place(self, block: BibBlock, before: str, after: str) -> Iterator[Edit]:
        """Give the edit that writes a place of publication otherwise."""
        for field in filter(None, map(block.field, _PLACES)):
            if field.inner is not None and field.inner.cut(self.source) == before:
                yield Edit(field.inner, after)

    def can_merge(self, kept: BibBlock, gone: BibBlock) -> bool:
        """Tell whether one entry can go into the other without a loss."""
        keys = {each.key.cut(self.source).lower() for each in (kept, gone)}
        return self.biblatex and not keys & self._pointed and not self._has_comments(gone)

    def merge(
        self, kept: BibBlock, gone: Sequence[BibBlock], more: Sequence[str] = ()
    ) -> Iterator[Edit]:
        """Give the edits that put the fields of ``gone`` into ``kept`` and take them away.

        ``more`` are further fields, "name = {value}".
        """
        held = {field.label for field in kept.fields}
        lines: list[str] = []
        for block in gone:
            for field in block.fields:
                if field.label in _NOT_COPIED or _is_held(field.label, held):
                    continue
                held.add(field.label)
                name, value = field.name.cut(self.source), field.value.cut(self.source)
                lines.append(f"{name} = {value}")
            yield Edit(self._with_line_end(block.span), "")
        lines += [each for each in more if not _is_held(each.split(" ", 1)[0], held)]
        keys = [block.key.cut(self.source) for block in gone]
        ids = kept.field("ids")
        if keys and ids is not None and ids.inner is not None:
            known = [each.strip() for each in ids.inner.cut(self.source).split(",")]
            yield Edit(ids.inner, ", ".join(dict.fromkeys([*known, *keys])))
        elif keys:
            lines.insert(0, f"ids = {{{', '.join(keys)}}}")
        if lines and kept.fields:
            yield self._added(kept.fields[-1], lines)

    def _added(self, last: BibField, lines: Sequence[str]) -> Edit:
        """Give the edit that puts lines behind an entry's last field, set in as that is."""
        line = self.source.rfind("\n", 0, last.name.start) + 1
        indent = self.source[line : last.name.start]
        indent = indent if not indent.strip() else "  "
        closed = self.source[last.whole.end - 1] == ","
        column = self.source.find("=", last.name.end) - last.name.start - 1
        rows = [each.split(" = ", 1) for each in lines]
        text = "".join(f",{self.newline}{indent}{name:<{column}} = {value}" for name, value in rows)
        return Edit(Span(last.whole.end, last.whole.end), f"{text[1:]}," if closed else text)

    def _form(self, block: BibBlock, field: BibField) -> Iterator[Edit]:
        if field.inner is None or field.bare:
            return
        value = field.inner.cut(self.source)
        form = _FORMS.get(field.label)
        if field.label in _NAMES:
            new = inverted_names(value)
        elif form is not None and _TEX_FREE.fullmatch(value):
            new = form(value)
        elif field.label == "year" and self.biblatex and block.field("date") is None:
            if _YEARS.fullmatch(value.strip()) and block.field("month") is None:
                yield Edit(field.name, "date")
                yield Edit(field.inner, forms.iso_date(value.strip()))
            return
        else:
            return
        if new != value:
            yield Edit(field.inner, new)

    def _has_comments(self, block: BibBlock) -> bool:
        text = list(block.span.cut(self.source))
        for field in block.fields:
            start = field.name.start - block.span.start
            text[start : field.value.end - block.span.start] = " " * (
                field.value.end - field.name.start
            )
        return "%" in text

    def _with_line_end(self, span: Span) -> Span:
        end = span.end
        while end < len(self.source) and self.source[end] in " \t\r":
            end += 1
        if end < len(self.source) and self.source[end] == "\n":
            end += 1
            blank = re.compile(r"[ \t]*\r?\n").match(self.source, end)
            end = blank.end() if blank else end
        if end < len(self.source):
            return Span(span.start, end)
        return Span(len(self.source[: span.start].rstrip("\r\n")) + 1, end)


def _is_held(label: str, held: set[str]) -> bool:
    return label in held or any(label in group and group & held for group in _ONE_OF)


def _is_biblatex(blocks: Sequence[BibBlock]) -> bool:
    return any(
        block.kind in ("online", "thesis", "collection", "mvbook", "report")
        or any(field.label in _BIBLATEX for field in block.fields)
        for block in blocks
    )


def _pointed(blocks: Sequence[BibBlock], source: str) -> Iterator[str]:
    """Give the keys, in lower case, that other entries point to."""
    for block in blocks:
        for field in block.fields:
            if field.label in _POINTERS and field.inner is not None:
                for key in field.inner.cut(source).split(","):
                    yield key.strip().lower()
