"""Finds the citations of a small manuscript, in a form that is easy to write down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from srccheck.archives import ArchivalReference, load_registry
from srccheck.citations import (
    ArchivalCitation,
    Citation,
    Found,
    IbidCitation,
    LocatorPart,
    PrintedCitation,
    find,
)
from srccheck.readers import read
from srccheck.references import find_lists
from srccheck.text import Manuscript


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as a test writes it; ``locators`` are "unit value" ("page 45–47")."""

    kind: str
    raw: str
    authors: tuple[str, ...] = ()
    year: str | None = None
    suffix: str | None = None
    locators: tuple[str, ...] = ()
    title: str | None = None
    date: str | None = None
    et_al: bool = False
    carried: bool = False


def author_date(
    raw: str,
    *authors: str,
    year: str,
    suffix: str | None = None,
    at: Sequence[str] = (),
    et_al: bool = False,
    carried: bool = False,
) -> Cited:
    """An author–date citation."""
    return Cited("author-date", raw, authors, year, suffix, tuple(at), et_al=et_al, carried=carried)


def narrative(
    raw: str,
    *authors: str,
    year: str,
    suffix: str | None = None,
    at: Sequence[str] = (),
    et_al: bool = False,
    carried: bool = False,
) -> Cited:
    """A citation whose author stands in the sentence, or one outside every parenthesis."""
    return Cited("narrative", raw, authors, year, suffix, tuple(at), et_al=et_al, carried=carried)


def title_date(raw: str, title: str, *, year: str, at: Sequence[str] = ()) -> Cited:
    """A title–date citation."""
    return Cited("title-date", raw, year=year, locators=tuple(at), title=title)


def newspaper(raw: str, title: str, date: str, *, at: Sequence[str] = ()) -> Cited:
    """A newspaper by day."""
    return Cited("newspaper", raw, locators=tuple(at), title=title, date=date)


def ibid(raw: str, *authors: str, at: Sequence[str] = ()) -> Cited:
    """An ibid or one of its relatives; levels are written "delo 7"."""
    return Cited("ibid", raw, authors, locators=tuple(at))


def archival(raw: str, *levels: str) -> Cited:
    """An archival citation with its written levels."""
    return Cited("archival", raw, locators=levels)


def manuscript_of(
    body: str = "", *, entries: Sequence[str] = (), notes: Sequence[str] = ()
) -> Manuscript:
    """A Markdown manuscript with a body, notes and a reference list."""
    marks = "".join(f"[^{number}]" for number in range(1, len(notes) + 1))
    parts = [f"# Essay\n\n{body or 'He spoke at length.'}{marks}"]
    parts += [f"[^{number}]: {note}" for number, note in enumerate(notes, 1)]
    if entries:
        parts += ["## References", *entries]
    return read("\n\n".join(parts).encode(), "essay.md")


def find_in(manuscript: Manuscript) -> Found:
    """Find what stands in a manuscript, with the registry of archives."""
    registry = load_registry()
    entries = [entry for each in find_lists(manuscript, registry) for entry in each.entries]
    return find(manuscript, registry, entries)


def cited(body: str = "", *, entries: Sequence[str] = (), notes: Sequence[str] = ()) -> list[Cited]:
    """Give the citations of a small manuscript, in order."""
    manuscript = manuscript_of(body, entries=entries, notes=notes)
    return [_cited(manuscript, each) for each in find_in(manuscript).citations]


def _cited(manuscript: Manuscript, citation: Citation) -> Cited:
    raw = manuscript.raw(citation.place)
    kind = citation.kind.value
    if isinstance(citation, ArchivalCitation):
        return Cited(kind, raw, locators=_levels(citation.reference))
    if isinstance(citation, IbidCitation):
        levels = _levels(citation.reference) if citation.reference else ()
        return Cited(kind, raw, citation.authors, locators=(*_parts(citation.locators), *levels))
    if isinstance(citation, PrintedCitation):
        year = citation.year
        return Cited(
            kind,
            raw,
            citation.authors,
            year.normal if year else None,
            year.suffix if year else None,
            _parts(citation.locators),
            citation.title,
            citation.date,
            citation.et_al,
            citation.carried,
        )
    return Cited(kind, raw)


def _levels(reference: ArchivalReference) -> tuple[str, ...]:
    return tuple(f"{each.name.value} {each.value}" for each in reference.written)


def _parts(locators: Sequence[LocatorPart]) -> tuple[str, ...]:
    return tuple(f"{part.unit} {part.value}" for part in locators)
