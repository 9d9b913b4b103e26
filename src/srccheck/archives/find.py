"""References in a text: anchors first, then the grammar around them."""

from __future__ import annotations

from srccheck.archives.model import ArchivalReference
from srccheck.archives.registry import Registry


def find_references(text: str, registry: Registry) -> list[ArchivalReference]:
    """Find the archival references of ``text``, in order."""
    return []


def read_levels(
    text: str, start: int, antecedent: ArchivalReference | None, registry: Registry
) -> ArchivalReference | None:
    """Read the levels that follow "ibid." or "Там же." at ``start``."""
    return None
