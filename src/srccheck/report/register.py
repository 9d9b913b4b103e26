"""The register of archival sources: archive, fond, opis, file, leaves, documents, where cited.

It is what a reader takes to the archive and an editor checks: one row a file, inherited levels
written out, ibids included, the leaves of all citations of the file merged and sorted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from srccheck.archives import ArchivalReference, Archive, LevelName
from srccheck.report.archives import english_name
from srccheck.report.leaves import merged_leaves, natural_order
from srccheck.report.lint_json import location_to_json
from srccheck.report.table import BOLD, DIM, styled
from srccheck.report.window import PLAIN, Look, printable, wrap
from srccheck.resolve import Apparatus, Resolved
from srccheck.text import Location
from srccheck.values import dataclass

VERSION = 1
_NAMELESS = "(no archive named)"
_INDENT = 2

Levels = tuple[tuple[str, str], ...]  # name and value, from the top


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a file: whose it is, its levels but the leaf, and where it stands.

    ``index`` is its number in ``Apparatus.citations``.
    """

    archive: str | None
    abbreviation: str
    name: str
    city: str
    levels: Levels
    leaves: str
    title: str
    date: str
    path: str
    location: Location
    note: str | None
    index: int


@dataclass(frozen=True, slots=True)
class File:
    """A file and all its citations; ``documents`` are title, date and leaves of each named one."""

    levels: Levels
    leaves: str
    documents: tuple[tuple[str, str, str], ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """An archive and the files cited of it, in the order of their numbers."""

    archive: str | None
    abbreviation: str
    name: str
    city: str
    files: tuple[File, ...]


def archival_citations(apparatus: Apparatus) -> tuple[Cited, ...]:
    """Give every citation of a file of one manuscript, ibids with their effective levels."""
    return tuple(
        _cited(apparatus, resolved, resolved.reference)
        for resolved in apparatus.citations
        if resolved.reference is not None
    )


def moved_citations(cited: Iterable[Cited], lines: int, offset: int) -> tuple[Cited, ...]:
    """Give the same citations in a file in which ``lines`` lines stand before them."""
    return tuple(
        replace(
            each,
            location=Location(
                each.location.line + lines, each.location.column, each.location.offset + offset
            ),
        )
        for each in cited
    )


def holdings_of(cited: Iterable[Cited]) -> tuple[Holding, ...]:
    """Put the citations of one or more manuscripts in the order of archives and numbers."""
    archives: dict[str, list[Cited]] = {}
    for each in cited:
        archives.setdefault(each.archive or f" {each.abbreviation}", []).append(each)
    holdings = [_holding(group) for group in archives.values()]
    nameless = [each for each in holdings if not each.abbreviation]
    named = [each for each in holdings if each.abbreviation]
    return (*sorted(named, key=lambda each: each.abbreviation.casefold()), *nameless)


def _cited(apparatus: Apparatus, resolved: Resolved, reference: ArchivalReference) -> Cited:
    archive = apparatus.registry.get(reference.archive) if reference.archive else None
    document: Mapping[str, str | None] = reference.document or {}
    passage = apparatus.manuscript.passage(resolved.place)
    return Cited(
        archive=reference.archive,
        abbreviation=_abbreviation(archive, reference),
        name=english_name(archive) if archive else "",
        city=archive.city if archive else "",
        levels=_levels(reference, archive),
        leaves=reference.levels.get(LevelName.LIST, ""),
        title=document.get("title") or "",
        date=document.get("date") or "",
        path=passage.path,
        location=passage.location,
        note=apparatus.stream_of(resolved).label,
        index=resolved.index,
    )


def _abbreviation(archive: Archive | None, reference: ArchivalReference) -> str:
    """Give the name an archive goes by: its first Latin abbreviation, or as it is written."""
    if archive is None:
        return reference.abbreviation
    latin = next((each for each in archive.abbreviations if each.isascii()), None)
    return latin or next(iter(archive.abbreviations), english_name(archive))


def _levels(reference: ArchivalReference, archive: Archive | None) -> Levels:
    order = archive.levels if archive else tuple(LevelName)
    place = {name: number for number, name in enumerate(order)}
    rows = [(name, value) for name, value in reference.levels.items() if name is not LevelName.LIST]
    rows.sort(key=lambda row: place.get(row[0], len(place)))
    return tuple((name.value, value) for name, value in rows)


def _holding(group: Sequence[Cited]) -> Holding:
    files: dict[Levels, list[Cited]] = {}
    for each in group:
        files.setdefault(each.levels, []).append(each)
    ordered = sorted(files, key=lambda levels: [natural_order(value) for _, value in levels])
    first = group[0]
    return Holding(
        first.archive,
        first.abbreviation,
        first.name,
        first.city,
        tuple(_file(levels, files[levels]) for levels in ordered),
    )


def _file(levels: Levels, cited: Sequence[Cited]) -> File:
    documents: dict[tuple[str, str], list[str]] = {}
    for each in cited:
        if each.title:
            documents.setdefault((each.title, each.date), []).append(each.leaves)
    return File(
        levels,
        merged_leaves(each.leaves for each in cited),
        tuple((*document, merged_leaves(leaves)) for document, leaves in documents.items()),
        tuple(cited),
    )


def render_register(holdings: Iterable[Holding], look: Look = PLAIN) -> Iterator[str]:
    """Give the register as a tree: an archive, below it fond, opis, file; an empty line between."""
    for number, holding in enumerate(holdings):
        if number:
            yield ""
        place = ", ".join(part for part in (holding.name, holding.city) if part)
        head = styled(printable(holding.abbreviation or _NAMELESS), BOLD, look)
        yield f"{head}  {printable(place)}".rstrip()
        before: Levels = ()
        for file in holding.files:
            yield from _branch(file, before, look)
            before = file.levels


def _branch(file: File, before: Levels, look: Look) -> Iterator[str]:
    """Give the levels of a file that the one before it did not have, its leaves and citations."""
    common = 0
    while common < min(len(file.levels) - 1, len(before)):
        if file.levels[common] != before[common]:
            break
        common += 1
    for depth in range(common, len(file.levels)):
        name, value = file.levels[depth]
        leaves = f", leaves {file.leaves}" if file.leaves and depth == len(file.levels) - 1 else ""
        label = name.replace("_", " ")
        yield " " * _INDENT * (depth + 1) + printable(f"{label} {value}{leaves}")
    indent = " " * _INDENT * (len(file.levels) + 1)
    for title, date, leaves in file.documents:
        yield from _wrapped(indent, ", ".join(part for part in (title, date, leaves) if part), look)
    for line in _wrapped(indent, "; ".join(_places(file.cited)), look):
        yield styled(line, DIM, look)


def _wrapped(indent: str, text: str, look: Look) -> Iterator[str]:
    for line in wrap(printable(text), max(look.width - len(indent), 24)):
        yield indent + line


def _places(cited: Iterable[Cited]) -> Iterator[str]:
    for each in cited:
        note = f" (note {each.note})" if each.note else ""
        yield f"{each.path}:{each.location.line}{note}"


def register_to_csv(holdings: Iterable[Holding]) -> str:
    """Give the register as CSV (RFC 4180): a row a file, a column for each level that is cited."""
    import csv
    import io

    holdings = list(holdings)
    used = {name for each in holdings for file in each.files for name, _ in file.levels}
    columns = [level.value for level in LevelName if level.value in used]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["archive", "abbreviation", "name", *columns, "leaves", "documents", "cited"])
    for holding in holdings:
        for file in holding.files:
            values = dict(file.levels)
            documents = (", ".join(part for part in each[:2] if part) for each in file.documents)
            writer.writerow(
                [
                    holding.archive or "",
                    holding.abbreviation,
                    holding.name,
                    *(values.get(name, "") for name in columns),
                    file.leaves,
                    "; ".join(documents),
                    "; ".join(_places(file.cited)),
                ]
            )
    return out.getvalue()


def register_to_json(holdings: Iterable[Holding]) -> str:
    """Give the register as one JSON document."""
    document = {"version": VERSION, "archives": [_holding_to_json(each) for each in holdings]}
    return json.dumps(document, ensure_ascii=False, indent=1)


def _holding_to_json(holding: Holding) -> dict[str, Any]:
    return {
        "archive": holding.archive,
        "abbreviation": holding.abbreviation or None,
        "name": holding.name or None,
        "city": holding.city or None,
        "files": [_file_to_json(file) for file in holding.files],
    }


def _file_to_json(file: File) -> dict[str, Any]:
    return {
        "levels": dict(file.levels),
        "leaves": file.leaves or None,
        "documents": [
            {"title": title, "date": date or None, "leaves": leaves or None}
            for title, date, leaves in file.documents
        ],
        "cited": [
            {
                "path": each.path,
                "location": location_to_json(each.location),
                "note": each.note,
                "leaves": each.leaves or None,
            }
            for each in file.cited
        ],
    }
