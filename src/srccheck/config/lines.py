"""On which line of a TOML file a key stands: tomllib does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.config.model import Path_

_TOKEN = re.compile(
    r'''
    (?P<text> """(?:[^\\]|\\.)*?"""  |  \'\'\'.*?\'\'\'
        | "(?:[^"\\\n]|\\.)*"  |  '[^'\n]*' )
    | (?P<comment> \#[^\n]* )
    | (?P<word> [A-Za-z0-9_+:\-]+ )
    | (?P<mark> [\[\]{}=,.\n] )
    ''',
    re.VERBOSE | re.DOTALL,
)


def lines_of(source: str) -> dict[Path_, int]:
    """Give the line of every table and key of a valid TOML text, from 1.

    Tables of a list have their number in the path. Keys inside ``{ }`` have the line they are on.
    """
    return dict(reversed([*_walk(source)]))


def _walk(source: str) -> Iterator[tuple[Path_, int]]:
    """Yield paths with their lines; the first place of a path counts."""
    tokens = [
        (match.lastgroup or "", match[0], match.start())
        for match in _TOKEN.finditer(source)
        if match.lastgroup != "comment"
    ]
    counts: dict[tuple[str | int, ...], int] = {}
    table: Path_ = ()
    at, line, seen = 0, 1, 0
    while at < len(tokens):
        _, token, offset = tokens[at]
        line += source.count("\n", seen, offset)
        seen = offset
        if token == "\n":
            at += 1
        elif token == "[":
            many = at + 1 < len(tokens) and tokens[at + 1][1] == "["
            parts, at = _key(tokens, at + (2 if many else 1))
            table = _table(parts, counts, many=many)
            for end in range(1, len(table) + 1):
                yield table[:end], line
            at = _line_end(tokens, at)
        else:
            parts, at = _key(tokens, at)
            for end in range(1, len(parts) + 1):
                yield (*table, *parts[:end]), line
            at, inside = _value(tokens, at + 1, (*table, *parts))
            for path, place in inside:
                yield path, source.count("\n", 0, place) + 1


_Tokens = list[tuple[str, str, int]]


def _key(tokens: _Tokens, at: int) -> tuple[list[str], int]:
    """key = part { "." part }"""
    parts = []
    while at < len(tokens) and tokens[at][0] in ("word", "text"):
        kind, token, _ = tokens[at]
        parts.append(token if kind == "word" else token[1:-1])
        at += 1
        if at < len(tokens) and tokens[at][1] == ".":
            at += 1
        else:
            break
    return parts, max(at, 1) if parts else at + 1


def _table(parts: list[str], counts: dict[Path_, int], *, many: bool) -> Path_:
    """Give the path of a heading, with the numbers of the lists of tables it goes through."""
    path: Path_ = ()
    for number, part in enumerate(parts):
        path = (*path, part)
        last = number == len(parts) - 1
        if last and many:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _line_end(tokens: _Tokens, at: int) -> int:
    while at < len(tokens) and tokens[at][1] != "\n":
        at += 1
    return at


def _value(tokens: _Tokens, at: int, path: Path_) -> tuple[int, list[tuple[Path_, int]]]:
    """Skip a value, which may go over lines; give the keys of tables inside it."""
    found: list[tuple[Path_, int]] = []
    stack: list[tuple[str, Path_, int]] = []  # bracket, path, number of the item
    while at < len(tokens):
        _, token, offset = tokens[at]
        if token in "[{":
            here = _inside(stack, path)
            if token == "{":
                found.append((here, offset))
            stack.append((token, here, 0))
        elif token in "]}":
            if stack:
                stack.pop()
        elif token == "," and stack:
            bracket, here, number = stack[-1]
            stack[-1] = (bracket, here, number + 1)
        elif token == "\n" and not stack:
            break
        elif stack and stack[-1][0] == "{" and at + 1 < len(tokens) and tokens[at + 1][1] == "=":
            found.append(((*stack[-1][1], token.strip("\"'")), offset))
        elif stack and stack[-1][0] == "[" and token != "\n":
            found.append((_inside(stack, path), offset))
        at += 1
    return at, found


def _inside(stack: list[tuple[str, Path_, int]], path: Path_) -> Path_:
    if not stack:
        return path
    bracket, here, number = stack[-1]
    return (*here, number) if bracket == "[" else here
