"""Where every link comes by between two requests: back into the queue, or to its end.

The end of a link is a verdict; that of a probe is told to those who wait for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from srccheck.links.answers import described, now_in_utc
from srccheck.links.compare import compare_record, is_other
from srccheck.links.hosts import Record, recogniser_of
from srccheck.links.options import Options
from srccheck.links.page import Page
from srccheck.links.queue import RequestQueue, Turn
from srccheck.links.trail import Trail
from srccheck.links.transport import Answer
from srccheck.verdicts import State, Verdict

Ended = Callable[[Trail, Verdict | None], None]
"""Called with the end of a link from any thread; None: it got no answer, and who does is open."""


class Desk:
    """Sends trails on their way and takes them in; used by all threads.

    ``probe_ended`` is called with a probe that came to an end, and with what would be its state.
    """

    def __init__(self, options: Options, queue: RequestQueue[Trail], ended: Ended) -> None:
        self.options = options
        self._queue = queue
        self._ended = ended
        self.probe_ended: Callable[[Trail, State], None] = lambda probe, state: None
        self.aside: dict[str, str] = {}  # hosts that are left alone, and why

    def put(self, trail: Trail, *, wait: float = 0.0) -> None:
        """Put a link into the queue, to be asked for after some seconds."""
        why = self.aside.get(trail.site)
        if why is not None:
            self.end(trail, State.RATE_LIMITED, why)
            return
        turn = Turn.BEGUN if trail.hops or trail.probe_of else Turn.NEW
        at = time.monotonic() + wait if wait else 0.0
        self._queue.put(trail.site, trail, at=at, turn=turn)

    def hurry(self, trail: Trail) -> None:
        """Ask for what waits in the queue before anything else of its host."""
        self._queue.hurry(trail.site, trail)

    def again(self, trail: Trail, wait: float) -> None:
        """Ask once more from the beginning, after some seconds."""
        trail.restart()
        self.put(trail, wait=wait)

    def suspect(self, trail: Trail, reason: str, answer: Answer | None = None) -> None:
        """Take note of a sign of death; the second one, later in the run, decides."""
        if trail.suspect or trail.probe_of:
            self.end(trail, State.DEAD, f"{reason}, twice", answer)
            return
        trail.suspect = reason
        self.again(trail, self.options.again_after)

    def end(
        self,
        trail: Trail,
        state: State,
        reason: str,
        answer: Answer | None = None,
        page: Page | None = None,
    ) -> None:
        """End a link with a state and its reason."""
        if trail.probe_of:
            self.probe_ended(trail, state)
            return
        if trail.suspect and state in (State.UNCERTAIN, State.RATE_LIMITED):
            reason = f"{trail.suspect} at first, then {reason}"
        self.give(trail, _verdict(trail, state, reason, answer, page))

    def end_as(self, trail: Trail, verdict: Verdict, state: State, reason: str) -> None:
        """End a link whose page was judged before with another state."""
        self.give(trail, replace(verdict, state=state, reason=reason))

    def unanswered(self, trail: Trail) -> None:
        """End a link that got no answer: what that means is known when all others have ended."""
        self._ended(trail, None)

    def give(self, trail: Trail, verdict: Verdict) -> None:
        """End a link with its verdict."""
        trail.close()
        self._ended(trail, verdict)


def verdict_of_page(trail: Trail, answer: Answer, page: Page, record: Record | None) -> Verdict:
    """Judge a page that is there: is it the cited one, and has it moved for good?"""
    differences: list[str] = []
    remarks: list[str] = []
    number = trail.known.parts.get("number", "") if trail.known else ""
    for cited in trail.cited:
        if record is not None:
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
    verdict = _verdict(trail, state, reason, answer, page)
    if record is None:
        return verdict
    return replace(verdict, title=record.title, date=record.date, source=record.source)


def record_of(trail: Trail, page: Page) -> Record | None:
    """Give what the page of a known host says of its document."""
    if trail.known is None or not trail.known.host.reader:
        return None
    return recogniser_of(trail.known.host).record(trail.known, page)


def _verdict(
    trail: Trail, state: State, reason: str, answer: Answer | None, page: Page | None
) -> Verdict:
    title, date = described(page) if page is not None else ("", "")
    return Verdict(
        canonical=trail.canonical,
        state=state,
        status=answer.status if answer is not None else None,
        final_url=trail.at if answer is not None and not trail.record else None,
        chain=trail.hops,
        title=title,
        date=date,
        reason=reason,
        checked_at=now_in_utc(),
    )
