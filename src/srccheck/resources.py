"""Where the data files of refs/ stand, in a checkout and in an installed package."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from srccheck.errors import DataFileError


@lru_cache(maxsize=1)
def refs_path() -> Path:
    """The directory refs/: beside src/ in a checkout, ``srccheck/refs`` in a wheel.

    The installed place is looked at first, so that a checkout of another project around the
    package is never taken for ours. Raises `DataFileError` when neither is there.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "refs", package.parent.parent / "refs"):
        if candidate.is_dir():
            return candidate
    raise DataFileError(
        "the data files are missing", where=str(package / "refs"), advice="Reinstall srccheck."
    )
