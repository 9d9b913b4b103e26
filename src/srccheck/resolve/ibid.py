"""What an ibid stands for: the citation before it, in the same order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from srccheck.archives import (
    RANK,
    ArchivalReference,
    Level,
    LevelName,
    Registry,
    Slip,
    read_levels,
)
from srccheck.citations import ArchivalCitation, IbidCitation, Kind, PrintedCitation, ShortNote
from srccheck.resolve.apparatus import Outcome, Resolved
from srccheck.resolve.index import EntryIndex
from srccheck.resolve.locators import bears, volume_of
from srccheck.text import Manuscript, Span, Stream, StreamKind

_AFTER_WORD = re.compile(r"[.,:;]?\s*")
_SOURCE_SIGN = re.compile(
    r"""
    \b(?:pp?|[SsСс]|стр|vol|Bd|[Тт])\.\s?\d     # a labelled number
    | ,\s(?:1[5-9]|20)\d\d\)                    # (London: Longman, 1998)
    | [”"»],?\s\d{1,4}\b                        # "Title", 45
    | \w,\s\d{1,4}(?:[-–]\d{1,4})?\.?$          # Title, 45.
    """,
    re.VERBOSE | re.MULTILINE,
)


_SECONDHAND = re.compile(
    r"(?:(?:quoted|cited|reprinted|qtd\.?)\s(?:in|from|by|after)|[Цц]ит(?:\.|ируется)\sпо"
    r"|[Zz]it(?:\.|iert)\s(?:n\.|nach|bei|in)|cité\s(?:dans|par))[:,]?\s*$"
)
# Between an ibid and another file of its archive: "; see also".
_GOES_ON = re.compile(r"\s*[;.,]?\s*(?:[^\W\d_]+[.:]?\s){0,3}")
_FAR = 40  # code points


@dataclass(slots=True)
class Chain:
    """The citations of one order of reading (the body, or all notes), as far as they were read."""

    previous: list[Resolved]
    current: list[Resolved]
    group: int = -1
    opaque: bool = False  # a source stands before that was not recognised

    @classmethod
    def empty(cls) -> Chain:
        """Begin a chain."""
        return cls([], [])

    def enter(self, group: int) -> None:
        """Go on to the parenthesis or note ``group``."""
        if group != self.group:
            if self.current:
                self.previous = self.current
            self.current = []
            self.group = group

    def add(self, resolved: Resolved) -> None:
        """Add a citation that was resolved."""
        self.current.append(resolved)
        self.opaque = False

    def candidates(self) -> list[Resolved]:
        """Give what an ibid at this point may stand for."""
        return self.current[-1:] or self.previous


def is_opaque(stream: Stream, spans: Iterable[Span], before: int | None = None) -> bool:
    """Tell whether a note names a source outside the citations that were recognised in it."""
    end = len(stream.text) if before is None else before
    rest: list[str] = []
    at = 0
    for span in spans:
        if span.start >= end:
            break
        rest.append(stream.text[at : span.start])
        at = span.end
    rest.append(stream.text[at:end])
    return any(_SOURCE_SIGN.search(piece) for piece in rest)


def resolve_ibid(
    resolved: Resolved,
    ibid: IbidCitation,
    chain: Chain,
    manuscript: Manuscript,
    registry: Registry,
) -> Resolved:
    """Resolve an ibid against its chain."""
    candidates = chain.candidates()
    if chain.opaque:
        return replace(resolved, outcome=Outcome.UNLISTED, reason="unrecognised source before")
    if not candidates:
        return replace(resolved, outcome=Outcome.NO_ANTECEDENT, reason="nothing before it")
    if candidates[-1].outcome is Outcome.UNPARSED:
        return replace(
            resolved,
            outcome=Outcome.NO_ANTECEDENT,
            previous=candidates[-1].index,
            reason="the citation before it cannot be read",
        )
    read = [_read_as(resolved, ibid, each, manuscript, registry) for each in candidates]
    fitting = [each for each in read if each.outcome is not Outcome.IMPLAUSIBLE]
    own = [
        each
        for each, candidate in zip(read, candidates, strict=True)
        if each.outcome is not Outcome.IMPLAUSIBLE
        and candidate.outcome is not Outcome.NO_ANTECEDENT
        and not _is_secondhand(manuscript, candidate)
    ]
    distinct = {_source(each): each for each in own}
    if len(distinct) > 1:
        return replace(
            resolved,
            outcome=Outcome.AMBIGUOUS,
            previous=candidates[-1].index,
            ambiguous_antecedents=tuple(each.index for each in candidates),
        )
    return fitting[-1] if fitting else read[-1]


def _read_as(
    resolved: Resolved,
    ibid: IbidCitation,
    antecedent: Resolved,
    manuscript: Manuscript,
    registry: Registry,
) -> Resolved:
    """Give the ibid as it reads if it stands for ``antecedent``."""
    root = antecedent.antecedent if antecedent.antecedent is not None else antecedent.index
    base = replace(resolved, previous=antecedent.index, antecedent=root)
    if antecedent.reference is not None:
        return _read_as_file(base, ibid, antecedent, manuscript, registry)
    if antecedent.outcome is Outcome.IMPLAUSIBLE:
        return replace(base, outcome=Outcome.UNLISTED, reason="follows an ibid that stands alone")
    if ibid.reference is not None and ibid.reference.written:
        return replace(
            base,
            outcome=Outcome.IMPLAUSIBLE,
            nearest=(antecedent.entry,) if antecedent.entry else antecedent.nearest,
            reason="a file number after a printed source",
        )
    volume = volume_of(ibid.locators) or antecedent.volume
    if antecedent.entry is None and any(part.unit == "leaf" for part in ibid.locators):
        return replace(
            base,
            outcome=Outcome.IMPLAUSIBLE,
            nearest=antecedent.nearest,
            reason="leaves after a printed source",
        )
    if antecedent.entry is None:
        return replace(base, outcome=Outcome.UNLISTED, volume=volume, nearest=antecedent.nearest)
    if not bears(antecedent.entry, ibid.locators):
        leaf = any(part.unit == "leaf" for part in ibid.locators)
        return replace(
            base,
            outcome=Outcome.IMPLAUSIBLE,
            nearest=(antecedent.entry,),
            reason="leaves after a printed source" if leaf else "a page it cannot have",
        )
    return replace(base, outcome=Outcome.MATCHED, entry=antecedent.entry, volume=volume)


def _read_as_file(
    base: Resolved,
    ibid: IbidCitation,
    antecedent: Resolved,
    manuscript: Manuscript,
    registry: Registry,
) -> Resolved:
    text = manuscript.streams[ibid.place.stream].text
    after = _AFTER_WORD.match(text, ibid.place.start + len(ibid.word))
    start = after.end() if after else ibid.place.end
    inherited = antecedent.reference
    assert inherited is not None
    reference: ArchivalReference | None = None
    if start < ibid.place.end:
        reference = read_levels(text, start, inherited, registry, ibid.place.end)
        reference = reference or _leaves(ibid, inherited)
        if reference is None:
            return replace(
                base, outcome=Outcome.IMPLAUSIBLE, reason="a printed locator after a file"
            )
    else:
        reference = replace(
            inherited,
            span=ibid.place.span,
            abbreviation="",
            abbreviation_span=None,
            written=(),
            inherited=tuple(_effective(inherited)),
            slips=(),
        )
    return replace(base, outcome=Outcome.FILE, entry=antecedent.entry, reference=reference)


def _leaves(ibid: IbidCitation, inherited: ArchivalReference) -> ArchivalReference | None:
    """Read "ibid., 40" or "ibid., p. 40" as leaves of the file before."""
    part = next((part for part in ibid.locators if part.unit in ("page", "leaf", "number")), None)
    if part is None:
        return None
    span = part.place.span
    level = Level(LevelName.LIST, part.value, part.label, part.value, span, span)
    kept = tuple(each for each in _effective(inherited) if each.name is not LevelName.LIST)
    slips = (Slip("leaf-as-page", span),) if part.unit == "page" and part.label else ()
    return replace(
        inherited,
        span=ibid.place.span,
        abbreviation="",
        abbreviation_span=None,
        written=(level,),
        inherited=kept,
        slips=slips,
        document=None,  # other leaves may be another paper
    )


def continued(reference: ArchivalReference, before: Resolved, text: str) -> ArchivalReference:
    """Give a file without an archive that of the ibid it follows: "ibid., d. 5; d. 6"."""
    carried, citation = before.reference, before.citation
    after_ibid = isinstance(citation, IbidCitation) or (
        isinstance(citation, ArchivalCitation) and citation.reference.archive is None
    )
    gap = text[before.place.end : reference.span.start]
    if carried is None or not after_ibid or len(gap) > _FAR or not _GOES_ON.fullmatch(gap):
        return reference
    own = (*reference.inherited, *reference.written)
    highest = min(RANK.get(level.name, 5) for level in own)
    above = (each for each in _effective(carried) if RANK.get(each.name, 5) < highest)
    inherited = (*above, *reference.inherited)
    return replace(reference, archive=carried.archive, former=carried.former, inherited=inherited)


def _effective(reference: ArchivalReference) -> list[Level]:
    by_name = {level.name: level for level in (*reference.inherited, *reference.written)}
    return list(by_name.values())


def _source(resolved: Resolved) -> object:
    if resolved.reference is not None:
        levels = {
            name: value
            for name, value in resolved.reference.levels.items()
            if name is not LevelName.LIST
        }
        return (resolved.reference.archive, tuple(sorted(levels.items())))
    if resolved.entry is not None:
        return resolved.entry.id
    citation = resolved.citation
    if isinstance(citation, PrintedCitation) and citation.kind is Kind.NEWSPAPER:
        return citation.title, citation.date
    if isinstance(citation, ShortNote):
        return citation.authors, citation.title
    return resolved.previous


def _is_secondhand(manuscript: Manuscript, resolved: Resolved) -> bool:
    """Tell a source that another is quoted from: the two are one reference."""
    text = manuscript.streams[resolved.place.stream].text
    start = resolved.place.start
    return _SECONDHAND.search(text[max(start - 30, 0) : start]) is not None


def resolve_op_cit(
    resolved: Resolved, ibid: IbidCitation, cited: Mapping[str, Resolved], index: EntryIndex
) -> Resolved:
    """Resolve "Hoxha, op. cit., p. 3" to the one work of that author cited before.

    ``cited`` are the last citations of the works of authors with this surname.
    """
    if not ibid.authors:
        return replace(resolved, outcome=Outcome.UNLISTED)
    if len(cited) == 1:
        only = next(iter(cited.values()))
        return replace(
            resolved,
            outcome=Outcome.MATCHED,
            entry=only.entry,
            antecedent=only.index if only.antecedent is None else only.antecedent,
            volume=volume_of(ibid.locators) or only.volume,
        )
    if len(cited) > 1:
        return replace(
            resolved,
            outcome=Outcome.AMBIGUOUS,
            candidates=tuple(each.entry for each in cited.values() if each.entry),
        )
    listed = index.of_author(ibid.authors[0])
    if len(listed) == 1:
        return replace(resolved, outcome=Outcome.MATCHED, entry=listed[0])
    return replace(resolved, outcome=Outcome.UNLISTED)


def same_order(stream: Stream) -> StreamKind:
    """Give the order of reading a stream belongs to: the body, or the notes."""
    return StreamKind.NOTE if stream.kind is StreamKind.NOTE else StreamKind.BODY
