"""The run of ``srccheck lint``: from what the command line says to an exit code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.cli.baselining import compare, known_findings, write_baseline
from srccheck.cli.exemptions import reported, taken_out, unused_exemptions
from srccheck.cli.fixes import check_fixes, show_diff, write_fixed
from srccheck.cli.users import with_users
from srccheck.config import Command, Project, Walk
from srccheck.files import Failure, Source
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.cli.reports import Wanted
    from srccheck.fixing import Fixed
    from srccheck.lint import LintResult, Settings
    from srccheck.rules import Diagnostic
    from srccheck.suppression.baseline import Baseline


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line of ``srccheck lint`` says; None: the configuration decides."""

    paths: tuple[str, ...]
    reports: tuple[Wanted, ...]
    command: Command
    stdin_name: str | None = None
    config: Path | None = None
    isolated: bool = False
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    gitignore: bool = True
    fail_level: str | None = None
    exit_zero: bool = False
    jobs: int | None = None
    links: bool = False
    baseline: Path | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    show_fixes: bool = False
    cache: bool = True
    together: bool = False

    @property
    def fixes(self) -> bool:
        """Whether anything is fixed, on disk or in a diff."""
        return self.fix or self.diff


def run(choices: Choices) -> int:
    """Lint, write the reports, and give the exit code."""
    from srccheck.cli.inputs import gather

    check_fixes(choices)
    if choices.together:
        from srccheck.cli.chapters import check_together

        check_together(choices)
    project = Project(choices.config, isolated=choices.isolated)
    walk = Walk(project, choices.exclude, gitignore=choices.gitignore, force=choices.force_exclude)
    found = gather(choices.paths, choices.stdin_name, walk)
    failures = [each for each in found if isinstance(each, Failure)]
    command = choices.command
    asked = any(not each.output.people for each in choices.reports)
    if len(failures) == len(found) and not (command.select or command.ignore or asked):
        return exit_code(failures, bad=False)  # nothing to read: the rules need not be loaded
    baseline = known_findings(project, choices)
    made: Sequence[LintResult | Fixed | Failure]
    made = (fix_all if choices.fixes else lint_all)(found, project, choices)
    if choices.diff:
        changed = show_diff(made)
        return exit_code(_results(made), bad=changed and not choices.exit_zero)
    if choices.fix:
        write_fixed(made, show=choices.show_fixes)
    outcomes = with_users(found, _results(made), project, choices, walk)
    if choices.write_baseline:
        write_baseline(baseline, outcomes)
        return exit_code(outcomes, bad=False)
    bad = _report(outcomes, project, choices, baseline)
    return exit_code(outcomes, bad=bad and not choices.exit_zero)


def _results(outcomes: Sequence[LintResult | Fixed | Failure]) -> list[LintResult | Failure]:
    """Give what was found in the end, of files that were fixed too."""
    from srccheck.fixing import Fixed

    return [each.result if isinstance(each, Fixed) else each for each in outcomes]


def lint_all(
    found: Sequence[Source | Failure], project: Project, choices: Choices
) -> list[LintResult | Failure]:
    """Lint what was found, each file with the settings of its project."""
    from functools import partial

    from srccheck.batch import run

    settings, jobs = _prepared(found, project, choices)
    if choices.together:
        from srccheck.cli.chapters import lint_chapters

        return lint_chapters(found, settings)
    work = partial(lint_file, settings=settings)
    if choices.links or choices.command.keep_apparatus or not choices.cache:
        return list(run(work, found, jobs))
    from srccheck.cli.caching import with_kept

    return with_kept(found, settings, lambda others: run(work, others, jobs))


def fix_all(
    found: Sequence[Source | Failure], project: Project, choices: Choices
) -> list[Fixed | Failure]:
    """Lint what was found and fix it, in memory."""
    from functools import partial

    from srccheck.batch import run

    settings, jobs = _prepared(found, project, choices)
    work = partial(_fix_file, settings=settings, unsafe=choices.unsafe_fixes)
    return list(run(work, found, jobs))


def _prepared(
    found: Sequence[Source | Failure], project: Project, choices: Choices
) -> tuple[dict[str, Settings], int]:
    """Give the settings of every file and the number of processes; load what all of them need."""
    from srccheck import patterns

    patterns.warm()
    from srccheck.bibliographies import Bibliographies
    from srccheck.rules import select_rules

    command = choices.command
    select_rules(command.select, command.ignore)  # an unknown rule is told before anything is read
    Bibliographies(command.bib).check()
    settings = project.settings_for((each.path for each in found), command)
    if choices.links:
        from srccheck.cli.linking import with_verdicts

        settings = with_verdicts(found, settings, project)
    return settings, choices.jobs if choices.jobs is not None else project.here().get("jobs")


def lint_file(data: bytes, path: str, *, settings: Mapping[str, Settings]) -> LintResult:
    """Lint one manuscript with the settings of its project."""
    from srccheck.lint import lint

    return lint(data, path, settings[path])


def _fix_file(data: bytes, path: str, *, settings: Mapping[str, Settings], unsafe: bool) -> Fixed:
    from srccheck.fixing import fix

    return fix(data, path, settings[path], unsafe=unsafe)


def _report(
    outcomes: Sequence[LintResult | Failure],
    project: Project,
    choices: Choices,
    baseline: Baseline | None,
) -> bool:
    """Write the reports; tell whether a finding is at or above the level that fails."""
    from srccheck.cli.reports import write_report
    from srccheck.report import LintReport

    unused = list(unused_exemptions(outcomes, project, choices.command))
    about = list(reported(taken_out(unused) if choices.fix else unused))
    if baseline is not None:
        ran = _rules_run(outcomes, project, choices)
        outcomes, gone = compare(baseline, outcomes, ran, prune=choices.prune_baseline)
        about += gone
    everything = LintReport.of(_reported(outcomes, project, choices, people=False), about)
    told = LintReport.of(_reported(outcomes, project, choices, people=True), about)
    for each in choices.reports:
        write_report(each, told if each.output.people else everything)
    return any(fails(each, project, choices.fail_level) for each in told.diagnostics)


def fails(diagnostic: Diagnostic, project: Project, level: str | None) -> bool:
    """Tell whether a finding makes the run fail: by the command line, or by its own project."""
    from srccheck.rules import Severity

    lowest = level or project.config(diagnostic.path).get("fail-level")
    return diagnostic.severity.rank >= Severity(lowest).rank


def _rules_run(
    outcomes: Sequence[LintResult | Failure], project: Project, choices: Choices
) -> set[str]:
    """Give the codes that every manuscript of the run was judged by."""
    from srccheck.rules import all_rules, select_rules

    ran = {rule.code for rule in all_rules()}
    for path in {each.path for each in outcomes}:
        settings = project.settings(path, choices.command)
        ran &= {rule.code for rule in select_rules(settings.select, settings.ignore)}
    return ran


def _reported(
    outcomes: Sequence[LintResult | Failure], project: Project, choices: Choices, *, people: bool
) -> Iterator[LintResult | Failure]:
    """Leave out what the report need not say.

    A path that the user named and that could not be read is told on standard error; only reports
    for programs repeat it.
    """
    for each in outcomes:
        told = isinstance(each, Failure) and people and each.named
        if not told and (not isinstance(each, Failure) or _heeded(each.path, project, choices)):
            yield each


def _heeded(path: str, project: Project, choices: Choices) -> bool:
    from srccheck.rules import select_rules
    from srccheck.rules.input.unreadable_file import UnreadableFile

    settings = project.settings(path, choices.command)
    return any(isinstance(rule, UnreadableFile) for rule in select_rules((), settings.ignore))


def exit_code(outcomes: Sequence[LintResult | Failure], *, bad: bool) -> int:
    """Say which of the paths that were named could not be read; give the exit code."""
    from srccheck.cli.output import complain

    named = [each for each in outcomes if isinstance(each, Failure) and each.named]
    for failure in named:
        complain(failure.error)
    return 2 if named else int(bad)
