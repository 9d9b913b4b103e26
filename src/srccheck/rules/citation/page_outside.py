"""page-outside (CIT008): a cited page outside the pages of the article.

What it does:
    Compares the pages of a citation with the pages its entry gives for an article or a chapter.
Why it matters:
    The quotation cannot stand there: the page, the article or the citation is wrong.
Example:
    The letter was answered in a week (Orlov 2003, p. 131).

    ## References

    Orlov, A.S. "Tajna perepiski". *Istochnik*, no. 2 (2003): 78–90.
Use instead:
    The letter was answered in a week (Orlov 2003, p. 81).

    ## References

    Orlov, A.S. "Tajna perepiski". *Istochnik*, no. 2 (2003): 78–90.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.citations import FullNote, LocatorPart
from srccheck.references import EntryType
from srccheck.resolve import Apparatus, Resolved
from srccheck.resolve.locators import page_numbers
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import listed, locators

PARTS = (EntryType.ARTICLE, EntryType.CHAPTER, EntryType.NEWSPAPER_ARTICLE, EntryType.WEB_ARTICLE)
_RUN = re.compile(r"\d\s?[–—‑-]")
_PAGE_BEHIND = re.compile(r":\s?\d")


class PageOutside(Rule):
    """A cited page that the article does not have."""

    code = "CIT008"
    name = "page-outside"
    severity = Severity.WARNING
    summary = "a cited page outside the pages of the article"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the page locators outside the entry's pages."""
        for resolved in apparatus.citations:
            entry = resolved.entry
            if entry is None or not entry.pages or entry.type not in PARTS:
                continue
            have = page_numbers(entry.pages)
            if len(have) < 2 or min(have) == max(have):
                continue
            for part in _cited(resolved):
                cited = () if _is_volume(apparatus, part) else page_numbers(part.value)
                if cited and (min(cited) < min(have) or max(cited) > max(have)):
                    yield Finding(
                        part.place,
                        f"{apparatus.quote(part.place)}: {listed(entry)} is on pages {entry.pages}",
                        related=(Related(entry.place, "the entry"),),
                    )


def _cited(resolved: Resolved) -> Iterator[LocatorPart]:
    """Give the locators; a run of pages in a full note may be the article's own (CIT016)."""
    full = isinstance(resolved.citation, FullNote)
    for part in locators(resolved):
        if not (full and _RUN.search(part.value)):
            yield part


def _is_volume(apparatus: Apparatus, part: LocatorPart) -> bool:
    """Tell whether a part is no page: labelled otherwise, or the 25 of "25: 540"."""
    text = apparatus.manuscript.streams[part.place.stream].text
    following = text[part.place.end : part.place.end + 3]
    return part.unit != "page" or (not part.label and _PAGE_BEHIND.match(following) is not None)
