"""Files that lie beside a manuscript: what it includes is looked for there and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from srccheck.consulted import note

LARGEST = 50_000_000  # bytes of a file that a manuscript includes


def loader(path: str) -> Callable[[str], bytes | None]:
    """Give a function that reads a file by the name the manuscript at ``path`` gives it.

    Only files in the manuscript's own folder and below are read, links seen through; for all
    others, and for what cannot be read, the answer is None.
    """
    folder = Path(path).parent

    def load(name: str) -> bytes | None:
        try:
            wanted = (folder / name).resolve()
            note(wanted)
            if not wanted.is_relative_to(folder.resolve()) or not wanted.is_file():
                return None
            return wanted.read_bytes() if wanted.stat().st_size <= LARGEST else None
        except (OSError, ValueError):
            return None

    return load
