"""The head of an answer, read as ``http.client`` does and kept as it stands.

``http.client`` has headers read by the parser of e-mail, which takes as long as all the rest of a
request together.
"""

from __future__ import annotations

import http.client
from typing import Any

_LONGEST = 65536  # bytes of one line
_MOST = 200  # lines of one head


class Headers:
    """The header lines of an answer, in their order."""

    __slots__ = ("_fields",)

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self._fields = fields

    def items(self) -> list[tuple[str, str]]:
        """Give names and values."""
        return self._fields

    def get(self, name: str, default: Any = None) -> Any:
        """Give the first value of a header; ``name`` in small letters."""
        for each, value in self._fields:
            if each.lower() == name:
                return value
        return default

    def get_all(self, name: str, default: Any = None) -> Any:
        """Give all values of a header."""
        name = name.lower()
        return [value for each, value in self._fields if each.lower() == name] or default


class Response(http.client.HTTPResponse):
    """An answer whose headers are a :class:`Headers`."""

    msg: Any
    headers: Any

    def begin(self, **_: Any) -> None:
        """Read status and headers; what a server says before its answer (1xx) is skipped."""
        if self.headers is not None:
            return
        version, status, reason = self._read_status()  # type: ignore[attr-defined]
        headers = _read_headers(self.fp)
        while 100 <= status < 200 and status != http.client.SWITCHING_PROTOCOLS:
            version, status, reason = self._read_status()  # type: ignore[attr-defined]
            headers = _read_headers(self.fp)
        if not version.startswith("HTTP/1.") and version != "HTTP/0.9":
            raise http.client.UnknownProtocol(version)
        self.version = 10 if version in ("HTTP/1.0", "HTTP/0.9") else 11
        self.code = self.status = status
        self.reason = reason.strip()
        self.headers = self.msg = headers
        self.chunked = headers.get("transfer-encoding", "").strip().lower() == "chunked"
        self.chunk_left = None
        self.length = None if self.chunked else _length(headers)
        if status in (http.client.NO_CONTENT, http.client.NOT_MODIFIED):
            self.length = 0
        closes = self._check_close()  # type: ignore[attr-defined]
        self.will_close = closes or (not self.chunked and self.length is None)


def _length(headers: Headers) -> int | None:
    text = headers.get("content-length", "").partition(",")[0].strip()
    return int(text) if text.isascii() and text.isdigit() else None


def _read_headers(lines: Any) -> Headers:
    fields: list[tuple[str, str]] = []
    for _ in range(_MOST):
        line = lines.readline(_LONGEST + 1)
        if len(line) > _LONGEST:
            raise http.client.LineTooLong("header line")
        text = line.decode("latin-1").rstrip("\r\n")
        if not text:
            return Headers(fields)
        name, colon, value = text.partition(":")
        if text[0] in " \t" and fields:  # an old way to break a long line
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {text.strip()}")
        elif colon:
            fields.append((name.strip(), value.strip()))
    raise http.client.HTTPException(f"more than {_MOST} headers")
