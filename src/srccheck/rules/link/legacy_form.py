"""legacy-form (URL007): a form of address that its host has given up.

What it does:
    Reports an address in a form that a known host no longer uses, with the form it uses now:
    dx.doi.org, www.gwu.edu/~nsarchiv, a staging copy of a site. A record of the Wilson Center
    Digital Archive that is cited by its number is named with its address by title, where the
    entry gives the title.
Why it matters:
    Old forms live on redirects, and redirects are the first thing a new site forgets.
Example:
    ## References

    Codd, Anna. "The Parcel". *Isis* 7, no. 1 (1999): 3–9. https://dx.doi.org/10.1086/354321.
Use instead:
    ## References

    Codd, Anna. "The Parcel". *Isis* 7, no. 1 (1999): 3–9. https://doi.org/10.1086/354321.
Fix safety:
    Safe: the new form follows from the old one. An address that was made from a title is named,
    and not written.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import Link
from srccheck.resolve import Apparatus
from srccheck.rules.addresses import entry_of, readdressed
from srccheck.rules.base import Finding, NoOptions, Rule, Safety, Severity


class LegacyForm(Rule):
    """An old form of a known host's address."""

    code = "URL007"
    name = "legacy-form"
    severity = Severity.INFO
    summary = "a known host's old form of address"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each address in an old form whose new one is known."""
        for link in apparatus.links:
            finding = _judge(apparatus, link)
            if finding is not None:
                yield finding


def _judge(apparatus: Apparatus, link: Link) -> Finding | None:
    from srccheck.links.hosts import recognise, recogniser_of

    known = recognise(link.url)
    if known is None or not (known.staging or (known.form is not None and known.form.legacy)):
        return None
    if known.now is not None:
        kind = "a staging copy" if known.staging else "an old form of address"
        return Finding(
            link.place,
            f"{kind} of {known.host.name}; now {known.now}",
            fix=readdressed(apparatus, link, known.now),
        )
    entry = entry_of(apparatus, link)
    title = entry.title if entry is not None else None
    newer = recogniser_of(known.host).newer_form(known, title) if title else None
    if newer is None:
        return None
    return Finding(
        link.place, f"an old form of address of {known.host.name}; by its title it is {newer}"
    )
