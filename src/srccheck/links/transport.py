"""One request: to whom it may go, how long it may take, how much of the answer is read.

Redirects are not followed and nothing is tried twice here. ``requests`` keeps the connections, the
proxies and the certificates; what it cannot do is done below it: a name that leads to a private
address is never connected to, and a server that drips is cut off at the deadline.
"""

from __future__ import annotations

import os
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies

import certifi
from requests import PreparedRequest
from requests import exceptions as failures
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar, get_cookie_header
from requests.utils import get_environ_proxies, select_proxy
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3 import exceptions as low_failures
from urllib3.connection import HTTPConnection, HTTPSConnection

from srccheck import __version__
from srccheck.links.private import is_private_address
from srccheck.values import dataclass

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

BROWSER = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0 Safari/537.36"
)
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_CHUNK = 65536


def agent(contact: str = "") -> str:
    """Give the name that srccheck goes by; ``contact`` is a mail or web address of who runs it."""
    whose = f"; {contact}" if contact else ""
    return f"srccheck/{__version__} (checks the links of a manuscript{whose})"


_TEXT = ("text/", "html", "xml", "json", "javascript")


class Fault(StrEnum):
    """Why there is no answer."""

    NO_ADDRESS = "no address record"
    DNS = "the name service does not answer"
    REFUSED = "the connection is refused"
    RESET = "the connection is closed without an answer"
    TIMEOUT = "no answer in time"
    TLS = "no certificate that can be trusted"
    PRIVATE = "a private address, which is not asked for"
    PROXY = "the proxy does not answer"
    PROTOCOL = "an answer that is not HTTP"
    UNREACHABLE = "no way to the host"


class TransportError(Exception):
    """No answer, and why. Never leaves the package."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(detail or fault.value)
        self.fault = fault
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: status, headers in small letters, as much of the body as was read."""

    status: int
    headers: dict[str, str]
    body: bytes
    whole: bool

    @property
    def content_type(self) -> str:
        """The header of that name, or ""."""
        return self.headers.get("content-type", "")


class _Attempt:
    """One request under way: when it must be over, and the connection to cut then."""

    __slots__ = ("connection", "deadline", "overdue")

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.connection: HTTPConnection | None = None
        self.overdue = False

    def cut(self) -> None:
        """End the request from another thread: its next read finds the connection closed."""
        self.overdue = True
        sock = getattr(self.connection, "sock", None)
        if sock is not None:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


_under_way = threading.local()


class _Watched(HTTPConnection):
    """A connection that tells the attempt of its thread that it is the one in use."""

    def connect(self) -> None:
        _watch(self)
        super().connect()

    def request(self, *args: Any, **kwargs: Any) -> None:
        _watch(self)
        super().request(*args, **kwargs)


class _WatchedTls(HTTPSConnection):
    """The same with TLS."""

    def connect(self) -> None:
        _watch(self)
        super().connect()

    def request(self, *args: Any, **kwargs: Any) -> None:
        _watch(self)
        super().request(*args, **kwargs)


def _watch(connection: HTTPConnection) -> None:
    attempt: _Attempt | None = getattr(_under_way, "attempt", None)
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


class Transport(HTTPAdapter):
    """Sends requests from many threads; see :meth:`get`."""

    def __init__(
        self, *, jobs: int, connect_timeout: float, resolver: Resolver, contact: str = ""
    ) -> None:
        self._resolver = resolver
        self._connect_timeout = connect_timeout
        self._agent = agent(contact)
        self._proxied = bool(set(getproxies()) - {"no"})
        self._attempts: set[_Attempt] = set()
        self._tls: ssl.SSLContext | None = None
        self._lock = threading.Lock()
        super().__init__(pool_connections=256, pool_maxsize=jobs, max_retries=0)
        self.poolmanager.pool_classes_by_scheme = _pools(resolver)

    def get(
        self,
        url: str,
        *,
        deadline: float,
        limit: int,
        as_browser: bool = False,
        cookies: RequestsCookieJar | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask for ``url`` and read up to ``limit`` bytes of a text, nothing of another file.

        ``deadline`` is a time of :func:`time.monotonic`. ``cookies`` are sent and added to. Raises
        TransportError.
        """
        attempt = _Attempt(deadline)
        _under_way.attempt = attempt
        with self._lock:
            self._attempts.add(attempt)
        try:
            return self._get(url, attempt, limit, as_browser, cookies, headers)
        except TransportError:
            raise
        except Exception as error:
            raise TransportError(*_fault(error, overdue=attempt.overdue)) from None
        finally:
            with self._lock:
                self._attempts.discard(attempt)
            _under_way.attempt = None

    def cut_overdue(self) -> None:
        """End the requests whose deadline has passed; called again and again by one thread."""
        now = time.monotonic()
        with self._lock:
            overdue = [each for each in self._attempts if each.deadline < now]
        for each in overdue:
            each.cut()

    def cut_all(self) -> None:
        """End every request under way."""
        with self._lock:
            every = list(self._attempts)
        for each in every:
            each.cut()

    def proxy_of(self, url: str) -> str | None:
        """Give the proxy that an address is asked for through, or None."""
        if not self._proxied:
            return None
        return select_proxy(url, get_environ_proxies(url, no_proxy=None))

    def _get(
        self,
        url: str,
        attempt: _Attempt,
        limit: int,
        as_browser: bool,
        cookies: RequestsCookieJar | None,
        more: Mapping[str, str] | None,
    ) -> Answer:
        request = PreparedRequest()
        headers = {**_HEADERS, "User-Agent": BROWSER if as_browser else self._agent}
        headers.update(more or {})
        request.prepare(method="GET", url=url, headers=headers)
        if cookies is not None and len(cookies):
            cookie = get_cookie_header(cookies, request)
            if cookie:
                request.headers["Cookie"] = cookie
        left = max(attempt.deadline - time.monotonic(), 0.05)
        timeout = (min(self._connect_timeout, left), left)
        proxies = {}
        if self._proxied:
            proxies = get_environ_proxies(request.url or url, no_proxy=None)
        response = self.send(request, stream=True, timeout=timeout, proxies=proxies)
        raw: BaseHTTPResponse = response.raw
        try:
            if attempt.overdue:  # cut while the head came in: what there is of it is no answer
                raise TransportError(Fault.TIMEOUT)
            if cookies is not None and "set-cookie" in raw.headers:
                extract_cookies_to_jar(cookies, request, raw)
            sent = {key.lower(): value for key, value in raw.headers.items()}
            is_text = any(kind in sent.get("content-type", "text/").lower() for kind in _TEXT)
            body, whole = _read(raw, limit if is_text else 0, attempt)
            return Answer(raw.status, sent, body, whole)
        finally:
            raw.release_conn()

    def get_connection_with_tls_context(
        self, request: Any, verify: Any, proxies: Any = None, cert: Any = None
    ) -> Any:
        """Give the pool of a host; one TLS context serves them all (loading it takes 20 ms)."""
        proxy = select_proxy(request.url, proxies)
        manager = self._proxy_manager(proxy) if proxy else self.poolmanager
        if request.url.startswith("https"):
            return manager.connection_from_url(request.url, {"ssl_context": self._tls_context()})
        return manager.connection_from_url(request.url)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave verification to the one TLS context."""

    def _proxy_manager(self, proxy: str) -> Any:
        if "://" not in proxy:
            proxy = f"http://{proxy}"
        with self._lock:
            try:
                manager = self.proxy_manager_for(proxy)
            except (failures.InvalidSchema, ValueError, low_failures.HTTPError) as error:
                raise TransportError(Fault.PROXY, str(error)) from None
            if not proxy.lower().startswith("socks"):
                manager.pool_classes_by_scheme = _PROXY_POOLS
        return manager

    def _tls_context(self) -> ssl.SSLContext:
        with self._lock:
            if self._tls is None:
                self._tls = _new_tls_context()
            return self._tls


def _new_tls_context() -> ssl.SSLContext:
    """Trust what requests would: REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE, else certifi."""
    named = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    try:
        if named and os.path.isdir(named):  # noqa: PTH112
            return ssl.create_default_context(capath=named)
        return ssl.create_default_context(cafile=named or certifi.where())
    except (OSError, ssl.SSLError) as error:
        raise TransportError(Fault.TLS, f"{named or certifi.where()}: {error}") from None


def _read(raw: BaseHTTPResponse, limit: int, attempt: _Attempt) -> tuple[bytes, bool]:
    """Read a body up to ``limit`` bytes or the deadline; tell whether it came to its end.

    ``read1`` gives what has come: ``read`` would wait for a full chunk, and each byte of a server
    that drips would start the time-out anew.
    """
    parts: list[bytes] = []
    size = 0
    try:
        while size < limit:
            part = raw.read1(_CHUNK)
            if not part:
                return b"".join(parts), not attempt.overdue
            parts.append(part)
            size += len(part)
            if time.monotonic() > attempt.deadline:
                attempt.overdue = True
                break
    except Exception:  # what has come is what there is to judge by
        if not parts and limit:
            attempt.overdue = attempt.overdue or time.monotonic() > attempt.deadline
    raw.close()  # more is to come, which nobody will read
    return b"".join(parts)[:limit], False


def _pools(resolver: Resolver) -> dict[str, type[HTTPConnectionPool]]:
    """Give pools whose connections go to addresses that ``resolver`` let pass."""

    class Plain(_Watched):
        def _new_conn(self) -> socket.socket:
            return _connected(self, resolver)

    class Tls(_WatchedTls):
        def _new_conn(self) -> socket.socket:
            return _connected(self, resolver)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = Tls

    return {"http": PlainPool, "https": TlsPool}


class _ProxyPool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _ProxyTlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


_PROXY_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": _ProxyPool, "https": _ProxyTlsPool}


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


def _fault(error: Exception, *, overdue: bool) -> tuple[Fault, str]:
    """Tell what an exception of ``requests`` means."""
    causes = list(_causes(error))
    detail = str(causes[-1])[:200]
    for kinds, fault in _FAULTS:
        if any(isinstance(each, kinds) for each in causes):
            if overdue and fault in (Fault.RESET, Fault.PROTOCOL):
                return Fault.TIMEOUT, ""
            return fault, detail
    return (Fault.TIMEOUT, "") if overdue else (Fault.PROTOCOL, detail)


_FAULTS: tuple[tuple[tuple[type[BaseException], ...], Fault], ...] = (
    ((failures.ProxyError, low_failures.ProxyError), Fault.PROXY),
    ((failures.SSLError, low_failures.SSLError, ssl.SSLError), Fault.TLS),
    ((failures.Timeout, low_failures.TimeoutError, TimeoutError), Fault.TIMEOUT),
    ((failures.InvalidURL, failures.MissingSchema, UnicodeError), Fault.NO_ADDRESS),
    ((ConnectionRefusedError,), Fault.REFUSED),
    ((ConnectionError,), Fault.RESET),
    ((low_failures.ProtocolError,), Fault.PROTOCOL),
)


def _causes(error: BaseException) -> Iterable[BaseException]:
    """Give an exception and those behind it, the last one deepest."""
    seen: list[BaseException] = []
    ahead: list[BaseException | None] = [error]
    while ahead:
        each = ahead.pop()
        if each is None or any(each is other for other in seen) or len(seen) > 12:
            continue
        seen.append(each)
        inner = [arg for arg in each.args if isinstance(arg, BaseException)]
        reason = getattr(each, "reason", None)
        ahead.extend([each.__context__, each.__cause__, *inner])
        if isinstance(reason, BaseException):
            ahead.append(reason)
    return seen
