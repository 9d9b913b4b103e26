"""Chicago: author–date, and the bibliography of the notes system.

The forms are those of published lists in the two systems. Page ranges keep all their figures, so
that a list reads back as it was; place and publisher are printed wherever they are known.
"""

from __future__ import annotations

from srccheck.bibliography.inline import commas, ended, italic, sentences
from srccheck.bibliography.people import direct, inverted, listed
from srccheck.bibliography.styles.wording import (
    address,
    american_date,
    archive_line,
    capital,
    english_edition,
    genre,
    inner_quotes,
    month_day,
    several,
    volume_title,
)
from srccheck.references import Entry, EntryType, Name

_HELD = frozenset({EntryType.ARTICLE, EntryType.NEWSPAPER_ARTICLE})
_ISSUES = frozenset({EntryType.JOURNAL_ISSUE, EntryType.NEWSPAPER_ISSUE})
_WEB = frozenset({EntryType.WEB_ARTICLE, EntryType.WEB_DOCUMENT, EntryType.WEBSITE})
_QUOTED = _HELD | _WEB | {EntryType.CHAPTER, EntryType.THESIS, EntryType.UNPUBLISHED}


def author_date(entry: Entry) -> str:
    """Give an entry of a list by author and date."""
    year = "" if entry.type is EntryType.ARCHIVE else _year(entry)
    lead, rest = _lead(entry)
    return sentences(lead, year, *_body(entry, rest, dated=True))


def notes_bibliography(entry: Entry) -> str:
    """Give an entry of the bibliography to notes."""
    lead, rest = _lead(entry)
    return sentences(lead, *_body(entry, rest, dated=False))


def _year(entry: Entry) -> str:
    return (entry.year or "n.d.") + (entry.suffix or "")


def _lead(entry: Entry) -> tuple[str, str]:
    """Give what an entry begins with, and its title where that is something else."""
    title = _title(entry)
    if entry.authors:
        return _people(entry.authors, others="authors" in entry.and_others), title
    if entry.editors and entry.type not in _HELD | {EntryType.CHAPTER}:
        role = "eds." if len(entry.editors) > 1 or "editor" in entry.and_others else "ed."
        return f"{_people(entry.editors, others='editor' in entry.and_others)}, {role}", title
    return title, ""


def _people(people: tuple[Name, ...], *, others: bool) -> str:
    names = [inverted(people[0]), *(direct(each) for each in people[1:])]
    if others:
        return ", ".join([*names, "et al."])
    return listed(names, "and", comma=True)


def _in_order(people: tuple[Name, ...], *, others: bool) -> str:
    names = [direct(each) for each in people]
    return ", ".join([*names, "et al."]) if others else listed(names, "and", comma=len(names) > 2)


def _title(entry: Entry) -> str:
    if entry.type in _ISSUES:
        place = f" ({entry.place_name})" if entry.place_name else ""
        whole = italic(entry.container or entry.title or "") + place
        own = entry.title if entry.container else ""
        return f"“{ended(inner_quotes(own, '‘', '’'))}” {whole}" if own else whole
    title = entry.title or ("" if entry.type is EntryType.CHAPTER else entry.container or "")
    if entry.type is EntryType.ARCHIVE:
        return archive_line(entry)
    if entry.type in _QUOTED and entry.title:
        return f"“{ended(inner_quotes(title, '‘', '’'))}”"
    return italic(title)


def _body(entry: Entry, title: str, *, dated: bool) -> list[str]:
    if entry.type in _HELD:
        parts = [title, _in_periodical(entry, dated=dated), _held_imprint(entry)]
    elif entry.type in _ISSUES and title and entry.volume and not entry.date:
        parts = [f"{title} {_volume_and_number(entry, dated=dated)}"]
    elif entry.type in _ISSUES:
        parts = [title, _issue(entry, dated=dated)]
    elif entry.type in _WEB:
        parts = [title, *_on_site(entry, dated=dated)]
    elif entry.type is EntryType.CHAPTER and entry.container:
        parts = [title, _in_book(entry), _translated(entry), *_book(entry, dated=dated)]
    else:
        parts = [title, _edited(entry), _translated(entry), *_book(entry, dated=dated)]
    return [*parts, *_ending(entry)]


def _in_periodical(entry: Entry, *, dated: bool) -> str:
    """Give "*Voprosy istorii* 12 (3): 1–20" or "*Voprosy istorii* 12, no. 3 (1998): 1–20"."""
    text = italic(entry.container or "")
    day = entry.date if entry.date and entry.date.count("-") > 1 else ""
    if entry.type is EntryType.NEWSPAPER_ARTICLE or (day and not entry.volume and not entry.number):
        when = (month_day(day) if dated else american_date(day)) if day else ""
        place = f" ({entry.place_name})" if entry.place_name else ""
        return commas(text + place, when or ("" if dated else entry.year or ""), _numbered(entry))
    if entry.volume:
        text += f" {entry.volume}"
        if entry.number:
            text += f" ({entry.number})" if dated else f", no. {entry.number}"
    elif entry.number:
        text += f", no. {entry.number}"
    if not dated:
        when = american_date(entry.date) if entry.date else _year(entry) if entry.year else ""
        text += f" ({when})" if when else ""
    elif day and not (entry.volume and entry.number):
        text += f" ({month_day(day)})"
    return f"{text}: {entry.pages}" if entry.pages else text


def _numbered(entry: Entry) -> str:
    number = f"no. {entry.number}" if entry.number else ""
    return commas(f"vol. {entry.volume}" if entry.volume else "", number, entry.pages or "")


def _held_imprint(entry: Entry) -> str:
    """Give editor, translator and imprint of an article that has some."""
    place = "" if entry.type is EntryType.NEWSPAPER_ARTICLE else entry.place_name or ""
    imprint = (
        f"{place}: {entry.publisher}"
        if place and entry.publisher
        else place or (entry.publisher or "")
    )
    return sentences(_edited(entry), _translated(entry), imprint)


def _issue(entry: Entry, *, dated: bool) -> str:
    number = f"no. {entry.number}" if entry.number else ""
    volume = f"vol. {entry.volume}" if entry.volume else ""
    when = american_date(entry.date) if entry.date else "" if dated else entry.year or ""
    text = commas(volume, number)
    if text and when:
        text = f"{text} ({when})"
    text = text or when
    return capital(text)


def _volume_and_number(entry: Entry, *, dated: bool) -> str:
    """Give what follows a journal's title: "14, no. 1 (1981)", by author and date "14 (1)"."""
    if dated:
        return f"{entry.volume} ({entry.number})" if entry.number else entry.volume or ""
    number = f", no. {entry.number}" if entry.number else ""
    return f"{entry.volume}{number}" + (f" ({_year(entry)})" if entry.year else "")


def _on_site(entry: Entry, *, dated: bool) -> list[str]:
    when = american_date(entry.date) if entry.date else "" if dated else entry.year or ""
    numbers = commas(
        f"vol. {entry.volume}" if entry.volume else "",
        f"no. {entry.number}" if entry.number else "",
        entry.pages or "",
    )
    site = entry.container or ""
    if entry.type is EntryType.WEB_ARTICLE:
        site = italic(site)
    return [
        commas(site if entry.title else "", numbers),
        _edited(entry), _translated(entry),
        commas(entry.place_name or "", entry.publisher or "", when),
    ]  # fmt: skip


def _in_book(entry: Entry) -> str:
    editors = _in_order(entry.editors, others="editor" in entry.and_others)
    text = f"In {italic(entry.container or '')}"
    if entry.volume:
        text += f", {_volume(entry)}"
    return commas(text, f"edited by {editors}" if editors else "", entry.pages or "")


def _edited(entry: Entry) -> str:
    leads = not entry.authors and entry.type not in _HELD | {EntryType.CHAPTER}
    if leads or not entry.editors:
        return ""
    return f"Edited by {_in_order(entry.editors, others='editor' in entry.and_others)}"


def _translated(entry: Entry) -> str:
    if not entry.translators:
        return ""
    return f"Translated by {_in_order(entry.translators, others='translator' in entry.and_others)}"


def _volume(entry: Entry) -> str:
    volume = entry.volume or ""
    label = "vols." if several(volume) else "vol."
    return f"{label} {volume}{volume_title(entry)}"


def _book(entry: Entry, *, dated: bool) -> list[str]:
    volume = ""
    if entry.volume and not (entry.type is EntryType.CHAPTER and entry.container):
        volume = capital(_volume(entry))
    elif entry.volumes:
        volume = f"{entry.volumes} vols." if entry.volumes != "1" else ""
    series = " ".join(part for part in (entry.series, entry.series_number) if part)
    number = f"no. {entry.number}" if entry.number and entry.type is not EntryType.CHAPTER else ""
    held = entry.type is EntryType.CHAPTER and entry.container
    pages = "" if held or not entry.pages else entry.pages
    shown = entry.title and not held and entry.container != entry.title
    container = italic(entry.container or "") if shown else ""
    return [
        container, english_edition(entry.edition), volume, series, capital(number),
        entry.event or "", pages, _imprint(entry, dated=dated),
    ]  # fmt: skip


def _imprint(entry: Entry, *, dated: bool) -> str:
    place, publisher = entry.place_name or "", entry.publisher or ""
    text = f"{place}: {publisher}" if place and publisher else place or publisher
    text = commas(genre(entry), text)
    if dated:
        return commas(text, month_day(entry.date)) if entry.date else text
    if entry.type is EntryType.ARCHIVE:
        return text
    when = american_date(entry.date) if entry.date else _year(entry)
    return commas(text, when)


def _ending(entry: Entry) -> list[str]:
    """Give the note, the access date and the address."""
    accessed = f"Accessed {american_date(entry.accessed)}" if entry.accessed else ""
    return [entry.note or "", accessed, address(entry)]
