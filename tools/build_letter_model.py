"""Add lists of names to the letter model refs/russian_trigrams.json.gz.

    python tools/build_letter_model.py MODEL NAMES WEIGHT [NAMES WEIGHT …] --out MODEL

NAMES holds one Cyrillic name a line and counts WEIGHT times. One name in ten (by the CRC-32 of
its letters) is left out, so that `tools/measure_translit.py` can measure on names the model has
not seen.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections import Counter, defaultdict
from pathlib import Path

ORDER = 3


def held_out(name: str) -> bool:
    """Whether a name is kept for measuring."""
    return zlib.crc32(name.encode("utf-8")) % 10 == 0


def main() -> None:
    """Read the model, add the names, write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("lists", nargs="+", help="a file of names and its weight, in turn")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    data = json.loads(gzip.decompress(asked.model.read_bytes()))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for context, letters in data["letters_after"].items():
        for word in letters.split():
            counts[context][word[0]] += int(word[1:])
    for path, weight in zip(asked.lists[::2], asked.lists[1::2], strict=True):
        for name in Path(path).read_text(encoding="utf-8").split():
            if held_out(name):
                continue
            for part in name.lower().split("-"):
                text = "^" * (ORDER - 1) + part + "$"
                for at in range(ORDER - 1, len(text)):
                    for order in range(ORDER):
                        counts[text[at - order : at]][text[at]] += int(weight)
    data["letters_after"] = {
        context: " ".join(f"{letter}{count}" for letter, count in after.most_common())
        for context, after in sorted(counts.items())
    }
    raw = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    asked.out.write_bytes(gzip.compress(raw, 9, mtime=0))


if __name__ == "__main__":
    main()
