"""One request: to whom it may go, how long it may take, how much of the answer is read.

Redirects are not followed and nothing is tried twice here. ``requests`` keeps the connections, the
proxies and the certificates; what it cannot do is done below it: a name that leads to a private
address is never connected to, and a server that drips is cut off at the deadline.
"""

from __future__ import annotations

import os
import ssl
import threading
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies

import certifi
from requests import PreparedRequest
from requests import exceptions as failures
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar, get_cookie_header
from requests.utils import get_environ_proxies, select_proxy
from urllib3 import Retry, Timeout
from urllib3 import exceptions as low_failures

from srccheck import __version__
from srccheck.links.connections import (
    PROXY_POOLS,
    Attempt,
    Fault,
    Resolver,
    TransportError,
    pools,
    under_way,
)
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
_NO_RETRIES = Retry(0, read=False)


def agent(contact: str = "") -> str:
    """Give the name that srccheck goes by; ``contact`` is a mail or web address of who runs it."""
    whose = f"; {contact}" if contact else ""
    return f"srccheck/{__version__} (checks the links of a manuscript{whose})"


_TEXT = ("text/", "html", "xml", "json", "javascript")


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


class Transport(HTTPAdapter):
    """Sends requests from many threads; see :meth:`get`."""

    def __init__(
        self, *, jobs: int, connect_timeout: float, resolver: Resolver, contact: str = ""
    ) -> None:
        self._resolver = resolver
        self._connect_timeout = connect_timeout
        self._agent = agent(contact)
        self._proxied = bool(set(getproxies()) - {"no"})
        self._attempts: set[Attempt] = set()
        self._tls: ssl.SSLContext | None = None
        self._lock = threading.Lock()
        super().__init__(pool_connections=256, pool_maxsize=jobs, max_retries=0)
        self.poolmanager.pool_classes_by_scheme = pools(resolver)

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
        attempt = Attempt(deadline)
        under_way.attempt = attempt
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
            under_way.attempt = None

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
        attempt: Attempt,
        limit: int,
        as_browser: bool,
        cookies: RequestsCookieJar | None,
        more: Mapping[str, str] | None,
    ) -> Answer:
        headers = {**_HEADERS, "User-Agent": BROWSER if as_browser else self._agent}
        headers.update(more or {})
        if cookies is not None and len(cookies):
            cookie = get_cookie_header(cookies, _prepared(url, headers))
            if cookie:
                headers["Cookie"] = cookie
        left = max(attempt.deadline - time.monotonic(), 0.05)
        connect = min(self._connect_timeout, left)
        proxies = get_environ_proxies(url, no_proxy=None) if self._proxied else {}
        if proxies:
            request = _prepared(url, headers)
            timeout = (connect, left)
            raw: BaseHTTPResponse = self.send(
                request, stream=True, timeout=timeout, proxies=proxies
            ).raw
        else:
            raw = self._direct(url, headers, Timeout(connect=connect, read=left))
        try:
            if attempt.overdue:  # cut while the head came in: what there is of it is no answer
                raise TransportError(Fault.TIMEOUT)
            if cookies is not None and "set-cookie" in raw.headers:
                extract_cookies_to_jar(cookies, _prepared(url, headers), raw)
            sent = {key.lower(): value for key, value in raw.headers.items()}
            is_text = any(kind in sent.get("content-type", "text/").lower() for kind in _TEXT)
            body, whole = _read(raw, limit if is_text else 0, attempt)
            return Answer(raw.status, sent, body, whole)
        finally:
            raw.release_conn()

    def _direct(self, url: str, headers: Mapping[str, str], timeout: Timeout) -> BaseHTTPResponse:
        """Do what ``send`` does where there is no proxy, without what a thousand links pay for."""
        scheme, _, rest = url.partition("://")
        site, slash, path = rest.partition("/")
        more = {"ssl_context": self._tls_context()} if scheme == "https" else None
        pool = self.poolmanager.connection_from_url(f"{scheme}://{site}", more)
        return pool.urlopen(
            "GET",
            slash + path or "/",
            headers=headers,
            redirect=False,
            assert_same_host=False,
            preload_content=False,
            retries=_NO_RETRIES,
            timeout=timeout,
        )

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
                manager.pool_classes_by_scheme = PROXY_POOLS
        return manager

    def _tls_context(self) -> ssl.SSLContext:
        with self._lock:
            if self._tls is None:
                self._tls = _new_tls_context()
            return self._tls


def _prepared(url: str, headers: Mapping[str, str]) -> PreparedRequest:
    request = PreparedRequest()
    request.prepare(method="GET", url=url, headers=dict(headers))
    return request


def _new_tls_context() -> ssl.SSLContext:
    """Trust what requests would: REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE, else certifi."""
    named = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    try:
        if named and os.path.isdir(named):  # noqa: PTH112
            return ssl.create_default_context(capath=named)
        return ssl.create_default_context(cafile=named or certifi.where())
    except (OSError, ssl.SSLError) as error:
        raise TransportError(Fault.TLS, f"{named or certifi.where()}: {error}") from None


def _read(raw: BaseHTTPResponse, limit: int, attempt: Attempt) -> tuple[bytes, bool]:
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
