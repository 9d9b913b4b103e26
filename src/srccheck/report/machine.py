"""What the reports for programs share: addresses of files, columns in other units."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path, PurePath
from urllib.parse import quote

from srccheck.rules import Diagnostic
from srccheck.text import Location


def relative(path: str) -> str:
    """Give a path from the working directory with slashes, where it lies below it."""
    pure = PurePath(path)
    if pure.is_absolute():
        with suppress(ValueError):
            pure = pure.relative_to(Path.cwd())
    return os.path.normpath(pure).replace(os.sep, "/")


def uri(path: str) -> str:
    """Give a path as a relative reference (RFC 3986), or a file address where it lies elsewhere."""
    shown = relative(path)
    if PurePath(shown).is_absolute():
        return Path(shown).as_uri()
    return quote(shown.encode(errors="surrogateescape"))


def message_of(diagnostic: Diagnostic) -> str:
    """Give the message, with the place in front where the format has no lines."""
    where = f"{diagnostic.where}: " if diagnostic.where else ""
    return f"{where}{diagnostic.message}"


class Utf8:
    """Columns in bytes of UTF-8, for which the files are read again."""

    def __init__(self) -> None:
        self._texts: dict[str, str | None] = {}

    def column(self, path: str, location: Location) -> int | None:
        """Give a location's column from 1 in bytes; None where its text cannot be had again."""
        if path not in self._texts:
            self._texts[path] = _text(path)
        text = self._texts[path]
        if text is None or location.offset > len(text):
            return None
        before = text[location.offset - location.column + 1 : location.offset]
        return len(before.encode(errors="surrogatepass")) + 1


def _text(path: str) -> str | None:
    """Give a text file's text; None where there is no such file, or it is no text."""
    from srccheck.errors import SrccheckError
    from srccheck.readers.decode import decode

    try:
        return decode(Path(path).read_bytes(), path)[0]
    except (OSError, ValueError, SrccheckError):
        return None
