"""One walk over a text with tags, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from srccheck.readers.flow import Flow, Note
from srccheck.readers.markup.schema import INLINE, Kind, Meaning, Vocabulary
from srccheck.readers.markup.tags import Event, atom, text_runs
from srccheck.readers.shelf import Shelf
from srccheck.text import Role, Span
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block, KeyMark
from srccheck.text.sections import Section

_TAG = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"\d{1,4}")
_NUMERIC = re.compile(r"[\s\[(]*\d{1,3}[a-z]?[\s\])]*")
_BLOCKS = (Kind.BLOCK, Kind.HEADING, Kind.LIST, Kind.ENTRY, Kind.SECTION)


@dataclass(slots=True)
class _Open:
    """An element that is open."""

    event: Event
    meaning: Meaning
    before: Section | None = None  # the section to go back to


class Walk:
    """Puts the events of a file on a shelf. Formats override :meth:`meaning` and :meth:`empty`."""

    def __init__(
        self,
        source: str,
        events: Sequence[Event],
        vocabulary: Vocabulary,
        entities: Mapping[str, str] | None = None,
    ) -> None:
        self.source = source
        self.events = events
        self.vocabulary = vocabulary
        self.entities = entities
        self.assembler = Assembler(source)
        self.shelf = Shelf(self.assembler)
        self.flows = [Flow()]
        self.stack: list[_Open] = []
        self.hidden = 0
        self.notes = 0
        self.quotes = 0
        self.separator: tuple[int, int, str] | None = None  # shows before the next text

    def run(self) -> Assembler:
        """Walk, and give what was collected."""
        for at, event in enumerate(self.events):
            if event.kind == "text":
                if not self.hidden:
                    self._text(event)
            elif event.kind == "open":
                self._open(event, at)
            elif event.kind == "close":
                self._close(event)
            elif not self.hidden:
                self.empty(event)
        self.paragraph()
        return self.assembler

    @property
    def flow(self) -> Flow:
        """The text that is being read."""
        return self.flows[-1]

    def meaning(self, event: Event, at: int) -> Meaning:
        """Tell what the element does that opens with the event of index ``at``."""
        return self.vocabulary.elements.get(event.name, INLINE)

    def empty(self, event: Event) -> None:
        """Read an element without content."""
        if event.name in self.vocabulary.spaces:
            self.show(event.start, event.end, " ")

    def fielded(self) -> bool:
        """Tell whether the text that is read stands in fields without punctuation."""
        return False

    def show(self, start: int, end: int, text: str) -> None:
        """Show a tag as a text."""
        for run in atom(start, end, text):
            self.flow.show(run.start, run.end, run.text)

    def inside(self, *names: str) -> bool:
        """Tell whether an element of one of these names is open."""
        return any(each.event.name in names for each in self.stack)

    def paragraph(self) -> None:
        """End the paragraph that is being read."""
        flow = self.flow
        if self.separator is not None and self.separator[2].startswith("."):
            self.show(self.separator[0], self.separator[1], ".")
        self.separator = None
        if not flow.runs and not flow.notes:
            return
        block = flow.take(self._role())
        if flow.note is not None:
            if self.shelf.is_visible(block):
                flow.note.blocks.append(block)
            return
        if block.runs:
            self._place(block)
        self.shelf.notes_of(flow)

    def _place(self, block: Block) -> None:
        if self._listed() and self.shelf.section is Section.REFERENCES:
            if self.shelf.is_visible(block):
                self.assembler.entry(block)
        else:
            self.shelf.paragraph(block)

    def _listed(self) -> bool:
        return any(each.meaning.kind in (Kind.LIST, Kind.ENTRY) for each in self.stack)

    def _role(self) -> Role:
        for each in reversed(self.stack):
            if each.meaning.role is not None:
                return each.meaning.role
        return Role.TEXT

    def _text(self, event: Event) -> None:
        if self.separator is not None:
            if not self.source[event.start : event.end].strip():
                return
            self.show(*self.separator)
            self.separator = None
        if event.name == "cdata":
            self.flow.show(event.start, event.end)
            return
        for run in text_runs(self.source, event.start, event.end, self.entities):
            self.flow.show(run.start, run.end, run.text)

    def _open(self, event: Event, at: int) -> None:
        meaning = self.meaning(event, at)
        opened = _Open(event, meaning)
        kind = meaning.kind
        if kind in (Kind.HIDDEN, Kind.LABEL):
            if kind is Kind.LABEL and not self.hidden:
                self._label(event)
            self.hidden += 1
        elif not self.hidden:
            if kind in _BLOCKS:
                self.paragraph()
            self._begin(opened)
        self.stack.append(opened)

    def _begin(self, opened: _Open) -> None:
        event, kind = opened.event, opened.meaning.kind
        if kind is Kind.NOTE:
            self.notes += 1
            label = opened.meaning.detail or str(self.notes)
            self.flows.append(Flow(Note(label), reached=event.end))
        elif kind is Kind.LIST:
            opened.before = self.shelf.section
            if self.shelf.section is not Section.REFERENCES:
                self.shelf.begin(Block(()), opened.meaning.detail, Section.REFERENCES)
        elif kind is Kind.SECTION:
            opened.before = self.shelf.section
        elif kind is Kind.ENTRY:
            self.flow.entry_key = opened.meaning.detail
        elif kind is Kind.QUOTED:
            self.show(event.start, event.end, "“‘"[self.quotes % 2])
            self.quotes += 1

    def _label(self, event: Event) -> None:
        """Take the number of a note from the element that holds it."""
        if self.flow.note is not None and event.mate >= 0:
            text = self.source[event.end : self.events[event.mate].start]
            number = _NUMBER.search(_TAG.sub("", text))
            if number and not self.flow.note.blocks:
                self.flow.note.label = number.group()

    def _close(self, event: Event) -> None:
        opened = self.stack[-1]
        kind = opened.meaning.kind
        if kind in (Kind.HIDDEN, Kind.LABEL):
            self.hidden -= 1
            self.stack.pop()
            return
        if self.hidden:
            self.stack.pop()
            return
        if kind is Kind.HEADING:
            self._heading(opened)
        elif kind in _BLOCKS or kind is Kind.NOTE:
            self.paragraph()
        self._finish(opened, event)
        self.stack.pop()
        closing = self.vocabulary.closing
        if closing and event.name in closing and event.end > event.start and self.fielded():
            start, text = event.start, closing[event.name]
            if self.separator is not None:
                start = self.separator[0]
                text = text if text.strip() else self.separator[2]
            self.separator = (start, event.end, text)

    def _finish(self, opened: _Open, event: Event) -> None:
        kind, meaning = opened.meaning.kind, opened.meaning
        outer, inner = Span(opened.event.start, event.end), Span(opened.event.end, event.start)
        if kind is Kind.EMPHASIS:
            self.flow.mark(outer, inner)
        elif kind is Kind.LINK:
            self.flow.mark(outer, inner, meaning.detail)
        elif kind is Kind.KEY:
            if _NUMERIC.fullmatch(inner.cut(self.source)):
                self.flow.keys.append(KeyMark(outer, meaning.detail, inner))
        elif kind is Kind.QUOTED:
            self.quotes -= 1
            self.show(event.start, event.end, "”’"[self.quotes % 2])
        elif kind is Kind.NOTE and len(self.flows) > 1:
            flow = self.flows.pop()
            self.flow.reached = max(self.flow.reached, event.end)
            if flow.note is not None and flow.note.blocks:
                self.flow.hold(flow.note)
            self.flow.notes.extend(flow.notes)
        elif kind in (Kind.LIST, Kind.SECTION) and opened.before is not None:
            self.shelf.section = opened.before

    def _heading(self, opened: _Open) -> None:
        flow = self.flow
        block = flow.take(Role.HEADING, opened.meaning.level)
        if flow.note is not None:
            if self.shelf.is_visible(block):
                flow.note.blocks.append(block)
            return
        if self.stack[-2:-1] and self.stack[-2].meaning.kind is Kind.LIST:
            text = self.shelf.text(block)
            if text:
                self.shelf.begin(block, text, Section.REFERENCES)
        else:
            self.shelf.heading(block)
        self.shelf.notes_of(flow)
