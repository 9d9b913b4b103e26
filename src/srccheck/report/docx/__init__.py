"""The Word file back with remarks in its margin: ``--report docx=FILE``, ``srccheck annotate``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.errors import UsageError
from srccheck.report.docx.annotate import annotate, apply_edits
from srccheck.report.docx.changes import TextEdit
from srccheck.report.docx.document import ChangedFileError
from srccheck.report.summary import LintReport

if TYPE_CHECKING:
    from srccheck.lint import LintResult
    from srccheck.report.outputs import Made, Request

__all__ = ["TextEdit", "annotate", "apply_edits", "checked_name", "output", "word_files"]

FORMAT = "docx"


def output(report: LintReport, request: Request) -> Made:
    """Give a copy of each Word file of a run with a comment a finding.

    One file gives its bytes; several, or a target that is a folder, give theirs by name.
    """
    files = word_files(report)
    target = request.target
    if target is not None and not target.is_dir() and len(files) == 1:
        refuse_original(files[0].path, target)
        return annotated(files[0])
    if target is not None and not target.is_dir():
        raise UsageError(
            f"{len(files)} Word files do not fit into one",
            where=str(target),
            advice="Name a folder that is there",
        )
    made = {checked_name(each.path): annotated(each) for each in files}
    if len(made) < len(files):
        raise UsageError(
            "two Word files of one name would get one copy",
            where=str(target),
            advice="Check their folders one by one",
        )
    return made


def annotated(file: LintResult, *, track_changes: bool = False) -> bytes:
    """Give the annotated copy of one file, read again from its path.

    Where the run has corrected it, its findings are about the corrected copy, and so is this one.
    """
    from srccheck.files import Source, read

    data = read(Source(file.path, True))
    try:
        return annotate(data, file.diagnostics, file.path, track_changes=track_changes)
    except ChangedFileError:
        path = Path(file.path)
        corrected = path.with_name(f"{path.stem}.corrected{path.suffix}")
        if not corrected.is_file():
            raise
        data = read(Source(str(corrected), True))
        return annotate(data, file.diagnostics, file.path, track_changes=track_changes)


def word_files(report: LintReport) -> Sequence[LintResult]:
    """Give the Word files of a run. Raises UsageError where there is none."""
    files = [each for each in report.files if each.format == FORMAT]
    if not files:
        raise UsageError(
            "only Word files get remarks in their margin, and none was read",
            advice="For other formats, write another report",
        )
    return files


def checked_name(path: str) -> str:
    """Give the name of an annotated copy: article.docx gives article.checked.docx.

    Word opens a file with macros (.docm) under its own ending only.
    """
    ending = Path(path).suffix if Path(path).suffix.lower() in (".docx", ".docm") else ".docx"
    return f"{Path(path).stem}.checked{ending}"


def refuse_original(path: str, target: Path) -> None:
    """Raise UsageError where a copy would be written over the original."""
    if target.exists() and Path(path).exists() and target.samefile(path):
        raise UsageError(
            "this is the original, which stays as it is", where=path, advice="Name another file"
        )
