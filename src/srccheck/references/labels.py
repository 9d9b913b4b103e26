"""Lists whose entries stand behind a label: "Zubok 1996 — Zubok V. M. Inside the Kremlin. …".

The label is what citations name: authors (or a short title) and a year, with its letter. It stands
in brackets, or a dash, a colon or an equals sign closes it. A list has labels where most entries
begin with one and say its first word again behind it; what only looks like one is the author and
the year of an entry in another style.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from srccheck.references.names import fold
from srccheck.translit import name_keys
from srccheck.values import dataclass

FEWEST = 2  # entries that say their label again, from which a list is taken to have labels

_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d(?:[-–/](?:\d{4}|\d\d))?)(?P<suffix>[a-hа-з])?"
_CLOSED = re.compile(
    rf"""
      \[(?P<in_brackets>[^\[\]\d]{{1,70}}?,?\s\(?{_YEAR}\)?)\](?:\.|:)?(?:\s?[—–:=-])?\s?(?=\S)
    | \[[^\W\d_][^\W\d_+*]{{0,9}}[+*]?\d\d(?:\d\d)?[a-h]?\]\s(?=\S)
    """.replace("(?P<year>", "(?P<year_in>").replace("(?P<suffix>", "(?P<suffix_in>"),
    re.VERBOSE,
)
_OPEN = re.compile(
    rf"(?P<label>[^\W\d_][^\d\[\]()«»“”„\":=—*]{{0,70}}?,?\s\(?{_YEAR}\)?)\.?"
    r"(?:\s?[—–=]\s?|:\s|\s-\s)(?=\S)"
)
_WORD = re.compile(r"[^\W\d_]{2,}(?:[-’'][^\W\d_]+)*")
_LOOKED_AT = 5  # words behind a label among which its first word is looked for


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its words without the year, the year as written and its letter, if any.

    ``end`` is where the entry itself begins.
    """

    text: str
    year: str
    suffix: str
    end: int

    def __str__(self) -> str:
        """Give it as it is cited."""
        return f"{self.text} {self.year}{self.suffix}".strip()


def labels_of(entries: Sequence[str]) -> list[Label | None]:
    """Give the label of each entry of a list, None for all where the list has none."""
    found = [_label(text) for text in entries]
    said = [
        each is not None and _said_again(each, text)
        for each, text in zip(found, entries, strict=True)
    ]
    again = sum(said)
    if again < FEWEST or 2 * again < len(entries):
        return [None] * len(entries)
    return found


def _label(text: str) -> Label | None:
    match = _CLOSED.match(text)
    if match is not None:
        words, year, suffix = match["in_brackets"], match["year_in"], match["suffix_in"]
        if words is None:  # "[Zub96]"
            return Label(match[0].strip()[1:-1], "", "", match.end())
        start = match.start("year_in") - match.start("in_brackets")
    else:
        match = _OPEN.match(text)
        if match is None:
            return None
        words, year, suffix = match["label"], match["year"], match["suffix"]
        start = match.start("year") - match.start("label")
    return Label(words[:start].rstrip(" ,("), year, suffix or "", match.end())


def _said_again(label: Label, text: str) -> bool:
    """Tell whether the entry behind a label begins with its first word, in whatever script.

    The word may be the beginning of a name ("Zub96"), or the initials of a title ("FRUS").
    """
    first = _WORD.search(label.text)
    if first is None:
        return False
    words = _WORD.findall(text[label.end : label.end + 200])[:12]
    wanted = fold(first.group())
    near = words[:_LOOKED_AT]
    if any(fold(word) == wanted for word in near):
        return True
    if not label.year:
        return any(fold(word).startswith(wanted) for word in near)
    if first.group().isupper() and len(wanted) > 1:
        initials = "".join(fold(word)[:1] for word in words if len(word) > 1)
        if _in_order(wanted, initials):
            return True
    keys = name_keys(first.group())
    return any(keys & name_keys(word) for word in near)


def _in_order(letters: str, initials: str) -> bool:
    """Tell whether letters stand among initials in their order, the first at the beginning."""
    if initials[:1] != letters[:1]:
        return False
    left = iter(initials)
    return all(letter in left for letter in letters)
