"""Entries written in a format and read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from srccheck import archives, readers, references
from srccheck.bibliography.biblatex import to_biblatex
from srccheck.bibliography.csl_json import csl_json, to_csl
from srccheck.bibliography.ris import to_ris
from srccheck.references import Entry

SUFFIXES = {"biblatex": ".bib", "csl-json": ".json", "ris": ".ris"}


def entries_of(data: bytes, path: str) -> list[Entry]:
    """Read the entries of a file by its name."""
    lists = references.find_lists(readers.read(data, path), archives.load_registry())
    return [entry for each in lists for entry in each.entries]


def written(entries: Iterable[Entry], form: str, origin: str = "") -> str:
    """Write entries under keys of their number."""
    keyed = [(entry, f"k{number}") for number, entry in enumerate(entries)]
    match form:
        case "biblatex":
            return "\n\n".join(to_biblatex(*each, origin).text() for each in keyed)
        case "csl-json":
            return csl_json([to_csl(*each, origin) for each in keyed])
        case _:
            return "".join(to_ris(*each, origin) for each in keyed)


def read_back(entries: Sequence[Entry], form: str, origin: str = "") -> list[Entry]:
    """Write entries and read them again."""
    return entries_of(written(entries, form, origin).encode(), f"x{SUFFIXES[form]}")
