"""The archives a project adds to the registry, as a value that another process can be given."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from srccheck.archives.registry import Registry, load_registry
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class OwnArchives:
    """The checked records of one file: ``where`` names it, ``records`` holds them as JSON."""

    where: str
    records: str

    def __len__(self) -> int:
        return len(self.load())

    def load(self) -> list[dict[str, Any]]:
        """Give the records."""
        records: list[dict[str, Any]] = json.loads(self.records)
        return records


def read_own(path: Path) -> OwnArchives:
    """Read the [[archive]] tables of a TOML file.

    Raises DataFileError with the file, the line and what was expected.
    """
    from srccheck.archives.schema import read_own_file

    records = read_own_file(path, load_registry().levels.conventions)
    return OwnArchives(str(path), json.dumps(records, ensure_ascii=False, default=str))


@lru_cache(maxsize=8)
def registry_with(own: OwnArchives | None) -> Registry:
    """Give the registry with a project's own archives; they go before ours of the same name."""
    registry = load_registry()
    return registry.extend(own.load(), own.where) if own else registry
