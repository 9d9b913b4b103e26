"""One request: to whom it may go, how long it may take, how much of the answer is read.

Redirects are not followed and nothing is tried twice here, but for a connection that was kept open
and turns out to be closed. Proxies and certificates are those of ``requests``; where there is no
proxy its connections are used directly, without what a thousand links would pay for. What they
cannot do is done in connections.py and body.py: a name that leads to a private address is never
connected to, and a server that drips is cut off at the deadline.
"""

from __future__ import annotations

import http.client
import os
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies

import certifi
from requests import exceptions as failures
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies, select_proxy
from urllib3 import exceptions as low_failures

from srccheck import __version__
from srccheck.links.body import read_body
from srccheck.links.connections import PROXY_POOLS, Attempt, Resolver, kinds, under_way
from srccheck.links.cookies import Cookies, prepared
from srccheck.links.faults import Fault, TransportError, fault_of
from srccheck.links.pool import Goal, Pool
from srccheck.values import dataclass

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
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
_TEXT = ("text/", "html", "xml", "json", "javascript")


def agent(contact: str = "") -> str:
    """Give the name that srccheck goes by; ``contact`` is a mail or web address of who runs it."""
    whose = f"; {contact}" if contact else ""
    return f"srccheck/{__version__} (checks the links of a manuscript{whose})"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: status, headers in small letters, as much of the body as was read.

    ``whole``: to its end; ``late``: the deadline came before it.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    whole: bool
    late: bool = False

    @property
    def content_type(self) -> str:
        """The header of that name, or ""."""
        return self.headers.get("content-type", "")

    @property
    def is_text(self) -> bool:
        """Whether the answer is one to read, and not a file to download."""
        kind = self.content_type.lower() or "text/"
        return any(each in kind for each in _TEXT)


class Transport(HTTPAdapter):
    """Sends requests from many threads; see :meth:`get`."""

    def __init__(
        self, *, jobs: int, connect_timeout: float, resolver: Resolver, contact: str = ""
    ) -> None:
        self._connect_timeout = connect_timeout
        self._agent = agent(contact)
        self._proxied = bool(set(getproxies()) - {"no"})
        self._attempts: set[Attempt] = set()
        self._tls: ssl.SSLContext | None = None
        self._lock = threading.Lock()
        self._pool = Pool(kinds(resolver), self._tls_context)
        super().__init__(pool_connections=256, pool_maxsize=jobs, max_retries=0)

    def get(
        self,
        url: str,
        *,
        deadline: float,
        limit: int,
        as_browser: bool = False,
        cookies: Cookies | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask for ``url`` and read up to ``limit`` bytes of a text, nothing of another file.

        ``deadline`` is a time of :func:`time.monotonic`. ``cookies`` are sent and added to. Raises
        TransportError.
        """
        sent = {**_HEADERS, "User-Agent": BROWSER if as_browser else self._agent, **(headers or {})}
        cookie = cookies.header(url, sent) if cookies is not None else None
        if cookie:
            sent["Cookie"] = cookie
        attempt = Attempt(deadline)
        under_way.attempt = attempt
        with self._lock:
            self._attempts.add(attempt)
        try:
            if self._proxied:
                proxies = get_environ_proxies(url, no_proxy=None)
                if select_proxy(url, proxies):
                    return self._by_proxy(url, sent, attempt, limit, cookies, proxies)
            return self._direct(url, sent, attempt, limit, cookies)
        except Exception as error:
            told = fault_of(error, overdue=attempt.overdue)
            error.__traceback__ = None  # its frames hold the answer, and the exception itself
        finally:
            with self._lock:
                self._attempts.discard(attempt)
            under_way.attempt = None
        try:
            raise told
        finally:
            del told  # as above

    def cut_overdue(self) -> None:
        """End the requests whose deadline has passed; called again and again by one thread."""
        now = time.monotonic()
        for each in self._under_way():
            if each.deadline < now:
                each.cut()

    def cut_all(self) -> None:
        """End every request under way, and close the connections that are kept."""
        for each in self._under_way():
            each.cut()
        self._pool.close()

    def _under_way(self) -> list[Attempt]:
        with self._lock:
            return list(self._attempts)

    # without a proxy

    def _direct(
        self,
        url: str,
        headers: dict[str, str],
        attempt: Attempt,
        limit: int,
        cookies: Cookies | None,
    ) -> Answer:
        parts = urlsplit(url)
        goal = (parts.scheme, parts.hostname or "", parts.port)
        target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection, raw = self._answered(goal, target, headers, attempt)
        is_over = False
        try:
            if attempt.overdue:  # cut while the head came in: what there is of it is no answer
                raise TransportError(Fault.TIMEOUT)
            answer = _received(raw.status, raw.headers.items(), raw.read1, limit, attempt)
            if raw.length:  # the server closed before it had sent what it said
                answer = replace(answer, whole=False)
            is_over = answer.whole
            if cookies is not None and "set-cookie" in answer.headers:
                cookies.keep(url, headers, raw.msg)
            return answer
        finally:
            raw.close()
            if is_over:
                self._pool.keep(goal, connection)
            else:
                connection.close()  # more is to come, which nobody will read

    def _answered(
        self, goal: Goal, target: str, headers: dict[str, str], attempt: Attempt
    ) -> tuple[HTTPConnection, http.client.HTTPResponse]:
        """Send a request and wait for the head of the answer, anew where a kept connection is dead.

        A server may close a connection in the moment in which it is used again (RFC 9112, 9.3.1).
        """
        kept = self._pool.kept(goal)
        if kept is not None:
            try:
                return kept, self._ask(kept, target, headers, attempt)
            except (ConnectionError, ssl.SSLError, http.client.BadStatusLine):
                if attempt.overdue:
                    raise
        connection = self._pool.new(goal)
        return connection, self._ask(connection, target, headers, attempt)

    def _ask(
        self, connection: HTTPConnection, target: str, headers: dict[str, str], attempt: Attempt
    ) -> http.client.HTTPResponse:
        try:
            if connection.sock is None:
                left = max(attempt.deadline - time.monotonic(), 0.05)
                connection.timeout = min(self._connect_timeout, left)
                connection.connect()
            attempt.sock = connection.sock
            connection.timeout = max(attempt.deadline - time.monotonic(), 0.05)
            connection.request("GET", target, headers=headers)
            return http.client.HTTPConnection.getresponse(connection)
        except BaseException:
            connection.close()
            raise

    # by a proxy

    def _by_proxy(
        self,
        url: str,
        headers: dict[str, str],
        attempt: Attempt,
        limit: int,
        cookies: Cookies | None,
        proxies: dict[str, str],
    ) -> Answer:
        left = max(attempt.deadline - time.monotonic(), 0.05)
        timeout = (min(self._connect_timeout, left), left)
        sending = self.send(prepared(url, headers), stream=True, timeout=timeout, proxies=proxies)
        raw: BaseHTTPResponse = sending.raw
        try:
            if attempt.overdue:
                raise TransportError(Fault.TIMEOUT)
            message = raw._original_response.msg  # type: ignore[attr-defined]

            def read1(amount: int) -> bytes:
                return raw.read1(amount, decode_content=False)

            answer = _received(raw.status, list(raw.headers.items()), read1, limit, attempt)
            if cookies is not None and "set-cookie" in answer.headers:
                cookies.keep(url, headers, message)
            if not answer.whole:
                raw.close()
            return answer
        finally:
            raw.release_conn()

    def get_connection_with_tls_context(
        self, request: Any, verify: Any, proxies: Any = None, cert: Any = None
    ) -> Any:
        """Give the pool of a host; one TLS context serves them all (loading it takes 20 ms)."""
        manager = self._proxy_manager(select_proxy(request.url, proxies) or "")
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
                manager.pool_classes_by_scheme = PROXY_POOLS
        return manager

    def _tls_context(self) -> ssl.SSLContext:
        with self._lock:
            if self._tls is None:
                self._tls = _new_tls_context()
            return self._tls


def _received(
    status: int, sent: list[tuple[str, str]], read1: Any, limit: int, attempt: Attempt
) -> Answer:
    """Take an answer in; of a header that stands twice the first one counts."""
    headers: dict[str, str] = {}
    for name, value in sent:
        headers.setdefault(name.lower(), value)
    answer = Answer(status, headers, b"", whole=False)
    if not answer.is_text:
        return answer
    body, whole = read_body(read1, limit, headers.get("content-encoding", ""), attempt)
    return Answer(status, headers, body, whole, attempt.overdue)


def _new_tls_context() -> ssl.SSLContext:
    """Trust what requests would: REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE, else certifi."""
    named = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    try:
        if named and os.path.isdir(named):  # noqa: PTH112
            return ssl.create_default_context(capath=named)
        return ssl.create_default_context(cafile=named or certifi.where())
    except (OSError, ssl.SSLError) as error:
        raise TransportError(Fault.TLS, f"{named or certifi.where()}: {error}") from None
