"""soft-404 (URL010): a page that says "not found", or the front page, under status 200.

What it does:
    Reports a link that is answered with status 200 and a page whose title or heading says that
    there is no such page, with the front page of the host, or with the page that the host also
    gives for an address that cannot exist. A page that carries the cited title is none of these,
    whatever else it says. Runs with ``--links`` only.
Why it matters:
    Other checkers call such a link alive. The reader finds nothing.
Example:
    $ srccheck lint --links article.md
    12:40 warning URL010 soft-404  the page says “Page not found”
Use instead:
    $ srccheck links --archive article.md
    names an archived copy for every link, to cite beside the address.
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


class SoftNotFound(Rule):
    """Status 200, and nothing there."""

    code = "URL010"
    name = "soft-404"
    severity = Severity.WARNING
    summary = "200 with the host's not-found page or its front page"
    judges = False

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each link that leads to a page which is none."""
        for link, verdict in judged(apparatus, State.SOFT_DEAD):
            yield Finding(link.place, with_copy(verdict.reason, verdict))
