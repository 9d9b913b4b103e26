"""Patterns of paths, as .gitignore writes them: in exclude, override and ignore."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def fits(path: str | Path, patterns: tuple[str, ...], folder: Path) -> bool:
    """Tell whether a path below ``folder`` fits one of the patterns; a folder ends with a slash."""
    absolute = os.path.normpath(Path(path).absolute())
    try:
        below = os.path.relpath(absolute, folder)
    except ValueError:  # another drive
        return False
    if below.startswith(".."):
        return False
    shown = below.replace(os.sep, "/")
    return spec(patterns).match_file(shown + "/" if str(path).endswith(("/", os.sep)) else shown)


@lru_cache(maxsize=256)
def spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Give the compiled patterns."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def is_exact(patterns: tuple[str, ...]) -> bool:
    """Tell whether the patterns name one file and nothing else."""
    return len(patterns) == 1 and not any(mark in patterns[0] for mark in "*?[!")
