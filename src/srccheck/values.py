"""Frozen dataclasses with slots, made in a fifth of the time that ``dataclasses`` takes.

A run makes a hundred such classes, and for each the standard library compiles six functions:
together a fifth of the start. All but ``__init__`` do the same for every class, so they stand
here once. What the classes can do is the same, ``replace`` and ``fields`` included.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")


def _dataclass(
    cls: type[T] | None = None, /, *, frozen: bool = False, slots: bool = False, **others: Any
) -> Any:
    """Do what ``dataclasses.dataclass`` does; quickly where no more than this is asked for."""
    if cls is None:
        return lambda each: _dataclass(each, frozen=frozen, slots=slots, **others)
    if frozen and slots and not others and all(map(_is_plain, vars(cls).values())):
        return _value(cls)
    return dataclasses.dataclass(frozen=frozen, slots=slots, **others)(cls)


def _is_plain(default: object) -> bool:
    """Tell a field that ``__init__`` takes and all methods heed."""
    if not isinstance(default, Field):
        return True
    return default.init and default.repr and default.compare and default.hash is None


def _value(cls: type[T]) -> type[T]:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    given = dataclasses.fields(made)
    made.__init__ = _initialiser(made, given)
    made.__init__.__qualname__ = f"{made.__qualname__}.__init__"
    made.__setattr__ = made.__delattr__ = _refuse
    for method in (__repr__, *_methods([each.name for each in given])):
        if cls.__dict__.get(method.__name__) is None:
            setattr(made, method.__name__, method)
    return made  # type: ignore[no-any-return]


def _initialiser(made: Any, given: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Compile ``__init__``: each value goes straight into its slot."""
    scope: dict[str, Any] = {"absent": MISSING}
    parameters, lines = ["self"], []
    for number, each in enumerate(given):
        scope[f"set{number}"] = getattr(made, each.name).__set__
        value = each.name
        if each.default is not MISSING:
            scope[f"default{number}"] = each.default
            parameters.append(f"{each.name}=default{number}")
        elif each.default_factory is not MISSING:
            scope[f"make{number}"] = each.default_factory
            parameters.append(f"{each.name}=absent")
            value = f"make{number}() if {each.name} is absent else {each.name}"
        else:
            parameters.append(each.name)
        lines.append(f" set{number}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), scope)
    initialiser: Callable[..., None] = scope["__init__"]
    return initialiser


def _methods(names: list[str]) -> Iterator[Callable[..., Any]]:
    """Give the methods that look at all values of an instance, as a tuple."""
    values: Callable[[Any], tuple[Any, ...]]
    if len(names) > 1:
        values = attrgetter(*names)
    else:
        values = lambda self: tuple(getattr(self, name) for name in names)  # noqa: E731

    def __eq__(self: Any, other: Any) -> Any:
        return values(self) == values(other) if type(self) is type(other) else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(values(self))

    def __reduce__(self: Any) -> tuple[Any, ...]:
        return type(self), values(self)

    yield from (__eq__, __hash__, __reduce__)


def __repr__(self: Any) -> str:
    names = [each.name for each in dataclasses.fields(self)]
    return f"{type(self).__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass
