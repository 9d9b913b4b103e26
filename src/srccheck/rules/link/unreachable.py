"""unreachable (URL003): a link on which there is no verdict.

What it does:
    Reports a link that was asked for and gave no answer that tells: a wall (403, a challenge, a
    login), a limit (429), a fault of the server (5xx), no answer in time, a certificate that cannot
    be trusted. It says nothing of the source: a person with a browser may well see it. Runs with
    ``--links`` only.
Why it matters:
    Somebody has to look: the checker could not.
Example:
    $ srccheck lint --links article.md
    12:40 info URL003 unreachable  blocked: a challenge for browsers; not a verdict on the source
Use instead:
    $ srccheck links --refresh article.md
    asks again.
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


class Unreachable(Rule):
    """No answer that tells."""

    code = "URL003"
    name = "unreachable"
    severity = Severity.INFO
    summary = "time-out, 5xx, 403, 429, TLS: not a verdict on the source"
    judges = False

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each link that could not be judged."""
        states = (State.BLOCKED, State.RATE_LIMITED, State.UNCERTAIN, State.TLS)
        for link, verdict in judged(apparatus, *states):
            yield Finding(
                link.place,
                f"{verdict.state.value}: {verdict.reason}; not a verdict on the source",
            )
