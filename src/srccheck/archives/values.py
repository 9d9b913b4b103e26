"""Numbers of files and leaves: what is written, and the value the contract gives it.

A value keeps script, prefix, suffix and zeros. Vulgar fractions are written out; in leaves,
abbreviated range ends are too ("104–5" is "104–105"), ranges take an en dash, items are joined by
", ", and verso (об., ob., зв., verso) is a trailing "v".
"""

from __future__ import annotations

import re

from srccheck.values import dataclass

DASHES = r"\-‐‑‒–—−"  # inside a character class
FRACTIONS = {
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8",
    "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10",
}  # fmt: skip
VULGAR = "".join(FRACTIONS)
VULGAR_SET = frozenset(FRACTIONS)

# The number of a fond, inventory or file: Р-7523, И-336, 65а, 1/3, 8А, 14/AP, 17.4.9, ½.
NUMBER = re.compile(
    rf"""
    (?P<prefix> [^\W\d_a-zа-яё]{{1,4}} (?: \s?[{DASHES}]\s? | \s(?=\d\d) )?
              | [a-zа-я] [{DASHES}]?
    )?
    (?: \d+ [{VULGAR}]? | [{VULGAR}] | [IVXLC]+ (?![^\W_]) )
    (?: [^\W\d_]{{1,2}} (?![^\W_]) (?!\.\s?\d) | \s?[«"“][^\W\d_][»"”] )?
    (?: [{DASHES}/.:] (?: \d+ (?:[^\W\d_]{{1,2}}(?![^\W_]))? )
      | [{DASHES}/] [^\W\d_]{{1,3}} (?![^\W_]) (?!\.)
      | / [{VULGAR}]
    )*
    """,
    re.VERBOSE,
)

_VERSO = (
    r"(?:\s?(?:(?:[сc]\s)?[оo][бb]\.?(?![^\W_])|гръб(?![^\W_])|(?:зв|zv)\.?(?![^\W_])|verso\b"
    r"|arxa\b|v°|vo?\b\.?|rev\b\.?))"
)
_LEAF = rf"\d+[{VULGAR}]?(?:(?!f\.)[а-яa-z](?![^\W_]))?{_VERSO}?"

# Leaves: 38, 39, 41 | 6-7об. | 104–5 | 12 об.
LEAVES = re.compile(
    rf"""
    {_LEAF} (?: \s?[{DASHES}]{{1,3}}\s? {_LEAF} )?
    (?:
        (?: ,\s? | \s(?:и|та|і|й|and|et|und|e|y)\s | \s?&\s? )
        (?P<more> {_LEAF} (?: \s?[{DASHES}]{{1,3}}\s? {_LEAF} )? )
        (?! [^\W_] | \s?[½%№°] | [./]\d )
    )*
    """,
    re.VERBOSE,
)
_ITEM = re.compile(rf"(?P<first>{_LEAF})(?:\s?[{DASHES}]{{1,3}}\s?(?P<last>{_LEAF}))?", re.VERBOSE)
_PART = re.compile(rf"(?P<digits>\d+[{VULGAR}]?)(?P<letter>[а-яa-z](?![^\W_]))?(?P<verso>.*)")
_AFTER_ITEM = re.compile(
    r"\s?(?:л\b|лл\b|l\b|ll\b|с\b|p\b|арк|ed\b|"
    r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|"
    r"oct|nov|dec|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд)[^\W\d_]*)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\s?(?:ff?|sqq?|и\sсл(?:ед)?)\b(?!\.?\s?[\d№])\.?")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:1[789]\d\d|20[0-4]\d)")


@dataclass(frozen=True, slots=True)
class Leaves:
    """Leaves read at one place: the value, where the text ends, what is noteworthy."""

    value: str
    end: int
    several: bool
    descending: bool


def written_out(raw: str) -> str:
    """Give the value of a number: vulgar fractions written out, nothing else changed."""
    if VULGAR_SET.isdisjoint(raw):
        return raw
    out: list[str] = []
    for each in raw:
        if each in FRACTIONS and out and out[-1].isdigit():
            out.append(" ")
        out.append(FRACTIONS.get(each, each))
    return "".join(out)


def read_leaves(text: str, start: int, end: int) -> Leaves | None:
    """Read leaves at ``start``: ``leaf [dash leaf] {("," | "and") leaf [dash leaf]}``.

    A year or a day of a month after a comma is not a leaf.
    """
    match = LEAVES.match(text, start, end)
    if match is None:
        return None
    values: list[str] = []
    stop, descending, previous = start, False, 0
    for item in _ITEM.finditer(text, start, match.end()):
        first = item["first"]
        number = int(_DIGITS.match(first).group()[:9])  # type: ignore[union-attr]
        if values and _is_other(text, item, number, previous, end):
            break
        value, backward = _item(first, item["last"])
        values.append(value)
        descending = descending or backward
        previous, stop = number, item.end()
    several = len(values) > 1 or "–" in values[0]
    following = _FOLLOWING.match(text, stop, end)  # "12ff.", "12 и сл."
    if following is not None:
        stop, several = following.end(), True
    return Leaves(", ".join(values), stop, several, descending)


def _is_other(text: str, item: re.Match[str], number: int, previous: int, end: int) -> bool:
    """Tell whether an item after a comma is a date or an extent ("9 л.") and not a leaf."""
    if _AFTER_ITEM.match(text, item.end(), end):
        return True
    return bool(_YEAR.fullmatch(item["first"])) and previous < 1000 and number - previous > 300


def _item(first: str, last: str | None) -> tuple[str, bool]:
    start, start_digits = _leaf(first)
    if last is None:
        return start, False
    stop, stop_digits = _leaf(last)
    if len(stop_digits) < len(start_digits) and stop_digits.isdigit():
        whole = start_digits[: len(start_digits) - len(stop_digits)] + stop_digits
        stop, stop_digits = whole + stop[len(stop_digits) :], whole
    backward = (
        start_digits.isdigit()
        and stop_digits.isdigit()
        and int(start_digits[:9]) > int(stop_digits[:9])
    )
    return f"{start}–{stop}", backward


def _leaf(raw: str) -> tuple[str, str]:
    """Give value and digits of one leaf: "12 об." is ("12v", "12")."""
    match = _PART.match(raw)
    if match is None:
        return raw, raw
    digits = match["digits"]
    value = written_out(digits) + (match["letter"] or "")
    return value + ("v" if match["verso"].strip() else ""), digits
