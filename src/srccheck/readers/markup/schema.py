"""What the elements of a vocabulary are to a reader."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from srccheck.text import Role
from srccheck.values import dataclass


class Kind(StrEnum):
    """What an element does with the text in it."""

    INLINE = "inline"
    BLOCK = "block"  # a paragraph of its own, or what holds some
    HEADING = "heading"
    EMPHASIS = "emphasis"
    LINK = "link"
    NOTE = "note"
    LABEL = "label"  # the number of a note or an entry, which does not show
    LIST = "list"  # a list of references
    ENTRY = "entry"
    KEY = "key"  # a work cited by the identifier of its entry
    SECTION = "section"  # what a heading inside it says holds to its end
    HIDDEN = "hidden"
    QUOTED = "quoted"  # shows quotation marks


@dataclass(frozen=True, slots=True)
class Meaning:
    """An element's kind, and what else is to be known of it."""

    kind: Kind
    role: Role | None = None
    level: int = 0
    detail: str = ""  # a link's address, a note's label, an entry's or a cited key


INLINE = Meaning(Kind.INLINE)
BLOCK = Meaning(Kind.BLOCK)
HIDDEN = Meaning(Kind.HIDDEN)
EMPHASIS = Meaning(Kind.EMPHASIS)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The elements of a format by name; ``closing`` is what the end of one shows.

    ``spaces`` are empty elements that show as a space, or as the end of a line.
    """

    name: str
    elements: Mapping[str, Meaning]
    spaces: frozenset[str] = frozenset()
    closing: Mapping[str, str] | None = None
