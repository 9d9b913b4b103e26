"""Connections: to whom one may go, and how one is cut when its time is up.

A name that leads to a private address is never connected to. What is checked is the address itself,
so that a second look-up cannot give another one; what is cut is the socket, so that a server that
drips cannot stretch a request.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from srccheck.links.faults import Fault, TransportError
from srccheck.links.head import Response
from srccheck.links.private import is_private_address


class Attempt:
    """One request under way: when it must be over, and the connection to cut then."""

    __slots__ = ("connection", "deadline", "overdue", "sock")

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.connection: HTTPConnection | None = None
        self.sock: socket.socket | None = None
        self.overdue = False

    def cut(self) -> None:
        """End the request from another thread: its next read finds the connection closed."""
        self.overdue = True
        sock = self.sock or getattr(self.connection, "sock", None)
        if sock is not None:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


under_way = threading.local()


class _Watched(HTTPConnection):
    """A connection that tells the attempt of its thread that it is the one in use."""

    def connect(self) -> None:
        _watch(self)
        super().connect()

    def request(self, *args: Any, **kwargs: Any) -> None:
        _watch(self)
        super().request(*args, **kwargs)


class _WatchedTls(_Watched, HTTPSConnection):
    """The same with TLS."""


def _watch(connection: HTTPConnection) -> None:
    attempt: Attempt | None = getattr(under_way, "attempt", None)
    if attempt is not None:
        attempt.connection = connection
        if attempt.overdue:
            raise TransportError(Fault.TIMEOUT)


class Resolver:
    """Names to addresses, once a run; a private address is refused unless that was allowed."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._known: dict[tuple[str, int], list[tuple[Any, ...]]] = {}

    def addresses(self, host: str, port: int) -> list[tuple[Any, ...]]:
        """Give what :func:`socket.getaddrinfo` does. Raises TransportError."""
        key = (host, port)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._ask(host, port)
        return found

    def _ask(self, host: str, port: int) -> list[tuple[Any, ...]]:
        try:
            every = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            nobody = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
            fault = Fault.NO_ADDRESS if error.errno in nobody else Fault.DNS
            raise TransportError(fault, str(error.strerror or "")) from None
        except (UnicodeError, OSError, OverflowError) as error:
            raise TransportError(Fault.NO_ADDRESS, str(error)) from None
        open_ones = [
            each for each in every if self._allow_private or not is_private_address(str(each[4][0]))
        ]
        if not open_ones:
            raise TransportError(Fault.PRIVATE, f"{host} is {every[0][4][0]}")
        return list(open_ones)


Kind = type[HTTPConnection]
"""A class of connections."""


def kinds(resolver: Resolver) -> dict[str, Kind]:
    """Give the connections of each scheme that go where ``resolver`` lets them."""

    class Plain(_Watched):
        response_class = Response

        def _new_conn(self) -> socket.socket:
            return _connected(self, resolver)

    class Tls(_WatchedTls):
        response_class = Response

        def _new_conn(self) -> socket.socket:
            return _connected(self, resolver)

    return {"http": Plain, "https": Tls}


class _ProxyPool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _ProxyTlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


PROXY_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": _ProxyPool, "https": _ProxyTlsPool}


def _connected(connection: HTTPConnection, resolver: Resolver) -> socket.socket:
    """Connect to one of the addresses of a host, in their order. Raises TransportError."""
    fault = TransportError(Fault.UNREACHABLE)
    timeout = connection.timeout if isinstance(connection.timeout, (int, float)) else 5.0
    for family, kind, protocol, _, address in resolver.addresses(
        connection.host, connection.port or connection.default_port
    ):
        sock = None
        try:
            sock = socket.socket(family, kind, protocol)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(timeout)
            sock.connect(address)
            return sock
        except OSError as error:
            if sock is not None:
                sock.close()
            fault = TransportError(_connect_fault(error), str(error))
    raise fault


def _connect_fault(error: OSError) -> Fault:
    match error:
        case TimeoutError():
            return Fault.TIMEOUT
        case ConnectionRefusedError():
            return Fault.REFUSED
        case ConnectionError():
            return Fault.RESET
    return Fault.UNREACHABLE
