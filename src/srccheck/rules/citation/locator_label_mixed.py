"""locator-label-mixed (CIT012): one work is cited with two words for the same thing.

What it does:
    Compares the volume and page labels of all citations of one entry: v. here and t. there, p. and
    f. It reports the first place of the rarer form; in a tie the later form.
Why it matters:
    A reader may take them for two things, and a reviewer for two hands.
Example:
    He said so (Prezidium 2004, v. 3, p. 260), and said it again (Prezidium 2004, t. 1, p. 90).

    ## References

    *Prezidium CK KPSS*. T. 1, 3. Moscow, 2004.
Use instead:
    He said so (Prezidium 2004, t. 3, p. 260), and said it again (Prezidium 2004, t. 1, p. 90).

    ## References

    *Prezidium CK KPSS*. T. 1, 3. Moscow, 2004.
Fix safety:
    Safe: the label is replaced by the one the manuscript mostly uses for this work.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import LocatorPart
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.labels import has_plural, in_number, is_plural, stem
from srccheck.rules.majority import Minority, minority
from srccheck.rules.quoting import listed, locators
from srccheck.text import Place


class LocatorLabelMixed(Rule):
    """Two labels for one thing in the citations of one work."""

    code = "CIT012"
    name = "locator-label-mixed"
    severity = Severity.INFO
    summary = "one work is cited with two words for the same thing"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the first minority label of each work, for volumes and for pages."""
        for entry in apparatus.entries:
            parts = [p for each in apparatus.cited_by(entry) for p in locators(each) if p.label]
            for unit in ("volume", "page"):
                found = minority((p for p in parts if p.unit == unit), lambda p: stem(p.label))
                if found:
                    first = found[0]
                    yield Finding(
                        first.item.place,
                        f"{listed(entry)} is cited with {first.item.label} here"
                        f" and with {first.usual.label} elsewhere",
                        fix=_fix(found),
                        related=(Related(first.usual.place, "the usual label"),),
                    )


def _fix(found: list[Minority[LocatorPart]]) -> Fix:
    usual = found[0].usual.label
    edits = []
    for each in found:
        label = each.item.label
        place = Place(
            each.item.place.stream, each.item.place.start, each.item.place.start + len(label)
        )
        replacement = usual
        if has_plural(usual):
            replacement = in_number(usual, plural=is_plural(label))
        edits.append(Edit(place, replacement))
    return Fix(Safety.SAFE, f"write {usual} throughout", tuple(edits))
