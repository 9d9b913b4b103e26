"""Measure the archival grammar on a file of labelled citations, and print a table by convention.

    python tools/measure_archives.py PATH.jsonl [--wrong]

Each line of the file is ``{"convention", "text", "expected": [{"archive", "levels"}]}``; a row is
right where archives, files and levels are all as expected, a false friend where nothing is found.
``--wrong`` lists the other rows.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from srccheck.archives import find_references, load_registry


def main() -> None:
    """Read the file, parse each row, print how many are right."""
    parser = argparse.ArgumentParser(
        description="Measure the archival grammar on labelled citations."
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the rows that are not right")
    options = parser.parse_args()
    registry = load_registry()
    lines = options.path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    started = time.process_time()
    for row in rows:
        found = [
            _plain(each.archive, each.levels) for each in find_references(row["text"], registry)
        ]
        expected = [_plain(each["archive"], each["levels"]) for each in row["expected"]]
        right = found == expected
        counts[row["convention"]][0] += right
        counts[row["convention"]][1] += 1
        if options.wrong and not right:
            print(f"{row['convention']}: {row['text']}\n  expected {expected}\n  found    {found}")
    _print(counts, time.process_time() - started)


def _plain(archive: str | None, levels: Any) -> tuple[str | None, dict[str, str]]:
    return archive, {str(name): value for name, value in sorted(levels.items())}


def _print(counts: dict[str, list[int]], seconds: float) -> None:
    width = max(len(name) for name in counts)
    for name, (right, total) in sorted(counts.items()):
        print(f"{name:<{width}}  {right:>4} of {total:>4}  {right / total:>6.1%}")
    right, total = (sum(each[place] for each in counts.values()) for place in (0, 1))
    print(f"{'all':<{width}}  {right:>4} of {total:>4}  {right / total:>6.1%}  ({seconds:.2f} s)")


if __name__ == "__main__":
    main()
