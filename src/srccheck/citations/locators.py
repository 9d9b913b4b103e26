"""What follows a citation: volumes, pages, leaves, notes."""

from __future__ import annotations

import re

from srccheck.citations.model import LocatorPart
from srccheck.text import Place

_UNITS = {
    "volume": "vols vol v t т тт том тома bd bde band ч part pt kn кн bk tome tom",
    "page": "pp p pages page с сс стр c ss s seite seiten f ff fq str pag",
    "leaf": "лл л ll l fols fol foll bl листы лист арк",
    "note": "nn n note notes прим anm fn сн",
    "chapter": "chs ch chap chapter chapters гл kap kapitel",
    "number": "nos no nr № doc docs док dok art § sec fig par table tables tab табл рис abb",
}
UNIT_OF = {label: unit for unit, labels in _UNITS.items() for label in labels.split()}

_VERSO = r"(?:\s?(?:об|ob|зв|zv)\.(?!\w)|\sverso(?!\w))"
_LETTER = rf"[a-zа-я]?(?!\w){_VERSO}?"
_NUMBER = (
    rf"(?:\d{{1,5}}(?:{_VERSO}|n{{1,2}}\d{{1,3}}(?!\w)|{_LETTER})|[ivxlcIVXLC]{{1,8}}(?![\w.]))"
)
_FOLLOWING = r"(?:\s?(?:ff?|sqq?|слл?)\b\.?)"
_RANGE = rf"(?:\d{{1,5}}{_FOLLOWING}|{_NUMBER}(?:\s?[-–—‑]\s?{_NUMBER})?{_FOLLOWING}?)"

_LABELLED = re.compile(
    rf"""
    [,.:;]?\s?[,:(]?\s?
    (?P<label>[^\W\d_]{{1,8}}\b\.?|[§№])\s?
    (?P<value>{_RANGE}(?:(?:\s?[,&]\s?(?:and\s)?|\s(?:and|und|и|et)\s){_RANGE}(?!\w|\.\s?\w))*)
    """,
    re.VERBOSE,
)
_BARE = re.compile(
    rf"(?:,\s|\.?:\s?|\s:\s)(?P<value>{_RANGE}(?:,\s{_RANGE}(?![\w.]))*)(?=$|[,;:.)\]]|\sn{{1,2}}\.)"
)
_ALONE = re.compile(rf"[,:]?\s*(?P<value>{_RANGE}(?:,\s?{_RANGE})*)(?=$|[,;:.)\]\s])")
_VOLUMES = frozenset({"vols", "тт", "bde", "tt"})  # labels that several volumes may follow
_FIRST = re.compile(r"[^\s,]+(?=,\s\d)")
_VOLUME = re.compile(r",\s(?P<value>\d{1,3}|[IVXLC]{1,6})(?=:\s?\d)")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-kа-д]?$")


def read_locators(text: str, at: int, end: int, stream: int) -> tuple[tuple[LocatorPart, ...], int]:
    """Read the locators at ``at``; give them and where they end (``at`` where there are none)."""
    parts: list[LocatorPart] = []
    while True:
        match = _labelled(text, at, end)
        volume = _VOLUME.match(text, at, end) if not parts else None
        if match is None and volume is not None:  # "Kramer 1999, 51: 12"
            parts.append(_part(volume, stream, "volume"))
            at = volume.end()
            continue
        if match is None and all(part.unit == "volume" for part in parts):
            match = _BARE.match(text, at, end)
            if match is not None and _YEAR.match(match["value"].split(",")[0].strip()):
                match = None
        if match is None:
            return tuple(parts), at
        part = _part(match, stream)
        first = _FIRST.match(part.value) if part.unit == "volume" and part.label else None
        if first and part.label.rstrip(".").lower() not in _VOLUMES:  # "vol. 2, 271"
            place = Place(stream, part.place.start, match.start("value") + first.end())
            part = LocatorPart(part.unit, part.label, first.group(), place)
        parts.append(part)
        at = part.place.end


def read_bare(text: str, at: int, end: int, stream: int) -> tuple[LocatorPart, ...]:
    """Read page numbers that stand alone, as after a cite key: "12", "12–15, 40"."""
    match = _ALONE.match(text, at, end)
    return (_part(match, stream),) if match else ()


def _labelled(text: str, at: int, end: int) -> re.Match[str] | None:
    match = _LABELLED.match(text, at, end)
    return match if match and _unit(match["label"]) else None


def _unit(label: str) -> str | None:
    return UNIT_OF.get(label.rstrip(".").lower())


def _part(match: re.Match[str], stream: int, unit: str = "page") -> LocatorPart:
    label = match["label"] if "label" in match.re.groupindex else ""
    start = match.start("label") if label else match.start("value")
    place = Place(stream, start, match.end("value"))
    return LocatorPart(_unit(label) or unit, label, match["value"], place)
