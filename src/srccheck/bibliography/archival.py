"""The archival sources of a bibliography: by archive, below it by fond.

The fonds of an archive stand in one line each, with the files cited of it; what two files share is
not repeated ("f. 495, op. 201, d. 1/2; d. 5; op. 205, d. 7"), and the line reads back as the same
files. Leaves are for the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from srccheck.archives import (
    ArchivalReference,
    Level,
    LevelName,
    Registry,
    load_registry,
    render,
)
from srccheck.archives import Style as Notation
from srccheck.bibliography.record import Record
from srccheck.bibliography.styles import Style
from srccheck.references import Entry, EntryType
from srccheck.report.register import File, Holding
from srccheck.text import Place, Span
from srccheck.values import dataclass

ARCHIVAL = "archival"
"""The keyword of a file in an archive, by which biblatex can print them apart."""

_KEYWORDS = frozenset({"keyword", "keywords", "KW"})
_NOWHERE = Span(0, 0)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_BETWEEN = {
    False: re.compile(", "),
    True: re.compile(r"\.\s(?=[^\W\d_]{1,4}\.(?:[^\W\d_]\.)?\s)"),  # before a label, not "Ф. 79"
}
_AMBIGUOUS = re.compile(r"[pпПP]\.\s")
_NAMELESS = {False: "Archive not named", True: "Архив не назван"}


@dataclass(frozen=True, slots=True)
class ArchiveSection:
    """An archive as a list heads it, and its fonds, a line each."""

    heading: str
    fonds: tuple[str, ...]


def sections(
    holdings: Iterable[Holding], archives: Sequence[Record], style: Style
) -> list[ArchiveSection]:
    """Give the archives that are cited, and those that a list names, in their order."""
    registry = load_registry()
    named = {each.entry.archive_id or each.name: each for each in archives}
    found: list[ArchiveSection] = []
    for holding in holdings:
        record = named.pop(holding.archive or "", None)
        heading = _listed(record, style) if record else _heading(holding, registry, style)
        cyrillic = _is_cyrillic(holding, registry, style, heading)
        fonds = tuple(_fonds(holding, registry, cyrillic=cyrillic))
        found.append(ArchiveSection(heading.removesuffix("."), fonds))
    found += [ArchiveSection(_listed(each, style).removesuffix("."), ()) for each in named.values()]
    return sorted(found, key=lambda each: each.heading.casefold())


def _listed(record: Record, style: Style) -> str:
    """Give an archive as the list has it, its city behind the abbreviation."""
    entry = record.entry
    if not entry.place_name:
        return style.write(entry)
    return f"{style.write(replace(entry, place_name=None)).removesuffix('.')}, {entry.place_name}"


def _heading(holding: Holding, registry: Registry, style: Style) -> str:
    archive = registry.get(holding.archive) if holding.archive else None
    if archive is None:
        return holding.abbreviation or _NAMELESS[style.cyrillic_first]
    name, short = holding.name, holding.abbreviation
    if style.cyrillic_first and archive.names.get("ru"):
        name = archive.names["ru"][0]
        short = next((each for each in archive.abbreviations if _CYRILLIC.search(each)), short)
    place = f", {holding.city}" if holding.city and not style.cyrillic_first else ""
    return f"{name} ({short}){place}"


def _fonds(holding: Holding, registry: Registry, *, cyrillic: bool) -> Iterator[str]:
    """Give a line for each fond: what a file shares with the one before it is left out."""
    joint = ". " if cyrillic else ", "
    line: list[str] = []
    before: list[str] = []
    for file in holding.files:
        parts = _parts(file, holding, registry, cyrillic=cyrillic)
        if line and parts[:1] == before[:1]:
            common = 0
            while common < min(len(parts), len(before)) - 1 and parts[common] == before[common]:
                common += 1
            if common and _AMBIGUOUS.match(parts[common]):
                common -= 1  # "; p. 5, d. 47" would be page 5
            line.append(joint.join(parts[common:]))
        else:
            if line:
                yield "; ".join(line)
            line = [joint.join(parts)]
        before = parts
    if line:
        yield "; ".join(line)


def _is_cyrillic(holding: Holding, registry: Registry, style: Style, heading: str) -> bool:
    """Tell whether the levels go by their Russian names: as the archive above them does."""
    archive = registry.get(holding.archive) if holding.archive else None
    names = archive.abbreviations if archive else (holding.abbreviation,)
    return (
        style.cyrillic_first
        and any(_CYRILLIC.search(each) for each in names)
        and _CYRILLIC.search(heading) is not None
    )


def _parts(file: File, holding: Holding, registry: Registry, *, cyrillic: bool) -> list[str]:
    """Give the levels of a file as they are written, without the archive's name."""
    notation = Notation.CYRILLIC if cyrillic else Notation.LATIN
    text = render(_reference(file, holding), registry, notation)
    for name in _names(holding, registry):
        for mark in (". " if cyrillic else ", ", " "):
            if text.startswith(name + mark):
                return _BETWEEN[cyrillic].split(text[len(name + mark) :])
    return _BETWEEN[cyrillic].split(text)


def _names(holding: Holding, registry: Registry) -> list[str]:
    archive = registry.get(holding.archive) if holding.archive else None
    if archive is None:
        return [holding.abbreviation] if holding.abbreviation else []
    names = [name for each in archive.names.values() for name in each]
    return sorted([*archive.abbreviations, *names], key=len, reverse=True)


def _reference(file: File, holding: Holding) -> ArchivalReference:
    levels = tuple(
        Level(LevelName(name), value, "", value, _NOWHERE, _NOWHERE) for name, value in file.levels
    )
    return ArchivalReference(_NOWHERE, holding.archive, holding.abbreviation, None, levels)


def is_file(record: Record) -> bool:
    """Tell the entry of a file in an archive, as :func:`file_entries` makes them."""
    return any(value == ARCHIVAL for name, value in record.entry.extra if name in _KEYWORDS)


def file_entries(holdings: Iterable[Holding], *, csl: bool) -> Iterator[Record]:
    """Give every file cited as an entry, for the formats of fields.

    Its title is the file's place in the archive; the archive stands in the field for it.
    """
    registry = load_registry()
    for holding in holdings:
        for file in holding.files:
            locator = ", ".join(_parts(file, holding, registry, cyrillic=False))
            name = ", ".join(part for part in (holding.abbreviation, holding.name) if part)
            extra = [("archive", name), ("archive_location", locator if csl else "")]
            values = "-".join(value for _, value in file.levels)
            key = re.sub(r"\W+", "-", f"{holding.archive or holding.abbreviation}-{values}")
            entry = Entry(
                key.strip("-").lower() or "file",
                EntryType.UNPUBLISHED if csl else EntryType.OTHER,
                Place(0, 0, 0),
                0,
                title=f"{holding.abbreviation}, {locator}" if holding.abbreviation else locator,
                place_name=holding.city or None,
                extra=(*(each for each in extra if each[1]), ("keyword", ARCHIVAL)),
            )
            cited = file.cited[0]
            yield Record(entry, "", f"{cited.path}:{cited.location.line}", "")
