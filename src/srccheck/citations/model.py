"""Citations as values: what stands in a manuscript, before anything is looked up."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from srccheck.archives import ArchivalReference
from srccheck.references import Entry
from srccheck.text import Place
from srccheck.values import dataclass


class Kind(StrEnum):
    """The public names of the kinds of citation."""

    ARCHIVAL = "archival"
    AUTHOR_DATE = "author-date"
    TITLE_DATE = "title-date"
    NARRATIVE = "narrative"
    NEWSPAPER = "newspaper"
    FULL_NOTE = "full-note"
    SHORT_NOTE = "short-note"
    IBID = "ibid"
    CROSS_REFERENCE = "cross-reference"
    CITE_KEY = "cite-key"
    UNPARSED = "unparsed"


@dataclass(frozen=True, slots=True)
class Year:
    """A year or span of years: "1975-88" is text "1975-88", first "1975", last "1988".

    "n.d." (б. г., o. J., s. d.) is first "n.d."; ``suffix`` is the letter of "2014a".
    """

    text: str
    first: str
    last: str | None
    suffix: str | None
    place: Place

    @property
    def normal(self) -> str:
        """The year without its suffix, a span with an en dash: "1975–88", "n.d."."""
        if self.last is None:
            return self.first
        short = self.last if len(self.text.rstrip("abcdefghij")) > 8 else self.last[-2:]
        return f"{self.first}–{short}"


@dataclass(frozen=True, slots=True)
class LocatorPart:
    """One labelled part of a locator: "t. 22", "pp. 694-95", "ff. 700–701".

    ``unit`` is "volume", "page", "leaf", "note", "chapter" or "number"; ``label`` stands as
    written ("" where none does); ``value`` is the number or numbers as written.
    """

    unit: str
    label: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class PrintedCitation:
    """An author–date, title–date, narrative or newspaper citation.

    ``authors`` are the names as cited ("Malile", "Zhou"); ``title`` is the cited title or the
    newspaper's name; ``date`` an ISO date where a day is given. ``carried`` means that the authors
    stand in an earlier citation ("Selivanov 2013 and 2014a"). ``group`` numbers the parenthesis,
    note or sentence it stands in, from 0 through the manuscript.
    """

    kind: Kind
    place: Place
    group: int
    authors: tuple[str, ...] = ()
    authors_place: Place | None = None
    et_al: bool = False
    title: str | None = None
    year: Year | None = None
    date: str | None = None
    locators: tuple[LocatorPart, ...] = ()
    carried: bool = False


@dataclass(frozen=True, slots=True)
class ArchivalCitation:
    """A reference to one file in an archive."""

    place: Place
    group: int
    reference: ArchivalReference
    kind: Kind = Kind.ARCHIVAL


@dataclass(frozen=True, slots=True)
class IbidCitation:
    """ "ibid.", "там же", "ebd.", "idem", "op. cit." and what follows it.

    ``word`` is the form as written; ``form`` one of "ibid", "idem", "op-cit". Exactly one of
    ``locators`` (printed) and ``reference`` (archival levels) is filled where anything follows;
    "ibid., p. 40" has a locator and is read as a leaf by resolution where the antecedent is a file.
    ``authors`` are those before op. cit. ("Hoxha, op. cit., p. 3").
    """

    place: Place
    group: int
    word: str
    form: str = "ibid"
    locators: tuple[LocatorPart, ...] = ()
    reference: ArchivalReference | None = None
    authors: tuple[str, ...] = ()
    kind: Kind = Kind.IBID


@dataclass(frozen=True, slots=True)
class CiteKeyCitation:
    """A work cited by the key of its entry: ``[@ames1999, p. 3]``, ``\\cite[3]{ames1999}``.

    ``key`` is as the file has it, without ``@``; ``key_place`` is where it shows.
    """

    place: Place
    group: int
    key: str
    key_place: Place
    locators: tuple[LocatorPart, ...] = ()
    kind: Kind = Kind.CITE_KEY


@dataclass(frozen=True, slots=True)
class FullNote:
    """A source that a note names in full: "Zubok, *A Failed Empire* (Chapel Hill: …, 2007), 45".

    ``work`` is what is said of it, with places in the note; it has no id before resolution.
    ``work.pages`` are the whole of an article's pages, and only where that is certain; the page
    that is cited is in ``locators``. ``repeated`` is true after "Ders.", "Idem", "Он же": the
    authors are those of the source before.
    """

    place: Place
    group: int
    work: Entry
    locators: tuple[LocatorPart, ...] = ()
    repeated: bool = False
    et_al: bool = False
    kind: Kind = Kind.FULL_NOTE


@dataclass(frozen=True, slots=True)
class ShortNote:
    """A source that was named in full elsewhere: "Zubok, *Failed Empire*, 50", "Zubok, 47".

    ``marked`` is true where the title stands in quotes or italics. A citation without a mark is
    one only if its author is known to the manuscript. ``note`` is the label of the note that it
    points to ("wie Anm. 3").
    """

    place: Place
    group: int
    authors: tuple[str, ...] = ()
    authors_place: Place | None = None
    title: str | None = None
    title_place: Place | None = None
    marked: bool = False
    et_al: bool = False
    locators: tuple[LocatorPart, ...] = ()
    repeated: bool = False
    note: str | None = None
    kind: Kind = Kind.SHORT_NOTE


@dataclass(frozen=True, slots=True)
class CrossReference:
    """ "see note 12", "vgl. Anm. 12", "см. прим. 12": ``note`` is the label it names."""

    place: Place
    group: int
    note: str
    kind: Kind = Kind.CROSS_REFERENCE


@dataclass(frozen=True, slots=True)
class UnparsedCitation:
    """What looks like a citation and could not be read: never dropped, never guessed."""

    place: Place
    group: int
    expected: str
    kind: Kind = Kind.UNPARSED


@dataclass(frozen=True, slots=True)
class Link:
    """A web address in a text, with its access date (ISO) where one follows."""

    place: Place
    url: str
    accessed: str | None = None


Citation = (
    ArchivalCitation
    | PrintedCitation
    | IbidCitation
    | CiteKeyCitation
    | FullNote
    | ShortNote
    | CrossReference
    | UnparsedCitation
)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that stands in a manuscript's streams, in the order of the streams.

    ``style`` is "notes" or "mixed" where full or short notes were found, "" where none were.
    """

    citations: tuple[Citation, ...]
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = field(default_factory=tuple)
    style: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An archive named in a stream (see ArchiveMention), with its place."""

    place: Place
    archive: str | None
    abbreviation: str
    name: str
    expands: bool
    former: str | None = None
