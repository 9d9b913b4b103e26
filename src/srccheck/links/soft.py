"""Pages under status 200 that may be none: "not found" in disguise, a login, somebody's front page.

What a page says of itself decides first. Where that tells nothing, an address that cannot exist is
asked for in the same folder (probe.py), once for all links of the folder, and the page is held
against what comes back.
"""

from __future__ import annotations

import threading

from srccheck.links.answers import leads_to_front, likeness_of_two, sight_of
from srccheck.links.compare import can_be_looked_for, carries
from srccheck.links.desk import Desk, record_of, verdict_of_page
from srccheck.links.missing import (
    Likeness,
    asks_for_consent,
    asks_for_login,
    ends_at_not_found,
    leads_to_login_host,
    says_missing,
    wall,
)
from srccheck.links.page import Page
from srccheck.links.probe import Kind, Probed, Sight, is_deep, sibling
from srccheck.links.trail import Trail
from srccheck.links.transport import Answer
from srccheck.values import dataclass
from srccheck.verdicts import State, Verdict

_MISSING = (404, 410, 400, 422)
_SHORT = 300  # characters of a plain text that is looked at
_MOST_WAITING = 3  # pages of one folder that wait for its probe before it is hurried


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A page that waits for the probe of its folder: its verdict if it is a page of its own."""

    trail: Trail
    verdict: Verdict
    sight: Sight


class _Pending:
    """A probe under way, and the pages that wait for it."""

    __slots__ = ("probe", "waiting")

    def __init__(self, probe: Trail) -> None:
        self.probe = probe
        self.waiting: list[_Waiting] = []


class Pages:
    """Judges the pages that links lead to, and keeps what is known of their folders."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._known: dict[str, Probed] = {}
        self._pending: dict[str, _Pending] = {}
        desk.probe_ended = self._probe_ended

    def judge(self, trail: Trail, answer: Answer, page: Page) -> None:
        """Judge a page that came with a status of success."""
        is_read = page.source and (page.is_html or _is_short_text(page))
        if not is_read or _carries_what_is_cited(trail, page):
            self._alive(trail, answer, page)
        elif answer.late and not (page.title or page.text):
            self._desk.end(trail, State.UNCERTAIN, "only the head of the page came in time", answer)
        elif (found := _told_by_itself(trail, page)) is not None:
            self._desk.end(trail, *found, answer, page)
        elif record_of(trail, page) is not None:
            self._alive(trail, answer, page)
        else:
            self._hold_against_probe(trail, answer, page)

    def probed(self, probe: Trail, answer: Answer, page: Page) -> None:
        """Take the answer for an address that cannot exist."""
        if answer.status in _MISSING:
            found = Probed(Kind.HARD)
        elif 200 <= answer.status < 300 and not wall(answer.status, answer.headers, page):
            redirected = bool(probe.hops)
            found = Probed(Kind.PAGE, probe.canonical, probe.at, redirected, Likeness.of(page))
        elif answer.status >= 500 and not probe.tried("error"):
            self._desk.again(probe, self._desk.options.again_after / 2)
            return
        else:
            found = Probed(Kind.UNKNOWN)
        self._probe_back(probe, found)

    def _alive(self, trail: Trail, answer: Answer, page: Page) -> None:
        self._desk.give(trail, verdict_of_page(trail, answer, page, record_of(trail, page)))

    def _hold_against_probe(self, trail: Trail, answer: Answer, page: Page) -> None:
        front = leads_to_front(trail)
        if front and is_deep(trail.address):
            reason = "a redirect to the front page"
            self._desk.end(trail, State.SOFT_DEAD, reason, answer, page)
            return
        found = sibling(trail.address)
        folder, made_up = found or ("", "")
        known = self._known.get(folder)
        if found is None or (known is not None and known.kind is not Kind.PAGE):
            self._alive(trail, answer, page)
            return
        verdict = verdict_of_page(trail, answer, page, None)
        waiting = _Waiting(trail, verdict, sight_of(trail, page, front=front))
        self._wait(waiting, folder, made_up)

    def _wait(self, waiting: _Waiting, folder: str, made_up: str) -> None:
        """Wait for the probe of a folder, which the first one sends out."""
        with self._lock:
            known = self._known.get(folder)
            pending = None if known else self._joined(waiting, folder, made_up)
            number = len(pending.waiting) if pending else 0
        if known is not None:
            self._compare(waiting, known)
        elif pending is not None and number == 1:
            self._desk.put(pending.probe)
        elif pending is not None and number == _MOST_WAITING:
            self._desk.hurry(pending.probe)

    def _joined(self, waiting: _Waiting, folder: str, made_up: str) -> _Pending:
        pending = self._pending.get(folder)
        if pending is None:
            pending = self._pending[folder] = _Pending(_probe(made_up, folder, waiting))
        pending.waiting.append(waiting)
        return pending

    def _probe_ended(self, probe: Trail, state: State) -> None:
        self._probe_back(probe, Probed(Kind.HARD if state is State.DEAD else Kind.UNKNOWN))

    def _probe_back(self, probe: Trail, found: Probed) -> None:
        with self._lock:
            self._known[probe.probe_of] = found
            pending = self._pending.pop(probe.probe_of, None)
        for each in pending.waiting if pending is not None else ():
            self._compare(each, found)

    def _compare(self, waiting: _Waiting, probed: Probed) -> None:
        """Judge a page by what the host gives for an address that cannot exist."""
        alike = likeness_of_two(waiting.sight, probed)
        if alike:
            state, reason = _told_by_probe(waiting.trail, waiting.sight, alike)
            self._desk.end_as(waiting.trail, waiting.verdict, state, reason)
        else:
            self._desk.give(waiting.trail, waiting.verdict)


def _probe(made_up: str, folder: str, waiting: _Waiting) -> Trail:
    """Give the trail of an address that cannot exist."""
    probe = Trail(made_up, (), probe_of=folder, as_browser=waiting.trail.as_browser)
    probe.restart()
    return probe


def _is_short_text(page: Page) -> bool:
    """Tell a plain text that may say no more than "not found"."""
    return page.content_type.lower().startswith("text/plain") and len(page.source) < _SHORT


def _carries_what_is_cited(trail: Trail, page: Page) -> bool:
    wanted = [each for each in trail.cited if can_be_looked_for(each)]
    if not wanted:
        return False
    words = " ".join((*page.titles, page.text))
    return any(carries(words, each) for each in wanted)


def _told_by_itself(trail: Trail, page: Page) -> tuple[State, str] | None:
    """Give what a page is by its own words, or by where a redirect led."""
    missing = says_missing(page)
    if missing:
        return State.SOFT_DEAD, f"the page says “{missing}”"
    if not trail.hops:
        return None
    if ends_at_not_found(trail.at, trail.canonical):
        return State.SOFT_DEAD, f"a redirect to {trail.at}"
    if asks_for_login(page, trail.at) or leads_to_login_host(trail.at, trail.canonical):
        return State.BLOCKED, "a redirect to a login"
    if asks_for_consent(trail.at) and not asks_for_consent(trail.canonical):
        return State.BLOCKED, "a redirect to a page about cookies"
    return None


def _told_by_probe(trail: Trail, sight: Sight, alike: str) -> tuple[State, str]:
    """Give what a page is that is the same as for an address that cannot exist."""
    if sight.login:
        return State.BLOCKED, "a login for every address"
    instead = sight.stands_in
    if instead == "no access":
        return State.BLOCKED, "no access, for any address"
    if instead:
        return State.UNCERTAIN, "the same page for every address, for a while as it says"
    if alike == "nearly":
        return State.UNCERTAIN, "nearly the same page as for an address that cannot exist"
    if sight.likeness.cut and alike == "page":
        return State.UNCERTAIN, "begins as the page for an address that cannot exist does"
    loose = sight.loose
    if loose or alike == "end" or sight.front:
        said = f" (“{loose}”)" if loose else ""
        return State.SOFT_DEAD, f"the same page{said} as for an address that cannot exist"
    if sight.shell:
        return State.UNCERTAIN, "a page that scripts build, the same for every address"
    same = "the same page as for an address that cannot exist"
    if any(each.title for each in trail.cited):
        return State.SOFT_DEAD, f"{same}, without the cited title"
    return State.UNCERTAIN, same
