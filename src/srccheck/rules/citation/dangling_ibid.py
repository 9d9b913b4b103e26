"""dangling-ibid (CIT009): an ibid that stands for nothing, or for a source that cannot bear it.

What it does:
    Follows every ibid to the citation before it, in the body or through the notes. It reports one
    with nothing before it, or behind a citation that cannot be read; and, as a warning, one whose
    locator the source before it cannot have: leaves after a book, page 577 of a telegram.
Why it matters:
    A source was inserted or taken out in between; the reader is led to the wrong one.
Example:
    Zhou agreed (Malile 1961). The debate took fifteen pages (ibid., pp. 577–91).

    ## References

    Malile, Reis. "Information on the Meeting with Zhou Enlai". Digital Archive, 21 August 1961
    http://digitalarchive.wilsoncenter.org/document/110802 (accessed 10 May 2017).
Use instead:
    Zhou agreed (Malile 1961). The debate took fifteen pages (*XXII s'ezd* 1962, pp. 577–91).

    ## References

    Malile, Reis. "Information on the Meeting with Zhou Enlai". Digital Archive, 21 August 1961
    http://digitalarchive.wilsoncenter.org/document/110802 (accessed 10 May 2017).

    *XXII s'ezd Kommunisticheskoj partii Sovetskogo Sojuza*. Moscow, 1962.
Fix safety:
    There is no fix: only the author knows the source.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.resolve import Apparatus, Outcome, Resolved
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import listed


class DanglingIbid(Rule):
    """An ibid without a source it can stand for."""

    code = "CIT009"
    name = "dangling-ibid"
    severity = Severity.ERROR
    summary = "an ibid that stands for nothing, or for a source that cannot bear it"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield ibids without an antecedent (error) and with an implausible one (warning)."""
        for resolved in apparatus.citations:
            quote = apparatus.quote(resolved.place)
            if resolved.outcome is Outcome.NO_ANTECEDENT:
                yield Finding(
                    resolved.place,
                    f"{quote}: {resolved.reason}",
                    related=_previous(apparatus, resolved),
                )
            elif resolved.outcome is Outcome.IMPLAUSIBLE:
                before = _source_before(apparatus, resolved)
                yield Finding(
                    resolved.place,
                    f"{quote}: {resolved.reason}; the source before it is {before}",
                    Severity.WARNING,
                    related=_previous(apparatus, resolved),
                )


def _source_before(apparatus: Apparatus, resolved: Resolved) -> str:
    if resolved.nearest:
        return listed(resolved.nearest[0])
    if resolved.previous is None:
        return "another"
    return apparatus.quote(apparatus.citations[resolved.previous].place)


def _previous(apparatus: Apparatus, resolved: Resolved) -> tuple[Related, ...]:
    if resolved.previous is None:
        return ()
    return (Related(apparatus.citations[resolved.previous].place, "the citation before it"),)
