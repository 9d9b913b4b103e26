"""Archives that share an abbreviation, told apart by the full names a manuscript gives.

ГАТО is the archive of Tver, Tomsk, Tula, Tambov or Tyumen. Where a manuscript names just one of
them in full, that one is meant all through it, in its notes too.
"""

from __future__ import annotations

from collections.abc import Sequence

from srccheck.archives.names import names_in
from srccheck.archives.registry import Registry


def told_apart(registry: Registry, texts: Sequence[str]) -> Registry:
    """Give a registry in which each shared abbreviation goes first to the archive that is named.

    ``texts`` are the streams of one manuscript. Where no such abbreviation stands in them, or where
    none or several of its bearers are named, nothing changes.
    """
    shared = {
        key: bearers
        for key, bearers in registry.shared_abbreviations.items()
        if any(spelling in text for spelling in bearers.spellings for text in texts)
    }
    if not shared:
        return registry
    named = {
        name.archive
        for text in texts
        for name in names_in(text, 0, len(text), registry)
        if not name.short
    }
    meant = {key: bearers.ids & named for key, bearers in shared.items()}
    chosen = {key: next(iter(ids)) for key, ids in meant.items() if len(ids) == 1}
    return registry.preferring(chosen) if chosen else registry
