"""The links of a manuscript that were asked for: state, evidence, archived copy, access date."""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import Link as CitedLink
from srccheck.report.html.register import Link
from srccheck.report.html.text import address
from srccheck.report.html.view import View
from srccheck.report.window import printable
from srccheck.rules.addresses import judged
from srccheck.values import dataclass
from srccheck.verdicts import BAD, UNDECIDED, State, Verdict

LABELS = {
    State.OK: "there",
    State.MOVED: "moved",
    State.MISMATCH: "another page",
    State.SOFT_DEAD: "not found (status 200)",
    State.DEAD: "dead",
    State.BLOCKED: "behind a wall",
    State.RATE_LIMITED: "too many requests",
    State.UNCERTAIN: "no clear answer",
    State.TLS: "no trusted certificate",
    State.HOST_GONE: "host gone",
    State.OFFLINE: "nothing answered",
    State.SKIPPED: "not asked for",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A link: its address as it stands, and as one to go to where it is http or https.

    ``kind`` is "bad", "open" (no verdict on the source) or "good"; ``now`` is where it leads now,
    ``archived`` a copy; ``accessed`` and ``checked`` are ISO dates, "" where there is none.
    """

    shown: str
    href: str | None
    label: str
    kind: str
    reason: str
    now: str | None
    archived: str | None
    accessed: str
    checked: str
    places: tuple[Link, ...]


def links_of(view: View) -> tuple[Row, ...]:
    """Give a row an address that was asked for, the bad ones first."""
    found: dict[str, tuple[Verdict, list[CitedLink]]] = {}
    for link, verdict in judged(view.apparatus, *State):
        found.setdefault(verdict.canonical, (verdict, []))[1].append(link)
    rows = [_row(view, verdict, links) for verdict, links in found.values()]
    return tuple(sorted(rows, key=lambda row: ("bad", "open", "good").index(row.kind)))


def _row(view: View, verdict: Verdict, links: list[CitedLink]) -> Row:
    url = links[0].url
    elsewhere = verdict.final_url if verdict.final_url not in (None, url) else None
    return Row(
        printable(url),
        address(url),
        LABELS[verdict.state],
        _kind(verdict.state),
        printable(verdict.reason),
        address(elsewhere) if elsewhere else None,
        address(verdict.archived.url) if verdict.archived else None,
        max((link.accessed or "" for link in links), default=""),
        verdict.checked_at[:10],
        tuple(_places(view, links)),
    )


def _kind(state: State) -> str:
    if state in BAD:
        return "bad"
    return "open" if state in UNDECIDED else "good"


def _places(view: View, links: list[CitedLink]) -> Iterator[Link]:
    for link in links:
        anchor = view.places.anchor(link.place)
        if anchor is not None:
            yield Link(anchor, view.where(link.place))
