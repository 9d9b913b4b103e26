"""Entries of many styles: the rows are in entries.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from reference_factory import manuscript_of

from srccheck.archives import Registry, load_registry
from srccheck.references import Entry, Name, find_lists

ROWS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "entries.yml").read_text(encoding="utf-8")
)
FIELDS = (
    *("year", "suffix", "date", "title", "container", "volume", "volume_label", "number", "pages"),
    *("place_name", "publisher", "edition", "url", "accessed", "archive", "archive_translated"),
    *("archive_abbreviation", "archive_id", "rest"),
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def shown(entry: Entry) -> dict[str, Any]:
    """Write an entry down in the form of the rows."""
    row: dict[str, Any] = {"type": str(entry.type)}
    if entry.authors:
        row["authors"] = [name_shown(name) for name in entry.authors]
    if entry.editors:
        row["editors"] = [name_shown(name) for name in entry.editors]
    return row | {field: getattr(entry, field) for field in FIELDS if getattr(entry, field)}


def name_shown(name: Name) -> str:
    return f"={name.literal}" if name.literal else name.sort_form


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{style}-{row['entry'][:30]}") for style in ROWS for row in ROWS[style]],
)
def test_the_fields_of_an_entry(row: dict[str, Any], registry: Registry) -> None:
    expected = dict(row)
    (entry,) = find_lists(manuscript_of([expected.pop("entry")]), registry)[0].entries
    assert shown(entry) == expected
