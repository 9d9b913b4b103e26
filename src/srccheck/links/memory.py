"""Memory of many threads: one heap for all of them.

The GNU C library gives every thread a heap of its own and keeps what each once needed. The threads
of a check take turns anyway, so that this only costs: five megabytes with 32 of them.
"""

from __future__ import annotations

import sys
from contextlib import suppress

_ARENA_MAX, _MMAP_THRESHOLD = -8, -3  # M_ARENA_MAX, M_MMAP_THRESHOLD of malloc.h
_LARGE = 65_536  # bytes from which a page's memory is given back to the system by itself


def share_one_heap() -> None:
    """Let all threads that begin from now on use one heap, where the C library is GNU's."""
    if sys.platform != "linux":
        return
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        library = ctypes.CDLL(None)
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
