"""The edit that takes words out of a comment, or the comment out of its file."""

from __future__ import annotations

from collections.abc import Sequence

from srccheck.rules import DiagnosticEdit
from srccheck.suppression.comments import Comment, Word
from srccheck.text import SourceFile


def without(file: SourceFile, comment: Comment, words: Sequence[Word]) -> DiagnosticEdit:
    """Take ``words`` out; a comment that loses them all goes, with a line it had to itself.

    The words that stay are written anew, with a comma and a space between two.
    """
    left = [word.text for word in comment.words if word not in words]
    if left:
        start, end = comment.words[0].start, comment.words[-1].end
        return _edit(file, start, end, ", ".join(left))
    start, end = comment.start, comment.end
    source = file.source
    line_start = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", end)
    line_end = len(source) if line_end < 0 else line_end + 1
    before, after = source[line_start:start], source[end:line_end]
    if not before.strip() and not after.strip():
        return _edit(file, line_start, line_end, "")
    if not after.strip():  # at the end of a line: the space before it goes too
        start -= len(before) - len(before.rstrip(" \t"))
    elif not before.strip() or before.endswith((" ", "\t")):
        end += len(after) - len(after.lstrip(" \t"))
    return _edit(file, start, end, "")


def _edit(file: SourceFile, start: int, end: int, text: str) -> DiagnosticEdit:
    return DiagnosticEdit(file.location(start), file.location(end), text)
