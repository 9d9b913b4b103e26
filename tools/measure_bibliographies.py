"""Prints what bibliographies lose on the way: each entry written and read back.

Usage::

    python tools/measure_bibliographies.py [--show] FILE...

FILE is a .bib, CSL-JSON or RIS file, or a manuscript with a reference list. For each format:
entries that read back as they were, and the fields that did not, with ``--show`` their values. For
each style, as Markdown and as plain text: entries that are written as they were when the list is
read and written again, with ``--show`` the others, before and after.
"""

from __future__ import annotations

import argparse
import difflib
from collections import Counter
from pathlib import Path

from srccheck import archives, readers, references
from srccheck.bibliography.biblatex import to_biblatex
from srccheck.bibliography.csl_json import csl_json, to_csl
from srccheck.bibliography.gather import gather
from srccheck.bibliography.losses import lost
from srccheck.bibliography.normal import normalised
from srccheck.bibliography.ris import to_ris
from srccheck.bibliography.styles import STYLES
from srccheck.bibliography.write import Target, Written, write
from srccheck.references import Entry

READABLE = {Target.MARKDOWN: "x.md", Target.TEXT: "x.txt"}
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
        for style in STYLES.values():
            for target, suffix in READABLE.items():
                first = blocks(write([gather(path.read_bytes(), path.name)], target, style))
                again = blocks(write([gather("\n\n".join(first).encode(), suffix)], target, style))
                compare(path.name, f"{style.name} {target.value}", first, again, arguments)


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


def blocks(written: Written) -> list[str]:
    """Give the paragraphs of a readable list."""
    return written.data.decode().strip().split("\n\n")


def compare(
    name: str, form: str, first: list[str], again: list[str], arguments: argparse.Namespace
) -> None:
    """Print one line for a file and a style, and what is written otherwise the second time."""
    headings = {each for each in first if each.startswith("#") or each.isupper()}
    lines = [each for each in first if each not in headings]
    others = set(again)
    changed = [each for each in lines if each not in others]
    print(f"{name:<32}{form:<34}{len(lines) - len(changed):>5} of {len(lines):>5}")
    if arguments.show:
        left = [each for each in again if each not in set(first)]
        for each in changed:
            near = difflib.get_close_matches(each, left, 1, 0.3)
            print(f"    - {each}\n    + {near[0] if near else '(gone)'}")


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
