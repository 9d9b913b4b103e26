"""``srccheck lint``: the main job."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

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
from srccheck.report.outputs import OUTPUTS


class CitationStyle(StrEnum):
    """How manuscripts may be said to cite."""

    AUTO = "auto"
    AUTHOR_DATE = "author-date"
    NOTES = "notes"
    MIXED = "mixed"


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
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    fail_level: FailLevelOption = None,
    exit_zero: ExitZeroOption = False,
    stdin_name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Name standard input; the ending tells its format."),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN",
            help="Leave out files and folders, as .gitignore writes them; may be repeated.",
        ),
    ] = None,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave them out though they are named.")
    ] = False,
    no_gitignore: Annotated[
        bool, typer.Option("--no-gitignore", help="Do not heed .gitignore.")
    ] = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=0, metavar="N", help="Use N processes; 0: one for each core."
        ),
    ] = None,
    bib: BibOption = None,
    archives: ArchivesOption = None,
    style: Annotated[
        CitationStyle | None,
        typer.Option(help="How the manuscripts cite.", show_default="auto: look"),
    ] = None,
    links: Annotated[
        bool,
        typer.Option(
            "--links", help="Ask for every link over the network, too, as `srccheck links` does."
        ),
    ] = False,
    together: Annotated[
        bool,
        typer.Option("--together", help="The files are chapters: one list, one set of names."),
    ] = False,
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
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Lint every file anew, changed or not.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the safe fixes to the files.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: the unsafe ones too.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change; change nothing.")
    ] = False,
    show_fixes: Annotated[
        bool, typer.Option("--show-fixes", help="With --fix: list what was fixed.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Leave out the findings of this file."),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline",
            help="Write the findings to the baseline (srccheck-baseline.json, or as named).",
        ),
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take out of the baseline what is gone.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings of each rule.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Leave out the usual report.")
    ] = False,
) -> None:
    """Report where the apparatus of a manuscript contradicts itself or leads nowhere.

    Exit code: 0 nothing to report, 1 findings, 2 something could not be read.
    """
    from srccheck.cli.inputs import words
    from srccheck.cli.linting import Choices, run
    from srccheck.cli.reports import wanted
    from srccheck.config import Command

    asked = tuple(wanted(form, output, _all_reports(reports, statistics=statistics), quiet=quiet))
    choices = Choices(
        paths=tuple(paths),
        reports=asked,
        command=Command(
            select=words(select),
            ignore=words(ignore),
            archives=archives,
            bib=tuple(bib or ()),
            style=style.value if style else None,
            keep_apparatus=any(each.output.apparatus for each in asked),
        ),
        stdin_name=stdin_name,
        config=config,
        isolated=isolated,
        exclude=tuple(exclude or ()),
        force_exclude=force_exclude,
        gitignore=not no_gitignore,
        fail_level=fail_level.value if fail_level else None,
        exit_zero=exit_zero,
        jobs=jobs,
        baseline=baseline,
        write_baseline=write_baseline,
        prune_baseline=prune_baseline,
        fix=fix,
        unsafe_fixes=unsafe_fixes,
        diff=diff,
        show_fixes=show_fixes,
        cache=not no_cache,
        links=links,
        together=together,
    )
    raise typer.Exit(run(choices))


def _all_reports(reports: list[str] | None, *, statistics: bool) -> list[str]:
    return [*(reports or ()), *(["statistics"] if statistics else ())]
