"""abbreviation-unexplained (ARC002): an archive's abbreviation that is never expanded.

What it does:
    Reports, at its first place, an abbreviation of a known archive that neither the text, a note, a
    list of abbreviations nor the reference list ever gives in full.
Why it matters:
    Abbreviations of archives are shared: ГАВО is four archives. A reader outside the field cannot
    tell RGANI from RGAE.
Example:
    The embassy reported at once (RGANI, f. 5, op. 49, d. 131, l. 193).
Use instead:
    The embassy reported at once (Russian State Archive of Contemporary History [RGANI], f. 5,
    op. 49, d. 131, l. 193).
Fix safety:
    There is no fix: where the full name should stand is a question of style.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.files import archive_of, at, written


class AbbreviationUnexplained(Rule):
    """An abbreviation without its full name."""

    code = "ARC002"
    name = "abbreviation-unexplained"
    severity = Severity.WARNING
    summary = "an archive's abbreviation that is never expanded"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the first place of each unexplained abbreviation."""
        explained = _explained(apparatus)
        for resolved, reference in written(apparatus):
            span = reference.abbreviation_span
            archive = archive_of(apparatus, reference)
            if archive is None or span is None:
                continue
            key = reference.former or archive.id
            if key in explained:
                continue
            explained.add(key)
            names = [name for given in archive.names.values() for name in given]
            if reference.abbreviation in names:
                continue
            full = f" ({names[0]}?)" if names and not reference.former else ""
            yield Finding(
                at(resolved, span),
                f"{reference.abbreviation}: the manuscript never gives the name in full{full}",
            )


def _explained(apparatus: Apparatus) -> set[str]:
    found: set[str] = set()
    for mention in apparatus.mentions:
        if mention.expands or mention.name:
            found.add(mention.former or mention.archive or "")
    for entry in apparatus.entries:
        found.add(entry.archive_id or "")
    return found
