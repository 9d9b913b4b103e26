"""``srccheck rule CODE``: one rule's page."""

from __future__ import annotations

from typing import Annotated

import typer


def rule(
    rule: Annotated[
        str, typer.Argument(metavar="RULE", help="A code or a name.", show_default=False)
    ],
) -> None:
    """Explain a rule: what it reports, why, and what to write instead."""
    from srccheck.cli.output import lines, look_of_stdout, write
    from srccheck.report import render_page
    from srccheck.rules import find_rule
    from srccheck.rules.page import page_of

    found = find_rule(rule)
    write(lines(render_page(found, page_of(found), look_of_stdout())))
