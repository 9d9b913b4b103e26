"""``srccheck lint``: the main job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from srccheck.cli.options import ArchivesOption
from srccheck.report.outputs import OUTPUTS

if TYPE_CHECKING:
    from srccheck.archives import OwnArchives
    from srccheck.cli.reports import Wanted
    from srccheck.files import Failure, Source
    from srccheck.lint import LintResult, Settings


class FailLevel(StrEnum):
    """The severities by name; their own class costs the import of every rule."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def lint(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Manuscripts, folders that hold some, or - for standard input.",
            show_default=False,
        ),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"What the report looks like: {', '.join(OUTPUTS)}.",
            show_default="text",
            autocompletion=lambda: list(OUTPUTS),
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES",
            help="Run these rules only: codes, families (CIT) or names, separated by commas.",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Leave these rules out.")
    ] = None,
    fail_level: Annotated[
        FailLevel, typer.Option(help="Findings from this severity on end with exit code 1.")
    ] = FailLevel.WARNING,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Findings end with exit code 0.")
    ] = False,
    stdin_name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Name standard input; the ending tells its format."),
    ] = None,
    archives: ArchivesOption = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report here.")
    ] = None,
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--report",
            metavar="NAME=FILE",
            help="Write this report too; may be repeated. Without =FILE, to standard output.",
        ),
    ] = None,
) -> None:
    """Report where the apparatus of a manuscript contradicts itself or leads nowhere.

    Exit code: 0 nothing to report, 1 findings, 2 something could not be read.
    """
    from srccheck.cli.inputs import gather, words
    from srccheck.cli.reports import wanted
    from srccheck.files import Failure

    chosen, dropped = words(select), words(ignore)
    asked = wanted(form, output, reports or ())
    found = gather(paths, stdin_name)
    outcomes: list[LintResult | Failure] = [each for each in found if isinstance(each, Failure)]
    needed = chosen or dropped or any(not each.output.people for each in asked)
    if len(outcomes) < len(found) or needed:
        keep = any(each.output.apparatus for each in asked)
        outcomes = _lint_all(found, chosen, dropped, archives, keep_apparatus=keep)
        bad = _write_reports(outcomes, dropped, asked, fail_level)
    else:
        bad = False  # nothing to read: the rules need not be loaded
    raise typer.Exit(_exit_code(outcomes, bad=bad and not exit_zero))


def _lint_all(
    found: Sequence[Source | Failure],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    archives: Path | None,
    *,
    keep_apparatus: bool,
) -> list[LintResult | Failure]:
    from functools import partial

    from srccheck import patterns

    patterns.warm()
    from srccheck import lint
    from srccheck.batch import run
    from srccheck.project import own_archives
    from srccheck.rules import select_rules

    settings = lint.Settings(select=select, ignore=ignore, keep_apparatus=keep_apparatus)
    select_rules(select, ignore)  # a word that means no rule is said before anything is read
    own = own_archives((each.path for each in found), archives)
    return list(run(partial(_lint_file, settings=settings, own=own), found))


def _lint_file(
    data: bytes, path: str, *, settings: Settings, own: Mapping[str, OwnArchives]
) -> LintResult:
    """Lint one manuscript with the archives its project adds."""
    from dataclasses import replace

    from srccheck.lint import lint

    return lint(data, path, replace(settings, archives=own.get(path)))


def _write_reports(
    outcomes: Sequence[LintResult | Failure],
    ignore: tuple[str, ...],
    asked: Sequence[Wanted],
    fail_level: FailLevel,
) -> bool:
    """Write the reports; tell whether a finding is at or above ``fail_level``."""
    from srccheck.cli.reports import write_report
    from srccheck.report import LintReport
    from srccheck.rules import Severity

    everything = LintReport.of(_reported(outcomes, ignore, people=False))
    told = LintReport.of(_reported(outcomes, ignore, people=True))
    for each in asked:
        write_report(each, told if each.output.people else everything)
    lowest = Severity(fail_level.value).rank
    return any(diagnostic.severity.rank >= lowest for diagnostic in told.diagnostics)


def _reported(
    outcomes: Sequence[LintResult | Failure], ignore: tuple[str, ...], *, people: bool
) -> Iterator[LintResult | Failure]:
    """Leave out what the report need not say.

    A path that the user named and that could not be read is told on standard error; only reports
    for programs repeat it.
    """
    from srccheck.files import Failure
    from srccheck.rules import select_rules
    from srccheck.rules.input.unreadable_file import UnreadableFile

    heeded = any(isinstance(rule, UnreadableFile) for rule in select_rules((), ignore))
    for each in outcomes:
        if not isinstance(each, Failure) or (heeded and not (people and each.named)):
            yield each


def _exit_code(outcomes: Sequence[LintResult | Failure], *, bad: bool) -> int:
    from srccheck.cli.output import complain
    from srccheck.files import Failure

    named = [each for each in outcomes if isinstance(each, Failure) and each.named]
    for failure in named:
        complain(failure.error)
    return 2 if named else int(bad)
