"""Full notes: where a source that is named in full ends, and whether it was understood.

full-note = authors "," title { "," host } imprint [ locators ]

The imprint is in brackets ("(Chapel Hill: …, 2007)"), bare ("Berlin 1998", "М., 2011") or a
journal's ("45 (1998), S. 12–34"). What has no imprint, no container and no day is no full note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from srccheck.citations.dates import DAY
from srccheck.citations.model import FullNote, LocatorPart
from srccheck.citations.notes.chunks import Layout
from srccheck.citations.notes.locators import HERE, labelled_part, note_locators
from srccheck.citations.vocabulary import SENTENCE_STARTERS
from srccheck.references import Entry, EntryType, read_source
from srccheck.references.places_of_print import is_city
from srccheck.text import Place, Span, Stream

_YEAR = re.compile(
    r"(?<![\d/–—-])(?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?(?!\d)|\bn\.\s?d\.|б\.\s?г\.|o\.\s?J\."
)
_IMPRINT_END = re.compile(
    r"(?:(?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?|n\.\s?d\.|forthcoming|in\spress)[a-z]?\s?(?:\[\d{4}\]\s?)?[)\]]$"
)
# What goes on behind a bare year: ". № 3. С. 45–47", ", S. 12–34, hier S. 15", ": 45".
_TAIL = re.compile(
    r"""
    (?: [.,:]?\s?(?:[–—-]\s)?
        (?: (?:№|Nr|No|no|Heft|H|Вып|вып|Т|т|Кн|Ч|ч|Vol|vol|Bd|Issue|iss)[.]?\s?№?\s?[\dIVX]+
            (?:[-–/]\d+)?(?:\s?\(\d+\))?
          | (?:Стр|стр|Сс|СС|С|с|Стб|pp|Pp|P|p|S|Sp|Art)[.]\s?[\dA-Z]+
            (?:\s?[–—‑-]{1,2}\s?\d+)?(?:\s?f{1,2}\b\.?)?
            (?:,\s\d+(?:\s?[–—‑-]{1,2}\s?\d+)?(?![\w.]))*
          | (?:Dok|dok|Doc|doc|Док|док)[.]\s?(?:№|Nr\.)?\s?\d+
          | \d{1,2}\s[^\W\d_]{3,9}(?=[.,;\s]|$)
          | \d{1,4}\s?[–—‑-]{1,2}\s?\d{1,4}(?![\w/])
          | [A-Z]?\d{1,3}(?=[.;,]|$)
          | \((?:[^\W\d_]{3,10}\s)?(?:1[5-9]|20)\d\d\)
        )
    )*
    """,
    re.VERBOSE,
)
# Behind a journal's year in brackets: "45 (1998), H. 2, S. 12–34".
_ISSUE = re.compile(
    r",\s(?:H|Heft|Nr|no|№|n°|Jg)\.?\s?[\dIVX]+(?:[-–/]\d+)?"
    r"(?:,\s(?:S|pp?)\.\s?\d+(?:\s?[–—‑-]{1,2}\s?\d+)?)?"
)
_WEB = re.compile(
    r"[.,]?\s(?:(?:accessed|available\sat|URL:?|в\sсети:)\s?[^;()]{0,40}?)?<?https?://\S+?>?"
    r"(?=[.,;]?(?:\s|$))(?:,?\s?\((?:accessed|дата\sобращения|abgerufen|letzter\sZugriff|Zugriff)[^()]{2,40}\))?"
)
_CONTINUES = re.compile(
    r"[.,:]?\s?(?://|in:?\s(?!the\s)|In:\s|hg\.|ed\.\s|hrsg\.)|\s(?!and\s|und\s)[a-zа-я]{3,}|\s?[–—]\s(?![СсТS])"
)
_NUMBERED = re.compile(r"[,:]\s?\d")
_REPEATED = re.compile(
    r"(?:Ders|Dies|Idem|Eadem|Id|Он\sже|Она\sже|Они\sже|Тот\sже|Його\sж|Він\sже)[.,]?,?\s",
    re.IGNORECASE,
)
_ET_AL = re.compile(r"\bet\sal\b|\sи\sдр\.|\bu\.\s?a\.|\bта\sін\.|\band\sothers\b")
_QUOTE = re.compile(r"[\"“„«‘»›]")
_PART_TYPES = frozenset({EntryType.ARTICLE, EntryType.CHAPTER})
_WHOLE = frozenset({EntryType.BOOK, EntryType.MULTIVOLUME, EntryType.THESIS, EntryType.REPORT})
YEARS = 6  # years of a source that are tried as the end of its imprint
LONGEST = 700  # code points of a source
TITLE_WORDS = 30
REST_WORDS = 4  # words that no field takes, at most


def read_full(stream: Stream, layout: Layout, start: int, limit: int) -> FullNote | None:
    """Read the source that begins at ``start``; None where none can be read to its end."""
    text = stream.text
    limit = min(limit, start + LONGEST)
    repeated = _REPEATED.match(text, start, limit)
    for end, bracketed in _ends(stream, layout, start, limit):
        entry = read_source(stream, Span(start, end))
        if not _understood(stream, entry, bracketed=bracketed, repeated=repeated is not None):
            continue
        if not bracketed and _CONTINUES.match(text, end, limit):
            continue
        return _full_note(stream, entry, end, limit, repeated=repeated is not None)
    return None


def _ends(stream: Stream, layout: Layout, start: int, limit: int) -> Iterator[tuple[int, bool]]:
    """Give where the source may end, its locators left out, and whether brackets end it."""
    text = stream.text
    for count, match in enumerate(_YEAR.finditer(text, start, limit)):
        if count >= YEARS:
            return
        at = match.start()
        if layout.in_quote(at) or stream.emphasised(Span(at, match.end())):
            continue
        bracket = layout.bracket_at(at)
        if bracket is None:
            tail = _TAIL.match(text, match.end(), limit)
            end = tail.end() if tail else match.end()
            web = _WEB.match(text, end, limit)
            yield (web.end() if web else end), False
        elif _IMPRINT_END.search(text, bracket.start, bracket.end):
            issue = _ISSUE.match(text, bracket.end, limit)
            yield (issue.end() if issue else bracket.end), True


def ends_imprint(stream: Stream, bracket: Span) -> bool:
    """Tell brackets that hold an imprint or the year of a journal."""
    return _IMPRINT_END.search(stream.text, bracket.start, bracket.end) is not None


def _full_note(stream: Stream, entry: Entry, end: int, limit: int, *, repeated: bool) -> FullNote:
    """Take the locators, and read again with an article's own pages where they follow."""
    text = stream.text
    start = entry.place.start
    parts: tuple[LocatorPart, ...] = ()
    if entry.pages is None:
        parts, stop = note_locators(stream, end, limit)
        web = _WEB.match(text, stop, limit)
        stop = web.end() if web else stop
    else:
        stop = end
        held = entry.field_place("pages")
        parts = (labelled_part(stream, held.start, held.end),) if held else ()
        more, stop = note_locators(stream, stop, limit, more=True)
        parts += more
    pages = [part for part in parts if part.unit == "page"]
    own = None
    if entry.type in _PART_TYPES and pages:
        own = _own_pages(pages, sure=HERE.search(text, start, stop) is not None)
    if own is not None:
        index, value = own
        parts = tuple(
            part
            for part in (
                _without_first(part, value) if part is pages[index] else part for part in parts
            )
            if part is not None
        )
        place = pages[index].place
        entry = replace(entry, pages=value, fields=(*_without(entry, "pages"), ("pages", place)))
    else:
        entry = replace(entry, pages=None, fields=_without(entry, "pages"))
    place = Place(stream.index, start, max(stop, end))
    et_al = bool(_ET_AL.search(text, start, min(_title_at(entry), stop)))
    return FullNote(place, 0, replace(entry, place=place), parts, repeated, et_al)


def _title_at(entry: Entry) -> int:
    title = entry.field_place("title")
    return title.start if title else entry.place.start


def _own_pages(pages: list[LocatorPart], *, sure: bool) -> tuple[int, str] | None:
    """Tell an article's own pages: a run that a cited page follows, inside it or behind "at"."""
    first = pages[0]
    runs = re.findall(r"\d+\s?[–—‑-]{1,2}\s?\d+|\d+", first.value)
    if not runs or not re.search(r"\d\s?[–—‑-]", runs[0]):
        return None
    low, high = _ends_of(runs[0])
    later = [number for run in runs[1:] for number in _ends_of(run)]
    later += [
        number for part in pages[1:] for n in re.findall(r"\d+", part.value) for number in [int(n)]
    ]
    if later and (sure or low <= later[0] <= high):
        return 0, runs[0]
    return None


def _ends_of(run: str) -> tuple[int, int]:
    numbers = re.findall(r"\d+", run)
    first, last = numbers[0], numbers[-1]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first), int(last)


def _without_first(part: LocatorPart, value: str) -> LocatorPart | None:
    """Leave an article's own pages out of "45–67, 50"."""
    rest = part.value[part.value.index(value) + len(value) :].lstrip(" ,;")
    if not rest:
        return None
    place = Place(part.place.stream, part.place.end - len(rest), part.place.end)
    return LocatorPart(part.unit, "", rest, place)


def _without(entry: Entry, name: str) -> tuple[tuple[str, Place], ...]:
    return tuple(each for each in entry.fields if each[0] != name)


def _understood(stream: Stream, entry: Entry, *, bracketed: bool, repeated: bool) -> bool:
    """Tell whether a source was read whole: nothing but a few words left, a title, an imprint."""
    text = stream.text
    rest = DAY.sub(" ", entry.rest)
    if len(re.findall(r"\w+", rest)) > REST_WORDS or not (entry.title or entry.container):
        return False
    if not (entry.year or entry.date) or entry.type is EntryType.OTHER:
        return False
    title = entry.title or ""
    place = entry.field_place("title")
    if len(title.split()) > TITLE_WORDS or _reads_as_prose(title):
        return False
    marked = place is not None and (
        stream.emphasised(Span(place.start, place.start + 1))
        or bool(_QUOTE.match(text[max(place.start - 1, 0) : place.start]))
    )
    first = title.lstrip("«»„“\"‘'")[:1]  # a quotation inside an unmarked title
    if title and not marked and not (first.isupper() or first.isdigit()):
        return False
    if set((entry.container or "x").lower().split()) <= SENTENCE_STARTERS:
        return False
    if _unread_emphasis(stream, entry) or (entry.place_name or "").startswith("In "):
        return False
    printed = bool(entry.place_name or entry.publisher or entry.container)
    named = bool(entry.authors or repeated)
    if named and not _plausible_author(entry, text, repeated=repeated):
        return False
    if entry.type is EntryType.NEWSPAPER_ISSUE or not title:
        return False  # a bare newspaper and its day are a citation of their own
    if not printed and not entry.url and entry.type is not EntryType.THESIS:
        return False
    if named:
        return marked or bracketed or _sure_imprint(entry)
    if marked:
        return bool(printed and (place is None or place.start - entry.place.start < 3))
    return _untitled_author(entry, bracketed=bracketed)


def _unread_emphasis(stream: Stream, entry: Entry) -> bool:
    """Tell whether italics begin where no field does: two sources were taken for one."""
    starts = [place.start for _, place in entry.fields]
    return any(
        run.start >= entry.place.start
        and not any(_begins_at(stream.text, start, run.start) for start in starts)
        and any(char.isalpha() for char in stream.text[run.start : run.end])
        and stream.text[run.start : run.end].strip(" .:").lower() not in _ITALIC_WORDS
        and not _inside_quoted_title(stream, entry, run.start)
        and run.end - run.start > 3
        for run in stream.emphasis_in(entry.place.span)
    )


def _begins_at(text: str, start: int, italic: int) -> bool:
    """Tell whether italics begin with a field, or behind "his": in his *History and Strategy*."""
    between = text[start:italic].strip().lower()
    return abs(italic - start) < 3 or between in {"his", "her", "their", "ders.", "dies."}


_ITALIC_WORDS = frozenset({"in", "ibid", "et al", "idem", "und", "см", "цит. по"})


def _inside_quoted_title(stream: Stream, entry: Entry, at: int) -> bool:
    """Tell a book named in an article's title: “*Ulysses* at Fifty”."""
    place = entry.field_place("title")
    if place is None or not place.start < at < place.end:
        return False
    return bool(_QUOTE.match(stream.text[max(place.start - 1, 0) : place.start]))


def _sure_imprint(entry: Entry) -> bool:
    """Tell a bare imprint that prose does not have: a known city, a journal, "//", a page."""
    if entry.container or (entry.place_name and entry.pages):
        return True
    return bool(entry.place_name and (is_city(entry.place_name) or entry.publisher))


def _untitled_author(entry: Entry, *, bracketed: bool) -> bool:
    """A title alone, without a mark: an imprint with its publisher, or GOST's known city."""
    title = entry.title or ""
    if len(title.split()) > 16 or not title[0].isupper():
        return False
    if title.split()[0].lower() in SENTENCE_STARTERS:
        return False
    if bracketed:
        return bool(entry.place_name and entry.publisher)
    cyrillic = any("\u0400" <= char <= "\u04ff" for char in title)
    return cyrillic and bool(entry.place_name and is_city(entry.place_name))


def _plausible_author(entry: Entry, text: str, *, repeated: bool) -> bool:
    if not entry.authors:
        return repeated
    first = entry.authors[0]
    place = first.place
    if place is None:
        return repeated
    words = text[place.start : place.end].split()
    return bool(words) and words[0].lower().strip(".,") not in SENTENCE_STARTERS


_PROSE = re.compile(
    r"\b(?:which|who|that\sthe|was|were|has\sbeen|argues|argued|которы[йе]|который|wurde|wurden"
    r"|however|although|see|cf|siehe|vgl|см)\b[^:]*$"
)


def _reads_as_prose(title: str) -> bool:
    """Tell words that a title hardly has, from a sentence that was taken for one."""
    return re.search(r"[a-zа-я]{3,}\.\s[A-Z][a-z]+\s[a-z]+\s[a-z]+\s[a-z]+", title) is not None or (
        len(title.split()) > 12 and _PROSE.search(title) is not None
    )
