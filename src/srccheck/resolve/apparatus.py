"""The apparatus of a manuscript: who cites what. Resolution builds it, rules read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from srccheck.archives import ArchivalReference, Registry
from srccheck.citations import Citation, Link, Mention
from srccheck.references import Entry, ReferenceList
from srccheck.text import Manuscript, Place, Stream
from srccheck.values import dataclass
from srccheck.verdicts import Verdict


class Outcome(StrEnum):
    """What became of one citation."""

    MATCHED = "matched"  # one entry fits
    FILE = "file"  # an archival reference; `entry` is the archive's entry where the list has one
    MISSING = "missing"  # no entry (CIT001)
    YEAR = "year"  # the author or title has an entry, of another year (CIT002)
    TITLE = "title"  # a short note whose title fits no work of its author (CIT015)
    SUFFIX = "suffix"  # author and year fit, the suffix does not (CIT006)
    AMBIGUOUS = "ambiguous"  # several entries fit equally (CIT005)
    NO_ANTECEDENT = "no-antecedent"  # ibid with nothing before it (CIT009)
    IMPLAUSIBLE = "implausible"  # ibid whose antecedent cannot bear the locator (CIT009)
    UNPARSED = "unparsed"
    UNLISTED = "unlisted"  # nothing to look it up in: no list, a newspaper without an entry


@dataclass(frozen=True, slots=True)
class NameDifference:
    """A cited author spelt otherwise than the entry's: "Bukharkin" and "Buharkin"."""

    cited: str
    listed: str
    verdict: str  # "same" | "possible" | "misspelling"
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation and what it resolves to.

    ``entry`` is what `resolves_to` names in the JSON (also for YEAR where the cited span stands
    in the entry's title). ``nearest`` are the entries a message should name. ``candidates`` are
    all that fit equally. ``antecedent`` is the index in ``Apparatus.citations`` of the citation an
    ibid stands for in the end, ``previous`` of the one it points to. ``reference`` is the effective
    archival reference with every inherited level; ``volume`` the effective volume of a work.
    """

    index: int
    citation: Citation
    outcome: Outcome
    entry: Entry | None = None
    nearest: tuple[Entry, ...] = ()
    candidates: tuple[Entry, ...] = ()
    differences: tuple[NameDifference, ...] = ()
    antecedent: int | None = None
    previous: int | None = None
    ambiguous_antecedents: tuple[int, ...] = ()
    reference: ArchivalReference | None = None
    volume: str | None = None
    coauthors_differ: bool = False
    reason: str = ""

    @property
    def place(self) -> Place:
        """Where the citation stands."""
        return self.citation.place


@dataclass(frozen=True, slots=True)
class Apparatus:
    """Everything the rules may look at.

    ``verdicts`` are those on links that were asked for, by canonical address; empty where none
    was.
    """

    manuscript: Manuscript
    registry: Registry
    style: str  # "author-date" | "notes" | "mixed" | "none"
    citations: tuple[Resolved, ...]
    lists: tuple[ReferenceList, ...] = ()
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entries: tuple[Entry, ...] = ()
    citing: Mapping[str, tuple[Resolved, ...]] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)

    def cited_by(self, entry: Entry) -> tuple[Resolved, ...]:
        """Give the citations that resolve to ``entry``, in order."""
        return self.citing.get(entry.id, ())

    def stream_of(self, resolved: Resolved) -> Stream:
        """Give the stream a citation stands in."""
        return self.manuscript.streams[resolved.place.stream]

    def quote(self, place: Place) -> str:
        """Give the text of ``place`` as a reader sees it."""
        return self.manuscript.excerpt(place)
