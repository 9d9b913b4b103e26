"""Statements of edition and responsibility: editions, editors, translators, theses."""

from __future__ import annotations

import re

from srccheck.references.authors import read_more_names
from srccheck.references.draft import Draft
from srccheck.references.model import Name
from srccheck.text import Span

_EDITION = re.compile(
    r"""
    (?<![\w–-])(?:
        (?:\d{1,2}(?:st|nd|rd|th|d)|second|third|fourth|revised|rev\.|expanded|updated|new)
          (?:,?\s(?:and\s)?(?:revised|rev\.|enlarged|expanded|updated))?\sed(?:ition|n|\.)\.?
      | \d{1,2}-(?:е|oe)\s(?:изд(?:ание|\.)|izd\.)
          (?:,\s(?:испр|доп|перераб)\.(?:\sи\s\w+\.)?)?
      | Изд\.\s\d{1,2}-е | \d{1,2}e?\.?\s(?:Aufl(?:age|\.)|éd(?:ition|\.))
      | \d{1,2}\.,?\s(?:\w+\.?\s){0,2}Aufl(?:age|\.)
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RESPONSIBLE = re.compile(
    r"""
    (?<![\w])(?:
        (?P<editor> (?:(?:selected|translated|compiled|collected|introduced)\sand\s)?edited
            (?:\sand\s\w+)?\sby | eds?\.(?:\sby)?
          | (?:hrsg|hg)\.\svon | herausgegeben\svon
          | под\s(?:общ(?:ей|\.)\s)?ред(?:акцией|\.) | pod\s(?:obshh?\.\s)?red\.
          | отв(?:етственный|\.)\sред(?:актор|\.) | otv\.\sred\.
          | (?:авт\.-)?сост\.:? | sost\.:? | ред\.:?
          | sous\sla\sdirection\sde | a\scura\sdi )
      | (?P<translator> translated(?:\sfrom\s(?:the\s)?\w+)?\sby | trans\.(?:\sby)?
          | пер\.\sс\s\w+\.? | übers(?:etzt|\.)\svon | traduit\s(?:du\s\w+\s)?par )
    )\s(?=[^\W\d_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_THESIS = re.compile(
    r"""
    (?<!\w)(?: ph\.?\s?d\.?\s(?:diss(?:ertation|\.)|thesis)
      | (?:unpublished\s)?(?:doctoral|master's)\s\w+ | (?:ma|dphil|phd)\s(?:thesis|diss\w*)
      | (?:phil\.\s)?diss(?:ertation(?!\w)|\.) | habilitationsschrift | thèse
      | (?:автореф\.\s)?дисс?\.[\s.]{0,6}(?:(?:д-ра|канд\.)\s\w+\.\sнаук)? | автореф\. )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EDITION_STEMS = ("ed.", "edn", "edition", "éd", "aufl", "изд", "izd")
_THESIS_STEMS = ("dis", "thesis", "thèse", "doctoral", "master", "habil", "дис", "автореф")
_RESTATED = re.compile(r"\s/\s(?P<text>[^/\ue000]+)")


_VOLUMES = re.compile(
    r"(?:[вВ]\s|in\s)?(?<!\w)\d{1,3}(?:-х|-ти)?\s(?:vols|vol|Bde|Bände|т|тт|томах|кн|книгах|ч|tomes|t)(?:\.|(?=[\s.,:]|$))"
)


def take_thesis(draft: Draft) -> bool:
    """Take the statement that an entry is a thesis; tell whether there is one."""
    lowered = draft.work.lower()
    if not any(stem in lowered for stem in _THESIS_STEMS):
        return False
    match = _THESIS.search(draft.work, draft.start + 2)
    if match:
        draft.take("genre", match.start(), match.end())
    return match is not None


def take_volume_count(draft: Draft) -> None:
    """Take the number of volumes: "3 vols.", "в 4 кн."."""
    match = _VOLUMES.search(draft.work, draft.start + 2)
    if match:
        draft.take("volumes", match.start(), match.end())


def take_edition(draft: Draft) -> None:
    """Take the statement of edition: "2nd ed.", "3-е изд., доп.", "2. Aufl."."""
    lowered = draft.work.lower()
    if not any(stem in lowered for stem in _EDITION_STEMS):
        return
    match = _EDITION.search(draft.work, draft.start)
    if match and match.start():
        draft.take("edition", match.start(), match.end())


def take_responsible(draft: Draft) -> tuple[tuple[Name, Span], ...]:
    """Take editors and translators that a phrase introduces; give the editors' names."""
    editors: tuple[tuple[Name, Span], ...] = ()
    for match in _RESPONSIBLE.finditer(draft.work, draft.start):
        field = "editor" if match["editor"] else "translator"
        if field in draft.values:
            continue
        people = read_more_names(draft.work, match.end())
        if not people:
            continue
        draft.label(match.start(), match.end())
        draft.take(field, match.end(), people[-1][1].end)
        if field == "editor" and "translated" in match.group().lower():
            draft.values["translator"] = draft.values["editor"]  # "edited and translated by"
        if field == "editor":
            editors = people
    return editors


def take_restated(draft: Draft) -> None:
    """GOST: behind " / " the authors are named once more."""
    for match in _RESTATED.finditer(draft.work, draft.start):
        text = match["text"]
        end = match.start("text") + len(text)
        lead = text.find(" //")
        stop = re.search(r"\s[—–-]\s|\s?//|\s;\s", draft.work[match.start("text") : end])
        end = match.start("text") + stop.start() if stop else end
        if lead >= 0:
            end = min(end, match.start("text") + lead)
        if text[:1].isupper() and any(char == "." for char in text):
            draft.label(match.start(), match.start("text"))
            draft.take_clean("responsibility", match.start("text"), end)
            return
