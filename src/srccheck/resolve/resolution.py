"""Resolve every citation of a manuscript against its entries and against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from srccheck.archives import Registry
from srccheck.citations import (
    ArchivalCitation,
    Citation,
    CiteKeyCitation,
    CrossReference,
    Found,
    FullNote,
    IbidCitation,
    Kind,
    PrintedCitation,
    ShortNote,
    UnparsedCitation,
)
from srccheck.references import ReferenceList
from srccheck.resolve.apparatus import Apparatus, Outcome, Resolved
from srccheck.resolve.cross_references import is_cross_reference
from srccheck.resolve.ibid import (
    Chain,
    continued,
    is_opaque,
    resolve_ibid,
    resolve_op_cit,
    same_order,
)
from srccheck.resolve.index import EntryIndex
from srccheck.resolve.locators import volume_of
from srccheck.resolve.notes import NoteResolver, settled
from srccheck.resolve.printed import match_printed
from srccheck.resolve.works import Works, surname
from srccheck.text import Manuscript, Span, Stream, StreamKind


def resolve(
    manuscript: Manuscript,
    found: Found,
    lists: Sequence[ReferenceList],
    registry: Registry,
    style: str | None = None,
) -> Apparatus:
    """Give the apparatus of a manuscript; ``style`` where it is known.

    That is "author-date", "notes" or "mixed".
    """
    entries = [entry for each in lists for entry in each.entries]
    looked_up = entries if found.citations else []  # a .bib by itself has nothing to look up
    index = EntryIndex.build(manuscript, looked_up)
    resolver = _Resolver(manuscript, index, registry, in_notes=bool(found.style))
    resolved = resolver.resolve_all(found.citations)
    style = style or found.style or _style(manuscript, resolved)
    if found.style:
        headings = [each.heading for each in lists]
        resolved = settled(resolved, manuscript, resolver.notes.works, headings)
    if style == "notes":
        resolved = [_unlisted(each) for each in resolved]
    citing: dict[str, list[Resolved]] = defaultdict(list)
    for each in resolved:
        if each.entry is not None:
            citing[each.entry.id].append(each)
    return Apparatus(
        manuscript=manuscript,
        registry=registry,
        style=style,
        citations=tuple(resolved),
        lists=tuple(lists),
        entries=tuple(entries),
        links=found.links,
        mentions=found.mentions,
        citing={key: tuple(value) for key, value in citing.items()},
    )


class _Resolver:
    """One pass over the citations in reading order: a chain for the body, one for the notes."""

    def __init__(
        self, manuscript: Manuscript, index: EntryIndex, registry: Registry, *, in_notes: bool
    ) -> None:
        self.manuscript = manuscript
        self.index = index
        self.registry = registry
        self.in_notes = in_notes
        self.chains = {StreamKind.BODY: Chain.empty(), StreamKind.NOTE: Chain.empty()}
        self.spans: dict[int, list[Span]] = defaultdict(list)
        self.done: list[Resolved] = []
        self.notes = NoteResolver(manuscript, Works.of(manuscript, index.entries))
        self.by_surname: dict[str, dict[str, Resolved]] = defaultdict(dict)

    def resolve_all(self, citations: Sequence[Citation]) -> list[Resolved]:
        """Resolve ``citations``, which stand in reading order."""
        for citation in citations:
            self.spans[citation.place.stream].append(citation.place.span)
        self.notes.prepare(citations)
        note, chapter = -1, 0
        for number, citation in enumerate(citations):
            stream = self.manuscript.streams[citation.place.stream]
            if self.manuscript.chapter_of(stream) != chapter:
                chapter = self.manuscript.chapter_of(stream)
                note = self._begin(chapter)
            chain = self.chains[same_order(stream)]
            if stream.kind is StreamKind.NOTE and stream.index != note:
                first = self._restart_between(note, stream.index)
                if first is not None:
                    note = first
                    chain = self.chains[StreamKind.NOTE] = Chain.empty()
                chain.opaque = chain.opaque or self._opaque_between(note, stream.index)
                note = stream.index
            chain.enter(citation.group)
            one = self._resolve(Resolved(number, citation, Outcome.UNLISTED), chain)
            self.done.append(one)
            self._remember(one, stream)
            if isinstance(citation, CrossReference) and one.entry is None:
                chain.opaque = True  # what it refers to may be what an ibid means
            else:
                chain.add(one)
        return self.done

    def _restart_between(self, last: int, now: int) -> int | None:
        """Give the note 1 that begins another chapter's notes in one file, if there is one."""
        if last < 0:
            return None
        return next(
            (
                stream.index
                for stream in reversed(self.manuscript.streams[last + 1 : now + 1])
                if stream.kind is StreamKind.NOTE and stream.label == "1"
            ),
            None,
        )

    def _begin(self, chapter: int) -> int:
        """Begin the chains anew: no ibid leads into another file. Give the first stream."""
        self.chains = {StreamKind.BODY: Chain.empty(), StreamKind.NOTE: Chain.empty()}
        streams = self.manuscript.streams
        return next(s.index for s in streams if self.manuscript.chapter_of(s) == chapter)

    def _remember(self, one: Resolved, stream: Stream) -> None:
        """Keep what op. cit. and cross-references ask for."""
        entry = one.entry
        if entry is not None and entry.authors:
            self.by_surname[surname(entry.authors[0].short)][entry.id] = one
        if stream.kind is StreamKind.NOTE:
            self.notes.remember(one, stream)

    def _opaque_between(self, last: int, now: int) -> bool:
        """Tell whether the notes from ``last`` to before ``now`` name an unrecognised source."""
        return any(
            is_opaque(stream, self.spans[stream.index])
            for stream in self.manuscript.streams[max(last, 0) : now]
            if stream.kind is StreamKind.NOTE
        )

    def _resolve(self, blank: Resolved, chain: Chain) -> Resolved:
        citation = blank.citation
        match citation:
            case ArchivalCitation():
                return self._file(blank, citation, chain)
            case PrintedCitation():
                return self._printed(blank, citation)
            case CiteKeyCitation():
                return self._key(blank, citation)
            case UnparsedCitation():
                return replace(blank, outcome=Outcome.UNPARSED, reason=citation.expected)
            case FullNote():
                return self.notes.full(blank, citation, _last(chain))
            case ShortNote():
                return self.notes.short(blank, citation, _last(chain))
            case CrossReference():
                return self.notes.cross(blank, citation, self.done)
            case IbidCitation(form="op-cit"):
                name = surname(citation.authors[0]) if citation.authors else ""
                one = resolve_op_cit(blank, citation, self.by_surname.get(name, {}), self.index)
                return self.notes.op_cit(one, citation) if self.in_notes else one
            case IbidCitation():
                stream = self.manuscript.streams[citation.place.stream]
                if stream.kind is StreamKind.NOTE and is_opaque(
                    stream, self.spans[stream.index], citation.place.start
                ):
                    chain.opaque = True
                return resolve_ibid(blank, citation, chain, self.manuscript, self.registry)

    def _file(self, blank: Resolved, citation: ArchivalCitation, chain: Chain) -> Resolved:
        reference = citation.reference
        before = chain.current[-1] if chain.current else None
        if reference.archive is None and not reference.abbreviation and before is not None:
            text = self.manuscript.streams[citation.place.stream].text
            reference = continued(reference, before, text)
        entry = None
        for name in (reference.archive, reference.abbreviation):
            if name and entry is None:
                entry = self.index.archives.get(name)
        return replace(blank, outcome=Outcome.FILE, entry=entry, reference=reference)

    def _printed(self, blank: Resolved, citation: PrintedCitation) -> Resolved:
        if not self.index.entries:
            return replace(blank, volume=volume_of(citation.locators))
        names = citation.authors_place
        label = self.manuscript.excerpt(names) if names else " ".join(citation.authors)
        match = match_printed(citation, label, self.index)
        return replace(
            blank,
            outcome=match.outcome,
            entry=match.entry,
            nearest=match.nearest,
            candidates=match.candidates,
            differences=match.differences,
            coauthors_differ=match.coauthors_differ,
            volume=volume_of(citation.locators),
        )

    def _key(self, blank: Resolved, citation: CiteKeyCitation) -> Resolved:
        """Look a key up; without entries that have keys nothing can be said of it."""
        volume = volume_of(citation.locators)
        if not self.index.by_key:
            return replace(blank, volume=volume)
        entry = self.index.by_key.get(citation.key) or self.index.set_member(citation.key)
        if entry is None and self._may_be_elsewhere(citation.key):
            return replace(blank, volume=volume)
        if entry is None:
            near = self.index.near_key(citation.key)
            return replace(blank, outcome=Outcome.MISSING, nearest=near, volume=volume)
        return replace(blank, outcome=Outcome.MATCHED, entry=entry, volume=volume)

    def _may_be_elsewhere(self, key: str) -> bool:
        """Tell a key that is none of an entry, or one of a file that was not read."""
        manuscript = self.manuscript
        labels_unread = manuscript.format == "typst" and bool(manuscript.missing)
        return (
            key in self.index.sets
            or bool(manuscript.unread_bibliographies)
            or labels_unread
            or (manuscript.format == "markdown" and is_cross_reference(key))
        )


def _last(chain: Chain) -> Resolved | None:
    """Give the citation before: whose author "Ders." and "Он же" are."""
    return next(iter(chain.current[-1:] or chain.previous[-1:]), None)


def _style(manuscript: Manuscript, citations: Sequence[Resolved]) -> str:
    """Give the manuscript's style of citation: "author-date" or "notes".

    One author–date citation in the body settles it, or one by key. In notes alone a name and a year
    may as well be part of a full note, so most of them must find their entry.
    """
    by_name = [
        each for each in citations if each.citation.kind in (Kind.AUTHOR_DATE, Kind.NARRATIVE)
    ]
    if all(stream.kind is StreamKind.REFERENCES for stream in manuscript.streams):
        return "none"
    bodies = {stream.index for stream in manuscript.of_kind(StreamKind.BODY)}
    by_key = [each for each in citations if each.citation.kind is Kind.CITE_KEY]
    if any(each.place.stream in bodies for each in (*by_name, *by_key)):
        return "author-date"
    if not manuscript.of_kind(StreamKind.NOTE):
        return "author-date"
    matched = sum(each.outcome is Outcome.MATCHED for each in by_name)
    return "author-date" if matched > 1 and matched * 2 >= len(by_name) else "notes"


def _unlisted(resolved: Resolved) -> Resolved:
    """In full notes a name before a year is not looked up: what was not found is not missing."""
    if not isinstance(resolved.citation, PrintedCitation) or resolved.outcome is Outcome.MATCHED:
        return resolved
    return replace(resolved, outcome=Outcome.UNLISTED, nearest=(), candidates=())
