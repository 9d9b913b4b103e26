"""missing-reference (CIT001): a citation that no entry of the list answers.

What it does:
    Looks every author–date and title–date citation up in the reference list: by name (in any
    romanisation), year and title, and last by name and year anywhere in the text of the entries.
    What is found nowhere is reported, with the nearest entry where one is near. A citation by key
    (``[@westad2005]``, ``\\cite{westad2005}``) is looked up among the keys of the bibliography.
    Where a bibliography is linted by itself, the manuscripts beside it that use it are asked.
Why it matters:
    A reader who wants to check the claim is led to no source at all.
Example:
    The alliance was over by then (Westad 2005, p. 12).

    ## References

    Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.
Use instead:
    The alliance was over by then (Westad 2005, p. 12).

    ## References

    Westad, Odd Arne. *The Global Cold War*. Cambridge: Cambridge University Press, 2005.
Fix safety:
    There is no fix: only the author knows the source.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import FullNote, IbidCitation, Kind, ShortNote
from srccheck.resolve import Apparatus, Outcome, Resolved
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import head, listed, work


class MissingReference(Rule):
    """A citation without an entry."""

    code = "CIT001"
    name = "missing-reference"
    severity = Severity.ERROR
    summary = "a citation that no entry of the list answers"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the citations that found nothing in a list that exists, or in the full notes."""
        if not apparatus.entries and apparatus.style not in ("notes", "mixed"):
            return
        for resolved in apparatus.citations:
            if resolved.outcome is not Outcome.MISSING:
                continue
            message = f"{work(apparatus, resolved)}: {_where(apparatus, resolved)}"
            if resolved.nearest:
                message += f"; the nearest is {listed(resolved.nearest[0])}"
            place = resolved.place
            if resolved.citation.kind is not Kind.NEWSPAPER:
                place = head(apparatus, resolved)
            related = tuple(Related(e.place, "the nearest entry") for e in resolved.nearest[:1])
            full = isinstance(resolved.citation, FullNote)  # the note itself leads to the source
            yield Finding(place, message, Severity.WARNING if full else None, related=related)


def _where(apparatus: Apparatus, resolved: Resolved) -> str:
    """Say where it was looked for: in the list, and for a short note in the full notes."""
    if isinstance(resolved.citation, ShortNote | IbidCitation):
        return "no note names it in full" + (", nor does the list" if apparatus.entries else "")
    return "no such entry in the reference list"
