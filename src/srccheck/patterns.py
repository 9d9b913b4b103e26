"""Regular expressions compiled once for all runs, as Python keeps byte code.

A run needs about 300 patterns, and ``re`` takes longer to compile them than an article takes to
be read. What it compiles them to is kept in ``srccheck/_compiled``, one file for each kind of
interpreter; :func:`warm` puts it behind the cache of ``re``, where each pattern is made when it is
first asked for. Text and flags are the key, so that a pattern changed since is compiled as usual,
and so is every one where there is no file.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

Key = tuple[type, str, int]
"""What ``re`` knows a pattern by: the class of its text, the text, the flags."""

Stored = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What ``_sre.compile`` takes after the text; the code as unsigned integers of the machine."""

_FOLDER = Path(__file__).resolve().parent / "_compiled"


def warm() -> None:
    """Give ``re`` the kept patterns; without any, or with an ``re`` unknown to us, do nothing."""
    try:
        import _sre  # type: ignore[import-not-found]

        magic, size, stored = marshal.loads(_path().read_bytes())
        if (magic, size) == (_sre.MAGIC, _sre.CODESIZE):
            cache = _Cache(re._cache)  # type: ignore[attr-defined]
            cache.stored, cache.make = stored, _sre.compile
            re._cache = cache  # type: ignore[attr-defined]
    except (OSError, ImportError, AttributeError, ValueError, EOFError, TypeError):
        return


class _Cache(dict[Key, "re.Pattern[str]"]):
    """The cache of ``re``, and behind it what was kept.

    Python 3.11 looks a pattern up by its key, later ones take it out and put it back at the end.
    """

    stored: Mapping[tuple[str, int], Stored]
    make: Callable[..., re.Pattern[str]]

    def __missing__(self, key: Key) -> re.Pattern[str]:
        kind, text, flags = key
        if kind is not str:
            raise KeyError(key)
        made_with, code, *groups = self.stored[text, flags]
        try:
            made = self.make(text, made_with, memoryview(code).cast("I").tolist(), *groups)
        except (RuntimeError, TypeError, ValueError):  # a damaged file: compile it as usual
            raise KeyError(key) from None
        self[key] = made
        return made

    def pop(self, key: Key, *default: Any) -> Any:
        """Take a pattern out, a kept one too."""
        with suppress(KeyError):
            self[key]
        return super().pop(key, *default)


def write() -> Path | None:
    """Keep what is compiled by now; give the file, or None where ``re`` is unknown to us."""
    try:
        import _sre

        unique = {(each.pattern, int(each.flags & ~re.UNICODE)): None for each in _compiled()}
        stored = {(text, flags): _stored(text, flags) for text, flags in unique}
        data = marshal.dumps((_sre.MAGIC, _sre.CODESIZE, stored))
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    target = _path()
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}")
    partial.write_bytes(data)
    partial.replace(target)
    return target


def _compiled() -> Iterator[re.Pattern[str]]:
    """Give the patterns that stand in our loaded modules, and those ``re`` has kept itself."""
    ours = [module for name, module in sys.modules.items() if name.partition(".")[0] == "srccheck"]
    kept: dict[Any, Any] = re._cache  # type: ignore[attr-defined]
    for value in (*kept.values(), *(each for module in ours for each in vars(module).values())):
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            yield value


def _path() -> Path:
    return _FOLDER / f"patterns.{sys.implementation.cache_tag}.bin"


def _stored(text: str, flags: int) -> Stored:
    """Do what ``re._compiler.compile`` does, short of the last step."""
    parser, compiler = re._parser, re._compiler  # type: ignore[attr-defined]
    parsed = parser.parse(text, flags)
    code = [int(each) for each in compiler._code(parsed, flags)]
    groups: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        groups[number] = name
    made = int(flags | parsed.state.flags)
    words = array("I", code).tobytes()
    return made, words, len(groups) - 1, dict(parsed.state.groupdict), tuple(groups)
