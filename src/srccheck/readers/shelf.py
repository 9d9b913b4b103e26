"""Where a paragraph belongs, by the heading it stands under: the body, the notes, a list.

For formats whose headings, paragraphs and notes are marked as such.
"""

from __future__ import annotations

import re
from dataclasses import replace

from srccheck.readers.flow import Flow
from srccheck.readers.note_marks import NoteMarks
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block
from srccheck.text.folding import HIDDEN, fold
from srccheck.text.manuscript import Role
from srccheck.text.sections import HEADING, Section, ends_list, is_part, section_of

_VISIBLE = re.compile(rf"[^\s{HIDDEN}]")
_RULE = re.compile(r"[-–—―_*=~\s]{3,}")
LONGEST = 400  # code points of a heading with its markup
_NUMBERED = re.compile(r"\s*\[\d{1,3}\]\s+")


class Shelf:
    """Puts blocks into an assembler, and knows the section that is being read."""

    def __init__(self, assembler: Assembler) -> None:
        self.assembler = assembler
        self.section = Section.BODY
        self.level = 0
        self.marks = NoteMarks()
        self.listed = False  # a note of the section was read

    def heading(self, block: Block) -> None:
        """Begin the section that a heading names."""
        text = self.text(block)
        if not text:
            return
        section, part = section_of(text), False
        inside = self.section is Section.REFERENCES and block.level > self.level
        if section is Section.REFERENCES and inside:
            part = True
        elif section is not Section.BODY or self.section is Section.BODY:
            self.level = block.level
        elif not ends_list(text) and (
            block.level > self.level or (self.section is Section.REFERENCES and is_part(text))
        ):
            section, part = self.section, True
        self.begin(block, text, section, part=part)

    def begin(self, block: Block, text: str, section: Section, *, part: bool = False) -> None:
        """Begin a section of a known kind."""
        if section is Section.NOTES and self.section is not section:
            self.marks, self.listed = NoteMarks(), False
        self.section = section
        self.assembler.heading(block, text, section, part=part)

    def paragraph(self, block: Block) -> None:
        """Take in a paragraph."""
        if not self.is_visible(block) or self._is_rule(block) or self._bare_heading(block):
            return
        if self.section is Section.REFERENCES and block.role is not Role.HEADING:
            self.assembler.entry(_without(block, _NUMBERED, self.assembler.source))
        elif self.section is Section.NOTES:
            self._listed_note(block)
        else:
            self.assembler.body(block)

    def _is_rule(self, block: Block) -> bool:
        """Tell a line that somebody drew with dashes or stars."""
        if sum(run.end - run.start for run in block.runs) > LONGEST:
            return False
        return _RULE.fullmatch(self.text(block)) is not None

    def _bare_heading(self, block: Block) -> bool:
        """Take a paragraph that is one section word, or a bold line in a list, for a heading."""
        if block.role is not Role.TEXT or sum(run.end - run.start for run in block.runs) > LONGEST:
            return False
        text = self.text(block)
        if len(text) > HEADING:
            return False
        section = section_of(text)
        part = section is Section.REFERENCES and self.section is section
        if section is Section.BODY:
            if self.section is not Section.REFERENCES or text[-1:] in tuple(".,;"):
                return False
            whole = len(block.marked) == 1 and len(block.runs) == 1
            if is_part(text) and (whole or len(text.split()) <= 4):
                section, part = Section.REFERENCES, True
            elif not (whole and ends_list(text, numbered=True)):
                return False
        self.level = 6 if section is not Section.BODY and not part else self.level
        heading = replace(block, role=Role.HEADING, level=6)
        self.begin(heading, text, section, part=part)
        return True

    def _listed_note(self, block: Block) -> None:
        """Take in a paragraph under "Notes": a numbered note, or more of the last one."""
        runs = block.runs
        mark = self.marks.at(self.assembler.source, runs[0].start, fresh=True) if runs else None
        if mark is None:
            if self.listed:
                self.assembler.more_of_note(block)
            else:  # thanks, say, under the heading of notes that stand elsewhere
                self.assembler.body(block)
            return
        self.listed = True
        kept = tuple(run.after(mark.end) for run in runs if run.end > mark.end)
        self.assembler.note(mark.label, block.with_runs(kept))

    def is_visible(self, block: Block) -> bool:
        """Tell a paragraph from white space."""
        source = self.assembler.source
        return any(
            run.text.strip()
            if run.text is not None
            else _VISIBLE.search(source, run.start, run.end)
            for run in block.runs
        )

    def notes_of(self, flow: Flow) -> None:
        """Put down the notes that stand in a paragraph, each with all of its paragraphs."""
        notes, flow.notes = flow.notes, []
        for note in notes:
            for number, block in enumerate(note.blocks):
                if number == 0:
                    self.assembler.note(note.label, block, inline=True)
                else:
                    self.assembler.more_of_note(block)

    def text(self, block: Block) -> str:
        """Give the visible text of a block."""
        return "".join(piece[0] for piece in fold(self.assembler.source, block.runs)).strip()


def _without(block: Block, pattern: re.Pattern[str], source: str) -> Block:
    """Leave a list's own number out of an entry's first run."""
    first = block.runs[0]
    match = pattern.match(source, first.start, first.end) if first.text is None else None
    if match is None:
        return block
    return block.with_runs((first.after(match.end()), *block.runs[1:]))
