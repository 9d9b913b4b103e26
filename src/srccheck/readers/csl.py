"""CSL-JSON: the items of an array as records, each with the place of every variable.

The json module reads the values; where they stand is found by reading item after item with it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from srccheck.errors import UnreadableFileError
from srccheck.readers.records import RawField, RawRecord, manuscript_of
from srccheck.text import Manuscript, Span
from srccheck.text.builder import Marked, Run

_SPACE = re.compile(r"[ \t\r\n]*")
_ODD = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
                  r"|u[0-9a-fA-F]{4}|.)|</?(?P<tag>i|b|sc|sup|sub|span)(?:\s[^<>]*)?>")  # fmt: skip
_EMPHASIS = frozenset({"i"})


def read_csl(source: str, path: str, encoding: str) -> Manuscript:
    """Read a CSL-JSON file; UnreadableFileError where it is no JSON, or none of that kind."""
    try:
        records = _Reader(source).items()
    except (json.JSONDecodeError, RecursionError) as error:
        raise _broken(source, path, error) from None
    except _NoItemError as error:
        raise UnreadableFileError(
            str(error), where=path, advice="Name a CSL-JSON file: an array of items with a type"
        ) from None
    return manuscript_of(source, path, "csl-json", encoding, records, ())


class _NoItemError(Exception):
    """The file is JSON, but holds no items."""


def _broken(source: str, path: str, error: Exception) -> UnreadableFileError:
    if not isinstance(error, json.JSONDecodeError):
        return UnreadableFileError("this JSON is nested too deep", where=path)
    where = f"line {error.lineno}, column {error.colno}"
    return UnreadableFileError(
        f"this is no JSON: {error.msg.lower()} ({where})",
        where=path,
        advice="Export the file again, or mend it there",
    )


class _Reader:
    """Walks the array and its objects by hand, so that every place is known."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.decoder = json.JSONDecoder()

    def items(self) -> list[RawRecord]:
        """Give the items of the file: an array, one item, or an object that holds ``items``."""
        at = self._space(0)
        if self.source[at : at + 1] == "{":
            value, end = self.decoder.raw_decode(self.source, at)
            if "items" not in value:
                records = [self._item(at)[0]]
                self._ended(end)
                return records
            at = self._member(at, "items")
        if self.source[at : at + 1] != "[":
            self.decoder.raw_decode(self.source, at)
            raise _NoItemError("this JSON holds no list of entries")
        records = []
        at = self._space(at + 1)
        while self.source[at : at + 1] != "]":
            if self.source[at : at + 1] != "{":
                self.decoder.raw_decode(self.source, at)
                raise _NoItemError("this JSON is a list, but not of entries")
            record, at = self._item(at)
            records.append(record)
            at = self._comma(at, "]")
        return records

    def _item(self, start: int) -> tuple[RawRecord, int]:
        members, end = self._members(start)
        fields, runs, marked = [], [], []
        at = start
        held: dict[str, tuple[Any, Span]] = {}
        for name, value, span in members:
            held.setdefault(name, (value, span))
            raw = span.cut(self.source)
            text = " ".join(_plain(value).split()) if isinstance(value, str) else raw
            inner = Span(span.start + 1, span.end - 1) if isinstance(value, str) else span
            shown, emphasis = _visible(self.source, span)
            runs += [Run(at, span.start), *shown]
            marked += emphasis
            at = span.end
            fields.append(RawField(name, text, raw, inner))
        runs.append(Run(at, end))
        if not {"type", "id", "title"} & held.keys():
            raise _NoItemError("this JSON is a list, but not of entries")
        key, key_span = held.get("id", ("", Span(start, start)))
        kind = held.get("type", ("", Span(0, 0)))[0]
        record = RawRecord(
            str(kind), str(key), Span(start, end), key_span, tuple(fields), tuple(runs),
            tuple(marked),
        )  # fmt: skip
        return record, end

    def _members(self, start: int) -> tuple[list[tuple[str, Any, Span]], int]:
        members = []
        at = self._space(start + 1)
        while self.source[at : at + 1] != "}":
            if self.source[at : at + 1] != '"':
                raise json.JSONDecodeError("Expecting property name", self.source, at)
            name, at = self.decoder.raw_decode(self.source, at)
            at = self._space(at)
            if self.source[at : at + 1] != ":":
                raise json.JSONDecodeError("Expecting ':' delimiter", self.source, at)
            at = self._space(at + 1)
            value, end = self.decoder.raw_decode(self.source, at)
            members.append((name, value, Span(at, end)))
            at = self._comma(end, "}")
        return members, at + 1

    def _member(self, start: int, wanted: str) -> int:
        return next(span.start for name, _, span in self._members(start)[0] if name == wanted)

    def _comma(self, at: int, closing: str) -> int:
        at = self._space(at)
        if self.source[at : at + 1] == closing:
            return at
        if self.source[at : at + 1] != ",":
            raise json.JSONDecodeError("Expecting ',' delimiter", self.source, at)
        return self._space(at + 1)

    def _ended(self, at: int) -> None:
        at = self._space(at)
        if at < len(self.source):
            raise json.JSONDecodeError("Extra data", self.source, at)

    def _space(self, at: int) -> int:
        match = _SPACE.match(self.source, at)
        return match.end() if match else at


def _plain(text: str) -> str:
    return re.sub(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>", "", text)


def _visible(source: str, span: Span) -> tuple[list[Run], list[Marked]]:
    """Give what is visible of a value: escapes read, the few tags that CSL knows left out."""
    runs: list[Run] = []
    marked: list[Marked] = []
    opened: list[tuple[int, int]] = []
    at = span.start
    for match in _ODD.finditer(source, span.start, span.end):
        runs.append(Run(at, match.start()))
        at = match.end()
        if match["tag"] is None:
            runs.append(Run(match.start(), at, json.loads(f'"{match.group()}"', strict=False)))
        elif match["tag"] in _EMPHASIS and match.group()[1] != "/":
            opened.append((match.start(), at))
        elif match["tag"] in _EMPHASIS and opened:
            outer, inner = opened.pop()
            if match.start() > inner:
                marked.append(Marked(Span(outer, at), Span(inner, match.start())))
    runs.append(Run(at, span.end))
    return [run for run in runs if run.end > run.start], marked
