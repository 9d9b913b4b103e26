"""dead-link (URL001): an address at which there is nothing any more.

What it does:
    Reports a link that was asked for twice in one run and answered both times with 404 or 410, with
    redirects that lead in a circle, or not at all while its host answers for other addresses. A
    wall, a limit, a fault of the server and a slow one are never called dead. Where a web archive
    has a copy from about the day of access, the message names it. Runs with ``--links`` only.
Why it matters:
    A reader who follows the link finds nothing, and cannot tell whether the source was ever there.
Example:
    $ srccheck lint --links article.md
    12:40 error URL001 dead-link  404 Not Found, twice; archived: https://web.archive.org/web/2017…
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


class DeadLink(Rule):
    """Nothing is there, twice."""

    code = "URL001"
    name = "dead-link"
    severity = Severity.ERROR
    summary = "404, 410 or a redirect loop, confirmed by a second try"
    judges = False

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each link that is dead."""
        for link, verdict in judged(apparatus, State.DEAD):
            yield Finding(link.place, with_copy(verdict.reason, verdict))
