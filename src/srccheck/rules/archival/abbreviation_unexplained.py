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

import re
from collections.abc import Iterator

from srccheck.archives import ArchivalReference
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.files import archive_of, at, script, written

_NAME_BEFORE = re.compile(r"[^\W\d_]{3,}[^()\[\];]*[^\W\d_]{2,}\s?[\[(]$")


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
            if _stands_beside_a_name(apparatus, resolved, reference):
                continue
            names = [name for given in archive.names.values() for name in given]
            if reference.abbreviation in names:
                continue
            same = [name for name in names if script(name) == script(reference.abbreviation)]
            full = f" ({(same or names)[0]}?)" if names and not reference.former else ""
            yield Finding(
                at(resolved, span),
                f"{reference.abbreviation}: the manuscript never gives the name in full{full}",
            )


def _stands_beside_a_name(
    apparatus: Apparatus, resolved: Resolved, reference: ArchivalReference
) -> bool:
    """Tell whether a name stands before the bracketed abbreviation, in whatever language."""
    text = apparatus.manuscript.streams[resolved.place.stream].text
    start, end = reference.span.start, reference.span.end
    at = text.find(reference.abbreviation, start, end)
    after = at + len(reference.abbreviation)
    bracketed = text[at - 1 : at] in ("[", "(") and text[after : after + 1] in ("]", ")")
    return bracketed and _NAME_BEFORE.search(text[max(0, at - 80) : at]) is not None


def _explained(apparatus: Apparatus) -> set[str]:
    found: set[str] = set()
    for mention in apparatus.mentions:
        if mention.expands or mention.name:
            found.add(mention.former or mention.archive or "")
    for entry in apparatus.entries:
        found.add(entry.archive_id or "")
    return found
