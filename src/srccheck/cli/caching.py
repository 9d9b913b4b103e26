"""Results of runs before this one, where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from srccheck.cache import Cache
from srccheck.errors import SrccheckError
from srccheck.files import Failure, Source, read

if TYPE_CHECKING:
    from srccheck.lint import LintResult, Settings

Lint = Callable[[Sequence["Source | Failure"]], Iterable["LintResult | Failure"]]


def with_kept(
    found: Sequence[Source | Failure], settings: Mapping[str, Settings], lint: Lint
) -> list[LintResult | Failure]:
    """Lint what has changed since it was last linted; give all results in their order."""
    try:
        cache = Cache()
    except RuntimeError:  # there is no home to keep anything in
        return list(lint(found))
    keys = [_key(cache, each, settings) for each in found]
    kept: dict[int, LintResult] = {}
    for number, key in enumerate(keys):
        known = cache.get(key) if key else None
        if known is not None:
            kept[number] = known
    others = [number for number in range(len(found)) if number not in kept]
    made = dict(zip(others, lint([found[number] for number in others]), strict=True))
    for number, result in made.items():
        key = keys[number]
        # What was changed while it was linted is not kept under what it was before.
        if key and not isinstance(result, Failure) and key == _key(cache, found[number], settings):
            cache.put(key, result)
    if made:
        cache.prune()
    return [kept[number] if number in kept else made[number] for number in range(len(found))]


def _key(cache: Cache, found: Source | Failure, settings: Mapping[str, Settings]) -> str:
    """Give the name of a file's result, or "" where none is kept."""
    if isinstance(found, Failure) or found.data is not None:
        return ""
    if not Path(found.path).is_file():  # a pipe can be read once
        return ""
    try:
        return cache.key(read(found), found.path, settings[found.path])
    except SrccheckError:  # what is wrong with the file is told where it is linted
        return ""
