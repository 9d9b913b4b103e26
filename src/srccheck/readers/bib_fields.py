"""The fields of one .bib entry, each with its place, and what is wrong between them.

    entry := "@" word ("{" | "(") key ("," field)* ","? ("}" | ")")
    field := name "=" piece ("#" piece)*
    piece := "{" balanced "}" | '"' balanced '"' | number | name of a string

A slip is noted and reading goes on behind it, so that one missing comma does not cost an entry.
"""

from __future__ import annotations

import re
from dataclasses import field

from srccheck.text import Span
from srccheck.values import dataclass

_HEAD = re.compile(r"@\s*(?P<kind>\w+)\s*(?P<open>[{(])\s*")
_KEY = re.compile(r"[^\s,={}\"#%~\\]*")
_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"[^\s,={}\"#()'%]+")
_SIMPLE = re.compile(
    r"""
    (?P<name>[^\s,={}"\#()'%]+)\s*=\s*
    (?: (?P<open>\{)(?P<braced>[^{}\\]*)\} | (?P<quote>")(?P<quoted>[^{}"\\]*)" | (?P<bare>\w+) )
    (?=\s*[,})])
    """,
    re.VERBOSE,
)  # a field as nearly all are: one piece, nothing nested, its end in sight
_BRACE = re.compile(r"(?<!\\)[{}]")
_QUOTE = re.compile(r'(?<!\\)[{}"]')
_NEXT_FIELD = re.compile(
    r"\n[ \t]*[a-zA-Z_][\w:+.-]*[ \t]*=[ \t]*[{\"\w]|\n[ \t]*[})][ \t]*(?=\n|$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a value: ``inner`` is its text without delimiters, ``kind`` the opening one.

    ``kind`` is "{", '"', or "" for a number or the name of a string.
    """

    inner: Span
    outer: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong at a place of the file; ``lost`` as in Problem."""

    span: Span
    message: str
    lost: bool = True


@dataclass(frozen=True, slots=True)
class BibField:
    """A field as it stands; all offsets are of the file."""

    name: str
    name_span: Span
    pieces: tuple[Piece, ...]

    @property
    def span(self) -> Span:
        """Where the value stands: the inside of a single piece, or all pieces."""
        if len(self.pieces) == 1:
            return self.pieces[0].inner
        if not self.pieces:
            return Span(self.name_span.end, self.name_span.end)
        return Span(self.pieces[0].outer.start, self.pieces[-1].outer.end)


@dataclass(slots=True)
class BibEntry:
    """An entry as it stands."""

    kind: str
    span: Span
    key_span: Span
    fields: list[BibField] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)


def read_entry(source: str, start: int, limit: int) -> BibEntry | None:
    """Read the entry that begins at ``start`` and ends before ``limit``; None for no entry."""
    head = _HEAD.match(source, start, limit)
    return _EntryReader(source, head, limit).read() if head else None


class _EntryReader:
    """Recursive descent over one entry."""

    def __init__(self, source: str, head: re.Match[str], limit: int) -> None:
        self.source, self.limit = source, limit
        self.at = head.end()
        self.close = "}" if head["open"] == "{" else ")"
        self.entry = BibEntry(
            head["kind"].lower(), Span(head.start(), limit), Span(head.end(), head.end())
        )

    def read(self) -> BibEntry:
        self._key()
        while not self._ended():
            self._space()
            if not self._comma():
                continue
            self._space()
            if not self._ended_here() and not self._simple_field():
                self._field()
        return self.entry

    def _simple_field(self) -> bool:
        """Take a field in one step where it is a simple one."""
        match = _SIMPLE.match(self.source, self.at, self.limit)
        if match is None:
            return False
        group = "braced" if match["open"] else "quoted" if match["quote"] else "bare"
        inner = Span(match.start(group), match.end(group))
        outer = inner if group == "bare" else Span(inner.start - 1, inner.end + 1)
        if inner.start < inner.end and _NEXT_FIELD.search(self.source, inner.start, inner.end):
            return False
        piece = Piece(inner, outer, match["open"] or match["quote"] or "")
        name = Span(match.start("name"), match.end("name"))
        self.entry.fields.append(BibField(match["name"].lower(), name, (piece,)))
        self.at = match.end()
        return True

    def _key(self) -> None:
        match = _KEY.match(self.source, self.at, self.limit)
        end = match.end() if match else self.at
        self.entry.key_span = Span(self.at, end)
        self.at = end
        self._space()
        if self._char() == "=":  # the first field stands where the key should
            self.entry.key_span = Span(self.entry.key_span.start, self.entry.key_span.start)
            self._slip(self.entry.key_span.start, end, "this entry has no key")
            self.at = self.entry.key_span.start
            self._field()
            return
        if end == self.entry.key_span.start:
            self._slip(self.entry.span.start, end, "this entry has no key")
        if self._char() not in (",", self.close, ""):
            begins = self._field_begins()
            self._slip(
                self.entry.key_span.start,
                end,
                "a comma is missing behind the key"
                if begins
                else "a key has no white space in it, nor any of # % { } ~ = and the backslash",
            )
            if begins:
                self._field()
            else:
                self._skip()

    def _comma(self) -> bool:
        """Take the comma between two fields; tell whether a field may follow."""
        if self._char() == ",":
            comma = self.at
            self.at += 1
            self._space()
            if self._char() == ",":
                self._slip(comma, self.at + 1, "two commas in a row")
                return False
            return True
        return not self._ended_here()

    def _field(self) -> None:
        name = _NAME.match(self.source, self.at, self.limit)
        if name is None:
            self._slip(self.at, self.at + 1, "the name of a field is missing here")
            self.at += 1
            self._skip()
            return
        self.at = name.end()
        self._space()
        if self._char() != "=":
            self._slip(name.start(), name.end(), f"'{name.group()}' is followed by no equals sign")
            self._skip()
            return
        self.at += 1
        pieces = self._value(name.group())
        self.entry.fields.append(BibField(name.group().lower(), Span(*name.span()), tuple(pieces)))
        end = self.at
        self._space()
        if self._char() not in (",", self.close, ""):
            self._after_value(name.group(), end)

    def _after_value(self, name: str, end: int) -> None:
        """Say what is missing behind a value, and go on with the next field."""
        if self._field_begins():
            self._slip(max(end - 1, 0), end, f"a comma is missing behind the field '{name}'")
            return
        self._slip(self.at, self.at + 1, f"neither a comma nor the end behind the field '{name}'")
        self._skip()

    def _field_begins(self) -> bool:
        """Tell whether a name and an equals sign stand here."""
        name = _NAME.match(self.source, self.at, self.limit)
        space = _SPACE.match(self.source, name.end(), self.limit) if name else None
        return space is not None and self._char_at(space.end()) == "="

    def _value(self, name: str) -> list[Piece]:
        pieces: list[Piece] = []
        while True:
            self._space()
            piece = self._piece(name)
            if piece is None:
                if not pieces or self._char() in (",", self.close, ""):
                    self._slip(max(self.at - 1, 0), self.at, f"the field '{name}' has no value")
                return pieces
            pieces.append(piece)
            end = self.at
            self._space()
            if self._char() != "#":
                self.at = end
                return pieces
            self.at += 1

    def _piece(self, name: str) -> Piece | None:
        start, kind = self.at, self._char()
        if kind in ("{", '"') and kind:
            end = self._balanced(start, kind)
            if end is None or self._swallows(start, end):
                end = self._unclosed(start, name)
                self.at = end
                return Piece(Span(start + 1, end), Span(start, end), kind)
            self.at = end + 1
            return Piece(Span(start + 1, end), Span(start, end + 1), kind)
        word = _NAME.match(self.source, start, self.limit)
        if word is None:
            return None
        self.at = word.end()
        return Piece(Span(start, word.end()), Span(start, word.end()), "")

    def _balanced(self, start: int, kind: str) -> int | None:
        """Give where the delimiter that opens at ``start`` is closed."""
        depth = 0
        for match in (_BRACE if kind == "{" else _QUOTE).finditer(
            self.source, start + 1, self.limit
        ):
            char = match.group()
            if char == "{":
                depth += 1
            elif depth == 0 and char != "{" and char == ("}" if kind == "{" else '"'):
                return match.start()
            elif char == "}":
                depth = max(depth - 1, 0)
        return None

    def _swallows(self, start: int, end: int) -> bool:
        """Tell a value that only the entry's own brace closes, with other fields inside."""
        return (
            not self.source[end + 1 : self.limit].strip()
            and _NEXT_FIELD.search(self.source, start + 1, end) is not None
        )

    def _unclosed(self, start: int, name: str) -> int:
        closing = "}" if self.source[start] == "{" else '"'
        self._slip(start, start + 1, f"the value of '{name}' is not closed: {closing} is missing")
        following = _NEXT_FIELD.search(self.source, start + 1, self.limit)
        end = following.start() if following else self.limit
        return start + 1 + len(self.source[start + 1 : end].rstrip().rstrip(","))

    def _skip(self) -> None:
        """Go to the next comma outside braces, or to the end."""
        while self.at < self.limit and self._char() not in (",", self.close):
            if self._char() == "{":
                end = self._balanced(self.at, "{")
                if end is None:
                    self.at = self.limit
                    return
                self.at = end
            self.at += 1

    def _ended(self) -> bool:
        """Tell whether the entry ends here, and note where."""
        self._space()
        if self._ended_here():
            closed = self._char() == self.close
            self.entry.span = Span(self.entry.span.start, self.at + closed)
            if not closed:
                end = self.entry.span.start + len(self.entry.span.cut(self.source).rstrip())
                self.entry.span = Span(self.entry.span.start, end)
                if not any("not closed" in slip.message for slip in self.entry.slips):
                    start = self.entry.span.start
                    message = f"this entry is not closed: {self.close} is missing"
                    self._slip(start, max(self.entry.key_span.end, start + 1), message)
            return True
        return False

    def _ended_here(self) -> bool:
        return self.at >= self.limit or self._char() == self.close

    def _space(self) -> None:
        match = _SPACE.match(self.source, self.at, self.limit)
        self.at = match.end() if match else self.at

    def _char(self) -> str:
        return self._char_at(self.at)

    def _char_at(self, at: int) -> str:
        return self.source[at] if at < self.limit else ""

    def _slip(self, start: int, end: int, message: str) -> None:
        self.entry.slips.append(Slip(Span(start, max(end, start)), message))
