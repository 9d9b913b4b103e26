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

from srccheck.references import Entry
from srccheck.resolve import Apparatus, Outcome
from srccheck.resolve.folding import fold
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import entry_head, head, listed, work


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
                    entry.field_place("year") or entry_head(entry),
                    f"{listed(entry)}: the letter stands alone, without a sibling of that year",
                )


def _alone(entries: tuple[Entry, ...]) -> list[Entry]:
    siblings: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        names = " ".join(fold(name.short) for name in entry.authors or entry.editors)
        siblings[names or fold(entry.title or ""), entry.year_first or ""].append(entry)
    return [group[0] for group in siblings.values() if len(group) == 1 and group[0].suffix]
