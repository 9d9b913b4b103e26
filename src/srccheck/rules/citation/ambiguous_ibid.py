"""ambiguous-ibid (CIT010): an ibid after several sources.

What it does:
    Reports an ibid at the start of a note or parenthesis where the one before it holds several
    sources and its locator does not tell which is meant.
Why it matters:
    The reader has to guess.
Example:
    Both were there (Bovin 2003; Glazunov 2010). They disagreed later (ibid., p. 12).

    ## References

    Bovin, A.E. *Moj XX vek*. Moscow, 2003.

    Glazunov, E.P. *V dni vojny i mira*. Moscow, 2010.
Use instead:
    Both were there (Bovin 2003; Glazunov 2010). They disagreed later (Glazunov 2010, p. 12).

    ## References

    Bovin, A.E. *Moj XX vek*. Moscow, 2003.

    Glazunov, E.P. *V dni vojny i mira*. Moscow, 2010.
Fix safety:
    There is no fix: only the author knows which is meant.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import IbidCitation
from srccheck.resolve import Apparatus, Outcome
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity


class AmbiguousIbid(Rule):
    """An ibid that may stand for several sources."""

    code = "CIT010"
    name = "ambiguous-ibid"
    severity = Severity.WARNING
    summary = "an ibid after several sources"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the ibids with more than one antecedent."""
        for resolved in apparatus.citations:
            if resolved.outcome is not Outcome.AMBIGUOUS:
                continue
            if not isinstance(resolved.citation, IbidCitation):
                continue
            places = [apparatus.citations[at].place for at in resolved.ambiguous_antecedents]
            places += [entry.place for entry in resolved.candidates]
            yield Finding(
                resolved.place,
                f"{apparatus.quote(resolved.place)}: may stand for any of {len(places)} sources",
                related=tuple(Related(place, "may be meant") for place in places),
            )
