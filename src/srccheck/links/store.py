"""The verdict store: one SQLite file per user, so that a link is not asked for every day.

Verdicts are kept by canonical address and by the version of the rules that gave them. A store that
cannot be read is put aside, one that cannot be written is done without: a run never fails by it.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from srccheck.links.address import read_address
from srccheck.links.private import is_private_name
from srccheck.user_cache import user_cache
from srccheck.verdicts import Archived, Hop, State, Verdict

RULES = 2
"""The version of the rules that judge answers; a greater one makes older verdicts stale."""

DAY = 86_400.0
KEPT = {
    State.OK: 30 * DAY,
    State.MOVED: 30 * DAY,
    State.MISMATCH: 30 * DAY,
    State.DEAD: DAY,
    State.SOFT_DEAD: DAY,
    State.HOST_GONE: DAY,
    State.BLOCKED: DAY,
    State.RATE_LIMITED: DAY,
    State.UNCERTAIN: DAY,
    State.TLS: DAY,
}
"""Seconds a verdict is good for; a state that is not here is not kept."""

_BY_CITATION = frozenset((State.OK, State.MOVED, State.MISMATCH, State.SOFT_DEAD))
_SCHEMA = """
CREATE TABLE IF NOT EXISTS verdicts (
  canonical TEXT NOT NULL, rules INTEGER NOT NULL, cited TEXT NOT NULL, at REAL NOT NULL,
  data TEXT NOT NULL, PRIMARY KEY (canonical, rules)
) WITHOUT ROWID
"""
_BATCH = 40  # verdicts written at once
_LONGEST = 2.0  # seconds that a verdict waits to be written
_WAIT = 10.0  # seconds to wait for another run that is writing


def default_path() -> Path:
    """Give the user's store: $XDG_CACHE_HOME/srccheck/links.sqlite3, or the system's own place."""
    return user_cache() / "links.sqlite3"


class Store:
    """The store of one user; ``told`` is called with a sentence where it cannot be used."""

    def __init__(self, path: Path, told: Callable[[str], None]) -> None:
        self._path = path
        self._told = told
        self._waiting: list[tuple[str, int, str, float, str]] = []
        self._flushed = time.monotonic()
        self._database = self._opened()

    def fresh(self, wanted: Mapping[str, str]) -> dict[str, Verdict]:
        """Give the verdicts still good for addresses and the digests of what is cited there."""
        now = time.time()
        found = {}
        for canonical, cited, at, verdict in self._rows(list(wanted)):
            age = now - at
            same = cited == wanted[canonical] or verdict.state not in _BY_CITATION
            if same and 0 <= age < KEPT.get(verdict.state, 0.0):
                found[canonical] = verdict
        return found

    def last(self, wanted: Sequence[str]) -> dict[str, Verdict]:
        """Give the last verdict of each address, however old."""
        return {canonical: verdict for canonical, _, _, verdict in self._rows(wanted)}

    def every(self) -> Iterator[Verdict]:
        """Give every verdict of these rules, by address."""
        rows = self._ask(
            "SELECT canonical, cited, at, data FROM verdicts WHERE rules = ? ORDER BY canonical",
            (RULES,),
        )
        for row in rows:
            verdict = _read(row[3])
            if verdict is not None:
                yield verdict

    def keep(self, verdict: Verdict, cited: str) -> None:
        """Keep a verdict; one on a private address, or on nothing, is not kept."""
        address = read_address(verdict.canonical)
        if verdict.state not in KEPT or address is None or is_private_name(address.host):
            return
        self._waiting.append((verdict.canonical, RULES, cited, time.time(), _written(verdict)))
        self.tick()

    def tick(self) -> None:
        """Write what is waiting, where it is much or has waited for long: a run may be killed."""
        if len(self._waiting) >= _BATCH or time.monotonic() - self._flushed > _LONGEST:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        self._flushed = time.monotonic()
        rows, self._waiting = self._waiting, []
        if self._database is None or not rows:
            return
        try:
            with self._database:
                self._database.executemany(
                    "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?)", rows
                )
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Write what is waiting and let the file go."""
        self.flush()
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None

    def _opened(self) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._connected()
        except (sqlite3.OperationalError, OSError) as error:
            self._say_without(error)
        except sqlite3.DatabaseError as error:
            return self._put_aside(error)
        return None

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=_WAIT)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            with database:
                database.execute(_SCHEMA)
            database.execute("SELECT canonical, rules, cited, at, data FROM verdicts LIMIT 1")
        except BaseException:
            database.close()
            raise
        return database

    def _put_aside(self, error: Exception) -> sqlite3.Connection | None:
        """Begin a new store; the one that cannot be read stays beside it."""
        aside = self._path.with_name(f"{self._path.name}.broken")
        try:
            self._path.replace(aside)
            for tail in ("-wal", "-shm"):
                self._path.with_name(self._path.name + tail).unlink(missing_ok=True)
            database = self._connected()
        except (OSError, sqlite3.Error) as second:
            self._say_without(second)
            return None
        self._told(f"the verdict store was broken ({error}); it is now {aside}, a new one is begun")
        return database

    def _say_without(self, error: Exception) -> None:
        self._told(f"the verdict store {self._path} cannot be used ({error}); going on without it")

    def _give_up(self, error: Exception) -> None:
        self._say_without(error)
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
        self._database = None

    def _rows(self, wanted: Sequence[str]) -> Iterator[tuple[str, str, float, Verdict]]:
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            rows = self._ask(
                "SELECT canonical, cited, at, data FROM verdicts"
                f" WHERE rules = ? AND canonical IN ({marks})",
                (RULES, *part),
            )
            for canonical, cited, at, data in rows:
                verdict = _read(data)
                if verdict is not None:
                    yield canonical, cited, at, verdict

    def _ask(self, query: str, values: Sequence[Any]) -> list[Any]:
        if self._database is None:
            return []
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []


def _written(verdict: Verdict) -> str:
    return json.dumps(
        {
            "canonical": verdict.canonical,
            "state": verdict.state.value,
            "status": verdict.status,
            "final_url": verdict.final_url,
            "chain": [[hop.url, hop.status] for hop in verdict.chain],
            "title": verdict.title,
            "date": verdict.date,
            "source": verdict.source,
            "reason": verdict.reason,
            "checked_at": verdict.checked_at,
            "archived": [verdict.archived.url, verdict.archived.timestamp]
            if verdict.archived
            else None,
            "archive_asked": verdict.archive_asked,
        },
        ensure_ascii=False,
    )


def _read(text: str) -> Verdict | None:
    """Read a row; one that another program wrote is as good as none."""
    try:
        data = json.loads(text)
        archived = data["archived"]
        return Verdict(
            canonical=str(data["canonical"]),
            state=State(data["state"]),
            status=data["status"],
            final_url=data["final_url"],
            chain=tuple(Hop(str(url), int(status)) for url, status in data["chain"]),
            title=str(data["title"]),
            date=str(data["date"]),
            source=str(data["source"]),
            reason=str(data["reason"]),
            checked_at=str(data["checked_at"]),
            archived=Archived(str(archived[0]), str(archived[1])) if archived else None,
            archive_asked=bool(data["archive_asked"]),
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None
