"""access-date (URL005): an access date that is missing or impossible.

What it does:
    Reports an entry with an address and no access date where at least two entries, and most of
    those with an address, have one; an access date in the future; and one that is earlier than
    the document itself (of what is printed, by more than a year: articles are online before their
    issue). DOIs and other permanent identifiers need no access date.
Why it matters:
    The date says which state of the page was read. It is also what a reader asks a web archive
    for when the page has gone.
Example:
    ## References

    Codd, Anna. "The Parcel". 12 March 2015. https://example.org/parcel (accessed 3 May 2014).
Use instead:
    ## References

    Codd, Anna. "The Parcel". 12 March 2015. https://example.org/parcel (accessed 3 May 2016).
Fix safety:
    There is no fix.
Options:
    today: the day (YYYY-MM-DD) after which a date is in the future; the day of the run where it
    is not given.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from srccheck.citations import Link
from srccheck.references import Entry, EntryType
from srccheck.resolve import Apparatus
from srccheck.rules.addresses import addressed_entries
from srccheck.rules.base import Finding, Related, Rule, Severity
from srccheck.rules.quoting import listed
from srccheck.text import Place
from srccheck.values import dataclass

_PRINTED = frozenset(
    (
        *(EntryType.ARTICLE, EntryType.BOOK, EntryType.CHAPTER, EntryType.MULTIVOLUME),
        *(EntryType.JOURNAL_ISSUE, EntryType.THESIS, EntryType.OTHER),
    )
)
LEAST = 2
"""Entries with an access date from which on its absence is a slip."""


@dataclass(frozen=True, slots=True)
class AccessDateOptions:
    """``today`` as an ISO date; "" for the day of the run."""

    today: str = ""


class AccessDate(Rule):
    """An access date that is missing, in the future, or before the document."""

    code = "URL005"
    name = "access-date"
    severity = Severity.WARNING
    summary = "an access date that is missing where others are given, in the future or too early"
    options = AccessDateOptions

    def check(self, apparatus: Apparatus, options: AccessDateOptions) -> Iterator[Finding]:
        """Yield the dates that cannot be, then the entries that lack one."""
        if not apparatus.links:
            return
        entries = [each for each in addressed_entries(apparatus) if each[0].url]
        yield from _impossible(apparatus, entries, options.today or _today())
        yield from _missing(apparatus, entries)


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).astimezone().date().isoformat()


def _impossible(
    apparatus: Apparatus, entries: Sequence[tuple[Entry, Link]], today: str
) -> Iterator[Finding]:
    in_entries = {link.place for _, link in entries}
    dated: list[tuple[str | None, Link, Entry | None]] = [
        (entry.accessed or link.accessed, link, entry) for entry, link in entries
    ]
    dated += [
        (link.accessed, link, None) for link in apparatus.links if link.place not in in_entries
    ]
    for accessed, link, entry in dated:
        if not accessed:
            continue
        place = entry.field_place("accessed") if entry is not None else None
        if accessed > today:
            yield Finding(place or link.place, f"accessed on {accessed}, which is in the future")
        elif entry is not None and _is_before(accessed, entry):
            yield Finding(
                place or link.place,
                f"{listed(entry)}: accessed on {accessed}, before the document was there",
            )


def _is_before(accessed: str, entry: Entry) -> bool:
    """Tell whether an access date is before the entry's date, to the precision it has.

    What is printed may be online a good while before the date of its issue: there the year before
    will do.
    """
    document = entry.date or entry.year_last or entry.year_first or entry.year or ""
    if not document[:4].isdigit():
        return False
    if entry.type in _PRINTED:
        return int(accessed[:4]) < int(document[:4]) - 1
    return accessed[: len(document)] < document


def _missing(apparatus: Apparatus, entries: Sequence[tuple[Entry, Link]]) -> Iterator[Finding]:
    for each in apparatus.lists:
        mine = [
            (entry, link)
            for entry, link in entries
            if entry.place.stream == each.stream and not _is_permanent(link.url)
        ]
        with_date = [entry for entry, link in mine if entry.accessed or link.accessed]
        if len(with_date) < LEAST or 2 * len(with_date) <= len(mine):
            continue
        for entry, link in mine:
            if not (entry.accessed or link.accessed or _names_a_day(apparatus, entry, link)):
                yield Finding(
                    link.place,
                    f"{listed(entry)}: no access date; {len(with_date)} of {len(mine)} entries "
                    "with an address have one",
                    related=(Related(with_date[0].place, "one that has"),),
                )


def _is_permanent(url: str) -> bool:
    """Tell whether an address is a permanent identifier or an archived copy with its own day."""
    from srccheck.links.address import read_address

    address = read_address(url)
    if address is None:
        return True  # malformed-url has it
    host = address.host
    return host in _PERMANENT or host.endswith((".handle.net", ".archive.org", "perma.cc"))


_PERMANENT = frozenset(
    (
        *("doi.org", "dx.doi.org", "www.doi.org", "hdl.handle.net", "n2t.net", "ark.bnf.fr"),
        *("purl.org", "nbn-resolving.org", "nbn-resolving.de", "urn.fi", "arxiv.org"),
        *("web.archive.org", "perma.cc", "archive.ph", "archive.today"),
    )
)


def _names_a_day(apparatus: Apparatus, entry: Entry, link: Link) -> bool:
    """Tell whether a day in words we do not know follows the address: then nothing is missing."""
    from srccheck.references.dates import find_dates

    stream = apparatus.manuscript.streams[link.place.stream]
    after = Place(stream.index, link.place.end, entry.place.end)
    return bool(find_dates(stream.text[after.start : after.end]))
