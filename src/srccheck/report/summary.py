"""What a run over one or many files found, and the sentence that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

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
        files: list[LintResult] = []
        diagnostics: list[Diagnostic] = []
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                diagnostics.append(unreadable(outcome.path, outcome.error))
            else:
                files.append(outcome)
                diagnostics.extend(outcome.diagnostics)
        return cls(tuple(files), (*diagnostics, *more))


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
