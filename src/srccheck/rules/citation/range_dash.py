"""range-dash (CIT014): a hyphen in a number range where the manuscript has en dashes.

What it does:
    Looks at the ranges in citations (pages, leaves, volumes, spans of years) and in the entries of
    the list (pages, numbers, volumes, spans of years). Where most have an en dash, the ones with a
    hyphen are reported; a manuscript that always writes a hyphen is left alone.
Why it matters:
    House style; and a search for the range finds only half of its places.
Example:
    He was offended (Hoxha 1980, pp. 694-95), then proud (Hoxha 1980, pp. 12–14; Shehu 1977,
    pp. 3–4).

    ## References

    Hoxha, Enver. *Rechi*. Tirana, 1980.

    Shehu, M. *Socialisticheskaja Albanija*. Tirana, 1977.
Use instead:
    He was offended (Hoxha 1980, pp. 694–95), then proud (Hoxha 1980, pp. 12–14; Shehu 1977,
    pp. 3–4).

    ## References

    Hoxha, Enver. *Rechi*. Tirana, 1980.

    Shehu, M. *Socialisticheskaja Albanija*. Tirana, 1977.
Fix safety:
    Safe: the hyphen becomes an en dash.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives import LevelName
from srccheck.citations import PrintedCitation
from srccheck.references import Entry
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.majority import minority
from srccheck.rules.quoting import locators
from srccheck.text import Place

_RANGE = re.compile(r"(?<![\d\-–/])\d{1,4}(?:\s?об\.?)?(?P<dash>\s?[-–]\s?)\d{1,4}(?![\d/]|[-–]\d)")
_YEARS = re.compile(
    r"(?<![\w/\-–])(?:1[5-9]|20)\d\d(?P<dash>[-–])(?:(?:1[5-9]|20)\d\d|\d\d)(?![\w/\-–])"
)
LIST_FIELDS = ("pages", "number", "volume", "year")


class RangeDash(Rule):
    """A range with a hyphen among ranges with en dashes."""

    code = "CIT014"
    name = "range-dash"
    severity = Severity.INFO
    summary = "a hyphen in a number range where the manuscript has en dashes"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the ranges with a hyphen, where en dashes prevail."""
        places = sorted({*_in_citations(apparatus), *_in_entries(apparatus)})
        for each in minority(places, lambda place: _dash(apparatus, place)):
            if each.usual_form != "–":
                return
            text = apparatus.quote(each.item)
            right = re.sub(r"\s?-\s?", "–", text)
            yield Finding(
                each.item,
                f"{text}: a hyphen, where the manuscript writes en dashes",
                fix=Fix(Safety.SAFE, f"write {right}", (Edit(each.item, right),)),
                related=(Related(each.usual, "an en dash"),),
            )


def _dash(apparatus: Apparatus, place: Place) -> str:
    return "–" if "–" in apparatus.quote(place) else "-"


def _in_citations(apparatus: Apparatus) -> Iterator[Place]:
    for resolved in apparatus.citations:
        for place in _number_places(resolved):
            yield from _ranges(apparatus, place, _RANGE)
        if isinstance(resolved.citation, PrintedCitation) and resolved.citation.year:
            yield from _ranges(apparatus, resolved.citation.year.place, _YEARS)


def _number_places(resolved: Resolved) -> Iterator[Place]:
    if resolved.reference is None:
        yield from (part.place for part in locators(resolved))
        return
    for level in resolved.reference.written:
        if level.name is LevelName.LIST:
            yield Place(resolved.place.stream, level.number.start, level.number.end)


def _in_entries(apparatus: Apparatus) -> Iterator[Place]:
    for entry in apparatus.entries:
        if entry.fielded:  # a style makes the dash
            continue
        yield from _in_entry(apparatus, entry)


def _in_entry(apparatus: Apparatus, entry: Entry) -> Iterator[Place]:
    for name in LIST_FIELDS:
        place = entry.field_place(name)
        if place is not None:
            yield from _ranges(apparatus, place, _RANGE)
    title = entry.field_place("title")
    if title is not None:
        yield from _ranges(apparatus, title, _YEARS)


def _ranges(apparatus: Apparatus, place: Place, pattern: re.Pattern[str]) -> Iterator[Place]:
    text = apparatus.manuscript.streams[place.stream].text
    for match in pattern.finditer(text, place.start, place.end):
        yield Place(place.stream, match.start(), match.end())
