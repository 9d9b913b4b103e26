"""Prints what bibliographies lose on the way: each entry written in a format and read back.

Usage::

    python tools/measure_bibliographies.py [--show] FILE...

FILE is a .bib, CSL-JSON or RIS file, or a manuscript with a reference list. For each format:
entries that read back as they were, and the fields that did not, with ``--show`` their values.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from srccheck import archives, readers, references
from srccheck.bibliography.biblatex import to_biblatex
from srccheck.bibliography.csl_json import csl_json, to_csl
from srccheck.bibliography.losses import lost
from srccheck.bibliography.normal import normalised
from srccheck.bibliography.ris import to_ris
from srccheck.references import Entry

SUFFIXES = {"biblatex": ".bib", "csl-json": ".json", "ris": ".ris"}


def main() -> None:
    """Measure every file in every format."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print the values that were lost")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    for path in arguments.files:
        manuscript = readers.read(path.read_bytes(), path.name)
        entries = [normalised(each) for each in entries_of(path.read_bytes(), path.name)]
        for form, suffix in SUFFIXES.items():
            text = written(entries, form, manuscript.format)
            measure(path.name, form, entries, entries_of(text.encode(), f"x{suffix}"), arguments)


def measure(
    name: str, form: str, entries: list[Entry], again: list[Entry], arguments: argparse.Namespace
) -> None:
    """Print one line for a file and a format, and what was lost."""
    losses = [lost(*pair) for pair in zip(entries, again, strict=False)]
    whole = sum(not each for each in losses) if len(again) == len(entries) else 0
    fields = Counter(field for each in losses for field in each)
    said = ", ".join(f"{field} {count}" for field, count in fields.most_common()) or "nothing"
    print(f"{name:<32}{form:<10}{whole:>5} of {len(entries):>5}   lost: {said}")
    if arguments.show:
        for entry, each in zip(entries, losses, strict=False):
            for field, (before, after) in each.items():
                print(f"    {entry.key or entry.id} {field}: {before!r} -> {after!r}")


def entries_of(data: bytes, name: str) -> list[Entry]:
    """Read the entries of a file by its name."""
    lists = references.find_lists(readers.read(data, name), archives.load_registry())
    return [entry for each in lists for entry in each.entries]


def written(entries: list[Entry], form: str, origin: str) -> str:
    """Write entries under keys of their number."""
    keyed = [(entry, f"k{number}") for number, entry in enumerate(entries)]
    if form == "biblatex":
        return "\n\n".join(to_biblatex(*each, origin).text() for each in keyed)
    if form == "csl-json":
        return csl_json(to_csl(*each, origin) for each in keyed)
    return "".join(to_ris(*each, origin) for each in keyed)


if __name__ == "__main__":
    main()
