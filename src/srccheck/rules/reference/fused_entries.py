"""fused-entries (REF008): two entries in one paragraph.

What it does:
    Reports an entry that begins in the middle of a paragraph of the list: author, title, place and
    year of one work are followed by another author.
Why it matters:
    A reader who runs down the margin does not find the second entry.
Example:
    ## References

    Bovin, A.E. *Moj XX vek*. Moscow, 2003. Glazunov, E.P. *V dni vojny i mira*. Moscow, 2010.
Use instead:
    ## References

    Bovin, A.E. *Moj XX vek*. Moscow, 2003.

    Glazunov, E.P. *V dni vojny i mira*. Moscow, 2010.
Fix safety:
    Unsafe: the paragraph is divided before the second entry.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.quoting import entry_head, listed
from srccheck.text import Place


class FusedEntries(Rule):
    """An entry without a paragraph of its own."""

    code = "REF008"
    name = "fused-entries"
    severity = Severity.WARNING
    summary = "two entries in one paragraph"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the entries that share a paragraph with the one before them."""
        for each in apparatus.lists:
            for before, entry in pairwise(each.entries):
                if entry.fused:
                    yield Finding(
                        entry_head(entry),
                        f"{listed(entry)}: begins in the paragraph of {listed(before)}",
                        fix=_fix(before, entry),
                        related=(Related(before.place, "the entry before it"),),
                    )


def _fix(before: Entry, entry: Entry) -> Fix:
    gap = Place(entry.place.stream, before.place.end, entry.place.start)
    return Fix(Safety.UNSAFE, "divide the paragraph", (Edit(gap, "\n\n"),))
