"""The address that cannot exist: what a host gives for it, it gives for every missing page.

A random name beside the cited one tells whether a host knows "not found" at all. Where it answers
with a page, a cited page that is the same is none.
"""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum

from srccheck.links.address import Address
from srccheck.links.missing import Likeness, may_say_missing, stands_in
from srccheck.values import dataclass

_LAST = re.compile(r"(?P<name>[^/]+?)(?P<end>(?:\.[A-Za-z]{2,5})?/?)$")
_VALUE = re.compile(r"(?P<key>[^&=]*=)(?P<value>[^&=]+)(?=[^=]*$)")
_DEEP = re.compile(r"/[^/]+/+[^/]|\d|\.[a-z]{2,5}/?$", re.IGNORECASE)


class Kind(StrEnum):
    """What a host gives for an address that cannot exist."""

    HARD = "hard"  # a status that says so
    PAGE = "page"  # a page, as if it were there
    UNKNOWN = "unknown"  # nothing that tells


@dataclass(frozen=True, slots=True)
class Probed:
    """The answer for an address that cannot exist: its end, and the page that stood there."""

    kind: Kind
    address: str = ""
    end: str = ""
    redirected: bool = False
    likeness: Likeness | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """What is kept of a page until the probe of its folder is back.

    ``address`` is the link's own and ``end`` where it led; ``login`` whether the page asks for one,
    ``shell`` whether scripts have still to fill it, ``front`` whether a redirect led to a front
    page.
    """

    likeness: Likeness
    address: str
    end: str
    redirected: bool
    login: bool
    shell: bool
    front: bool

    @property
    def loose(self) -> str:
        """The words of the page that may mean "not found"; looked for where it matters only."""
        seen = self.likeness
        first = may_say_missing(f"{seen.title} {seen.text}", self.address)
        return first or may_say_missing(seen.end, self.address)

    @property
    def stands_in(self) -> str:
        """What the page is in place of all others, for a while or for want of a right."""
        return stands_in(self.likeness.text) or stands_in(self.likeness.end)


def sibling(address: Address) -> tuple[str, str] | None:
    """Give the folder of an address and one in it that cannot exist; None for a front page.

    The made-up name has the kind of the cited one: digits for digits, its ending, its parameter.
    """
    value = _VALUE.search(address.query)
    if value is not None:
        name = _made_up(address, value["value"])
        query = address.query[: value.start("value")] + name + address.query[value.end("value") :]
        made = Address(address.scheme, address.host, address.port, address.path, query)
        folder = f"{address.path}?{address.query[: value.start('value')]}"
        return f"{address.site}{folder}{_kind(value['value'])}", made.text
    last = _LAST.search(address.path)
    if last is None or address.is_front:
        return None
    folder = address.path[: last.start("name")]
    name = _made_up(address, last["name"])
    path = folder + name + last["end"]
    made = Address(address.scheme, address.host, address.port, path, "")
    return f"{address.site}{folder}{_kind(last['name'])}{last['end']}", made.text


def is_deep(address: Address) -> bool:
    """Tell an address of one page from a name that stands for a whole site ("/english")."""
    return bool(address.query) or _DEEP.search(address.path) is not None


def _kind(name: str) -> str:
    return "#" if name.isdigit() else "*"


def _made_up(address: Address, name: str) -> str:
    """Give a name nobody would use, the same for the same folder in every run."""
    digest = hashlib.sha256(f"{address.site}{address.path}".encode()).hexdigest()
    if name.isdigit():
        return "9" + str(int(digest[:12], 16)).zfill(10)[:9]
    return "zq" + digest[:12]
