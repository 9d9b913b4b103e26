"""The year an entry was published in, among all the years its title may hold."""

from __future__ import annotations

import re

from srccheck.references.dates import Date, find_dates, find_day_months
from srccheck.references.draft import HIDDEN, TAKEN, Draft
from srccheck.references.places_of_print import is_city
from srccheck.text import Span

_YEAR = re.compile(
    r"""
    (?<![\w/–—‑-])
    (?P<year>(?:1[4-9]|20)\d\d(?:\s?[–—‑−/-]\s?(?:(?:1[4-9]|20)\d\d|\d\d))?)
    (?P<suffix>[a-zа-д])?
    (?![\w–—‑’']|-\w)
    """,
    re.VERBOSE,
)
_NO_DATE = re.compile(
    r"(?<!\w)(?:n\.\s?d\.|s\.\s?d\.|o\.\s?J\.|no\sdate|б\.\s?г\.|b\.\s?g\.|undated)(?!\w)",
    re.IGNORECASE,
)
_FORTHCOMING = re.compile(r"(?:forthcoming|in\spress|в\sпечати)(?=[.,)\]]\s?)", re.IGNORECASE)
_BEHIND_AUTHORS = re.compile(r"[\s,.]*[(\[]?\s?(?:c\.|ca\.)?\s?")
# ")", " [1926])", ", October)"
_BRACKET_END = re.compile(r"(?:\s?\[[^()\[\]]{0,20}\])?[^()\[\]]{0,30}[)\]]")
_LATER = re.compile(r"\s(?P<year>(?:1[4-9]|20)\d\d)(?=[.,:]\s)")
_PAGE = re.compile(r",\s(?P<page>[A-Z]?\d{1,3}(?:[–-]\d{1,3})?)\.?\s?$")
LONGEST_SLASH = 5  # code points between a bracket and who is named behind GOST's slash
_DASHES = str.maketrans("-—‑−", "––––")


def take_year(draft: Draft) -> None:
    """Take the year with its suffix, and the day where the entry gives one."""
    if _take_early(draft):
        _take_day(draft)
        return
    if _take_date(draft):
        return
    years = _candidates(draft)
    chosen = _tail(draft, years) or _bracketed(draft, years) or _between_stops(draft, years)
    if chosen:
        if not _take_day_of(draft, chosen):
            _take(draft, chosen)
            _take_day_behind(draft, chosen)
        return
    none = _NO_DATE.search(draft.work)
    if none:
        draft.take("year", none.start(), none.end(), "n.d.")
        if none.start() - draft.start < 3:
            draft.start = none.end()


def ends_of(year: str) -> tuple[str, str]:
    """Give first and last year of a value: "1971–82" is 1971 and 1982."""
    parts = re.split(r"\s?[–/]\s?", year)
    last = parts[-1]
    return parts[0], parts[0][: 4 - len(last)] + last


def _take(draft: Draft, match: re.Match[str]) -> None:
    value = re.sub(r"\s", "", match["year"]).translate(_DASHES)
    if match["suffix"]:
        draft.take("suffix", match.start("suffix"), match.end("suffix"))
    draft.take("year", match.start("year"), match.end("year"), value)


def _take_early(draft: Draft) -> bool:
    """Year behind the authors: "Smith, J. (1998)", "Smith, John. 1998. Title"."""
    if draft.start == 0:
        return False
    lead = _BEHIND_AUTHORS.match(draft.work, draft.start)
    at = lead.end() if lead else draft.start
    match = _YEAR.match(draft.work, at)
    none = None if match else _NO_DATE.match(draft.work, at)
    coming = None if match or none else _FORTHCOMING.match(draft.work, at)
    found = match or none or coming
    if found is None:
        return False
    bracket = draft.work[at - 1 : at] in {"(", "["}
    follows = draft.work[found.end() : found.end() + 1]
    if not bracket:
        if match and follows not in {".", ",", ":"} and not _capital(draft, found.end()):
            return False
        tail = _tail(draft, [each for each in _candidates(draft) if each.start() > at])
        if tail and not _part_of_day(draft, tail):
            return False
        if not draft.work[found.end() :].strip(" .,:;"):
            return False
    if match:
        _take(draft, match)
    else:
        draft.take("year", found.start(), found.end(), "n.d." if none else "forthcoming")
    end = found.end()
    if bracket:
        closing = _BRACKET_END.match(draft.work, end)
        original = _YEAR.search(draft.work, end, closing.end()) if closing else None
        if original:
            draft.take("original_year", original.start(), original.end())
        later = _LATER.match(draft.work, closing.end()) if closing and match else None
        if later and match:  # "(1976) 2007."
            draft.take("original_year", match.start(), match.end())
            draft.take("year", later.start("year"), later.end("year"))
            end = later.end()
            closing = None
        end = closing.end() if closing else end
    draft.start = end
    return True


def _capital(draft: Draft, at: int) -> bool:
    """ "Anderson, Robert C. 1976 Directions of a Town": no stop behind the year."""
    following = draft.work[at + 1 : at + 2]
    return draft.work[at : at + 1] == " " and (following.isupper() or following in {*'"“„«'})


def _part_of_day(draft: Draft, match: re.Match[str]) -> bool:
    return any(
        date.start <= match.start() < date.end and len(date.iso) > 7
        for date in find_dates(draft.work)
    )


def _take_day(draft: Draft) -> None:
    """An early year, and the day at the end: "New York Times, May 5"."""
    year = draft.value("year") or ""
    for date in find_dates(draft.work) or find_day_months(draft.work, year[:4]):
        if date.start > draft.start and _nothing_follows(draft, date.end):
            draft.take("date", date.start, date.end, date.iso)
            return


def _take_day_of(draft: Draft, year: re.Match[str]) -> bool:
    """Take the day that a year belongs to: "Hoover to Morley, 18 Dec. 1952. Box 1, Papers"."""
    for date in find_dates(draft.work):
        if date.year_start == year.start("year") and len(date.iso) > 7:
            if date.start <= draft.start or _in_sentence(draft, date):
                return False
            _take_whole(draft, date)
            return True
    return False


def _take_whole(draft: Draft, date: Date) -> None:
    """Take a date with the year in it."""
    draft.take("date", date.start, date.end, date.iso)
    draft.values["year"] = (date.year, Span(date.year_start, date.year_start + 4))


def _take_day_behind(draft: Draft, year: re.Match[str]) -> None:
    """Take the day that GOST has behind the year: "1977. – 8 July. – P. 3"."""
    if "date" in draft.values:
        return
    for date in find_day_months(draft.work, year["year"][:4]):
        between = draft.work[year.end("year") : date.start]
        if date.start > year.start() and not between.strip(" .–—-") and date.iso.count("-") > 1:
            draft.take("date", date.start, date.end, date.iso)
            return


def _take_date(draft: Draft) -> bool:
    """A full date that is the entry's own: nothing but numbers and links comes after it."""
    for date in reversed(find_dates(draft.work)):
        page = _PAGE.match(draft.work, date.end)
        if _inside_italics(draft, date.start):
            continue
        if not page and not _nothing_follows(draft, date.end):
            continue
        if date.start < draft.start or (len(date.iso) == 7 and _in_sentence(draft, date)):
            continue
        if page:
            draft.take("pages", page.start("page"), page.end("page"))
        _take_whole(draft, date)
        again = re.search(rf"(?<=[.)]\s){date.year}\.\s?$", draft.work[: date.start])
        if again:  # "Pravda (Moscow). 1977. July 8, 1977."
            draft.label(again.start(), again.end())
        return True
    return False


def _in_sentence(draft: Draft, date: Date) -> bool:
    """ "V'etnam, aprel' 1975" is no date line; ", April 1975" is."""
    return draft.work[: date.start].rstrip()[-1:] not in {",", ".", "(", ";", TAKEN, '"', "”", "»"}


def _nothing_follows(draft: Draft, end: int) -> bool:
    after = draft.work[end:].replace(" г.", "").replace(" g.", "").replace(" р.", "")
    return not any(char.isalnum() or char == HIDDEN for char in after)


def _candidates(draft: Draft) -> list[re.Match[str]]:
    return [
        match
        for match in _YEAR.finditer(draft.work, draft.start)
        if not _inside_italics(draft, match.start())
        and not (match["suffix"] == "s" and match["year"].endswith("0"))
        and (len(match["year"]) == 4 or "/" in match["year"] or _span_of_volumes(draft, match))
    ]


def _inside_italics(draft: Draft, at: int) -> bool:
    return any(run.start < at < run.end - 5 for run in draft.emphasis)


def _tail(draft: Draft, years: list[re.Match[str]]) -> re.Match[str] | None:
    """The last year, where only taken text and punctuation follow it."""
    if not years:
        return None
    last = years[-1]
    if len(years) > 1 and draft.work[years[-2].end() : last.start()] == " [":
        draft.take("original_year", last.start(), last.end())  # "2003 [1910]"
        last = years[-2]
    if not _nothing_follows(draft, last.end()):
        return None
    before = draft.work[: last.start()].rstrip(" ([")
    if not before or before[-1] in ".,:;\"”»’'?!)]" or before[-1] == TAKEN:
        return last
    word = re.split(r"[\s(]", before)[-1]
    return last if word[:1].isupper() or draft.work[last.start() - 1] in "([" else None


def _span_of_volumes(draft: Draft, match: re.Match[str]) -> bool:
    """A span at the end dates a set of volumes only behind volumes or a place; else the title."""
    if draft.values.keys() & {"volume", "number", "volumes"}:
        return True
    clause = re.split(r"[.?!]\s|[»”\"]", draft.work[draft.start : match.start()].rstrip(" ,("))[-1]
    return is_city(clause) or (0 < len(clause.split()) < 3 and clause[:1].isupper())


def _bracketed(draft: Draft, years: list[re.Match[str]]) -> re.Match[str] | None:
    """ "(2007)", "(Oxford, 2007)": the last in brackets that is followed by punctuation."""
    for match in reversed(years):
        if draft.work[match.end() : match.end() + 1] not in {")", "]"}:
            continue
        after = draft.work[match.end() + 1 :].lstrip()
        named = draft.at("responsibility")
        if named and 0 <= named.start - match.end() < LONGEST_SLASH:
            continue  # "the Second War (1964–1975) / A. Orlov" is a title
        if not after or not after[0].islower():
            return match
    return None


def _between_stops(draft: Draft, years: list[re.Match[str]]) -> re.Match[str] | None:
    """ ". 2005. № 3", "М., 2004. (Серия)": the last year between two marks of punctuation."""
    for match in reversed(years):
        before = draft.work[: match.start()].rstrip()[-1:]
        after = draft.work[match.end() : match.end() + 2]
        word = re.split(r"[\s(.]", draft.work[: match.start()].rstrip())[-1]
        closed = draft.text[: match.start()].rstrip().endswith((".”", ",”", "?”", "!”", ".»", '."'))
        opened = before in set(".,;:—–") | {TAKEN} or closed or word[:1].isupper()
        if opened and after[:1] in {".", ",", ";", ":", ""} and not after[1:2].isalnum():
            following = draft.work[match.end() + 1 :].lstrip(" ,.;:")
            if not following[:1].islower():
                return match
    return None
