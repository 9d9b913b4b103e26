"""Links without an answer: what that means depends on who else has answered."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping

from srccheck.links.answers import now_in_utc
from srccheck.links.faults import Fault, TransportError
from srccheck.links.trail import Trail
from srccheck.verdicts import State, Verdict


class Accounts:
    """Who answered, and who did not; kept while the links are asked for, closed at the end."""

    def __init__(self) -> None:
        self.answered: Counter[str] = Counter()
        self._failed: dict[str, dict[str, TransportError]] = {}  # by site and canonical address
        self._lock = threading.Lock()

    def fail(self, trail: Trail, error: TransportError) -> None:
        """Take note of a link that got no answer."""
        with self._lock:
            self._failed.setdefault(trail.site, {})[trail.canonical] = error

    def close(self, trail: Trail, *, online: bool) -> Verdict:
        """Give the end of a link that got no answer, once it is known who answers."""
        site = trail.site
        every = self._failed.get(site, {})
        error = every.get(trail.canonical) or TransportError(Fault.TIMEOUT)
        state, reason = self._judged(trail, error, every, online=online)
        return Verdict(
            trail.canonical,
            state,
            chain=trail.hops,
            reason=reason,
            checked_at=now_in_utc(),
        )

    def _judged(
        self,
        trail: Trail,
        error: TransportError,
        every: Mapping[str, TransportError],
        *,
        online: bool,
    ) -> tuple[State, str]:
        fault, answers = error.fault, self.answered[trail.site]
        detail = f" ({error.detail})" if error.detail and fault is Fault.UNREACHABLE else ""
        told = f"{fault.value}{detail}"
        if not online:
            return State.OFFLINE, f"{told}, and the control host does not answer either"
        nobody = (Fault.NO_ADDRESS, Fault.REFUSED)
        if fault in nobody and not answers and all(each.fault in nobody for each in every.values()):
            return State.HOST_GONE, f"{told}, twice, while other hosts answer"
        if fault is Fault.RESET and answers and not trail.hops:
            return State.DEAD, f"{told}, twice, while the host answers for other addresses"
        return State.UNCERTAIN, told
