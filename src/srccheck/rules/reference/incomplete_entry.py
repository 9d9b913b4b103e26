"""incomplete-entry (REF001): an entry lacks what a work of its kind cannot be found without.

What it does:
    In a .bib, CSL-JSON or RIS file: reports an entry without a title or a year, an article without
    its journal, a chapter without its book, a thesis without its school, and one whose ``crossref``
    leads to no entry. In a printed list: a book or an article that was read without doubt and has
    no year, where the others have one, and a book without a place, where nearly all others name
    theirs. Forthcoming and undated works (n.d., б. г., o. J.) have said so; documents on the web
    need no year; a multi-author work needs no author.
Why it matters:
    The reader cannot order the book, and a style prints a hole or a question mark.
Example:
    ## References

    Bovin, A.E. *Moj XX vek*. Moscow: Zaharov, 2003.

    Chaplin, B.N. *Zapiski diplomata*. Moscow: Nauka, 2000.

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

    Ognetov, I.A. *Na v'etnamskom napravlenii*. Moscow: Gumanitarij.
Use instead:
    ## References

    Bovin, A.E. *Moj XX vek*. Moscow: Zaharov, 2003.

    Chaplin, B.N. *Zapiski diplomata*. Moscow: Nauka, 2000.

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

    Ognetov, I.A. *Na v'etnamskom napravlenii*. Moscow: Gumanitarij, 2007.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.references import Entry, EntryType, ReferenceList
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.quoting import entry_head, listed

_BOOKS = frozenset({EntryType.BOOK, EntryType.MULTIVOLUME})
_DATED = _BOOKS | {EntryType.ARTICLE, EntryType.CHAPTER, EntryType.THESIS, EntryType.REPORT}
_OWN_WAYS = frozenset(
    {"review", "inreference", "suppperiodical", "suppbook", "letter", "periodical"}
)
_ANY_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|\d{4}|n\.\s?d|б\.\s?г|o\.\s?J|s\.\s?[da]\b")
_COMING = re.compile(
    r"forthcoming|in\spress|in\sprint|in\spreparation|to\sappear|im\sDruck|im\sErscheinen"
    r"|в\sпечати|готовится|à\sparaître|in\scorso",
    re.IGNORECASE,
)
_UNPUBLISHED = re.compile(
    r"(?<!\w)(?:papers|records?|collections?|archives?|manuscripts?|folder|box|library|nachlass|archiv"
    r"|bestand|fonds?|архив|фонд|рукопис|website|homepage)(?!\w)",
    re.IGNORECASE,
)
_ENOUGH = 3  # entries that must have what one lacks
_SHARE = 0.9  # of the books that name a place


class IncompleteEntry(Rule):
    """An entry without a field that its kind needs."""

    code = "REF001"
    name = "incomplete-entry"
    severity = Severity.WARNING
    summary = "a field that this type needs is absent"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the entries with a hole."""
        for each in apparatus.lists:
            found = _fielded(apparatus, each) if each.fielded else _printed(apparatus, each)
            for entry, lacking in found:
                yield Finding(entry_head(entry), f"{listed(entry)}: {lacking}")


def _fielded(apparatus: Apparatus, each: ReferenceList) -> Iterator[tuple[Entry, str]]:
    keys = {key.lower() for entry in each.entries for key in entry.keys}
    keys |= {record.key.lower() for record in apparatus.manuscript.streams[each.stream].records}
    for entry in each.entries:
        extra = dict(entry.extra)
        parent = extra.get("crossref")
        if parent and parent.strip().lower() not in keys:
            yield entry, f"its crossref '{parent}' is no entry of this file"
            continue
        lacking = list(_lacking(entry, extra))
        if lacking:
            yield entry, f"no {' and no '.join(lacking)}"


def _lacking(entry: Entry, extra: dict[str, str]) -> Iterator[str]:
    """Name the fields that an entry of a .bib lacks."""
    if entry.source_type in _OWN_WAYS or "entrysubtype" in extra or "related" in extra:
        return  # a style knows what these need: a classic no year, a review no title
    named = entry.title or entry.container or any("title" in name for name in extra)
    if not named and entry.type in _DATED:
        yield "title"
    if entry.type in _DATED and not _dated(entry, extra):
        yield "year"
    if entry.type is EntryType.ARTICLE and not entry.container and not entry.eprint:
        yield "journal"
    if entry.type is EntryType.CHAPTER and not entry.container and not _is_own_book(entry, extra):
        yield "title of the book it stands in"
    if entry.type is EntryType.THESIS and not (entry.publisher or entry.place_name):
        yield "school"


def _dated(entry: Entry, extra: dict[str, str]) -> bool:
    """Tell an entry that has a date, or one said in words, or one in a field that we do not know.

    A work of several volumes needs none: its volumes have theirs.
    """
    if entry.year or entry.original_date or entry.event_date:
        return True
    if (entry.source_type or "").startswith("mv"):
        return True
    if any("date" in name or "year" in name for name in extra if name[:5] != "date-"):
        return True
    said = [value for name, value in extra.items() if name != "abstract"]
    return any(_COMING.search(each) for each in (*said, entry.pages or "", entry.note or ""))


def _is_own_book(entry: Entry, extra: dict[str, str]) -> bool:
    """Tell BibTeX's @inbook, whose title is the book's: the part is a chapter or pages."""
    if "xref" in extra:
        return True
    named = {"chapter", "maintitle", "bookauthor"} & extra.keys()
    return entry.source_type in {"inbook", "suppbook"} and bool(named or entry.pages)


def _printed(apparatus: Apparatus, each: ReferenceList) -> Iterator[tuple[Entry, str]]:
    judged = [entry for entry in each.entries if _is_sure(entry)]
    dated = sum(entry.year is not None for entry in judged)
    books = [entry for entry in judged if entry.type in _BOOKS]
    placed = sum(entry.place_name is not None for entry in books)
    for entry in judged:
        text = apparatus.quote(entry.place)
        if entry.year is None:
            said = any(each.search(text) for each in (_ANY_YEAR, _COMING, _UNPUBLISHED))
            if dated >= _ENOUGH and 2 * dated > len(judged) and not said:
                yield entry, "no year"
        elif entry.type in _BOOKS and entry.place_name is None and placed >= _SHARE * len(books):
            bare = not (entry.publisher or entry.url or entry.series or entry.doi)
            if placed >= 2 * _ENOUGH and bare and _ends_in_year(entry, text):
                yield entry, f"no place; {placed} of {len(books)} books have one"


def _is_sure(entry: Entry) -> bool:
    """Tell an entry of which every word was understood."""
    return (
        entry.type in _BOOKS | {EntryType.ARTICLE}
        and entry.title is not None
        and not entry.rest
        and not entry.url
        and not entry.fused
        and all(value >= 0.9 for _, value in entry.confidence)
    )


def _ends_in_year(entry: Entry, text: str) -> bool:
    """Tell that the year stands right behind the title, with nothing unread between them."""
    title, year = entry.field_place("title"), entry.field_place("year")
    if title is None or year is None:
        return False
    between = text[title.end - entry.place.start : year.start - entry.place.start]
    return 0 <= year.start - title.end <= 4 and not any(char.isalnum() for char in between)
