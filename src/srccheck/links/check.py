"""The check of many links: threads that ask, one place where their verdicts come together."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

from srccheck.links.address import read_address
from srccheck.links.answers import now_in_utc
from srccheck.links.archived import Archivist
from srccheck.links.cited import Cited, Use
from srccheck.links.connections import Resolver
from srccheck.links.engine import Engine
from srccheck.links.faults import TransportError
from srccheck.links.hosts import recognise
from srccheck.links.memory import share_one_heap
from srccheck.links.missing import phrases
from srccheck.links.options import Options
from srccheck.links.private import is_private_name
from srccheck.links.queue import RequestQueue
from srccheck.links.trail import Trail
from srccheck.links.transport import Transport
from srccheck.verdicts import State, Verdict

_TICK = 0.1  # seconds between two looks at the clock


@dataclass(slots=True)
class Checked:
    """What a run found: verdicts by canonical address, whether nothing answered, what ended it."""

    verdicts: dict[str, Verdict] = field(default_factory=dict)
    offline: bool = False
    interrupted: bool = False
    out_of_time: bool = False


Told = Callable[[Verdict], None]


def check(
    uses: Sequence[Use],
    options: Options,
    *,
    known: Mapping[str, Verdict] | None = None,
    told: Told | None = None,
    ticked: Callable[[], None] | None = None,
) -> Checked:
    """Ask for every address of ``uses`` that has no verdict in ``known``.

    ``told`` is called with each verdict as it comes, ``ticked`` some times a second, both in the
    calling thread. On an interrupt what is known is kept and the rest is SKIPPED.
    """
    return _Run(uses, options, known or {}, told, ticked).run()


class _Run:
    """One run; see :func:`check`."""

    def __init__(
        self,
        uses: Sequence[Use],
        options: Options,
        known: Mapping[str, Verdict],
        told: Told | None,
        ticked: Callable[[], None] | None,
    ) -> None:
        self._options = options
        self._told = told or (lambda verdict: None)
        self._ticked = ticked or (lambda: None)
        self._checked = Checked()
        self._ends: SimpleQueue[tuple[Trail, Verdict | None]] = SimpleQueue()
        self._trails: dict[str, Trail | None] = {
            each.canonical: each for each in _trails(uses, known)
        }  # None once it has ended
        self._known = {
            each.canonical: known[each.canonical] for each in uses if each.canonical in known
        }
        self._transport = Transport(
            jobs=options.jobs,
            connect_timeout=options.connect_timeout,
            resolver=Resolver(allow_private=options.allow_private),
            contact=options.contact,
        )
        self._queue: RequestQueue[Trail] = RequestQueue(
            per_site=options.per_host, interval=options.host_interval
        )
        self._engine = Engine(
            options, self._transport, self._queue, lambda *end: self._ends.put(end)
        )
        self._archivist = Archivist(options, self._transport)
        self._copies: SimpleQueue[tuple[Trail, Verdict] | None] = SimpleQueue()
        self._in_archive: set[str] = set()
        self._started = self._looked = time.monotonic()

    def run(self) -> Checked:
        """Start the threads, collect the ends, settle the rest."""
        gc.collect()
        gc.freeze()  # what was read before is not looked through again
        for verdict in self._known.values():
            self._tell(verdict)
        works = min(self._options.jobs, len(self._trails))
        targets = [self._work] * works + [self._work_on_copies] * bool(works)
        if works:
            phrases()  # once, and not by every thread at the same time
            share_one_heap()
        try:
            for trail in list(self._trails.values()):
                if trail is not None:
                    self._engine.start(trail)
            for number, target in enumerate(targets):
                threading.Thread(target=target, name=f"links-{number}", daemon=True).start()
            without = self._collect()
            self._close_accounts(without)
            self._collect_copies()
        except KeyboardInterrupt:
            self._checked.interrupted = True
        finally:
            self._queue.close()
            self._copies.put(None)
            self._archivist.stop()
            self._transport.cut_all()
            gc.unfreeze()
        self._skip_rest()
        return self._checked

    def _work(self) -> None:
        while (taken := self._queue.take()) is not None:
            site, trail = taken
            try:
                self._engine.step(trail)
            except Exception as error:  # a fault of ours is told, and costs one verdict
                reason = f"srccheck made a mistake here ({type(error).__name__}: {error})"
                self._engine.fail(trail, reason[:200])
            finally:
                self._queue.done(site)

    def _work_on_copies(self) -> None:
        """Look for archived copies, one after another, while the links are asked for."""
        while (taken := self._copies.get()) is not None:
            trail, verdict = taken
            try:
                found = self._archivist.ask(trail, verdict)
            except Exception:  # the verdict stands without its copy
                found = verdict
            self._ends.put((trail, found))

    def _collect(self) -> list[Trail]:
        """Wait for the end of every link; give those that got no answer."""
        without: list[Trail] = []
        left = len(self._trails)
        while left and not self._checked.out_of_time:
            end = self._next_end()
            if end is None:
                continue
            trail, verdict = end
            if self._trails[trail.canonical] is None:
                self._copied(verdict)
                continue
            left -= 1
            self._trails[trail.canonical] = None
            if verdict is None:
                without.append(trail)
            else:
                self._settle(trail, verdict)
        return without

    def _collect_copies(self) -> None:
        while self._in_archive and not self._checked.out_of_time:
            end = self._next_end()
            if end is not None:
                self._copied(end[1])

    def _next_end(self) -> tuple[Trail, Verdict | None] | None:
        """Give the next end, or None after a while without one; looks at the clock in between."""
        now = time.monotonic()
        if now - self._looked > _TICK:
            self._looked = now
            self._look_at_the_clock(now)
        try:
            return self._ends.get(timeout=_TICK)
        except Empty:
            return None

    def _look_at_the_clock(self, now: float) -> None:
        self._transport.cut_overdue()
        self._ticked()
        limit = self._options.max_seconds
        if limit and now - self._started > limit:
            self._checked.out_of_time = True

    def _settle(self, trail: Trail, verdict: Verdict) -> None:
        """Take a verdict; it is told when its archived copy has been looked for."""
        self._checked.verdicts[verdict.canonical] = verdict
        if self._archivist.wants(trail, verdict):
            self._in_archive.add(verdict.canonical)
            self._copies.put((trail, verdict))
        else:
            self._told(verdict)

    def _copied(self, verdict: Verdict | None) -> None:
        if verdict is not None and verdict.canonical in self._in_archive:
            self._in_archive.discard(verdict.canonical)
            self._tell(verdict)

    def _tell(self, verdict: Verdict) -> None:
        self._checked.verdicts[verdict.canonical] = verdict
        self._told(verdict)

    def _close_accounts(self, without: Sequence[Trail]) -> None:
        """Judge the links without an answer by who else has answered."""
        public = [each for each in without if _needs_the_internet(each.address.host)]
        online = not public or self._others_answer() or self._control_answers()
        self._checked.offline = not online
        for trail in without:
            reached = online or not _needs_the_internet(trail.address.host)
            self._settle(trail, self._engine.accounts.close(trail, online=reached))

    def _others_answer(self) -> bool:
        return any(not is_private_name(_host(site)) for site in self._engine.accounts.answered)

    def _control_answers(self) -> bool:
        """Ask the control host; from a thread of its own, so that it cannot hold up the run."""
        answered = threading.Event()

        def ask() -> None:
            deadline = time.monotonic() + 2 * self._options.timeout
            with suppress(TransportError):
                self._transport.get(self._options.control, deadline=deadline, limit=0)
                answered.set()

        asking = threading.Thread(target=ask, name="links-control", daemon=True)
        asking.start()
        while asking.is_alive() and not self._checked.out_of_time:
            asking.join(_TICK)
            self._look_at_the_clock(time.monotonic())
        return answered.is_set()

    def _skip_rest(self) -> None:
        why = "interrupted" if self._checked.interrupted else "the time for the run was up"
        for canonical in self._in_archive:
            self._told(self._checked.verdicts[canonical])
        for canonical in self._trails:
            if canonical not in self._checked.verdicts:
                self._checked.verdicts[canonical] = Verdict(
                    canonical, State.SKIPPED, reason=why, checked_at=now_in_utc()
                )


def _needs_the_internet(host: str) -> bool:
    """Tell whether a machine that is offline cannot know of a host: .invalid never exists.

    RFC 6761, 6.4.
    """
    return not is_private_name(host) and not host.endswith(".invalid")


def _host(site: str) -> str:
    address = read_address(f"http://{site}/")
    return address.host if address else site


def _trails(uses: Sequence[Use], known: Mapping[str, Verdict]) -> Iterator[Trail]:
    """Give one trail an address, with everything that is cited there."""
    cited: dict[str, dict[Cited, None]] = {}
    for use in uses:
        if use.canonical not in known:
            cited.setdefault(use.canonical, {})[use.cited] = None
    for canonical, each in cited.items():
        if read_address(canonical) is not None:
            yield Trail(canonical, tuple(each), recognise(canonical))
