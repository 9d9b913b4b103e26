"""The archival references of an apparatus, as the ARC rules look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives import ArchivalReference, Archive, Level, LevelName
from srccheck.citations import IbidCitation
from srccheck.resolve import Apparatus, Resolved
from srccheck.text import Place, Span

FILE_LEVELS = (LevelName.FOND, LevelName.OPIS, LevelName.DELO)
_CYRILLIC = re.compile(r"[А-яЁёІіЇїЄєҐґЎў]")


def references(apparatus: Apparatus) -> Iterator[tuple[Resolved, ArchivalReference]]:
    """Give every citation of a file with its effective reference, ibids included."""
    for resolved in apparatus.citations:
        if resolved.reference is not None:
            yield resolved, resolved.reference


def written(apparatus: Apparatus) -> Iterator[tuple[Resolved, ArchivalReference]]:
    """Give the references that are written out: no ibids."""
    for resolved, reference in references(apparatus):
        if not isinstance(resolved.citation, IbidCitation):
            yield resolved, reference


def archive_of(apparatus: Apparatus, reference: ArchivalReference) -> Archive | None:
    """Give the registry's record of a reference's archive."""
    return apparatus.registry.get(reference.archive) if reference.archive else None


def at(resolved: Resolved, span: Span) -> Place:
    """Give the place of a span in the citation's stream."""
    return Place(resolved.place.stream, span.start, span.end)


def span_of(first: Level, last: Level) -> Span:
    """Give the span from one level to another."""
    return Span(first.span.start, last.span.end)


def script(label: str) -> str:
    """Give the script of a label: "Cyrillic" or "Latin"."""
    return "Cyrillic" if _CYRILLIC.search(label) else "Latin"


def script_of(reference: ArchivalReference) -> str:
    """Give the script a reference writes its labels (or else its archive) in."""
    labels = "".join(level.label for level in reference.written)
    return script(labels or reference.abbreviation)


def leaf(reference: ArchivalReference) -> Level | None:
    """Give the leaf that stands in this reference's own text."""
    return next((level for level in reference.written if level.name is LevelName.LIST), None)


def file_key(reference: ArchivalReference) -> tuple[str, ...] | None:
    """Give archive, fond, opis and delo; None where the reference names no whole file."""
    levels = reference.levels
    if any(name not in levels for name in FILE_LEVELS):
        return None
    return (
        reference.archive or reference.abbreviation,
        *(levels[name] for name in FILE_LEVELS),
    )
