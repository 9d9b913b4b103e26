"""Entries that name an archive: "Rossijskij gosudarstvennyj arhiv … [English] (RGASPI)."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srccheck.references.draft import Draft, cleaned
from srccheck.references.places_of_print import is_city
from srccheck.text import Span

if TYPE_CHECKING:
    from srccheck.archives import Archive, Registry

_WORD = re.compile(
    r"ar(?:kh?|h|ch)i[vw]|архив|архів|архіў|arquivo|lưu\strữ|levéltár|library|librar|библиотек|"
    r"рукопис|records|biblioth",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d–—-])(?:1[4-9]|20)\d\d[a-z]?[.)]?\s*$|,\s?(?:no|№|vol)\.?\s?\d|https?:")
_ABBREVIATION = r"[^\W\d_a-zа-я][\w]*(?:[ -][^\W\d_a-zа-я][\w]*){0,3}"
_NAME_FIRST = re.compile(
    rf"""
    (?P<name>[^\[\]()]{{4,160}}?)\s?
    (?:\[(?P<translated>[^\[\]]{{4,160}})\]\s?)?
    (?: [(\[]\s?(?P<abbreviation>{_ABBREVIATION})\s?[)\]]
      | \s[—–-]\s(?P<behind_dash>{_ABBREVIATION})(?=[.,;:]|$) )
    (?:\s?\[(?P<translated_behind>[^\[\]]{{4,160}})\])?
    """,
    re.VERBOSE,
)
_ABBREVIATION_FIRST = re.compile(
    rf"""
    (?P<abbreviation>{_ABBREVIATION})(?:\s[—–=-]\s|\s?[:.]\s|,\s|\s(?=\())
    (?P<name>\(?[^\[\]().;]{{6,160}}\)?)
    (?:\s?[\[(](?P<translated>[^\[\]()]{{4,160}})[)\]])?
    """,
    re.VERBOSE,
)


_ABBREVIATION_ALONE = re.compile(
    rf"(?P<abbreviation>{_ABBREVIATION})(?=[.,:]?$|[.,:]\s(?:[ФфFf]|[Ff]onds?|[Фф]онды?|RG)[.\s])"
)


def read_archive(draft: Draft, registry: Registry | None) -> str | None:
    """Take an archive's name and abbreviation; give the registry's id, "" for an unknown archive.

    Gives None where the entry is no archive entry. Shelfmarks that follow stay in the rest.
    """
    text = draft.text
    head = text[:220]
    if _YEAR.search(text) or draft.value("year"):
        return None
    if not _WORD.search(head) and not head[:3].isupper():
        return None
    for pattern in (_ABBREVIATION_FIRST, _NAME_FIRST):
        match = pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        group = "abbreviation" if groups["abbreviation"] else "behind_dash"
        abbreviation = groups[group] or ""
        known = registry.by_abbreviation(abbreviation) if registry else None
        if known is None and not _plausible(abbreviation, match["name"]):
            continue
        if sum(char.isupper() for char in abbreviation) < 2:
            continue  # "Bundesarchiv, Berlin" begins with a name
        known = known or _by_name(registry, match["name"])
        _take(draft, match, group, known)
        return known.id if known else ""
    return _read_name_alone(draft, registry) or _read_abbreviation_alone(draft, registry)


def _read_abbreviation_alone(draft: Draft, registry: Registry | None) -> str | None:
    """ "РГАНИ. Ф. 3. Оп. 12.": a known abbreviation, then shelfmarks."""
    match = _ABBREVIATION_ALONE.match(draft.text)
    known = registry.by_abbreviation(match["abbreviation"]) if match and registry else None
    if match is None or known is None:
        return None
    draft.take("archive_abbreviation", match.start(), match.end("abbreviation"))
    return known.id


def _plausible(abbreviation: str, name: str) -> bool:
    words = re.split(r"[ -]", abbreviation)
    if all(sum(char.isupper() for char in word) < 2 < len(word) for word in words):
        return False  # "Cesare Cantù, ... negli archivi di Venezia": a name, not GARF or PA AA
    capitals = sum(char.isupper() for char in abbreviation)
    return capitals >= 2 and _WORD.search(name) is not None and "." not in name.strip(" .")


def _take(draft: Draft, match: re.Match[str], group: str, known: Archive | None) -> None:
    name = cleaned(draft.text, match.start("name"), match.end("name"))
    draft.take("archive_abbreviation", match.start(group), match.end(group))
    for translated in ("translated", "translated_behind"):
        if match.groupdict().get(translated):
            draft.take("archive_translated", match.start(translated), match.end(translated))
    draft.take("archive", name.start, name.end)
    city = _CITY_BEHIND.fullmatch(draft.text, match.end())
    if city and is_city(city["city"]):
        draft.take("place", city.start("city"), city.end("city"))
        return
    behind = draft.text[match.end() :].lstrip(").,] ")
    if known and known.city and re.match(rf"{re.escape(known.city)}\b", behind):
        start = len(draft.text) - len(behind)
        draft.take("place", start, start + len(known.city))


_CITY_BEHIND = re.compile(r"[)\].,\s]{1,3}(?P<city>[^\W\d_][\w\s-]{2,30})\.?")


def _by_name(registry: Registry | None, name: str) -> Archive | None:
    return registry.by_name(name.strip(" .,:")) if registry else None


def _read_name_alone(draft: Draft, registry: Registry | None) -> str | None:
    """An archive the registry knows by its full name, alone or before a shelfmark."""
    if registry is None:
        return None
    stop = re.compile(r"[.,;:(\[]|$").search(draft.text, 4)
    end = stop.start() if stop else len(draft.text)
    span: Span = cleaned(draft.text, 0, end)
    known = registry.by_name(span.cut(draft.text))
    if known is None:
        return None
    draft.take("archive", span.start, span.end)
    return known.id
