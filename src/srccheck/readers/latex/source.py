"""The bare text of a LaTeX file: where braces close, where arguments stand."""

from __future__ import annotations

import re
from bisect import bisect_left

from srccheck.readers.latex.symbols import VERBATIM
from srccheck.text import Span

_BRACES = re.compile(
    r"\\begin\{(?P<verbatim>" + "|".join(map(re.escape, VERBATIM)) + r")\}"
    r"|\\(?:url|nolinkurl|path|href)\s*\{(?P<address>[^{}\r\n]*)\}"
    r"|\\.|%[^\r\n]*|[{}]",
    re.DOTALL,
)
_SKIPPED = re.compile(r"(?:[ \t]|(?:\r\n?|\n)(?![ \t]*(?:\r|\n))|%[^\r\n]*(?:\r\n?|\n|\Z))*")
_BRACKETS = re.compile(r"\\.|%[^\r\n]*|[][{}]|(?:\r\n?|\n)[ \t]*(?:\r|\n)", re.DOTALL)
_PARENTHESES = re.compile(r"\\.|[(){}]|(?:\r\n?|\n)[ \t]*(?:\r|\n)", re.DOTALL)
_WORD = re.compile(r"\\(?:[a-zA-Z@]+|.)", re.DOTALL)
LONGEST_OPTION = 4000  # code points between brackets


class TexSource:
    """A text whose braces have been paired once, so that no argument is looked for twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.closing: dict[int, int] = {}
        self.verbatim: list[Span] = []
        self._brackets: dict[int, int | None] = {}
        self._pair()
        self._starts = [span.start for span in self.verbatim]

    def _pair(self) -> None:
        opened: list[int] = []
        unended: set[str] = set()
        at = 0
        while match := _BRACES.search(self.text, at):
            at = match.end()
            name = match["verbatim"]
            if name and name not in unended:
                end = self.text.find(f"\\end{{{name}}}", at)
                if end < 0:
                    unended.add(name)
                else:
                    self.closing[match.start("verbatim") - 1] = match.end("verbatim")
                    at = end + len(name) + 6
                    self.verbatim.append(Span(match.start(), at))
                continue
            if match["address"] is not None:  # a per cent sign in it is no comment
                self.closing[match.start("address") - 1] = match.end("address")
                continue
            char = match.group()
            if char == "{":
                opened.append(match.start())
            elif char == "}" and opened:
                self.closing[opened.pop()] = match.start()

    def verbatim_end(self, start: int) -> int | None:
        """Give the end of the verbatim environment that begins at ``start``."""
        at = bisect_left(self._starts, start)
        if at < len(self._starts) and self._starts[at] == start:
            return self.verbatim[at].end
        return None

    def skip(self, at: int) -> int:
        """Give where the next thing stands after spaces, a line end, comments."""
        match = _SKIPPED.match(self.text, at)
        return match.end() if match else at

    def braced(self, at: int) -> Span | None:
        """Give the inside of the braces that open at ``at``."""
        if not self.text.startswith("{", at):
            return None
        end = self.closing.get(at)
        return Span(at + 1, end) if end is not None else None

    def argument(self, at: int) -> tuple[Span, int] | None:
        """Give a mandatory argument, braced or a single token, and where it ends."""
        at = self.skip(at)
        inside = self.braced(at)
        if inside is not None:
            return inside, inside.end + 1
        if at >= len(self.text) or self.text[at] in "{}\r\n":
            return None
        word = _WORD.match(self.text, at)
        end = word.end() if word else at + 1
        return Span(at, end), end

    def option(self, at: int) -> tuple[Span, int] | None:
        """Give an optional argument ``[…]`` and where it ends."""
        return self._enclosed(self.skip(at), _BRACKETS, "[", "]")

    def parenthesis(self, at: int) -> tuple[Span, int] | None:
        """Give an argument ``(…)``, as multiple citations have, and where it ends."""
        return self._enclosed(self.skip(at), _PARENTHESES, "(", ")")

    def _enclosed(
        self, at: int, pattern: re.Pattern[str], opening: str, closing: str
    ) -> tuple[Span, int] | None:
        if not self.text.startswith(opening, at):
            return None
        if at not in self._brackets:
            self._pair_brackets(at, pattern, opening, closing)
        end = self._brackets[at]
        return (Span(at + 1, end), end + 1) if end is not None else None

    def _pair_brackets(self, at: int, pattern: re.Pattern[str], opening: str, closing: str) -> None:
        """Find where the bracket at ``at`` closes, and those inside it, and remember all."""
        opened: list[int] = []
        limit = at + LONGEST_OPTION
        while match := pattern.search(self.text, at, limit):
            char, at = match.group(), match.end()
            if char == "{":
                closed = self.closing.get(match.start())
                if closed is None:
                    break
                at = closed + 1
            elif char == opening:
                opened.append(match.start())
            elif char == closing:
                self._brackets[opened.pop()] = match.start()
                if not opened:
                    return
            elif char == "}" or char[0] in "\r\n":
                break
        self._brackets.update(dict.fromkeys(opened))

    def skip_arguments(self, at: int, count: int) -> int:
        """Give where the text goes on after options and ``count`` arguments."""
        while option := self.option(at) if self.text.startswith("[", at) else None:
            at = option[1]
        for _ in range(count):
            start = self.skip(at)
            inside = self.braced(start)
            if inside is None:
                break
            at = inside.end + 1
            while option := self.option(at) if self.text.startswith("[", at) else None:
                at = option[1]
        return at
