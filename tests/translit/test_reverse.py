"""Reading back: right where it can be known, silent about nothing where it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.errors import UsageError
from srccheck.translit import reverse, reverse_word, romanise, schemes
from srccheck.translit.lattice import lattice, plain_latin

ROWS = [
    ("Ulunjan", "translit_ru", "Улунян"),
    ("Hrushhev", "translit_ru", "Хрущев"),
    ("Buharkin", "translit_ru", "Бухаркин"),
    ("Burlatskii", "alalc_ru_plain", "Бурлацкий"),
    ("Burlat͡skiĭ", "alalc_ru", "Бурлацкий"),
    ("Sergeyevich", "bgn_pcgn_ru_plain", "Сергеевич"),
    ("Gor’kiy", "bgn_pcgn_ru_plain", "Горький"),
    ("Gor'kiy", "bgn_pcgn_ru_plain", "Горький"),  # any apostrophe will do
    ("Chruschtschow", "duden_ru", "Хрущов"),
    ("SSSR", "translit_ru", "СССР"),
    ("Nemirovich-Danchenko", "bgn_pcgn_ru_plain", "Немирович-Данченко"),
    ("Zaporizhzhia", "kmu55_uk", "Запоріжжя"),
]


@pytest.mark.parametrize(("word", "scheme_id", "expected"), ROWS)
def test_best_reading(word: str, scheme_id: str, expected: str) -> None:
    language = schemes()[scheme_id].language
    assert reverse_word(word, scheme_id=scheme_id, language=language).output == expected


def test_what_the_letters_leave_open_is_said() -> None:
    """In plain ALA-LC е, ё and э are one letter, so Fedor may be Фёдор."""
    read = reverse_word("Fedor", scheme_id="alalc_ru_plain")
    assert not read.certain
    assert "Фёдор" in (read.output, *read.alternatives)


def test_a_word_the_scheme_cannot_write_has_no_reading() -> None:
    read = reverse_word("Twardowski", scheme_id="translit_ru")
    assert (read.output, read.alternatives, read.certain) == (None, (), False)


def test_a_reading_that_is_no_russian_is_not_certain() -> None:
    """ISO 9 writes Хрущев otherwise; letter by letter it could have meant this."""
    read = reverse_word("Khrushchev", scheme_id="iso9_ru")
    assert (read.output, read.certain) == ("Кхрусхцхев", False)


def test_a_text_is_read_by_the_scheme_it_follows() -> None:
    read = reverse("Novaja i novejshaja istorija, no. 3")
    assert read.output is not None
    assert read.output.startswith("Новая и новейшая история")
    assert read.schemes == ("translit_ru",)


def test_english_text_is_refused() -> None:
    with pytest.raises(UsageError, match="romanised"):
        reverse("The history of the Cold War")


CYRILLIC = st.text("абвгдежзийклмнопрстуфхцчшщыьэюя", min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(CYRILLIC, st.sampled_from(["translit_ru", "bgn_pcgn_ru", "alalc_ru", "wikipedia_ru"]))
def test_every_reading_is_written_exactly_so(word: str, scheme_id: str) -> None:
    latin = romanise(word, scheme_id)
    for reading in lattice((scheme_id,)).read(latin):
        written = schemes()[scheme_id].write_lower(reading.cyrillic)
        assert plain_latin(written) == plain_latin(latin)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=30))
def test_any_text_can_be_read(text: str) -> None:
    read = reverse_word(text, scheme_id="translit_ru")
    assert read.input == text
