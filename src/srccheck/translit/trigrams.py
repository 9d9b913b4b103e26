"""A letter model of Russian: how probable a word is, judged by its groups of three letters."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from srccheck.errors import DataFileError
from srccheck.resources import refs_path

START: Final = "^^"
"""The context of a word's first letter."""
END: Final = "$"

_SMOOTHING: Final = 5.0
_SMALLEST: Final = 1e-12
# Letters of the neighbours' alphabets are judged as the Russian letter they are nearest to.
_AS_RUSSIAN: Final = str.maketrans("іїєґўјљњћђџѓќѕѣѳѵѫ", "ииегуйлнчддгкзефиа")


class Trigrams(dict[str, float]):
    """Interpolated letter trigrams: ``model["ова"]`` is log P(а | ов) in nats.

    ``letters_after`` maps a context (0, 1 or 2 letters) to "letter and count" words. Values are
    worked out, and contexts read, when they are first asked for: a run needs a small part.
    """

    def __init__(self, letters_after: dict[str, str]) -> None:
        super().__init__()
        self._raw = letters_after
        self._tables: dict[str, tuple[int, dict[str, int]]] = {}
        self._shorter: dict[str, float] = {"": 1.0 / (len(letters_after[""].split()) + 1)}

    def __missing__(self, group: str) -> float:
        probability = self._probability(group.translate(_AS_RUSSIAN))
        value = self[group] = math.log(max(probability, _SMALLEST))
        return value

    def _probability(self, group: str) -> float:
        """P(last letter | the letters before), mixed with that after a shorter context."""
        after_shorter = self._shorter.get(group[1:])
        if after_shorter is None:
            after_shorter = self._shorter[group[1:]] = self._probability(group[1:])
        total, counts = self._after(group[:-1])
        if not total:
            return after_shorter
        weight = total / (total + _SMOOTHING)
        return (1 - weight) * after_shorter + weight * counts.get(group[-1], 0) / total

    def _after(self, context: str) -> tuple[int, dict[str, int]]:
        table = self._tables.get(context)
        if table is None:
            counts = {word[0]: int(word[1:]) for word in self._raw.get(context, "").split()}
            table = self._tables[context] = (sum(counts.values()), counts)
        return table

    def word(self, word: str) -> float:
        """Log-probability (nats) of a lower-case Cyrillic word with its end."""
        text = START + word + END
        return sum(self[text[i - 2 : i + 1]] for i in range(2, len(text)))


@lru_cache(maxsize=1)
def trigrams() -> Trigrams:
    """The model of refs/russian_trigrams.json.gz (read at the first call, about 2 ms)."""
    import gzip
    import json

    path = refs_path() / "russian_trigrams.json.gz"
    try:
        data = json.loads(gzip.decompress(path.read_bytes()))
        return Trigrams(data["letters_after"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataFileError(f"not a letter model ({error})", where=str(path)) from error
