"""What a command is given to read: paths, and standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from srccheck.errors import UnreadableFileError
from srccheck.files import Failure, Keeps, Source, find

STDIN = "-"
STDIN_NAME = "<stdin>"


def gather(
    paths: Sequence[str], stdin_name: str | None, walk: Keeps | None = None
) -> list[Source | Failure]:
    """Give everything to read in the order it was named, standard input among it, once."""
    found: list[Source | Failure] = []
    before: list[str] = []
    wanted = True
    for path in paths:
        if path != STDIN:
            before.append(path)
        elif wanted:
            found.extend(find(before, walk))
            found.append(_stdin(stdin_name or STDIN_NAME))
            before, wanted = [], False
    found.extend(find(before, walk))
    return found


def read_stdin(name: str = STDIN_NAME) -> bytes:
    """Give all of standard input. Raises UnreadableFileError where there is none."""
    try:
        return sys.stdin.buffer.read()
    except (AttributeError, OSError, ValueError):
        raise UnreadableFileError(
            "standard input is closed", where=name, advice="Name a file, or use a pipe"
        ) from None


def decoded(data: bytes, path: str, advice: str = "Convert it") -> str:
    """Give the text of UTF-8 bytes. Raises UnreadableFileError where it is none, or empty."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError("this is not UTF-8", where=path, advice=advice) from None
    if not text.strip():
        raise UnreadableFileError("there is nothing in it", where=path)
    return text


def words(options: Sequence[str] | None) -> tuple[str, ...]:
    """Split the values of a repeatable option that also takes lists: "CIT,ARC001"."""
    return tuple(word for option in options or () for word in option.replace(",", " ").split())


def _stdin(name: str) -> Source | Failure:
    try:
        return Source(name, True, data=read_stdin(name))
    except UnreadableFileError as error:
        return Failure(name, True, error)
