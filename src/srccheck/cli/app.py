"""The commands and what they share."""

from __future__ import annotations

from typing import Annotated

import typer

from srccheck import __version__
from srccheck.cli.annotate import annotate
from srccheck.cli.archives import archives
from srccheck.cli.bib import bib
from srccheck.cli.config import config
from srccheck.cli.extract import extract
from srccheck.cli.init import init
from srccheck.cli.links import links
from srccheck.cli.lint import lint
from srccheck.cli.rule import rule
from srccheck.cli.rules import rules
from srccheck.cli.translit import translit

app = typer.Typer(
    add_completion=True,
    rich_markup_mode=None,  # help is plain text: rich costs as much time as all the rest
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"srccheck {__version__}")
        raise typer.Exit


@app.callback()
def srccheck(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Check the citations, archival references and bibliography of a manuscript."""


app.command()(lint)
app.command()(annotate)
app.command()(links)
app.command()(extract)
app.command()(bib)
app.command()(rules)
app.command()(rule)
app.command()(archives)
app.command()(translit)
app.command()(config)
app.command()(init)
