"""The baseline of a run: which file it is, what it leaves, and how it is written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from srccheck.files import Failure

if TYPE_CHECKING:
    from srccheck.config import Project
    from srccheck.lint import LintResult
    from srccheck.rules import Diagnostic
    from srccheck.suppression.baseline import Baseline

NAME = "srccheck-baseline.json"


class Asked(Protocol):
    """What the command line says of the baseline."""

    @property
    def baseline(self) -> Path | None:
        """The file."""

    @property
    def write_baseline(self) -> bool:
        """Whether to write it of what is found."""

    @property
    def prune_baseline(self) -> bool:
        """Whether to take out what is gone."""


def known_findings(project: Project, asked: Asked) -> Baseline | None:
    """Give the baseline of the command line or the configuration; None where there is none.

    Raises DataFileError where the file is missing or broken, but not where it is to be written.
    """
    config = project.here()
    file = asked.baseline
    if file is None and "baseline" in config.values:
        file = _shown(config.origins["baseline"].folder / config.values["baseline"])
    if file is None and (asked.write_baseline or asked.prune_baseline):
        file = Path(NAME)
    if file is None:
        return None
    from srccheck.suppression.baseline import Baseline

    if asked.write_baseline and not file.exists():
        return Baseline(file)
    return Baseline.read(file)


def compare(
    baseline: Baseline,
    outcomes: Sequence[LintResult | Failure],
    ran: Collection[str],
    *,
    prune: bool,
) -> tuple[list[LintResult | Failure], list[Diagnostic]]:
    """Give the outcomes with their new findings only, and a finding for each stale entry."""
    from dataclasses import replace

    from srccheck.report import LintReport
    from srccheck.report.summary import key_of

    results = [each for each in outcomes if not isinstance(each, Failure)]
    linted = [each.path for each in results]
    found = LintReport.of(results).diagnostics  # what several manuscripts share, once
    new = {key_of(each) for each in baseline.new(found)}
    known = {key_of(each): id(each) for each in found if key_of(each) not in new}
    left: list[LintResult | Failure] = []
    for each in outcomes:
        if isinstance(each, Failure):
            left.append(each)
            continue
        kept = tuple(one for one in each.diagnostics if key_of(one) not in known)
        gone = sum(known.get(key_of(one)) == id(one) for one in each.diagnostics)
        left.append(replace(each, diagnostics=kept, suppressed=each.suppressed + gone))
    if prune:
        _write(baseline.pruned(linted, ran))
        return left, []
    from srccheck.rules.input.stale_baseline import StaleBaseline

    return left, list(baseline.stale(linted, ran)) if StaleBaseline.code in ran else []


def write_baseline(baseline: Baseline | None, outcomes: Sequence[LintResult | Failure]) -> None:
    """Write the findings of a run as what is known from now on."""
    from srccheck.cli.output import write
    from srccheck.report import LintReport
    from srccheck.report.summary import count

    assert baseline is not None
    results = [each for each in outcomes if not isinstance(each, Failure)]
    found = LintReport.of(results).diagnostics
    _write(baseline.replaced(found, [each.path for each in results]))
    write(f"{count(len(found), 'finding')} written to {baseline.file}\n")


def _write(baseline: Baseline) -> None:
    from srccheck.cli.output import write_data

    write_data(baseline.to_json(), baseline.file)


def _shown(path: Path) -> Path:
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
