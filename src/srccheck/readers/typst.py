"""Typst: headings, notes, emphasis, links, citations by key, its bibliography."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from srccheck.readers.flow import Flow, Note
from srccheck.readers.included import place_of
from srccheck.readers.shelf import Shelf
from srccheck.text import Manuscript, Missing, Role, Span, Stream
from srccheck.text.assemble import Assembler
from srccheck.text.builder import KeyMark

_TOKEN = re.compile(
    r"""
      (?P<par>(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n?|\n)\s*)
    | (?P<heading>^(?P<signs>={1,6})[ \t]+(?=\S))
    | (?P<item>^[ \t]*(?:[-+]|\d{1,4}\.|/)[ \t]+(?=\S))
    | (?P<escape>\\(?:u\{(?P<code>[0-9a-fA-F]{1,6})\}|(?P<escaped>[^\s])|(?=\s)))
    | (?P<comment>//[^\r\n]*|/\*.*?(?:\*/|\Z))
    | (?P<address>https?://[^\s\[\]()<>"]*[^\s\[\]()<>".,;:!?'])
    | (?P<note>\#footnote\[)
    | (?P<keyed>\#cite\(\s*<(?P<cited>[\w.:-]+)>(?P<options>[^()]*)\))
    | (?P<link>\#link\(\s*"(?P<url>[^"\r\n]*)"\s*\)(?P<shown>\[)?)
    | (?P<emph>\#(?:emph|strong)\[)
    | (?P<quote>\#quote(?:\([^()]*\))?\[)
    | (?P<list>\#bibliography\((?:(?P<several>\([^()]*\))[^()]*|(?P<names>[^()]*))\))
    | (?P<rule>\#(?:set|show|let|import|include|pagebreak|outline|v|h|figure|image|counter|context)
        \b[^\r\n]*)
    | (?P<call>\#[a-zA-Z][\w.-]*(?:\((?:[^()"]|"[^"\r\n]*"){0,400}\))?(?P<content>\[)?)
    | (?P<at>(?<![\w@])@(?P<key>\w[\w-]*(?:[.:][\w-]+)*)(?P<supplement>\[)?)
    | (?P<label><[\w.:-]+>)
    | (?P<raw>`{3,}.*?`{3,}|`[^`\r\n]*`)
    | (?P<star>\*|_)
    | (?P<dash>---?)
    | (?P<tie>~)
    | (?P<dots>\.\.\.)
    | (?P<math>\$(?P<formula>[^$\r\n]{0,400})\$)
    | (?P<open>\[) | (?P<close>\])
    | (?P<text>(?:[^\\\[\]#@*_~`$<>/.\r\n\-h]++|h(?!ttps?://)|\.(?!\.\.)|-(?!-)|/(?![/*]))++|.)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_BRACKET = re.compile(r"[()\[\]{}]")
LONGEST_RULE = 4000  # code points
_INCLUDE = re.compile(r"#include\s+\"(?P<name>[^\"\r\n]+)\"")
_FULL = re.compile(r"\bfull:\s*true\b")
_LABEL = re.compile(r"(?<![(])(?<!\([ \t])<([\w.:-]+)>")
_NAME = re.compile(r"\"(?P<name>[^\"]+)\"")
_FORM = re.compile(r"supplement:\s*\[(?P<text>[^\]]*)\]")
_OPENERS = ("note", "emph", "quote", "link", "call", "open", "supplement")


@dataclass(slots=True)
class _Group:
    """A bracket that is open, or an emphasis."""

    kind: str
    start: int
    inner: int
    detail: str = ""


def read_typst(source: str, path: str, encoding: str) -> Manuscript:
    """Read a Typst file. Never raises on any text."""
    reader = _Typst(source)
    reader.run()
    manuscript = reader.shelf.assembler.manuscript(path, "typst", encoding)
    labels = frozenset(_LABEL.findall(source))
    if labels:
        manuscript = replace(
            manuscript, streams=tuple(_without(each, labels) for each in manuscript.streams)
        )
    return replace(
        manuscript,
        bibliographies=tuple(reader.bibliographies),
        nocite=("*",) if reader.full else (),
        missing=tuple(
            Missing(name, place, "")
            for name, span in reader.included
            if (place := place_of(manuscript.streams[0], span))
        ),
    )


class _Typst:
    """One pass over a file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.shelf = Shelf(Assembler(source))
        self.flows = [Flow()]
        self.groups: list[_Group] = []
        self.bibliographies: list[str] = []
        self.full = False  # the bibliography lists what is not cited, too
        self.included: list[tuple[str, Span]] = []
        self.notes = 0
        self.role = Role.TEXT
        self.level = 0
        self.starred: dict[str, int] = {}

    @property
    def flow(self) -> Flow:
        """The text that is being read."""
        return self.flows[-1]

    def run(self) -> None:
        """Read the whole file."""
        at = 0
        while token := _TOKEN.match(self.source, at):
            at = token.end() if token["rule"] is None else self._rule_end(token)
            self._token(token)
        while self.groups:
            self._close(len(self.source), len(self.source))
        self._paragraph()

    def _rule_end(self, token: re.Match[str]) -> int:
        """Give the end of a rule whose brackets close on a later line."""
        depth = 0
        limit = token.end() + LONGEST_RULE
        for match in _BRACKET.finditer(self.source, token.start(), limit):
            if match.start() >= token.end() and depth <= 0:
                break
            depth += 1 if match.group() in "([{" else -1
            if depth == 0 and match.start() >= token.end():
                return match.end()
        return token.end()

    def _token(self, token: re.Match[str]) -> None:
        kind = token.lastgroup or "text"
        start, end = token.span()
        if kind == "text":
            if token.group() in "\r\n" and self.flow.note is None and self._is_line(end):
                self._paragraph()
            self.flow.show(start, end)
        elif kind == "par":
            self._paragraph()
        elif kind in ("heading", "item"):
            self._paragraph()
            self.level = len(token["signs"]) if kind == "heading" else 0
            self.role = Role.HEADING if kind == "heading" else Role.ITEM
        elif kind in ("note", "emph", "quote"):
            self._open(kind, start, end)
        elif kind == "close":
            self._close(start, end)
        elif kind == "star":
            self._star(token.group(), start, end)
        else:
            self._other(kind, token)

    def _is_line(self, end: int) -> bool:
        """Tell a heading, and an item before a line that is not set in."""
        following = self.source[end : end + 1]
        return bool(self.level) or (self.role is Role.ITEM and following not in (" ", "\t"))

    def _other(self, kind: str, token: re.Match[str]) -> None:
        start, end = token.span()
        shown = {"tie": " ", "dots": "…", "dash": "—" if end - start == 3 else "–"}.get(kind)
        if shown is not None:
            self.flow.show(start, end, shown)
        elif kind == "escape":
            self.flow.show(start, end, _escaped(token))
        elif kind == "open":
            self.flow.show(start, end)
            self.groups.append(_Group("open", start, end))
        elif kind in ("keyed", "at"):
            self._key(kind, token)
        elif kind == "link":
            self._link(token)
        elif kind == "list":
            self.bibliographies += _NAME.findall(token["names"] or token["several"] or "")
            self.full |= _FULL.search(token.group()) is not None
        elif kind == "rule" and (included := _INCLUDE.match(token.group())):
            self._include(included["name"], Span(start, start + included.end()))
        elif kind == "call" and token["content"]:
            self.groups.append(_Group("call", start, end))
        elif kind == "raw":
            ticks = len(token.group()) - len(token.group().lstrip("`"))
            if ticks == 1:
                self.flow.show(start + 1, end - 1)
        elif kind == "math":
            self.flow.show(*token.span("formula"))
        elif kind == "address":
            self.flow.show(start, end)

    def _open(self, kind: str, start: int, end: int) -> None:
        self.groups.append(_Group(kind, start, end))
        if kind == "note":
            self.notes += 1
            self.flows.append(Flow(Note(str(self.notes)), reached=end))
        elif kind == "quote":
            self.flow.show(start, end, "“")

    def _close(self, start: int, end: int) -> None:
        if not self.groups:
            self.flow.show(start, end)
            return
        group = self.groups.pop()
        for sign in [each for each, at in self.starred.items() if at > group.start]:
            del self.starred[sign]
        outer, inner = Span(group.start, end), Span(group.inner, start)
        if group.kind == "open":
            self.flow.show(start, end)
        elif group.kind == "note":
            self._end_note(end)
        elif group.kind == "emph":
            self.flow.mark(outer, inner)
        elif group.kind == "link":
            self.flow.mark(outer, inner, group.detail)
        elif group.kind == "quote":
            self.flow.show(start, end, "”")
        elif group.kind == "supplement":
            self.flow.show(start, end, "]")
            key = Span(group.start + 1, group.start + 1 + len(group.detail))
            self.flow.keys.append(KeyMark(outer, group.detail, key, inner))

    def _end_note(self, end: int) -> None:
        if len(self.flows) < 2:
            return
        self.starred.clear()
        self._paragraph()
        flow = self.flows.pop()
        self.flow.reached = max(self.flow.reached, end)
        if flow.note is not None and flow.note.blocks:
            self.flow.hold(flow.note)
        self.flow.notes.extend(flow.notes)

    def _star(self, sign: str, start: int, end: int) -> None:
        """Begin or end an emphasis; inside a word the sign is a letter."""
        before = self.source[start - 1 : start]
        if before.isalnum() and self.source[end : end + 1].isalnum():
            self.flow.show(start, end)
        elif sign in self.starred:
            begin = self.starred.pop(sign)
            for other in [each for each, at in self.starred.items() if at > begin]:
                del self.starred[other]  # what began inside and did not end there
            if not self.groups or self.groups[-1].start < begin:
                self.flow.mark(Span(begin, end), Span(begin + 1, start))
        elif self.source.find(sign, end, end + 2000) >= 0:
            self.starred[sign] = start
        else:
            self.flow.show(start, end)

    def _key(self, kind: str, token: re.Match[str]) -> None:
        start, end = token.span()
        name = "cited" if kind == "keyed" else "key"
        shown = Span(*token.span(name))
        if kind == "at" and token["supplement"]:
            self.flow.show(start, shown.start, "@")
            self.flow.show(shown.start, shown.end)
            self.flow.show(shown.end, end, " [")
            self.groups.append(_Group("supplement", start, end, token[name]))
            return
        self.flow.show(start, shown.start, "[@" if kind == "keyed" else "@")
        self.flow.show(shown.start, shown.end)
        form = _FORM.search(self.source, shown.end, end)
        note = None
        if form is not None:
            note = Span(*form.span("text"))
            self.flow.show(shown.end, note.start, " ")
            self.flow.show(note.start, note.end)
            self.flow.show(note.end, end, "]")
        elif kind == "keyed":
            self.flow.show(shown.end, end, "]")
        self.flow.keys.append(KeyMark(Span(start, end), token[name], shown, note))

    def _link(self, token: re.Match[str]) -> None:
        if token["shown"]:
            self.groups.append(_Group("link", token.start(), token.end(), token["url"]))
        else:
            self.flow.show(*token.span("url"))

    def _include(self, name: str, span: Span) -> None:
        """Show the command as it stands: the file is not read."""
        if self.flow.note is not None:
            return
        self._paragraph()
        self.flow.show(span.start, span.end)
        self.shelf.assembler.body(self.flow.take(Role.CELL))
        self.included.append((name, span))

    def _paragraph(self) -> None:
        self.starred.clear()
        flow = self.flow
        if flow.note is not None:
            block = flow.take(Role.TEXT)
            if self.shelf.is_visible(block):
                flow.note.blocks.append(block)
            return
        role, level = self.role, self.level
        self.role, self.level = Role.TEXT, 0
        if not flow.runs and not flow.notes:
            return
        block = flow.take(role, level)
        if role is Role.HEADING:
            self.shelf.heading(block)
        else:
            self.shelf.paragraph(block)
        self.shelf.notes_of(flow)


def _without(stream: Stream, labels: frozenset[str]) -> Stream:
    """Leave out the keys that lead to a place of the text itself."""
    kept = tuple(each for each in stream.cited_keys if each.key not in labels)
    return replace(stream, cited_keys=kept)


def _escaped(token: re.Match[str]) -> str:
    """Give what an escape shows: a sign, a character by its number, a line's end."""
    if token["code"]:
        number = int(token["code"], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
    return token["escaped"] or " "
