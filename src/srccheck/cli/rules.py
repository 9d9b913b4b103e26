"""``srccheck rules``: the catalogue."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class TableFormat(StrEnum):
    """The reports of commands that look something up."""

    TEXT = "text"
    JSON = "json"


def rules(
    form: Annotated[
        TableFormat, typer.Option("--format", "-f", help="What the output looks like.")
    ] = TableFormat.TEXT,
) -> None:
    """List the rules."""
    from srccheck.cli.output import lines, look_of_stdout, write, write_data
    from srccheck.report import render_rules, rules_to_json
    from srccheck.rules import all_rules

    if form is TableFormat.JSON:
        write_data(rules_to_json(all_rules()) + "\n")
    else:
        write(lines(render_rules(all_rules(), look_of_stdout())))
