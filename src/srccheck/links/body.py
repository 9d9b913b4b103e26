"""The body of an answer: as much as is wanted, as long as there is time, unpacked as it comes.

``read1`` gives what has come: ``read`` would wait for a full chunk, and each byte of a server that
drips would start the time-out anew. No more is unpacked than is wanted: what is a few kilobytes on
the way may be a gigabyte of blanks.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable

from srccheck.links.connections import Attempt

_CHUNK = 16384
_GZIP = 16 + zlib.MAX_WBITS


def read_body(
    read1: Callable[[int], bytes], limit: int, packed: str, attempt: Attempt
) -> tuple[bytes, bool]:
    """Read up to ``limit`` bytes or to the deadline; tell whether the body came to its end.

    ``packed`` is the Content-Encoding. What breaks off is given as far as it came: that is what
    there is to judge by.
    """
    unpack = _unpacking(packed)
    if unpack is None:
        return b"", False
    parts: list[bytes] = []
    size = 0
    try:
        while size < limit:
            raw = read1(_CHUNK)
            if not raw:
                return b"".join(parts), not attempt.overdue
            part = unpack(raw, limit - size)
            parts.append(part)
            size += len(part)
            if time.monotonic() > attempt.deadline:
                attempt.overdue = True
                break
    except Exception:  # of whatever library: a body that breaks off is no body less
        attempt.overdue = attempt.overdue or time.monotonic() > attempt.deadline
    return b"".join(parts)[:limit], False


def _unpacking(packed: str) -> Callable[[bytes, int], bytes] | None:
    """Give what unpacks a body part by part, or None for a packing that we did not ask for."""
    match packed.strip().lower():
        case "" | "identity" | "none" | "utf-8":
            return lambda raw, most: raw[:most]
        case "gzip" | "x-gzip":
            return _Unpacker(_GZIP).take
        case "deflate":
            return _Unpacker(zlib.MAX_WBITS).take
    return None


class _Unpacker:
    """Unpacks gzip or deflate; what says it is packed and is not is taken as it is."""

    def __init__(self, kind: int) -> None:
        self._zlib = zlib.decompressobj(kind)
        self._kind = kind
        self._begun = False
        self._plain = False

    def take(self, raw: bytes, most: int) -> bytes:
        """Unpack the next part, up to ``most`` bytes."""
        if self._plain:
            return raw[:most]
        try:
            found = self._unpack(raw, most)
        except zlib.error:
            if self._begun:
                raise
            found = self._otherwise(raw, most)
        self._begun = True
        return found

    def _unpack(self, raw: bytes, most: int) -> bytes:
        found = self._zlib.decompress(raw, most)
        while self._zlib.eof and self._zlib.unused_data.strip(b"\0") and len(found) < most:
            rest = self._zlib.unused_data  # a file of several members
            self._zlib = zlib.decompressobj(self._kind)
            found += self._zlib.decompress(rest, most - len(found))
        return found

    def _otherwise(self, raw: bytes, most: int) -> bytes:
        """Read "deflate" as the servers that leave its frame out mean it, or a body as it is."""
        if self._kind == zlib.MAX_WBITS:
            try:
                self._zlib, self._kind = zlib.decompressobj(-zlib.MAX_WBITS), -zlib.MAX_WBITS
                return self._zlib.decompress(raw, most)
            except zlib.error:
                pass
        self._plain = True
        return raw[:most]
