"""Findings by rule: what is wrong, at which places, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.errors import UsageError
from srccheck.report.html.view import View
from srccheck.report.window import crop, printable, shorten
from srccheck.rules import Diagnostic, DiagnosticRelated, Severity
from srccheck.rules.base import Rule
from srccheck.rules.catalogue import FAMILIES, find_rule
from srccheck.rules.page import page_of
from srccheck.text.manuscript import WITHOUT_LINES
from srccheck.values import dataclass

CONTEXT = 180  # cells of a paragraph shown with a finding
RELATED = 120  # cells of a related place


@dataclass(frozen=True, slots=True)
class Also:
    """Another place that explains a finding: what it is, its words, where to go."""

    message: str
    excerpt: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """One finding; ``target`` is the id of its words in the manuscript, None for no place."""

    anchor: str
    target: str | None
    severity: Severity
    stream: str
    note: str
    where: str
    message: str
    before: str
    quote: str
    after: str
    fix: str
    safe: bool
    also: tuple[Also, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A rule and its findings. ``about`` are the first sections of its page, by their titles."""

    code: str
    name: str
    summary: str
    severity: Severity
    about: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The letters that codes begin with, what they are about, and their groups."""

    code: str
    about: str
    groups: tuple[Group, ...]


def groups_of(view: View) -> tuple[Group, ...]:
    """Give the findings of a file by rule, the gravest rules first, then by code."""
    by_code: dict[str, list[tuple[int, Diagnostic]]] = {}
    for number, diagnostic in view.numbered():
        by_code.setdefault(diagnostic.code, []).append((number, diagnostic))
    groups = [_group(view, found) for found in by_code.values()]
    return tuple(sorted(groups, key=lambda group: (-group.severity.rank, group.code)))


def families_of(groups: tuple[Group, ...]) -> Iterator[Family]:
    """Give the groups by family, for a choice among rules."""
    by_code = sorted(groups, key=lambda group: group.code)
    for code, about in FAMILIES.items():
        own = tuple(group for group in by_code if group.code.startswith(code))
        if own:
            yield Family(code, about, own)


def _group(view: View, found: list[tuple[int, Diagnostic]]) -> Group:
    first = found[0][1]
    rule = _rule(first.code)
    page = page_of(rule) if rule else None
    about = ("What it does", "Why it matters")
    return Group(
        first.code,
        first.name,
        rule.summary if rule else "",
        max((each.severity for _, each in found), key=lambda severity: severity.rank),
        tuple((title, page.section(title)) for title in about) if page else (),
        tuple(card_of(view, number, each) for number, each in found),
    )


def _rule(code: str) -> Rule | None:
    try:
        return find_rule(code)
    except UsageError:
        return None


def card_of(view: View, number: int, diagnostic: Diagnostic) -> Card:
    """Give a finding as a card."""
    window = crop(
        printable(diagnostic.context), diagnostic.context_start, diagnostic.context_end, CONTEXT
    )
    quoted = diagnostic.context_end > diagnostic.context_start
    text = window.text if quoted else ""
    return Card(
        view.anchors.finding(number),
        _target(view, number, diagnostic),
        diagnostic.severity,
        diagnostic.stream,
        printable(diagnostic.note or ""),
        where(view, diagnostic),
        printable(diagnostic.message),
        text[: window.start],
        text[window.start : window.end],
        text[window.end :],
        printable(diagnostic.fix.message) if diagnostic.fix else "",
        diagnostic.fix is not None and diagnostic.fix.safety == "safe",
        tuple(_also(view, related) for related in diagnostic.related),
    )


def where(view: View, diagnostic: Diagnostic) -> str:
    """Say where a finding stands: "note 12, line 40", "¶ 62, line 121", "list, ¶ 170"."""
    if diagnostic.context_end <= diagnostic.context_start:
        return "the manuscript"
    parts = [f"¶ {diagnostic.paragraph}"]
    if diagnostic.stream == "note" and diagnostic.note:
        parts = [f"note {printable(diagnostic.note)}"]
    elif diagnostic.stream == "references":
        parts.insert(0, "list")
    if view.result.format not in WITHOUT_LINES:
        parts.append(f"line {diagnostic.location.line}")
    if diagnostic.path != view.result.path:
        parts.append(printable(diagnostic.path))
    return ", ".join(parts)


def _target(view: View, number: int, diagnostic: Diagnostic) -> str | None:
    place = diagnostic.place
    if place is None or (place.start == place.end == 0):
        return None
    if place.start < place.end:
        return view.anchors.mark(number)
    return view.places.anchor(place)


def _also(view: View, related: DiagnosticRelated) -> Also:
    return Also(
        printable(related.message),
        shorten(printable(related.excerpt), RELATED),
        view.places.anchor(related.place) if related.place is not None else None,
    )
