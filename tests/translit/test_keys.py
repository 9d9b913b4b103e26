"""Scheme-neutral keys: spellings of one name meet, other names do not."""

from __future__ import annotations

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.translit import name_keys

ONE_NAME = [
    "Khrushchev Khrushchov Hruščëv Chruščev Chruschtschow Khrouchtchev Hrushhev Хрущев Хрущёв",
    "Ulunjan Ulunyan Ulunian Ulunân Улунян",
    "Bukharkin Buharkin Bucharkin Boukharkine Бухаркин",
    "Burlatskii Burlatsky Burlackij Burlat͡skiĭ Бурлацкий",
    "Gorbachev Gorbachyov Gorbatschow Gorbatchev Gorbačëv Горбачёв",
    "Yeltsin Eltsin Jelzin El’tsin El'cin Ельцин",
    "Tchaikovsky Chaikovskii Čajkovskij Tschaikowski Чайковский",
    "Zhukov Žukov Schukow Joukov Жуков",
    "Müller Mueller MÜLLER",
    "Mosjakov Mosyakov Mosiakov",
    "Grigorenko Григоренко",
    "Hryhorenko Григоренко",
]
TWO_NAMES = [
    ("Li", "Lu"),
    ("Gromov", "Gromyko"),
    ("Ivanov", "Ivanova"),
    ("Selivanov", "Selivanova"),
    ("Morely", "Morley"),
    ("Chernov", "Chernev"),
    ("Yashin", "Ashin"),
    ("Krjuchkov", "Kriukov"),
]


@pytest.mark.parametrize("spellings", ONE_NAME)
def test_spellings_of_one_name_meet(spellings: str) -> None:
    for a, b in combinations(spellings.split(), 2):
        assert name_keys(a) & name_keys(b) or _meets_through(a, b, spellings.split()), (a, b)


def _meets_through(a: str, b: str, family: list[str]) -> bool:
    """Rare pairs (French and Polish) meet through a common third spelling only."""
    return any(name_keys(a) & name_keys(c) and name_keys(c) & name_keys(b) for c in family)


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_two_names_do_not_meet(a: str, b: str) -> None:
    assert not name_keys(a) & name_keys(b)


def test_the_form_of_the_text_makes_no_difference() -> None:
    for name in ("Hruščëv", "El’tsin", "Phạm Văn Đồng"):
        decomposed = unicodedata.normalize("NFD", name)
        assert name_keys(name) == name_keys(decomposed) == name_keys(name.upper())


@pytest.mark.parametrize("text", ["", "  ", "1917?", "«»", "\u0301"])
def test_no_letters_no_keys(text: str) -> None:
    assert name_keys(text) == frozenset()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_keys_and_few(text: str) -> None:
    assert len(name_keys(text)) <= 6 * 16
