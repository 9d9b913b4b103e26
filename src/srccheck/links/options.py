"""What a check of links is asked to do."""

from __future__ import annotations

from srccheck.values import dataclass

CONTROL = "https://example.com/"
"""Asked when nothing answers: if it does not answer either, the machine is offline."""

WAYBACK = "https://web.archive.org"
"""The web archive that is asked for copies."""

BODY_LIMIT = 512 * 1024
"""Bytes of a page that are read at most."""

HEAD_LIMIT = 256 * 1024
"""The same where no title is cited that could stand further down."""

RECORD_LIMIT = 2 * 1024 * 1024
"""The same for a host whose records we read: theirs stands after the full text."""

MOST_HOPS = 10
"""Redirects that are followed."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes about it; seconds, unless it says otherwise.

    ``timeout`` is what one answer may take from the first byte sent to the last one read, and
    ``connect_timeout`` the connection alone. ``patience`` is the longest Retry-After that is waited
    for. ``max_seconds`` bounds the run, 0 for no bound. ``archive`` is "bad" (copies are looked for
    where the link is dead, gone, soft-dead or mismatched), "all" or "none". ``again_after`` is the
    least that is waited before a second try, which comes after all first ones of its host.
    """

    jobs: int = 16
    per_host: int = 2
    host_interval: float = 1.0
    timeout: float = 5.0
    connect_timeout: float = 5.0
    patience: float = 30.0
    max_seconds: float = 0.0
    allow_private: bool = False
    control: str = CONTROL
    contact: str = ""
    archive: str = "bad"
    wayback: str = WAYBACK
    timegates: tuple[str, ...] = ()
    save: bool = False
    again_after: float = 0.5
