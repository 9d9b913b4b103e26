"""One round of fixes in one text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from srccheck.rules import Diagnostic, DiagnosticEdit


def apply_fixes(text: str, diagnostics: Iterable[Diagnostic]) -> tuple[str, tuple[Diagnostic, ...]]:
    """Apply the fixes of ``diagnostics`` that do not meet; give the text, and those applied.

    The first in the text goes first. A fix of which one edit overlaps an edit already taken, or
    inserts where that ends, waits for another round. The same edit asked for twice is made once.
    """
    taken = _Taken()
    applied: list[Diagnostic] = []
    for diagnostic in sorted(diagnostics, key=lambda each: (each.location, each.end_location)):
        edits = {_span(each) for each in diagnostic.fix.edits} if diagnostic.fix else set()
        if edits and taken.add(sorted(edits)):
            applied.append(diagnostic)
    parts: list[str] = []
    at = 0
    for start, end, replacement in taken.edits:
        parts += (text[at:start], replacement)
        at = end
    parts.append(text[at:])
    return "".join(parts), tuple(applied)


Span = tuple[int, int, str]


def _span(edit: DiagnosticEdit) -> Span:
    return edit.location.offset, edit.end_location.offset, edit.replacement


class _Taken:
    """Edits that do not overlap, in order."""

    def __init__(self) -> None:
        self.edits: list[Span] = []

    def add(self, edits: Sequence[Span]) -> bool:
        """Take edits in, all or none; tell whether they were."""
        before = list(self.edits)
        for each in edits:
            at = bisect_left(self.edits, each)
            if at < len(self.edits) and self.edits[at] == each:
                continue
            if not self._is_free(each):
                self.edits = before
                return False
            self.edits.insert(at, each)
        return True

    def _is_free(self, edit: Span) -> bool:
        """Tell whether nothing overlaps an edit, and no insertion stands at one of its ends."""
        start, end, _ = edit
        at = bisect_left(self.edits, (start,))
        before = self.edits[at - 1] if at else None
        after = self.edits[at] if at < len(self.edits) else None
        if before is not None and (before[1] > start or (before[1] == start and start == end)):
            return False
        if after is None or after[0] > end:
            return True
        return after[0] == end and start < end and after[0] < after[1]
