"""One request after another: what an answer means, and what is asked next.

Every method that a request ends in runs in one of the queue's threads; a trail belongs to one
thread at a time. Who judges what: limits.py hosts that ask to wait, soft.py pages, accounts.py
links without an answer; desk.py takes a link back into the queue or to its end.
"""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from srccheck.links.accounts import Accounts
from srccheck.links.address import read_address
from srccheck.links.answers import leads_on, reading_limit, status_said
from srccheck.links.desk import Desk, Ended
from srccheck.links.faults import Fault, TransportError
from srccheck.links.hosts import recogniser_of
from srccheck.links.limits import Limits
from srccheck.links.missing import wall
from srccheck.links.options import Options
from srccheck.links.page import Page, decode
from srccheck.links.private import is_private_name
from srccheck.links.queue import RequestQueue
from srccheck.links.soft import Pages
from srccheck.links.trail import REDIRECTS, BadRedirect, Trail
from srccheck.links.transport import Answer, Transport
from srccheck.verdicts import State

_WALLS = frozenset((401, 402, 403, 407, 451, 999))
_TWICE = frozenset((Fault.NO_ADDRESS, Fault.REFUSED, Fault.RESET, Fault.PROTOCOL))


class Engine:
    """Asks for links and judges the answers; ``ended`` is called with each link's end.

    What links without an answer came to is in ``accounts``.
    """

    def __init__(
        self, options: Options, transport: Transport, queue: RequestQueue[Trail], ended: Ended
    ) -> None:
        self._options = options
        self._transport = transport
        self._desk = Desk(options, queue, ended)
        self._limits = Limits(self._desk, queue)
        self._pages = Pages(self._desk)
        self.accounts = Accounts()
        self._one_at_a_time = threading.Lock()

    def start(self, trail: Trail) -> None:
        """Put a link into the queue, or skip it."""
        trail.restart()
        if not self._options.allow_private and is_private_name(trail.address.host):
            self._private(trail)
            return
        if trail.known is not None and not trail.probe_of:
            record = recogniser_of(trail.known.host).ask(trail.known)
            address = read_address(record) if record is not None else None
            if address is not None:
                trail.record = True
                trail.go(address)
        self._desk.put(trail)

    def step(self, trail: Trail) -> None:
        """Send the next request of a link and judge what comes back."""
        cookies = trail.sending()
        try:
            answer = self._transport.get(
                trail.at,
                deadline=time.monotonic() + self._options.timeout,
                limit=reading_limit(trail),
                as_browser=trail.as_browser,
                cookies=cookies,
            )
        except TransportError as error:
            self._no_answer(trail, error)
            return
        if answer.headers.get("x-squid-error", "").startswith("ERR_DNS_FAIL"):
            self._no_answer(trail, TransportError(Fault.NO_ADDRESS))
            return
        self.accounts.answered[trail.site] += 1
        with self._one_at_a_time:  # threads take turns anyway, and pages may be large
            self._judge(trail, answer)

    def fail(self, trail: Trail, reason: str) -> None:
        """End a link that could not be judged, or the probe that others wait for."""
        self._desk.end(trail, State.UNCERTAIN, reason)

    def _judge(self, trail: Trail, answer: Answer) -> None:
        location = answer.headers.get("location")
        if answer.status in REDIRECTS and location:
            self._redirected(trail, answer, location)
            return
        if answer.status == 429:
            self._limits.reached(trail, answer)
            return
        self._limits.not_reached(trail.site)
        text = decode(answer.body, answer.content_type)
        page = Page(text, answer.content_type, trail.at, whole=answer.whole)
        answer = replace(answer, body=b"")  # its text is the page's
        if trail.record:
            self._record(trail, answer, page)
        elif goal := leads_on(answer, page):
            self._redirected(trail, answer, goal)
        elif trail.probe_of:
            self._pages.probed(trail, answer, page)
        else:
            self._page(trail, answer, page)

    def _page(self, trail: Trail, answer: Answer, page: Page) -> None:
        status = answer.status
        if status == 403 and not trail.as_browser:
            trail.as_browser = True
            self._desk.again(trail, 0.0)
            return
        stands_before = wall(status, answer.headers, page)
        if stands_before:
            self._desk.end(trail, State.BLOCKED, stands_before, answer, page)
        elif status in (404, 410):
            self._desk.suspect(trail, status_said(status), answer)
        elif status in _WALLS:
            self._desk.end(trail, State.BLOCKED, status_said(status), answer, page)
        elif status >= 500:
            self._limits.server_error(trail, answer)
        elif 200 <= status < 300:
            self._pages.judge(trail, answer, page)
        else:
            self._desk.end(trail, State.UNCERTAIN, status_said(status), answer, page)

    def _redirected(self, trail: Trail, answer: Answer, location: str) -> None:
        try:
            trail.follow(answer.status, location)
        except BadRedirect as error:
            if error.loop and all(hop.status in REDIRECTS for hop in trail.hops):
                self._desk.suspect(trail, error.reason, answer)
            else:
                self._desk.end(trail, State.UNCERTAIN, error.reason, answer)
            return
        host = trail.site.rpartition(":")[0] or trail.site
        if not self._options.allow_private and (
            is_private_name(trail.site) or is_private_name(host.strip("[]"))
        ):
            self._private(trail, answer)
            return
        self._desk.put(trail)

    def _private(self, trail: Trail, answer: Answer | None = None) -> None:
        if trail.hops:
            reason = f"a redirect to {Fault.PRIVATE.value}"
            self._desk.end(trail, State.UNCERTAIN, reason, answer)
        else:
            reason = "a private address; --allow-private asks for it"
            self._desk.end(trail, State.SKIPPED, reason)

    def _no_answer(self, trail: Trail, error: TransportError) -> None:
        fault = error.fault
        if trail.record:
            self._without_record(trail)
        elif fault is Fault.PRIVATE:
            self._private(trail)
        elif trail.probe_of:
            self._desk.end(trail, State.UNCERTAIN, fault.value)
        elif fault is Fault.TLS:
            detail = f": {error.detail}" if error.detail else ""
            self._desk.end(trail, State.TLS, f"{fault.value}{detail}")
        elif fault in _TWICE and not trail.tried(fault.value):
            self._desk.again(trail, self._options.again_after)
        else:
            self.accounts.fail(trail, error)
            self._desk.unanswered(trail)

    def _record(self, trail: Trail, answer: Answer, page: Page) -> None:
        """Judge the record that answers for a link: a DOI's registration."""
        assert trail.known is not None
        name = trail.known.host.name
        exists = recogniser_of(trail.known.host).answer(trail.known, answer.status, page)
        if exists is None:
            self._without_record(trail)
        elif exists:
            self._desk.end(trail, State.OK, f"the {name} is registered", answer)
        elif trail.suspect:
            self._desk.end(trail, State.DEAD, f"there is no such {name}, asked twice", answer)
        else:
            trail.suspect = "not registered"
            address = read_address(trail.at)
            trail.restart()
            trail.record = True
            trail.go(address or trail.address)
            self._desk.put(trail, wait=self._options.again_after)

    def _without_record(self, trail: Trail) -> None:
        """Ask for the link itself, where its record does not tell."""
        trail.tried("record")
        self._desk.again(trail, 0.0)
