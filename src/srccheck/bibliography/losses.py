"""What of an entry a format did not hold: the entry as it was against the one read back."""

from __future__ import annotations

import unicodedata
from typing import Any

from srccheck.bibliography.crosswalk import EXTRA_TO_BIBLATEX, code_of
from srccheck.bibliography.tex import plain_text
from srccheck.references import Entry, Name

FIELDS = (
    "type", "authors", "editors", "translators", "year", "suffix", "title", "container", "volume",
    "number", "pages", "place_name", "publisher", "date", "url", "accessed", "edition", "archive",
    "archive_translated", "archive_abbreviation", "series", "series_number", "volumes",
    "total_pages", "doi", "isbn", "issn", "eprint", "language", "original_title", "original_date",
    "event", "event_date", "note", "and_others",
)  # fmt: skip
"""What an entry says of its work. Its key, its place in a file and the words of its own format for
the type are none of that."""


def content(entry: Entry) -> dict[str, Any]:
    """Give what an entry says, field by field, in forms that can be compared."""
    said = {name: _comparable(getattr(entry, name)) for name in FIELDS}
    said["language"] = code_of(entry.language)
    said["extra"] = sorted(
        (EXTRA_TO_BIBLATEX.get(name, name), _folded(plain_text(value)))
        for name, value in entry.extra
        if value
    )
    return {name: value for name, value in said.items() if value}


def lost(before: Entry, after: Entry) -> dict[str, tuple[Any, Any]]:
    """Give every field that is another one after, or gone: its value before and after."""
    mine, theirs = content(before), content(after)
    return {
        name: (mine.get(name), theirs.get(name))
        for name in (*mine, *(each for each in theirs if each not in mine))
        if mine.get(name) != theirs.get(name)
    }


def _comparable(value: Any) -> Any:
    if isinstance(value, str):
        return _folded(value)
    if isinstance(value, tuple):
        return [_name(each) if isinstance(each, Name) else each for each in value]
    return value


def _name(name: Name) -> tuple[str, ...]:
    return tuple(map(_folded, (name.family, name.given, name.literal, name.suffix)))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
