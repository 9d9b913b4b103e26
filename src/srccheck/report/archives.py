"""Archives of the registry, as a table, a page and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from srccheck.archives import Archive
from srccheck.report.table import BOLD, render_table, styled
from srccheck.report.window import PLAIN, Look, printable, wrap

VERSION = 1


def render_archives(archives: Iterable[Archive], look: Look = PLAIN) -> Iterator[str]:
    """Give archives as a table: id, abbreviations, city, country, name."""
    rows = [("id", "abbreviations", "city", "country", "name")]
    rows.extend(
        (
            archive.id,
            ", ".join(archive.abbreviations[:3]),
            archive.city,
            archive.country,
            english_name(archive),
        )
        for archive in archives
    )
    return render_table(rows, look)


def render_archive(archive: Archive, look: Look = PLAIN) -> Iterator[str]:
    """Give one record in full."""
    yield styled(f"{archive.id}  {printable(english_name(archive))}", BOLD, look)
    for label, value in _facts(archive):
        first, *rest = wrap(printable(value), max(look.width - 16, 24))
        yield f"  {label:<13} {first}"
        yield from (" " * 16 + line for line in rest)


def archives_to_json(archives: Iterable[Archive]) -> str:
    """Give archives as one JSON document."""
    document = {"version": VERSION, "archives": [_archive(archive) for archive in archives]}
    return json.dumps(document, ensure_ascii=False, indent=1)


def archive_to_json(archive: Archive) -> str:
    """Give one archive as a JSON document."""
    return json.dumps(
        {"version": VERSION, "archive": _archive(archive)}, ensure_ascii=False, indent=1
    )


def english_name(archive: Archive) -> str:
    """Give the English name, or the first there is."""
    names = archive.names.get("en") or next(iter(archive.names.values()), ())
    return names[0] if names else archive.id


def _facts(archive: Archive) -> Iterator[tuple[str, str]]:
    yield "abbreviations", ", ".join(archive.abbreviations)
    for language, names in archive.names.items():
        yield f"name ({language})", "; ".join(names)
    for former in archive.former:
        years = f"{former.since or ''}–{former.until or ''}"
        yield "formerly", "; ".join((*former.abbreviations, *former.names)) + f" ({years})"
    yield "where", ", ".join(part for part in (archive.city, archive.country) if part)
    yield (
        "levels",
        " ".join(
            f"{level.value}{'*' if level in archive.required else ''}" for level in archive.levels
        ),
    )
    for example in archive.examples:
        yield "example", example
    if archive.website:
        yield "website", archive.website
    for source in archive.sources:
        yield "source", source


def _archive(archive: Archive) -> dict[str, Any]:
    return {
        "id": archive.id,
        "country": archive.country,
        "city": archive.city,
        "names": {language: list(names) for language, names in archive.names.items()},
        "abbreviations": list(archive.abbreviations),
        "former": [
            {
                "abbreviations": list(former.abbreviations),
                "names": list(former.names),
                "since": former.since,
                "until": former.until,
            }
            for former in archive.former
        ],
        "convention": archive.convention,
        "levels": [level.value for level in archive.levels],
        "required": [level.value for level in archive.levels if level in archive.required],
        "shapes": {level.value: shape for level, shape in archive.shapes.items()},
        "website": archive.website or None,
        "sources": list(archive.sources),
        "examples": list(archive.examples),
        "non_examples": list(archive.non_examples),
    }
