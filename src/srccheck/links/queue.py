"""The queue of requests: which one may go next, and when.

A heap of (not before, site). Threads wait for the next one that is due and never sleep with one in
hand: a site that asked for patience stays in the heap while others are asked.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Turn(IntEnum):
    """Whose turn it is among the requests of one host that may go at once.

    New links go before what redirects lead to and before probes: one that is slow, or that must be
    asked again, is best known early.
    """

    HURRIED = 0
    NEW = 1
    BEGUN = 2


@dataclass(slots=True)
class _Site(Generic[T]):
    """A host and port: its waiting requests, and when the next may go."""

    waiting: list[tuple[float, Turn, int, T]] = field(default_factory=list)
    running: int = 0
    next_at: float = 0.0
    queued: bool = False
    alone: bool = False  # one request at a time: it has asked us to slow down


class RequestQueue(Generic[T]):
    """Requests by site, at most ``per_site`` of one at a time and ``interval`` seconds apart."""

    def __init__(
        self, *, per_site: int, interval: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_site = per_site
        self._interval = interval
        self._clock = clock
        self._sites: dict[str, _Site[T]] = {}
        self._due: list[tuple[float, int, str]] = []
        self._count = 0
        self._open = True
        self._changed = threading.Condition()

    def put(self, site: str, request: T, *, at: float = 0.0, turn: Turn = Turn.NEW) -> None:
        """Add a request to ``site``, not to be sent before the time ``at`` of the clock."""
        with self._changed:
            found = self._sites.setdefault(site, _Site())
            self._count += 1
            heapq.heappush(found.waiting, (at, turn, self._count, request))
            if found.queued and found.waiting[0][3] is request:
                found.queued = False  # it is due before what the site stands in the heap for
            self._enqueue(site, found)
            self._changed.notify()

    def hurry(self, site: str, request: T) -> None:
        """Put a request that waits for its turn before all others of its site."""
        with self._changed:
            waiting = self._sites[site].waiting
            for place, (at, _, number, each) in enumerate(waiting):
                if each is request:
                    waiting[place] = (at, Turn.HURRIED, number, each)
                    heapq.heapify(waiting)
                    return

    def take(self) -> tuple[str, T] | None:
        """Wait for a request that is due and give it with its site; None once closed."""
        with self._changed:
            while self._open:
                now = self._clock()
                wait = self._skip_stale()
                if wait is not None and wait <= now:
                    return self._pop(now)
                self._changed.wait(None if wait is None else min(wait - now, 1.0))
            return None

    def done(self, site: str) -> None:
        """Tell that a request of ``site`` is over."""
        with self._changed:
            found = self._sites[site]
            found.running -= 1
            self._enqueue(site, found)
            self._changed.notify()

    def defer(self, site: str, until: float, *, alone: bool = False) -> None:
        """Send nothing to ``site`` before ``until``; ``alone``: from then on one at a time."""
        with self._changed:
            found = self._sites.setdefault(site, _Site())
            found.next_at = max(found.next_at, until)
            found.alone = alone
            found.queued = False
            self._enqueue(site, found)

    def drop(self, site: str) -> list[T]:
        """Take every waiting request of ``site`` out and give them."""
        with self._changed:
            found = self._sites.setdefault(site, _Site())
            dropped = [request for *_, request in sorted(found.waiting, key=lambda each: each[:3])]
            found.waiting.clear()
            found.queued = False
            return dropped

    def close(self) -> None:
        """Let every waiting thread go."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def _enqueue(self, site: str, found: _Site[T]) -> None:
        limit = 1 if found.alone else self._per_site
        if found.waiting and not found.queued and found.running < limit:
            found.queued = True
            self._count += 1
            due = max(found.next_at, found.waiting[0][0])
            heapq.heappush(self._due, (due, self._count, site))

    def _skip_stale(self) -> float | None:
        """Give when the first site is due; entries that no longer hold are thrown away."""
        while self._due:
            due, _, site = self._due[0]
            found = self._sites[site]
            if found.queued and found.waiting:
                really = max(found.next_at, found.waiting[0][0])
                if really <= due:
                    return due
            heapq.heappop(self._due)
            if found.queued:
                found.queued = False
                self._enqueue(site, found)
        return None

    def _pop(self, now: float) -> tuple[str, T]:
        _, _, site = heapq.heappop(self._due)
        found = self._sites[site]
        found.queued = False
        *_, request = heapq.heappop(found.waiting)
        found.running += 1
        found.next_at = max(found.next_at, now + self._interval)
        self._enqueue(site, found)
        return site, request
