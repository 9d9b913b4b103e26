"""The entries of a sound .bib, straight from its blocks.

The reader of .bib files finds a place for every word and goes on behind what is broken; a
bibliography of ten thousand entries needs neither. Whatever is not plain (a broken block, a value
put together with ``#``, a string that nobody defines) is left to that reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from srccheck.bibliography.bib_text import BibBlock, BibField
from srccheck.readers.bib import MONTH_STRINGS, shown_value
from srccheck.readers.tex_text import tex_text
from srccheck.references import Entry
from srccheck.references.bibtex import read_bibtex
from srccheck.references.identity import make_id
from srccheck.text import Span
from srccheck.text.records import Record, RecordField

_NO_RECORD = frozenset({"string", "preamble", "comment"})

Strings = dict[str, tuple[str, str]]  # name: what a reader sees, TeX


def plain_entries(source: str, blocks: Sequence[BibBlock]) -> list[Entry] | None:
    """Give the entries of a .bib with places in the file itself; None where it is not plain."""
    strings: Strings = {name: (name, name) for name in MONTH_STRINGS}
    records = []
    for block in blocks:
        fields = _fields(source, block, strings)
        if fields is None:
            return None
        if block.kind == "string":
            strings.update((each.name, (each.value, each.raw)) for each in fields)
        elif block.kind not in _NO_RECORD:
            key = block.key.cut(source)
            records.append(Record(block.kind, key, block.span, block.span, block.key, fields))
    used: dict[str, int] = {}
    entries = read_bibtex(records, 0, source, _decoded)
    return [replace(each, id=make_id(each, used)) for each in entries]


def _fields(source: str, block: BibBlock, strings: Strings) -> tuple[RecordField, ...] | None:
    if block.fault or (block.is_entry and not len(block.key)):
        return None
    fields = []
    for field in block.fields:
        inner = field.inner
        if inner is None:
            return None
        said = _said(source, field, inner, strings)
        if said is None:
            return None
        fields.append(RecordField(field.label, *said, inner, inner))
    return tuple(fields)


def _said(source: str, field: BibField, inner: Span, strings: Strings) -> tuple[str, str] | None:
    raw = inner.cut(source)
    if not field.bare:
        return " ".join(shown_value(source, field.label, inner).split()), raw
    return (raw, raw) if raw.isdigit() else strings.get(raw.lower())


def _decoded(tex: str) -> str:
    return tex_text(tex, 0, len(tex)).text(tex)
