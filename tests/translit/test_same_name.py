"""Four verdicts on two spellings, each with its reason."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.translit import romanise, same_form, same_name
from srccheck.translit.folding import inflected, one_slip, two_slips

SAME = [
    ("Bukharkin", "Buharkin"),
    ("Mosyakov", "Mosjakov"),
    ("Ulunyan", "Ulunjan"),
    ("Khrushchev", "Hrushhev"),
    ("Khrushchev", "Chruschtschow"),
    ("Hrushhev", "Хрущев"),
    ("Sergeyevich", "Sergeevich"),
    ("Müller", "Mueller"),
    ("Twardowski", "Tvardovskiy"),
    ("Harutyun", "Arutyun"),
    ("Ho Chi Minh", "Ho Shi Min"),
    ("Hồ Chí Minh", "Ho Chi Minh"),
    ("Mao Zedong", "Mao Tse-tung"),
    ("Peng Dehuai", "P'eng Te-huai"),  # in no list: by its syllables
    ("Igor Ulunjan", "Igor’ Ulunyan"),
    ("Albanija", "Albania"),
    ("El'tsin", "El’tsin"),
    ("SMITH", "Smith"),
    ("Dimow", "Dimov"),
    ("Đorđević", "Djordjević"),
    ("Đorđević", "Ђорђевић"),
    ("Zaporizhzhia", "Zaporižžja"),
    ("Zhelyazkov", "Željazkov"),
]
POSSIBLE = [
    ("Westad", "Vestad"),  # w for v alone is no romanisation
    ("Smith", "Smyth"),
    ("Dubček", "Dubcek"),
    ("Szczerbakow", "Shcherbakov"),
    ("Đồng", "Dong"),
    ("Mishin", "Michin"),  # one name only if ch is French
]
MISSPELLING = [
    ("Morely", "Morley"),
    ("Krushchev", "Khrushchev"),
    ("Selivanov", "Selivnaov"),
    ("Konstantinov", "Konstatinof"),
]
DIFFERENT = [
    ("Li", "Lu"),
    ("Mao", "Mai"),
    ("Ivanov", "Ivanova"),
    ("Moskva", "Moskve"),
    ("Mina", "Mine"),
    ("Beijing", "being"),
    ("Gromov", "Gromyko"),
    ("Selivanov", "Westad"),
    ("Gaiduk", ""),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same(a: str, b: str) -> None:
    assert same_name(a, b).verdict == "same"


@pytest.mark.parametrize(("a", "b"), POSSIBLE)
def test_possible(a: str, b: str) -> None:
    assert same_name(a, b).verdict == "possible"


@pytest.mark.parametrize(("a", "b"), MISSPELLING)
def test_misspelling(a: str, b: str) -> None:
    assert same_name(a, b).verdict == "misspelling"


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different(a: str, b: str) -> None:
    assert same_name(a, b).verdict == "different"


def test_the_explanation_names_both_schemes_and_the_cyrillic() -> None:
    found = same_name("Ulunjan", "Ulunyan")
    assert found.explanation == "Ulunjan (translit.ru) = Ulunyan (BGN/PCGN) ← Улунян"
    assert found.cyrillic == ("Улунян",)
    assert "translit_ru" in found.schemes[0]
    assert "bgn_pcgn_ru_plain" in found.schemes[1]
    assert "translit_ru" not in found.schemes[1]


def test_a_soft_sign_that_print_drops_is_restored() -> None:
    assert same_name("Ilya", "Ilja").cyrillic == ("Илья",)
    assert same_name("Gorky", "Gorki").cyrillic == ("Горький",)


def test_ukrainian_is_read_as_ukrainian() -> None:
    found = same_name("Hrushevskyi", "Hruševsʹkyj")
    assert found.cyrillic == ("Грушевський",)
    assert found.schemes == (("kmu55_uk",), ("scholarly_uk",))


def test_one_spelling_needs_no_scheme() -> None:
    found = same_name("Müller", unicodedata.normalize("NFD", "müller"))
    assert (found.verdict, found.schemes, found.cyrillic) == ("same", ((), ()), ())


def test_labelled_pairs(shared: Path) -> None:
    with (shared / "data/same_name.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    wrong = [
        (row["a"], row["b"])
        for row in rows
        if (same_name(row["a"], row["b"]).verdict == "same") != (row["same_name(1/0)"] == "1")
    ]
    assert len(wrong) <= len(rows) // 20, wrong


NAMES = st.sampled_from(
    ["Хрущев", "Щербаков", "Юрьев", "Цветаев", "Яковлев", "Эренбург", "Чуйков", "Жданов"]
)
SCHEMES = st.sampled_from(
    ["translit_ru", "bgn_pcgn_ru", "alalc_ru", "iso9_ru", "din1460_ru", "wikipedia_ru", "duden_ru"]
)


@settings(max_examples=60, deadline=None)
@given(NAMES, SCHEMES, SCHEMES)
def test_two_schemes_write_one_name(name: str, first: str, second: str) -> None:
    found = same_name(romanise(name, first), romanise(name, second))
    assert found.verdict == "same"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12), st.text(max_size=12))
def test_the_order_of_the_two_makes_no_difference(a: str, b: str) -> None:
    there, back = same_name(a, b), same_name(b, a)
    assert there.verdict == back.verdict
    assert there.schemes == back.schemes[::-1]


WORDS = st.text("abc", max_size=6)


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_slips_are_the_distance_of_the_library(a: str, b: str) -> None:
    from rapidfuzz.distance import OSA

    assert one_slip(a, b) == (OSA.distance(a, b) == 1)
    assert two_slips(a, b) == (1 <= OSA.distance(a, b) <= 2)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("ivanov", "ivanova", True),
        ("moskva", "moskvu", True),
        ("gaiduk", "gaidukom", True),
        ("berlin", "merlin", False),
        ("marko", "markov", False),
    ],
)
def test_endings(a: str, b: str, expected: bool) -> None:
    assert inflected(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Peking", "Beijing", "same"),
        ("Peking", "Peiping", "same"),
        ("Peking", "Hanoi", "different"),
        ("Beijing", "being", "different"),
        ("Hanoi", "Hanoj", "same"),
    ],
)
def test_forms_of_a_place_are_one_outside_a_text(a: str, b: str, verdict: str) -> None:
    assert same_form(a, b).verdict == verdict


def test_in_a_text_two_forms_of_a_place_are_two_names() -> None:
    assert same_name("Peking", "Beijing").verdict == "different"
