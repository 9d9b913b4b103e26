"""Frozen dataclasses with slots, made in a fifth of the time that ``dataclasses`` takes.

A run makes a hundred such classes, and for each the standard library compiles six functions:
together a fifth of the start. All but ``__init__`` do the same for every class, so they stand
here once. What the classes can do is the same, ``replace`` and ``fields`` included.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")
_VALUES = "__srccheck_values__"  # the class attribute that gives an instance's values as a tuple


def _dataclass(
    cls: type[T] | None = None, /, *, frozen: bool = False, slots: bool = False, **others: Any
) -> Any:
    """Do what ``dataclasses.dataclass`` does; quickly where no more than this is asked for."""
    if cls is None:
        return lambda each: _dataclass(each, frozen=frozen, slots=slots, **others)
    if frozen and slots and not others:
        return _value(cls)
    return dataclasses.dataclass(frozen=frozen, slots=slots, **others)(cls)


def _value(cls: type[T]) -> type[T]:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    given = dataclasses.fields(made)
    setattr(made, _VALUES, staticmethod(_values_of([each.name for each in given])))
    made.__init__ = _initialiser(made, given)
    made.__init__.__qualname__ = f"{made.__qualname__}.__init__"
    made.__setattr__ = made.__delattr__ = _refuse
    made.__reduce__ = _reduce
    for name, method in (("__repr__", _repr), ("__eq__", _eq), ("__hash__", _hash)):
        if name not in cls.__dict__ or cls.__dict__[name] is None:
            setattr(made, name, method)
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


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _repr(self: Any) -> str:
    names = [each.name for each in dataclasses.fields(self)]
    return f"{type(self).__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"


def _eq(self: Any, other: Any) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    values = self.__srccheck_values__
    return values(self) == values(other)


def _hash(self: Any) -> int:
    return hash(self.__srccheck_values__(self))


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), self.__srccheck_values__(self)


def _refuse(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass
