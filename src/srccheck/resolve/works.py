"""Every work that a manuscript names in full: the entries of its lists, and what its notes add."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from srccheck.references import Entry, EntryType, Name
from srccheck.references.identity import make_id
from srccheck.resolve.folding import fold
from srccheck.resolve.index import author_keys, citation_keys
from srccheck.resolve.names import Agreement, AuthorMatch, compare, match_authors
from srccheck.resolve.titles import Fit, content, fit, same_work
from srccheck.text import Manuscript
from srccheck.values import dataclass

COMMON = 40  # works with a word from which on it is no word to look a title up by
COMPARED = 40  # works of one title whose authors are compared with a note's
MOST = 200  # works that are compared with one title
LONG_TITLE = 4  # words of a title that is nobody else's


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a note may mean: how well its title fits, and how well its authors agree."""

    work: Entry
    title: Fit
    authors: AuthorMatch | None
    same_year: bool = True

    @property
    def rank(self) -> tuple[int, int, bool, bool]:
        """Order, best first."""
        agreement = self.authors.agreement if self.authors else Agreement.DIFFERENT
        coauthors = self.authors is None or self.authors.coauthors
        return self.title, agreement, not self.same_year, not coauthors


@dataclass(slots=True)
class Works:
    """Look-ups over works by author and by the words of the title."""

    manuscript: Manuscript
    all: list[Entry] = field(default_factory=list)
    listed: frozenset[str] = frozenset()
    by_author: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    more_titles: dict[str, str] = field(default_factory=dict)  # titles of volumes, by id
    _ids: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, manuscript: Manuscript, entries: Iterable[Entry]) -> Works:
        """Begin with the entries of the lists of a manuscript."""
        works = cls(manuscript)
        for entry in entries:
            works._ids[entry.id] = works._ids.get(entry.id, 0) + 1
            if entry.type is not EntryType.ARCHIVE:
                works._file(entry)
        works.listed = frozenset(entry.id for entry in works.all)
        return works

    def add(self, work: Entry) -> Entry:
        """Add a work that a note names in full; give it with its id."""
        work = replace(work, id=make_id(work, self._ids))
        self._file(work)
        return work

    def _file(self, work: Entry) -> None:
        self.all.append(work)
        for name in (*work.authors, *work.editors):
            for key in author_keys(name):
                self.by_author[key].append(work)
        own = work.field_place("volume_title")
        if own is not None:
            self.more_titles[work.id] = self.manuscript.excerpt(own)
        for title in (work.title, work.container, self.more_titles.get(work.id)):
            for word in dict.fromkeys(content(title) if title else ()):
                self.by_word[word].append(work)

    def of_author(self, name: str) -> list[Entry]:
        """Give the works of which ``name`` may be an author or editor, in order."""
        found = {
            work.id: work for key in citation_keys(name) for work in self.by_author.get(key, ())
        }
        return list(found.values())

    def of_title(self, title: str) -> list[Entry]:
        """Give the works that share the rarest word of a title, or the one after it.

        A word that many titles have tells nothing by itself.
        """
        held = {word: self.by_word[word] for word in content(title) if word in self.by_word}
        words = sorted(held, key=lambda word: len(held[word]))
        found: dict[str, Entry] = {}
        for word in words[:2]:
            if len(held[word]) <= COMMON or (word == words[0] and len(words) > 1):
                found.update((work.id, work) for work in held[word][:MOST])
        return list(found.values())


def full_candidates(work: Entry, works: Works, *, et_al: bool) -> list[Candidate]:
    """Give the works that may be the one a full note names, the best first."""
    title = work.title or work.container or ""
    cited = tuple(name.short for name in work.authors or work.editors)
    found: list[Candidate] = []
    missed = 0
    near = {each.id: each for each in works.of_title(title)}
    if cited:
        near.update((each.id, each) for each in works.of_author(cited[0]))
    for each in near.values():
        fits = same_work(title, each.title or each.container or "")
        if work.volume and each.volume and work.volume != each.volume and _numbered(each):
            continue
        same_year = work.year_first == each.year_first
        if fits is Fit.SLIP and not same_year and _word_added(title, each):
            continue
        if fits is Fit.NONE or (each.title is None) != (work.title is None):
            continue
        if len(found) + missed >= COMPARED:
            break
        authors = match_authors(cited, each, et_al=et_al) if cited else None
        missed += authors is None
        if cited and authors is None and not _may_be_misattributed(work, each, fits):
            continue
        nobody = not cited and (bool(each.authors) or len(content(title)) < 2)
        if nobody and (fits is not Fit.EQUAL or len(content(title)) < LONG_TITLE):
            continue
        found.append(Candidate(each, fits, authors, same_year))
    return sorted(found, key=lambda each: each.rank)


def _word_added(title: str, other: Entry) -> bool:
    return len(content(title)) != len(content(other.title or other.container or ""))


def _numbered(work: Entry) -> bool:
    """Tell a single volume from a set: "Vol. 2" is another book than "Vol. 1"."""
    return (work.volume or "").isdigit()


def _may_be_misattributed(work: Entry, other: Entry, fits: Fit) -> bool:
    """One long title under two names: the name is wrong in one place, where all else agrees."""
    if not (other.authors or other.editors):
        return fits is Fit.EQUAL and len(content(work.title or "")) >= LONG_TITLE
    long = len(content(work.title or "")) >= LONG_TITLE
    house = bool(work.publisher) and fold(work.publisher or "") == fold(other.publisher or "")
    mine = {fold(name.short) for name in work.authors}
    shared = any(fold(name.short) in mine for name in other.authors)
    same_year = work.year_first == other.year_first
    return fits is Fit.EQUAL and same_year and (long or house or shared)


def short_candidates(
    authors: Sequence[str], title: str | None, works: Works, *, et_al: bool
) -> list[Candidate]:
    """Give the works of these authors, the ones whose title fits first."""
    found = []
    for each in works.of_author(authors[0]):
        match = _short_authors(authors, each, et_al=et_al)
        if match is not None:
            found.append(Candidate(each, _fits(title, each, works), match))
    return sorted(found, key=lambda each: each.rank)


def titled_candidates(title: str, works: Works) -> list[Candidate]:
    """Give the works whose title fits, whoever wrote them."""
    found = [Candidate(each, _fits(title, each, works), None) for each in works.of_title(title)]
    return sorted((each for each in found if each.title is not Fit.NONE), key=lambda e: e.rank)


def _fits(title: str | None, work: Entry, works: Works) -> Fit:
    if title is None:
        return Fit.SHORT
    known = [each for each in (work.title, _before_title(work), work.container) if each]
    known += [works.more_titles[work.id]] if work.id in works.more_titles else []
    return min((fit(title, each) for each in known), default=Fit.NONE)


def _before_title(work: Entry) -> str | None:
    """A title and what no field took: the subtitle that a parser left behind."""
    return f"{work.title} {work.rest}" if work.title and work.rest else None


def _short_authors(authors: Sequence[str], work: Entry, *, et_al: bool) -> AuthorMatch | None:
    """Compare the names of a short note, which may leave co-authors out, and name any first."""
    match = match_authors(tuple(authors), work, et_al=et_al)
    names = work.authors or work.editors
    if match is not None:
        cited = len(authors)
        left_out = not et_al and cited < len(names)
        return replace(match, coauthors=True) if left_out and _known(authors, names) else match
    for name in names[1:]:
        agreement, difference = compare(authors[0], name)
        if agreement <= Agreement.SAME:
            return AuthorMatch(work, agreement, True, (difference,) if difference else ())
    return None


def _known(authors: Sequence[str], names: Sequence[Name]) -> bool:
    return all(
        any(compare(cited, name)[0] is not Agreement.DIFFERENT for name in names)
        for cited in authors
    )


def surname(name: str) -> str:
    """Give the folded last word of a name without initials: what a reader looks for."""
    words = [word for word in name.replace(".", ". ").split() if not word.endswith(".")]
    return fold(words[-1]) if words else fold(name)
