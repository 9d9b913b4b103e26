"""The manuscript against itself: the majority form is right, every minority place is reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from srccheck.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Minority(Generic[T]):
    """An item in a minority form, and the first item in the majority form."""

    item: T
    form: Hashable
    usual: T
    usual_form: Hashable


def minority(items: Iterable[T], form: Callable[[T], Hashable]) -> list[Minority[T]]:
    """Give the items whose form is not the most frequent one; in a tie the first form is right.

    >>> [each.item for each in minority(["a.", "b.", "c,"], lambda text: text[-1])]
    ['c,']
    """
    pairs = [(item, form(item)) for item in items]
    if not pairs:
        return []
    counts = Counter(shape for _, shape in pairs)
    usual_form = counts.most_common(1)[0][0]  # insertion order breaks a tie: the first form
    usual = next(item for item, shape in pairs if shape == usual_form)
    return [
        Minority(item, shape, usual, usual_form) for item, shape in pairs if shape != usual_form
    ]
