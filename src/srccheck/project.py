"""A project's own file, srccheck.toml: which one a manuscript belongs to, and what it adds.

Its [[archive]] tables are read; the other keys are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from srccheck.archives import OwnArchives

NAME = "srccheck.toml"


def project_file(folder: Path) -> Path | None:
    """Give the closest srccheck.toml of a folder or the folders above it."""
    for each in (folder, *folder.parents):
        candidate = each / NAME
        if candidate.is_file():
            return _shown(candidate)
    return None


def _shown(path: Path) -> Path:
    """Give a path as a message shows it: from the working directory, where it is below that."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def own_archives(paths: Iterable[str], given: Path | None = None) -> dict[str, OwnArchives]:
    """Give the archives that are added for each manuscript of ``paths``, where any are.

    ``given``, a file named on the command line, goes before every srccheck.toml. Raises
    DataFileError where a record is broken, and UsageError where ``given`` has none.
    """
    if given is not None:
        named = _named(given)
        return dict.fromkeys(paths, named)
    read: dict[Path, OwnArchives] = {}
    files: dict[Path, Path | None] = {}
    found: dict[str, OwnArchives] = {}
    for path in paths:
        folder = Path(path).absolute().parent
        if folder not in files:
            files[folder] = project_file(folder)
        file = files[folder]
        if file is None:
            continue
        if file not in read:
            read[file] = _read(file)
        if read[file]:
            found[path] = read[file]
    return found


def _named(path: Path) -> OwnArchives:
    from srccheck.errors import UsageError

    own = _read(path)
    if not own:
        raise UsageError(
            "there is no [[archive]] in this file",
            where=str(path),
            advice="docs/archives.md shows how an archive is written",
        )
    return own


def _read(path: Path) -> OwnArchives:
    from srccheck.archives import read_own

    return read_own(path)
