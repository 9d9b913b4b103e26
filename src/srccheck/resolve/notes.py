"""Full and short notes: which work each means, and which short notes mean none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import field, replace

from srccheck.citations import Citation, CrossReference, FullNote, IbidCitation, ShortNote
from srccheck.references import Entry, EntryType
from srccheck.resolve.apparatus import NameDifference, Outcome, Resolved
from srccheck.resolve.folding import fold
from srccheck.resolve.locators import page_numbers, volume_of
from srccheck.resolve.names import Agreement, AuthorMatch, match_authors
from srccheck.resolve.titles import Fit, content
from srccheck.resolve.works import (
    Candidate,
    Works,
    full_candidates,
    short_candidates,
    surname,
    titled_candidates,
)
from srccheck.text import Manuscript, Span, Stream, StreamKind
from srccheck.translit.folding import one_slip
from srccheck.values import dataclass

NEAREST = 3  # works named in a message at most
LISTED_SHARE = 0.75  # of the printed works of the notes, that a complete list holds at least
LEAST_LISTED = 4  # works below which a list is not called complete
UNKNOWN_SHARE = 0.34  # of all short notes, above which their full notes stand elsewhere
LEAST_UNKNOWN = 4
LONG_RUN = 10  # pages that nobody cites of an article at once
_SELECTED = re.compile(r"select|выбор|избранн|ausgew|choisi", re.IGNORECASE)
_PRINTED = frozenset(
    {EntryType.BOOK, EntryType.MULTIVOLUME, EntryType.ARTICLE, EntryType.CHAPTER, EntryType.THESIS}
)


@dataclass(slots=True)
class NoteResolver:
    """Resolves full and short notes in reading order; ``works`` grows with them."""

    manuscript: Manuscript
    works: Works
    cited: dict[str, int] = field(default_factory=dict)  # works, and where they are first cited
    _notes: dict[tuple[int, str], list[int]] = field(default_factory=dict)  # by chapter and label
    _prepared: dict[int, Resolved] = field(default_factory=dict)

    def prepare(self, citations: Sequence[Citation]) -> None:
        """Find the works of all full notes, so that a short one may stand before its full one."""
        for index, citation in enumerate(citations):
            if isinstance(citation, FullNote) and not citation.repeated:
                blank = Resolved(index, citation, Outcome.UNLISTED)
                self._prepared[index] = self._full(blank, citation, citation.work)

    def full(self, blank: Resolved, note: FullNote, before: Resolved | None) -> Resolved:
        """Find the work of a full note, or add it."""
        resolved = self._prepared.get(blank.index) or self._full(
            blank, note, _with_authors(note, before)
        )
        assert resolved.entry is not None
        first = self.cited.setdefault(resolved.entry.id, blank.index)
        return replace(resolved, antecedent=first if first != blank.index else None)

    def _full(self, blank: Resolved, note: FullNote, work: Entry) -> Resolved:
        found = full_candidates(work, self.works, et_al=note.et_al)
        volume = volume_of(note.locators) or work.volume
        if not found:
            return replace(blank, entry=self.works.add(_with_pages(note, work)), volume=volume)
        best = found[0]
        differs = best.work.id in self.works.listed and not best.same_year
        return replace(
            blank,
            outcome=Outcome.YEAR if differs and _dated(work, best.work) else Outcome.MATCHED,
            entry=best.work,
            nearest=(best.work,),
            differences=_differences(best),
            coauthors_differ=best.authors is not None and not best.authors.coauthors,
            volume=volume,
        )

    def short(self, blank: Resolved, note: ShortNote, before: Resolved | None) -> Resolved:
        """Find the work of a short note."""
        authors = note.authors
        if note.repeated and before is not None and before.entry is not None:
            authors = tuple(name.short for name in before.entry.authors)
        blank = replace(blank, volume=volume_of(note.locators))
        if not authors:
            found = titled_candidates(note.title, self.works) if note.title else []
            return self._matched(blank, found[0]) if found else blank
        found = short_candidates(authors, note.title, self.works, et_al=note.et_al)
        if note.title is None:
            return self._by_author(blank, found)
        fitting = [each for each in found if each.title < Fit.SLIP]
        if fitting:
            return self._choose(blank, fitting)
        return self._unfitting(blank, note, found)

    def op_cit(self, resolved: Resolved, ibid: IbidCitation) -> Resolved:
        """ "Petrov, op. cit." of an author that no note and no list has cites nothing."""
        if resolved.outcome is not Outcome.UNLISTED or not ibid.authors:
            return resolved
        works = self.works.of_author(ibid.authors[0])
        if not works:
            return replace(resolved, outcome=Outcome.MISSING)
        if len(works) > 1:
            return resolved
        return replace(resolved, outcome=Outcome.MATCHED, entry=works[0])

    def _unfitting(self, blank: Resolved, note: ShortNote, found: Sequence[Candidate]) -> Resolved:
        """No work of this author fits: he is misspelt, or the title is, or neither is known."""
        others = titled_candidates(note.title or "", self.works)
        nobodys = [each for each in others if each.title < Fit.SLIP and _is_nobodys(each.work)]
        if nobodys:  # "see also his *Modernization*": a work whose author was not read
            return self._choose(blank, nobodys)
        sure = [each for each in found if each.authors and each.authors.agreement <= Agreement.SAME]
        if not sure:
            misspelt = [
                replace(each, authors=match)
                for each in others
                for match in [_misspelt(note, each)]
                if match is not None and each.title < Fit.SLIP
            ]
            if misspelt:
                return self._choose(blank, misspelt)
        if sure:
            near = tuple(each.work for each in sure)[:NEAREST]
            return replace(blank, outcome=Outcome.TITLE, nearest=near)
        near = tuple(each.work for each in others if each.title is not Fit.NONE)[:1]
        return replace(blank, outcome=Outcome.MISSING, nearest=near)

    def _by_author(self, blank: Resolved, found: Sequence[Candidate]) -> Resolved:
        """A name and a page: the one work of this author, or the one that was cited before."""
        sure = [each for each in found if each.authors and each.authors.agreement <= Agreement.SAME]
        before = [each for each in sure if each.work.id in self.cited]
        chosen = before or sure
        if not chosen:
            return blank
        if len(chosen) > 1:
            works = tuple(each.work for each in chosen)
            return replace(blank, outcome=Outcome.AMBIGUOUS, candidates=works)
        return self._matched(blank, chosen[0])

    def _choose(self, blank: Resolved, fitting: Sequence[Candidate]) -> Resolved:
        best = [each for each in fitting if each.rank[:2] == fitting[0].rank[:2]]
        cited = [each for each in best if each.work.id in self.cited]
        whole = [each for each in cited or best if each.authors is None or each.authors.coauthors]
        return self._matched(blank, (whole or cited or best)[0])

    def _matched(self, blank: Resolved, best: Candidate) -> Resolved:
        antecedent = self.cited.setdefault(best.work.id, blank.index)
        return replace(
            blank,
            outcome=Outcome.MATCHED,
            entry=best.work,
            antecedent=antecedent if antecedent != blank.index else None,
            differences=_differences(best),
            coauthors_differ=best.authors is not None and not best.authors.coauthors,
        )

    def remember(self, resolved: Resolved, stream: Stream) -> None:
        """Note which citations a note holds, for the cross-references to it."""
        if stream.label is not None:
            key = self.manuscript.chapter_of(stream), stream.label
            self._notes.setdefault(key, []).append(resolved.index)

    def cross(self, blank: Resolved, note: CrossReference, done: Sequence[Resolved]) -> Resolved:
        """Give the one source of the note that is referred to."""
        chapter = self.manuscript.chapter_of(self.manuscript.streams[note.place.stream])
        entries = {
            entry.id: done[index]
            for index in self._notes.get((chapter, note.note), ())
            for entry in [done[index].entry]
            if entry is not None
        }
        if len(entries) != 1:
            return blank
        only = next(iter(entries.values()))
        return replace(blank, entry=only.entry, antecedent=only.index)


def _with_authors(note: FullNote, before: Resolved | None) -> Entry:
    """Give the work of "Ders., Titel" with the authors of the source before."""
    if note.repeated and before is not None and before.entry is not None:
        return replace(note.work, authors=before.entry.authors)
    return note.work


def _with_pages(note: FullNote, work: Entry) -> Entry:
    """Take a long run of pages for an article's own, where nothing else is cited of it."""
    runs = [part for part in note.locators if part.unit == "page"]
    if work.pages or work.type is not EntryType.ARTICLE or len(runs) != 1:
        return work
    numbers = page_numbers(runs[0].value)
    if len(numbers) == 2 and numbers[1] - numbers[0] >= LONG_RUN:
        return replace(work, pages=runs[0].value)
    return work


def _dated(work: Entry, listed: Entry) -> bool:
    """Tell whether both have a year of their own, and neither a span that holds the other's."""
    mine, first, last = work.year_first, listed.year_first, listed.year_last
    if not mine or not first or not mine.isdigit() or not first.isdigit():
        return False
    return not int(first) <= int(mine) <= int(last or first)


def _differences(best: Candidate) -> tuple[NameDifference, ...]:
    return best.authors.differences if best.authors else ()


def _is_nobodys(work: Entry) -> bool:
    """Tell a printed work whose author was not read."""
    return work.type in _PRINTED and not (work.authors or work.editors)


def _misspelt(note: ShortNote, candidate: Candidate) -> AuthorMatch | None:
    """Give a work whose title fits and whose author is spelt nearly so, however short the name."""
    names = candidate.work.authors or candidate.work.editors
    left_out = note.et_al or len(note.authors) < len(names)
    match = match_authors(note.authors, candidate.work, et_al=left_out)
    if match is not None or not names or len(content(note.title or "")) < 2:
        return match
    cited, listed = surname(note.authors[0]), fold(names[0].short)
    if not one_slip(cited, listed):
        return None
    why = f"{note.authors[0]} and {names[0].short} are a slip apart"
    told = NameDifference(note.authors[0], names[0].short, "misspelling", why)
    return AuthorMatch(candidate.work, Agreement.MISSPELLING, True, (told,))


def settled(
    resolved: Sequence[Resolved], manuscript: Manuscript, works: Works, headings: Sequence[str]
) -> list[Resolved]:
    """Take back what is not sure, once all notes are read.

    A short note without a work is a finding only where its author and title stand in no text that
    was not understood, and where most short notes have their work: else the full ones stand in
    another file. A full note is missing from a list only if the list holds nearly all others.
    """
    unread = _Unread.of(resolved, manuscript)
    shorts = [each for each in resolved if isinstance(each.citation, ShortNote)]
    unknown = [e for e in shorts if e.outcome in (Outcome.MISSING, Outcome.TITLE)]
    elsewhere = not works.all or (
        len(unknown) >= LEAST_UNKNOWN and len(unknown) > UNKNOWN_SHARE * len(shorts)
    )
    missing = _missing_full(resolved, works, headings)

    def settle(each: Resolved) -> Resolved:
        if each.outcome in (Outcome.MISSING, Outcome.TITLE) and _is_note(each):
            if elsewhere or not _is_sure(each) or unread.holds(each):
                return replace(each, outcome=Outcome.UNLISTED, nearest=())
        elif each.entry is not None and each.index in missing:
            return replace(each, outcome=Outcome.MISSING)
        return each

    return [settle(each) for each in resolved]


def _is_note(resolved: Resolved) -> bool:
    return isinstance(resolved.citation, ShortNote | IbidCitation)


def _is_sure(resolved: Resolved) -> bool:
    citation = resolved.citation
    if isinstance(citation, ShortNote):
        known = resolved.outcome is Outcome.TITLE and bool(citation.locators)
        return citation.marked or known
    return True


def _missing_full(
    resolved: Sequence[Resolved], works: Works, headings: Sequence[str]
) -> frozenset[int]:
    """Give the full notes whose work a complete list leaves out, by their first mention."""
    if not works.listed or any(_SELECTED.search(heading) for heading in headings):
        return frozenset()
    first: dict[str, Resolved] = {}
    for each in resolved:
        entry = each.entry
        if not isinstance(each.citation, FullNote) or entry is None or entry.type not in _PRINTED:
            continue
        if entry.authors or entry.editors:
            first.setdefault(entry.id, each)
    listed = sum(key in works.listed for key in first)
    if listed < LEAST_LISTED or listed < LISTED_SHARE * len(first):
        return frozenset()
    return frozenset(
        each.index
        for key, each in first.items()
        if key not in works.listed and not _host_listed(each, works)
    )


def _host_listed(resolved: Resolved, works: Works) -> bool:
    """Tell whether the collection that a chapter stands in is listed in its place."""
    entry = resolved.entry
    if entry is None or not entry.container:
        return False
    return any(
        each.work.id in works.listed and each.title <= Fit.SHORT
        for each in titled_candidates(entry.container, works)
    )


@dataclass(frozen=True, slots=True)
class _Unread:
    """The words of the notes outside their citations, and of entries that name no author."""

    words: Counter[str]
    text: str

    @classmethod
    def of(cls, resolved: Sequence[Resolved], manuscript: Manuscript) -> _Unread:
        if not any(_is_note(e) and e.outcome in (Outcome.MISSING, Outcome.TITLE) for e in resolved):
            return cls(Counter(), "")
        spans: dict[int, list[Span]] = {}
        for each in resolved:
            spans.setdefault(each.place.stream, []).append(each.place.span)
        parts: list[str] = []
        for stream in manuscript.streams:
            if stream.kind is StreamKind.NOTE:
                at = 0
                for span in spans.get(stream.index, ()):
                    parts.append(stream.text[at : span.start])
                    at = max(at, span.end)
                parts.append(stream.text[at:])
        text = fold(" ".join(parts))
        return cls(Counter(text.split()), f" {text} ")

    def holds(self, resolved: Resolved) -> bool:
        """Tell whether a source that was not understood may be the one that is meant."""
        citation = resolved.citation
        authors = citation.authors if isinstance(citation, ShortNote | IbidCitation) else ()
        if resolved.outcome is Outcome.MISSING:
            return any(surname(name) in self.words for name in authors[:1])
        title = citation.title if isinstance(citation, ShortNote) else None
        words = fold(title or "")
        return bool(words) and f" {words} " in self.text
