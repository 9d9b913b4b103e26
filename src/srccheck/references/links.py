"""Addresses, DOIs and access dates of an entry."""

from __future__ import annotations

import re

from srccheck.references.dates import find_dates
from srccheck.references.draft import Draft

_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"“”«»]+|(?<![\w.@/])www\.[^\s<>\"“”«»]+", re.I)
_DOI = re.compile(r"(?:(?<!\w)doi[:\s]\s?)?(?<![\w/.])(?P<doi>10\.\d{4,9}/[^\s\"<>«»]+)", re.I)
_ACCESSED = re.compile(
    r"""
    [(\[]?\s?(?:
        (?:last\s|date\s)?access(?:ed)?(?:\son|\sdate)? | (?:last\s)?(?:retrieved|viewed|visited)
      | дата\s(?:обращения|доступа|звернення) | data\sobrash?chenij?[ay]a? | data\sobrashhenija
      | обращение | (?:zuletzt\s|letzter\s)?(?:abgerufen|aufgerufen|eingesehen|zugriff)
      | (?:letzter\s)?(?:abruf|aufruf) | consulté(?:e)? | consultado | consultato | dostęp | cit\.
      | truy\scập
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:URL|Available\s(?:at|from)|Режим\sдоступа|Доступно|Retrieved\sfrom|Verfügbar\sunter|"
    r"Online|DOI)\s?:?\s?[<(]?$",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"""
      \[(?:Электронный\sресурс|Elektronnyj\sresurs|Online|en\sligne|Текст)\]
    | (?:\s?[—–-]\s)?(?:Текст|Изображение|Видео|Аудио|Электронные\sданные)\s?:
      \s?(?:непосредственн|электронн)\w+\.?  # GOST R 7.0.100, 5.10
    """,
    re.VERBOSE | re.IGNORECASE,
)


def take_links(draft: Draft) -> None:
    """Take the first address, the DOI and the access date out of ``draft``."""
    for match in _URL.finditer(draft.work):
        start, end = match.start(), clean_url_end(draft.text, match.start(), match.end())
        if "url" not in draft.values:
            _take_lead(draft, start)
            draft.take("url", start, end)
        elif end > start:
            draft.hide(start, end)
    doi = _DOI.search(draft.work)
    if doi:
        _take_lead(draft, doi.start("doi"))
        end = clean_url_end(draft.text, doi.start("doi"), doi.end())
        draft.take("doi", doi.start("doi"), end)
    medium = _MEDIUM.search(draft.work)
    if medium:
        draft.label(medium.start(), medium.end())
    _take_accessed(draft)


def clean_url_end(text: str, start: int, end: int) -> int:
    """Give the end of an address without the punctuation and stray brackets that follow it."""
    while end > start:
        last = text[end - 1]
        unbalanced = last in ")]" and text.count("(["[last == "]"], start, end) < text.count(
            last, start, end
        )
        if last not in ".,;:>'’”!?" and not unbalanced:
            break
        end -= 1
    return end


def _take_lead(draft: Draft, start: int) -> None:
    lead = _LEAD.search(draft.work, max(0, start - 30), start)
    if lead:
        draft.label(lead.start(), start)


_ACCESS_STEMS = (
    "access", "retriev", "viewed", "visited", "обращ", "доступ", "звернення", "obrash", "geruf",
    "zugriff", "gesehen", "abruf", "aufruf", "consult", "dostęp", "cit.", "truy cập",
)  # fmt: skip


def _take_accessed(draft: Draft) -> None:
    lowered = draft.work.lower()
    if not any(stem in lowered for stem in _ACCESS_STEMS):
        return
    for match in _ACCESSED.finditer(draft.work):
        window = draft.work[match.end() : match.end() + 50]
        date = next((date for date in find_dates(window) if date.start < 20), None)
        if date is None:
            continue
        draft.label(match.start(), match.end() + date.start)
        end = match.end() + date.end
        draft.take("accessed", match.end() + date.start, end, date.iso)
        return
