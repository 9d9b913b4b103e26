"""document-conflict (ARC018): one file and leaf under two titles or two dates.

What it does:
    Compares what the manuscript says of the document behind a citation, where it says it: citations
    of the very same file and leaves whose documents have different dates, or titles of which
    neither is a shortened form of the other. Titles in two scripts are not compared.
Why it matters:
    One of the two is probably the description of another document, or the leaf is wrong. Two short
    papers may share a leaf: hence info.
Example:
    They talked (Record of conversation between Kosygin and Zhou, 11 September 1969, Russian State
    Archive of Contemporary History [RGANI], f. 5, op. 61, d. 466, l. 12) and talked again (Record
    of conversation between Kosygin and Zhou, 21 September 1969, RGANI, f. 5, op. 61, d. 466,
    l. 12).
Use instead:
    They talked (Record of conversation between Kosygin and Zhou, 11 September 1969, Russian State
    Archive of Contemporary History [RGANI], f. 5, op. 61, d. 466, l. 12) and talked again (Record
    of conversation between Kosygin and Zhou, 11 September 1969, RGANI, f. 5, op. 61, d. 466,
    l. 12).
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from srccheck.archives import ArchivalReference, LevelName
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.files import references, script
from srccheck.values import dataclass

_WORD = re.compile(r"[^\W_]+")
_STEM = 5  # letters of a word that are compared: cases and plurals differ behind them
_FEWEST_LEVELS = 3  # with the leaf; fewer name no leaf of a file


@dataclass(frozen=True, slots=True)
class Described:
    """A citation that says what its document is."""

    resolved: Resolved
    title: str
    words: frozenset[str]
    date: str


class DocumentConflict(Rule):
    """Two documents on one leaf."""

    code = "ARC018"
    name = "document-conflict"
    severity = Severity.INFO
    summary = "one file and leaf under two titles or two dates"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the citations whose document is not the one these leaves mostly have."""
        leaves: dict[tuple[str, ...], list[Described]] = defaultdict(list)
        for resolved, reference in references(apparatus):
            key = _key(reference)
            described = _described(resolved, reference)
            if key is not None and described is not None:
                leaves[key].append(described)
        for each in leaves.values():
            if len(each) > 1:
                yield from _conflicts(each)


def _key(reference: ArchivalReference) -> tuple[str, ...] | None:
    levels = reference.levels
    if LevelName.LIST not in levels or len(levels) < _FEWEST_LEVELS:
        return None
    numbers = (f"{name.value} {value}" for name, value in levels.items())
    return (reference.archive or reference.abbreviation, *sorted(numbers))


def _described(resolved: Resolved, reference: ArchivalReference) -> Described | None:
    document = reference.document
    if document is None or not reference.written:
        return None
    title = document.get("title") or ""
    words = frozenset(word.casefold()[:_STEM] for word in _WORD.findall(title))
    return Described(resolved, title, words, document.get("date") or "")


def _conflicts(group: Sequence[Described]) -> Iterator[Finding]:
    """Report what contradicts the document most of the group agrees with; in a tie the later."""
    usual = max(group, key=lambda each: sum(not _difference(each, other) for other in group))
    for each in group:
        difference = _difference(each, usual)
        if difference:
            yield Finding(
                each.resolved.place,
                f"this file and leaf: {difference}",
                related=(Related(usual.resolved.place, "the same file and leaf"),),
            )


def _difference(one: Described, other: Described) -> str:
    """Say how two documents differ; "" where they may be one."""
    if one.date and other.date and not _is_within(one.date, other.date):
        return f"{one.date} here, {other.date} elsewhere"
    comparable = one.words and other.words and script(one.title) == script(other.title)
    if comparable and not (one.words <= other.words or other.words <= one.words):
        return f"“{one.title}” here, “{other.title}” elsewhere"
    return ""


def _is_within(one: str, other: str) -> bool:
    """Tell whether two dates may be the same: 1961-08 and 1961-08-17."""
    return one.startswith(other) or other.startswith(one)
