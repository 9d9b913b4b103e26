"""host-gone (URL012): a host that is not there any more.

What it does:
    Reports a host without an address record, or one that refuses every connection, twice, while
    other hosts answer: one finding for all its links, at the first. Where nothing answers, the
    machine is taken to be offline and there is no finding. Runs with ``--links`` only.
Why it matters:
    All that was cited there is gone at once, and archived copies are all there is.
Example:
    $ srccheck lint --links article.md
    12:40 error URL012 host-gone  example.org: no address record, twice, while other hosts answer
Use instead:
    $ srccheck links article.md
    names the archived copies of the pages of such a host.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import Link
from srccheck.resolve import Apparatus
from srccheck.rules.addresses import judged, with_copy
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.verdicts import State, Verdict


class HostGone(Rule):
    """A host without an address, or behind closed doors."""

    code = "URL012"
    name = "host-gone"
    severity = Severity.ERROR
    summary = "no address, or every connection refused, while others answer"
    judges = False

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield one finding a host, with its other links as related places."""
        hosts: dict[str, list[tuple[Link, Verdict]]] = {}
        for link, verdict in judged(apparatus, State.HOST_GONE):
            hosts.setdefault(_site(link.url), []).append((link, verdict))
        for site, links in hosts.items():
            first, verdict = links[0]
            yield Finding(
                first.place,
                with_copy(f"{site}: {verdict.reason}", verdict),
                related=tuple(
                    Related(link.place, with_copy("also there", each)) for link, each in links[1:]
                ),
            )


def _site(url: str) -> str:
    from srccheck.links.address import read_address

    address = read_address(url)
    return address.site if address else url
