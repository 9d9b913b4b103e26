"""What became of a link that was asked for: values that the checker gives and rules read."""

from __future__ import annotations

from enum import StrEnum

from srccheck.values import dataclass


class State(StrEnum):
    """The states of a link; the value is the JSON name."""

    OK = "ok"
    MOVED = "moved"  # permanent redirects lead to a page that is there
    MISMATCH = "mismatch"  # the page is not the one that is cited
    SOFT_DEAD = "soft-dead"  # status 200 with a "not found" page, or the front page
    DEAD = "dead"  # 404, 410, a redirect loop, confirmed
    BLOCKED = "blocked"  # a wall: 403, a challenge, a login
    RATE_LIMITED = "rate-limited"  # 429
    UNCERTAIN = "uncertain"  # 5xx, no answer in time, an answer that tells nothing
    TLS = "tls"  # no certificate that can be trusted
    HOST_GONE = "host-gone"  # no address, or every connection refused, while others answer
    OFFLINE = "offline"  # nothing answers, the control host included: no verdict
    SKIPPED = "skipped"  # not asked for


UNDECIDED = frozenset(
    (State.BLOCKED, State.RATE_LIMITED, State.UNCERTAIN, State.TLS, State.OFFLINE, State.SKIPPED)
)
"""States that say nothing of the source."""

BAD = frozenset((State.MISMATCH, State.SOFT_DEAD, State.DEAD, State.HOST_GONE))
"""States that a reader must be told of."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: the address that was asked for and the status it answered with."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Archived:
    """An archived copy (RFC 7089: a Memento) and its time as YYYYMMDDhhmmss, in UTC."""

    url: str
    timestamp: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one address, and how.

    ``canonical`` is the address in its canonical spelling; ``status`` the last HTTP status, None
    where there was no answer; ``chain`` the redirects; ``title``, ``date`` and ``source`` what the
    page says of itself. ``reason`` is the evidence in words. ``checked_at`` is ISO 8601 in UTC.
    ``archived`` is the copy that was found; ``archive_asked`` tells "there is none" from "nobody
    asked, or the archive did not answer".
    """

    canonical: str
    state: State
    status: int | None = None
    final_url: str | None = None
    chain: tuple[Hop, ...] = ()
    title: str = ""
    date: str = ""
    source: str = ""
    reason: str = ""
    checked_at: str = ""
    archived: Archived | None = None
    archive_asked: bool = False
