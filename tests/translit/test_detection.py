"""Which language and scheme: a set, its evidence, and the words that do not belong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.translit import (
    MIXED_ENTRY,
    detect,
    detect_scheme,
    deviations,
    entry_gap,
    romanise,
    words,
)

TITLES = """Из истории советской внешней политики. Вопросы новейшей истории. Чехословацкий кризис и
Югославия. Общество и власть в годы хрущёвской оттепели. Воспоминания бывшего посла. Хроника
дипломатических отношений. Жизнь и эпоха. Государственный архив: обзор фондов."""


@pytest.mark.parametrize(
    ("identifier", "family"),
    [
        ("translit_ru", "translit_ru"),
        ("bgn_pcgn_ru_plain", "bgn"),
        ("alalc_ru", "alalc"),
        ("alalc_ru_plain", "alalc"),
        ("din1460_ru", "scholarly"),
        ("iso9_ru", "iso9"),
        ("duden_ru", "german"),
    ],
)
def test_the_scheme_of_a_list_is_found(identifier: str, family: str) -> None:
    found = detect(romanise(TITLES, identifier))
    assert found.language == "ru"
    assert identifier in found.schemes
    assert found.family == family


def test_evidence_is_what_the_telling_letters_are_written_as() -> None:
    found = detect_scheme(words("Obrashhenie k uchashhimsja. Hronika. Novaja istorija"))
    assert found.schemes == ("translit_ru",)
    assert {"щ=shh", "х=h", "я=ja"} <= set(found.evidence)


def test_words_that_all_schemes_share_leave_the_set_large() -> None:
    assert len(detect_scheme(["Gromov", "Kommunist"]).schemes) > 10


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Soviet Union and the Vietnam War", "en"),
        ("Geschichte der Sowjetunion und die Folgen", "de"),
        ("Histoire de la guerre froide", "fr"),
        ("Ditar për çështje ndërkombëtare", "sq"),
        ("Hồ Chí Minh toàn tập", "vi"),
        ("Новая и новейшая история", "ru"),
        ("Історія України", "uk"),
        ("Гісторыя Беларусі ў дакументах", "be"),
        ("Историја Југославије", "sr"),
        ("Исторически преглед на българската държава", "bg"),
    ],
)
def test_other_languages_are_not_romanised(text: str, language: str) -> None:
    found = detect(text)
    assert (found.language, found.schemes) == (language, ())


def test_an_initial_is_no_small_word() -> None:
    assert detect("Bovin, A.E. Moj XX vek. Vospominanija").language == "ru"


def _list_in(identifier: str) -> list[str]:
    return words(romanise(TITLES, identifier))


@pytest.mark.parametrize(
    ("word", "expected", "cyrillic"),
    [
        ("Burlatskii", "Burlackij", "бурлацкий"),
        ("Khrushchev", "Hrushhev", "хрущев"),
        ("Sergeyevich", "Sergeevich", "сергеевич"),
        ("Arutyun", "Arutjun", "арутюн"),
    ],
)
def test_a_word_in_another_scheme_deviates(word: str, expected: str, cyrillic: str) -> None:
    tokens = _list_in("translit_ru")
    home = detect_scheme(tokens)
    (found,) = deviations([*tokens, word], home)
    assert (found.word, found.expected, found.cyrillic) == (word, expected, cyrillic)
    assert "translit_ru" not in found.schemes


@pytest.mark.parametrize("identifier", ["translit_ru", "bgn_pcgn_ru_plain", "alalc_ru", "iso9_ru"])
def test_nothing_deviates_in_a_list_of_one_scheme(identifier: str) -> None:
    tokens = _list_in(identifier)
    home = detect_scheme(tokens)
    assert deviations(tokens, home) == ()
    assert entry_gap(tokens[:6], home) <= MIXED_ENTRY


def test_an_entry_of_another_scheme_stands_out_as_a_whole() -> None:
    home = detect_scheme(_list_in("translit_ru"))
    entry = words(romanise("Юбилейная хроника академии", "alalc_ru_plain"))
    assert entry_gap(entry, home) > MIXED_ENTRY


def test_addresses_are_no_words() -> None:
    assert words("Rodina https://example.org/jakor, no. 3") == ["Rodina", "no"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_judged(text: str) -> None:
    found = detect(text)
    assert deviations(words(text), found) is not None
