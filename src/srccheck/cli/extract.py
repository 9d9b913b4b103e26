"""``srccheck extract``: every citation, entry and link, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from srccheck.files import Failure
    from srccheck.report import Extracted


class ExtractFormat(StrEnum):
    """The reports of this command."""

    JSON = "json"


def extract(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Manuscripts, folders that hold some, or - for standard input: "
            "a citation a line, or with --stdin-name a whole manuscript.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        ExtractFormat, typer.Option("--format", "-f", help="What the output looks like.")
    ] = ExtractFormat.JSON,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KINDS", help="Give these kinds of citation only, separated by commas."
        ),
    ] = None,
    stdin_name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Name standard input, and read it as one manuscript."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the output here.")
    ] = None,
) -> None:
    """Give every citation, entry and link of a manuscript, with its place and its fields."""
    from srccheck import patterns

    patterns.warm()
    from srccheck.cli.inputs import words
    from srccheck.cli.output import complain, write_data
    from srccheck.files import Failure
    from srccheck.report import extract_to_json

    kinds = _kinds(words(kind))
    outcomes = _extract_all(paths or _from_pipe(), stdin_name)
    failures = [each for each in outcomes if isinstance(each, Failure)]
    files = [each for each in outcomes if not isinstance(each, Failure)]
    write_data(extract_to_json(files, kinds) + "\n", output)
    for failure in failures:
        complain(failure.error)
    raise typer.Exit(2 if any(each.named for each in failures) else int(bool(failures)))


def _from_pipe() -> list[str]:
    """Read standard input where nothing is named, but do not wait for someone to type."""
    import sys

    from srccheck.cli.inputs import STDIN
    from srccheck.errors import UsageError

    if sys.stdin is not None and sys.stdin.isatty():
        raise UsageError("nothing to read", advice="Name a manuscript, or send citations by a pipe")
    return [STDIN]


def _kinds(words: Sequence[str]) -> frozenset[str]:
    from srccheck.citations import Kind
    from srccheck.errors import UsageError

    every = {kind.value for kind in Kind}
    for word in words:
        if word not in every:
            raise UsageError(
                f"there is no kind of citation '{word}'",
                advice=f"The kinds are {', '.join(kind.value for kind in Kind)}",
            )
    return frozenset(words)


def _extract_all(paths: Sequence[str], stdin_name: str | None) -> list[Extracted | Failure]:
    from functools import partial

    from srccheck.batch import run
    from srccheck.cli.inputs import STDIN_NAME, gather

    work = partial(_extract_file, by_line=STDIN_NAME if stdin_name is None else "")
    return list(run(work, gather(paths, stdin_name)))


def _extract_file(data: bytes, path: str, *, by_line: str) -> Extracted:
    """Read one manuscript; in the file called ``by_line`` every line is one of its own."""
    from srccheck.lint import read_apparatus
    from srccheck.report import extract, joined, moved

    if path != by_line:
        return extract(read_apparatus(data, path))
    found: list[Extracted] = []
    offset = 0
    for number, line in enumerate(_decoded(data, path).split("\n")):
        if line.strip():
            one = extract(read_apparatus(line.encode(), path))
            found.append(moved(one, number, offset))
        offset += len(line) + 1
    return joined(found)


def _decoded(data: bytes, path: str) -> str:
    from srccheck.errors import UnreadableFileError

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError(
            "this is not UTF-8", where=path, advice="Convert it, or name it with --stdin-name"
        ) from None
    if not text.strip():
        raise UnreadableFileError("there is nothing in it", where=path)
    return text
