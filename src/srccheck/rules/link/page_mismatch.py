"""page-mismatch (URL006): the page is not the one that is cited.

What it does:
    Reports a link whose page gives another title or date than the entry, and a published archival
    document whose record names another archive, fond or file than the manuscript does, level by
    level: "the record gives d. 97, you cite d. 79". Titles are compared word by word, marks and
    capitals apart; one that differs slightly is let pass. Runs with ``--links`` only.
Why it matters:
    The number in an address is easily copied wrong, and the reader lands at another document.
Example:
    $ srccheck lint --links article.md
    12:40 warning URL006 page-mismatch  the page is “Report, Kovalev to Stalin”, you cite “Cable”
Use instead:
    $ srccheck links article.md
    gives title and date of each page.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.addresses import judged, with_copy
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.verdicts import State


class PageMismatch(Rule):
    """Another page than the cited one."""

    code = "URL006"
    name = "page-mismatch"
    severity = Severity.WARNING
    summary = "the page's title or date is not the cited one"
    judges = False

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each link that leads to another page."""
        for link, verdict in judged(apparatus, State.MISMATCH):
            yield Finding(link.place, with_copy(verdict.reason, verdict))
