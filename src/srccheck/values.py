"""Frozen dataclasses with slots, made in a fifth of the time that ``dataclasses`` takes.

A run makes a hundred such classes, and for each the standard library compiles six functions:
together a fifth of the start. All but ``__init__`` do the same for every class, so they stand
here once. What the classes can do is the same, ``replace`` and ``fields`` included.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
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
    """Make ``__init__``, in which each value goes straight into its slot.

    Its code is that of every class with as many fields; the names, defaults and slots are its own.
    """
    scope: dict[str, Any] = {"absent": MISSING}
    defaults: list[object] = []
    for number, each in enumerate(given):
        scope[f"set{number}"] = getattr(made, each.name).__set__
        if each.default_factory is not MISSING:
            scope[f"make{number}"] = each.default_factory
            defaults.append(MISSING)
        elif each.default is not MISSING:
            defaults.append(each.default)
        elif defaults:
            raise TypeError(f"{each.name} of {made.__name__} has no default and follows one")
    made_anew = tuple(at for at, each in enumerate(given) if each.default_factory is not MISSING)
    code = _code(len(given), made_anew, after=hasattr(made, "__post_init__"))
    code = code.replace(co_varnames=("self", *(each.name for each in given)))
    return FunctionType(code, scope, "__init__", tuple(defaults))


@cache
def _code(fields: int, made_anew: tuple[int, ...], *, after: bool) -> CodeType:
    """Compile an ``__init__`` of so many fields, of which some are made anew where absent."""
    lines = [
        f" set{at}(self, make{at}() if a{at} is absent else a{at})"
        if at in made_anew
        else f" set{at}(self, a{at})"
        for at in range(fields)
    ]
    if after:
        lines.append(" self.__post_init__()")
    parameters = ", ".join(["self", *(f"a{at}" for at in range(fields))])
    scope: dict[str, Any] = {}
    exec(f"def __init__({parameters}):\n" + ("\n".join(lines) or " pass"), scope)
    code: CodeType = scope["__init__"].__code__
    return code


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
