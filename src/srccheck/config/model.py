"""What a configuration is, once it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from srccheck.errors import SrccheckError
from srccheck.values import dataclass

Path_ = tuple[str | int, ...]
"""Where a value stands in a file: ("override", 0, "paths")."""


class ConfigError(SrccheckError):
    """A configuration that cannot be followed: the file, the line, and what was expected."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was set: the file as it is shown, its line, the folder paths start from."""

    file: str
    line: int
    folder: Path

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Config:
    """The values of one file and of those it extends, with their origins.

    ``values`` holds only what was set. ``origins`` has a key for each value: "fail-level",
    "severity.CIT012", "override.0". ``file`` is None where there is no configuration.
    """

    file: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def get(self, key: str) -> Any:
        """Give the value of a top-level key, or its default."""
        from srccheck.config.keys import KEYS

        return self.values[key] if key in self.values else KEYS[key].default

    def tables(self, key: str) -> list[tuple[Mapping[str, Any], Origin]]:
        """Give the tables of a list of tables, each with its origin."""
        found = self.values.get(key, ())
        return [(each, self.origins[f"{key}.{n}"]) for n, each in enumerate(found)]


@dataclass(frozen=True, slots=True)
class Command:
    """What the command line says; it goes before every file.

    With ``select`` just those rules run, whatever a file ignores; ``ignore`` leaves out more.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    archives: Path | None = None
    bib: tuple[str, ...] = ()
    keep_apparatus: bool = False
    style: str | None = None
