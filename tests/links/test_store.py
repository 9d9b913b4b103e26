"""The verdict store: what it keeps, for how long, and what becomes of a bad one."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from srccheck.links import store as store_module
from srccheck.links.cited import Cited, digest
from srccheck.links.store import DAY, Store, default_path
from srccheck.verdicts import Archived, Hop, State, Verdict

URL = "https://example.org/a"
FULL = Verdict(
    URL, State.MOVED, 200, "https://example.org/b", (Hop(URL, 301),), "Título", "1961",
    "RGANI, f. 5", "why", "2026-07-01T12:00:00Z",
    Archived("https://web.archive.org/web/2017/x", "20170509214411"),
    True,
)  # fmt: skip


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "links.sqlite3"


def test_a_verdict_comes_back_as_it_was(path: Path, notices: list[str]) -> None:
    first = Store(path, notices.append)
    first.keep(FULL, "x")
    first.close()
    second = Store(path, notices.append)
    assert second.fresh({URL: "x"}) == {URL: FULL}
    assert list(second.every()) == [FULL]
    second.close()
    assert notices == []


@pytest.mark.parametrize(
    ("state", "days", "good"),
    [
        (State.OK, 29, True), (State.OK, 31, False), (State.DEAD, 0.9, True),
        (State.DEAD, 1.1, False), (State.BLOCKED, 1.1, False), (State.MOVED, 29, True),
    ],
)  # fmt: skip
def test_how_long_a_verdict_is_good(
    monkeypatch: pytest.MonkeyPatch,
    path: Path,
    notices: list[str],
    state: State,
    days: float,
    good: bool,
) -> None:
    store = Store(path, notices.append)
    store.keep(Verdict(URL, state), "x")
    store.flush()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + days * DAY)
    assert bool(store.fresh({URL: "x"})) is good
    assert store.last([URL])[URL].state is state
    store.close()


def test_what_is_not_kept(path: Path, notices: list[str]) -> None:
    store = Store(path, notices.append)
    for url, state in [
        ("http://127.0.0.1:8080/a", State.OK),
        ("http://localhost/a", State.DEAD),
        (URL, State.OFFLINE),
        (f"{URL}/b", State.SKIPPED),
    ]:
        store.keep(Verdict(url, state), "x")
    store.flush()
    assert list(store.every()) == []
    store.close()


def test_another_title_is_another_question(path: Path, notices: list[str]) -> None:
    store = Store(path, notices.append)
    one, other = digest([Cited(title="One")]), digest([Cited(title="Other")])
    store.keep(Verdict(URL, State.MISMATCH), one)
    store.keep(Verdict(f"{URL}/b", State.DEAD), one)
    store.flush()
    assert set(store.fresh({URL: other, f"{URL}/b": other})) == {f"{URL}/b"}
    store.close()


def test_older_rules_are_stale(
    monkeypatch: pytest.MonkeyPatch, path: Path, notices: list[str]
) -> None:
    store = Store(path, notices.append)
    store.keep(FULL, "x")
    store.flush()
    monkeypatch.setattr(store_module, "RULES", store_module.RULES + 1)
    assert store.fresh({URL: "x"}) == {}
    store.close()


@pytest.mark.parametrize(
    "data", [b"not a database at all" * 99, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_a_broken_store_is_put_aside(path: Path, notices: list[str], data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    store = Store(path, notices.append)
    store.keep(FULL, "x")
    store.flush()
    assert store.fresh({URL: "x"}) == {URL: FULL}
    store.close()
    assert path.with_name("links.sqlite3.broken").read_bytes() == data
    assert "was broken" in notices[0]


def test_a_store_of_another_kind_is_done_without(path: Path, notices: list[str]) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE verdicts (something TEXT)")
    other.close()
    store = Store(path, notices.append)
    store.keep(FULL, "x")
    store.close()
    assert "going on without it" in notices[0]


def test_a_place_that_cannot_be_written(tmp_path: Path, notices: list[str]) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    store = Store(tmp_path / "file" / "links.sqlite3", notices.append)
    store.keep(FULL, "x")
    assert store.fresh({URL: "x"}) == {}
    store.close()
    assert "going on without it" in notices[0]


def test_a_row_that_another_program_wrote(path: Path, notices: list[str]) -> None:
    store = Store(path, notices.append)
    store.keep(FULL, "x")
    store.close()
    with sqlite3.connect(path) as other:
        other.execute('UPDATE verdicts SET data = \'{"state": "fine"}\'')
    other.close()
    store = Store(path, notices.append)
    assert store.fresh({URL: "x"}) == {}
    store.close()


def test_two_runs_at_once(path: Path, notices: list[str]) -> None:
    stores = [Store(path, notices.append) for _ in range(2)]
    stores[0].close()
    stores[1].close()

    def write(run: int) -> None:
        store = Store(path, notices.append)
        for number in range(120):
            store.keep(Verdict(f"https://example.org/{run}/{number}", State.OK), "x")
        store.close()

    threads = [threading.Thread(target=write, args=(run,)) for run in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = Store(path, notices.append)
    assert len(list(store.every())) == 360
    store.close()
    assert notices == []


def test_a_killed_run_leaves_what_it_wrote(path: Path, notices: list[str], root: Path) -> None:
    program = (
        "import os, sys, pathlib\n"
        "from srccheck.links.store import Store\n"
        "from srccheck.verdicts import State, Verdict\n"
        "store = Store(pathlib.Path(sys.argv[1]), print)\n"
        "for number in range(100):\n"
        "    store.keep(Verdict(f'https://example.org/{number}', State.OK), 'x')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        check=False,
    )
    assert done.returncode != 0
    store = Store(path, notices.append)
    assert 80 <= len(list(store.every())) <= 100  # in batches of forty, or after two seconds
    store.close()
    assert notices == []


def test_where_the_store_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path() == tmp_path / "srccheck" / "links.sqlite3"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert default_path().parts[-2:] == ("srccheck", "links.sqlite3")
    assert default_path().is_absolute()
