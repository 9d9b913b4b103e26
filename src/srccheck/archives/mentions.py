"""Archives named in running text."""

from __future__ import annotations

from srccheck.archives.model import ArchiveMention
from srccheck.archives.registry import Registry


def find_mentions(text: str, registry: Registry) -> list[ArchiveMention]:
    """Find the places of ``text`` that name an archive, in order."""
    return []
