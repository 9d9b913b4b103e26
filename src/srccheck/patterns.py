"""Regular expressions compiled once for all runs, as Python keeps byte code.

A run needs about 300 patterns, and ``re`` takes longer to compile them than an article takes to
be read. What it compiles them to is kept in ``srccheck/_compiled``, one file for each kind of
interpreter; :func:`warm` hands it back to the cache of ``re``. Text and flags are the key, so
that a pattern changed since is compiled as usual, and so is every one where there is no file.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Stored = tuple[str, int, int, list[int], int, dict[str, int], tuple[str | None, ...]]
"""Text, flags it was compiled with, and what ``_sre.compile`` takes after the text."""

_FOLDER = Path(__file__).resolve().parent / "_compiled"


def warm() -> None:
    """Give ``re`` the kept patterns; without any, or with an ``re`` unknown to us, do nothing."""
    try:
        import _sre  # type: ignore[import-not-found]

        magic, stored = marshal.loads(_path().read_bytes())
        if magic == _sre.MAGIC:
            kept: dict[Any, Any] = re._cache  # type: ignore[attr-defined]
            for text, flags, *code in stored:
                kept[str, text, flags] = _sre.compile(text, *code)
    except (OSError, ImportError, AttributeError, ValueError, EOFError, TypeError, RuntimeError):
        return


def write() -> Path | None:
    """Keep what is compiled by now; give the file, or None where ``re`` is unknown to us."""
    try:
        import _sre

        unique = {(each.pattern, int(each.flags & ~re.UNICODE)): None for each in _compiled()}
        data = marshal.dumps((_sre.MAGIC, [_stored(text, flags) for text, flags in unique]))
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
    return text, flags, made, code, len(groups) - 1, dict(parsed.state.groupdict), tuple(groups)
