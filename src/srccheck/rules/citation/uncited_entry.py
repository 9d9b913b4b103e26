"""uncited-entry (CIT004): an entry that nothing in the manuscript cites.

What it does:
    Reports an entry of a list of references that no citation resolves to, whose title the text does
    not mention, and whose author does not stand beside its year anywhere in the text. An entry
    that another finding names as the one probably meant is left to that finding. Archives are
    ARC014's.
Why it matters:
    It is a leftover of an earlier draft, or the citation it belongs to is wrong or missing.
Example:
    The alliance was over by then (Westad 2005, p. 12).

    ## References

    Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.

    Westad, Odd Arne. *The Global Cold War*. Cambridge: Cambridge University Press, 2005.
Use instead:
    The alliance was over by then (Gaddis 1997; Westad 2005, p. 12).

    ## References

    Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.

    Westad, Odd Arne. *The Global Cold War*. Cambridge: Cambridge University Press, 2005.
Fix safety:
    There is no fix.
Options:
    None. In a list headed Bibliography or Further reading the finding is info.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.citations import PrintedCitation
from srccheck.references import Entry, EntryType
from srccheck.resolve import Apparatus, Outcome
from srccheck.resolve.folding import fold
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.quoting import entry_head, listed
from srccheck.text import StreamKind

NAMING = (Outcome.MISSING, Outcome.YEAR, Outcome.SUFFIX)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
NEAR = 60  # code points between a name and its year in running text


class UncitedEntry(Rule):
    """An entry nobody cites."""

    code = "CIT004"
    name = "uncited-entry"
    severity = Severity.WARNING
    summary = "an entry that nothing in the manuscript cites"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the entries without a citation, where the manuscript cites by author and date."""
        if apparatus.style == "notes" or not any(
            isinstance(each.citation, PrintedCitation) and each.entry
            for each in apparatus.citations
        ):
            return
        spoken_for = _spoken_for(apparatus)
        text = _running_text(apparatus)
        for each in apparatus.lists:
            for entry in each.entries:
                if (
                    entry.type is EntryType.ARCHIVE
                    or entry.id in spoken_for
                    or apparatus.cited_by(entry)
                    or _stands_in(text, entry)
                ):
                    continue
                severity = Severity.INFO if each.bibliography else None
                yield Finding(
                    entry_head(entry), f"{listed(entry)}: nothing cites this entry", severity
                )


def _spoken_for(apparatus: Apparatus) -> set[str]:
    """Give the entries that CIT001, CIT002, CIT005 or CIT006 name."""
    named = {
        entry.id
        for resolved in apparatus.citations
        if resolved.outcome in NAMING
        for entry in resolved.nearest
    }
    for resolved in apparatus.citations:
        named.update(entry.id for entry in resolved.candidates)
    return named


def _running_text(apparatus: Apparatus) -> str:
    return " ".join(
        fold(stream.text)
        for stream in apparatus.manuscript.streams
        if stream.kind is not StreamKind.REFERENCES
    )


def _stands_in(text: str, entry: Entry) -> bool:
    """Tell whether the text names the entry's title, or its author close to its year."""
    title = fold(entry.title or entry.container or "")
    if len(title.split()) > 1 and title in text:
        return True
    names = [fold(name.short) for name in (entry.authors or entry.editors)[:1]]
    if not names or not names[0] or not entry.year_first:
        return False
    near = rf"\b{_inflected(names[0])}\b.{{0,{NEAR}}}\b{re.escape(entry.year_first)}"
    return re.search(near, text) is not None


def _inflected(name: str) -> str:
    """Give a pattern for a name and its cases: Kennan's, Wettigs, Егоровой."""
    if not _CYRILLIC.search(name):
        return rf"{re.escape(name)}s?"
    return rf"{re.escape(name.rstrip('аяоиь'))}\w{{0,3}}"
