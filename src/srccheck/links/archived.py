"""Archived copies of pages that are gone: what the web archives have, near the day of access.

RFC 7089 (Memento): a TimeGate is asked for the copy nearest to a time and answers with a redirect
to it. The Wayback Machine's own form puts the time into the address. Its index (CDX) says with
which status a copy was taken: an archived "404" is no copy.
"""

from __future__ import annotations

import datetime
import json
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import quote, urljoin

from srccheck.links.faults import TransportError
from srccheck.links.hosts import recogniser_of
from srccheck.links.options import Options
from srccheck.links.private import is_private_name
from srccheck.links.trail import REDIRECTS, Trail
from srccheck.links.transport import Transport
from srccheck.verdicts import BAD, Archived, State, Verdict

_MEMENTO = re.compile(r"/web/(?P<timestamp>\d{14})(?:[a-z]{2}_)?/")
_MOST_FORMS = 6  # addresses that an archive is asked for, for one link
_INTERVAL = 1.0  # seconds between two calls to an archive


class _NoAnswer(Exception):
    """The archive did not answer: nothing is known of its copies."""


class Archivist:
    """Asks the archives, one call a second; after an outage it asks no more in this run."""

    def __init__(self, options: Options, transport: Transport) -> None:
        self._options = options
        self._transport = transport
        self._next_at = 0.0
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Ask no more: the archive is out, or the run is over."""
        self._stopped.set()

    def ask(self, trail: Trail, verdict: Verdict) -> Verdict:
        """Give the verdict with an archived copy, where there is one."""
        if self._stopped.is_set():
            return verdict
        try:
            found = self._find(trail, verdict)
            if found is None and self._options.save and verdict.state in (State.OK, State.MOVED):
                found = self._save(verdict.final_url or trail.canonical)
        except _NoAnswer:
            self.stop()
            return verdict
        return replace(verdict, archived=found, archive_asked=True)

    def wants(self, trail: Trail, verdict: Verdict) -> bool:
        """Tell whether a copy of a link is looked for; of a private address there is none."""
        if self._stopped.is_set() or is_private_name(trail.address.host):
            return False
        if self._options.archive == "none" or verdict.state in (State.SKIPPED, State.OFFLINE):
            return self._options.save and verdict.state is State.OK
        return self._options.archive == "all" or self._options.save or verdict.state in BAD

    def _find(self, trail: Trail, verdict: Verdict) -> Archived | None:
        wanted = _time_wanted(trail)
        for address in _forms(trail):
            found = self._wayback(address, wanted)
            for gate in self._options.timegates if found is None else ():
                found = found or self._timegate(gate, address, wanted)
            if found is not None:
                return found
        return None

    def _wayback(self, address: str, wanted: str) -> Archived | None:
        base = self._options.wayback.rstrip("/")
        status, headers, _ = self._call(f"{base}/web/{wanted}/{address}")
        at = headers.get("location", "") if status in REDIRECTS else ""
        match = _MEMENTO.search(at) if at else None
        if match is None and status != 200:
            return None
        near = match["timestamp"] if match else wanted
        status, _, body = self._call(
            f"{base}/cdx/search/cdx?url={quote(address, safe='')}&output=json"
            f"&fl=timestamp,original,statuscode&filter=statuscode:200&sort=closest&closest={near}"
            "&limit=1"
        )
        if status != 200:
            raise _NoAnswer
        row = _first_row(body)
        if row is None:
            return None
        timestamp, original = row
        if match is not None and timestamp == match["timestamp"]:
            return Archived(urljoin(f"{base}/", at), timestamp)
        return Archived(f"{base}/web/{timestamp}/{original}", timestamp)

    def _timegate(self, gate: str, address: str, wanted: str) -> Archived | None:
        when = format_datetime(_as_time(wanted), usegmt=True)
        at = f"{gate}{address}"
        for _ in range(3):
            status, headers, _body = self._call(at, {"Accept-Datetime": when})
            told = headers.get("memento-datetime")
            if told and status == 200:
                return _memento(headers.get("content-location", at), at, told)
            if status not in REDIRECTS or "location" not in headers:
                return None
            at = urljoin(at, headers["location"])
            match = _MEMENTO.search(at)
            if match is not None:
                return Archived(at, match["timestamp"])
        return None

    def _save(self, address: str) -> Archived | None:
        base = self._options.wayback.rstrip("/")
        status, headers, _ = self._call(f"{base}/save/{address}", patience=60.0)
        at = headers.get("location") or headers.get("content-location", "")
        match = _MEMENTO.search(at)
        if match is None or status >= 400:
            return None
        return Archived(urljoin(f"{base}/", at), match["timestamp"])

    def _call(
        self, url: str, headers: dict[str, str] | None = None, patience: float = 15.0
    ) -> tuple[int, dict[str, str], bytes]:
        """Call an archive when its turn has come. Raises _NoAnswer on an outage or a refusal."""
        if self._stopped.wait(max(self._next_at - time.monotonic(), 0.0)):
            raise _NoAnswer
        interval = _INTERVAL if self._options.host_interval else 0.0
        self._next_at = time.monotonic() + interval
        deadline = time.monotonic() + patience
        try:
            answer = self._transport.get(url, deadline=deadline, limit=65536, headers=headers)
        except TransportError:
            raise _NoAnswer from None
        if answer.status == 429 or answer.status >= 500 or answer.status == 403:
            raise _NoAnswer
        return answer.status, answer.headers, answer.body


def _forms(trail: Trail) -> Iterator[str]:
    """Give the addresses an archive may have the page under: both schemes, and the host's forms."""
    address = trail.canonical
    scheme, _, rest = address.partition("://")
    other = f"{'http' if scheme == 'https' else 'https'}://{rest}"
    more: tuple[str, ...] = ()
    if trail.known is not None:
        title = next((each.title for each in trail.cited if each.title), "")
        more = recogniser_of(trail.known.host).other_forms(trail.known, title)
    yield from list(dict.fromkeys((address, other, *more)))[:_MOST_FORMS]


def _time_wanted(trail: Trail) -> str:
    """Give the day of access as YYYYMMDDhhmmss, or today where none is given."""
    days = [each.accessed for each in trail.cited if each.accessed]
    day = days[0].replace("-", "") if days else f"{datetime.datetime.now(datetime.UTC):%Y%m%d}"
    return f"{day:0<8}000000" if len(day) == 8 else f"{day}0101000000"[:14]


def _as_time(timestamp: str) -> datetime.datetime:
    return datetime.datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=datetime.UTC)


def _memento(at: str, base: str, told: str) -> Archived | None:
    try:
        when = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError):
        return None
    return Archived(urljoin(base, at), f"{when:%Y%m%d%H%M%S}")


def _first_row(body: bytes) -> tuple[str, str] | None:
    """Read the first row of an answer of CDX: timestamp and original; None where there is none."""
    if not body.strip():
        return None
    try:
        rows = json.loads(body)
        timestamp, original = rows[1][0], rows[1][1]
    except (ValueError, IndexError, TypeError, KeyError):
        return None
    if re.fullmatch(r"\d{14}", str(timestamp)) is None:
        return None
    return str(timestamp), str(original)
