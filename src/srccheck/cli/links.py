"""``srccheck links``: asks for every link over the network."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from srccheck.cli.options import ConfigOption, IsolatedOption


class LinksFormat(StrEnum):
    """The reports of this command."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


class LinksFailLevel(StrEnum):
    """The severities by name."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def links(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Manuscripts, folders that hold some, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        LinksFormat, typer.Option("--format", "-f", help="What the report looks like.")
    ] = LinksFormat.TEXT,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show the links that are in order, too.")
    ] = False,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask for nothing: give the stored verdicts.")
    ] = False,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask for everything, whatever is stored.")
    ] = False,
    changed: Annotated[
        bool, typer.Option("--changed", help="Report only what is otherwise than last time.")
    ] = False,
    export: Annotated[
        bool, typer.Option("--export", help="Give every stored verdict as JSON, and end.")
    ] = False,
    archive: Annotated[
        bool, typer.Option("--archive", help="Look for archived copies of all links.")
    ] = False,
    no_archive: Annotated[
        bool, typer.Option("--no-archive", help="Look for no archived copies, not of dead links.")
    ] = False,
    save: Annotated[
        bool, typer.Option("--save", help="Ask the web archive to take a copy where it has none.")
    ] = False,
    timegate: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="Ask this web archive too (RFC 7089); may be repeated."),
    ] = None,
    wayback: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The web archive to ask.", show_default=False),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, max=256, help="Requests at a time.")
    ] = 16,
    per_host: Annotated[
        int, typer.Option(min=1, max=64, help="Requests at a time to one host.")
    ] = 2,
    host_interval: Annotated[
        float, typer.Option(min=0.0, metavar="SECONDS", help="Between two requests to one host.")
    ] = 1.0,
    timeout: Annotated[
        float, typer.Option(min=0.5, metavar="SECONDS", help="The longest one answer may take.")
    ] = 5.0,
    patience: Annotated[
        float,
        typer.Option(
            min=0.0, metavar="SECONDS", help="The longest a host may ask to wait (Retry-After)."
        ),
    ] = 30.0,
    max_seconds: Annotated[
        float,
        typer.Option(min=0.0, metavar="SECONDS", help="The longest the run may take; 0: no end."),
    ] = 0.0,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private", help="Ask for addresses of this machine and its network, too."
        ),
    ] = False,
    control: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Asked when nothing else answers, to tell dead from offline.",
            show_default=False,
        ),
    ] = None,
    contact: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            envvar="SRCCHECK_CONTACT",
            help="Your mail or web address, told to every host.",
            show_default=False,
        ),
    ] = "",
    store: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep the verdicts here.", show_default=False),
    ] = None,
    no_store: Annotated[
        bool, typer.Option("--no-store", help="Neither use stored verdicts nor keep any.")
    ] = False,
    fail_level: Annotated[
        LinksFailLevel, typer.Option(help="States from this severity on end with exit code 1.")
    ] = LinksFailLevel.WARNING,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Bad links end with exit code 0.")
    ] = False,
    stdin_name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Name standard input; the ending tells its format."),
    ] = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report here.")
    ] = None,
) -> None:
    """Ask for every link of a manuscript: alive, moved, gone, or not what is cited.

    Exit code: 0 nothing bad, 1 dead links or other pages than cited, 2 something could not be read.
    """
    from srccheck import patterns

    patterns.warm()
    from srccheck.cli.linking import Choices, run
    from srccheck.links.options import CONTROL, WAYBACK, Options

    options = Options(
        jobs=jobs,
        per_host=per_host,
        host_interval=host_interval,
        timeout=timeout,
        connect_timeout=timeout,
        patience=patience,
        max_seconds=max_seconds,
        allow_private=allow_private,
        control=control or CONTROL,
        contact=contact,
        archive="none" if no_archive else "all" if archive else "bad",
        wayback=wayback or WAYBACK,
        timegates=tuple(timegate or ()),
        save=save,
    )
    choices = Choices(
        paths=tuple(paths or ()),
        form=form.value,
        options=options,
        show_all=show_all,
        offline=offline,
        refresh=refresh,
        changed=changed,
        export=export,
        store=store,
        no_store=no_store,
        fail_level=fail_level.value,
        exit_zero=exit_zero,
        stdin_name=stdin_name,
        config=config,
        isolated=isolated,
        output=output,
    )
    raise typer.Exit(run(choices))
