"""An entry of a bibliography to be written, and where everything in it comes from."""

from __future__ import annotations

from srccheck.references import Entry
from srccheck.report.register import Cited
from srccheck.values import dataclass

Origins = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """An entry, as it is written in its file, and where: ``where`` is "article.md:412".

    ``origin`` is the format of that file. ``origins`` names the place of every field that comes
    from another entry, ``aliases`` the keys of the entries that were merged into this one.
    ``unparsed`` is what of the entry no field holds: all of ``raw`` where nothing could be read.
    ``at`` is the offset in its file at which the entry begins, ``marked`` is ``raw`` with the
    italics of bibliography/inline.py, where it has some.
    """

    entry: Entry
    raw: str
    where: str
    origin: str
    origins: Origins = ()
    aliases: tuple[str, ...] = ()
    unparsed: str = ""
    at: int = 0
    marked: str = ""

    @property
    def path(self) -> str:
        """Give the file it stands in."""
        return self.where.rpartition(":")[0]

    @property
    def name(self) -> str:
        """Give the key by which messages name the entry."""
        return self.entry.key or self.entry.id


@dataclass(frozen=True, slots=True)
class NamedList:
    """A bibliography that a manuscript names: how many of its entries are taken.

    ``path`` is empty where there is no such file.
    """

    name: str
    path: str = ""
    taken: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one file gives to a bibliography.

    ``source`` is the text of a .bib, which is edited rather than written anew; else empty.
    ``named`` are the bibliographies that a manuscript names, ``unknown`` the keys it cites that
    none of them has.
    """

    path: str
    format: str
    records: tuple[Record, ...]
    cited: tuple[Cited, ...] = ()
    source: str = ""
    named: tuple[NamedList, ...] = ()
    unknown: tuple[str, ...] = ()
