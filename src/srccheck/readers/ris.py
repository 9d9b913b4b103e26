"""RIS: every ``TY  - `` to ``ER  - `` is a record, every line between them a field."""

from __future__ import annotations

import re

from srccheck.errors import UnreadableFileError
from srccheck.readers.records import RawField, RawProblem, RawRecord, manuscript_of
from srccheck.text import Manuscript, Span
from srccheck.text.builder import Run

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_TAG = re.compile(r"\s{0,2}(?P<tag>[A-Z][A-Z0-9])  ?-(?:\s|$)(?P<value>.*)")


def read_ris(source: str, path: str, encoding: str) -> Manuscript:
    """Read a RIS file; UnreadableFileError where it holds no record."""
    reader = _Reader(source)
    at = 0
    while at < len(source):
        line = _LINE.match(source, at)
        end = line.end() if line else len(source)
        reader.take(Span(at, at + len(source[at:end].rstrip())))
        at = end
    reader.finish(len(source.rstrip()))
    if not reader.records:
        raise UnreadableFileError(
            "this is no RIS file: no line begins with 'TY  - '",
            where=path,
            advice="Export the references again",
        )
    return manuscript_of(source, path, "ris", encoding, reader.records, reader.problems)


class _Reader:
    """Takes the lines in the order of the file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.records: list[RawRecord] = []
        self.problems: list[RawProblem] = []
        self.start: int | None = None
        self.fields: list[RawField] = []

    def take(self, line: Span) -> None:
        """Take in one line."""
        text = line.cut(self.source)
        tag = _TAG.fullmatch(text)
        if tag is None:
            self._other(line, text)
            return
        name = tag["tag"]
        value = Span(line.start + tag.start("value"), line.end)
        if name == "TY":
            if self.start is not None:
                message = "a record begins before 'ER  - ' has ended the one above"
                self.problems.append(RawProblem(line, message))
                self.finish(line.start)
            self.start = line.start
        if self.start is None:
            message = f"'{name}' stands outside a record: 'TY  - ' is missing before it"
            self.problems.append(RawProblem(line, message))
        elif name == "ER":
            self._close(line.end)
        else:
            self._add(name, value)

    def finish(self, end: int) -> None:
        """End the record that is open, if one is."""
        if self.start is None:
            return
        if end >= len(self.source.rstrip()):
            first = self.source.find("\n", self.start)
            line = Span(self.start, first if first > 0 else end)
            self.problems.append(RawProblem(line, "this record is not ended by 'ER  - '"))
        self._close(self.start + len(self.source[self.start : end].rstrip()))

    def _other(self, line: Span, text: str) -> None:
        """A line without a tag goes on with the field above it."""
        if not text.strip():
            return
        if self.start is None or not self.fields:
            if not text.startswith(("%", "#", "Provider:", "Database:", "Content:")):
                self.problems.append(RawProblem(line, "this line belongs to no record"))
            return
        last = self.fields[-1]
        value = f"{last.value} {' '.join(text.split())}".strip()
        span = Span(last.span.start, line.end)
        self.fields[-1] = RawField(last.name, value, span.cut(self.source), span)

    def _add(self, name: str, value: Span) -> None:
        text = value.cut(self.source)
        self.fields.append(RawField(name, " ".join(text.split()), text, value))

    def _close(self, end: int) -> None:
        start = self.start or 0
        key = next((each for each in self.fields if each.name == "ID"), None)
        kind = next((each.value for each in self.fields if each.name == "TY"), "")
        self.records.append(
            RawRecord(
                kind,
                key.value if key else "",
                Span(start, end),
                key.span if key else Span(start, start),
                tuple(each for each in self.fields if each.name != "TY"),
                (Run(start, end),),
            )
        )
        self.start, self.fields = None, []
