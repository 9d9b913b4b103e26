"""``srccheck links`` and ``lint --links`` as a shell runs them, through a proxy of ours."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, environment

sys.path.insert(0, str(Path(__file__).parent.parent / "links"))
from loopback import Host, Request, article, free_port, serving

TEXT = """\
See [the list](http://good.example.org/list), http://good.example.org/gone and
http://wall.example.org/x, and again http://good.example.org/gone.
"""
PAGES = {
    "http://good.example.org/list": (200, "The List of Everything"),
    "http://wall.example.org/x": (403, "Forbidden"),
    "http://example.com/": (200, "Example"),
}


def answer(request: Request) -> None:
    """Answer as the proxy for every host there is."""
    status, title = PAGES.get(request.path, (404, "Not here"))
    request.answer(status, article(title))


@pytest.fixture
def proxy() -> Iterator[Host]:
    with serving({}, answer) as host:
        yield host


@pytest.fixture
def env(proxy: Host, tmp_path: Path) -> dict[str, str]:
    return {
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), proxy.base),
        "no_proxy": "",
        "NO_PROXY": "",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


QUICK = ("--host-interval", "0", "--no-archive")


def test_json_is_the_contract(srccheck: Run, text: Path, env: Mapping[str, str]) -> None:
    ended = srccheck("links", *QUICK, "--format", "json", "a.md", env=env)
    assert ended.code == 1, ended.err
    document = json.loads(ended.out)
    assert document["version"] == 1
    links = {each["url"]: each for each in document["links"]}
    assert {url: each["state"] for url, each in links.items()} == {
        "http://good.example.org/list": "ok",
        "http://good.example.org/gone": "dead",
        "http://wall.example.org/x": "blocked",
    }
    gone = links["http://good.example.org/gone"]
    assert set(gone) == {
        "url", "canonical", "state", "status", "final_url", "chain", "title", "date", "reason",
        "checked_at", "archived", "places",
    }  # fmt: skip
    assert (gone["status"], gone["chain"], gone["archived"]) == (404, [], None)
    assert [each["path"] for each in gone["places"]] == ["a.md", "a.md"]
    place = gone["places"][0]
    start, end = place["location"], place["end_location"]
    assert (start["line"], start["column"]) == (1, 47)
    assert TEXT[start["offset"] : end["offset"]] == "http://good.example.org/gone"


def test_text_and_one_line_a_place(srccheck: Run, text: Path, env: Mapping[str, str]) -> None:
    ended = srccheck("links", *QUICK, "a.md", env=env)
    assert ended.code == 1
    assert (
        "dead  http://good.example.org/gone\n    404 Not Found, twice\n    a.md:1:47" in ended.out
    )
    assert ended.out.endswith("3 links: 1 ok, 1 dead, 1 blocked\n")
    assert "/list" not in ended.out
    ended = srccheck("links", *QUICK, "--format", "concise", "--all", "a.md", env=env)
    assert "a.md:1:47: dead http://good.example.org/gone: 404 Not Found, twice" in ended.out
    assert "a.md:1:6: ok http://good.example.org/list" in ended.out


def test_the_store_answers(srccheck: Run, text: Path, env: dict[str, str], proxy: Host) -> None:
    srccheck("links", *QUICK, "a.md", env=env)
    before = len(proxy.asked)
    ended = srccheck("links", *QUICK, "--format", "json", "a.md", env=env)
    assert len(proxy.asked) == before
    assert {each["state"] for each in json.loads(ended.out)["links"]} == {"ok", "dead", "blocked"}
    dead = {**env, "http_proxy": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}
    ended = srccheck("links", "--offline", "a.md", env=dead)
    assert ended.code == 1
    assert "1 ok, 1 dead, 1 blocked" in ended.out
    ended = srccheck("links", "--export", env=env)
    assert [each["state"] for each in json.loads(ended.out)["links"]] == ["dead", "ok", "blocked"]
    srccheck("links", *QUICK, "--refresh", "a.md", env=env)
    assert len(proxy.asked) > before


def test_what_has_changed(srccheck: Run, text: Path, env: dict[str, str], proxy: Host) -> None:
    ended = srccheck("links", *QUICK, "--changed", "a.md", env=env)
    assert ended.code == 1
    assert ended.out.endswith("changed: 1 link: 1 dead\n")
    ended = srccheck("links", *QUICK, "--changed", "--refresh", "a.md", env=env)
    assert (ended.code, ended.out) == (0, "changed: 0 links\n")
    gone = lambda request: request.answer(410, "")  # noqa: E731
    proxy.pages["http://good.example.org/list"] = gone
    ended = srccheck("links", *QUICK, "--changed", "--refresh", "a.md", env=env)
    assert ended.code == 1
    assert "dead  http://good.example.org/list" in ended.out
    assert "/gone" not in ended.out


def test_findings_of_lint(srccheck: Run, text: Path, env: Mapping[str, str]) -> None:
    ended = srccheck("lint", "--links", "--select", "URL", "--format", "concise", "a.md", env=env)
    assert ended.code == 1
    codes = [line.split(" ")[1] for line in ended.out.splitlines()]
    assert codes == ["URL001", "URL003", "URL001"]


def test_what_the_configuration_adds(
    srccheck: Run, tmp_path: Path, text: Path, env: Mapping[str, str], proxy: Host
) -> None:
    (tmp_path / "srccheck.toml").write_text(
        'link-contact = "editor@example.org"\nlink-timegates = ["http://gate.example.org/"]\n',
        encoding="utf-8",
    )
    wayback = ("--wayback", "http://wayback.example.org", "--host-interval", "0")
    ended = srccheck("links", *wayback, "a.md", env=env)
    assert "1 dead" in ended.out, ended.err
    assert any("editor@example.org" in agent for agent in proxy.agents)
    paths = [path for _, path, _ in proxy.asked]
    assert "http://gate.example.org/http://good.example.org/gone" in paths


def test_a_proxy_that_is_dead_is_offline(srccheck: Run, text: Path, env: dict[str, str]) -> None:
    at = f"http://127.0.0.1:{free_port()}"
    env |= {name: at for name in env if name.lower() == "http_proxy" or name == "https_proxy"}
    env |= {"HTTPS_PROXY": at}
    ended = srccheck("links", *QUICK, "a.md", env=env)
    assert ended.code == 0
    assert "3 links: 3 offline" in ended.out
    assert "nothing answers" in ended.err
    assert "Traceback" not in ended.err


def test_private_addresses_are_skipped(srccheck: Run, tmp_path: Path, env: dict[str, str]) -> None:
    with serving({}, answer) as host:
        (tmp_path / "b.md").write_text(f"See {host.base}/x.\n", encoding="utf-8")
        ended = srccheck("links", *QUICK, "b.md", env={**env, "no_proxy": "127.0.0.1"})
        assert host.asked == []
    assert ended.code == 0
    assert "skipped" in ended.out


def test_a_home_that_may_not_be_written(srccheck: Run, text: Path, env: dict[str, str]) -> None:
    env["XDG_CACHE_HOME"] = "/proc/none"
    ended = srccheck("links", *QUICK, "a.md", env=env)
    assert ended.code == 1
    assert "going on without it" in ended.err
    assert "1 dead" in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--offline", "--refresh", "a.md"], "--offline asks for nothing"),
        (["--no-store", "--changed", "a.md"], "nothing to compare with"),
        ([], "nothing to read"),
        (["missing.md"], "no such file"),
    ],
)
def test_what_makes_no_sense(
    srccheck: Run, text: Path, env: Mapping[str, str], arguments: list[str], said: str
) -> None:
    ended = srccheck("links", *arguments, env=env)
    assert ended.code == 2
    assert said in ended.err
    assert "Traceback" not in ended.err


def test_an_interrupt_keeps_what_is_known(
    tmp_path: Path, root: Path, env: Mapping[str, str], proxy: Host
) -> None:
    proxy.pages["http://slow.example.org/x"] = lambda request: request.hold(20)
    (tmp_path / "b.md").write_text(
        "See http://good.example.org/list and http://slow.example.org/x.\n", encoding="utf-8"
    )
    running = subprocess.Popen(
        [sys.executable, "-m", "srccheck", "links", *QUICK, "--timeout=20", "-f", "json", "b.md"],
        cwd=tmp_path, env=environment(root, env), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    until = time.monotonic() + 30
    while time.monotonic() < until and not proxy.count["http://slow.example.org/x"]:
        time.sleep(0.05)
    time.sleep(0.5)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert running.returncode == 130, err
    states = {each["url"]: each["state"] for each in json.loads(out)["links"]}
    assert states == {
        "http://good.example.org/list": "ok",
        "http://slow.example.org/x": "skipped",
    }


def test_nothing_leaves_the_machine_unless_asked(root: Path, tmp_path: Path, text: Path) -> None:
    """Every other command runs where no socket can be made and no name looked up."""
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(
        "import socket\n"
        "def refuse(*arguments, **named):\n"
        "    print('SOCKET', arguments, flush=True)\n"
        "    raise OSError('no network here')\n"
        "socket.socket.connect = socket.socket.connect_ex = refuse\n"
        "socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse\n",
        encoding="utf-8",
    )
    path = os.pathsep.join((str(guard), str(root / "src")))

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "srccheck", *arguments],
            cwd=tmp_path, capture_output=True, check=False, timeout=60,
            env={**os.environ, "PYTHONPATH": path, "XDG_CACHE_HOME": str(tmp_path / "none")},
        )  # fmt: skip

    commands: list[Any] = [
        ["lint", "a.md"], ["lint", "--format", "json", "a.md"], ["extract", "a.md"], ["rules"],
        ["links", "--offline", "a.md"], ["links", "--export"], ["archives", "RGASPI"],
    ]  # fmt: skip
    for command in commands:
        done = run(*command)
        assert b"SOCKET" not in done.stdout + done.stderr, command
        assert done.returncode in (0, 1), (command, done.stderr)
    done = run(
        "links", "--host-interval", "0", "a.md"
    )  # the guard works: asked for, it does reach for the network
    assert b"SOCKET" in done.stdout + done.stderr
