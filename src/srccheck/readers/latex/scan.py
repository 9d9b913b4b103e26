"""One pass over a LaTeX file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from srccheck.readers.flow import Flow, Note
from srccheck.readers.latex import symbols
from srccheck.readers.latex.cites import Item, Shape, keys_in, read_items, shape_of
from srccheck.readers.latex.macros import (
    DEFINERS,
    Macro,
    alias_of,
    gaps,
    read_def,
    read_definition,
    read_let,
)
from srccheck.readers.latex.source import TexSource
from srccheck.readers.shelf import Shelf
from srccheck.text import Role, Span
from srccheck.text.assemble import Assembler
from srccheck.text.builder import Block, KeyMark
from srccheck.text.sections import Section

_TOKEN = re.compile(
    r"""
      (?P<text>[^\\{}%~`'\-,<>?!$&"\r\n]+
        (?:(?:,(?!,)|-(?!-)|'(?!')|<(?!<)|>(?!>)|[?!](?!`)|(?:\r\n?|\n)(?![ \t]*[\r\n%]))
           [^\\{}%~`'\-,<>?!$&"\r\n]*)*)
    | \\(?P<command>[a-zA-Z@]+\*?)
    | \\(?P<control>\r\n|.)
    | (?P<open>\{) | (?P<close>\})
    | (?P<comment>%[^\r\n]*(?:\r\n?|\n|\Z)[ \t]*)
    | (?P<par>(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n?|\n)\s*)
    | (?P<tie>~)
    | (?P<ligature>---?|``|''|`|,,|<<|>>|\?`|!`)
    | (?P<math>\$\$?)
    | (?P<cell>&)
    | (?P<quote>")
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SHORTHAND = re.compile(r"\"(?:---|--[~*]|[-`'<>=~|/\"aouAOUsSzei])")
_SPACE = re.compile(r"[ \t]*(?:(?:\r\n?|\n)(?![ \t]*[\r\n])[ \t]*)?")
_LETTER = re.compile(r"[^\W\d_]", re.UNICODE)
_ESCAPED = re.compile(r"\\(?P<char>[%#&_~{}$])")
_MATH = re.compile(
    r"\\(?:[td]?frac|nicefrac|sfrac)\s*\{(?P<over>\w{1,4})\}\s*\{(?P<under>\w{1,4})\}"
    r"|\\(?:text|mathrm|mathit|mbox|mathbf)\s*(?=\{)|\\[a-zA-Z]+\s*|\\.|[\^_{}]|(?P<shown>[^\\^_{}]+)",
    re.DOTALL,
)
_MATH_END = re.compile(r"\\.|(?P<end>\$)|(?:\r\n?|\n)[ \t]*[\r\n]", re.DOTALL)
_LANGUAGES = re.compile(
    r"\\(?:usepackage\s*\[(?P<babel>[^]]*)\]\s*\{(?:babel|polyglossia)\}"
    r"|set(?:main|default)language\s*(?:\[[^]]*\])?\s*\{(?P<main>[^}]*)\})"
)
_NOTE_STYLE = re.compile(
    r"\\(?:usepackage|RequirePackage)\s*\[(?P<options>[^]]*)\]\s*\{"
    r"(?:biblatex|biblatex-chicago)\}",
)
_IN_NOTES = re.compile(
    r"\b(?:autocite\s*=\s*\{?foot|autocite\s*=\s*\{?super|notes\b|(?:cite)?style\s*=\s*\{?"
    r"(?:verbose|footnote|chicago-notes|gost-footnote|historische-zeitschrift|fiwi|geschichts))"
)
_DIMENSION = re.compile(r"\s*=?\s*-?[\d.]*\s*\\?[a-zA-Z]{2,12}\b(?:\s+(?:plus|minus)\s*\S+)*")
_VERB = re.compile(r"\*?(?P<mark>[^\w\s*])(?P<inner>[^\r\n]*?)(?P=mark)")
_NEW_LINE = re.compile(r"\*?(?:\s*\[[-+\d.\s\\a-z]{1,20}\])?")
_INPUT = re.compile(r"[ \t]*(?P<name>[^\s{}\\%]+)")
DOCUMENT = re.compile(r"^[^%\r\n]*\\(?:documentclass|documentstyle)\b", re.MULTILINE)
_CONDITION = re.compile(r"(?<!\\)\\(?P<word>if(?!f\b)[a-zA-Z@]*|else|fi)(?![a-zA-Z@])")
_BIBLIOGRAPHIES = frozenset(
    symbols.words("bibliography addbibresource addglobalbib addsectionbib nobibliography")
)
DEEP = 40  # groups read by recursion inside one another
MACRO_DEPTH = 4


@dataclass(slots=True)
class Group:
    """A brace, bracket or environment that is open, and what its end means."""

    kind: str
    start: int = 0  # of the command, marker and all
    inner: int = 0
    detail: str = ""
    level: int = 0
    declared: int = -1  # where an emphasis that lasts to the end of the group was declared


@dataclass(slots=True)
class State:
    """What the files of one manuscript share."""

    macros: dict[str, Macro] = field(default_factory=dict)
    notes: int = 0
    quotes: str = symbols.ENGLISH_QUOTES
    shorthands: bool = False
    auto_notes: bool = False
    bibliographies: list[str] = field(default_factory=list)
    nocite: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # of notes, and their numbers
    numbers: dict[str, str] = field(default_factory=dict)  # the same, as an earlier pass found them
    references: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, source: str) -> State:
        """Look at the preamble for the language and for citations in notes."""
        state = cls()
        for match in _LANGUAGES.finditer(source):
            names = [
                name.strip().removeprefix("main=")
                for name in (match["babel"] or match["main"] or "").split(",")
            ]
            state.quotes = symbols.QUOTES.get(names[-1], state.quotes)
            state.shorthands |= not symbols.SHORTHAND_LANGUAGES.isdisjoint(names)
        style = _NOTE_STYLE.search(source)
        state.auto_notes = style is not None and _IN_NOTES.search(style["options"]) is not None
        return state


class Scanner:
    """Reads one file onto a shelf."""

    def __init__(
        self,
        text: str,
        shelf: Shelf,
        state: State,
        include: Callable[[str, Span, bool], bool] | None = None,
        *,
        preamble: bool = False,
    ) -> None:
        self.source = TexSource(text)
        self.text = text
        self.state = state
        self.include = include
        self.shelf = shelf
        self.flows = [Flow()]
        self.stack: list[Group] = []
        self.environments: list[str] = []
        self.quotes = 0
        self.depth = 0
        self.preamble = preamble or DOCUMENT.search(text) is not None
        self.ended = False

    def run(self) -> None:
        """Read the whole file."""
        self.scan(0, len(self.text))
        while self.stack:
            self._close(self.stack.pop(), len(self.text))
        self._paragraph()

    @property
    def flow(self) -> Flow:
        """The text that is being read: the body, or the note that stands in it."""
        return self.flows[-1]

    def scan(self, at: int, end: int) -> None:
        """Read a range; what it opens it closes, unless it is the whole file."""
        floor = len(self.stack)
        token = _TOKEN.match(self.text, at, end)
        while token and not self.ended:
            kind, at = token.lastgroup, token.end()
            if kind == "text" or kind == "other":
                if not self.preamble:
                    self.flow.show(token.start(), at)
            elif kind == "command":
                at = self._command(token["command"], token.start(), at)
            elif kind == "control":
                at = self._control(token["control"], token.start(), at)
            elif kind == "open":
                self.stack.append(Group("group", token.start(), at))
            elif kind == "close":
                if len(self.stack) > floor:
                    at = self._closed(token.start(), at)
            elif kind == "quote":
                at = self._quotation_mark(token.start(), at)
            elif kind == "math":
                at = self._math(token.group(), token.start(), at)
            elif not self.preamble:
                self._sign(kind or "", token, end)
            token = _TOKEN.match(self.text, at, end) if at < end else None
        if self.depth:
            while len(self.stack) > floor:
                self._close(self.stack.pop(), end)

    def _inside(self, span: Span) -> None:
        """Read an argument that stands inside a command."""
        if self.depth >= DEEP:
            self.flow.show(span.start, span.end)
            return
        self.depth += 1
        self.scan(span.start, span.end)
        self.depth -= 1

    def _sign(self, kind: str, token: re.Match[str], end: int) -> None:
        start, at, shown = token.start(), token.end(), token.group()
        if kind == "par":
            self._paragraph()
        elif kind == "comment":
            if self.text[at : at + 1] in "\r\n" and at < end:
                self._paragraph()  # an empty line after it
        elif kind == "tie":
            self.flow.show(start, at, " ")
        elif kind == "ligature":
            self.flow.show(start, at, symbols.LIGATURES.get(shown, shown))
        elif kind == "cell":
            if self._in_table():
                self._paragraph()
            else:
                self.flow.show(start, at)

    def _quotation_mark(self, start: int, at: int) -> int:
        """Show a straight quotation mark, or what it makes of the sign after it in babel."""
        match = _SHORTHAND.match(self.text, start) if self.state.shorthands else None
        if not self.preamble:
            self.flow.show(
                start,
                match.end() if match else at,
                symbols.SHORTHANDS[match.group()] if match else None,
            )
        return match.end() if match else at

    # Paragraphs

    def _paragraph(self) -> None:
        """End the paragraph that is being read."""
        flow = self.flow
        if not flow.runs and not flow.notes:
            return
        if flow.note is not None:
            block = flow.take(Role.TEXT)
            if self.shelf.is_visible(block):
                flow.note.blocks.append(block)
            return
        block = flow.take(self._role())
        self.shelf.paragraph(block)
        self.shelf.notes_of(flow)

    def _role(self) -> Role:
        for name in reversed(self.environments):
            if name in symbols.QUOTATIONS:
                return Role.QUOTE
            if name in symbols.TABLES:
                return Role.CELL
            if name in ("itemize", "enumerate", "description", "thebibliography"):
                return Role.ITEM
        return Role.TEXT

    def _in_table(self) -> bool:
        return any(name in symbols.TABLES for name in self.environments)

    # Groups

    def _closed(self, start: int, end: int) -> int:
        """Close the group that a brace at ``start`` ends; give where the text goes on."""
        if self.stack[-1].kind == "environment":
            return end  # a brace too many
        group = self.stack.pop()
        self._close(group, start)
        if group.kind == "argument" and self.text.startswith("{", end):
            self.flow.show(start, end + 1, " ")  # two arguments of a macro are two words
            self.stack.append(Group("argument", end, end + 1))
            return end + 1
        return end

    def _close(self, group: Group, at: int) -> None:
        """Do what the end of a group means; ``at`` is where its marker stands."""
        end = at + 1 if self.text.startswith("}", at) else at
        if group.declared >= 0:
            self.flow.mark(Span(group.start, end), Span(group.declared, at))
        if group.kind == "emphasis":
            self.flow.mark(Span(group.start, end), Span(group.inner, at))
        elif group.kind == "link":
            self.flow.mark(Span(group.start, end), Span(group.inner, at), group.detail)
        elif group.kind == "quote":
            self.quotes -= 1
            self.flow.show(at, end, self._quote(closing=True))
        elif group.kind == "heading":
            self._heading(group)
        elif group.kind == "note":
            self._end_note()
        elif group.kind == "environment" and self.environments:
            self.environments.pop()

    def _heading(self, group: Group) -> None:
        flow = self.flow
        block = flow.take(Role.HEADING, group.level)
        if flow.note is None:
            self.shelf.heading(block)
            self.shelf.notes_of(flow)

    def _begin_note(self, label: str | None = None) -> None:
        if label is None:
            self.state.notes += 1
            label = str(self.state.notes)
        self.flows.append(Flow(Note(label)))

    def _end_note(self) -> None:
        if len(self.flows) < 2:
            return
        self._paragraph()
        flow = self.flows.pop()
        if flow.note is not None and flow.note.blocks:
            self.flow.hold(flow.note)
        self.flow.notes.extend(flow.notes)

    def _quote(self, *, closing: bool) -> str:
        marks = self.state.quotes
        return marks[(2 if self.quotes % 2 else 0) + closing]

    # Commands

    def _command(self, name: str, start: int, at: int) -> int:
        """Read a command word and what belongs to it; give where the text goes on."""
        bare = name.rstrip("*")
        if bare == "begin" or bare == "end":
            return self._environment(bare, start, at)
        defined = self._definition(bare, at)
        if defined is not None:
            return defined
        if bare in _BIBLIOGRAPHIES:
            return self._bibliography(at)
        if bare == "nocite":
            return self._nocite(at)
        if bare == "iffalse":
            return self._behind_condition(at)
        if bare in ("input", "include", "subfile", "import", "subimport", "InputIfFileExists"):
            return self._included(bare, start, at)
        if self.preamble:
            if bare in ("title", "subtitle"):
                return self._title(bare, start, at)
            return self.source.skip_arguments(at, symbols.HIDDEN.get(bare, 0))
        macro = self.state.macros.get(bare)
        if macro is not None:
            if macro.alias:
                return self._known(macro.alias, start, at)
            if macro.pieces is not None:
                return self._expand(macro.pieces, start, at)
        return self._known(bare, start, at)

    def _known(self, bare: str, start: int, at: int) -> int:
        """Read a command of LaTeX or of a package."""
        after = self._space(at)
        if bare in symbols.SYMBOLS:
            self.flow.show(start, after, symbols.SYMBOLS[bare])
            return after
        if bare in symbols.ACCENTS:
            accented = self._accent(bare, start, at)
            if accented is not None:
                return accented
        if bare in symbols.DECLARED_EMPHASIS and not self.text.startswith("{", after):
            if self.stack and self.stack[-1].declared < 0:
                self.stack[-1].declared = after
            return after
        if bare in symbols.CITED_QUOTES:
            return self._cited_quote(bare, start, at)
        shape = shape_of(bare)
        if shape is not None:
            cited = self._cite(shape, start, at)
            return at if cited is None else cited
        if bare in symbols.HIDDEN:
            return self.source.skip_arguments(at, symbols.HIDDEN[bare])
        handler = _HANDLERS.get(bare)
        if handler is not None:
            return handler(self, start, at)
        return self._grouped(bare, start, at)

    def _grouped(self, bare: str, start: int, at: int) -> int:
        """Open the group of a command whose argument is text."""
        hidden = symbols.HIDDEN_FIRST.get(bare, symbols.ENQUOTES.get(bare))
        option = self.source.option(at) if self.text.startswith("[", at) else None
        after = option[1] if option else at
        if hidden:
            after = self.source.skip_arguments(after, hidden)
        begin = self.source.skip(after)
        inside = self.source.braced(begin)
        if inside is None:
            return self._space(after)
        if bare in symbols.HEADINGS:
            self._paragraph()
            self.stack.append(Group("heading", start, inside.start, level=symbols.HEADINGS[bare]))
        elif bare in symbols.NOTES:
            label = option[0].cut(self.text) if option and bare != "note" else None
            self._begin_note("*" if bare == "thanks" else label)
            self.stack.append(Group("note", start, inside.start))
        elif bare in symbols.EMPHASIS:
            self.stack.append(Group("emphasis", start, inside.start))
        elif bare in symbols.ENQUOTES:
            if option is not None and bare not in ("enquote", "foreignquote"):  # a citation
                self.flow.show(start, option[0].start, "(")
                self._inside(option[0])
                self.flow.show(option[0].end, option[1], ") ")
                start = option[1]
            self._open_quote(start, inside.start)
        else:
            self.stack.append(Group("argument", start, inside.start))
        return inside.start

    def _open_quote(self, start: int, inner: int) -> None:
        self.flow.show(start, inner, self._quote(closing=False))
        self.quotes += 1
        self.stack.append(Group("quote", start, inner))

    def _cited_quote(self, bare: str, start: int, at: int) -> int:
        """Read a quotation whose command names the source before it."""
        at = (
            self.source.skip_arguments(at, symbols.CITED_QUOTES[bare])
            if (symbols.CITED_QUOTES[bare])
            else at
        )
        items = read_items(self.source, at, Shape())
        if not items:
            return at
        self._items(items, start)
        begin = self.source.skip(items[-1].end)
        inside = self.source.braced(begin)
        if inside is None:
            return items[-1].end
        self.flow.show(items[-1].end, begin, " ")
        self._open_quote(begin, inside.start)
        return inside.start

    def _label(self, start: int, at: int) -> int:
        """Remember the number of a note that is given a name."""
        name = self.source.braced(self.source.skip(at))
        if name is None:
            return at
        if self.flow.note is not None:
            self.state.labels[name.cut(self.text).strip()] = self.flow.note.label
        return name.end + 1

    def _reference(self, start: int, at: int) -> int:
        """Show the number of a note that is referred to by its name; of all else nothing."""
        name = self.source.braced(self.source.skip(at))
        if name is None:
            return at
        key = name.cut(self.text).strip()
        self.state.references.add(key)
        self.flow.show(start, name.end + 1, self.state.numbers.get(key, ""))
        return name.end + 1

    def _definition(self, bare: str, at: int) -> int | None:
        """Read a macro's definition; None where the command defines none."""
        if bare in DEFINERS:
            read = read_definition(self.source, at)
        elif bare in ("def", "gdef", "edef", "xdef"):
            read = read_def(self.source, at)
        elif bare == "let":
            renamed = read_let(self.source, at)
            if renamed is None:
                return at
            self.state.macros[renamed[0]] = self.state.macros.get(
                renamed[1], Macro(None, renamed[1])
            )
            return renamed[2]
        elif bare in ("newenvironment", "renewenvironment"):
            return self.source.skip_arguments(at, 3)
        else:
            return None
        if read is None:
            return at
        name, body, end = read
        self.state.macros[name] = self._macro(name, body)
        return end

    def _macro(self, name: str, body: str) -> Macro:
        alias = alias_of(body)
        if alias and alias != name:
            return Macro(None, alias)
        pieces = gaps(body) if name not in symbols.SYMBOLS else None
        if pieces is None or "\\begin" in body or "\\def" in body or "footnote" in body:
            return Macro(None)
        shown = [self._plain(piece) for piece in pieces]
        return Macro(None if None in shown else tuple(each or "" for each in shown))

    def _plain(self, text: str) -> str | None:
        """Give what a piece of a macro prints, as far as it is text; None where it cites."""
        if not any(char in text for char in "\\{}~-`'$%"):
            return text
        if "cite" in text or self.depth >= MACRO_DEPTH:
            return None
        inner = Scanner(text, Shelf(Assembler(text)), self.state)
        inner.depth = self.depth + 1
        inner.scan(0, len(text))
        runs = inner.flow.runs
        return "".join(text[run.start : run.end] if run.text is None else run.text for run in runs)

    def _expand(self, pieces: tuple[str, ...], start: int, at: int) -> int:
        """Show a macro of the manuscript's own: its text, and its arguments where they stand."""
        if len(pieces) == 1:
            after = at if self.text.startswith("{", at) else self._space(at)
            self.flow.show(start, after, pieces[0])
            return after
        last = start
        for piece in pieces[:-1]:
            given = self.source.argument(at)
            if given is None:
                return at
            inside, at = given
            self.flow.show(last, inside.start, piece)
            self._inside(inside)
            last = inside.end
        self.flow.show(last, at, pieces[-1])
        return at

    def _control(self, char: str, start: int, at: int) -> int:
        """Read a control symbol."""
        if self.preamble:
            return at
        if char in symbols.ACCENTS:
            accented = self._accent(char, start, at)
            if accented is not None:
                return accented
        if char == "\\":
            line = _NEW_LINE.match(self.text, at)
            at = line.end() if line else at
            if self._in_table():
                self._paragraph()
                return at
        if char in "([":
            closing = self.text.find("\\)" if char == "(" else "\\]", at, at + 2000)
            if closing >= 0:
                if char == "(":
                    self._formula(Span(at, closing))
                return closing + 2
        self.flow.show(start, at, symbols.CONTROLS.get(char[0], char))
        return at

    def _accent(self, name: str, start: int, at: int) -> int | None:
        """Show a letter with the accent that ``name`` puts on it; None where there is no letter."""
        letter = self._letter(at, 0)
        if letter is None:
            return None
        shown, end = letter
        if not shown:  # "\~{}" prints the accent itself
            self.flow.show(start, end, name if name in "~^" else "")
            return end
        mark = symbols.ACCENTS[name]
        base = {"ı": "i", "ȷ": "j"}.get(shown[0], shown[0])
        marks = shown[1:2] if unicodedata.combining(shown[1:2] or "a") else ""
        whole = unicodedata.normalize("NFC", base + marks + mark) + shown[1 + len(marks) :]
        self.flow.show(start, end, whole)
        return end

    def _letter(self, at: int, depth: int) -> tuple[str, int] | None:
        """Read what an accent stands on: a letter, a control word, another accent."""
        at = self.source.skip(at)
        inside = self.source.braced(at)
        if inside is not None:
            text = inside.cut(self.text).strip()
            if not text.startswith("\\") or depth > 3:
                return (text if len(text) < 9 and "\\" not in text else ""), inside.end + 1
            read = self._letter(inside.start, depth + 1)
            return (read[0], inside.end + 1) if read else None
        token = _TOKEN.match(self.text, at)
        if token is None:
            return None
        if token.lastgroup == "text":
            return (token.group()[0], at + 1) if _LETTER.match(token.group()) else None
        name = token["command"] or token["control"] or ""
        if name in symbols.ACCENTS and depth <= 3:
            read = self._letter(token.end(), depth + 1)
            if read is None or not read[0]:
                return None
            return read[0][0] + symbols.ACCENTS[name] + read[0][1:], read[1]
        if name in symbols.SYMBOLS:
            return symbols.SYMBOLS[name], self._space(token.end())
        return None

    def _space(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    # Citations

    def _cite(self, shape: Shape, start: int, at: int) -> int | None:
        items = read_items(self.source, at, shape)
        if not items:
            return None
        noted = shape.note or (shape.auto and self.state.auto_notes)
        if noted and self.flow.note is None:
            self._begin_note()
            self._items(items, start)
            self._end_note()
        else:
            self._items(items, start)
        return items[-1].end

    def _items(self, items: list[Item], start: int) -> None:
        """Show the items of a citation: what stands before the keys, and the keys with an @."""
        at, glue = start, "["
        for item in items:
            first = at
            for text in item.texts:
                if text.end > text.start:
                    self.flow.show(at, text.start, glue)
                    self._inside(text)
                    at, glue = text.end, " "
            note = item.note if item.note and item.note.end > item.note.start else None
            for number, key in enumerate(item.keys):
                self.flow.show(at, key.start, glue + "@")
                self.flow.show(key.start, key.end)
                at, glue = key.end, ", "
                last = number == len(item.keys) - 1
                alone = len(item.keys) == 1
                outer = Span(first if item is items[0] else item.start, item.end)
                named = self._key(key.cut(self.text))
                if named:
                    mark = KeyMark(outer if alone else key, named, key, note if last else None)
                    self.flow.keys.append(mark)
            self.flow.show(at, item.end, "]" if item is items[-1] else ";")
            at, glue = item.end, " "

    def _key(self, written: str) -> str:
        """Give a key as it is written, or what a macro in its place prints; "" where none knows."""
        if "\\" not in written and "#" not in written:
            return written
        macro = self.state.macros.get(written[1:].rstrip("{} ")) if written[:1] == "\\" else None
        return macro.pieces[0] if macro and macro.pieces and len(macro.pieces) == 1 else ""

    def _nocite(self, at: int) -> int:
        inside = self.source.braced(self.source.skip(at))
        if inside is None:
            return at
        self.state.nocite += [key.cut(self.text) for key in keys_in(self.text, inside)]
        if inside.cut(self.text).strip() == "*":
            self.state.nocite.append("*")
        return inside.end + 1

    def _behind_condition(self, at: int) -> int:
        """Give the end of what never is: up to its own \\fi, or to \\else."""
        depth = 1
        for match in _CONDITION.finditer(self.text, at):
            word = match["word"]
            depth += {"fi": -1, "else": 0}.get(word, 1)
            if depth == 0 or (word == "else" and depth == 1):
                return match.end()
        return at

    def _bibliography(self, at: int) -> int:
        option = self.source.option(at)
        at = option[1] if option else at
        inside = self.source.braced(self.source.skip(at))
        if inside is None:
            return at
        names = [name.strip() for name in inside.cut(self.text).split(",")]
        self.state.bibliographies += [name for name in names if name]
        return inside.end + 1

    def _included(self, bare: str, start: int, at: int) -> int:
        """Read the file that is named here, where its reader can be asked for it."""
        inside = self.source.braced(self.source.skip(at))
        folder = ""
        if inside is not None and bare in ("import", "subimport"):
            folder = inside.cut(self.text).strip()
            inside = self.source.braced(self.source.skip(inside.end + 1))
        if inside is not None:
            name, end = inside.cut(self.text), inside.end + 1
        else:
            match = _INPUT.match(self.text, at)
            if match is None:
                return at
            name, end = match["name"], match.end()
        if self.flow.note is not None or self.include is None or not name.strip():
            return end
        self._paragraph()
        read = self.include(f"{folder}{name.strip()}", Span(start, end), self.preamble)
        if not read and not self.preamble:  # it shows as it stands, whatever section it is in
            self.flow.show(start, end)
            self.shelf.assembler.body(self.flow.take(Role.CELL))
        return end

    def _title(self, bare: str, start: int, at: int) -> int:
        """Read the title that the preamble gives."""
        inside = self.source.braced(self.source.skip(self.source.skip_arguments(at, 0)))
        if inside is None:
            return at
        self.preamble = False
        self._inside(inside)
        self._heading(Group("heading", start, inside.start, level=symbols.HEADINGS[bare]))
        self.preamble = True
        return inside.end + 1

    # Environments

    def _environment(self, word: str, start: int, at: int) -> int:
        inside = self.source.braced(self.source.skip(at))
        if inside is None:
            return at
        name, at = inside.cut(self.text).strip(), inside.end + 1
        if name == "document":
            if word == "begin":
                self.preamble = False
                self.stack.clear()
            else:
                self.ended = True
            return at
        if word == "end":
            self._end(name, start)
            return at
        hidden = self.source.verbatim_end(start)
        if hidden is not None:
            return hidden
        if self.preamble:
            return at
        self._begin(name)
        return self.source.skip_arguments(at, symbols.ENVIRONMENT_ARGUMENTS.get(name, 0))

    def _begin(self, name: str) -> None:
        if name not in ("center", "small", "footnotesize", "sloppypar"):
            self._paragraph()
        self.stack.append(Group("environment", detail=name))
        self.environments.append(name)
        if name == "thebibliography":
            self.shelf.begin(Block(()), "References", Section.REFERENCES)

    def _end(self, name: str, at: int) -> None:
        if name not in self.environments:
            return
        if self.flow.note is None:
            self._paragraph()
        while self.stack:
            group = self.stack.pop()
            self._close(group, at)
            if group.kind == "environment" and group.detail == name:
                break
        if name == "thebibliography":
            self.shelf.section = Section.BODY

    # Single commands

    def _par(self, start: int, at: int) -> int:
        self._paragraph()
        return self._space(at)

    def _item(self, start: int, at: int) -> int:
        self._paragraph()
        option = self.source.option(at)
        if option is None:
            return self._space(at)
        self._inside(option[0])
        self.flow.show(option[0].end, option[1], " ")
        return option[1]

    def _bibitem(self, start: int, at: int) -> int:
        self._paragraph()
        option = self.source.option(at)
        at = option[1] if option else at
        key = self.source.braced(self.source.skip(at))
        if key is None:
            return at
        self.flow.entry_key = key.cut(self.text).strip()
        return self._space(key.end + 1)

    def _url(self, start: int, at: int) -> int:
        inside = self.source.braced(self.source.skip(at))
        if inside is None:
            return at
        self._raw(inside)
        return inside.end + 1

    def _raw(self, span: Span) -> None:
        """Show an address: nothing in it is a command, but signs may be escaped."""
        at = span.start
        for match in _ESCAPED.finditer(self.text, span.start, span.end):
            self.flow.show(at, match.start())
            self.flow.show(match.start(), match.end(), match["char"])
            at = match.end()
        self.flow.show(at, span.end)

    def _href(self, start: int, at: int) -> int:
        option = self.source.option(at)
        at = option[1] if option else at
        address = self.source.braced(self.source.skip(at))
        if address is None:
            return at
        url = _ESCAPED.sub(lambda match: match["char"], address.cut(self.text).strip())
        shown = self.source.braced(self.source.skip(address.end + 1))
        if shown is None:
            return address.end + 1
        self.stack.append(Group("link", start, shown.start, detail=url))
        return shown.start

    def _fraction(self, start: int, at: int) -> int:
        over = self.source.argument(at)
        under = self.source.argument(over[1]) if over else None
        if over is None or under is None:
            return at
        self.flow.show(start, under[1], f"{over[0].cut(self.text)}/{under[0].cut(self.text)}")
        return under[1]

    def _verb(self, start: int, at: int) -> int:
        match = _VERB.match(self.text, at)
        if match is None:
            return at
        self.flow.show(*match.span("inner"))
        return match.end()

    def _dimension(self, start: int, at: int) -> int:
        match = _DIMENSION.match(self.text, at)
        return match.end() if match else at

    def _second_form(self, start: int, at: int) -> int:
        shown = self.source.braced(self.source.skip(at))
        again = self.source.braced(self.source.skip(shown.end + 1)) if shown else None
        if shown is None:
            return at
        self._inside(shown)
        return again.end + 1 if again else shown.end + 1

    def _footnote_mark(self, start: int, at: int) -> int:
        option = self.source.option(at) if self.text.startswith("[", at) else None
        return option[1] if option else at

    # Mathematics

    def _math(self, sign: str, start: int, at: int) -> int:
        if sign == "$$":
            end = self.text.find("$$", at, at + 20_000)
            return end + 2 if end >= 0 else at
        for match in _MATH_END.finditer(self.text, at, at + 1000):
            if match["end"]:
                if not self.preamble:
                    self._formula(Span(at, match.start()))
                return match.end()
            if match.group()[0] in "\r\n":
                break
        if not self.preamble:
            self.flow.show(start, at)
        return at

    def _formula(self, span: Span) -> None:
        """Show what of a formula is text: a raised number, a fraction."""
        for match in _MATH.finditer(self.text, span.start, span.end):
            if match["over"]:
                self.flow.show(*match.span(), f"{match['over']}/{match['under']}")
            elif match["shown"]:
                self.flow.show(*match.span("shown"))


_HANDLERS: dict[str, Callable[[Scanner, int, int], int]] = {
    "par": Scanner._par,
    "label": Scanner._label,
    "ref": Scanner._reference,
    "item": Scanner._item,
    "bibitem": Scanner._bibitem,
    "url": Scanner._url,
    "nolinkurl": Scanner._url,
    "path": Scanner._url,
    "href": Scanner._href,
    "frac": Scanner._fraction,
    "nicefrac": Scanner._fraction,
    "sfrac": Scanner._fraction,
    "verb": Scanner._verb,
    "lstinline": Scanner._verb,
    "vskip": Scanner._dimension,
    "hskip": Scanner._dimension,
    "kern": Scanner._dimension,
    "texorpdfstring": Scanner._second_form,
    "footnotemark": Scanner._footnote_mark,
    "endnotemark": Scanner._footnote_mark,
    "newpage": Scanner._par,
    "clearpage": Scanner._par,
    "bigskip": Scanner._par,
    "medskip": Scanner._par,
    "smallskip": Scanner._par,
}
