"""What a command writes, and to what: a terminal, a pipe, a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from srccheck.errors import SrccheckError, UsageError

if TYPE_CHECKING:
    from srccheck.report import Look

_AT_ONCE = 500  # parts
PIPE_WIDTH = 100  # cells of a line where there is no terminal to ask


def complain(error: SrccheckError) -> None:
    """Tell the user on standard error what stopped a job."""
    if sys.stderr is not None:
        _write(sys.stderr, f"srccheck: {error}\n", encoding=sys.stderr.encoding)


def tell(text: str) -> None:
    """Tell the user on standard error what was done."""
    if sys.stderr is not None:
        _write(sys.stderr, text, encoding=sys.stderr.encoding)


def write(text: str, target: Path | None = None) -> None:
    """Write a report that people read to standard output, or as UTF-8 to a file."""
    if target is not None:
        _write_file(target, _encoded(text))
    elif sys.stdout is not None:
        _write(sys.stdout, text, encoding=sys.stdout.encoding)


def write_data(text: str, target: Path | None = None) -> None:
    """Write a report that programs read: always UTF-8, whatever the locale says."""
    if target is not None:
        _write_file(target, _encoded(text))
    elif sys.stdout is not None:
        _write(sys.stdout, text, encoding="utf-8")


def write_parts(parts: Iterable[str], target: Path | None = None) -> None:
    """Write what programs read as it is made; to a file whole or not at all."""
    if target is not None:
        _write_file(target, _encoded("".join(parts)))
        return
    waiting: list[str] = []
    for part in parts:
        waiting.append(part)
        if len(waiting) == _AT_ONCE:
            write_data("".join(waiting))
            waiting.clear()
    write_data("".join(waiting))


def write_bytes(data: bytes, target: Path | None = None) -> None:
    """Write a report that is no text."""
    if target is not None:
        _write_file(target, data)
    elif sys.stdout is not None:
        _send(sys.stdout, data)


def lines(each: Iterable[str]) -> str:
    """Join lines into a text that ends with a line end, or is empty."""
    return "".join(f"{line}\n" for line in each)


def look_of_stdout(target: Path | None = None) -> Look:
    """Tell how wide standard output is, and whether it shows colours and links.

    Colours go to a terminal only, and not where NO_COLOR is set (https://no-color.org).
    """
    from srccheck.report import Look

    if target is not None or sys.stdout is None or not sys.stdout.isatty():
        return Look(PIPE_WIDTH)
    import shutil

    width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
    able = os.environ.get("TERM") != "dumb" and (os.name != "nt" or "WT_SESSION" in os.environ)
    colour = able and not os.environ.get("NO_COLOR")
    return Look(min(width, 2 * PIPE_WIDTH), colour, links=colour)


def _write(stream: TextIO, text: str, encoding: str | None) -> None:
    _send(stream, _encoded(text, encoding or "utf-8"))


def _encoded(text: str, encoding: str = "utf-8") -> bytes:
    """Give a text's bytes: a file name may hold what is no text, a terminal may lack a letter."""
    return text.encode(encoding, errors="backslashreplace")


def _send(stream: TextIO, data: bytes) -> None:
    """Write and flush; a reader that has gone away (``| head``) is no error."""
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.flush()
    except BrokenPipeError:
        # What is left in the buffers would fail again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _write_file(target: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place."""
    from srccheck.writing import write_whole

    try:
        write_whole(target, data)
    except OSError as error:
        raise UsageError(
            f"the report cannot be written here ({error.strerror})",
            where=str(target),
            advice="Name another file",
        ) from None
