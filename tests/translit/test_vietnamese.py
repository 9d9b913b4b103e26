"""Vietnamese syllables and damaged names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.translit import damaged_names, find_names, well_formed
from srccheck.translit.vietnamese import differences, skeleton, syllable

GOOD = "Hồ Chí Minh Phạm Văn Đồng Nguyễn Giáp Lê Duẩn Thọ Trường Huỳnh Quốc Giang gì nghĩa Huế quý"
BAD = ["Kremlin", "Hanoj", "Wilson", "ngj", "các̀", "Thổồ", "ghà", "cê", "hạc̣", "tãch"]


@pytest.mark.parametrize("word", GOOD.split())
def test_syllables(word: str) -> None:
    assert well_formed(word)
    assert well_formed(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", BAD)
def test_not_syllables(word: str) -> None:
    assert not well_formed(word)


def test_parts_of_a_syllable() -> None:
    found = syllable("Nguyễn")
    assert found is not None
    assert (found.onset, found.rime, found.tone) == ("ng", "uyên", "ngã")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Hồ", "Hô", ("tone huyền/ngang",)),
        ("Hồ", "Hò", ("vowel marks",)),
        ("Đồng", "Dồng", ("đ/d",)),
        ("Thủy", "Thuỷ", ("place of the tone mark",)),
    ],
)
def test_differences(a: str, b: str, expected: tuple[str, ...]) -> None:
    assert skeleton(a) == skeleton(b)
    assert differences(a, b) == expected


TEXT = (
    "Hồ Chí Minh met Phạm Văn Đồng. Later Hồ Chí Minh wrote to Moscow, and Hồ Chí Minh was heard. "
    "Phạm Văn Đồng replied. "
)


@pytest.mark.parametrize(
    ("slip", "expected"),
    [
        ("Hô Chí Minh", "Hồ Chí Minh"),
        ("Hò Chí Minh", "Hồ Chí Minh"),
        ("Thổ Chí Minh", "Hồ Chí Minh"),
        ("Pham Văn Đồng", "Phạm Văn Đồng"),
        ("Phạm Văn Dồng", "Phạm Văn Đồng"),
    ],
)
def test_a_damaged_name_is_found_where_it_stands(slip: str, expected: str) -> None:
    text = TEXT + f"Then {slip} left."
    (found,) = damaged_names(find_names(text))
    assert (found.form.text, found.expected) == (slip, expected)
    assert text[found.form.start : found.form.end] == slip
    assert found.majority.start == text.index(expected)


@pytest.mark.parametrize(
    "harmless",
    [
        "Ho Chi Minh in an English title",  # unmarked, in another language
        "Lê Đức Thọ was there, and Nguyễn Hữu Thọ",
        "Hồ Chí Minh's letter",
        "Trần Chí Minh",  # another family name, not one letter away
        "Mao Zedong and Zhou Enlai",
    ],
)
def test_sound_names_are_left_alone(harmless: str) -> None:
    assert damaged_names(find_names(TEXT + harmless)) == []


def test_decomposed_text_is_read_in_its_own_coordinates() -> None:
    text = unicodedata.normalize("NFD", TEXT + "Hô Chí Minh left.")
    (found,) = damaged_names(find_names(text))
    assert found.form.text == "Hô Chí Minh"
    assert unicodedata.normalize("NFC", text[found.form.start : found.form.end]) == "Hô Chí Minh"


def test_the_article(shared_article: str) -> None:
    damaged = [each.form.text for each in damaged_names(find_names(shared_article))]
    assert damaged == ["Hô Chí Minh", "Thổ Chí Minh", "Pham Văn Đồng", "Hò Chí Minh"]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    for form in find_names(text):
        assert unicodedata.normalize("NFC", text[form.start : form.end]) == form.text
