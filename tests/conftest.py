"""Fixtures that several tests share: real texts, and the command line as a shell runs it."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine: a run that passed once passes again.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")

# No test sees what a run before it has kept, and none leaves anything in the user's cache.
os.environ["SRCCHECK_CACHE_DIR"] = os.devnull

ROOT = Path(__file__).resolve().parent.parent

DISAGREES = """\
He complained at length (Gaiduk 2010, pp. 8–9).

## References

Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.
"""
AGREES = DISAGREES.replace("2010", "1996")


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that has ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real texts and hand labels beside the repository; a test that needs them is skipped."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not there")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a manuscript that has one finding, bad.md, and one that has none, good.md."""
    (tmp_path / "bad.md").write_text(DISAGREES, encoding="utf-8")
    (tmp_path / "good.md").write_text(AGREES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def srccheck(tmp_path: Path, root: Path) -> Run:
    """Run srccheck in ``tmp_path``, in a process of its own. What it writes is read as UTF-8."""

    def run(
        *arguments: str | Path, stdin: str | bytes = b"", env: Mapping[str, str] | None = None
    ) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "srccheck", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment(root, env),
            check=False,
            timeout=60,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def inline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run srccheck's command line in ``tmp_path``, in this process: what it keeps is thrown away.

    A tenth of a second less for every run; whatever hangs on the process itself (signals, pipes,
    imports, other processes) wants ``srccheck``.
    """
    from srccheck import bibliographies
    from srccheck.cli import main

    monkeypatch.chdir(tmp_path)

    def run(
        *arguments: str | Path, stdin: str | bytes = b"", env: Mapping[str, str] | None = None
    ) -> Ended:
        bibliographies._read.cache_clear()
        data = stdin.encode() if isinstance(stdin, str) else stdin
        streams = [io.BytesIO(data), io.BytesIO(), io.BytesIO()]
        before, code = gc.get_threshold(), 0
        with monkeypatch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["srccheck", *map(str, arguments)])
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", newline=""))
            try:
                main()
            except SystemExit as end:
                code = int(end.code or 0)
            finally:
                gc.set_threshold(*before)
                sys.stdout.flush()
                sys.stderr.flush()
                out, err = streams[1].getvalue().decode(), streams[2].getvalue().decode()
        return Ended(code, out, err)

    return run


def environment(root: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give this process's environment, in which srccheck can be imported from the checkout."""
    return {**os.environ, "PYTHONPATH": str(root / "src"), **(more or {})}


@pytest.fixture
def shared_article(shared: Path) -> str:
    """The article that the project began with, in NFC."""
    text = (shared / "seeds" / "selivanov-2017.txt").read_text(encoding="utf-8")
    return unicodedata.normalize("NFC", text)
