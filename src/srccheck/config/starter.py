"""The files a project begins with: kept in refs/starter, filled in here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from srccheck import __version__
from srccheck.files import SUFFIXES
from srccheck.resources import refs_path
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Starter:
    """A file to write: where it goes, from the project's folder, and its text."""

    target: Path
    text: str


PLACES = {
    "config": ("srccheck.toml", "srccheck.toml"),
    "pre-commit": ("pre-commit-config.yaml", ".pre-commit-config.yaml"),
    "github": ("github.yml", ".github/workflows/srccheck.yml"),
    "gitlab": ("gitlab.yml", ".gitlab-ci.yml"),
}


def starters(names: Iterable[str]) -> Iterator[Starter]:
    """Give the files of these names."""
    for name in names:
        source, target = PLACES[name]
        text = (refs_path() / "starter" / source).read_text(encoding="utf-8")
        text = text.replace("@VERSION@", __version__).replace("@SUFFIXES@", suffixes())
        yield Starter(Path(target), text)


def suffixes() -> str:
    """Give the endings of manuscripts as an alternative of a regular expression."""
    return "|".join(each.lstrip(".") for each in SUFFIXES)
