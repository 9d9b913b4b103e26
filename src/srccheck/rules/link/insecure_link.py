"""insecure-link (URL004): an http address where https is known to answer.

What it does:
    Reports an address that begins with http:// on a host that is known to answer on https
    (``refs/hosts.toml``), or that was seen to lead there when links were checked.
Why it matters:
    Browsers warn of such pages or refuse them, and each reader is sent through a redirect that
    may be switched off one day.
Example:
    ## References

    Codd, Anna. "The Parcel". http://www.jstor.org/stable/40179473.
Use instead:
    ## References

    Codd, Anna. "The Parcel". https://www.jstor.org/stable/40179473.
Fix safety:
    Safe: the same address on https.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import Link
from srccheck.resolve import Apparatus
from srccheck.rules.addresses import readdressed
from srccheck.rules.base import Finding, NoOptions, Rule, Safety, Severity
from srccheck.verdicts import State


class InsecureLink(Rule):
    """http where https answers."""

    code = "URL004"
    name = "insecure-link"
    severity = Severity.INFO
    summary = "http where https is known or seen to answer"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each http address of a host that answers on https."""
        if not apparatus.links:
            return
        from srccheck.links.hosts import recognise

        for link in apparatus.links:
            if not link.url.lower().startswith("http://"):
                continue
            now = f"https{link.url[4:]}"
            known = recognise(link.url)
            if _was_seen_on_https(apparatus, link):
                reason = "leads to https by a permanent redirect"
            elif known is None or not known.host.https or known.address.port is not None:
                continue
            elif known.now is not None:
                continue  # legacy-form names today's address, which is on https
            else:
                reason = f"{known.address.host} answers on https"
            yield Finding(link.place, reason, fix=readdressed(apparatus, link, now))


def _was_seen_on_https(apparatus: Apparatus, link: Link) -> bool:
    if not apparatus.verdicts:
        return False
    from srccheck.links.address import canonical

    here = canonical(link.url)
    verdict = apparatus.verdicts.get(here)
    if verdict is None or verdict.state is not State.MOVED or not verdict.final_url:
        return False
    return verdict.final_url == f"https{here[4:]}"
