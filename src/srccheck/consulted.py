"""Which other files a manuscript's reading has looked for: what a kept result depends on.

A reader that asks for an included file, or for a bibliography beside the manuscript, notes it here,
whether it was there or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_noting: list[dict[str, None]] = []


def note(path: object) -> None:
    """Note that a file was looked for."""
    for each in _noting:
        each[str(path)] = None


@contextmanager
def noted() -> Iterator[dict[str, None]]:
    """Give the paths noted meanwhile, each once, in order."""
    found: dict[str, None] = {}
    _noting.append(found)
    try:
        yield found
    finally:
        _noting.remove(found)
