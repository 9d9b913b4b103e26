"""The manuscript as the page shows it: paragraphs, with citations, findings and links marked.

Everything that stands in a paragraph goes through :func:`escaped`; the tags round it hold ids,
classes and rule names of ours, and addresses that :func:`address` has let through.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import Any

from markupsafe import Markup, escape

from srccheck.report.html.states import LABELS, State
from srccheck.report.html.view import View
from srccheck.report.window import printable
from srccheck.resolve import Resolved
from srccheck.text import Manuscript, Paragraph, Place, Role, Stream, StreamKind
from srccheck.values import dataclass

_HEADING = 3  # the level of the heading that the manuscript stands under
_ROLES = {Role.TEXT: "", Role.ITEM: "it", Role.QUOTE: "qu", Role.CELL: "ce"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its element, the class of its role, its id, its number and its content."""

    tag: str
    kind: str
    anchor: str
    number: int
    content: Markup


@dataclass(frozen=True, slots=True)
class Part:
    """A stream: "body", "note" or "references", its label or heading, its paragraphs.

    ``file`` is the path of its file where that is another than the stream's before, else "".
    ``anchor`` is a note's id, ``mark`` that of its mark in the body, "" where none is known.
    """

    kind: str
    label: str
    blocks: tuple[Block, ...]
    anchor: str
    mark: str
    file: str


@dataclass(frozen=True, slots=True)
class _Outer:
    """The tags round a citation or an entry: its attributes, and the id it leads to."""

    attributes: str
    href: str | None = None


def parts_of(view: View) -> Iterator[Part]:
    """Give the streams of a manuscript, ready to be shown."""
    marks = _Marks(view)
    manuscript = view.apparatus.manuscript
    before = 0
    for stream in manuscript.streams:
        file = manuscript.file(stream.file).path if stream.file != before else ""
        if manuscript.chapters and stream.index == 0:
            file = manuscript.path
        before = stream.file
        label = stream.heading if stream.kind is StreamKind.REFERENCES else stream.label or ""
        yield Part(
            stream.kind.value,
            printable(label),
            tuple(_blocks(stream, marks, view)),
            view.anchors.note(stream.index),
            view.anchors.note_mark(stream.index) if stream.index in marks.marked_notes else "",
            printable(file),
        )


def escaped(text: str) -> str:
    """Give text that is no markup, whatever it holds; controls show as a replacement character."""
    return str(escape(printable(text)))


def address(url: str) -> str | None:
    """Give an address to link to; None for anything but http and https."""
    plain = printable(url.strip())
    return plain if plain.lower().startswith(("http://", "https://")) else None


def _blocks(stream: Stream, marks: _Marks, view: View) -> Iterator[Block]:
    open_levels: list[int] = []
    inline = _Inline(stream, marks, view)
    for paragraph in stream.paragraphs:
        tag, kind = "p", _ROLES.get(paragraph.role, "")
        if paragraph.role is Role.HEADING:
            while open_levels and open_levels[-1] >= paragraph.level:
                open_levels.pop()
            open_levels.append(paragraph.level)
            tag = f"h{min(_HEADING + len(open_levels), 6)}"
        anchor = view.anchors.paragraph(paragraph.number, stream.file)
        yield Block(tag, kind, anchor, paragraph.number, Markup(inline.paragraph(paragraph)))


class _Marks:
    """What is marked in a manuscript, by the index of the stream."""

    def __init__(self, view: View) -> None:
        self.outer: dict[int, list[tuple[int, int, _Outer]]] = defaultdict(list)
        self.findings: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        self.links: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
        apparatus = view.apparatus
        for entry in apparatus.entries:
            number = view.entry_numbers[entry.id]
            self._add(entry.place, _Outer(f"class=en id={view.anchors.entry(number)}"))
        for resolved, state in zip(apparatus.citations, view.states, strict=True):
            self._add(resolved.place, _citation(view, resolved, state))
        for number, diagnostic in view.numbered():
            at = diagnostic.place
            if at is not None and at.end > at.start:
                self.findings[at.stream].append((at.start, at.end, number))
        for link in apparatus.links:
            url = address(link.url)
            if url is not None:
                self.links[link.place.stream].append((link.place.start, link.place.end, url))
        self.notes = _note_marks(apparatus.manuscript)
        self.marked_notes = {note for marks in self.notes.values() for _, _, note in marks}

    def _add(self, place: Place, outer: _Outer) -> None:
        self.outer[place.stream].append((place.start, place.end, outer))

    def outer_of(self, stream: int) -> list[tuple[int, int, _Outer]]:
        """Give citations and entries in order, without those that begin inside another."""
        kept: list[tuple[int, int, _Outer]] = []
        for each in sorted(self.outer[stream], key=lambda each: each[:2]):
            if each[1] > each[0] and (not kept or each[0] >= kept[-1][1]):
                kept.append(each)
        return kept


def _note_marks(manuscript: Manuscript) -> dict[int, list[tuple[int, str, int]]]:
    """Give the marks of notes by stream: where, the label, the note's stream.

    Where chapters count anew, the nth mark of a label belongs to the nth note of that label.
    """
    notes: dict[tuple[int, str], deque[int]] = defaultdict(deque)
    for stream in manuscript.of_kind(StreamKind.NOTE):
        notes[stream.file, (stream.label or "").casefold()].append(stream.index)
    found: dict[int, list[tuple[int, str, int]]] = {}
    for stream in manuscript.of_kind(StreamKind.BODY):
        marks = [
            (at, label, waiting.popleft())
            for at, label in stream.note_marks
            if (waiting := notes[stream.file, label.casefold()])
        ]
        if marks:
            found[stream.index] = marks
    return found


def _citation(view: View, resolved: Resolved, state: State) -> _Outer:
    anchor = view.anchors.citation(resolved.index)
    attributes = f'class="c {state.value}" id={anchor} title="{LABELS[state]}"'
    before = resolved.previous if resolved.previous is not None else resolved.antecedent
    if before is not None:
        attributes += f" data-b={view.anchors.citation(before)}"
    return _Outer(attributes, view.target(resolved))


class _Inline:
    """One pass over the paragraphs of a stream; each list is read once, from front to back."""

    def __init__(self, stream: Stream, marks: _Marks, view: View) -> None:
        self.stream = stream
        self.layers = (
            _Queue(marks.outer_of(stream.index)),
            _Queue(sorted(marks.findings[stream.index])),
            _Queue(sorted(marks.links[stream.index])),
            _Queue([(run.start, run.end, None) for run in stream.emphasis]),
        )
        self.notes = deque(marks.notes.get(stream.index, ()))
        self.diagnostics = dict(view.numbered()) if marks.findings[stream.index] else {}
        self.anchors = view.anchors
        self.begun: set[int] = set()  # findings
        self.opened: set[_Outer] = set()

    def paragraph(self, paragraph: Paragraph) -> str:
        """Give the content of a paragraph, marked."""
        out: list[str] = []
        for outer, pieces in groupby(self._pieces(paragraph), key=lambda piece: piece.outer):
            content = "".join(
                self._marked("".join(piece.html for piece in run), numbers, url)
                for (numbers, url), run in groupby(pieces, key=lambda piece: piece.mark)
            )
            out.append(content if outer is None else self._around(outer, content))
        return "".join(out)

    def _pieces(self, paragraph: Paragraph) -> Iterator[_Piece]:
        """Cut a paragraph wherever anything begins or ends."""
        start, end = paragraph.start, paragraph.end
        layers = [layer.within(start, end) for layer in self.layers]
        cuts = {start, end}
        for first, last, _ in chain.from_iterable(layers):
            cuts.update((max(first, start), min(last, end)))
        cuts.update(at for at, _, _ in self.notes if at <= end)
        waiting = [deque(layer) for layer in layers]
        yield from self._marks_until(start)
        active: list[list[tuple[int, int, Any]]] = [[] for _ in layers]
        for left, right in pairwise(sorted(cuts)):
            for queue, now in zip(waiting, active, strict=True):
                now[:] = [each for each in now if each[1] > left]
                while queue and queue[0][0] <= left:
                    now.append(queue.popleft())
            outer, findings, links, emphasis = active
            html = escaped(self.stream.text[left:right])
            yield _Piece(
                outer[0][2] if outer else None,
                (
                    tuple(number for _, _, number in findings),
                    links[0][2] if links else None,
                ),
                f"<i>{html}</i>" if emphasis else html,
            )
            yield from self._marks_until(right)

    def _marks_until(self, at: int) -> Iterator[_Piece]:
        """Give the marks of notes that stand at ``at``, each a link to its note."""
        while self.notes and self.notes[0][0] <= at:
            _, label, note = self.notes.popleft()
            own, target = self.anchors.note_mark(note), self.anchors.note(note)
            link = f'<a id={own} href=#{target} title="note">{escaped(label)}</a>'
            yield _Piece(None, ((), None), f"<sup>{link}</sup>")

    def _around(self, outer: _Outer, content: str) -> str:
        """Put a citation's or entry's tags round its content; a link holds no other link."""
        attributes = outer.attributes
        if outer in self.opened:  # it goes on in a second paragraph
            attributes = attributes.split(" id=")[0]
        self.opened.add(outer)
        if outer.href is None:
            return f"<span {attributes}>{content}</span>"
        if "<a " in content:
            return f"<span {attributes} data-h={outer.href}>{content}</span>"
        return f"<a {attributes} href=#{outer.href}>{content}</a>"

    def _marked(self, content: str, numbers: tuple[int, ...], url: str | None) -> str:
        """Put the tags of findings, or else of a link, round a run."""
        if numbers:
            return self._finding(content, numbers)
        if url is not None:
            rel = 'rel="noopener noreferrer" target=_blank'
            return f'<a class=x href="{escape(url)}" {rel}>{content}</a>'
        return content

    def _finding(self, content: str, numbers: tuple[int, ...]) -> str:
        """Make a run a link to the card of its gravest finding."""
        found = {number: self.diagnostics[number] for number in numbers}
        worst = max(found, key=lambda number: (found[number].severity.rank, -number))
        fresh = [number for number in numbers if number not in self.begun]
        self.begun.update(fresh)
        own = f" id={self.anchors.mark(fresh[0])}" if fresh else ""
        further = "".join(f"<span id={self.anchors.mark(number)}></span>" for number in fresh[1:])
        told = "; ".join(f"{each.code} {each.name}" for each in found.values())
        kind, href = found[worst].severity.value[0], self.anchors.finding(worst)
        return f'{further}<a class="f {kind}"{own} href=#{href} title="{told}">{content}</a>'


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run in which nothing begins or ends: what it stands in, its findings and link, its text."""

    outer: _Outer | None
    mark: tuple[tuple[int, ...], str | None]
    html: str


class _Queue:
    """Ranges in order, asked for paragraph by paragraph."""

    def __init__(self, ranges: Sequence[tuple[int, int, Any]]) -> None:
        self.ranges = ranges
        self.at = 0
        self.open: list[tuple[int, int, Any]] = []

    def within(self, start: int, end: int) -> list[tuple[int, int, Any]]:
        """Give the ranges that share text with ``start`` to ``end``."""
        self.open = [each for each in self.open if each[1] > start]
        while self.at < len(self.ranges) and self.ranges[self.at][0] < end:
            if self.ranges[self.at][1] > start:
                self.open.append(self.ranges[self.at])
            self.at += 1
        return list(self.open)
