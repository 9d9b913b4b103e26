"""Fixtures that several tests share: real texts, and the command line as a shell runs it."""

from __future__ import annotations

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


def environment(root: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give this process's environment, in which srccheck can be imported from the checkout."""
    return {**os.environ, "PYTHONPATH": str(root / "src"), **(more or {})}


@pytest.fixture
def shared_article(shared: Path) -> str:
    """The article that the project began with, in NFC."""
    text = (shared / "seeds" / "selivanov-2017.txt").read_text(encoding="utf-8")
    return unicodedata.normalize("NFC", text)
