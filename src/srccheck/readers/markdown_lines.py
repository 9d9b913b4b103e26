"""The lines of a Markdown text as marko's blocks ask for them, each cut out once.

marko asks a dozen kinds of block whether one begins at a line, and cuts the line and the prefix of
its list or quotation out anew for each: two thirds of the time that a list takes. A law in the
tests holds this to what marko's own class gives.
"""

from __future__ import annotations

import re
from re import Match, Pattern
from typing import Literal, overload

from marko.block import BlockElement
from marko.source import Source

_LINE = re.compile(r"(?m)[^\n]*$\n?")
_REST = re.compile(r"(?m)[^\n]*?$\n?")


def keep_lines() -> None:
    """Let marko's parser use :class:`Lines`."""
    from marko import parser

    vars(parser)["Source"] = Lines


class Lines(Source):
    """A text under marko's parser."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._line_at = self._skipped_at = -1
        self._line: Match[str] | None = None
        self._line_text = ""
        self._depth = self._skip = 0
        self._innermost: BlockElement | None = None

    def expect_re(self, regexp: Pattern[str] | str) -> Match[str] | None:
        """Match behind the prefix of the line."""
        skip = self._skipped()
        if skip < 0:
            self.match = self._whole_line()
            return None
        if isinstance(regexp, str):
            regexp = re.compile(regexp)
        self.match = found = regexp.match(self._buffer, self.pos + skip)
        return found

    @overload
    def next_line(self, require_prefix: Literal[False] = ...) -> str: ...

    @overload
    def next_line(self, require_prefix: Literal[True] = ...) -> str | None: ...

    def next_line(self, require_prefix: bool = True) -> str | None:
        """Give the line at which the parser is, or what follows its prefix."""
        if require_prefix:
            self.match = self.expect_re(_REST)
            return self.match.group() if self.match else None
        self.match = self._whole_line()
        return self._line_text if self.match else None

    def _skipped(self) -> int:
        """Give the length of the prefix of this line in the blocks that are open, -1 without it.

        It is known while the parser stays where it is, in the same block: a block is opened once,
        and its prefix changes when a line is left behind.
        """
        states, depth = self._states, len(self._states)
        innermost = states[-1] if states else None
        stays = self._skipped_at == self.pos and self._depth == depth
        if not (stays and self._innermost is innermost):
            self._skipped_at, self._depth, self._innermost = self.pos, depth, innermost
            self._whole_line()
            prefix = "".join([state._prefix for state in states])
            self._skip = self.match_prefix(prefix, self._line_text) if prefix else 0
        return self._skip

    def _update_prefix(self) -> None:
        self._skipped_at = -1
        super()._update_prefix()

    def _whole_line(self) -> Match[str] | None:
        if self._line_at != self.pos:
            self._line_at = self.pos
            self._line = _LINE.match(self._buffer, self.pos)
            self._line_text = self._line.group() if self._line else ""
        return self._line
