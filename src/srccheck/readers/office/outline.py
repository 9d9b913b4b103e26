"""What section of a manuscript a paragraph stands in, told by the headings before it."""

from __future__ import annotations

from srccheck.readers.note_marks import NoteMarks
from srccheck.text.sections import HEADING, Section, ends_list, is_part, reads_on, section_of
from srccheck.values import dataclass

BARE = 6  # the level of a heading that is none by its style


@dataclass(frozen=True, slots=True)
class Begun:
    """A section that a heading begins; ``part`` tells a list within the list."""

    section: Section
    part: bool = False


class Outline:
    """Follows the headings of a document in their order."""

    def __init__(self) -> None:
        self.section = Section.BODY
        self.level = 0
        self.marks = NoteMarks()

    def heading(self, text: str, level: int) -> Begun:
        """Enter the section under a heading of a level from 1."""
        section, part = section_of(text), False
        if section is Section.REFERENCES and self.section is section and level > self.level:
            part = True  # "Unpublished sources" of the bibliography, as its "Works" will be
        elif section is not Section.BODY or self.section is Section.BODY:
            self.level = level
        elif not ends_list(text) and (
            level > self.level or (self.section is Section.REFERENCES and is_part(text))
        ):
            section, part = self.section, True  # a sub-heading of the list or the notes
        return self._enter(section, part=part)

    def bare_heading(self, text: str, following: str, *, bold: bool) -> Begun | None:
        """Take a line that is one section word, or a bold line in a list, for a heading.

        ``following`` is the paragraph after it.
        """
        if len(text) > HEADING:
            return None
        section, part = section_of(text), False
        if section is Section.BODY:
            if self.section is not Section.REFERENCES or text[-1:] in ".,;":
                return None
            if is_part(text) and (bold or len(text.split()) <= 4):
                section, part = Section.REFERENCES, True
            elif not (bold or text.istitle()) or not (
                ends_list(text, numbered=True) or reads_on(following)
            ):
                return None
        if not part:
            self.level = BARE if section is not Section.BODY else self.level
        return self._enter(section, part=part)

    def begin_list(self) -> None:
        """Enter a reference list that no heading names."""
        self._enter(Section.REFERENCES, part=False)
        self.level = BARE

    def end_list(self) -> None:
        """Leave it again."""
        self._enter(Section.BODY, part=False)

    def _enter(self, section: Section, *, part: bool) -> Begun:
        if section is Section.NOTES and self.section is not section:
            self.marks = NoteMarks()
        self.section = section
        return Begun(section, part)
