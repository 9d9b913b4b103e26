"""GOST R 7.0.100 (the description in a list) and GOST R 7.0.5 (the reference).

The description has the areas of a catalogue card, " – " between them, a space before and behind
colon and slash; the reference has full stops between its areas, abbreviated towns and no statement
of responsibility beyond the heading. The words are in the language of the entry: Т., № and С. in
Cyrillic, Vol., no. and P. in other languages, Bd., Nr. and S. in German. A file in an archive reads
as in GOST R 7.0.5-2008, 11.8: РО ИРЛИ. Ф. 568. Оп. 1. Д. 1.
"""

from __future__ import annotations

from collections.abc import Mapping

from srccheck.bibliography.people import abbreviated
from srccheck.bibliography.styles.wording import (
    address,
    archive_line,
    british_date,
    capital,
    english_edition,
    genre,
    is_cyrillic,
    language_of,
    numeric_date,
    russian_date,
    several,
    split_date,
    volume_title,
)
from srccheck.references import Entry, EntryType, Name
from srccheck.values import dataclass

_MOST = 3  # authors in the heading; with more the title comes first
_ONLINE = "Текст : электронный"
_PRINTED = "Текст : непосредственный"
_SHORT_TOWNS = {
    "москва": "М.", "ленинград": "Л.", "санкт-петербург": "СПб.", "петроград": "Пг.",
    "санкт петербург": "СПб.", "ростов-на-дону": "Ростов н/Д", "нижний новгород": "Н. Новгород",
}  # fmt: skip
_LONG_TOWNS = {
    "м.": "Москва", "м": "Москва", "л.": "Ленинград", "л": "Ленинград",
    "спб.": "Санкт-Петербург", "спб": "Санкт-Петербург", "пг.": "Петроград",
    "ростов н/д": "Ростов-на-Дону", "ростов н/д.": "Ростов-на-Дону", "м.; л.": "Москва ; Ленинград",
    "м.–л.": "Москва ; Ленинград", "н. новгород": "Нижний Новгород", "к.": "Киев",
}  # fmt: skip
_HELD = frozenset(
    {EntryType.ARTICLE, EntryType.NEWSPAPER_ARTICLE, EntryType.CHAPTER, EntryType.WEB_ARTICLE}
)
_ISSUES = frozenset({EntryType.JOURNAL_ISSUE, EntryType.NEWSPAPER_ISSUE})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a description in one language."""

    volume: str
    number: str
    pages: str
    in_all: str
    edited: str
    translated: str
    url: str
    accessed: str
    others: str


_CYRILLIC = Words("Т.", "№", "С.", "с.", "ред.", "пер.", "URL:", "дата обращения:", "и др.")
_LATIN = Words("Vol.", "no.", "P.", "p.", "ed. by", "transl. by", "URL:", "accessed:", "et al.")
_OTHERS: Mapping[str, Words] = {
    "de": Words("Bd.", "Nr.", "S.", "S.", "hrsg. von", "übers. von", "URL:", "Zugriff:", "u. a."),
    "fr": Words("T.", "no.", "P.", "p.", "éd. par", "trad. par", "URL:", "consulté :", "et al."),
    "ru": Words("T.", "no.", "S.", "s.", "red.", "per.", "URL:", "data obrashhenija:", "i dr."),
    "uk": Words("Т.", "№", "С.", "с.", "ред.", "пер.", "URL:", "дата звернення:", "та ін."),
}  # fmt: skip


def description(entry: Entry) -> str:
    """Give an entry as GOST R 7.0.100 describes it."""
    words = _words(entry)
    if entry.type is EntryType.ARCHIVE:
        return _stopped(archive_line(entry))
    heading = _heading(entry, comma=",")
    title = _title(entry)
    title += _responsibility(entry, words) if title else ""
    medium = _ONLINE if address(entry) else _PRINTED
    if entry.type in _HELD and entry.container:
        areas = _areas(_host(entry, words), *_placed(entry, words, long_towns=True))
        text = f"{_stopped(title)} – {medium} // {areas}" if title else f"{medium} // {areas}"
        return _headed(heading, text)
    areas = _areas(title, *_areas_of(entry, words, long_towns=True), medium)
    return _headed(heading, areas)


def reference(entry: Entry) -> str:
    """Give an entry as GOST R 7.0.5 refers to it."""
    words = _words(entry)
    if entry.type is EntryType.ARCHIVE:
        return _stopped(archive_line(entry))
    heading = _heading(entry, comma="")
    title = _title(entry)
    if entry.type in _HELD and entry.container:
        title += _responsibility(entry, words) if len(entry.authors) > _MOST and title else ""
        rest = _sentences(_host(entry, words), *_placed(entry, words, long_towns=False))
        return _headed(heading, f"{title.removesuffix('.')} // {rest}" if title else rest)
    people = _people_responsible(entry, words)
    text = f"{title} / {people}" if people else title
    if len(entry.authors) > _MOST and title:
        text = title + _responsibility(entry, words)
    return _headed(heading, _sentences(text, *_areas_of(entry, words, long_towns=False)))


def _words(entry: Entry) -> Words:
    code = language_of(entry)
    if is_cyrillic(entry):
        return _OTHERS["uk"] if code == "uk" else _CYRILLIC
    return _OTHERS.get(code, _LATIN) if code != "uk" else _LATIN


def _areas(*areas: str) -> str:
    return " – ".join(_stopped(area) for area in areas if area)


def _sentences(*areas: str) -> str:
    return " ".join(_stopped(area) for area in areas if area)


def _stopped(area: str) -> str:
    """End an area with a full stop; a bracket does not hide that there is one: "[и др.]."."""
    return area if area.endswith((".", "?", "!", "…")) else f"{area}."


def _headed(heading: str, text: str) -> str:
    return f"{_stopped(heading)} {text}" if heading else text


def _heading(entry: Entry, *, comma: str) -> str:
    """Give the heading: the first author, or in a reference up to three; none with four."""
    if not entry.authors or len(entry.authors) > _MOST:
        return ""
    people = entry.authors[:1] if comma else entry.authors
    return ", ".join(abbreviated(each, comma=comma) for each in people)


def _title(entry: Entry) -> str:
    if entry.type in _ISSUES:
        own = entry.title if entry.container else ""
        place = f" ({entry.place_name})" if entry.place_name else ""
        whole = f"{entry.container or entry.title or ''}{place}"
        return f"{whole} : {own}" if own else whole
    kind = genre(entry).removesuffix(".")
    return f"{entry.title} : {kind}" if entry.title and kind else entry.title or ""


def _responsibility(entry: Entry, words: Words) -> str:
    """Give " / А. Е. Бовин ; ред. И. И. Иванов"."""
    shown = entry.authors if len(entry.authors) <= _MOST + 1 else entry.authors[:_MOST]
    cut = len(shown) < len(entry.authors) or "authors" in entry.and_others
    authors = _several(shown, words, cut=cut)
    statements = [authors, _people_responsible(entry, words)]
    joined = " ; ".join(each for each in statements if each)
    return f" / {joined}" if joined else ""


def _people_responsible(entry: Entry, words: Words) -> str:
    held = entry.type in _HELD and entry.container
    editors = "" if held else _several(entry.editors, words, cut="editor" in entry.and_others)
    translators = _several(entry.translators, words, cut="translator" in entry.and_others)
    parts = [
        f"{words.edited} {editors}" if editors else "",
        f"{words.translated} {translators}" if translators else "",
    ]
    return " ; ".join(part for part in parts if part)


def _several(people: tuple[Name, ...], words: Words, *, cut: bool) -> str:
    names = ", ".join(abbreviated(each, last=True) for each in people)
    return f"{names} [{words.others}]" if cut and names else names


def _host(entry: Entry, words: Words) -> str:
    """Give the journal or the book that holds a part, with the book's editors."""
    host = entry.container or ""
    if entry.type is EntryType.CHAPTER and entry.editors:
        editors = _several(entry.editors, words, cut="editor" in entry.and_others)
        host = f"{host} / {words.edited} {editors}"
    if entry.type is not EntryType.CHAPTER and entry.place_name:
        host = f"{host} ({entry.place_name})"
    return host


def _placed(entry: Entry, words: Words, *, long_towns: bool) -> list[str]:
    """Give imprint or year, then volume, number and pages of a part."""
    if entry.type is EntryType.CHAPTER:
        areas = [_edition(entry), _imprint(entry, long_towns=long_towns)]
    else:
        areas = [entry.publisher or "", _year(entry)]
    areas += [_numbers(entry, words), _day(entry), entry.series or ""]
    if entry.pages:
        areas.append(f"{words.pages} {entry.pages}")
    return [*areas, *_ending(entry, words)]


def _areas_of(entry: Entry, words: Words, *, long_towns: bool) -> list[str]:
    """Give the areas behind title and responsibility of a work that stands by itself."""
    imprint = _year(entry) if entry.type in _ISSUES else _imprint(entry, long_towns=long_towns)
    series = " ; ".join(part for part in (entry.series, entry.series_number) if part)
    held = entry.type not in _ISSUES and entry.container != entry.title
    container = (entry.container or "") if held else ""
    areas = [container, _edition(entry), imprint, _numbers(entry, words), _day(entry)]
    if entry.volumes and not entry.volume:
        areas.append(f"{entry.volumes} {words.volume.lower()}")
    if entry.total_pages:
        counted = entry.total_pages[-1:].isdigit() or entry.total_pages.endswith("]")
        areas.append(f"{entry.total_pages} {words.in_all}" if counted else entry.total_pages)
    elif entry.pages:
        areas.append(f"{words.pages} {entry.pages}")
    areas.append(f"({series})" if series and long_towns else series)
    if long_towns and entry.isbn:
        areas.append(f"ISBN {entry.isbn}")
    return [*areas, *_ending(entry, words)]


def _numbers(entry: Entry, words: Words) -> str:
    label = words.volume
    if words is _LATIN and entry.volume_label and language_of(entry) != "en":
        label = capital(entry.volume_label)
    elif words is _LATIN and several(entry.volume or ""):
        label = "Vols."
    volume = f"{label} {entry.volume}{volume_title(entry)}" if entry.volume else ""
    number = f"{words.number} {entry.number}" if entry.number else ""
    return ", ".join(part for part in (capital(volume), capital(number) if not volume else number)
                     if part)  # fmt: skip


def _day(entry: Entry) -> str:
    """Give the day of what appears daily."""
    if not entry.date or not split_date(entry.date)[2]:
        return ""
    whole = russian_date(entry.date) if is_cyrillic(entry) else british_date(entry.date)
    return whole.removesuffix(f" {split_date(entry.date)[0]}")


def _year(entry: Entry) -> str:
    return (entry.year or "") + (entry.suffix or "")


def _imprint(entry: Entry, *, long_towns: bool) -> str:
    towns = (entry.place_name or "").split(" and ")
    place = " ; ".join(_town(each, long=long_towns) for each in towns)
    text = (
        f"{place} : {entry.publisher}"
        if place and entry.publisher
        else place or (entry.publisher or "")
    )
    year = _year(entry)
    return f"{text}, {year}" if text and year else text or year


def _edition(entry: Entry) -> str:
    """Give "2-е изд." for 2, in the language of the entry; words stay as they are."""
    edition = entry.edition or ""
    if not edition.isdigit():
        return edition
    if is_cyrillic(entry):
        return f"{edition}-е изд."
    return f"{edition}. Aufl." if language_of(entry) == "de" else english_edition(edition)


def _town(place: str, *, long: bool) -> str:
    """Give a town in full, or as GOST R 7.0.5 abbreviates it in Russian."""
    known = _LONG_TOWNS if long else _SHORT_TOWNS
    return known.get(place.lower(), place)


def _ending(entry: Entry, words: Words) -> list[str]:
    link = address(entry)
    if link:
        when = f" ({words.accessed} {numeric_date(entry.accessed)})" if entry.accessed else ""
        link = f"{words.url} {link}{when}"
    return [entry.note or "", link]
