"""Rich text (.rtf): its notes, headings, italics and links, with exact places in the file.

The file is ASCII with escapes; its source is the bytes, one code point each. Nobody reads it by
lines, so that places are told by note and paragraph.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from srccheck.errors import UnreadableFileError
from srccheck.readers import rtf_words as words
from srccheck.readers.flow import Flow, Note
from srccheck.readers.shelf import Shelf
from srccheck.text import Manuscript, Role, Span
from srccheck.text.assemble import Assembler

_TOKEN = re.compile(
    r"""
      \\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\x20?
    | \\'(?P<hex>[0-9a-fA-F]{2})
    | \\(?P<symbol>.)
    | (?P<open>\{) | (?P<close>\})
    | (?P<line>[\r\n\0]+)
    | (?P<text>[^\\{}\r\n\0]+)
    | (?P<stray>\\)
    """,
    re.VERBOSE | re.DOTALL,
)
_HIGH = re.compile(r"[\x80-\xff]")
_FONT = re.compile(r"\\f(?P<font>\d{1,5})\b(?:(?!\\f\d)[^;]){0,300}?\\fcharset(?P<charset>\d{1,3})")
_STYLE = re.compile(r"\{(?:\\\*)?\\s(?P<number>\d{1,5})(?P<rest>[^{}]*(?:\{[^{}]*\}[^{}]*)*);\}")
_HEADING = re.compile(
    r"(?:heading|überschrift|заголовок|titre|rubrik|nagłówek|nadpis|titolo)\s?(?P<level>\d)", re.I
)
_TITLE = re.compile(r"(?:title|titel|название|tytuł)$", re.IGNORECASE)
_QUOTE = re.compile(r"quot|zitat|цитат", re.IGNORECASE)
_OUTLINE = re.compile(r"\\outlinelevel(?P<level>\d)")
_ESCAPE = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,5})\s?\??|\\[a-zA-Z]+-?\d*\s?|[{}]|\\\*")
_ADDRESS = re.compile(r"HYPERLINK\s+\"(?P<url>[^\"]+)\"")
DEEPEST = 5000  # groups


@dataclass(slots=True)
class _State:
    """The properties of text; a group has its own copy."""

    skipped: bool = False
    italic: bool = False
    hidden: bool = False
    unicode_skip: int = 1
    codepage: str = "cp1252"
    role: Role = Role.TEXT
    level: int = 0
    closes: str = ""  # what the end of the group ends: "note", "link", "address"
    start: int = 0


@dataclass(slots=True)
class _Italics:
    """An italic run that is being read: where its command and its text begin, its text's end."""

    start: int
    inner: int = -1
    end: int = -1


@dataclass(slots=True)
class _Tables:
    """What the head of the file says of fonts and styles."""

    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, tuple[Role, int]] = field(default_factory=dict)


def read_rtf(data: bytes, path: str) -> Manuscript:
    """Read a rich-text file; UnreadableFileError where it holds no text."""
    source = data.decode("latin-1")
    reader = _Rtf(source)
    reader.run()
    manuscript = reader.shelf.assembler.manuscript(path, "rtf", "rtf")
    if not any(stream.text for stream in manuscript.streams):
        raise UnreadableFileError(
            "the file is empty", where=path, advice="There is nothing to check"
        )
    return replace(manuscript, encoding="utf-8")


class _Rtf:
    """One pass over a file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.shelf = Shelf(Assembler(source))
        default = re.search(r"\\ansicpg(\d{3,5})", source[:2000])
        self.codepage = _codec(f"cp{default.group(1)}") if default else "cp1252"
        self.tables = _tables(source, self.codepage)
        self.state = _State(codepage=self.codepage)
        self.stack: list[_State] = []
        self.flows = [Flow()]
        self.italics: list[_Italics | None] = [None]
        self.starred = False
        self.notes = 0
        self.address = ""
        self.high = ""  # the first half of a surrogate pair

    @property
    def flow(self) -> Flow:
        """The text that is being read."""
        return self.flows[-1]

    def run(self) -> None:
        """Read the whole file."""
        at = 0
        while token := _TOKEN.match(self.source, at):
            at = token.end()
            kind = token.lastgroup
            if token["word"]:
                at = self._word(token, at)
            elif kind == "open":
                self.stack.append(replace(self.state))
                self.state.closes, self.state.start = "", token.start()
                self.starred = False
            elif kind == "close":
                self._close(token.start(), at)
            elif token["hex"]:
                at = self._bytes(token.start(), at)
            elif token["symbol"]:
                self._symbol(token["symbol"], token.start(), at)
            elif kind == "text":
                self._text(token.start(), at)
        self._paragraph(len(self.source))

    def _word(self, token: re.Match[str], at: int) -> int:
        """Read a control word; give where the text goes on."""
        word, start = token["word"], token.start()
        number = int(token["number"]) if token["number"] else None
        starred, self.starred = self.starred, False
        if word == "bin":
            return min(at + max(number or 0, 0), len(self.source))
        if self.state.skipped:
            return at
        if word == "u" and number is not None:
            return self._unicode(number, start, at)
        if word in words.SKIPPED or word in ("fonttbl", "stylesheet"):
            self.state.skipped = True
        elif word in words.NOTES:
            self._begin_note(at)
        elif word == "fldinst":
            self.state.closes, self.state.start, self.state.hidden = "address", at, True
        elif word == "fldrslt":
            self.state.closes, self.state.start, self.state.hidden = "link", at, False
        elif starred:
            self.state.skipped = True
        elif word in words.PARAGRAPHS or word in words.CELLS:
            self._paragraph(start, cell=word in words.CELLS)
        elif word in words.SPACES:
            self._show(start, at, " ")
        elif word in words.SIGNS:
            self._show(start, at, words.SIGNS[word])
        else:
            self._property(word, number, start, at)
        return at

    def _property(self, word: str, number: int | None, start: int, at: int) -> None:
        state = self.state
        if word in ("i", "plain"):
            on = word == "i" and number != 0
            if on and not state.italic:
                self.italics[-1] = _Italics(start)
            elif state.italic and not on:
                self._end_italics(at)
            state.italic = on
            if word == "plain":
                state.hidden = False
        elif word in ("v", "deleted"):
            state.hidden = number != 0
        elif word == "uc":
            state.unicode_skip = min(max(number or 0, 0), 8)
        elif word == "f":
            state.codepage = self.tables.fonts.get(number or 0, self.codepage)
        elif word == "pard":
            state.role, state.level = Role.TEXT, 0
        elif word == "intbl":
            state.role = Role.CELL
        elif word == "s":
            state.role, state.level = self.tables.styles.get(number or 0, (Role.TEXT, 0))
        elif word == "outlinelevel" and number is not None and number < 9:
            state.role, state.level = Role.HEADING, number + 1

    def _begin_note(self, at: int) -> None:
        self.notes += 1
        self.flows.append(Flow(Note(str(self.notes)), reached=at))
        self.italics.append(None)
        self.state.closes, self.state.italic, self.state.hidden = "note", False, False
        self.state.role, self.state.level = Role.TEXT, 0

    def _close(self, start: int, end: int) -> None:
        ended, self.starred = self.state, False
        if not self.stack:
            return
        self.state = self.stack.pop()
        if ended.closes == "note" and len(self.flows) > 1:
            self._end_italics(start)
            self._paragraph(start)
            flow = self.flows.pop()
            self.italics.pop()
            self.flow.reached = max(self.flow.reached, end)
            if flow.note is not None and flow.note.blocks:
                self.flow.hold(flow.note)
            self.flow.notes.extend(flow.notes)
            return
        if ended.closes == "address":
            match = _ADDRESS.search(_plain(self.source[ended.start : start], self.codepage))
            self.address = match["url"] if match else ""
        elif ended.closes == "link" and self.address:
            self.flow.mark(Span(ended.start, end), Span(ended.start, start), self.address)
            self.address = ""
        if ended.italic and not self.state.italic:
            self._end_italics(end)
        elif self.state.italic and not ended.italic and self.italics[-1] is None:
            self.italics[-1] = _Italics(end)

    def _end_italics(self, end: int) -> None:
        run, self.italics[-1] = self.italics[-1], None
        if run is not None and run.inner >= 0:
            self.flow.mark(Span(run.start, end), Span(run.inner, run.end))

    def _show(self, start: int, end: int, text: str | None = None) -> None:
        if self.state.hidden or self.state.skipped:
            return
        self.flow.show(start, end, text)
        run = self.italics[-1]
        if run is not None and self.state.italic:
            run.inner = start if run.inner < 0 else run.inner
            run.end = end

    def _symbol(self, char: str, start: int, end: int) -> None:
        if char == "*":
            self.starred = True
        elif char in "\r\n":
            self._paragraph(start)
        elif not self.state.skipped:
            self._show(start, end, words.SYMBOLS.get(char, ""))

    def _text(self, start: int, end: int) -> None:
        if self.state.skipped or self.state.hidden:
            return
        if not _HIGH.search(self.source, start, end):
            self._show(start, end)
            return
        at = start
        for match in _HIGH.finditer(self.source, start, end):
            if match.start() > at:
                self._show(at, match.start())
            byte = match.group().encode("latin-1")
            self._show(match.start(), match.end(), byte.decode(self.state.codepage, "replace"))
            at = match.end()
        if at < end:
            self._show(at, end)

    def _bytes(self, start: int, at: int) -> int:
        r"""Read ``\'e3``, or two of them where the code page has letters of two bytes."""
        value = bytes([int(self.source[start + 2 : start + 4], 16)])
        codepage = self.state.codepage
        if codepage in words.DOUBLE and value[0] >= 0x81:
            second = _TOKEN.match(self.source, at)
            if second is not None and second["hex"]:
                value += bytes([int(second["hex"], 16)])
                at = second.end()
        self._show(start, at, value.decode(codepage, "replace"))
        return at

    def _unicode(self, number: int, start: int, at: int) -> int:
        """Read a character by its number, and pass over what stands for it in old programs."""
        code = number + 65536 if number < 0 else number
        for _ in range(self.state.unicode_skip):
            token = _TOKEN.match(self.source, at)
            if token is None:
                break
            if token.lastgroup == "text":
                at += 1
            elif token["hex"] or token["symbol"]:
                at = token.end()
            else:
                break
        if 0xD800 <= code < 0xDC00:
            self.high = chr(code)
            return at
        char = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if self.high and 0xDC00 <= code < 0xE000:
            char = (self.high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        self.high = ""
        if char:
            self._show(start, at, char)
        return at

    def _paragraph(self, at: int, *, cell: bool = False) -> None:
        run = self.italics[-1]
        self._end_italics(at)
        if run is not None and self.state.italic:
            self.italics[-1] = _Italics(at)
        flow, state = self.flow, self.state
        if not flow.runs and not flow.notes:
            return
        role = Role.CELL if cell else state.role
        block = flow.take(role if flow.note is None else Role.TEXT, state.level)
        if flow.note is not None:
            if self.shelf.is_visible(block):
                flow.note.blocks.append(block)
            return
        if role is Role.HEADING:
            self.shelf.heading(block)
        else:
            self.shelf.paragraph(block)
        self.shelf.notes_of(flow)


def _tables(source: str, codepage: str) -> _Tables:
    tables = _Tables()
    begin = source.find("{\\fonttbl")
    if begin >= 0:
        for match in _FONT.finditer(source, begin, begin + 60_000):
            charset = int(match["charset"])
            name = codepage if charset == 0 else words.CHARSETS.get(charset, codepage)
            tables.fonts.setdefault(int(match["font"]), name)
    begin = source.find("{\\stylesheet")
    if begin >= 0:
        for match in _STYLE.finditer(source, begin, begin + 400_000):
            tables.styles.setdefault(int(match["number"]), _style(match["rest"], codepage))
    return tables


def _style(rest: str, codepage: str) -> tuple[Role, int]:
    name = _plain(rest, codepage).strip()
    heading = _HEADING.match(name)
    if heading:
        return Role.HEADING, min(max(int(heading["level"]), 1), 6)
    outline = _OUTLINE.search(rest)
    if outline:
        return Role.HEADING, int(outline["level"]) + 1
    if _TITLE.match(name):
        return Role.HEADING, 1
    return (Role.QUOTE, 0) if _QUOTE.search(name) else (Role.TEXT, 0)


def _plain(text: str, codepage: str) -> str:
    """Give a piece of rich text without its control words."""

    def shown(match: re.Match[str]) -> str:
        if match.group(1):
            return bytes([int(match.group(1), 16)]).decode(codepage, "replace")
        if match.group(2):
            code = int(match.group(2)) % 65536
            return chr(code) if not 0xD800 <= code < 0xE000 else ""
        return ""

    return _ESCAPE.sub(shown, text.replace("\r", "").replace("\n", ""))


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
