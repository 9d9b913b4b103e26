"""Put the paragraphs a reader found into streams: the body, the notes, the reference lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from srccheck.text.builder import Block, StreamBuilder
from srccheck.text.manuscript import Manuscript, Stream, StreamKind
from srccheck.text.sections import Section

_LINE_END = re.compile(r"\r\n|\n|\r")

Numbered = tuple[Block, int]


@dataclass(slots=True)
class _Note:
    label: str | None
    blocks: list[Numbered]
    inline: bool


class Assembler:
    """Collects blocks in the order of the file and builds the manuscript."""

    def __init__(self, source: str, visible: str | None = None) -> None:
        """``visible`` is ``source`` at the same length, what is no part of the text blanked."""
        self.source = source
        self.visible = source if visible is None else visible
        self.number = 0
        self._body: list[Numbered] = []
        self._notes: list[_Note] = []
        self._lists: list[tuple[str, list[Numbered]]] = []
        self._whole_list = ""

    def heading(self, block: Block, text: str, section: Section, *, part: bool = False) -> None:
        """Begin a section. The heading of a list or of notes belongs to no stream.

        A ``part`` of a list is a list of its own, in its own order, under both headings.
        """
        self.number += 1
        if section is Section.REFERENCES:
            if part and self._lists:
                text = f"{self._whole_list}: {text}"
            else:
                self._whole_list = text
            self._lists.append((text, []))
        elif section is Section.BODY:
            self._body.append((block, self.number))

    def begin_list(self, heading: str = "") -> None:
        """Begin a list that no paragraph of the text names."""
        self._whole_list = heading
        self._lists.append((heading, []))

    def body(self, block: Block) -> None:
        """Add a paragraph of the body."""
        self.number += 1
        self._body.append((block, self.number))

    def entry(self, block: Block) -> None:
        """Add an entry of the list begun last."""
        self.number += 1
        self._lists[-1][1].append((block, self.number))

    def note(self, label: str | None, block: Block, *, inline: bool = False) -> None:
        """Begin a note; one without a label is given one, or joined to its neighbour, later.

        An ``inline`` one stands in the text of the source that is not visible.
        """
        self.number += 1
        self._notes.append(_Note(label, [(block, self.number)], inline))

    def more_of_note(self, block: Block) -> None:
        """Add a paragraph to the note begun last."""
        if not self._notes:
            self.body(block)
            return
        self.number += 1
        self._notes[-1].blocks.append((block, self.number))

    def manuscript(self, path: str, format_: str, encoding: str) -> Manuscript:
        """Build every stream."""
        return Manuscript(path, format_, self.source, tuple(self.streams()), self.lines(), encoding)

    def continued(self) -> Assembler:
        """Give an assembler of the same file for what stands after another file in it."""
        return self.following(self.source)

    def following(self, source: str) -> Assembler:
        """Give an assembler of another file that goes on where this one is."""
        other = Assembler(source)
        other.number = self.number
        other._whole_list = self._whole_list
        if self._lists:
            other._lists.append((self._lists[-1][0], []))
        return other

    def lines(self) -> tuple[int, ...]:
        """Give the offset of every line of the file."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.source)))

    def streams(self) -> list[Stream]:
        """Build the streams of this file: the body, the notes, the lists."""
        builders = [self._fill(StreamBuilder(self.visible, StreamKind.BODY, None), self._body)]
        for note in _numbered(self._notes):
            text = self.source if note.inline else self.visible
            builder = StreamBuilder(text, StreamKind.NOTE, note.label)
            builders.append(self._fill(builder, note.blocks))
        for heading, blocks in self._lists:
            if blocks:
                builder = StreamBuilder(self.visible, StreamKind.REFERENCES, None, heading)
                builders.append(self._fill(builder, blocks))
        return [builder.build(at) for at, builder in enumerate(builders)]

    def _fill(self, builder: StreamBuilder, blocks: list[Numbered]) -> StreamBuilder:
        for block, number in blocks:
            builder.add(block, number)
        return builder


def _numbered(notes: list[_Note]) -> list[_Note]:
    """Give unlabelled items the one number that is missing, or join them to the note before."""
    following: list[str | None] = []
    label: str | None = None
    for note in reversed(notes):
        following.append(label)
        label = note.label or label
    done: list[_Note] = []
    for note, after in zip(notes, reversed(following), strict=True):
        if note.label is None and done:
            expected = _next(done[-1].label)
            if expected is None or after != _next(expected):
                done[-1].blocks.extend(note.blocks)
                continue
            note.label = expected
        done.append(note)
    return done


def _next(label: str | None) -> str | None:
    return str(int(label) + 1) if label and label.isdecimal() and len(label) < 9 else None
