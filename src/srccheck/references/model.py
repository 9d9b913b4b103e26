"""Entries of a reference list as values."""

from __future__ import annotations

from enum import StrEnum

from srccheck.text import Place
from srccheck.values import dataclass


class EntryType(StrEnum):
    """What an entry describes; the value is the JSON name."""

    BOOK = "book"
    MULTIVOLUME = "multivolume-book"
    ARTICLE = "article"
    CHAPTER = "chapter"
    JOURNAL_ISSUE = "journal-issue"
    NEWSPAPER_ISSUE = "newspaper-issue"
    NEWSPAPER_ARTICLE = "newspaper-article"
    THESIS = "thesis"
    WEBSITE = "website"
    WEB_DOCUMENT = "web-document"
    WEB_ARTICLE = "web-article"
    REPORT = "report"
    UNPUBLISHED = "unpublished"
    ARCHIVE = "archive"
    OTHER = "other"


class AuthorSource(StrEnum):
    """Where an entry's authors were read from."""

    EXPLICIT = "explicit"
    REPEATED_DASH = "repeated-dash"
    LOST_DASH = "inferred-lost-dash"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Name:
    """A person (``family``, ``given``) or, with ``literal`` alone, a body or an uninverted name.

    A particle is part of the family name ("van Gogh"), or of the given one where it drops
    ("Jean de", La Fontaine). ``suffix`` is "Jr.", "III". Only .bib, CSL-JSON and RIS fill it.
    """

    family: str = ""
    given: str = ""
    literal: str = ""
    place: Place | None = None
    suffix: str = ""

    @property
    def sort_form(self) -> str:
        """The name as it stands in a list: "Hoxha, Enver"."""
        return self.literal or (f"{self.family}, {self.given}" if self.given else self.family)

    @property
    def short(self) -> str:
        """The part a citation uses: family name or the literal."""
        return self.family or self.literal


@dataclass(frozen=True, slots=True)
class Field:
    """A field's value (cleaned of its punctuation) and where it stands."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list.

    ``year`` is as written with an en dash ("1971–1982"), "n.d." or None; ``year_first`` and
    ``year_last`` its ends. ``fields`` holds the places of fields by their JSON name ("title",
    "container", "place", "publisher", "volume", "number", "pages", "url", "accessed", "date",
    "edition", "editor", "year", "authors", "key", and every other by the name it has here or in
    ``extra``).
    ``volume`` keeps the list of volumes as written ("8, 14", "2-6", "1–14"). ``archive_id`` is the
    registry's id where an archive entry names a known one. ``fused`` is true for an entry that
    shares its paragraph with the one before it.

    An entry of a .bib, CSL-JSON or RIS file has a ``key`` (the .bib key, the CSL id), the
    ``source_type`` that the file gives it in the file's own words ("incollection",
    "article-journal", "JOUR"), and in ``extra`` every field that has none here, by its own name
    and in the order of the file, so that nothing is lost. ``volumes`` counts the volumes of the
    work, ``total_pages`` its pages. ``language`` stands as the file has it ("russian", "ru").
    ``original_date`` is ISO or a year, ``event_date`` too. ``inherited`` names the fields that
    stand in another entry (``crossref``, ``xdata``), which have no place in this one, and
    ``and_others`` the lists of persons that leave some out ("and others").

    ``label`` is what stands before the entry and is cited, in a list that has such labels: "Zubok,
    Pleshakov 1996". Its letter is the entry's ``suffix``, its year where the entry has none.

    ``confidence`` has a number from 0 to 1 for the fields that a reader of free-form entries is
    not sure of; a field without one is as sure as its rule. ``other`` is what another reading of
    the entry says of such fields.
    """

    id: str
    type: EntryType
    place: Place
    number_in_list: int
    authors: tuple[Name, ...] = ()
    author_source: AuthorSource = AuthorSource.NONE
    editors: tuple[Name, ...] = ()
    year: str | None = None
    year_first: str | None = None
    year_last: str | None = None
    suffix: str | None = None
    title: str | None = None
    container: str | None = None
    volume: str | None = None
    volume_label: str | None = None
    number: str | None = None
    pages: str | None = None
    place_name: str | None = None
    publisher: str | None = None
    date: str | None = None  # ISO, where a day or month is given
    url: str | None = None
    accessed: str | None = None  # ISO
    edition: str | None = None
    archive: str | None = None
    archive_translated: str | None = None
    archive_abbreviation: str | None = None
    archive_id: str | None = None
    repeated_author_mark: str | None = None
    key: str | None = None
    source_type: str | None = None
    translators: tuple[Name, ...] = ()
    series: str | None = None
    series_number: str | None = None
    volumes: str | None = None
    total_pages: str | None = None
    doi: str | None = None
    isbn: str | None = None
    issn: str | None = None
    eprint: str | None = None
    language: str | None = None
    original_title: str | None = None
    original_date: str | None = None
    event: str | None = None
    event_date: str | None = None
    note: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    inherited: tuple[str, ...] = ()
    and_others: tuple[str, ...] = ()
    confidence: tuple[tuple[str, float], ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, Place], ...] = ()
    fused: bool = False
    rest: str = ""  # what no field took; never dropped
    label: str | None = None

    def field_place(self, name: str) -> Place | None:
        """Give the place of a field by its JSON name, or None."""
        return next((place for key, place in self.fields if key == name), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """Give every key the entry can be cited by: its own, biblatex's ``ids``, Zotero's."""
        own = [self.key] if self.key else []
        for name, value in self.extra:
            if name in {"ids", "citation-key"}:
                own += [key for key in (each.strip() for each in value.split(",")) if key]
        return tuple(dict.fromkeys(own))

    @property
    def fielded(self) -> bool:
        """Tell an entry of a .bib, CSL-JSON or RIS file: order and punctuation are not its own."""
        return self.source_type is not None

    def confidence_of(self, name: str) -> float:
        """Tell how sure a field is, by its JSON name: from 0 to 1, 1 where nobody doubts it."""
        return next((value for key, value in self.confidence if key == name), 1.0)


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One list of the manuscript: its stream, heading and entries in order.

    ``bibliography`` is true for a list headed Bibliography or Further reading, whose entries need
    not be cited. ``fielded`` is true for a .bib, CSL-JSON or RIS file: what a style prints from it
    is neither in its order nor all of it.
    """

    stream: int
    heading: str
    entries: tuple[Entry, ...]
    bibliography: bool = False
    fielded: bool = False
