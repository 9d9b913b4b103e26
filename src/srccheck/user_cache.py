"""Where the system keeps what can be made again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def user_cache() -> Path:
    """Give the user's folder: $XDG_CACHE_HOME/srccheck, or the system's own place."""
    named = os.environ.get("XDG_CACHE_HOME")
    if named and Path(named).is_absolute():
        base = Path(named)
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path.home() / ".cache"
    return base / "srccheck"
