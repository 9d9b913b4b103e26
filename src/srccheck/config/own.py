"""The archives and names that a configuration adds to what is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from srccheck.archives import OwnArchives, read_own
from srccheck.config.model import Config
from srccheck.errors import UsageError
from srccheck.translit.own import OwnAuthorities

_KINDS = ("name", "place", "periodical")


def own_archives(config: Config, given: Path | None) -> OwnArchives | None:
    """Give the archives of ``given``, a file named on the command line, or of the configuration.

    Raises DataFileError where a record is broken, and UsageError where ``given`` has none.
    """
    if given is not None:
        own = read_own(given)
        if not own:
            raise UsageError(
                "there is no [[archive]] in this file",
                where=str(given),
                advice="docs/archives.md shows how an archive is written",
            )
        return own
    if "archive" not in config.values:
        return None
    records: list[dict[str, Any]] = []
    files = list(dict.fromkeys(origin.file for _, origin in config.tables("archive")))
    for file in reversed(files):  # those of the file itself go before those it extends
        records += read_own(Path(file)).load()
    return OwnArchives(files[-1], json.dumps(records, ensure_ascii=False, default=str))


def own_names(config: Config) -> OwnAuthorities | None:
    """Give the names, places and periodicals of the configuration."""
    records = {kind: config.values.get(kind, []) for kind in _KINDS}
    if not any(records.values()):
        return None
    return OwnAuthorities(json.dumps(records, ensure_ascii=False, default=str))
