"""Fixtures of the names tests."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest


@pytest.fixture
def shared_article(shared: Path) -> str:
    """The article that the project began with, NFC."""
    text = (shared / "seeds/selivanov-2017.txt").read_text(encoding="utf-8")
    return unicodedata.normalize("NFC", text)
