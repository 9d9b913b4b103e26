"""One file of a report as the parts of the page look at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srccheck.lint import LintResult
from srccheck.references import Entry
from srccheck.report.html.anchors import Anchors, PlaceIndex
from srccheck.report.html.register import Tree, tree_of
from srccheck.report.html.states import State, state_of
from srccheck.report.html.where import where_in
from srccheck.report.window import printable, shorten
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules import Diagnostic
from srccheck.text import Place
from srccheck.values import dataclass

ENTRY_WIDTH = 160  # cells of an entry where it is named beside a citation


@dataclass(frozen=True, slots=True)
class View:
    """A file's findings (numbered from 1), its apparatus and the ids of everything in it."""

    result: LintResult
    apparatus: Apparatus
    anchors: Anchors
    states: tuple[State, ...]  # of the citations, in order
    entry_numbers: Mapping[str, int]  # by the entry's id
    tree: Tree
    places: PlaceIndex

    @classmethod
    def of(cls, result: LintResult, apparatus: Apparatus, anchors: Anchors) -> View:
        """Look at one file."""
        numbers = {entry.id: number for number, entry in enumerate(apparatus.entries, 1)}
        known = [(entry.place, anchors.entry(numbers[entry.id])) for entry in apparatus.entries]
        known += [(each.place, anchors.citation(each.index)) for each in apparatus.citations]
        return cls(
            result,
            apparatus,
            anchors,
            tuple(state_of(each) for each in apparatus.citations),
            numbers,
            tree_of(apparatus, anchors),
            PlaceIndex(apparatus.manuscript, anchors, known),
        )

    def numbered(self) -> Iterator[tuple[int, Diagnostic]]:
        """Give the findings with their numbers, in the order of the file."""
        return enumerate(self.result.diagnostics, 1)

    def entry_anchor(self, entry: Entry) -> str | None:
        """Give the id of an entry; of a work that no list has, that of the note that names it."""
        number = self.entry_numbers.get(entry.id)
        return self.places.anchor(entry.place) if number is None else self.anchors.entry(number)

    def entry_text(self, entry: Entry) -> str:
        """Give an entry in a line."""
        return shorten(printable(self.apparatus.quote(entry.place)), ENTRY_WIDTH)

    def target(self, resolved: Resolved) -> str | None:
        """Give the id of what a citation leads to in the end: an entry, or an archive's file."""
        if resolved.reference is not None:
            return self.tree.anchors.get(resolved.index)
        named = (*((resolved.entry,) if resolved.entry else ()), *resolved.nearest)
        found = (self.entry_anchor(entry) for entry in (*named, *resolved.candidates))
        own = self.anchors.citation(resolved.index)
        return next((anchor for anchor in found if anchor != own), None)

    def where(self, place: Place) -> str:
        """Say in which note or paragraph a place stands: "n. 12", "¶ 62"."""
        return where_in(self.apparatus.manuscript, place)
