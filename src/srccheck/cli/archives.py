"""``srccheck archives``: look an archive up in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from srccheck.cli.options import ArchivesOption
from srccheck.cli.rules import TableFormat

if TYPE_CHECKING:
    from srccheck.archives import Archive, Registry


def archives(
    query: Annotated[
        str,
        typer.Argument(
            metavar="[QUERY]",
            help="An abbreviation, a part of a name in any script, or a country; "
            "without it all are listed.",
            show_default=False,
        ),
    ] = "",
    show: Annotated[
        str | None, typer.Option(metavar="ID", help="Show one archive's record in full.")
    ] = None,
    form: Annotated[
        TableFormat, typer.Option("--format", "-f", help="What the output looks like.")
    ] = TableFormat.TEXT,
    own: ArchivesOption = None,
) -> None:
    """Look an archive up: its names, its levels, how it is cited."""
    from srccheck.archives import registry_with
    from srccheck.config import Project

    registry = registry_with(Project().archives_for(["here"], own).get("here"))
    if show is not None:
        _show(registry, show, form)
        return
    found = registry.search(query) if query.strip() else registry.archives
    _list(found, form)
    if not found:
        from srccheck.cli.output import complain
        from srccheck.errors import UsageError

        complain(
            UsageError(
                f"no archive answers to '{query}'",
                advice="Try its abbreviation, its city or country, or a word of its name",
            )
        )
    raise typer.Exit(0 if found else 1)


def _show(registry: Registry, archive: str, form: TableFormat) -> None:
    from srccheck.cli.output import lines, look_of_stdout, write, write_data
    from srccheck.errors import UsageError
    from srccheck.report import archive_to_json, render_archive

    record = registry.get(archive) or registry.get(archive.lower())
    if record is None:
        near = [each.id for each in registry.search(archive)[:3]]
        raise UsageError(
            f"there is no archive with the id '{archive}'",
            advice=f"Did you mean {' or '.join(near)}?"
            if near
            else "`srccheck archives` lists them",
        )
    if form is TableFormat.JSON:
        write_data(archive_to_json(record) + "\n")
    else:
        write(lines(render_archive(record, look_of_stdout())))


def _list(found: tuple[Archive, ...], form: TableFormat) -> None:
    from srccheck.cli.output import lines, look_of_stdout, write, write_data
    from srccheck.report import archives_to_json, render_archives

    if form is TableFormat.JSON:
        write_data(archives_to_json(found) + "\n")
    elif found:
        write(lines(render_archives(found, look_of_stdout())))
