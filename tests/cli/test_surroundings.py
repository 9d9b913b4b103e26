"""Interrupts, pipes, narrow terminals, line ends and paths of other systems."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from conftest import DISAGREES, Run, environment

SLIP = "It is there (RGASPI, f. 17, op. 3, d. ½, l. 7).\n\n"


def files_of(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_with_130_and_leaves_everything_whole(
    folder: Path, root: Path, jobs: str
) -> None:
    filler = "The reading room opens at nine and closes at five.\n\n" * 1500
    for number in range(60):
        (folder / f"{number}.md").write_text(SLIP + filler, encoding="utf-8")
    (folder / "out.json").write_text("before", encoding="utf-8")
    (folder / "sitecustomize.py").write_text(
        "import srccheck.fixing.repeat as step, pathlib, time\n"
        "whole = step.lint\n"
        "def lint(data, path, settings=None):\n"
        "    pathlib.Path('begun').touch()\n"
        "    time.sleep(0.2)\n"
        "    return whole(data, path, settings)\n"
        "step.lint = lint\n",
        encoding="utf-8",
    )
    before = files_of(folder)
    command = ["lint", ".", "--fix", "--jobs", jobs, "--report=json=out.json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "srccheck", *command],
        cwd=folder,
        env=environment(root, {"PYTHONPATH": os.pathsep.join((str(folder), str(root / "src")))}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    waited = time.monotonic() + 60
    while not (folder / "begun").exists() and time.monotonic() < waited:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    after = files_of(folder)
    del after["begun"]
    assert after == before


def test_a_reader_that_goes_away_is_no_error_for_any_report(folder: Path, root: Path) -> None:
    (folder / "long.md").write_text(SLIP * 3000, encoding="utf-8")
    for name in ("sarif", "github", "json", "statistics"):
        lint = f'"{sys.executable}" -m srccheck lint long.md --select ARC007'
        done = subprocess.run(
            f"{lint} --format {name} | head -c 9",
            shell=True,
            capture_output=True,
            cwd=folder,
            env=environment(root),
            check=False,
        )
        assert (done.stderr, len(done.stdout)) == (b"", 9)


@pytest.mark.parametrize("columns", [20, 40, 72])
def test_a_narrow_terminal(folder: Path, root: Path, columns: int) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    base = {key: value for key, value in environment(root).items() if key != "COLUMNS"}
    subprocess.run(
        [sys.executable, "-m", "srccheck", "lint", "bad.md", "--select=CIT002"],
        stdout=theirs,
        cwd=folder,
        env={**base, "NO_COLOR": "1", "TERM": "xterm"},
        check=False,
    )
    os.close(theirs)
    chunks = []
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(ours)
    lines = b"".join(chunks).decode().replace("\r\n", "\n").splitlines()
    assert any("CIT002" in line for line in lines)
    assert "\x1b" not in "".join(lines)
    assert max(map(len, lines)) <= max(columns, 56)  # a code and a name stay whole


def test_line_ends_of_windows(srccheck: Run, folder: Path) -> None:
    text = (DISAGREES + "<!-- srccheck: ignore[CIT004] -->\n").replace("\n", "\r\n")
    (folder / "bad.md").write_bytes(text.encode())
    config = (
        'select = ["CIT002", "SRC"]\n[[ignore]]\nrule = "CIT002"\npath = "good.md"\nreason = "x"\n'
    )
    (folder / "srccheck.toml").write_bytes(config.replace("\n", "\r\n").encode())
    document = json.loads(srccheck("lint", ".", "--format=json").out)
    found = [(each["path"], each["code"]) for each in document["diagnostics"]]
    assert found == [("bad.md", "CIT002"), ("bad.md", "SRC003"), ("srccheck.toml", "SRC003")]
    srccheck("lint", "bad.md", "--fix", "--unsafe-fixes")
    expected = text.replace("2010", "1996").replace("<!-- srccheck: ignore[CIT004] -->\r\n", "")
    assert (folder / "bad.md").read_bytes() == expected.encode()


def test_paths_of_windows_are_written_with_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    import ntpath
    from pathlib import PureWindowsPath

    from srccheck.report import machine

    monkeypatch.setattr(machine, "PurePath", PureWindowsPath)
    monkeypatch.setattr(machine, "os", ntpath_os())
    monkeypatch.setattr(machine, "Path", WindowsHere)
    assert ntpath.sep == "\\"
    assert machine.relative("articles\\глава 1.md") == "articles/глава 1.md"
    assert machine.relative("C:\\work\\articles\\a.md") == "articles/a.md"
    assert machine.uri("articles\\глава 1.md").startswith("articles/%D0%B3")


class WindowsHere:
    """A working directory on Windows."""

    @staticmethod
    def cwd() -> object:
        from pathlib import PureWindowsPath

        return PureWindowsPath("C:\\work")


def ntpath_os() -> object:
    """What `os` is on Windows, as far as paths go."""
    import ntpath
    from types import SimpleNamespace

    return SimpleNamespace(path=ntpath, sep="\\")


def test_the_report_option_takes_a_path_of_windows(srccheck: Run, folder: Path) -> None:
    from srccheck.cli.reports import wanted

    (each,) = [each for each in wanted(None, None, ["json=C:\\out\\a=b.json"]) if each.target]
    assert str(each.target) == "C:\\out\\a=b.json"
