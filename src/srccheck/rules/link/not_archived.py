"""not-archived (URL008): no web archive has a copy.

What it does:
    Reports a link for which the web archive was asked and has no copy that was taken with status
    200: for dead links always, for all with ``srccheck links --archive``. An archive that did not
    answer is no finding. Runs with ``--links`` only.
Why it matters:
    What is dead and in no archive is lost to the reader; what is alive can still be saved.
Example:
    $ srccheck lint --links article.md
    12:40 info URL008 not-archived  no archived copy was found
Use instead:
    $ srccheck links --save article.md
    asks the archive to take copies of the links that are alive.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.addresses import judged
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.verdicts import State


class NotArchived(Rule):
    """No copy in an archive."""

    code = "URL008"
    name = "not-archived"
    severity = Severity.INFO
    summary = "no archived copy"
    judges = False

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each link of which no copy was found."""
        for link, verdict in judged(apparatus, *State):
            if verdict.archive_asked and verdict.archived is None:
                yield Finding(link.place, "no archived copy was found")
