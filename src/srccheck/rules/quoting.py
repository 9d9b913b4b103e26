"""What a finding quotes of a citation or an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable

from srccheck.citations import (
    CiteKeyCitation,
    FullNote,
    IbidCitation,
    LocatorPart,
    PrintedCitation,
    ShortNote,
)
from srccheck.references import Entry
from srccheck.resolve import Apparatus, Resolved
from srccheck.text import Place

_LOCATED = (PrintedCitation, IbidCitation, CiteKeyCitation, FullNote, ShortNote)
_QUOTES = re.compile(r'[«»„“”]|(?P<opens>(?<![^\s(\[—–])")|"')
_CLOSERS = {"«": "»", "»": "«", "„": "“”", "“": "”", '"': '"'}
QUOTATION = 500  # code points before a place in which a quotation round it may begin


def is_quoted(text: str, at: int) -> bool:
    """Tell whether ``at`` stands inside quotation marks that were opened in its paragraph.

    >>> is_quoted("the record says “RGANI, f. 5”", 18)
    True
    """
    start = max(text.rfind("\n", 0, at) + 1, at - QUOTATION)
    opened: list[str] = []
    for mark in _QUOTES.finditer(text, start, at):
        if opened and mark.group() in _CLOSERS[opened[-1]] and not mark["opens"]:
            opened.pop()
        elif mark.group() in "«„“" or mark["opens"] or (mark.group() == "»" and not opened):
            opened.append(mark.group())
    return bool(opened)


def head(apparatus: Apparatus, resolved: Resolved) -> Place:
    """Give the part of a citation that names the work: "Gaiduk 2010" of "Gaiduk 2010, pp. 8–9"."""
    citation = resolved.citation
    if isinstance(citation, CiteKeyCitation):
        return citation.key_place
    if isinstance(citation, FullNote):
        return entry_head(citation.work)
    if isinstance(citation, ShortNote) and citation.title_place is not None:
        return _short_head(apparatus, citation, citation.title_place.end)
    if not isinstance(citation, PrintedCitation) or citation.year is None:
        return citation.place
    end = citation.year.place.end
    text = apparatus.manuscript.streams[citation.place.stream].text
    opened = "(" in text[citation.place.start : end]
    if opened:
        end = end + 1 if text[end : end + 1] == ")" else citation.place.end
    return Place(citation.place.stream, citation.place.start, end)


def _short_head(apparatus: Apparatus, note: ShortNote, end: int) -> Place:
    """Give name and title of a short note, with the quotation mark that closes the title."""
    text = apparatus.manuscript.streams[note.place.stream].text
    closed = re.match(r"[,.!?]?[”\"»“’«]", text[end : note.place.end])
    return Place(note.place.stream, note.place.start, end + len(closed.group() if closed else ""))


def work(apparatus: Apparatus, resolved: Resolved) -> str:
    """Give the cited work in words for a message: "Selivanov 2014a", also where carried over."""
    citation = resolved.citation
    if isinstance(citation, PrintedCitation) and citation.carried:
        return f"{' and '.join(citation.authors)} {apparatus.quote(citation.place)}"
    return apparatus.quote(head(apparatus, resolved))


def listed(entry: Entry) -> str:
    """Give an entry in words for a message: "Gaiduk 1996", "Prezidium CK KPSS 2004"."""
    if entry.label:
        return entry.label
    year = f"{entry.year or 'n.d.'}{entry.suffix or ''}"
    names = entry.authors or entry.editors
    if not names:
        return f"{shorten(entry.title or entry.container or entry.archive or '')} {year}".strip()
    who = names[0].short
    if len(names) == 2:
        who = f"{who} and {names[1].short}"
    elif len(names) > 2:
        who = f"{who} et al."
    return f"{who} {year}"


def shorten(text: str, words: int = 6) -> str:
    """Give the first words of a title, with an ellipsis where any were left out."""
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]) + " …"


def entry_head(entry: Entry) -> Place:
    """Give the part of an entry that names it: from its start to the end of its title or year.

    An entry of a .bib is named by its key.
    """
    key = entry.field_place("key")
    if key is not None:
        return key
    ends = [
        place.end
        for name in ("title", "container", "archive")
        for place in [entry.field_place(name)]
        if place is not None and place.start >= entry.place.start
    ]
    end = min(ends) if ends else entry.place.end
    return Place(
        entry.place.stream, entry.place.start, min(max(end, entry.place.start), entry.place.end)
    )


def locators(resolved: Resolved) -> Iterable[LocatorPart]:
    """Give the locators of a printed, ibid or key citation."""
    citation = resolved.citation
    if isinstance(citation, _LOCATED):
        return citation.locators
    return ()
