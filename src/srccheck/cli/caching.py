"""Results of runs before this one, where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from srccheck.cache import Cache
from srccheck.files import Failure, Source, read

if TYPE_CHECKING:
    from srccheck.lint import LintResult, Settings

Lint = Callable[[Sequence["Source | Failure"]], Iterable["LintResult | Failure"]]


def with_kept(
    found: Sequence[Source | Failure], settings: Mapping[str, Settings], lint: Lint
) -> list[LintResult | Failure]:
    """Lint what has changed since it was last linted; give all results in their order."""
    cache = Cache()
    kept: dict[int, LintResult] = {}
    keys: dict[int, str] = {}
    for number, each in enumerate(found):
        if isinstance(each, Failure) or each.data is not None:
            continue
        try:
            keys[number] = cache.key(read(each), each.path, settings[each.path])
        except Exception:  # what is wrong with the file is told where it is linted
            continue
        known = cache.get(keys[number])
        if known is not None:
            kept[number] = known
    others = [number for number in range(len(found)) if number not in kept]
    made = dict(zip(others, lint([found[number] for number in others]), strict=True))
    for number, result in made.items():
        if number in keys and not isinstance(result, Failure):
            cache.put(keys[number], result)
    if made:
        cache.prune()
    return [kept[number] if number in kept else made[number] for number in range(len(found))]
