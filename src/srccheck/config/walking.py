"""What a walk through a folder leaves out: ``exclude`` of the configuration, and .gitignore."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.config.patterns import fits
from srccheck.config.project import Project

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Walk:
    """Tells which files and folders a walk keeps.

    ``exclude`` are patterns of the command line, which start from the working directory; they are
    added to those of each file's configuration. ``gitignore`` is False where the command line says
    so. With ``force`` named files are left out too.
    """

    def __init__(
        self,
        project: Project,
        exclude: Sequence[str] = (),
        *,
        gitignore: bool = True,
        force: bool = False,
    ) -> None:
        self._project = project
        self._exclude = tuple(exclude)
        self._here = Path.cwd()
        self._gitignore = gitignore
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self._roots: dict[Path, Path | None] = {}
        self.force = force

    def keeps(self, path: str, *, folder: bool = False) -> bool:
        """Tell whether a file, or a folder and all in it, is kept."""
        shown = path + "/" if folder else path
        if self._exclude and fits(shown, self._exclude, self._here):
            return False
        config = self._project.config(path)
        if "exclude" in config.values:
            value = config.values["exclude"]
            patterns = (value,) if isinstance(value, str) else tuple(value)
            if patterns and fits(shown, patterns, config.origins["exclude"].folder):
                return False
        if not self._gitignore or not config.get("respect-gitignore"):
            return True
        return not self._is_git_ignored(Path(path).absolute(), folder=folder)

    def _is_git_ignored(self, path: Path, *, folder: bool) -> bool:
        """Ask the .gitignore files from the closest to the repository's: the first decides."""
        root = self._root(path.parent)
        if root is None:
            return False
        for each in path.parents:
            spec = self._spec(each)
            if spec is not None:
                below = path.relative_to(each).as_posix() + ("/" if folder else "")
                decided = spec.check_file(below).include
                if decided is not None:
                    return decided
            if each == root:
                break
        return False

    def _root(self, folder: Path) -> Path | None:
        """Give the root of the repository that a folder belongs to."""
        if folder not in self._roots:
            if os.path.exists(folder / ".git"):  # noqa: PTH110 – a folder that is closed has none
                self._roots[folder] = folder
            else:
                parent = folder.parent
                self._roots[folder] = None if parent == folder else self._root(parent)
        return self._roots[folder]

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            lines: list[str] = []
            for name in (".git/info/exclude", ".gitignore"):
                try:
                    text = (folder / name).read_text(encoding="utf-8", errors="replace")
                except OSError:
                    continue
                lines += [line for line in text.splitlines() if line and line[0] != "#"]
            if lines:
                from pathspec import GitIgnoreSpec

                self._specs[folder] = GitIgnoreSpec.from_lines(lines)
            else:
                self._specs[folder] = None
        return self._specs[folder]
