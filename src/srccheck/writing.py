"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def write_whole(target: Path, data: bytes) -> None:
    """Write ``data`` beside the file first, then put it in its place, rights kept.

    A run that is stopped halfway leaves the old file. What is no regular file (a device, a pipe) is
    written to as it is; a link stays one. Raises OSError.
    """
    place = Path(os.path.realpath(target))
    mode = _mode(place)
    if mode is not None and not stat.S_ISREG(mode):
        place.write_bytes(data)
        return
    partial = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            partial.chmod(stat.S_IMODE(mode))
        partial.replace(place)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
