"""References in a text: numbers are the anchors, the grammars read what stands around them.

Two searches run over the text, one for digits and one for archives' names; everything else looks
at a bounded window round a hit. So prose costs next to nothing, and time is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from srccheck.archives.labelled import File, Reader, is_designated, names_a_file, order_slips
from srccheck.archives.labels import read_label
from srccheck.archives.model import ArchivalReference, Archive, Level, LevelName, Notation, Slip
from srccheck.archives.names import NameAt, all_names
from srccheck.archives.registry import Registry
from srccheck.archives.regular import read_regular
from srccheck.archives.values import DASHES, NUMBER, VULGAR
from srccheck.archives.whose import NO_ARCHIVE, Whose, archive_before, whose_name
from srccheck.text import Span

_SOURCE_NOTE = "Source: (?=[A-Z])"  # of Foreign Relations of the United States
_ANCHOR = re.compile(rf"[0-9{VULGAR}]|{_SOURCE_NOTE}")
_AMERICAN = re.compile(
    r"(?:(?:Box(?:es)?|Container|Lots?(?:\sFiles?)?:?|RG|Record\sGroup|Folder|Reel|Roll)\s?\#?$"
    r"|Department\sof\s(?:State|Defense),)"
)
_NAMED_BEFORE = re.compile(rf"(?:[,.:/]|\s[{DASHES}])\s?(?:[^\W\d_]{{1,4}}:?\s)?$")
_RUN = re.compile(rf"[^\W_]+(?:[/.:{DASHES}][^\W_]+)*")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]")
_IBID = re.compile(
    r"(?<![^\W_])(?:ibid(?:em)?|там же|тамже|ebd|ebenda|ebendort|там само|там жа|пак там|tamże|"
    r"tamtéž|tamže|tam zhe|tam že|uo|ugyanott)[.,:;]{0,2}\s?$",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"[\s.,:;{DASHES}]{{0,4}}")
_CLAUSE_ENDS = re.compile(r"[;\n()\[\]]|[^\W\d_]{2}\.\s")
_BEFORE_NAME = re.compile(r"[,.]?\s|\s?[,.]\s?(?:in|at|в|у)\s")
_LONG_RUN = 300  # code points of labels without evidence, after which no second look is taken
_MANY = 8  # names in brackets that are looked past
_LOOK_BACK = 24  # code points in which a label stands before its number
_FROM_NAME = 170  # code points from the end of a name to the first number that belongs to it
_REGULAR_REACH = 8  # code points from a name to the number of its fond: ", f. "
_ADJACENT = 4  # code points between a name and a label that follows it at once
_CITATION = 1500  # code points one citation with all its files may have


def find_references(text: str, registry: Registry) -> list[ArchivalReference]:
    """Find the archival references of ``text``, in order; one for each file cited.

    What follows "ibid." or "Там же" is left to :func:`read_levels`. Never raises.
    """
    return _Finder(text, registry).run()


@dataclass(slots=True)
class _Finder:
    """One pass over a text."""

    text: str
    registry: Registry
    names: Sequence[NameAt] = ()
    ends: Sequence[int] = ()
    tried: int = -1  # the last name whose own grammar was tried
    floor: int = 0  # the end of the last reference
    nothing_before: int = 0  # the end of a long run of labels that was no reference
    box_tried: int = -10_000  # the last number an American clause was tried at
    found: list[ArchivalReference] = field(default_factory=list)

    def run(self) -> list[ArchivalReference]:
        """Go from number to number."""
        self.names = all_names(self.text, self.registry)
        self.ends = [name.span.end for name in self.names]
        at = 0
        while (anchor := _ANCHOR.search(self.text, at)) is not None:
            references = list(self._at(anchor.start()))
            if references:
                references[0] = self._with_document(references[0])
                self.found.extend(references)
                self.floor = references[-1].span.end
                at = max(self.floor, anchor.end())
            else:
                run = _RUN.match(self.text, anchor.start())
                at = run.end() if run else anchor.end()
        return self.found

    def _with_document(self, reference: ArchivalReference) -> ArchivalReference:
        """Add the document that is named right before a reference, where one is."""
        start = reference.span.start
        if _NAMED_BEFORE.search(self.text, max(self.floor, start - 8), start) is None:
            return reference
        from srccheck.archives.documents import document_before

        document = document_before(self.text, start, self.floor)
        return replace(reference, document=document) if document else reference

    def _at(self, anchor: int) -> Iterator[ArchivalReference]:
        """Read the citation that the number at ``anchor`` may open."""
        floor = max(self.floor, anchor - _CITATION)
        floor = max(floor, self.text.rfind("\n", floor, anchor) + 1)
        last = bisect_right(self.ends, anchor) - 1
        name = self.names[last] if last >= 0 and self.names[last].span.start >= floor else None
        if name is not None and anchor - name.span.end > _FROM_NAME:
            name = None
        archive = self.registry.get(name.archive) if name else None
        if name is not None and archive is not None and anchor - name.span.end < _REGULAR_REACH:
            before = self.names[last - 1] if last else None
            regular = read_regular(self.text, name, before, archive)
            if regular is not None:
                yield regular
                return
        labelled = archive is not None and self._labels_all(archive)
        start = self._label_before(anchor, floor) if labelled else None
        if name is not None and archive is not None and not _follows(name, start):
            references = self._after_name(name, archive, anchor, floor, last)
            if references:
                yield from references
                return
        start = start if labelled else self._label_before(anchor, floor)
        if start is not None and start < self.nothing_before:
            return
        if start is not None and _IBID.search(self.text, max(floor, start - 16), start):
            self._pass_over(start)
            return
        if start is not None:
            near = [n for n in self.names[max(0, last - 3) : last + 1] if n.span.start >= floor]
            whose = archive_before(self.text, start, floor, near)
            references = list(self._labelled(start, whose))
            if references:
                yield from references
                return
        if archive is None or last <= self.tried:
            yield from self._without_archive(anchor, floor, last)

    def _labels_all(self, archive: Archive) -> bool:
        """Tell an archive that labels all levels."""
        return not is_designated(archive) and not self._is_american(archive)

    def _after_name(
        self, name: NameAt, archive: Archive, anchor: int, floor: int, last: int
    ) -> list[ArchivalReference]:
        """Read by the grammar of the archive named before, where that is not the labelled one."""
        references: list[ArchivalReference] = []
        if self._is_american(archive):
            references = self._american(anchor, floor, last, opens=True)
        if references or last <= self.tried:
            return references
        self.tried = last
        references = self._postfix(name, archive)
        if not references and (is_designated(archive) or self._is_american(archive)):
            references = self._designated(last, floor)
        return references or list(self._compact(name, archive))

    def _american(
        self, anchor: int, floor: int, last: int, *, opens: bool
    ) -> list[ArchivalReference]:
        from srccheck.archives.american import read_american

        found = read_american(
            self.text, anchor, floor, self.registry, self.names, last, opens=opens
        )
        return list(found)

    def _without_archive(self, anchor: int, floor: int, last: int) -> Iterator[ArchivalReference]:
        """Read what names no archive before it: Box 5, Lot File 83D222; FO 371/152493."""
        from srccheck.archives.unnamed import read_unnamed

        note = self.text.startswith("Source:", anchor)
        same = 0 <= anchor - self.box_tried < _CITATION and not _CLAUSE_ENDS.search(
            self.text, self.box_tried, anchor
        )
        if note or (not same and _AMERICAN.search(self.text, max(0, anchor - 60), anchor)):
            self.box_tried = anchor
            references = self._american(anchor, floor, last, opens=True)
            yield from references
            if references:
                return
        yield from read_unnamed(self.text, anchor, floor, self.registry.class_codes)

    def _is_american(self, archive: Archive) -> bool:
        return bool(self.registry.convention(archive)["grammar"] == "american")

    def _postfix(self, name: NameAt, archive: Archive) -> list[ArchivalReference]:
        from srccheck.archives.postfix import read_postfix

        end = self._line_end(name.span.end)
        levels = read_postfix(self.text, name.span.end, end, self.registry.levels, archive)
        if not levels:
            return []
        return [_made(levels, archive, whose_name(self.text, [name]))]

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start, start + _CITATION)
        return end if end >= 0 else min(len(self.text), start + _CITATION)

    def _next_name(self, start: int, end: int) -> int:
        """Give where the next known name stands that is not in brackets, or ``end``."""
        first = bisect_right(self.ends, start)
        for number in range(first, min(first + _MANY, len(self.names))):
            at = self.names[number].span.start
            if at >= end:
                break
            opened = max(self.text.rfind(each, start, at) for each in "([«“")
            if opened < 0 or max(self.text.rfind(each, opened, at) for each in ")]»”") > opened:
                return at
        return end

    def _label_before(self, anchor: int, floor: int) -> int | None:
        """Give the start of the label whose number the one at ``anchor`` is part of, or None."""
        text, levels = self.text, self.registry.levels
        for word in _WORD.finditer(text, max(floor, anchor - _LOOK_BACK), anchor):
            label = read_label(text, word.start(), anchor + 1, levels)
            if label is None:
                continue
            number = NUMBER.match(text, label.number, anchor + 1)
            if number is not None and number.end() > anchor:
                return word.start()
        return None

    def _labelled(self, start: int, whose: Whose) -> Iterator[ArchivalReference]:
        archive = self.registry.get(whose.archive)
        end = self._next_name(start, self._line_end(start))
        reader = Reader(self.text, end, self.registry.levels, archive)
        files = reader.files(start, whose.separator)
        if not names_a_file(files, known=whose.archive is not None and whose.adjacent):
            if files and files[-1].end - start > _LONG_RUN:
                self.nothing_before = files[-1].end
            return
        after = None if whose.archive or whose.abbreviation else self._named_after(files[-1].end)
        if after is not None:
            whose = Whose(after.archive, None, "", None, whose.separator, after.former)
            archive = self.registry.get(after.archive)
        for number, each in enumerate(files):
            yield _reference(each, archive, whose if number == 0 else None, whose)

    def _pass_over(self, start: int) -> None:
        """Leave the levels after an ibid to :func:`read_levels`, all of them."""
        reader = Reader(self.text, self._line_end(start), self.registry.levels, None)
        files = reader.files(start, "", after_ibid=True)
        if files:
            self.nothing_before = files[0].end

    def _named_after(self, end: int) -> NameAt | None:
        """Give the archive that ends a reference: "f. 558, op. 11, d. 97, RGASPI"."""
        following = bisect_right(self.ends, end)
        if following >= len(self.names):
            return None
        name = self.names[following]
        if not _BEFORE_NAME.fullmatch(self.text, end, name.span.start):
            return None
        anchor = _ANCHOR.search(self.text, name.span.end, name.span.end + _LOOK_BACK)
        if anchor and self._label_before(anchor.start(), name.span.end) is not None:
            return None  # it opens a reference of its own
        return name

    def _designated(self, last: int, floor: int) -> list[ArchivalReference]:
        """Read what follows a name without labels; the name before may be the archive's too.

        A short name right after another may be a part of the file's number ("HAEU, BAC 214/1980").
        """
        for number in (last, last - 1):
            name = self.names[number]
            if number < 0 or name.span.start < floor:
                continue
            if number < last and self.names[last].span.start - name.span.end > 3:
                continue
            best: list[ArchivalReference] = []
            for archive_id, former in ((name.archive, name.former), *name.others):
                bearer = replace(name, archive=archive_id, former=former)
                found = self._read_designated(bearer, number, last)
                if found and (not best or (self._fits(found[0]) and not self._fits(best[0]))):
                    best = found
            if best:
                return best
        return []

    def _fits(self, reference: ArchivalReference) -> bool:
        """Tell whether the fond of a reference has the shape its archive's fonds have."""
        fond = reference.level(LevelName.FOND)
        archive = self.registry.get(reference.archive)
        shape = archive.shapes.get(LevelName.FOND) if archive else None
        return bool(fond and shape and re.fullmatch(shape, fond.value))

    def _read_designated(self, name: NameAt, number: int, last: int) -> list[ArchivalReference]:
        from srccheck.archives.designated import DesignationReader

        archive = self.registry[name.archive]
        if not is_designated(archive):
            return []
        end = self._line_end(name.span.end)
        following = self.names[last + 1] if last + 1 < len(self.names) else None
        if following is not None and not following.short:
            end = min(end, following.span.start)
        levels = self.registry.levels
        found = DesignationReader(self.text, end, levels, archive).read(name.span.end)
        whose = whose_name(self.text, [*self.names[max(0, number - 3) : number], name])
        references: list[ArchivalReference] = []
        while found is not None:
            named = whose if not references else None
            each = File(written=found.levels, slips=found.slips)
            reference = _reference(each, None, named, whose)
            labelled = self._continued(name, archive, reference, end)
            if labelled:
                return labelled
            references.append(reference)
            found = DesignationReader(self.text, end, levels, archive).another(reference.span.end)
        return references

    def _continued(
        self, name: NameAt, archive: Archive, reference: ArchivalReference, end: int
    ) -> list[ArchivalReference]:
        """Prefer the labelled grammar where a label follows the name and it reads as much."""
        first = reference.written[0]
        if not first.label or reference.abbreviation_span is None:
            return []
        whose = Whose(
            name.archive, reference.span.start, reference.abbreviation, name.span,
            self.text[name.span.end : first.span.start], name.former,
        )  # fmt: skip
        labelled = list(self._labelled(first.span.start, whose))
        same = reference.levels.items()
        if labelled and all(labelled[0].levels.get(name) == value for name, value in same):
            return labelled
        return []

    def _compact(self, name: NameAt, archive: Archive) -> Iterator[ArchivalReference]:
        from srccheck.archives.compact import read_compact

        end = self._line_end(name.span.end)
        levels = read_compact(self.text, name.span.end, end, archive)
        if not levels:
            return
        whose = whose_name(self.text, [name])
        reader = Reader(self.text, end, self.registry.levels, archive)
        files = reader.after(levels)
        if not files:
            yield _made(levels, archive, whose, Notation.COMPACT)
            return
        for count, each in enumerate(files):
            notation = Notation.COMPACT if count == 0 else None
            yield _reference(each, archive, whose if count == 0 else None, whose, notation)


def _follows(name: NameAt, label: int | None) -> bool:
    """Tell whether a label that begins at ``label`` follows the name at once."""
    return label is not None and 0 <= label - name.span.end <= _ADJACENT


def _reference(
    each: File,
    archive: Archive | None,
    named: Whose | None,
    whose: Whose,
    notation: Notation | None = None,
) -> ArchivalReference:
    """Make the value of one file; only the first of a citation has the archive's name."""
    start = each.written[0].span.start
    if named is not None and named.start is not None:
        start = named.start
    slips: list[Slip] = [*each.slips, *order_slips(each.written, archive)]
    if len(slips) > 1:
        slips.sort(key=lambda slip: slip.span)
    spelled = sum(len(level.label.strip(".")) > 3 for level in each.written)
    if notation is None:
        half = spelled * 2 > len(each.written)
        notation = Notation.SPELLED if half else Notation.LABELLED
    return ArchivalReference(
        span=Span(start, each.end),
        archive=whose.archive,
        abbreviation=named.abbreviation if named else "",
        abbreviation_span=named.span if named else None,
        written=tuple(each.written),
        inherited=each.inherited(),
        slips=tuple(slips),
        notation=notation,
        former=whose.former,
    )


def _made(
    levels: Sequence[Level],
    archive: Archive,
    whose: Whose,
    notation: Notation = Notation.LABELLED,
) -> ArchivalReference:
    return _reference(File(written=list(levels)), archive, whose, whose, notation)


def read_levels(
    text: str,
    start: int,
    antecedent: ArchivalReference | None,
    registry: Registry,
    limit: int | None = None,
) -> ArchivalReference | None:
    """Read the levels that follow "ibid." or "Там же." at ``start``, up to ``limit`` at most.

    What is not restated is inherited from ``antecedent``; a level restated drops the inherited
    ones below it. None where no level follows.
    """
    return next(iter(read_files(text, start, antecedent, registry, limit)), None)


def read_files(
    text: str,
    start: int,
    antecedent: ArchivalReference | None,
    registry: Registry,
    limit: int | None = None,
) -> list[ArchivalReference]:
    """Read all files that follow "ibid.": as :func:`read_levels`, "ibid., d. 5; d. 6, l. 2"."""
    opening = _OPENING.match(text, start)
    at = opening.end() if opening else start
    archive = registry.get(antecedent.archive) if antecedent else None
    line = text.find("\n", at, at + _CITATION)
    end = line if line >= 0 else min(len(text), at + _CITATION)
    end = end if limit is None else min(end, limit)
    carried = (*antecedent.inherited, *antecedent.written) if antecedent else ()
    reader = Reader(text, end, registry.levels, archive)
    files = reader.files(at, text[start:at], carried, after_ibid=True)
    if not files or (antecedent is None and not _says_file(files[0])):
        return []
    whose = NO_ARCHIVE
    if antecedent is not None:
        whose = Whose(antecedent.archive, None, "", None, "", antecedent.former)
    return [_reference(each, archive, None, whose) for each in files]


def _says_file(each: File) -> bool:
    """Tell levels from a printed locator, where nothing is known of what stands before."""
    first = each.written[0]
    if first.page or first.name.value in ("volume", "year"):
        return False
    return len(each.written) > 1 or first.label.casefold() not in ("f.", "f", "p.", "ff.", "v.")
