"""Hosts that ask us to slow down: 429 Too Many Requests and Retry-After.

A wait that is short is kept by asking other hosts first; after one that is longer than the user's
patience the link ends, and after some of those in a row the host is left alone.
"""

from __future__ import annotations

import threading
import time
from collections import Counter

from srccheck.links.answers import retry_after, status_said
from srccheck.links.desk import Desk
from srccheck.links.queue import RequestQueue
from srccheck.links.trail import Trail
from srccheck.links.transport import Answer
from srccheck.verdicts import State

_STRIKES = 3  # answers in a row that ask for more patience than there is, before a host is left
_TRIES = 3  # of one link, at a host that asks to wait


class Limits:
    """Which hosts asked for patience, and how often."""

    def __init__(self, desk: Desk, queue: RequestQueue[Trail]) -> None:
        self._desk = desk
        self._queue = queue
        self._strikes: Counter[str] = Counter()
        self._lock = threading.Lock()

    def reached(self, trail: Trail, answer: Answer) -> None:
        """Judge a 429: wait, or leave the link, or its host."""
        tries = trail.tried("limited")
        asked = retry_after(answer)
        wait = asked if asked is not None else 2.0 * (tries + 1)
        if wait <= self._desk.options.patience and tries < _TRIES:
            self._queue.defer(trail.site, time.monotonic() + wait)
            self._desk.again(trail, wait)
            return
        reason = status_said(429) + (f", asks to wait {wait:.0f} s" if asked is not None else "")
        site = trail.site
        with self._lock:
            self._strikes[site] += 1
            leave = self._strikes[site] >= _STRIKES
        if leave:
            self._desk.aside[site] = f"{reason}: the host is set aside"
        self._desk.end(trail, State.RATE_LIMITED, reason, answer)
        if leave:
            for each in self._queue.drop(site):
                self._desk.end(each, State.RATE_LIMITED, self._desk.aside[site])
        else:
            self._queue.defer(site, 0.0, alone=True)

    def not_reached(self, site: str) -> None:
        """Take note that a host answers as usual."""
        if site in self._strikes:
            with self._lock:
                self._strikes.pop(site, None)
            self._queue.defer(site, 0.0)

    def server_error(self, trail: Trail, answer: Answer) -> None:
        """Judge a 5xx: a fault of the server may be over soon, and says nothing of the page."""
        tries = trail.tried("error")
        wait = retry_after(answer)
        told = status_said(answer.status)
        if wait is not None and wait > self._desk.options.patience:
            self._desk.end(trail, State.UNCERTAIN, f"{told}, asks to wait", answer)
        elif tries < 2:
            later = self._desk.options.again_after * 2**tries
            self._desk.again(trail, later if wait is None else wait)
        else:
            self._desk.end(trail, State.UNCERTAIN, told, answer)
