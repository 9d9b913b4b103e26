"""Our dataclasses do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of a file."""

    number: str
    verso: bool = False
    notes: tuple[str, ...] = ()
    seen: list[int] = dataclasses.field(default_factory=list, compare=True)

    @property
    def told(self) -> str:
        """Give the number as it is written."""
        return self.number + ("v" if self.verso else "")


@dataclass(frozen=True, slots=True)
class Single:
    """One value, checked when it is made."""

    number: int

    def __post_init__(self) -> None:
        """Refuse what is no number of a leaf."""
        if self.number < 1:
            raise ValueError(self.number)


@dataclass(frozen=True, slots=True)
class Empty:
    """No value at all."""


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    """Left to the standard library."""

    number: int


@dataclass(frozen=True, slots=True)
class Partial:
    """A value that is not told by all it holds."""

    number: int
    known: dict[str, int] = dataclasses.field(default_factory=dict, compare=False, repr=False)


EACH = [Leaf("5"), Leaf("5", verso=True, notes=("a",), seen=[3]), Single(4), Empty(), Ordered(1)]


@pytest.mark.parametrize("value", EACH, ids=repr)
def test_copies_are_equal(value: Any) -> None:
    for same in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert same == value
        assert same is not value or dataclasses.fields(value) == ()
    assert dataclasses.replace(value) == value


def test_what_a_value_is() -> None:
    leaf = Leaf("5", notes=("a",))
    assert repr(leaf) == "Leaf(number='5', verso=False, notes=('a',), seen=[])"
    assert leaf != Leaf("6", notes=("a",))
    alike: Any = ("5", False, ("a",), [])
    assert leaf != alike
    assert hash(Single(4)) == hash(Single(4))
    assert dataclasses.replace(leaf, verso=True).told == "5v"
    assert dataclasses.asdict(leaf)["notes"] == ("a",)
    assert leaf.seen is not Leaf("5").seen
    assert not hasattr(leaf, "__dict__")
    match leaf:
        case Leaf(number, _):
            assert number == "5"
    assert Ordered(1) < Ordered(2)
    assert Partial(1, {"a": 1}) == Partial(1)
    assert "known" not in repr(Partial(1))


def test_a_value_stays_as_it_is() -> None:
    leaf: Any = Leaf("5")
    with pytest.raises(dataclasses.FrozenInstanceError):
        leaf.number = "6"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del leaf.number
    with pytest.raises(TypeError):
        hash(leaf)  # it holds a list
    with pytest.raises(ValueError, match="0"):
        Single(0)
    wrong: Any = Leaf
    with pytest.raises(TypeError, match=r"Leaf\.__init__\(\) missing 1 required"):
        wrong()


def test_a_value_without_a_default_after_one_that_has_one_is_refused() -> None:
    class Wrong:
        number: int = 1
        verso: bool

    with pytest.raises(TypeError, match="verso of Wrong has no default and follows one"):
        dataclass(frozen=True, slots=True)(Wrong)


def test_a_missing_value_is_named() -> None:
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required .* 'number'"):
        Leaf()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'leaf'"):
        Leaf("1", leaf=2)  # type: ignore[call-arg]
