"""The comments that say which findings to leave out, and for which lines.

=============================  ==============================================
``ignore[RULES] reason``       the line it stands on; alone on a line, the paragraph after it
``ignore-file[RULES] reason``  the whole file
``ignore-start[RULES]``        from here on, to ``ignore-end`` or the end of the file
=============================  ==============================================

In Markdown, HTML and XML a comment is ``<!-- srccheck: … -->``, in TeX and BibTeX
``% srccheck: …``, in Typst ``// srccheck: …`` or ``/* srccheck: … */``. In a piece of code in
Markdown it is an example and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from srccheck.suppression.code import code_of
from srccheck.text import SourceFile
from srccheck.text.manuscript import WITHOUT_LINES
from srccheck.values import dataclass

MARK: Final = "srccheck:"

_BODY = r"srccheck:[ \t]*(?P<verb>[a-z-]+)[ \t]*(?:\[(?P<words>[^\]\n]*)\])?"
_MARKUP = re.compile(rf"<!--[ \t\n]*{_BODY}(?P<reason>(?:(?!-->).)*?)[ \t\n]*-->", re.DOTALL)
_PERCENT = re.compile(rf"(?<!\\)%[ \t]*{_BODY}(?P<reason>[^\n]*)")
_SLASHES = re.compile(rf"(?<!:)//[ \t]*{_BODY}(?P<reason>[^\n]*)")
_STARRED = re.compile(rf"/\*[ \t\n]*{_BODY}(?P<reason>(?:(?!\*/).)*?)[ \t\n]*\*/", re.DOTALL)

_BY_FORMAT: Final = {
    "latex": (_PERCENT,),
    "tex": (_PERCENT,),
    "bibtex": (_PERCENT,),
    "bib": (_PERCENT,),
    "typst": (_SLASHES, _STARRED),
    "text": (),
}
_VERBS: Final = frozenset({"ignore", "ignore-file", "ignore-start", "ignore-end"})
_WORD = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A rule that a comment names, and where, in file coordinates."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its range in the file, its words, and the lines it is about, both included.

    ``verb`` is one of the four, or what stands in its place. ``last`` is 0 where there is no line.
    """

    start: int
    end: int
    verb: str
    words: tuple[Word, ...]
    reason: str
    first: int
    last: int

    @property
    def known(self) -> bool:
        """Whether the verb is one of ours."""
        return self.verb in _VERBS


def comments_of(file: SourceFile) -> list[Comment]:
    """Give the comments of a file in order, ends of ranges left out."""
    if MARK not in file.source or file.format in WITHOUT_LINES:
        return []
    shapes = _BY_FORMAT.get(file.format, (_MARKUP,))
    matches = sorted(
        (match for shape in shapes for match in shape.finditer(file.source)),
        key=lambda match: match.start(),
    )
    if file.format == "markdown":
        code = code_of(file.source)
        matches = [
            match
            for match in matches
            if not any(start <= match.start() < end for start, end in code)
        ]
    return list(_with_lines(file, matches))


def _with_lines(file: SourceFile, matches: list[re.Match[str]]) -> Iterator[Comment]:
    last_line = len(file.lines)
    for number, match in enumerate(matches):
        verb = match["verb"]
        line = file.location(match.start()).line
        match verb:
            case "ignore-end":
                continue
            case "ignore-file":
                first, last = 1, last_line
            case "ignore-start":
                first, last = line, _end_of_range(file, match, matches[number + 1 :]) or last_line
            case _:
                first, last = _line_or_paragraph(file, match)
        words = tuple(_words(match))
        yield Comment(
            match.start(), match.end(), verb, words, match["reason"].strip(" \t\n:–—-"), first, last
        )


def _words(match: re.Match[str]) -> Iterator[Word]:
    if match["words"] is not None:
        for word in _WORD.finditer(match["words"]):
            at = match.start("words")
            yield Word(word[0], at + word.start(), at + word.end())


def _end_of_range(file: SourceFile, start: re.Match[str], after: list[re.Match[str]]) -> int | None:
    """Give the line of the ignore-end that names no rules, or one of those of ``start``."""
    opened = {word.text.lower() for word in _words(start)}
    for match in after:
        if match["verb"] == "ignore-end":
            closed = {word.text.lower() for word in _words(match)}
            if not closed or closed & opened:
                return file.location(match.start()).line
    return None


def _line_or_paragraph(file: SourceFile, match: re.Match[str]) -> tuple[int, int]:
    """Give the comment's own line, or the paragraph after it where it has the line to itself."""
    source = file.source
    first = file.location(match.start()).line
    last = file.location(match.end()).line
    start = file.lines[first - 1]
    end = file.lines[last] if last < len(file.lines) else len(source)
    if source[start : match.start()].strip() or source[match.end() : end].strip():
        return first, last
    line = last + 1
    while line <= len(file.lines) and not _line(file, line).strip():
        line += 1
    begin = line
    while line <= len(file.lines) and _line(file, line).strip():
        line += 1
    return (begin, line - 1) if line > begin else (1, 0)


def _line(file: SourceFile, line: int) -> str:
    end = file.lines[line] if line < len(file.lines) else len(file.source)
    return file.source[file.lines[line - 1] : end]
