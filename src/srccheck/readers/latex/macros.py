"""What a manuscript's own macros print, as far as they are text with gaps for arguments."""

from __future__ import annotations

import re

from srccheck.readers.latex.source import TexSource
from srccheck.readers.latex.symbols import words
from srccheck.values import dataclass

_NAME = re.compile(r"\s*\{?\s*\\(?P<name>[a-zA-Z@]+)\s*\}?")
_PARAMETERS = re.compile(r"(?:#[1-9])*")
_GAP = re.compile(r"#(?P<number>[1-9])")
_ALIAS = re.compile(r"\\(?P<name>[a-zA-Z@]+)\*?\{#1\}")
_LET = re.compile(r"\s*\\(?P<name>[a-zA-Z@]+)\s*=?\s*\\(?P<other>[a-zA-Z@]+)")
LONGEST = 300  # code points of a macro that is text

DEFINERS = frozenset(
    words(
        "newcommand renewcommand providecommand DeclareRobustCommand NewDocumentCommand"
        " RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand newrobustcmd"
        " newcommandx"
    )
)


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro of the manuscript.

    ``pieces`` is what it prints before, between and after its arguments, which stand in their
    order; None where it is more than that. ``alias`` is a command it only renames.
    """

    pieces: tuple[str, ...] | None
    alias: str = ""

    @property
    def arguments(self) -> int:
        """How many arguments it has, where that is known."""
        return len(self.pieces) - 1 if self.pieces else 0


def read_definition(source: TexSource, at: int) -> tuple[str, str, int] | None:
    """Read a definition after its command word: the name, the body, where it ends."""
    named = _NAME.match(source.text, at)
    if named is None:
        return None
    at = source.skip(named.end())
    defaults = 0
    while option := source.option(at):
        at, defaults = source.skip(option[1]), defaults + 1
    body = source.braced(at)
    if body is not None and body.end - body.start < 20 and _is_xparse(source, body.end + 1):
        at = source.skip(body.end + 1)  # NewDocumentCommand's own list of arguments
        body = source.braced(at)
    if body is None:
        return None
    text = body.cut(source.text) if defaults < 2 else ""  # one is the number of arguments
    return named["name"], text, body.end + 1


def _is_xparse(source: TexSource, at: int) -> bool:
    return source.braced(source.skip(at)) is not None and source.text[at : at + 1] in "{ "


def read_def(source: TexSource, at: int) -> tuple[str, str, int] | None:
    r"""Read ``\def\name#1{body}``."""
    named = _NAME.match(source.text, at)
    if named is None:
        return None
    begin = source.text.find("{", named.end(), named.end() + 200)
    body = source.braced(begin) if begin >= 0 else None
    if body is None:
        return None
    parameters = source.text[named.end() : begin].strip()
    text = body.cut(source.text) if _PARAMETERS.fullmatch(parameters) else ""
    return named["name"], text, body.end + 1


def read_let(source: TexSource, at: int) -> tuple[str, str, int] | None:
    r"""Read ``\let\name=\other``: the name, the other name, where it ends."""
    match = _LET.match(source.text, at)
    return (match["name"], match["other"], match.end()) if match else None


def gaps(body: str) -> list[str] | None:
    """Divide a macro's body at its arguments; None where they are not each there once, in order.

    >>> gaps("RGASPI, f.~#1, op.~#2")
    ['RGASPI, f.~', ', op.~', '']
    """
    if len(body) > LONGEST:
        return None
    numbers = [int(match["number"]) for match in _GAP.finditer(body)]
    if numbers != list(range(1, len(numbers) + 1)):
        return None
    parts = _GAP.split(body)
    return parts[::2]


def alias_of(body: str) -> str:
    """Give the command that a macro of one argument only renames, or ""."""
    match = _ALIAS.fullmatch(body.strip())
    return match["name"] if match else ""
