"""What the rules made of an entry, as a label for each of its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from srccheck.references.model import EntryType
from srccheck.text import Span

if TYPE_CHECKING:
    from srccheck.references.parse import Parsed

NONE = "-"
_LABELS = {
    "authors": "author", "title": "title", "volume_title": "title", "editor": "editor",
    "year": "date", "date": "date", "suffix": "date", "original_year": "date",
    "place": "location", "publisher": "publisher", "volume": "volume", "number": "volume",
    "volume_label": "volume", "pages": "pages", "edition": "edition", "url": "url", "doi": "doi",
    "accessed": "note", "archive": "archive", "archive_translated": "archive",
    "archive_abbreviation": "archive",
}  # fmt: skip
_IN_BOOKS = frozenset({EntryType.CHAPTER, EntryType.WEB_DOCUMENT})


def rule_labels(parsed: Parsed, words: Sequence[Span]) -> list[str]:
    """Give the rules' label of each word, NONE where they have none."""
    host = "container-title" if parsed.kind in _IN_BOOKS else "journal"
    spans = [
        (span, _LABELS.get(name, host if name == "container" else NONE))
        for name, (_, span) in parsed.values.items()
    ]
    if parsed.mark is not None:
        spans.append((parsed.mark, "author"))
    spans = sorted((each for each in spans if each[1] != NONE and len(each[0])), key=_start)
    labels = []
    at = 0
    for word in words:
        while at < len(spans) and spans[at][0].end <= word.start:
            at += 1
        inside = at < len(spans) and spans[at][0].start < word.end
        labels.append(spans[at][1] if inside else NONE)
    return labels


def _start(each: tuple[Span, str]) -> int:
    return each[0].start
