"""A Word file in which fixes are made: its extracted text, and its bytes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from srccheck.fixing.apply import apply_fixes
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.rules import Diagnostic


@dataclass(frozen=True, slots=True)
class WordText:
    """The bytes of a Word file and the text that its findings count in."""

    data: bytes
    path: str
    text: str

    @classmethod
    def of(cls, data: bytes, path: str) -> WordText:
        """Read a file."""
        from srccheck.report.docx.document import WordDocument

        return cls(data, path, WordDocument(data, path).text)

    def fixed(self, diagnostics: Sequence[Diagnostic]) -> tuple[WordText, tuple[Diagnostic, ...]]:
        """Make the fixes that Word's own structure allows, each whole or not at all.

        All are tried together; where the text then is not what it should be, one by one from the
        end, and those that a field, a formula or a text box refuses are left out.
        """
        together, applied = self._tried(diagnostics)
        if together is not None:
            return together, applied
        current: WordText = self
        done: list[Diagnostic] = []
        for each in reversed(applied):
            alone, made = current._tried([each])
            if alone is not None and made:
                current = alone
                done.insert(0, each)
        return current, tuple(done)

    def _tried(
        self, diagnostics: Sequence[Diagnostic]
    ) -> tuple[WordText | None, tuple[Diagnostic, ...]]:
        """Make fixes; None where the text that comes of them is another one than expected."""
        from srccheck.report.docx.annotate import apply_edits
        from srccheck.report.docx.changes import TextEdit

        expected, applied = apply_fixes(self.text, diagnostics)
        if not applied:
            return self, ()
        edits = {
            TextEdit(edit.location.offset, edit.end_location.offset, edit.replacement)
            for each in applied
            if each.fix
            for edit in each.fix.edits
        }
        made = WordText.of(apply_edits(self.data, edits, self.path), self.path)
        return (made if made.text == expected else None), applied
