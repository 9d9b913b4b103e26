"""When the rules' reading of an entry is doubted, and which of two readings stands.

The rules are right about nearly every entry of which they understand each word; the model is asked
about the others. Where the two differ, the difference is kept, so that it can be reported.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from srccheck.references.model import EntryType
from srccheck.references.names import is_body
from srccheck.references.parse import Parsed
from srccheck.references.places_of_print import is_city
from srccheck.references.wordlists import REGIONS
from srccheck.text import Span

if TYPE_CHECKING:
    from srccheck.references.tagging.reading import Run

LONGEST = 1200  # code points; what is longer is an essay, and costs more than it gives
TRUSTED = 0.8  # mean certainty of the words from which the model's reading stands
CERTAIN = 0.9  # the same where it leaves more words over than the rules do
FAIR = 0.6  # the same where the rules found no title or no year
_LONG_TITLE = 30  # words
_LEAD_IN = 4  # code points by which a title and its italics may miss each other
_SWALLOWED = re.compile(
    r"\s//|(?<![^\W\d_])[Ii]n:?\s(?=[“„«\"]|[^\W\d_a-zа-я]\S+\s.*(?:eds?\.|Hg|[Hh]rsg))"
    r"|,\s\d\w{0,3}\.?\s(?:edi|ed\.|Aufl|изд)|,\s[Ii]n:?\s(?=[^\W\d_a-z])|\d\s?\(\d+\)|(?<!\w)(?:pp?|vol|[Nn]o|Bd|Jg|[Тт]|[Сс])\.\s?\d|\((?:ed|Hg|Hrsg)"
    r"|(?<!\w)(?:a\sc(?:ura)?\.?\sdi|[Tt]esi\sdi\s|[Tt]h[eè]se\sd)",
)
_NAMES = re.compile(
    r"""
      (?:AA\.\s?VV|Id\.|Ead\.|Iid\.)
    | [^\W\d_a-zа-я][\w'’-]+\s(?:[^\W\d_]\.\s?){0,2}[^\W\d_a-zа-я][\w'’-]+
      \s(?:and|und|et|e|y|i|и|&)\s[^\W\d_a-zа-я][\w.'’-]+\s[^\W\d_a-zа-я]  # two names in full
    | (?:[^\W\d_a-zа-я][\w'’-]+\s){1,3}[^\W\d_a-zа-я][\w'’-]+(?:,|\s\()  # Enrico Besta, Il
    | [^,(]{2,30}\s(?:(?:[^\W\d_]\.\s?){1,3},|\((?:a\sc|ed|[Hh]))         # zendrini a., Nuove
    | [^,.]{2,30}\s[–-]\s[^,.]{2,60},\s                                 # Cozzi - Knapton, La
    | (?:[A-ZÀ-Þ]{3,}\s)+[A-Z]?[a-z]{0,2}\w*\.[:,\s]                     # BERTOLOTTI A.:
    """,
    re.VERBOSE,
)
_DATED = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.?!]\s+[^\W\d_a-zа-я]")


def settled(text: str, italics: tuple[Span, ...], first: Parsed) -> Parsed:
    """Give the reading of an entry that stands: the rules' own, or the model's where it is better.

    ``confidence`` of the result has the fields in which the two differ, ``other`` what the losing
    reading says there.
    """
    if len(text) > LONGEST or not is_doubtful(text, italics, first):
        return first
    from srccheck.references.tagging.reading import differing, read_tagged, runs_of
    from srccheck.references.tagging.tagger import tag

    tagged = tag(text, italics, first)
    if tagged is None:
        return first
    runs = runs_of(tagged)
    second = read_tagged(text, italics, runs, first)
    names = list(differing(first, second))
    if not names:
        return first
    mean = sum(tagged.certainty) / len(tagged.certainty)
    wins = mean >= _needed(text, italics, first, second)
    chosen, loser = (second, first) if wins else (first, second)
    confidence = tuple((name, _certainty(name, chosen, runs, wins=wins)) for name in names)
    other = tuple((name, loser.values[name][0]) for name in names if name in loser.values)
    return replace(chosen, confidence=confidence, other=other)


def _needed(text: str, italics: tuple[Span, ...], first: Parsed, second: Parsed) -> float:
    """Give the certainty that the model's reading needs to stand; 2 where it cannot."""
    if not second.values.keys() & {"title", "container"}:
        return 2
    if _crosses_host(text, first, second) or _crosses_italics(italics, second):
        return 2
    gained = _core(second) - _core(first)
    if gained > 0:
        return FAIR
    if gained < 0 or len(second.authors) < len(first.authors):
        return 2
    return CERTAIN if len(second.rest.split()) > len(first.rest.split()) else TRUSTED


def _crosses_host(text: str, first: Parsed, second: Parsed) -> bool:
    """Tell a reading that sets "//" aside, which divides a part from what it stands in."""
    at = text.find(" // ")
    held = second.values.get("container")
    return at > 0 and "container" in first.values and (held is None or held[1].start < at)


def _crosses_italics(italics: tuple[Span, ...], second: Parsed) -> bool:
    """Tell a title in whose midst the entry's italics begin: those are the title."""
    held = second.values.get("title")
    return held is not None and any(
        held[1].start + _LEAD_IN < run.start < held[1].end <= run.end + _LEAD_IN for run in italics
    )


def _core(parsed: Parsed) -> int:
    """Count what every entry should have: a title, a year."""
    return sum(name in parsed.values for name in ("title", "year"))


def _certainty(name: str, chosen: Parsed, runs: list[Run], *, wins: bool) -> float:
    """Give how sure a field is: as the model is of its words; at most half where it loses."""
    held = chosen.values.get(name)
    if held is None:
        return 0.5
    sure = [run.certainty for run in runs if run.span.overlaps(held[1])]
    least = min(sure, default=0.5)
    return round(least if wins else min(0.5, 1 - least), 3)


def is_doubtful(text: str, italics: tuple[Span, ...], parsed: Parsed) -> bool:
    """Tell a reading that leaves words over, lacks a field, or has a title like no title."""
    if parsed.kind is EntryType.ARCHIVE:
        return False
    values = parsed.values
    title = values["title"][0] if "title" in values else ""
    if parsed.rest or parsed.kind is EntryType.OTHER:
        return True
    if not title:
        return "container" not in values
    if not values.keys() & {"year", "date", "url"}:
        return _DATED.search(text) is not None
    if _odd_imprint(parsed) or _odd_beginning(title, parsed):
        return True
    if _ends_in_city(title, parsed) or _SWALLOWED.search(title) or len(title.split()) > _LONG_TITLE:
        return True
    if any(
        len(each.literal.split()) > 4 and not is_body(each.literal) for each, _ in parsed.authors
    ):
        return True
    set_off = any(run.overlaps(values["title"][1]) for run in italics) or _quoted(text, parsed)
    if set_off:
        return False
    numbered = bool(values.keys() & {"number", "pages"})
    if numbered and "container" not in values and _SENTENCES.search(title):
        return True
    bare = not values.keys() & {"place", "publisher", "container"}
    return bare and (_SENTENCES.search(title) is not None or "," in title)


def _odd_imprint(parsed: Parsed) -> bool:
    """Tell a place or publisher that is none: "DE", "XLVI", the rest of a broken word."""
    place, publisher, container = (
        parsed.values[name][0] if name in parsed.values else ""
        for name in ("place", "publisher", "container")
    )
    return (
        is_city(publisher)
        or (place.isupper() and place.isalpha() and len(place) < 6)
        or publisher.lower() in REGIONS
        or publisher[:1].islower()
        or (bool(container) and len(container) < 4)
    )


def _ends_in_city(title: str, parsed: Parsed) -> bool:
    """Tell a title behind whose last comma a city stands, while something else is the place."""
    last = title.rpartition(", ")[2]
    return last != title and "place" in parsed.values and is_city(last)


def _odd_beginning(title: str, parsed: Parsed) -> bool:
    """Tell a title that begins with names, or is hardly one."""
    if not any(char.isalpha() for char in title):
        return True
    return not parsed.authors and parsed.mark is None and _NAMES.match(title) is not None


def _quoted(text: str, parsed: Parsed) -> bool:
    span = parsed.values["title"][1]
    return text[max(span.start - 1, 0) : span.start] in {"“", "„", "«", '"', "‘", "'"}
