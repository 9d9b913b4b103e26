"""``srccheck init``: the files that a project begins with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="The project's folder.", show_default="here")
    ] = Path(),
    gitlab: Annotated[
        bool, typer.Option("--gitlab", help="Write .gitlab-ci.yml, not a workflow for GitHub.")
    ] = False,
    config_only: Annotated[
        bool, typer.Option("--config-only", help="Write srccheck.toml and nothing else.")
    ] = False,
) -> None:
    """Write a commented srccheck.toml, a pre-commit hook and a workflow for continuous integration.

    A file that is there already is left as it is; what it would need is shown.
    """
    from srccheck.cli.output import write, write_data
    from srccheck.config.starter import starters
    from srccheck.errors import UsageError

    if not folder.is_dir():
        raise UsageError("there is no such folder", where=str(folder))
    names = (
        ["config"] if config_only else ["config", "pre-commit", "gitlab" if gitlab else "github"]
    )
    for each in starters(names):
        target = folder / each.target
        if target.exists():
            shown = "".join(f"    {line}\n" for line in each.text.splitlines())
            write(f"{target} is there already and stays as it is. It would begin with\n\n{shown}\n")
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"this folder cannot be made ({error.strerror})", where=str(target.parent)
            ) from None
        write_data(each.text, target)
        write(f"{target} written\n")
    write("Next: srccheck lint .\n")
