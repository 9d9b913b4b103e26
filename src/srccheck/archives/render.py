"""Canonical forms of a reference."""

from __future__ import annotations

from enum import StrEnum

from srccheck.archives.model import ArchivalReference
from srccheck.archives.registry import Registry


class Style(StrEnum):
    """How a reference is written out."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    SPELLED = "spelled"
    COMPACT = "compact"


def render(reference: ArchivalReference, registry: Registry, style: Style) -> str:
    """Write a reference in one style."""
    return ""


def canonical(reference: ArchivalReference, registry: Registry) -> str:
    """Write a reference in the canonical style of its own script."""
    return render(reference, registry, Style.LATIN)
