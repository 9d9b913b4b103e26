"""Whether a short title is short for a full one, and whether two full titles are one work's."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from srccheck.citations.vocabulary import words
from srccheck.resolve.folding import fold
from srccheck.translit import name_keys
from srccheck.translit.folding import inflected, one_slip, two_slips

_SMALL = words(
    """
    a an the of and in on to for from by at with as or its his her their der die das des dem
    den ein eine einer eines und in im von vom zu zum zur für auf aus mit le la les l un une
    des du de d et en dans sur pour par à au aux и в во на о об с со к у из от до по за а
    для при
    """
)
_SPELLINGS = (
    (re.compile(r"our\b"), "or"),
    (re.compile(r"is(?=(?:e|ed|es|ing|ation|ations)\b)"), "iz"),
    (re.compile(r"ß"), "ss"),
)
_SUBTITLE = re.compile(r"\s?[:?!]\s|\.\s(?=[^\W\d_a-zа-яё]\w{2})")
_COUNTED = re.compile(r"\d+")
LONG_TITLE = 3  # words of a title in which one word more is no other work
LONG_WORD = 9  # letters of a word in which two slips are one
TELLING = 4  # letters of a word in which one slip is a slip


class Fit(IntEnum):
    """How well a title fits another, best first."""

    EQUAL = 0
    SHORT = 1  # words left out, or added behind a colon
    SLIP = 2  # one word is a slip away
    NONE = 3


@lru_cache(maxsize=8192)
def content(title: str) -> tuple[str, ...]:
    """Give the words of a title that tell it from others, folded."""
    folded = fold(title)
    for pattern, plain in _SPELLINGS:
        folded = pattern.sub(plain, folded)
    words = tuple(word for word in folded.split() if word not in _SMALL)
    return words or tuple(folded.split())


@lru_cache(maxsize=8192)
def fit(short: str, full: str) -> Fit:
    """Tell how a short title fits a full one.

    >>> fit("Failed Empire", "A Failed Empire: The Soviet Union in the Cold War").name
    'SHORT'
    >>> fit("Failed Emipre", "A Failed Empire: The Soviet Union in the Cold War").name
    'SLIP'
    """
    mine, theirs = content(short), content(full)
    if not mine or not theirs:
        return Fit.NONE
    if mine == theirs:
        return Fit.EQUAL
    if "".join(mine) in "".join(theirs) or _is_acronym(short, full):
        return Fit.SHORT
    missing = [word for word in mine if not any(_alike(word, each) for each in theirs)]
    if not missing:
        return Fit.SHORT
    if len(missing) > 1 or (len(mine) == 1 and len(missing[0]) <= TELLING):
        return Fit.NONE
    slips = len(missing[0]) >= TELLING and any(one_slip(missing[0], each) for each in theirs)
    return Fit.SLIP if slips else Fit.NONE


def same_work(mine: str, theirs: str) -> Fit:
    """Tell whether two full titles are one work's: equal, one without its subtitle, or a slip.

    Numbers have to agree: the second volume of a series is not the first.
    """
    left, right = content(mine), content(theirs)
    if not left or not right:
        return Fit.NONE
    if _all_alike(left, right):
        return Fit.EQUAL if left == right else Fit.SHORT
    if set(_COUNTED.findall(mine)) ^ set(_COUNTED.findall(theirs)) and len(left) == len(right):
        return Fit.NONE
    if content(_SUBTITLE.split(mine, maxsplit=1)[0]) == right or left == content(
        _SUBTITLE.split(theirs, maxsplit=1)[0]
    ):
        return Fit.SHORT  # "The Sleepwalkers", of one word, and its subtitle
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    if len(shorter) >= 2 and _all_alike(shorter, longer[: len(shorter)]):
        return Fit.SHORT
    if len(shorter) >= 2 and "".join(longer).startswith("".join(shorter)):
        return Fit.SHORT
    return _slips(shorter, longer)


def _slips(shorter: tuple[str, ...], longer: tuple[str, ...]) -> Fit:
    """A word or two a slip away, or one word added: "foreign policy" is no "trade policy"."""
    if len(shorter) == len(longer) or len(shorter) == 2:
        off = [(a, b) for a, b in zip(shorter, longer, strict=False) if not _alike(a, b)]
        kept = len(shorter) - len(off)
        return (
            Fit.SLIP if kept and len(off) < 3 and all(is_slip(*pair) for pair in off) else Fit.NONE
        )
    if len(longer) - len(shorter) > 1 or len(shorter) < LONG_TITLE:
        return Fit.NONE
    words = iter(longer)
    return (
        Fit.SLIP if all(any(_alike(word, each) for each in words) for word in shorter) else Fit.NONE
    )


def is_slip(word: str, other: str) -> bool:
    """Tell one slip between two words, or two between long ones."""
    long = min(len(word), len(other)) >= LONG_WORD
    return one_slip(word, other) or (long and two_slips(word, other))


def _all_alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return len(left) == len(right) and all(map(_alike, left, right))


@lru_cache(maxsize=16384)
def _alike(mine: str, theirs: str) -> bool:
    """Tell one word from another, but for its ending and its romanisation."""
    if mine == theirs:
        return True
    if mine.isdigit() or theirs.isdigit():
        return False
    shared = min(len(mine), len(theirs))
    if shared >= TELLING and inflected(mine, theirs):
        return True
    stem = max(shared - (4 if shared > 8 else 3), TELLING)
    if _is_cyrillic(mine) and shared > TELLING and mine[:stem] == theirs[:stem]:
        return True
    return bool(name_keys(mine) & name_keys(theirs))


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= char <= "\u04ff" for char in word)


def _is_acronym(short: str, full: str) -> bool:
    """ "FRUS" of "Foreign Relations of the United States"."""
    bare = short.strip(" .")
    if not bare.isupper() or not bare.isalpha() or len(bare) < 3:
        return False
    words = re.findall(r"[^\W\d_]+", full)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return capitals.startswith(bare)
