"""The names, places and periodicals that a project adds, for the run of one manuscript.

They are consulted deep inside the same-name test, whose answers are cached: `use` says which are
in force, and empties those caches where that changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class OwnAuthorities:
    """Checked records as JSON: lists under "name", "place" and "periodical"."""

    records: str


class _Cached(Protocol):
    def cache_clear(self) -> None: ...


C = TypeVar("C", bound=_Cached)

_current: OwnAuthorities | None = None
_caches: list[Callable[[], None]] = []


def depends_on_own(cached: C) -> C:
    """Mark a cached function whose answers change with the project's own names."""
    _caches.append(cached.cache_clear)
    return cached


def use(own: OwnAuthorities | None) -> None:
    """Put a project's own names in force, in place of those before."""
    global _current  # noqa: PLW0603
    if own != _current:
        _current = own
        for clear in _caches:
            clear()


def current() -> OwnAuthorities | None:
    """The names in force."""
    return _current
