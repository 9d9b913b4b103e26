"""Fixes until none is left: what one makes possible, another round does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from srccheck.errors import UnreadableFileError
from srccheck.fixing.encoded import TextFile
from srccheck.lint import LintResult, Settings, lint
from srccheck.rules import Diagnostic, Safety
from srccheck.text.manuscript import WITHOUT_LINES
from srccheck.values import dataclass

ROUNDS = 20
"""Rounds after which something goes in circles; the text of the round before is kept."""


class Editable(Protocol):
    """A manuscript in which fixes can be made."""

    @property
    def text(self) -> str:
        """The text that offsets count in."""

    @property
    def data(self) -> bytes:
        """The file's bytes."""

    def fixed(self, diagnostics: Sequence[Diagnostic]) -> tuple[Editable, tuple[Diagnostic, ...]]:
        """Give it with the fixes of some findings made, and the findings whose fixes were."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of one manuscript: the result of its last round, its bytes, what was fixed.

    ``data`` is None where nothing was changed; ``before`` and ``after`` are the texts, for a diff.
    """

    result: LintResult
    fixes: tuple[Diagnostic, ...] = ()
    data: bytes | None = None
    before: str = ""
    after: str = ""


def fix(data: bytes, path: str, settings: Settings | None = None, *, unsafe: bool = False) -> Fixed:
    """Lint and fix until no fix is left. Only edits in the manuscript's own file are made.

    A file whose encoding could not be written back byte for byte is left alone.
    """
    result = lint(data, path, settings)
    if not _fixable(result, path, unsafe=unsafe):
        return Fixed(result)
    first = editable(data, path, result.format)
    if first is None:
        return Fixed(result)
    current, fixes, seen = first, list[Diagnostic](), {first.text}
    for _ in range(ROUNDS):
        changed, applied = current.fixed(_fixable(result, path, unsafe=unsafe))
        if not applied or changed.text in seen:
            break
        try:
            after = lint(changed.data, path, settings)
        except UnreadableFileError:  # nothing but white space is left, say
            break
        seen.add(changed.text)
        current, result = changed, after
        fixes += applied
    if current.text == first.text:
        return Fixed(result)
    return Fixed(result, tuple(fixes), current.data, first.text, current.text)


def editable(data: bytes, path: str, form: str) -> Editable | None:
    """Give a manuscript as something that fixes are made in; None where none can be made."""
    if form == "docx":
        from srccheck.fixing.word import WordText

        return WordText.of(data, path)
    return None if form in WITHOUT_LINES else TextFile.of(data, path, form)


def _fixable(result: LintResult, path: str, *, unsafe: bool) -> list[Diagnostic]:
    return [
        each
        for each in result.diagnostics
        if each.fix is not None
        and each.path == path
        and (unsafe or each.fix.safety == Safety.SAFE.value)
    ]
