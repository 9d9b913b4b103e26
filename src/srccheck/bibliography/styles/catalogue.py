"""The styles there are, by the name that the command line takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from srccheck.errors import UsageError
from srccheck.references import Entry
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """A style: how it writes an entry, how it sorts, what it calls the two parts of a list.

    ``lettered`` tells that citations are by author and year, so that a year needs a letter where
    it has several works of one author.
    """

    name: str
    cyrillic_first: bool
    archival_heading: str
    printed_heading: str
    lettered: bool = False

    @property
    def write(self) -> Callable[[Entry], str]:
        """Give the function that writes an entry, italics marked."""
        return _writer(self.name)


_ENGLISH = ("Archival sources", "Bibliography")
_RUSSIAN = ("Архивные источники", "Список литературы")

STYLES: Final[Mapping[str, Style]] = {
    name: Style(
        name,
        name.startswith("gost"),
        *(_RUSSIAN if name.startswith("gost") else _ENGLISH),
        lettered=name in ("chicago-author-date", "harvard-cite-them-right"),
    )
    for name in (
        "chicago-author-date",
        "chicago-notes",
        "gost-r-7.0.100",
        "gost-r-7.0.5",
        "harvard-cite-them-right",
    )
}
DEFAULT: Final = "chicago-author-date"


def style_named(name: str) -> Style:
    """Give the style of this name. Raises UsageError where there is none."""
    style = STYLES.get(name)
    if style is None:
        raise UsageError(
            f"there is no style '{name}'", advice=f"The styles are {', '.join(STYLES)}"
        )
    return style


def _writer(name: str) -> Callable[[Entry], str]:
    match name:
        case "chicago-author-date":
            from srccheck.bibliography.styles.chicago import author_date

            return author_date
        case "chicago-notes":
            from srccheck.bibliography.styles.chicago import notes_bibliography

            return notes_bibliography
        case "gost-r-7.0.100":
            from srccheck.bibliography.styles.gost import description

            return description
        case "gost-r-7.0.5":
            from srccheck.bibliography.styles.gost import reference

            return reference
        case _:
            from srccheck.bibliography.styles.harvard import cite_them_right

            return cite_them_right
