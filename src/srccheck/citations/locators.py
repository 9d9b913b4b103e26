"""What follows a citation: volumes, pages, leaves, notes."""

from __future__ import annotations

import re

from srccheck.citations.model import LocatorPart
from srccheck.text import Place

_UNITS = {
    "volume": "vols vol v t т тт том тома bd bde band ч part pt kn кн bk tome tom",
    "page": "pp p pages page с сс стр c ss s seite seiten f ff fq str pag",
    "leaf": "лл л ll l fols fol foll bl листы лист",
    "note": "nn n note notes прим anm fn",
    "chapter": "chs ch chap chapter гл kap",
    "number": "nos no nr № doc doc. док dok art § sec fig par",
}
UNIT_OF = {label: unit for unit, labels in _UNITS.items() for label in labels.split()}

_LABELS = "|".join(
    re.escape(label) for label in sorted(UNIT_OF, key=lambda label: (-len(label), label))
)
_NUMBER = r"(?:\d{1,5}[a-zа-я]?(?![\w])(?:\s?об\.|v(?!\w))?|[ivxlcIVXLC]{1,8}(?![\w.]))"
_RANGE = rf"{_NUMBER}(?:\s?[-–—‑]\s?{_NUMBER})?(?:\s?(?:ff?|sqq?|слл?)\b\.?)?"

LABELLED = re.compile(
    rf"""
    (?:[,.:;]?\s?[,:]?\s?)
    (?P<label>(?:{_LABELS})\b\.?|§|№)\s?
    (?P<value>{_RANGE}(?:\s?[,&]\s?(?:and\s)?{_RANGE}(?![\w]))*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
BARE = re.compile(rf"(?:,\s|:\s?)(?P<value>{_RANGE}(?:,\s(?:{_RANGE})(?![\w.]))*)", re.VERBOSE)
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-k]?$")


def read_locators(text: str, at: int, end: int, stream: int) -> tuple[tuple[LocatorPart, ...], int]:
    """Read the locators at ``at``; give them and where they end (``at`` where there are none)."""
    parts: list[LocatorPart] = []
    while True:
        match = LABELLED.match(text, at, end)
        if match is None and not parts:
            match = BARE.match(text, at, end)
            if match is not None and _YEAR.match(match["value"].split(",")[0].strip()):
                match = None
        if match is None:
            return tuple(parts), at
        parts.append(_part(match, stream))
        at = match.end("value")


def _part(match: re.Match[str], stream: int) -> LocatorPart:
    label = match["label"] if "label" in match.re.groupindex else ""
    unit = UNIT_OF.get(label.rstrip(".").lower(), "page")
    start = match.start("label") if label else match.start("value")
    value = match["value"]
    return LocatorPart(unit, label, value, Place(stream, start, match.end("value")))
