"""Connections that stay open between two requests, so that a host's next link needs no new one."""

from __future__ import annotations

import ssl
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from urllib3.connection import HTTPConnection
from urllib3.util.wait import wait_for_read

from srccheck.links.connections import Kind

Goal = tuple[str, str, int | None]
"""Scheme, host and port that a connection leads to."""

_MOST = 100  # connections that are kept open: a run may know thousands of hosts


class Pool:
    """The open connections that nobody uses just now; safe from many threads."""

    def __init__(self, kinds: Mapping[str, Kind], tls: Callable[[], ssl.SSLContext]) -> None:
        self._kinds = kinds
        self._tls = tls
        self._idle: OrderedDict[Goal, list[HTTPConnection]] = OrderedDict()
        self._count = 0
        self._is_open = True
        self._lock = threading.Lock()

    def kept(self, goal: Goal) -> HTTPConnection | None:
        """Give an open connection that the server has not closed meanwhile, or None."""
        while (found := self._taken(goal)) is not None:
            if found.sock is not None and not wait_for_read(found.sock, 0.0):
                return found
            found.close()  # what can be read before anything was asked is the end
        return None

    def new(self, goal: Goal) -> HTTPConnection:
        """Give a connection that is not open yet."""
        scheme, host, port = goal
        more: dict[str, Any] = {"ssl_context": self._tls()} if scheme == "https" else {}
        return self._kinds[scheme](host, port, **more)

    def keep(self, goal: Goal, connection: HTTPConnection) -> None:
        """Keep a connection for the next request to its host."""
        if connection.sock is None:  # the server wants it closed
            return
        with self._lock:
            dropped = self._added(goal, connection) if self._is_open else [connection]
        for each in dropped:
            each.close()

    def close(self) -> None:
        """Close every connection that is kept, and from now on those that come back."""
        with self._lock:
            every = [each for connections in self._idle.values() for each in connections]
            self._idle.clear()
            self._count = 0
            self._is_open = False
        for each in every:
            each.close()

    def _added(self, goal: Goal, connection: HTTPConnection) -> list[HTTPConnection]:
        """Add a connection; give those that are too many."""
        self._idle.setdefault(goal, []).append(connection)
        self._idle.move_to_end(goal)
        self._count += 1
        if self._count <= _MOST:
            return []
        _, dropped = self._idle.popitem(last=False)
        self._count -= len(dropped)
        return dropped

    def _taken(self, goal: Goal) -> HTTPConnection | None:
        with self._lock:
            connections = self._idle.get(goal)
            if not connections:
                return None
            self._count -= 1
            found = connections.pop()
            if not connections:
                del self._idle[goal]
            return found
