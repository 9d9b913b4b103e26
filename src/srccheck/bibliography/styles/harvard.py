"""Harvard as "Cite them right" has it: year in round brackets, single quotation marks."""

from __future__ import annotations

from srccheck.bibliography.inline import commas, ended, italic, sentences
from srccheck.bibliography.people import abbreviated, listed
from srccheck.bibliography.styles.wording import (
    address,
    archive_line,
    british_date,
    capital,
    english_edition,
    genre,
    inner_quotes,
    several,
    split_date,
    volume_title,
)
from srccheck.references import Entry, EntryType, Name

_HELD = frozenset({EntryType.ARTICLE, EntryType.NEWSPAPER_ARTICLE})
_ISSUES = frozenset({EntryType.JOURNAL_ISSUE, EntryType.NEWSPAPER_ISSUE})
_WEB = frozenset({EntryType.WEB_ARTICLE, EntryType.WEB_DOCUMENT, EntryType.WEBSITE})


def cite_them_right(entry: Entry) -> str:
    """Give an entry of the list."""
    if entry.type is EntryType.ARCHIVE:
        return ended(archive_line(entry))
    lead = _lead(entry)
    year = f"({entry.year or 'no date'}{entry.suffix or ''})"
    if entry.type in _HELD and entry.container:
        rest = _article(entry, named=bool(lead))
    elif entry.type is EntryType.CHAPTER and entry.container:
        rest = _chapter(entry)
    else:
        rest = _book(entry, named=bool(lead))
    head = lead or _title(entry)
    return " ".join(part for part in (f"{head} {year}", rest, _ending(entry)) if part).rstrip()


def _lead(entry: Entry) -> str:
    if entry.authors:
        return _people(entry.authors, others="authors" in entry.and_others)
    if entry.editors and entry.type not in _HELD | {EntryType.CHAPTER}:
        role = "(eds)" if len(entry.editors) > 1 else "(ed.)"
        return f"{_people(entry.editors, others='editor' in entry.and_others)} {role}"
    return ""


def _people(people: tuple[Name, ...], *, others: bool) -> str:
    names = [abbreviated(each, joint="") for each in people]
    if others:
        return f"{', '.join(names)} {italic('et al.')}"
    return listed(names, "and")


def _direct(people: tuple[Name, ...], *, others: bool) -> str:
    """Give names behind a verb: "N. Barlow and J. Smith"."""
    names = [abbreviated(each, joint="", last=True) for each in people]
    return f"{', '.join(names)} {italic('et al.')}" if others else listed(names, "and")


def _title(entry: Entry) -> str:
    if entry.type in _ISSUES:
        return italic(entry.container or entry.title or "")
    if entry.type in _HELD | {EntryType.CHAPTER}:
        return f"‘{inner_quotes(entry.title or '', '“', '”')}’"
    return italic(entry.title or entry.container or "")


def _article(entry: Entry, *, named: bool) -> str:
    """Give "‘Title’, *Journal*, 12(3), pp. 1–20."."""
    number = f"({entry.number})" if entry.number else ""
    day = british_date(entry.date) if entry.date and split_date(entry.date)[2] else ""
    when = day.removesuffix(f" {split_date(entry.date or '')[0]}")
    place = f" ({entry.place_name})" if entry.place_name else ""
    return ended(
        commas(
            _title(entry) if named else "",
            italic(entry.container or "") + place,
            f"{entry.volume or ''}{number}",
            when,
            _pages(entry),
        )
    )


def _chapter(entry: Entry) -> str:
    """Give "‘Title’, in Editor (ed.) *Book*. Place: Publisher, pp. 1–20."."""
    role = "(eds)" if len(entry.editors) > 1 else "(ed.)"
    editors = ""
    if entry.editors:
        editors = f"{_people(entry.editors, others='editor' in entry.and_others)} {role} "
    title = f"{_title(entry)}, " if entry.authors and entry.title else ""
    volume = f", {_volume(entry)}" if entry.volume else ""
    host = f"{title}in {editors}{italic(entry.container or '')}{volume}"
    return sentences(host, english_edition(entry.edition), commas(_imprint(entry), _pages(entry)))


def _book(entry: Entry, *, named: bool) -> str:
    shown = entry.type not in _ISSUES and entry.title and entry.container != entry.title
    site = entry.container if shown else ""
    editors = ""
    if entry.authors and entry.editors:
        editors = f"Edited by {_direct(entry.editors, others='editor' in entry.and_others)}"
    translators = ""
    if entry.translators:
        people = _direct(entry.translators, others="translator" in entry.and_others)
        translators = f"Translated by {people}"
    number = f"{'' if entry.volume else 'no. '}{entry.number}" if entry.number else ""
    volume = _volume(entry) if entry.volume else ""
    day = british_date(entry.date) if entry.date and split_date(entry.date)[1] else ""
    when = day.removesuffix(f" {split_date(entry.date or '')[0]}")
    series = " ".join(part for part in (entry.series, entry.series_number) if part)
    return sentences(
        _title(entry) if named else "",
        capital(genre(entry)),
        site or "",
        editors,
        translators,
        english_edition(entry.edition),
        capital(commas(volume, number)),
        series,
        when,
        commas(_imprint(entry), _pages(entry)),
    )


def _volume(entry: Entry) -> str:
    volume = entry.volume or ""
    label = "vols" if several(volume) else "vol."
    return f"{label} {volume}{volume_title(entry)}"


def _imprint(entry: Entry) -> str:
    place, publisher = entry.place_name or "", entry.publisher or ""
    return f"{place}: {publisher}" if place and publisher else place or publisher


def _pages(entry: Entry) -> str:
    pages = entry.pages or ""
    if not pages:
        return ""
    return f"pp. {pages}" if several(pages) else f"p. {pages}"


def _ending(entry: Entry) -> str:
    link = address(entry)
    if link:
        when = f" (Accessed: {british_date(entry.accessed)})" if entry.accessed else ""
        link = ended(f"Available at: {link}{when}")
    return " ".join(part for part in (ended(entry.note or ""), link) if part)
