"""Which configuration each manuscript has, and the settings it comes to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.config.model import Command, Config

if TYPE_CHECKING:
    from srccheck.archives import OwnArchives
    from srccheck.lint import Settings

NOTHING = Config()


class Project:
    """The configurations of one run: the closest file of each folder, read once.

    ``given`` is a file named on the command line: it goes before every other. ``isolated`` means
    that no file is looked for.
    """

    def __init__(self, given: Path | None = None, *, isolated: bool = False) -> None:
        self._isolated = isolated
        self._given = self._load(given) if given is not None else None
        self._by_folder: dict[Path, Config] = {}
        self._settings: dict[tuple[int, Command, tuple[int, ...], tuple[int, ...]], Settings] = {}

    def config(self, path: str | Path) -> Config:
        """Give the configuration of a file (which need not exist), or of a folder's files."""
        return self.config_of_folder(Path(path).absolute().parent)

    def config_of_folder(self, folder: Path) -> Config:
        """Give the configuration of the files that stand right in ``folder``."""
        if self._given is not None:
            return self._given
        if self._isolated:
            return NOTHING
        found = self._by_folder.get(folder)
        if found is None:
            found = self._closest(folder)
            self._by_folder[folder] = found
        return found

    def here(self) -> Config:
        """Give the configuration of the working directory: what is not about one file."""
        return self.config_of_folder(Path.cwd())

    def settings(self, path: str, command: Command) -> Settings:
        """Give the settings of a manuscript. Raises ConfigError for a rule nobody knows."""
        config = self.config(path)
        overrides = _matching(path, config, "override", "paths")
        exempt = _matching(path, config, "ignore", "path")
        key = (id(config), command, overrides, exempt)
        if key not in self._settings:
            from srccheck.config.settings import settings_of

            self._settings[key] = settings_of(config, command, overrides, exempt)
        return self._settings[key]

    def settings_for(self, paths: Iterable[str], command: Command) -> dict[str, Settings]:
        """Give the settings of several manuscripts by path."""
        return {path: self.settings(path, command) for path in paths}

    def archives_for(self, paths: Iterable[str], given: Path | None) -> dict[str, OwnArchives]:
        """Give the archives that are added for each manuscript, where any are."""
        found: dict[str, OwnArchives] = {}
        made: dict[int, OwnArchives | None] = {}
        for path in paths:
            config = self.config(path)
            if given is None and "archive" not in config.values:
                continue
            from srccheck.config.own import own_archives

            if id(config) not in made:
                made[id(config)] = own_archives(config, given)
            own = made[id(config)]
            if own is not None:
                found[path] = own
        return found

    def _closest(self, folder: Path) -> Config:
        for name in ("srccheck.toml", "pyproject.toml"):
            candidate = folder / name
            if os.path.isfile(candidate):  # noqa: PTH113 – a folder that is closed has none
                from srccheck.config.load import has_settings

                if name == "srccheck.toml" or has_settings(candidate):
                    return self._load(candidate)
        return NOTHING if folder.parent == folder else self.config_of_folder(folder.parent)

    def _load(self, path: Path) -> Config:
        from srccheck.config.load import load, shown

        return load(shown(path))


def _matching(path: str, config: Config, key: str, patterns: str) -> tuple[int, ...]:
    """Give the numbers of the tables whose patterns fit a path."""
    if key not in config.values:
        return ()
    from srccheck.config.patterns import fits

    return tuple(
        number
        for number, table in enumerate(config.values[key])
        if isinstance(table, dict)
        and patterns in table
        and fits(path, _listed(table[patterns]), config.origins[f"{key}.{number}"].folder)
    )


def _listed(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
