"""Entries out of the records of a .bib, CSL-JSON or RIS file."""

from __future__ import annotations

from srccheck.readers.tex_text import tex_text
from srccheck.references.bibtex import read_bibtex
from srccheck.references.csl import read_csl_items
from srccheck.references.model import Entry
from srccheck.references.ris import read_ris_records
from srccheck.text import Stream


def read_records(stream: Stream, format_: str) -> list[Entry]:
    """Give the entries of a stream's records; ``format_`` is that of its file. Ids come later."""
    match format_:
        case "csl-json":
            return read_csl_items(stream.records, stream.index, stream.text)
        case "ris":
            return read_ris_records(stream.records, stream.index, stream.text)
        case _:
            return read_bibtex(stream.records, stream.index, stream.text, _shown)


def _shown(tex: str) -> str:
    return tex_text(tex, 0, len(tex)).text(tex)
