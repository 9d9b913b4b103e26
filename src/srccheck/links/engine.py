"""One request after another: what an answer means, and what is asked next.

Every method that a request ends in runs in one of the queue's threads. What they share - facts of
sites, probes under way - is changed under one lock; a trail belongs to one thread at a time.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable

from srccheck.links.address import read_address
from srccheck.links.answers import (
    described,
    is_other,
    leads_to_front,
    likeness_of_two,
    now_in_utc,
    reading_limit,
    record_of,
    retry_after,
    sight_of,
    status_said,
)
from srccheck.links.compare import can_be_looked_for, carries, compare_record
from srccheck.links.connections import Fault, TransportError
from srccheck.links.hosts import Record, recogniser_of
from srccheck.links.missing import (
    Likeness,
    asks_for_consent,
    asks_for_login,
    ends_at_not_found,
    says_missing,
    wall,
)
from srccheck.links.options import Options
from srccheck.links.page import Page, decode
from srccheck.links.private import is_private_name
from srccheck.links.probe import Kind, Probed, Sight, is_deep, sibling
from srccheck.links.queue import RequestQueue
from srccheck.links.trail import REDIRECTS, BadRedirect, Trail
from srccheck.links.transport import Answer, Transport
from srccheck.verdicts import State, Verdict

_WALLS = frozenset((401, 402, 403, 407, 451, 999))
_STRIKES = 3  # answers in a row that ask for more patience than there is, before a host is left
_TWICE = frozenset((Fault.NO_ADDRESS, Fault.REFUSED, Fault.RESET, Fault.PROTOCOL))


class Engine:
    """Judges answers; ``ended`` is called with each link's end, from any thread.

    The end is a verdict, or None for a link that got no answer: what that means is known when all
    the others have ended (:meth:`close_accounts`).
    """

    def __init__(
        self,
        options: Options,
        transport: Transport,
        queue: RequestQueue[Trail],
        ended: Callable[[Trail, Verdict | None], None],
    ) -> None:
        self._options = options
        self._transport = transport
        self._queue = queue
        self._give = ended
        self._lock = threading.Lock()
        self._probes: dict[str, Probed | list[tuple[Trail, Answer, Page, Sight]]] = {}
        self._strikes: Counter[str] = Counter()
        self._aside: dict[str, str] = {}
        self.answered: Counter[str] = Counter()
        self.failed: dict[str, list[tuple[Trail, Fault, str]]] = {}

    # asking

    def start(self, trail: Trail) -> None:
        """Put a link into the queue, or skip it."""
        trail.restart()
        if not self._options.allow_private and is_private_name(trail.address.host):
            self._end(trail, State.SKIPPED, "a private address; --allow-private asks for it")
            return
        if trail.known is not None and not trail.probe_of:
            record = recogniser_of(trail.known.host).ask(trail.known)
            address = read_address(record) if record is not None else None
            if address is not None and "record" not in trail.tries:
                trail.record = True
                trail.go(address)
        self._put(trail)

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
        self.answered[trail.site] += 1
        self._judge(trail, answer)

    def fail(self, trail: Trail, reason: str) -> None:
        """End a link that could not be judged, or the probe that others wait for."""
        if trail.probe_of:
            self._probe_back(trail, Probed(Kind.UNKNOWN))
        else:
            self._end(trail, State.UNCERTAIN, reason)

    def _put(self, trail: Trail, at: float = 0.0) -> None:
        aside = self._aside.get(trail.site)
        if aside is not None:
            self._end(trail, State.RATE_LIMITED, aside)
        else:
            self._queue.put(trail.site, trail, at=at)

    def _again(self, trail: Trail, wait: float) -> None:
        trail.restart()
        self._put(trail, time.monotonic() + wait)

    # judging

    def _judge(self, trail: Trail, answer: Answer) -> None:
        location = answer.headers.get("location")
        if answer.status in REDIRECTS and location:
            self._redirected(trail, answer, location)
            return
        page = Page(
            decode(answer.body, answer.content_type),
            answer.content_type,
            trail.at,
            whole=answer.whole,
        )
        if answer.status == 429:
            self._limited(trail, answer)
            return
        self._not_limited(trail.site)
        if trail.record:
            self._record(trail, answer, page)
        elif trail.probe_of:
            self._probed(trail, answer, page)
        else:
            self._page(trail, answer, page)

    def _page(self, trail: Trail, answer: Answer, page: Page) -> None:
        status = answer.status
        if status == 403 and not trail.as_browser:
            trail.as_browser = True
            self._again(trail, 0.0)
            return
        stands_before = wall(status, answer.headers, page)
        if stands_before:
            self._end(trail, State.BLOCKED, stands_before, answer, page)
        elif status in (404, 410):
            self._suspect(trail, status_said(status), answer)
        elif status in _WALLS:
            self._end(trail, State.BLOCKED, status_said(status), answer, page)
        elif status >= 500:
            self._server_error(trail, answer)
        elif 200 <= status < 300:
            self._found(trail, answer, page)
        else:
            self._end(trail, State.UNCERTAIN, status_said(status), answer, page)

    def _redirected(self, trail: Trail, answer: Answer, location: str) -> None:
        try:
            trail.follow(answer.status, location)
        except BadRedirect as error:
            if trail.probe_of:
                self._probe_back(trail, Probed(Kind.HARD if error.loop else Kind.UNKNOWN))
            elif error.loop:
                self._suspect(trail, error.reason, answer)
            else:
                self._end(trail, State.UNCERTAIN, error.reason, answer)
            return
        host = trail.site.rpartition(":")[0] or trail.site
        if not self._options.allow_private and (
            is_private_name(trail.site) or is_private_name(host.strip("[]"))
        ):
            self._private(trail, answer)
            return
        self._put(trail, time.monotonic())

    def _private(self, trail: Trail, answer: Answer | None = None) -> None:
        if trail.probe_of:
            self._probe_back(trail, Probed(Kind.UNKNOWN))
        elif trail.hops:
            self._end(trail, State.UNCERTAIN, f"a redirect to {Fault.PRIVATE.value}", answer)
        else:
            self._end(trail, State.SKIPPED, "a private address; --allow-private asks for it")

    def _suspect(self, trail: Trail, reason: str, answer: Answer | None = None) -> None:
        """Take note of a sign of death; the second one, later in the run, decides."""
        if trail.suspect:
            self._end(trail, State.DEAD, f"{reason}, twice", answer)
            return
        trail.suspect = reason
        self._again(trail, self._options.again_after)

    def _server_error(self, trail: Trail, answer: Answer) -> None:
        tries = trail.tried("error")
        wait = retry_after(answer)
        if wait is not None and wait > self._options.patience:
            self._end(trail, State.UNCERTAIN, f"{status_said(answer.status)}, asks to wait", answer)
        elif tries < 2:
            self._again(trail, wait if wait is not None else self._options.again_after * 2**tries)
        else:
            self._end(trail, State.UNCERTAIN, status_said(answer.status), answer)

    # too many requests

    def _limited(self, trail: Trail, answer: Answer) -> None:
        tries = trail.tried("limited")
        asked = retry_after(answer)
        wait = asked if asked is not None else 2.0 * (tries + 1)
        site = trail.site
        if wait <= self._options.patience and tries < 3:
            until = time.monotonic() + wait
            self._queue.defer(site, until)
            self._again(trail, wait)
            return
        reason = status_said(429) + (f", asks to wait {wait:.0f} s" if asked is not None else "")
        with self._lock:
            self._strikes[site] += 1
            leave = self._strikes[site] >= _STRIKES
            if leave:
                self._aside[site] = f"{reason}: the host is set aside"
        if trail.probe_of:
            self._probe_back(trail, Probed(Kind.UNKNOWN))
        else:
            self._end(trail, State.RATE_LIMITED, reason, answer)
        if leave:
            for each in self._queue.drop(site):
                self._left(each, self._aside[site])
        else:
            self._queue.defer(site, 0.0, alone=True)

    def _left(self, trail: Trail, reason: str) -> None:
        if trail.probe_of:
            self._probe_back(trail, Probed(Kind.UNKNOWN))
        else:
            self._end(trail, State.RATE_LIMITED, reason)

    def _not_limited(self, site: str) -> None:
        if site in self._strikes:
            with self._lock:
                del self._strikes[site]
            self._queue.defer(site, 0.0)

    # no answer

    def _no_answer(self, trail: Trail, error: TransportError) -> None:
        fault = error.fault
        if trail.probe_of:
            self._probe_back(trail, Probed(Kind.UNKNOWN))
        elif trail.record:
            trail.tried("record")
            self._again(trail, 0.0)
        elif fault is Fault.PRIVATE:
            self._private(trail)
        elif fault is Fault.TLS:
            detail = f": {error.detail}" if error.detail else ""
            self._end(trail, State.TLS, f"{fault.value}{detail}")
        elif fault in _TWICE and not trail.tried(fault.value):
            self._again(trail, self._options.again_after)
        else:
            with self._lock:
                self.failed.setdefault(trail.site, []).append((trail, fault, error.detail))
            self._give(trail, None)

    # a record that answers for the link

    def _record(self, trail: Trail, answer: Answer, page: Page) -> None:
        assert trail.known is not None
        exists = recogniser_of(trail.known.host).answer(trail.known, answer.status, page)
        if exists is None:
            trail.tried("record")
            self._again(trail, 0.0)
        elif exists:
            self._end(trail, State.OK, f"the {trail.known.host.name} is registered", answer)
        elif trail.suspect:
            reason = f"there is no such {trail.known.host.name}"
            self._end(trail, State.DEAD, f"{reason}, asked twice", answer)
        else:
            trail.suspect = "not registered"
            address = read_address(trail.at)
            trail.restart()
            trail.record = True
            trail.go(address or trail.address)
            self._put(trail, time.monotonic() + self._options.again_after)

    # a page

    def _found(self, trail: Trail, answer: Answer, page: Page) -> None:
        if not page.is_html or not answer.body:
            self._alive(trail, answer, page)
            return
        wanted = [each for each in trail.cited if can_be_looked_for(each)]
        if wanted:
            words = " ".join((*page.titles, page.text))
            if any(carries(words, each) for each in wanted):
                self._alive(trail, answer, page)
                return
        missing = says_missing(page)
        if missing:
            self._end(trail, State.SOFT_DEAD, f"the page says “{missing}”", answer, page)
        elif trail.hops and ends_at_not_found(trail.at, trail.canonical):
            self._end(trail, State.SOFT_DEAD, f"a redirect to {trail.at}", answer, page)
        elif trail.hops and asks_for_login(page, trail.at):
            self._end(trail, State.BLOCKED, "a redirect to a login", answer, page)
        elif trail.hops and asks_for_consent(trail.at) and not asks_for_consent(trail.canonical):
            self._end(trail, State.BLOCKED, "a redirect to a page about cookies", answer, page)
        elif record_of(trail, page) is not None:
            self._alive(trail, answer, page)
        else:
            self._hold_against_probe(trail, answer, page)

    def _hold_against_probe(self, trail: Trail, answer: Answer, page: Page) -> None:
        front = leads_to_front(trail)
        if front and is_deep(trail.address):
            self._end(trail, State.SOFT_DEAD, "a redirect to the front page", answer, page)
            return
        found = sibling(trail.address)
        if found is None:
            self._alive(trail, answer, page)
            return
        folder, made_up = found
        with self._lock:
            known = self._probes.get(folder)
        if isinstance(known, Probed) and known.kind is not Kind.PAGE:
            self._alive(trail, answer, page)
            return
        sight = sight_of(trail, page, front=front)
        if isinstance(known, Probed):
            self._compare(trail, answer, page, sight, known)
            return
        self._wait_for_probe(folder, made_up, (trail, answer, page, sight))

    def _wait_for_probe(
        self, folder: str, made_up: str, waiting: tuple[Trail, Answer, Page, Sight]
    ) -> None:
        trail, answer, page, sight = waiting
        if not any(each.title for each in trail.cited):
            page = Page("", page.content_type, page.address)  # its title is in the sight
        with self._lock:
            known = self._probes.setdefault(folder, [])
            is_first = isinstance(known, list) and not known
            if isinstance(known, list):
                known.append((trail, answer, page, sight))
        if isinstance(known, Probed):
            self._compare(trail, answer, page, sight, known)
        elif is_first:
            address = read_address(made_up)
            assert address is not None
            probe = Trail(made_up, address, (), probe_of=folder, as_browser=trail.as_browser)
            probe.restart()
            if probe.site in self._aside:
                self._probe_back(probe, Probed(Kind.UNKNOWN))
            else:
                self._queue.put(probe.site, probe, at=time.monotonic())

    def _probed(self, probe: Trail, answer: Answer, page: Page) -> None:
        if answer.status in (404, 410, 400, 422):
            found = Probed(Kind.HARD)
        elif 200 <= answer.status < 300 and not wall(answer.status, answer.headers, page):
            found = Probed(
                Kind.PAGE, probe.canonical, probe.at, bool(probe.hops), Likeness.of(page)
            )
        elif answer.status >= 500 and not probe.tried("error"):
            self._again(probe, self._options.again_after)
            return
        else:
            found = Probed(Kind.UNKNOWN)
        self._probe_back(probe, found)

    def _probe_back(self, probe: Trail, found: Probed) -> None:
        with self._lock:
            waiting = self._probes.get(probe.probe_of, [])
            self._probes[probe.probe_of] = found
        if isinstance(waiting, list):
            for trail, answer, page, sight in waiting:
                self._compare(trail, answer, page, sight, found)

    def _compare(
        self, trail: Trail, answer: Answer, page: Page, sight: Sight, probed: Probed
    ) -> None:
        """Judge a page by what the host gives for an address that cannot exist."""
        alike = likeness_of_two(sight, probed)
        if not alike:
            self._alive(trail, answer, page, sight)
        elif sight.login:
            self._end(trail, State.BLOCKED, "a login for every address", answer, page, sight)
        elif (instead := sight.stands_in) == "no access":
            self._end(trail, State.BLOCKED, "no access, for any address", answer, page, sight)
        elif instead:
            reason = "the same page for every address, for a while as it says"
            self._end(trail, State.UNCERTAIN, reason, answer, page, sight)
        elif (loose := sight.loose) or alike == "end" or sight.front:
            said = f" (“{loose}”)" if loose else ""
            reason = f"the same page{said} as for an address that cannot exist"
            self._end(trail, State.SOFT_DEAD, reason, answer, page, sight)
        elif sight.shell:
            reason = "a page that scripts build, the same for every address"
            self._end(trail, State.UNCERTAIN, reason, answer, page, sight)
        elif any(each.title for each in trail.cited):
            reason = "the same page as for an address that cannot exist, without the cited title"
            self._end(trail, State.SOFT_DEAD, reason, answer, page, sight)
        else:
            reason = "the same page as for an address that cannot exist"
            self._end(trail, State.UNCERTAIN, reason, answer, page, sight)

    # ends

    def _alive(self, trail: Trail, answer: Answer, page: Page, sight: Sight | None = None) -> None:
        """The page is there: is it the cited one, and has it moved for good?"""
        record = record_of(trail, page)
        differences: list[str] = []
        remarks: list[str] = []
        for cited in trail.cited:
            if record is not None:
                number = trail.known.parts.get("number", "") if trail.known else ""
                compared = compare_record(record, cited, number)
                differences.extend(compared.differences)
                remarks.extend(compared.remarks)
            elif cited.title and page.declared_title and is_other(page, cited):
                declared = page.declared_title
                differences.append(f"the page is “{declared}”, you cite “{cited.title}”")
        if differences:
            state, reason = State.MISMATCH, "; ".join(dict.fromkeys(differences))
        else:
            state = State.MOVED if trail.is_permanent else State.OK
            reason = "; ".join(dict.fromkeys(remarks))
            if not answer.whole and not answer.body:
                reason = reason or "only the head of the answer was read"
        self._end(trail, state, reason, answer, page, sight, record)

    def _end(
        self,
        trail: Trail,
        state: State,
        reason: str,
        answer: Answer | None = None,
        page: Page | None = None,
        sight: Sight | None = None,
        record: Record | None = None,
    ) -> None:
        if trail.suspect and state in (State.UNCERTAIN, State.RATE_LIMITED):
            reason = f"{trail.suspect} at first, then {reason}"
        title, date, source = described(page, sight, record)
        trail.close()
        self._give(
            trail,
            Verdict(
                canonical=trail.canonical,
                state=state,
                status=answer.status if answer is not None else None,
                final_url=trail.at if answer is not None and not trail.record else None,
                chain=tuple(trail.hops),
                title=title,
                date=date,
                source=source,
                reason=reason,
                checked_at=now_in_utc(),
            ),
        )

    def close_accounts(self, trail: Trail, fault: Fault, detail: str, *, online: bool) -> Verdict:
        """Give the end of a link that got no answer, once it is known who answers."""
        site = trail.site
        every = self.failed.get(site, [])
        told = f"{fault.value}{f' ({detail})' if detail and fault is Fault.UNREACHABLE else ''}"
        gone = fault in (Fault.NO_ADDRESS, Fault.REFUSED) and not self.answered[site]
        gone = gone and all(each in (Fault.NO_ADDRESS, Fault.REFUSED) for _, each, _ in every)
        state, reason = State.UNCERTAIN, told
        if not online:
            state, reason = State.OFFLINE, f"{told}, and the control host does not answer either"
        elif gone:
            state, reason = State.HOST_GONE, f"{told}, twice, while other hosts answer"
        elif fault is Fault.RESET and self.answered[site] and not trail.hops:
            state = State.DEAD
            reason = f"{told}, twice, while the host answers for other addresses"
        return Verdict(
            trail.canonical,
            state,
            chain=tuple(trail.hops),
            reason=reason,
            checked_at=now_in_utc(),
        )
