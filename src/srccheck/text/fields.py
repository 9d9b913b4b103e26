"""What a reference manager keeps behind a citation in a word processor."""

from __future__ import annotations

from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class FieldItem:
    """One work that a field cites, as the program's own data have it.

    ``families`` are the family names of its authors (of its editors where it has none), or the
    names of institutions; ``year`` is the year it was issued, "" where there is none.
    """

    families: tuple[str, ...]
    year: str
    title: str


@dataclass(frozen=True, slots=True)
class FieldData:
    """The data of one citation field.

    ``program`` is "Zotero", "Mendeley", "EndNote" or the like; ``written`` is the text that the
    program put into the document when it last did, None where the data do not say; ``manual``
    means that the program knows of a change by hand and keeps it.
    """

    program: str
    items: tuple[FieldItem, ...]
    written: str | None = None
    manual: bool = False


@dataclass(frozen=True, slots=True)
class CitationField:
    """A range of a stream that a reference manager wrote, in stream coordinates."""

    start: int
    end: int
    data: FieldData
