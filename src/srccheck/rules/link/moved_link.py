"""moved-link (URL002): an address that has moved for good.

What it does:
    Reports a link whose redirects are all permanent (301, 308) and end at a page that is there.
    Where nothing but http has become https, insecure-link says so. Runs with ``--links`` only.
Why it matters:
    Redirects are kept up for some years, and then the link is dead.
Example:
    $ srccheck lint --links article.md
    12:40 info URL002 moved-link  moved for good to https://example.org/papers/7
Use instead:
    $ srccheck lint --links --fix article.md
    writes the address that the redirects lead to.
Fix safety:
    Safe: the new address is where the old one leads. None is offered for an address with a session
    in it.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.addresses import judged, readdressed
from srccheck.rules.base import Finding, NoOptions, Rule, Safety, Severity
from srccheck.verdicts import State

_SESSION = re.compile(
    r"(?:jsessionid|phpsessid|session|sid|token|ticket|utm_\w+|cookie)[=/]", re.IGNORECASE
)


class MovedLink(Rule):
    """A permanent redirect, with its end."""

    code = "URL002"
    name = "moved-link"
    severity = Severity.INFO
    summary = "a permanent redirect, with its end"
    judges = False
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each link that has moved, with the address it has now."""
        for link, verdict in judged(apparatus, State.MOVED):
            end = verdict.final_url
            if not end or _is_the_same_on_https(link.url, end):
                continue
            lasting = _SESSION.search(end) is None
            yield Finding(
                link.place,
                f"moved for good to {end}",
                fix=readdressed(apparatus, link, end) if lasting else None,
            )


def _is_the_same_on_https(url: str, end: str) -> bool:
    from srccheck.links.address import canonical

    here = canonical(url)
    return here.startswith("http://") and canonical(end) == f"https{here[4:]}"
