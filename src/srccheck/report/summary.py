"""What a run over one or many files found, and the sentence that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from srccheck.files import Failure
from srccheck.lint import LintResult
from srccheck.rules import Diagnostic, Severity
from srccheck.rules.input.unreadable_file import unreadable
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class LintReport:
    """The files that were read, and every diagnostic in the order of the input.

    ``diagnostics`` holds those of ``files`` and one for each file that could not be read.
    """

    files: tuple[LintResult, ...]
    diagnostics: tuple[Diagnostic, ...]

    @classmethod
    def of(
        cls, outcomes: Iterable[LintResult | Failure], more: Iterable[Diagnostic] = ()
    ) -> LintReport:
        """Put together what became of each file; a Failure is a diagnostic too (SRC001).

        ``more`` are diagnostics of other files: those of the configuration.
        """
        every = list(outcomes)
        files = [each for each in every if not isinstance(each, Failure)]
        kept = _without_repetition(files)
        diagnostics: list[Diagnostic] = []
        for outcome in every:
            if isinstance(outcome, Failure):
                diagnostics.append(unreadable(outcome.path, outcome.error))
            else:
                diagnostics.extend(kept[id(outcome)])
        return cls(tuple(files), (*diagnostics, *more))


def _without_repetition(files: Sequence[LintResult]) -> dict[int, list[Diagnostic]]:
    """Give the diagnostics of each result, those in a shared bibliography once.

    An entry that nothing cites (CIT004), or a comment that takes nothing out (SRC003), counts only
    where all manuscripts that read the file say so; everything else is told where the file itself
    was linted, or by the first that reads it.
    """
    readers = Counter(
        path for file in files for path in {_absolute(each) for each in file.consulted}
    )
    told = Counter(
        key_of(each) for file in files for each in file.diagnostics if each.path != file.path
    )
    seen = {key_of(each) for file in files for each in file.diagnostics if each.path == file.path}
    kept: dict[int, list[Diagnostic]] = {}
    for file in files:
        mine = kept[id(file)] = []
        for each in file.diagnostics:
            if each.path != file.path:
                key = key_of(each)
                gainsaid = each.code in NOTHING_FOUND and told[key] < readers[key[0]]
                if gainsaid or key in seen:
                    continue
                seen.add(key)
            mine.append(each)
    return kept


NOTHING_FOUND = ("CIT004", "SRC003")
"""Findings that nothing was found: one manuscript that finds something gainsays another."""


def key_of(each: Diagnostic) -> tuple[str, int, int, str, str]:
    """Give what two findings of one thing share, whichever manuscript they were found with."""
    span = each.location.offset, each.end_location.offset
    return _absolute(each.path), *span, each.code, each.message


@lru_cache(maxsize=1000)
def _absolute(path: str) -> str:
    return str(Path(path).absolute().resolve())


def sum_up(report: LintReport) -> str:
    """Say how much was found in how much: "no findings in 86 citations and 43 entries"."""
    citations = sum(file.citations for file in report.files)
    entries = sum(file.entries for file in report.files)
    extent = f"{count(citations, 'citation')} and {count(entries, 'entry', 'entries')}"
    if len(report.files) != 1:
        extent += f" ({count(len(report.files), 'file')})"
    counts = Counter(diagnostic.severity for diagnostic in report.diagnostics)
    found = [
        count(counts[severity], severity.value)
        for severity in reversed(Severity)
        if counts[severity]
    ]
    accepted = sum(file.suppressed for file in report.files)
    left_out = f"; {count(accepted, 'accepted finding')} left out" if accepted else ""
    return f"{', '.join(found) or 'no findings'} in {extent}{left_out}"


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun: "1 file", "2 files"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
