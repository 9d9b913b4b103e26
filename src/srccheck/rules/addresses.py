"""The links of a manuscript as the rules on links look at them."""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import Link
from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.rules.base import Fix, Safety
from srccheck.rules.edits import respell
from srccheck.verdicts import State, Verdict


def is_written_out(apparatus: Apparatus, link: Link) -> bool:
    """Tell whether the text shows the address itself, not words that it hides behind."""
    text = apparatus.manuscript.streams[link.place.stream].text
    return text[link.place.start : link.place.end] == link.url


def readdressed(apparatus: Apparatus, link: Link, now: str) -> Fix | None:
    """Give the fix that writes another address; None where the address is not in the text."""
    if not is_written_out(apparatus, link):
        return None
    return Fix(Safety.SAFE, f"write {now}", (respell(link.place, link.url, now),))


def entry_of(apparatus: Apparatus, link: Link) -> Entry | None:
    """Give the entry that a link stands in."""
    place = link.place
    for each in apparatus.entries:
        if each.place.stream == place.stream and each.place.start <= place.start < each.place.end:
            return each
    return None


def addressed_entries(apparatus: Apparatus) -> Iterator[tuple[Entry, Link]]:
    """Give the entries that have an address, each with its first link."""
    at = 0
    links = sorted(apparatus.links, key=lambda link: link.place)
    for entry in sorted(apparatus.entries, key=lambda entry: entry.place):
        while at < len(links) and links[at].place < entry.place:
            at += 1
        if at < len(links):
            place = links[at].place
            if place.stream == entry.place.stream and place.start < entry.place.end:
                yield entry, links[at]


def judged(apparatus: Apparatus, *states: State) -> Iterator[tuple[Link, Verdict]]:
    """Give the links that were asked for and came to one of ``states``, with their verdicts."""
    if not apparatus.verdicts:
        return
    from srccheck.links.address import canonical

    for link in apparatus.links:
        verdict = apparatus.verdicts.get(canonical(link.url))
        if verdict is not None and verdict.state in states:
            yield link, verdict


def with_copy(message: str, verdict: Verdict) -> str:
    """Give a message with the archived copy that a reader can go to."""
    if verdict.archived is None:
        return message
    return f"{message}; archived: {verdict.archived.url}"
