"""impossible-year (REF006): a year of publication that cannot be.

What it does:
    Reports a year later than the next one, and an access date before the year of publication.
    Forthcoming works are no mistakes. A printed book from before 1450 is info: mostly the year of
    the text stands where that of the edition belongs.
Why it matters:
    The figure is wrong, and every citation by author and year repeats it.
Example:
    ## References

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 2099.
Use instead:
    ## References

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.
Fix safety:
    There is no fix.
Options:
    ``this-year``: the year that is taken for now; 0 for that of the run.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from srccheck.references import Entry, EntryType
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Rule, Severity
from srccheck.rules.quoting import entry_head, listed
from srccheck.values import dataclass

FIRST_PRINT = 1450
_PRINTED = frozenset({EntryType.BOOK, EntryType.MULTIVOLUME, EntryType.ARTICLE, EntryType.CHAPTER})


@dataclass(frozen=True, slots=True)
class ImpossibleYearOptions:
    """``this_year`` is the year that is taken for now; 0 for that of the run."""

    this_year: int = 0


class ImpossibleYear(Rule):
    """A year in the future, before print, or after the day of access."""

    code = "REF006"
    name = "impossible-year"
    severity = Severity.ERROR
    summary = "a year in the future, or after the access date"
    options = ImpossibleYearOptions
    gives_way_to = ("URL005",)

    def check(self, apparatus: Apparatus, options: ImpossibleYearOptions) -> Iterator[Finding]:
        """Yield the years that cannot be."""
        now = options.this_year or datetime.datetime.now(datetime.UTC).year
        for entry in apparatus.entries:
            yield from _check(entry, now)


def _check(entry: Entry, now: int) -> Iterator[Finding]:
    years = [int(year) for year in (entry.year_first, entry.year_last) if year and _is_year(year)]
    if not years or "year" in entry.inherited:
        return
    place = entry.field_place("year") or entry_head(entry)
    if max(years) > now + 1:
        yield Finding(place, f"{listed(entry)}: {max(years)} is in the future")
    elif 0 < years[0] < FIRST_PRINT and entry.type in _PRINTED and entry.publisher:
        message = f"{listed(entry)}: a book printed in {years[0]}; the year of the text?"
        yield Finding(place, message, Severity.INFO)
    accessed = entry.accessed or ""
    if _is_year(accessed[:4]) and int(accessed[:4]) < years[0]:
        where = entry.field_place("accessed") or place
        yield Finding(
            where, f"{listed(entry)}: accessed in {accessed[:4]}, before it was published"
        )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()
