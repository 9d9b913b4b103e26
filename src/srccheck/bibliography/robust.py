"""Robust links: beside an address the archived copy of it that a check of links has found.

Original, version and version date (https://robustlinks.mementoweb.org/spec/). The verdict store is
read; nothing is asked for over the network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from srccheck.links.address import canonical
from srccheck.links.store import Store
from srccheck.references import Entry
from srccheck.verdicts import Archived

Change = Callable[[Sequence[Entry]], list[Entry]]


class KnownCopies:
    """The copies in a verdict store, by canonical address."""

    def __init__(self, store: Store) -> None:
        self._copies: Mapping[str, Archived] = {
            verdict.canonical: verdict.archived for verdict in store.every() if verdict.archived
        }

    def change(self, before: Change | None) -> Change:
        """Give what ``before`` does to entries, and then add their archived copies."""

        def changed(entries: Sequence[Entry]) -> list[Entry]:
            return [self.beside(each) for each in (before(entries) if before else entries)]

        return changed

    def beside(self, entry: Entry) -> Entry:
        """Give an entry with the address and the day of its copy; one that has them stays."""
        copy = self._copies.get(canonical(entry.url)) if entry.url else None
        if copy is None or any(name == "archiveurl" for name, _ in entry.extra):
            return entry
        day = f"{copy.timestamp[:4]}-{copy.timestamp[4:6]}-{copy.timestamp[6:8]}"
        return replace(entry, extra=(*entry.extra, ("archiveurl", copy.url), ("archivedate", day)))
