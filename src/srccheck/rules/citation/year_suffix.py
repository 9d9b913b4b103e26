"""year-suffix (CIT006): a letter after the year without its sibling.

What it does:
    Reports a citation with a suffix that no entry of that author and year has (2008b cited, only
    2008a listed), and an entry with a suffix that stands alone in its year.
Why it matters:
    An entry was dropped, or its letter; the citation leads to the wrong work of the right year.
Example:
    They wrote to each other directly (Konoreva 2008b).

    ## References

    Konoreva, I.A. "Iz istorii sovetsko-v'etnamskih otnoshenij". *Vostok*, no. 6 (2008a).
Use instead:
    They wrote to each other directly (Konoreva 2008).

    ## References

    Konoreva, I.A. "Iz istorii sovetsko-v'etnamskih otnoshenij". *Vostok*, no. 6 (2008).
Fix safety:
    There is no fix: the sibling may be missing, or the letter superfluous.
Options:
    None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from srccheck.references import Entry
from srccheck.resolve import Apparatus, Outcome
from srccheck.resolve.folding import fold
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import entry_head, head, listed, work
from srccheck.text import Place
from srccheck.translit import name_keys


class YearSuffix(Rule):
    """A suffix without its sibling."""

    code = "CIT006"
    name = "year-suffix"
    severity = Severity.WARNING
    summary = "a letter after the year without its sibling"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield cited suffixes that are not listed, then listed ones that stand alone."""
        named: set[str] = set()
        for resolved in apparatus.citations:
            if resolved.outcome is Outcome.SUFFIX:
                named.update(entry.id for entry in resolved.nearest)
                names = ", ".join(listed(entry) for entry in resolved.nearest)
                yield Finding(
                    head(apparatus, resolved),
                    f"{work(apparatus, resolved)}: of that year the reference list has {names}",
                    related=tuple(Related(e.place, "the entry") for e in resolved.nearest),
                )
        for entry in _alone(apparatus.entries):
            if entry.id not in named:
                yield Finding(
                    _year_place(apparatus, entry),
                    f"{listed(entry)}: the letter stands alone, without a sibling of that year",
                )


def _year_place(apparatus: Apparatus, entry: Entry) -> Place:
    """Give the place of an entry's year with its letter."""
    year = entry.field_place("year")
    if year is None:
        return entry_head(entry)
    text = apparatus.manuscript.streams[year.stream].text
    end = year.end + len(entry.suffix or "")
    return replace(year, end=end) if text[year.end : end] == entry.suffix else year


def _alone(entries: tuple[Entry, ...]) -> list[Entry]:
    of_year: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        of_year[entry.year_first or ""].append(entry)
    return [
        entry
        for entry in entries
        if entry.suffix
        and not any(
            other is not entry and _keys(other) & _keys(entry)
            for other in of_year[entry.year_first or ""]
        )
    ]


def _keys(entry: Entry) -> frozenset[str]:
    """Give the keys of an entry's first author, whatever his romanisation; else of its title."""
    names = entry.authors or entry.editors
    if names:
        return name_keys(names[0].short)
    return frozenset({fold(entry.title or entry.container or "")})
