"""Measure the reference-list parser against a hand-labelled file.

    python tools/measure_references.py LABELS.json [MANUSCRIPT]

LABELS.json holds ``references``: objects with ``raw``, ``type``, ``author_source`` and ``fields``,
and ``source``, the path of the manuscript beside the labels' folder (or give it as MANUSCRIPT).
Prints agreement field by field, then every miss.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from srccheck import archives, readers, references
from srccheck.references import Entry, Name

FIELDS = {
    "title": "title",
    "container": "container",
    "number": "issue",
    "volume": "volume",
    "volume_label": "volume_label",
    "place_name": "place",
    "publisher": "publisher",
    "year": "year",
    "suffix": "year_suffix",
    "date": "date_iso",
    "url": "url",
    "accessed": "accessed",
    "archive": "archive",
    "archive_translated": "archive_translated",
    "archive_abbreviation": "archive_abbrev",
}


def name_of(name: Name) -> dict[str, str]:
    """Give a name in the labels' form."""
    if name.literal:
        return {"literal": name.literal}
    return {"family": name.family, "given": name.given}


def normal(value: object) -> object:
    """Make two spellings of one break inside a word equal: the labels close it."""
    return value.replace(" '", "'") if isinstance(value, str) else value


def compare(entry: Entry, label: dict[str, Any]) -> list[tuple[str, object, object]]:
    """Give (field, expected, got) for every field that either side has."""
    expected = label["fields"]
    rows: list[tuple[str, object, object]] = [
        ("type", label["type"], str(entry.type)),
        ("author_source", label["author_source"], str(entry.author_source)),
    ]
    authors = expected.get("author") or []
    for index in range(max(len(authors), len(entry.authors))):
        given = authors[index] if index < len(authors) else None
        got = name_of(entry.authors[index]) if index < len(entry.authors) else None
        rows.append(("author", given, got))
    for attribute, key in FIELDS.items():
        got = getattr(entry, attribute)
        if expected.get(key) is not None or got is not None:
            rows.append((attribute, normal(expected.get(key)), normal(got)))
    return rows


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("manuscript", type=Path, nargs="?")
    options = parser.parse_args()
    report(*read(options.labels, options.manuscript))


def read(labels: Path, manuscript: Path | None = None) -> tuple[list[Entry], list[dict[str, Any]]]:
    """Give the entries of a labelled manuscript as they are read, and their labels."""
    labelled = json.loads(labels.read_text(encoding="utf-8"))
    path = manuscript or labels.parent.parent / labelled["source"]
    lists = references.find_lists(
        readers.read(path.read_bytes(), path.name), archives.load_registry()
    )
    return [entry for each in lists for entry in each.entries], labelled["references"]


def report(entries: list[Entry], labels: list[dict[str, Any]]) -> None:
    """Print counts, the table by field, and the misses."""
    print(f"entries: {len(entries)} found, {len(labels)} labelled")
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    misses = []
    for entry, label in zip(entries, labels, strict=False):
        for field, expected, got in compare(entry, label):
            total[field] += 1
            right[field] += expected == got
            if expected != got:
                misses.append(f"  {label['id']} {field}: expected {expected!r}, got {got!r}")
    for field in total:
        print(f"{field:22}{right[field]:4}/{total[field]:<4}{right[field] / total[field]:7.1%}")
    share = sum(right.values()) / max(1, sum(total.values()))
    print(f"{'all fields':22}{sum(right.values()):4}/{sum(total.values()):<4}{share:7.1%}")
    print("\n".join(misses))


if __name__ == "__main__":
    main()
