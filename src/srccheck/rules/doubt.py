"""Findings that rest on a doubtful field of an entry are information, not a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from srccheck.references import Entry
from srccheck.rules.base import Finding, Rule, Severity
from srccheck.text import Place
from srccheck.values import dataclass

SURE = 0.8
"""From this certainty on a field counts as read."""

_NAMING = frozenset({"authors", "year", "title", "container", "suffix"})
_LETTERS = frozenset({"TRN004", "TRN005", "REF009", "URL004", "URL007", "URL009"})
"""Rules that look at letters and addresses, whatever field these were taken for."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """The places of doubtful fields; of an entry whose naming is doubtful, all of it."""

    places: tuple[Place, ...]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Doubted:
        """Collect the doubtful places of ``entries``."""
        places: list[Place] = []
        for entry in entries:
            names = {name for name, value in entry.confidence if value < SURE}
            if names & _NAMING:
                places.append(entry.place)
            else:
                places += [place for name, place in entry.fields if name in names]
        return cls(tuple(places))

    def graded(self, rule: Rule, finding: Finding) -> Finding:
        """Give a finding, as info where it or what it is compared with is in doubt."""
        if not self.places or finding.sure or rule.code in _LETTERS:
            return finding
        if finding.severity is Severity.INFO:
            return finding
        touched = (finding.place, *(each.place for each in finding.related))
        if any(_overlap(one, other) for one in touched for other in self.places):
            return replace(finding, severity=Severity.INFO)
        return finding


def _overlap(one: Place, other: Place) -> bool:
    return one.stream == other.stream and one.start < other.end and other.start < one.end
