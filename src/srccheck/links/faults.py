"""Why there is no answer: what the exceptions of sockets, TLS, urllib3 and requests mean."""

from __future__ import annotations

import ssl
from enum import StrEnum

from requests import exceptions as failures
from urllib3 import exceptions as low_failures


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


def fault_of(error: Exception, *, overdue: bool) -> TransportError:
    """Tell what an exception of a request means; ``overdue``: it was cut at its deadline."""
    if isinstance(error, TransportError):
        return error
    causes = _causes(error)
    detail = str(causes[-1])[:200]
    for kinds, fault in _FAULTS:
        if any(isinstance(each, kinds) for each in causes):
            if overdue and fault in (Fault.RESET, Fault.PROTOCOL):
                return TransportError(Fault.TIMEOUT)
            return TransportError(fault, detail)
    return TransportError(Fault.TIMEOUT) if overdue else TransportError(Fault.PROTOCOL, detail)


_FAULTS: tuple[tuple[tuple[type[BaseException], ...], Fault], ...] = (
    ((failures.ProxyError, low_failures.ProxyError), Fault.PROXY),
    ((failures.SSLError, low_failures.SSLError, ssl.SSLError), Fault.TLS),
    ((failures.Timeout, low_failures.TimeoutError, TimeoutError), Fault.TIMEOUT),
    ((failures.InvalidURL, failures.MissingSchema, UnicodeError), Fault.NO_ADDRESS),
    ((ConnectionRefusedError,), Fault.REFUSED),
    ((ConnectionError,), Fault.RESET),
    ((low_failures.ProtocolError,), Fault.PROTOCOL),
)


def _causes(error: BaseException) -> list[BaseException]:
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
