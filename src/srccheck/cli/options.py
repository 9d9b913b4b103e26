"""Options that several commands take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class FailLevel(StrEnum):
    """The severities by name; their own class costs the import of every rule."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


BibOption = Annotated[
    list[str] | None,
    typer.Option(
        "--bib",
        metavar="FILE",
        help="Take this .bib, CSL-JSON or RIS file for the reference list; may be repeated.",
    ),
]

ArchivesOption = Annotated[
    Path | None,
    typer.Option(
        "--archives",
        metavar="FILE",
        help="Add the archives of this TOML file to the registry, not those of srccheck.toml.",
    ),
]

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Read this file, not the closest srccheck.toml."),
]

IsolatedOption = Annotated[
    bool, typer.Option("--isolated", help="Read no configuration.", show_default=False)
]

SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        help="Run these rules only: codes, families (CIT) or names, separated by commas.",
    ),
]

IgnoreOption = Annotated[
    list[str] | None, typer.Option(metavar="RULES", help="Leave these rules out.")
]

FailLevelOption = Annotated[
    FailLevel | None,
    typer.Option(
        help="Findings from this severity on end with exit code 1.", show_default="warning"
    ),
]

ExitZeroOption = Annotated[bool, typer.Option("--exit-zero", help="Findings end with exit code 0.")]
