"""What becomes of fixes: files written, a diff shown, a list of what was done."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from srccheck.errors import UsageError
from srccheck.files import Failure

if TYPE_CHECKING:
    from srccheck.fixing import Fixed
    from srccheck.lint import LintResult

Outcomes = Sequence["LintResult | Fixed | Failure"]


class Asked(Protocol):
    """What the command line says of fixes."""

    @property
    def paths(self) -> tuple[str, ...]:
        """What is linted."""

    @property
    def fix(self) -> bool:
        """Whether to write them."""

    @property
    def diff(self) -> bool:
        """Whether to show them."""

    @property
    def unsafe_fixes(self) -> bool:
        """Whether to take the unsafe ones."""

    @property
    def show_fixes(self) -> bool:
        """Whether to list what was fixed."""


def check_fixes(asked: Asked) -> None:
    """Refuse what does not go together. Raises UsageError."""
    from srccheck.cli.inputs import STDIN

    if asked.fix and asked.diff:
        raise UsageError("--fix changes the files and --diff does not", advice="Leave one out")
    if asked.fix and STDIN in asked.paths:
        raise UsageError("standard input cannot be changed", advice="--diff shows the fixes")
    if asked.unsafe_fixes and not (asked.fix or asked.diff):
        raise UsageError("--unsafe-fixes alone does nothing", advice="Add --fix or --diff")
    if asked.show_fixes and not asked.fix:
        raise UsageError("--show-fixes alone does nothing", advice="Add --fix")


def write_fixed(outcomes: Outcomes, *, show: bool) -> None:
    """Write the files that were fixed, each whole or not at all, and say how many fixes there were.

    Raises UsageError where one cannot be written; those before it are.
    """
    from srccheck.cli.output import tell
    from srccheck.report.summary import count
    from srccheck.writing import write_whole

    changed = list(_changed(outcomes))
    for each in changed:
        if each.result.format == "docx":
            _refuse(_copy_of(each))
    for each in changed:
        path = Path(each.result.path)
        assert each.data is not None
        if each.result.format == "docx":
            path = _copy_of(each)
        try:
            write_whole(path, each.data)
        except OSError as error:
            raise UsageError(
                f"the fixes cannot be written here ({error.strerror})", where=str(path)
            ) from None
    if show:
        tell("".join(f"{line}\n" for each in changed for line in _listed(each)))
    total = sum(len(each.fixes) for each in changed)
    if total:
        files = f" in {count(len(changed), 'file')}" if len(changed) > 1 else ""
        copies = [str(_copy_of(each)) for each in changed if each.result.format == "docx"]
        copied = f"; corrected copies: {', '.join(copies)}" if copies else ""
        tell(f"fixed {count(total, 'finding')}{files}{copied}\n")


def _copy_of(fixed: Fixed) -> Path:
    """Give the name of a Word file's corrected copy: the original stays as it is."""
    path = Path(fixed.result.path)
    return path.with_name(f"{path.stem}.corrected{path.suffix}")


def _refuse(copy: Path) -> None:
    if copy.exists():
        raise UsageError(
            "there is a corrected copy already, perhaps with someone's work in it",
            where=str(copy),
            advice="Move it away first",
        )


def show_diff(outcomes: Outcomes) -> bool:
    """Write what fixes would change as a unified diff; tell whether there is anything."""
    from srccheck.cli.output import write_data

    changed = list(_changed(outcomes))
    for each in changed:
        path = each.result.path.replace("\\", "/")
        lines = difflib.unified_diff(_lines(each.before), _lines(each.after), path, path)
        write_data("".join(_ended(line) for line in lines))
    return bool(changed)


def _changed(outcomes: Outcomes) -> Iterator[Fixed]:
    from srccheck.fixing import Fixed

    for each in outcomes:
        if isinstance(each, Fixed) and each.data is not None:
            yield each


def _listed(fixed: Fixed) -> Iterator[str]:
    from srccheck.report.window import printable

    yield printable(fixed.result.path)
    for each in fixed.fixes:
        assert each.fix is not None
        place = each.where or f"{each.location.line}:{each.location.column}"
        what = f"{place} {each.code} {each.name}  {each.excerpt}: {each.fix.message}"
        yield f"  {printable(what)}"


def _lines(text: str) -> list[str]:
    """Give the lines of a text, each with its end."""
    return [line for line in text.replace("\n", "\n\0").split("\0") if line]


def _ended(line: str) -> str:
    """End a line of a diff; the last line of a file may have none of its own."""
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
