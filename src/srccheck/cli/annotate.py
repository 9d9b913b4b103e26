"""``srccheck annotate``: the Word file back with remarks in its margin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from srccheck.cli.options import (
    ArchivesOption,
    BibOption,
    ConfigOption,
    ExitZeroOption,
    FailLevelOption,
    IgnoreOption,
    IsolatedOption,
    SelectOption,
)

if TYPE_CHECKING:
    from srccheck.files import Failure, Source
    from srccheck.lint import LintResult


def annotate(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Word files (.docx), or folders that hold some.",
            show_default=False,
        ),
    ],
    track_changes: Annotated[
        bool,
        typer.Option("--track-changes", help="Write safe corrections as tracked changes too."),
    ] = False,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fail_level: FailLevelOption = None,
    exit_zero: ExitZeroOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    bib: BibOption = None,
    archives: ArchivesOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the copy here, not NAME.checked.docx."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a copy that is there already.")
    ] = False,
) -> None:
    """Write a copy of a Word file with a comment on every finding; the original stays as it is.

    article.docx gives article.checked.docx beside it. Exit code as of lint: 0 nothing to report,
    1 findings, 2 something could not be read or written.
    """
    from srccheck.cli.inputs import gather, words
    from srccheck.cli.linting import Choices, exit_code, fails, lint_all
    from srccheck.config import Command, Project, Walk
    from srccheck.errors import UsageError
    from srccheck.files import Failure

    project = Project(config, isolated=isolated)
    found = [each for each in gather(paths, None, Walk(project)) if _is_asked_for(each)]
    if not found:
        raise UsageError("there is no Word file in this folder", where=", ".join(paths))
    if output is not None and len(found) > 1:
        raise UsageError("several files do not fit into one", advice="Leave --output out")
    command = Command(
        select=words(select), ignore=words(ignore), archives=archives, bib=tuple(bib or ())
    )
    choices = Choices(tuple(paths), (), command, config=config, isolated=isolated)
    outcomes = lint_all(found, project, choices)
    read = [each for each in outcomes if not isinstance(each, Failure)]
    targets = [_target(each, output, force=force) for each in read]
    level, bad = fail_level.value if fail_level else None, False
    for each, target in zip(read, targets, strict=True):
        _write_copy(each, target, track_changes=track_changes)
        bad = bad or any(fails(found, project, level) for found in each.diagnostics)
    raise typer.Exit(exit_code(outcomes, bad=bad and not exit_zero))


def _is_asked_for(found: Source | Failure) -> bool:
    """Tell what was named, and the Word files of a folder that was."""
    return found.named or Path(found.path).suffix.lower() in (".docx", ".docm")


def _target(file: LintResult, output: Path | None, *, force: bool) -> Path:
    """Give the copy's path. Raises UsageError where it must not be written."""
    from srccheck.errors import UsageError
    from srccheck.report import LintReport
    from srccheck.report.docx import checked_name, refuse_original, word_files

    word_files(LintReport.of([file]))
    target = output or Path(file.path).with_name(checked_name(file.path))
    refuse_original(file.path, target)
    if target.exists() and not force:
        raise UsageError(
            "there is a copy already, perhaps with someone's work in it",
            where=str(target),
            advice="Name another with --output, or write over it with --force",
        )
    return target


def _write_copy(file: LintResult, target: Path, *, track_changes: bool) -> None:
    """Write the copy of one file, and say so."""
    from srccheck.cli.output import write, write_bytes
    from srccheck.report import LintReport
    from srccheck.report.docx import annotated
    from srccheck.report.summary import sum_up

    write_bytes(annotated(file, track_changes=track_changes), target)
    write(f"{target}: {sum_up(LintReport.of([file]))}\n")
