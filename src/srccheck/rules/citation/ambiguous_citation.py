"""ambiguous-citation (CIT005): two or more entries fit a citation equally.

What it does:
    Reports a citation without a suffix where the list has several entries of that author and year.
Why it matters:
    The reader cannot know which of them supports the claim.
Example:
    The group was removed from power (Selivanov 2014).

    ## References

    Selivanov, Igor N. "Fulao, ili diplomat ponevole". *Rodina*, no. 9 (2014a).

    Selivanov, Igor N. *Stalin, Ho Shi Min i delo Chan Ngok Dana*. Kursk, 2014b.
Use instead:
    The group was removed from power (Selivanov 2014a; Selivanov 2014b).

    ## References

    Selivanov, Igor N. "Fulao, ili diplomat ponevole". *Rodina*, no. 9 (2014a).

    Selivanov, Igor N. *Stalin, Ho Shi Min i delo Chan Ngok Dana*. Kursk, 2014b.
Fix safety:
    There is no fix: only the author knows which is meant.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import PrintedCitation, ShortNote
from srccheck.resolve import Apparatus, Outcome
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import head, listed, work


class AmbiguousCitation(Rule):
    """A citation that several entries answer."""

    code = "CIT005"
    name = "ambiguous-citation"
    severity = Severity.ERROR
    summary = "two or more entries fit a citation equally"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield printed citations with several candidates."""
        for resolved in apparatus.citations:
            if resolved.outcome is not Outcome.AMBIGUOUS:
                continue
            if not isinstance(resolved.citation, PrintedCitation | ShortNote):
                continue
            names = ", ".join(listed(entry) for entry in resolved.candidates)
            yield Finding(
                head(apparatus, resolved),
                f"{work(apparatus, resolved)}: {len(resolved.candidates)} entries fit: {names}",
                related=tuple(Related(e.place, "an entry that fits") for e in resolved.candidates),
            )
