"""Readers take a file's bytes and its name and give a Manuscript; one module a format.

They never change the text: what a stream shows can be followed back to the file.
"""

from __future__ import annotations

from pathlib import PurePath

from srccheck.readers.decode import decode
from srccheck.readers.plain import read_plain
from srccheck.text import Manuscript

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"})
TEXT = frozenset({".txt", ".text"})
SUFFIXES = MARKDOWN | TEXT

__all__ = ["SUFFIXES", "read"]


def read(data: bytes, path: str) -> Manuscript:
    """Read a file by its suffix; UnreadableFileError where it is empty or no text."""
    source, encoding = decode(data, path)
    if PurePath(path).suffix.lower() in MARKDOWN:
        from srccheck.readers.markdown import read_markdown

        return read_markdown(source, path, encoding)
    return read_plain(source, path, encoding)
