"""A paragraph that is being read, and the notes that stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from srccheck.text import Role, Span
from srccheck.text.builder import Block, KeyMark, Marked
from srccheck.text.folding import Run


@dataclass(slots=True)
class Note:
    """A note that is being read: its label and its paragraphs."""

    label: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """One run of text: the body, or a note. ``note`` is None for the body."""

    note: Note | None = None
    runs: list[Run] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    keys: list[KeyMark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    note_marks: list[tuple[int, str]] = field(default_factory=list)
    entry_key: str = ""
    reached: int = 0

    def show(self, start: int, end: int, text: str | None = None) -> None:
        """Add a run of the file, as it stands or as ``text``; what was shown is not shown again."""
        if text is None:
            start = max(start, self.reached)
        if start < self.reached or end <= start or text == "":
            return
        self.reached = end
        if text is not None and len(text) == end - start > 1:
            end -= 1  # so that it is not taken for one to one: see Segment
        self.runs.append(Run(start, end, text))

    def mark(self, outer: Span, inner: Span, url: str | None = None) -> None:
        """Mark a range as emphasised, or as linked to ``url``."""
        if inner.end > inner.start:
            self.marked.append(Marked(outer, inner, url))

    def hold(self, note: Note) -> None:
        """Keep a note whose mark stands behind what was shown last."""
        self.notes.append(note)
        self.note_marks.append((self.reached, note.label))

    def take(self, role: Role, level: int = 0) -> Block:
        """Give the paragraph read so far, and begin another."""
        marked = sorted(self.marked, key=lambda each: (each.outer.start, -each.outer.end))
        block = Block(
            tuple(self.runs),
            role,
            level,
            tuple(marked),
            tuple(self.keys),
            self.entry_key,
            tuple(self.note_marks),
        )
        if self.runs:
            self.entry_key = ""
        self.runs, self.marked, self.keys, self.note_marks = [], [], [], []
        return block
