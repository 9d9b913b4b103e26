"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
