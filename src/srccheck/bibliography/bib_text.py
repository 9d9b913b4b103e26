"""The text of a .bib file as spans, so that a field can be changed and all else stay as it is.

A block is an ``@entry``, ``@string``, ``@preamble`` or ``@comment``; what stands between blocks is
comment. Braces count as BibTeX counts them: ``\\{`` is a brace too. An ``@`` on a line that is
commented out with ``%`` begins nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from srccheck.text import Span
from srccheck.values import dataclass

_START = re.compile(r"@[ \t]*([^\W\d_]\w*)[ \t\r\n]*([{(])")
_BRACE = re.compile(r"[{}]")
_QUOTE_OR_BRACE = re.compile(r'[{}"]')
_SPACE = re.compile(r"(?:\s|%[^\n]*(?:\n|\Z))*")
_KEY = re.compile(r"[^\s,{}()=\"#%]*(?:[^\S\n]+[^\s,{}()=\"#%]+)*")
_NAME = re.compile(r"[^\s,{}()=\"#%'@]+")
_NAME_AND_EQUALS = re.compile(r"([^\s,{}()=\"#%'@]+)\s*=\s*")
_WORD = re.compile(r"[^\s,{}()=\"#%]+")
_NEXT_BLOCK = re.compile(r"^[ \t]*@[ \t]*[^\W\d_]\w*[ \t]*[{(]", re.MULTILINE)
_BLANK = frozenset(" \t\r\n\f\v%\xa0")
_NO_ENTRY = frozenset({"comment", "preamble", "string"})


@dataclass(frozen=True, slots=True)
class BibField:
    """A field of a block.

    ``name`` and ``value`` are ranges of the text; the value is the whole expression with its
    braces or quotes, ``{a} # b``. ``inner`` is what stands between one pair of braces or quotes,
    or a bare word or number; None where the value is put together with ``#``. ``whole`` reaches
    from the name to the comma after the value, where there is one.
    """

    label: str  # the name in lower case
    name: Span
    value: Span
    inner: Span | None
    whole: Span
    bare: bool = False


@dataclass(frozen=True, slots=True)
class BibBlock:
    """An entry: its type in lower case, its key, its fields.

    ``fault`` says what was missing where the block could not be read to its end; its fields are
    then those read so far, and nobody should write into it.
    """

    kind: str
    span: Span
    kind_span: Span
    key: Span
    fields: tuple[BibField, ...] = ()
    fault: str = ""

    @property
    def is_entry(self) -> bool:
        """Whether this is an entry, not a string, a preamble or a comment."""
        return self.kind not in _NO_ENTRY

    def field(self, label: str) -> BibField | None:
        """Give the first field of this name (in lower case)."""
        return next((each for each in self.fields if each.label == label), None)


def scan(text: str) -> Iterator[BibBlock]:
    """Give the blocks of a .bib file in order. Never raises; time grows with the text."""
    scanner = _Scanner(text, _matching(text))
    at = 0
    while match := _START.search(text, at):
        if _commented_out(text, match.start()):
            at = match.end()
            continue
        block = scanner.block(match)
        yield block
        at = block.span.end


@lru_cache(maxsize=1)
def blocks_of(text: str) -> tuple[BibBlock, ...]:
    """Give the blocks of a .bib file; those of the last text are kept."""
    return tuple(scan(text))


def _matching(text: str) -> dict[int, int]:
    """Give for each opening brace that is closed the offset behind its closing one."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            ends[opened.pop()] = brace.end()
    return ends


def _commented_out(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    percent = text.find("%", line, at)
    return percent >= 0 and text[percent - 1 : percent] != "\\"


@dataclass(frozen=True, slots=True)
class _Scanner:
    """Reads blocks of one text; ``ends`` are its matching braces."""

    text: str
    ends: dict[int, int]

    def block(self, start: re.Match[str]) -> BibBlock:
        """Read the block that ``start`` opens."""
        text, kind, opened = self.text, start[1].lower(), start.end() - 1
        closing = "}" if start[2] == "{" else ")"
        if kind in {"comment", "preamble"}:
            end = self.ends.get(opened, 0) if closing == "}" else text.find(")", opened) + 1
            return _made(start, kind, end or start.end(), Span(start.end(), start.end()), [])
        fields: list[BibField] = []
        key = Span(start.end(), start.end())
        at = _space_end(text, start.end())
        if kind != "string":
            match = _KEY.match(text, at)
            key = Span(at, match.end()) if match else key
            at = _space_end(text, key.end)
            if text[at : at + 1] not in (",", closing):
                return self._faulty(start, kind, key, fields, "a comma after the key")
            at = _space_end(text, at + 1) if text[at] == "," else at
        while text[at : at + 1] != closing:
            found = self._field(at)
            if isinstance(found, str):
                return self._faulty(start, kind, key, fields, found)
            fields.append(found)
            at = _space_end(text, found.whole.end)
            if found.whole.end == found.value.end and text[at : at + 1] != closing:
                return self._faulty(start, kind, key, fields, f"a comma after {found.label}")
        return _made(start, kind, at + 1, key, fields)

    def _faulty(
        self, start: re.Match[str], kind: str, key: Span, fields: list[BibField], expected: str
    ) -> BibBlock:
        """End a block that cannot be read where the next one begins on a line of its own."""
        after = _NEXT_BLOCK.search(self.text, start.end())
        end = after.start() if after else len(self.text)
        return _made(start, kind, end, key, fields, expected)

    def _field(self, at: int) -> BibField | str:
        """field := name "=" piece ("#" piece)*; or what was expected and is not there."""
        text = self.text
        head = _NAME_AND_EQUALS.match(text, at)
        name = Span(*head.span(1)) if head else None
        start = head.end() if head else at
        if name is None or text[start : start + 1] == "%":
            found = _NAME.match(text, at)
            if found is None:
                return "a field name" if at < len(text) else "the end of the entry"
            name = Span(*found.span())
            equals = _space_end(text, name.end)
            if text[equals : equals + 1] != "=":
                return f"= after {found[0]}"
            start = _space_end(text, equals + 1)
        label = name.cut(text)
        at_piece = start
        pieces: list[Span] = []
        while True:
            end = self._piece_end(at_piece)
            if end == at_piece:
                return f"a value for {label}"
            pieces.append(Span(at_piece, end))
            joint = end if text[end : end + 1] == "," else _space_end(text, end)
            if text[joint : joint + 1] != "#":
                break
            at_piece = _space_end(text, joint + 1)
        bare = text[start] not in '{"'
        inner = None
        if len(pieces) == 1:
            inner = pieces[0] if bare else Span(start + 1, end - 1)
        comma = text[joint : joint + 1] == ","
        whole = Span(name.start, joint + 1 if comma else end)
        return BibField(label.lower(), name, Span(start, end), inner, whole, bare)

    def _piece_end(self, at: int) -> int:
        """piece := "{" balanced "}" | '"' balanced '"' | word; ``at`` where there is none."""
        first = self.text[at : at + 1]
        if first == "{":
            return self.ends.get(at, at)
        if first == '"':
            return self._quoted_end(at) or at
        word = _WORD.match(self.text, at)
        return word.end() if word else at

    def _quoted_end(self, at: int) -> int:
        at += 1
        while mark := _QUOTE_OR_BRACE.search(self.text, at):
            if mark[0] == '"':
                return mark.end()
            at = self.ends.get(mark.start(), 0) if mark[0] == "{" else 0
            if not at:
                return 0
        return 0


def _made(
    start: re.Match[str], kind: str, end: int, key: Span, fields: list[BibField], fault: str = ""
) -> BibBlock:
    return BibBlock(kind, Span(start.start(), end), Span(*start.span(1)), key, tuple(fields), fault)


def _space_end(text: str, at: int) -> int:
    if text[at : at + 1] not in _BLANK:
        return at
    match = _SPACE.match(text, at)
    return match.end() if match else at
