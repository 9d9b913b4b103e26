"""REF010: a second reading of an entry that is worth telling, and one that is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from srccheck.lint import read_apparatus
from srccheck.rules.base import NoOptions
from srccheck.rules.reference.unparsed_entry import UnparsedEntry

TEXT = "Text.\n\n## References\n\nOrlov, Anton. *What Was Lent*. Moscow: Nauka, 1991.\n"


@pytest.mark.parametrize(
    ("field", "other", "told"),
    [
        ("title", "What Was Lent to Us", True),
        ("authors", "Federal Writers'", False),
        ("title", "Replies to Leonard Rapport’s", False),
        ("title", "The History of the", False),
        ("title", "What “Was Lent", False),
        ("place", "Washington, D.C.", True),
    ],
)
def test_a_reading_that_ends_in_a_phrase_is_not_told(field: str, other: str, told: bool) -> None:
    apparatus = read_apparatus(TEXT.encode(), "a.md")
    (each,) = apparatus.lists
    (entry,) = each.entries
    doubted = replace(entry, other=((field, other),), confidence=((field, 0.5),))
    apparatus = replace(apparatus, lists=(replace(each, entries=(doubted,)),))
    assert bool(list(UnparsedEntry().check(apparatus, NoOptions()))) is told
