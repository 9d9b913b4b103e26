"""Which files a run is about, and their bytes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from srccheck.errors import SrccheckError, UnreadableFileError
from srccheck.values import dataclass

SUFFIXES = (
    *(".bib", ".docm", ".docx", ".fodt", ".odt"),
    *(".htm", ".html", ".latex", ".ltx"),
    *(".markdown", ".md", ".mdown", ".mkd", ".qmd", ".rmd"),
    *(".rtf", ".tei", ".tex", ".text", ".txt", ".typ", ".xhtml", ".xml"),
)
"""What a walk through a folder takes for a manuscript: the endings that the readers know.

A copy, held to the readers' own by a test: their import costs more than the walk.
"""

LOCK = ("~$", ".~lock.")
"""How the names begin of the files that office programs keep beside an open document."""

_XML = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus|article|html)\b")
_TEX = frozenset({".tex", ".latex", ".ltx"})
_DOCUMENT = re.compile(rb"\\(?:documentclass|documentstyle)\b")
_INCLUDE = re.compile(rb"\\(?:input|include|subfile)\s*\{(?P<name>[^{}\n\0]{1,200})\}")

SKIPPED = frozenset({"node_modules", "site-packages", "venv", "__pycache__", "__MACOSX"})
"""Folders that hold nobody's manuscript; those whose name begins with a dot are skipped too."""


COPIES = (".checked", ".corrected")
"""How the names end of the Word files that we write; one beside its original is left out."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its path as it is shown, and whether the user named it.

    ``size`` is in bytes, 0 where it is not known. ``data`` is set where the bytes are already here
    (standard input).
    """

    path: str
    named: bool
    size: int = 0
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A path that gave no manuscript, and why."""

    path: str
    named: bool
    error: SrccheckError


class Keeps(Protocol):
    """Tells whether a walk keeps a file, or a folder and all in it."""

    force: bool
    """Whether files that were named are asked about too."""

    def keeps(self, path: str, *, folder: bool = False) -> bool:
        """Tell it of one path."""
        ...


def find(paths: Iterable[str], walk: Keeps | None = None) -> Iterator[Source | Failure]:
    """Give every file of ``paths`` once: named ones as they are, those of a folder in order.

    A folder is walked by suffix; folders below it that are hidden or hold installed software are
    left out, and so is what ``walk`` does not keep; a link to a folder is not followed.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _look_at(path, walk):
            key = os.path.realpath(found.path) if isinstance(found, Source) else found.path
            if key not in seen:
                seen.add(key)
                yield found


def read(source: Source) -> bytes:
    """Give the bytes of a file. Raises UnreadableFileError with a reason and an advice."""
    if source.data is not None:
        return source.data
    try:
        return Path(source.path).read_bytes()
    except OSError as error:
        raise _unreadable(source.path, error) from None


def included_by(path: Path) -> set[str]:
    """Give the real paths of the files that a LaTeX document includes, and that those include."""
    included: set[str] = set()
    _follow(path, path.parent, included)
    return included


def _look_at(path: str, walk: Keeps | None) -> Iterator[Source | Failure]:
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:
        yield Failure(path, True, _unreadable(path, error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _walk(path, walk)
    elif walk is not None and walk.force and not walk.keeps(path):
        return
    elif stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode):
        yield Source(path, True, status.st_size)
    else:
        yield Failure(path, True, UnreadableFileError("this is no file", where=path))


def _walk(folder: str, walk: Keeps | None) -> Iterator[Source | Failure]:
    failed: list[OSError] = []
    empty, left_out = True, 0
    found: list[Source] = []
    for here, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(
            name
            for name in folders
            if name[0] != "."
            and name not in SKIPPED
            and (walk is None or walk.keeps(str(Path(here, name)), folder=True))
        )
        for name in sorted(names):
            path = Path(here, name)
            if _is_manuscript(path) and not _is_copy(name, names):
                if walk is not None and not walk.keeps(str(path)):
                    left_out += 1
                    continue
                empty = False
                found.append(Source(str(path), False, path.stat().st_size))
    yield from without_included(found)
    for error in failed:
        path_shown = str(error.filename or folder)
        yield Failure(path_shown, path_shown == folder, _unreadable(path_shown, error))
    if left_out and empty and not failed:
        yield Failure(
            folder,
            True,
            UnreadableFileError(
                "every manuscript in this folder is left out",
                where=folder,
                advice="exclude in the configuration, --exclude or .gitignore says so",
            ),
        )
    elif empty and not failed:
        listed = ", ".join(SUFFIXES)
        yield Failure(
            folder,
            True,
            UnreadableFileError(
                "there is no manuscript in this folder",
                where=folder,
                advice=f"srccheck takes files ending in {listed}; any other file can be named",
            ),
        )


def _is_manuscript(path: Path) -> bool:
    """Tell a manuscript by its name, XML by its root as well.

    What is hidden or a lock is none.
    """
    return (
        not path.name.startswith((".", *LOCK))
        and path.suffix.lower() in SUFFIXES
        and path.is_file()
        and (path.suffix.lower() != ".xml" or _XML.search(_bytes(path, 8192)) is not None)
    )


def _is_copy(name: str, names: Sequence[str]) -> bool:
    """Tell a copy of ours that stands beside its original: article.checked.docx, article.docx."""
    path = Path(name)
    original = f"{Path(path.stem).stem}{path.suffix}"
    return (
        path.suffix.lower() in (".docx", ".docm")
        and path.stem.endswith(COPIES)
        and original in names
    )


def without_included(found: Sequence[Source]) -> Iterator[Source]:
    """Leave out the LaTeX files that another one of ``found`` includes: they are read with it."""
    included: set[str] = set()
    for each in found:
        path = Path(each.path)
        if path.suffix.lower() in _TEX and _DOCUMENT.search(_bytes(path)):
            included |= included_by(path)
    for each in found:
        if not included or os.path.realpath(each.path) not in included:
            yield each


def _follow(path: Path, folder: Path, included: set[str]) -> None:
    """Add what a file includes, and what that includes: names count from the document's folder."""
    waiting = [path]
    while waiting:
        for match in _INCLUDE.finditer(_bytes(waiting.pop())):
            name = os.fsdecode(match["name"].strip())
            for each in (folder / name, folder / f"{name}.tex"):
                real = os.path.realpath(each)
                if real not in included and each.is_file():
                    included.add(real)
                    waiting.append(each)


def _bytes(path: Path, most: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError:
        return b""


def _unreadable(path: str, error: OSError | ValueError) -> UnreadableFileError:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            what, advice = "there is no such file", "Check the spelling of its name and folder"
        case PermissionError():
            what, advice = "this may not be read", "Ask for the right to read it"
        case OSError():
            what, advice = f"this cannot be read ({error.strerror or error})", ""
        case _:
            what, advice = "this is not the name of a file", "Check the spelling"
    return UnreadableFileError(what, where=path, advice=advice)
