"""``srccheck translit``: detect, convert and compare romanised names."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING, Annotated

import typer

from srccheck.cli.rules import TableFormat

if TYPE_CHECKING:
    from srccheck.report.names import Pair


class _Task(Enum):
    """What one run does."""

    DETECT = auto()
    CONVERT = auto()
    COMPARE = auto()
    LIST = auto()


def translit(
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="[TEXT]",
            help="Names or titles; without it, and without --file, standard input is read "
            "line by line.",
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        list[str] | None,
        typer.Option("--file", metavar="FILE", help="Read the lines of a file; - is the pipe."),
    ] = None,
    detect: Annotated[
        bool, typer.Option("--detect", help="Tell language and scheme (done if nothing is asked).")
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(metavar="SCHEME", help="Write in this scheme, or in `cyrillic`."),
    ] = None,
    source: Annotated[
        str, typer.Option("--from", metavar="SCHEME", help="The scheme the text is in.")
    ] = "auto",
    same: Annotated[
        tuple[str, str] | None,
        typer.Option("--same", metavar="A B", help="Tell whether two spellings are one name."),
    ] = None,
    pairs: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Compare many: two columns divided by a tab."),
    ] = None,
    every: Annotated[bool, typer.Option("--list", help="List the schemes.")] = False,
    form: Annotated[
        TableFormat, typer.Option("--format", "-f", help="What the output looks like.")
    ] = TableFormat.TEXT,
) -> None:
    """Tell how a name is romanised, write it otherwise, compare two spellings."""
    match _task(
        {
            "--detect": (_Task.DETECT, detect),
            "--to": (_Task.CONVERT, to is not None),
            "--same": (_Task.COMPARE, same is not None),
            "--pairs": (_Task.COMPARE, pairs is not None),
            "--list": (_Task.LIST, every),
        }
    ):
        case _Task.LIST:
            _list(form)
        case _Task.COMPARE:
            _compare([same] if same else _read_pairs(pairs or ""), form)
        case _Task.CONVERT:
            _convert(_lines(text, file), to or "", source, form)
        case _Task.DETECT:
            _detect(_lines(text, file), form)


def _task(asked: dict[str, tuple[_Task, bool]]) -> _Task:
    from srccheck.errors import UsageError

    chosen = [name for name, (_, wanted) in asked.items() if wanted]
    if len(chosen) > 1:
        raise UsageError(f"{' and '.join(chosen)} do not go together", advice="Ask one at a time")
    return asked[chosen[0]][0] if chosen else _Task.DETECT


def _lines(text: str | None, files: list[str] | None) -> Iterator[str]:
    """Give the lines to work on that have anything in them."""
    from srccheck.cli.inputs import STDIN

    if text is not None:
        yield from filter(str.strip, text.splitlines())
    for name in files or ([] if text is not None else [STDIN]):
        yield from filter(str.strip, _read(name).splitlines())


def _read(name: str) -> str:
    """Give a file's text, or standard input's where the name is "-"."""
    import sys
    from pathlib import Path

    from srccheck.cli.inputs import STDIN, STDIN_NAME, decoded, read_stdin
    from srccheck.errors import UnreadableFileError, UsageError

    if name == STDIN:
        if sys.stdin is not None and sys.stdin.isatty():
            raise UsageError("nothing to read", advice="Give a text, or send lines by a pipe")
        return decoded(read_stdin(), STDIN_NAME)
    try:
        return decoded(Path(name).read_bytes(), name)
    except OSError as error:
        raise UnreadableFileError(
            f"this cannot be read ({error.strerror})", where=name, advice="Name another file"
        ) from None


def _read_pairs(name: str) -> list[tuple[str, str]]:
    from srccheck.errors import UsageError

    found = []
    for number, line in enumerate(_read(name).splitlines(), start=1):
        if not line.strip():
            continue
        first, tab, second = line.partition("\t")
        if not tab:
            raise UsageError(
                "there is no tab in this line",
                where=f"{name}:{number}",
                advice="Write two names a line, a tab between them",
            )
        found.append((first, second.partition("\t")[0]))
    return found


def _detect(lines: Iterator[str], form: TableFormat) -> None:
    from srccheck.cli.output import lines as joined
    from srccheck.cli.output import write, write_data
    from srccheck.report.names import detection_to_json, render_detection
    from srccheck.translit import detect

    for line in lines:
        found = detect(line)
        if form is TableFormat.JSON:
            write_data(detection_to_json(line, found) + "\n")
        else:
            write(joined(render_detection(line, found)))


def _convert(lines: Iterator[str], to: str, source: str, form: TableFormat) -> None:
    from srccheck.cli.output import lines as joined
    from srccheck.cli.output import write, write_data
    from srccheck.report.names import conversion_to_json, render_conversion
    from srccheck.translit import convert

    for line in lines:
        found = convert(line, to, source)
        if form is TableFormat.JSON:
            write_data(conversion_to_json(found) + "\n")
        else:
            write(joined(render_conversion(found)))


def _compare(pairs: list[tuple[str, str]], form: TableFormat) -> None:
    from srccheck.cli.output import lines, write, write_data
    from srccheck.report.names import pairs_to_json, render_pairs
    from srccheck.translit import same_form

    found: list[Pair] = [(a, b, same_form(a, b)) for a, b in pairs]
    if form is TableFormat.JSON:
        write_data(pairs_to_json(found) + "\n")
    else:
        write(lines(render_pairs(found)))


def _list(form: TableFormat) -> None:
    from srccheck.cli.output import lines, look_of_stdout, write, write_data
    from srccheck.report.names import render_schemes, schemes_to_json
    from srccheck.translit import schemes

    every = tuple(schemes().values())
    if form is TableFormat.JSON:
        write_data(schemes_to_json(every) + "\n")
    else:
        write(lines(render_schemes(every, look_of_stdout())))
