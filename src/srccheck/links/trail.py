"""The way of one link: what is asked for, by whom, and where redirects have led so far."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from sys import intern
from urllib.parse import urljoin

from srccheck.links.address import Address, read_address
from srccheck.links.cited import Cited
from srccheck.links.cookies import Cookies
from srccheck.links.hosts import Known
from srccheck.links.options import MOST_HOPS
from srccheck.verdicts import Hop

REDIRECTS = frozenset((301, 302, 303, 307, 308))
PERMANENT = frozenset((301, 308))
_EMPTY = re.compile(r"https?:/*", re.IGNORECASE)
_BREAK = re.compile(r"[\t\r\n]")  # browsers leave these out, and escape other blanks
_BLANK = re.compile(r"\s")
_VISITS = 3  # of one address, from which on a redirect is a loop whatever the cookies say


class BadRedirect(Exception):
    """A redirect that cannot be followed; ``loop`` where it leads back."""

    def __init__(self, reason: str, *, loop: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.loop = loop


@dataclass(slots=True)
class Trail:
    """One address under way; mutable, and touched by one thread at a time.

    ``canonical`` is the address in its canonical spelling, which can be read; ``at`` is where the
    redirects have led, at the host ``site``. ``told`` are the cookies that each request of the
    chain was sent with. ``tries`` counts attempts by their reason. ``suspect`` is what the first
    try found where a second one must confirm it. ``record`` is true while the address that answers
    for the link is asked (a DOI's record), not the link itself. ``probe_of`` names the folder for
    which this is the address that cannot exist, "" for a link.
    """

    canonical: str
    cited: tuple[Cited, ...]
    known: Known | None = None
    at: str = ""
    site: str = ""
    hops: tuple[Hop, ...] = ()
    told: tuple[str, ...] = ()
    cookies: Cookies | None = None
    as_browser: bool = False
    tries: dict[str, int] | None = None
    suspect: str = ""
    record: bool = False
    probe_of: str = ""

    @property
    def address(self) -> Address:
        """The parts of the link's address; not kept, for a run has thousands of links."""
        address = read_address(self.canonical)
        assert address is not None
        return address

    def restart(self) -> None:
        """Begin anew: no redirects, no cookies."""
        self.at, self.site = self.canonical, intern(self.address.site)
        self.hops, self.told = (), ()
        self.cookies = None
        self.record = False

    def sending(self) -> Cookies:
        """Note that the address is asked for now, and give the cookies of this chain."""
        if self.cookies is None:
            self.cookies = Cookies()
        self.told = (*self.told, str(self.cookies))
        return self.cookies

    def close(self) -> None:
        """Let go of what only a link under way needs: a run has thousands of them."""
        self.told = ()
        self.cookies = None

    def go(self, address: Address) -> None:
        """Go to an address: the next request is for it."""
        self.at, self.site = address.text, intern(address.site)

    def tried(self, reason: str) -> int:
        """Count one more try for ``reason`` and give how many there were before."""
        if self.tries is None:
            self.tries = {}
        before = self.tries.get(reason, 0)
        self.tries[reason] = before + 1
        return before

    def follow(self, status: int, location: str) -> None:
        """Go where a redirect leads. Raises BadRedirect."""
        self.hops = (*self.hops, Hop(self.at, status))
        if len(self.hops) > MOST_HOPS:
            raise BadRedirect(f"more than {MOST_HOPS} redirects")
        if _EMPTY.fullmatch(location.strip()):
            raise BadRedirect(f"a redirect to {location.strip()}, which is no web address")
        goal = _goal(self.at, location)
        address = read_address(goal)
        if address is None:
            raise BadRedirect(f"a redirect to {_shortened(goal)}, which is no web address")
        goal = address.text
        now = str(self.cookies)
        asked = [told for hop, told in zip(self.hops, self.told, strict=True) if hop.url == goal]
        if now in asked or len(asked) >= _VISITS:
            raise BadRedirect("redirects that lead in a circle", loop=True)
        self.go(address)

    @property
    def is_permanent(self) -> bool:
        """Whether every redirect was a permanent one."""
        return bool(self.hops) and all(hop.status in PERMANENT for hop in self.hops)


def _goal(base: str, location: str) -> str:
    """Give where a Location leads; servers write it in bytes of any encoding."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return urljoin(base, _BLANK.sub("%20", _BREAK.sub("", location.strip())))


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
