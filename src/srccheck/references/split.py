"""Entries that share a paragraph: where one ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise

from srccheck.references.authors import read_authors
from srccheck.references.names import initials_end, inverted, surname_first
from srccheck.references.places_of_print import is_city
from srccheck.references.wordlists import REGIONS
from srccheck.text import Span

_END = re.compile(
    r"""
    (?:
        (?<![\d–—-])(?:1[4-9]|20)\d\d[a-z]?[)\]]?       # … Dee, 1996.
      | \d[–—-]\d{1,4}                                   # … (2007): 51–72.
      | \s[сsp]                                          # … 320 с.
      | https?://[^\s<>]{4,200}>? | \d{4}\)
    )
    [.]\s(?=\S)
    """,
    re.VERBOSE,
)
_DASHES = re.compile(r"[-–—―_]{2,}[.,]\s\S")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_TITLE = re.compile(
    r"[.,:]?\s+(?:[(\[]?(?:1[4-9]|20)\d\d[a-z]?[)\]]?[.,:]?\s+)?[«“„\"\[]?[^\W\d_][^.]*[\s.]"
)
_ALMOST = re.compile(
    r"(?:reprint|reprinted|trans|translated|ed|edited|vol|repr|nachdr|пер|переизд)\.?,?\s", re.I
)


def split_fused(text: str) -> list[Span]:
    """Cut ``text``, one paragraph, into the entries it holds; nearly always into one.

    A cut needs a finished entry before it and, behind it, an author in full form ("Glazunov,
    E.P.") or a repeated-author dash, a title and a year of its own.
    """
    cuts = [0]
    for match in _END.finditer(text):
        at = match.end()
        if at - cuts[-1] > 15 and _begins_entry(text, at) and _YEAR.search(text, cuts[-1], at):
            cuts.append(at)
    cuts = sorted({*cuts, *_early_years(text)})
    spans = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        spans.append(Span(start, start + len(text[start:end].rstrip())))
    return [span for span in spans if len(span)]


_EARLY_YEAR = re.compile(r"\.\s(?:1[4-9]|20)\d\d[a-z]?\.\s")
_NEW_SENTENCE = re.compile(r"[.)]\s(?=[^\W\d_])")


def _early_years(text: str) -> list[int]:
    """Give where authors begin that a year of their own follows, behind an entry that has one.

    "Jensen, Bartell. 1966. Impact. Irwin. Jussila, Osmo, and Jukka Nevakivi. 1999. From …"
    """
    years = list(_EARLY_YEAR.finditer(text))
    cuts = []
    for before, year in pairwise(years):
        for stop in _NEW_SENTENCE.finditer(text, before.end(), year.start()):
            at = stop.end()
            head = text[at : year.end()]
            if inverted(head, 0) is None:
                continue
            authors = read_authors(head, 0, ())
            if authors is not None and authors.end in (year.start() - at, year.start() + 1 - at):
                cuts.append(at)
                break
    return cuts


def _begins_entry(text: str, at: int) -> bool:
    window = text[at : at + 400]
    if _ALMOST.match(window) or not _YEAR.search(window):
        return False
    if _DASHES.match(window):
        return True
    person = inverted(window, 0)
    if person and not person.name.literal:
        stop = person.span.end
        named = (
            person.initialled
            or window[stop - 1 : stop] == "."  # "Zubok, Vladislav M."
            or window[stop : stop + 2] in {". ", " ("}
        )
        if " " in person.name.family and not person.initialled:
            return False
        colon = window[stop : stop + 1] == ":"
        given = person.name.given.replace(".", "")
        state = person.initialled or given.lower() in REGIONS or given.isupper()
        if is_city(person.name.family) or (colon and state):
            return False  # "Washington, D.C.: Woodrow Wilson Center Press", "Wilmington, DE: ISI"
        named = named or colon  # "Zöllner, Peter: Das Konsulat"
    else:
        person = surname_first(window, 0)
        if person is None:
            return False
        stop = person.span.end
        # "Ivanov I. I. Title", but not "Papka A. Delo"
        named = (
            person.initialled
            and initials_end(window, window.find(" ") + 1) - len(person.name.family) > 3
        )
    return named and _TITLE.match(window, stop) is not None
