"""``srccheck links``: verdicts as JSON (a public contract), as text, and one line a link."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from srccheck.links.cited import Use
from srccheck.report.lint_json import VERSION, location_to_json
from srccheck.report.summary import count
from srccheck.report.table import BOLD, DIM, styled
from srccheck.report.window import PLAIN, Look, printable, wrap
from srccheck.rules import Severity
from srccheck.verdicts import State, Verdict

SEVERITIES = {
    State.DEAD: Severity.ERROR,
    State.HOST_GONE: Severity.ERROR,
    State.MISMATCH: Severity.WARNING,
    State.SOFT_DEAD: Severity.WARNING,
}
"""How bad a state is; one that is not here is no more than information."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_QUIET = frozenset((State.OK,))


def severity_of(state: State) -> Severity:
    """Give how bad a state is."""
    return SEVERITIES.get(state, Severity.INFO)


def links_to_json(uses: Sequence[Use], verdicts: Mapping[str, Verdict]) -> Iterator[str]:
    """Give one JSON document in parts: each address once, as first written, with its places."""
    yield from _document(
        _link(places[0].url, verdicts[canonical], places)
        for canonical, places in _by_address(uses).items()
        if canonical in verdicts
    )


def verdicts_to_json(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Give the same document for verdicts without a manuscript."""
    yield from _document(_link(verdict.canonical, verdict, ()) for verdict in verdicts)


def _document(links: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Put the document together link by link: a corpus has thousands of them."""
    yield f'{{"version": {VERSION}, "links": ['
    before = "\n"
    for link in links:
        yield before + json.dumps(link, ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n" if before != "\n" else "]}\n"


def render_link(verdict: Verdict, places: Sequence[Use], look: Look = PLAIN) -> Iterator[str]:
    """Give one link's lines for people: its state and address, the evidence, its places."""
    colour = _COLOURS[severity_of(verdict.state)]
    url = printable(places[0].url if places else verdict.canonical)
    yield f"{styled(verdict.state.value, f'{BOLD};{colour}', look)}  {url}"
    yield from _evidence(verdict, look)
    for use in places:
        where = f"{printable(use.path)}:{use.location.line}:{use.location.column}"
        yield f"    {styled(where, DIM, look)}"


def concise_link(verdict: Verdict, places: Sequence[Use]) -> Iterator[str]:
    """Give one line a place: path, line and column, state, address, reason."""
    reason = f": {printable(verdict.reason)}" if verdict.reason else ""
    copy = f" (archived: {verdict.archived.url})" if verdict.archived else ""
    for use in places:
        yield (
            f"{printable(use.path)}:{use.location.line}:{use.location.column}: "
            f"{verdict.state.value} {printable(use.url)}{reason}{copy}"
        )


def render_gone(
    host: str, gone: Sequence[tuple[Verdict, Sequence[Use]]], look: Look
) -> Iterator[str]:
    """Give the lines of a host that is gone: once, with all its links."""
    colour = _COLOURS[Severity.ERROR]
    head = styled(State.HOST_GONE.value, f"{BOLD};{colour}", look)
    yield f"{head}  {printable(host)}: {printable(gone[0][0].reason)}"
    for verdict, places in gone:
        yield f"  {printable(places[0].url if places else verdict.canonical)}"
        if verdict.archived:
            yield f"    archived: {verdict.archived.url}"
        for use in places:
            where = f"{printable(use.path)}:{use.location.line}:{use.location.column}"
            yield f"    {styled(where, DIM, look)}"


def is_quiet(verdict: Verdict) -> bool:
    """Tell whether a verdict need not be shown: the link is in order, and nothing is to be said."""
    return verdict.state in _QUIET and not verdict.reason


def sum_up_links(verdicts: Iterable[Verdict]) -> str:
    """Say how many links there are, and in which states: "86 links: 80 ok, 4 moved, 2 dead"."""
    counts = Counter(verdict.state for verdict in verdicts)
    total = count(sum(counts.values()), "link")
    states = ", ".join(f"{counts[state]} {state.value}" for state in State if counts[state])
    return f"{total}: {states}" if states else total


def by_address(uses: Sequence[Use]) -> dict[str, list[Use]]:
    """Give the places of each address, in the order of the manuscripts."""
    return _by_address(uses)


def _evidence(verdict: Verdict, look: Look) -> Iterator[str]:
    said = printable(verdict.reason)
    if said:
        yield from (f"    {line}" for line in wrap(said, max(look.width - 4, 40)))
    if verdict.chain and verdict.final_url:
        yield f"    leads to {printable(verdict.final_url)}"
    if verdict.archived:
        yield f"    archived: {verdict.archived.url}"
    elif verdict.archive_asked:
        yield "    no archived copy was found"


def _by_address(uses: Sequence[Use]) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = {}
    for use in uses:
        found.setdefault(use.canonical, []).append(use)
    return found


def _link(url: str, verdict: Verdict, places: Sequence[Use]) -> dict[str, Any]:
    return {
        "url": url,
        "canonical": verdict.canonical,
        "state": verdict.state.value,
        "status": verdict.status,
        "final_url": verdict.final_url,
        "chain": [{"url": hop.url, "status": hop.status} for hop in verdict.chain],
        "title": verdict.title or None,
        "date": verdict.date or None,
        "reason": verdict.reason,
        "checked_at": verdict.checked_at,
        "archived": {"url": verdict.archived.url, "timestamp": verdict.archived.timestamp}
        if verdict.archived
        else None,
        "places": [
            {
                "path": use.path,
                "location": location_to_json(use.location),
                "end_location": location_to_json(use.end_location),
            }
            for use in places
        ],
    }
