"""Whether two spellings are one name: four verdicts, each with its reason."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from srccheck.translit.keys import name_keys

Verdict = Literal["same", "possible", "misspelling", "different"]

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘´`′ʼˈʹ", "'"))
_NOT_LETTER: Final = re.compile(r"[^\w]+")
_SHORTEST_MISSPELT: Final = 4
_LONG_NAME: Final = 8
# A name and the same name with one of these endings are two persons or a case form.
_ENDINGS: Final = frozenset({"a", "aja", "aya", "aia", "oj", "oi", "oy", "e", "u", "y", "om", "ym"})
_VOWELS: Final = frozenset("aeiouyаеёиоуыэюя")


@dataclass(frozen=True, slots=True)
class SameName:
    """The verdict on two spellings.

    ``verdict``: ``same`` (one name in two romanisations, or one spelling), ``possible`` (could
    be one name), ``misspelling`` (one slip apart), ``different``. ``schemes`` holds the ids of
    the schemes that write the first and the second spelling, ``cyrillic`` the names behind
    both, most likely first; ``explanation`` says it in one line.
    """

    verdict: Verdict
    schemes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    cyrillic: tuple[str, ...] = ()
    explanation: str = ""


@lru_cache(maxsize=16384)
def same_name(a: str, b: str) -> SameName:
    """Compare two spellings of a name (one word, or several in the same order)."""
    left, right = plain_form(a), plain_form(b)
    if left == right:
        return SameName("same", explanation=f"{a} = {b}")
    if name_keys(a) & name_keys(b):
        verdict: Verdict = "possible" if _only_w_for_v(left, right) else "same"
        return SameName(verdict, explanation=f"{a} = {b}")
    return _by_distance(a, b, left, right)


def plain_form(name: str) -> str:
    """Lower case, NFC, one apostrophe, single spaces: what is one string to a reader."""
    return " ".join(unicodedata.normalize("NFC", name).lower().translate(_APOSTROPHES).split())


def _only_w_for_v(left: str, right: str) -> bool:
    """Westad/Vestad: nothing but w for v sets them apart, and no Slavic ending speaks for it."""
    return left.replace("w", "v") == right.replace("w", "v") and not re.search(
        r"[oe]wa?$|sk[iy]", left + " " + right
    )


def _by_distance(a: str, b: str, left: str, right: str) -> SameName:
    from rapidfuzz.distance import OSA

    left, right = _NOT_LETTER.sub("", left), _NOT_LETTER.sub("", right)
    shortest = min(len(left), len(right))
    if shortest < _SHORTEST_MISSPELT or inflected(left, right):
        return SameName("different", explanation=f"{a} ≠ {b}")
    allowed = 2 if shortest >= _LONG_NAME else 1
    distance = OSA.distance(left, right, score_cutoff=allowed)
    if distance > allowed:
        return SameName("different", explanation=f"{a} ≠ {b}")
    slips = "one letter" if distance == 1 else f"{distance} letters"
    return SameName("misspelling", explanation=f"{a} and {b} are {slips} apart")


def inflected(left: str, right: str) -> bool:
    """Whether the two are one stem with two endings: Ivanov/Ivanova, Moskva/Moskve."""
    if len(left) > len(right):
        left, right = right, left
    if right.startswith(left) and right[len(left) :] in _ENDINGS:
        return True
    return (
        len(left) == len(right)
        and left[:-1] == right[:-1]
        and left[-1] in _VOWELS
        and right[-1] in _VOWELS
    )
