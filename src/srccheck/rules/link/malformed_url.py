"""malformed-url (URL009): an address that cannot be followed as it is written.

What it does:
    Reports a bracket at the end of an address that nothing opened, a space inside an address, a
    slip in ``http://``, an address that is cut ("…", no domain), one that is written twice, and
    words that run into it.
Why it matters:
    A reader who copies the address copies the slip, and readers' programs take the bracket or
    lose what stands behind the space.
Example:
    Codd, Anna. "The Parcel". 2015. http://example.org/s207-2-1> (accessed 12 May 2017).
Use instead:
    Codd, Anna. "The Parcel". 2015. http://example.org/s207-2-1 (accessed 12 May 2017).
Fix safety:
    Safe: what is too much is taken out. An address that is cut has no fix.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.citations import Link
from srccheck.resolve import Apparatus
from srccheck.rules.addresses import is_written_out
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Rule, Safety, Severity
from srccheck.text import Place, Stream

_OPENS = {">": "<", "]": "[", ")": "("}
_PREFIX = re.compile(
    r"""
    (?<![\w/.:])
    (?P<scheme> h{1,2}tt?p{1,2}s? | htpps? | thtps? )
    (?P<joint> [ ]?[:;,.]?[ ]?[/\\]{1,3}[ ]? | [ ]?:[ ]? )
    (?= (?: www[.] | [a-z0-9] (?:[\w-]*[a-z0-9])? [.] ) [a-z0-9-] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TWICE = re.compile(r"(?P<first>https?:/*)(?=https?:/)", re.IGNORECASE)
_AGAIN = re.compile(r"(?P<host>https?://[^/?#]+)(?:/[^?#]*)?(?P=host)(?![\w.-])", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"https?://[^/?#]*[^/?#:]https?:?//", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://|www\.)(?:[^/?#@]*@)?(?P<host>[^/?#]*)", re.IGNORECASE)
_GOOD_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]\.?(?::\d+)?", re.ASCII)
_IP_HOST = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\[[0-9a-f:]+\](?::\d+)?", re.IGNORECASE)
_CUT = re.compile(r"…|\.{3}|%[0-9a-fA-F]?$")
_FUSED = re.compile(r"\((?:accessed|retrieved|viewed|visited|дата|abgerufen|consulté)$", re.I)
_REST = re.compile(r" (?P<rest>[\w%~.-]*[\w/](?:/[\w%~.-]+)*/?)(?=[\s,;.)>\]]|$)")
_FILE = re.compile(r"(?:[\w%~-]+/)*[\w%~-]*[\d_/-][\w%~-]*\.(?:html?|pdf|php|aspx?|shtml|jsp)")
_LOCAL = frozenset({"localhost"})


class MalformedUrl(Rule):
    """An address with a slip in it."""

    code = "URL009"
    name = "malformed-url"
    severity = Severity.ERROR
    summary = "stray brackets, spaces, a cut or doubled address"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield each address that cannot be followed as it stands."""
        for stream in apparatus.manuscript.streams:
            if "htt" in stream.text.lower() or "thtp" in stream.text:
                yield from _prefixes(stream)
        for link in apparatus.links:
            if is_written_out(apparatus, link):
                finding = _judge(apparatus, link)
                if finding is not None:
                    yield finding


def _prefixes(stream: Stream) -> Iterator[Finding]:
    """Yield the slips in "http://"."""
    for match in _PREFIX.finditer(stream.text):
        right = "https://" if match["scheme"].lower().endswith("s") else "http://"
        written = match.group()
        if written.lower() == right or _is_prose(match):
            continue
        place = Place(stream.index, match.start(), match.end())
        yield Finding(
            place, f"{written.strip()}: a slip in {right}", fix=_replace(place, right, right)
        )


def _is_prose(match: re.Match[str]) -> bool:
    """Tell a sentence about HTTP from an address: "http: the protocol", "HTTP/1.1"."""
    after = match.string[match.end() : match.end() + 4].lower()
    return after[:1].isdigit() or (
        "/" not in match["joint"] and "\\" not in match["joint"] and after != "www."
    )


def _judge(apparatus: Apparatus, link: Link) -> Finding | None:
    stream = apparatus.manuscript.streams[link.place.stream]
    return (
        _written_twice(link)
        or _fused(link)
        or _broken_host(link)
        or _spaced(stream, link)
        or _cut(link)
        or _stray_bracket(stream, link)
    )


def _written_twice(link: Link) -> Finding | None:
    match = _TWICE.match(link.url)
    if match is not None:
        place = Place(link.place.stream, link.place.start, link.place.start + match.end())
        return Finding(
            link.place,
            f"{match['first']} stands twice",
            fix=_replace(place, "", f"write {link.url[match.end() :]}"),
        )
    match = _AGAIN.match(link.url)
    if match is not None:
        return Finding(link.place, "the address stands in itself: it was pasted twice")
    if _RUN_TOGETHER.match(link.url):
        return Finding(link.place, "two addresses without a space between them")
    return None


def _fused(link: Link) -> Finding | None:
    match = _FUSED.search(link.url)
    if match is None:
        return None
    at = link.place.start + match.start()
    return Finding(
        link.place,
        f"{match.group()} runs into the address",
        fix=_replace(Place(link.place.stream, at, at), " ", "put a space before it"),
    )


def _broken_host(link: Link) -> Finding | None:
    match = _HOST.match(link.url)
    if match is None:
        return None
    host = match["host"]
    if not any(map(str.isalnum, host)):
        return None  # a word on addresses: "it begins with https://"
    if not host.isascii() or host.lower().partition(":")[0] in _LOCAL or _IP_HOST.fullmatch(host):
        return None
    whole = f"www.{host}" if link.url[:4].lower() == "www." else host
    if _GOOD_HOST.fullmatch(whole):
        return None
    return Finding(link.place, f"{whole or 'nothing'} is no name of a host: the address is damaged")


def _spaced(stream: Stream, link: Link) -> Finding | None:
    """Find the rest of an address after a space: where it makes a known form, or ends a file."""
    if link.url[-1:] not in "/-_=":
        return None
    match = _REST.match(stream.text, link.place.end)
    if match is None:
        return None
    rest = match["rest"].rstrip(".")
    if not (_FILE.fullmatch(rest) and link.url.endswith(("/", "-", "_", "="))):
        from srccheck.links.hosts import recognise

        whole, known = recognise(link.url + rest), recognise(link.url)
        if not any(char.isdigit() for char in rest) or whole is None or known is None:
            return None
        if whole.form is None or known.form is not None:
            return None
    gap = Place(stream.index, link.place.end, link.place.end + 1)
    return Finding(
        Place(stream.index, link.place.start, match.start("rest") + len(rest)),
        "a space in the address",
        fix=_replace(gap, "", f"write {link.url}{rest}"),
    )


def _cut(link: Link) -> Finding | None:
    match = _CUT.search(link.url)
    if match is None:
        return None
    return Finding(link.place, f"the address is cut at {match.group()!r}")


def _stray_bracket(stream: Stream, link: Link) -> Finding | None:
    """Find a closing bracket right after the address that nothing in the paragraph opened."""
    bracket = stream.text[link.place.end : link.place.end + 1]
    opening = _OPENS.get(bracket)
    if opening is None:
        return None
    paragraph = stream.paragraph_at(link.place.start)
    depth = 0
    for char in stream.text[paragraph.start : link.place.start]:
        if char == opening:
            depth += 1
        elif char == bracket:
            depth = max(0, depth - 1)
    if depth:
        return None
    after = Place(stream.index, link.place.end, link.place.end + 1)
    return Finding(
        Place(stream.index, link.place.start, link.place.end + 1),
        f"a stray {bracket} after the address",
        fix=_replace(after, "", f"take {bracket} out"),
    )


def _replace(place: Place, text: str, message: str) -> Fix:
    label = message if " " in message else f"write {message}"
    return Fix(Safety.SAFE, label, (Edit(place, text),))
