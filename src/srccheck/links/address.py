"""Web addresses as values: their parts, and one canonical spelling for all ways to write one."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from srccheck.values import dataclass

_DOI = re.compile(r"doi:\s?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
_PORTS = {"http": 80, "https": 443}
_KEPT = "/:@!$&'()*+,;=~-._%"  # what stands as it is in a path (RFC 3986, 3.3), and escapes
_PLAIN = re.compile(r"[A-Za-z0-9/:@!$&'()*+,;=~._?-]*")


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address in parts; ``host`` is lower-case ASCII (an IDN as its A-label).

    ``port`` is None where it is the scheme's own; ``path`` begins with a slash; ``query`` is ""
    where there is none. The fragment is dropped: a server never sees it.
    """

    scheme: str
    host: str
    port: int | None
    path: str
    query: str

    @property
    def site(self) -> str:
        """The host, and the port where it is not the scheme's own: what answers as one."""
        return self.host if self.port is None else f"{self.host}:{self.port}"

    @property
    def text(self) -> str:
        """The canonical spelling."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port is None else f":{self.port}"
        query = f"?{self.query}" if self.query else ""
        return f"{self.scheme}://{host}{port}{self.path}{query}"

    @property
    def is_front(self) -> bool:
        """Whether it is the front page of its host, by whatever name."""
        return not self.query and _FRONT.fullmatch(self.path) is not None


_FRONT = re.compile(
    r"/+(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|default|home|main)(?:\.\w{2,5})?/?)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)  # a link is asked for its address several times in a row
def read_address(url: str) -> Address | None:
    """Read an address as a manuscript writes it: "www.x.org", "doi:10.1/2", "HTTP://X.org:80".

    None where it is no http address, or not one that could be asked for.

    >>> read_address("HTTP://Www.Example.org:80").text
    'http://www.example.org/'
    """
    url = _spelled_out(url.strip())
    if len(url.split()) != 1:
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        return None
    ascii_host = to_ascii(host)
    if ascii_host is None:
        return None
    return Address(
        scheme,
        ascii_host,
        None if port == _PORTS[scheme] else port,
        _escaped(parts.path) or "/",
        _escaped(parts.query, "?/"),
    )


def canonical(url: str) -> str:
    """Give the one spelling of an address; one that cannot be read is given back as it is."""
    address = read_address(url)
    return address.text if address else url.strip()


def to_ascii(host: str) -> str | None:
    """Give a host's name as DNS knows it ("пример.рф" is "xn--e1afmkfd.xn--p1ai"), or None."""
    host = host.lower().rstrip(".")
    if host.isascii():
        return host or None
    try:
        import idna

        return idna.encode(host, uts46=True).decode("ascii")
    except (ImportError, UnicodeError):
        return None


def _spelled_out(url: str) -> str:
    doi = _DOI.fullmatch(url)
    if doi:
        return f"https://doi.org/{doi['doi']}"
    if _SCHEME.match(url) is None and url.lower().startswith("www."):
        return f"http://{url}"
    return url


def _escaped(text: str, more: str = "") -> str:
    """Escape what may not stand in an address, once; escapes are written in capitals."""
    if _PLAIN.fullmatch(text) and ("?" not in text or "?" in more):
        return text
    text = _BROKEN_ESCAPE.sub("%25", text)
    return _ESCAPE.sub(lambda found: found.group().upper(), quote(text, safe=_KEPT + more))
