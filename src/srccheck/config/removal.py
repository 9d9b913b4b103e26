"""Takes [[ignore]] tables out of a configuration's text, and leaves all the rest as it is."""

from __future__ import annotations

import re
from collections.abc import Collection

_HEADING = re.compile(r"[ \t]*\[")
_IGNORE = re.compile(
    r"[ \t]*\[\[[ \t]*(?:tool[ \t]*\.[ \t]*srccheck[ \t]*\.[ \t]*)?ignore[ \t]*\]\]"
)


def without_tables(text: str, lines: Collection[int]) -> tuple[str, frozenset[int]]:
    """Take out the tables whose headings stand on ``lines``; tell which of them were.

    A table ends before the next heading, and the comments and blank lines above that. An item
    of a list (``ignore = [{ … }]``), or a table with a value over several lines, is left alone.
    """
    rows = text.splitlines(keepends=True)
    gone: set[int] = set()
    drop: set[int] = set()
    for line in lines:
        if line > len(rows) or not _IGNORE.match(rows[line - 1]):
            continue
        end = line
        while end < len(rows) and not _HEADING.match(rows[end]):
            end += 1
        while end < len(rows) and end > line and _is_apart(rows[end - 1]):
            end -= 1
        if any(not _is_simple(row) for row in rows[line:end]):
            continue
        gone.add(line)
        drop.update(range(line - 1, end))
        if line > 1 and not rows[line - 2].strip():  # one of the blank lines round it goes too
            drop.add(line - 2)
    return "".join(row for number, row in enumerate(rows) if number not in drop), frozenset(gone)


def _is_apart(row: str) -> bool:
    return not row.strip() or row.lstrip().startswith("#")


def _is_simple(row: str) -> bool:
    """Tell a key and its value on one line."""
    if _is_apart(row):
        return True
    value = row.partition("=")[2].strip()
    several = value.startswith(('"""', "'''")) or value.count("[") != value.count("]")
    return bool(value) and not several
