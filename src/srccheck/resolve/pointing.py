"""Entries of a .bib that stand for others or lead to them: what is cited with a key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from srccheck.citations import CiteKeyCitation
from srccheck.resolve.apparatus import Apparatus
from srccheck.text import Manuscript, StreamKind

POINTING = frozenset({"crossref", "xref", "xdata", "related", "entryset"})
"""Fields that name other entries."""


def cited_keys(apparatus: Apparatus) -> set[str]:
    """Give the keys that are cited, those that are listed without it, and those of cited entries.

    "*" among them stands for all entries.
    """
    return {
        *apparatus.manuscript.nocite,
        *(key for entry in apparatus.entries if apparatus.cited_by(entry) for key in entry.keys),
        *(
            each.citation.key
            for each in apparatus.citations
            if isinstance(each.citation, CiteKeyCitation)
        ),
    }


def pointed_to(
    manuscript: Manuscript, keys: Iterable[str], fields: frozenset[str] = POINTING
) -> set[str]:
    """Give the keys that ``keys`` lead to by ``fields``, and those that these lead to."""
    pointing: dict[str, list[str]] = defaultdict(list)
    for stream in manuscript.of_kind(StreamKind.REFERENCES):
        for record in stream.records:
            for field in record.fields:
                if field.name in fields:
                    pointing[record.key] += [key.strip() for key in field.value.split(",")]
    found: set[str] = set()
    waiting = list(keys) if pointing else []
    while waiting:
        for key in pointing.pop(waiting.pop(), ()):
            found.add(key)
            waiting.append(key)
    return found
