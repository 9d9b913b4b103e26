"""Romanising: published examples, capitals, and agreement with other software."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.errors import UsageError
from srccheck.translit import romanise, scheme, schemes

ROWS = [
    ("Щербаков", "translit_ru", "Shherbakov"),
    ("Щербаков", "bgn_pcgn_ru_plain", "Shcherbakov"),
    ("Ельцин", "bgn_pcgn_ru_plain", "Yel’tsin"),
    ("Ельцин", "alalc_ru", "Elʹt͡sin"),
    ("Ельцин", "translit_ru", "El'cin"),
    ("объект", "bgn_pcgn_ru_plain", "ob”yekt"),  # iotation after a hard sign
    ("Сергеевич", "bgn_pcgn_ru_plain", "Sergeyevich"),  # and after a vowel
    ("Новая и новейшая история", "translit_ru", "Novaja i novejshaja istorija"),
    ("Хрущёв", "scholarly_ru", "Xruščëv"),
    ("Хрущёв", "din1460_ru", "Chruščëv"),
    ("Хрущёв", "duden_ru", "Chruschtschow"),
    ("Горький", "wikipedia_ru", "Gorky"),
    ("Запоріжжя", "kmu55_uk", "Zaporizhzhia"),
    ("Згурський", "kmu55_uk", "Zghurskyi"),
    ("София", "bg_2009", "Sofia"),
    ("Ђорђе", "gaj_sr", "Đorđe"),
    ("Ŝ no Cyrillic 1917", "iso9_ru", "Ŝ no Cyrillic 1917"),
]
CAPITALS = [
    ("ЩУКА", "SHCHUKA"),
    ("Щука", "Shchuka"),
    ("Ю. А. Щукин", "Yu. A. Shchukin"),
    ("ЦК КПСС", "TSK KPSS"),
    ("Нью-Йорк", "N’yu-York"),
    ("КамАЗ", "KamAZ"),
]
IULIIA = {
    "alalc_ru_plain": "ala_lc_alt",
    "bgn_pcgn_ru": "bgn_pcgn",
    "bgn_pcgn_ru_plain": "bgn_pcgn_alt",
    "bs2979_ru": "bs_2979",
    "gost16876_71_t1": "gost_16876",
    "gost16876_71_t2": "gost_16876_alt",
    "gost52290_ru": "gost_52290",
    "gost52535_ru": "gost_52535",
    "gost7034_ru": "gost_7034",
    "gost779b_ru": "gost_779_alt",
    "icao9303_ru": "icao_doc_9303",
    "iso9_ru": "gost_779",
    "isor9_1968_ru": "iso_9_1968",
    "mosmetro_ru": "mosmetro",
    "mvd310_fr_ru": "mvd_310_fr",
    "mvd310_ru": "mvd_310",
    "mvd782_ru": "mvd_782",
    "scholarly_ru": "scientific",
    "telegram_ru": "telegram",
    "un1987_ru": "ungegn_1987",
    "wikipedia_ru": "wikipedia",
    "yandex_maps_ru": "yandex_maps",
}
PROSE = (
    "Юлия, съешь ещё этих мягких французских булок из Йошкар-Олы, да выпей алтайского чаю. "
    "Подъём, вьюга, объект, въезд, аэропорт, большой район, Ильич, Сергеевич, Тетсев, Шчегол."
)


@pytest.mark.parametrize(("cyrillic", "to", "expected"), ROWS)
def test_schemes_write_their_published_forms(cyrillic: str, to: str, expected: str) -> None:
    assert romanise(cyrillic, to) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize(("cyrillic", "expected"), CAPITALS)
def test_capitals_are_kept_by_the_word(cyrillic: str, expected: str) -> None:
    assert romanise(cyrillic, "bgn_pcgn_ru_plain") == expected


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    decomposed = unicodedata.normalize("NFD", "Йошкар-Ола, ёлка")
    assert romanise(decomposed, "translit_ru") == "Joshkar-Ola, jolka"


def test_all_agreeing_examples_hold(shared: Path) -> None:
    with (shared / "data/romanisation_vectors.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["status"] == "agree"]
    wrong = [
        row
        for row in rows
        if romanise(row["cyrillic"], row["scheme"]) != unicodedata.normalize("NFC", row["expected"])
    ]
    assert len(rows) > 400
    assert wrong == []


@pytest.mark.parametrize(("ours", "theirs"), sorted(IULIIA.items()))
def test_iuliia_agrees_but_for_its_cyrillic_yo(ours: str, theirs: str) -> None:
    """docs/romanisation.md says why: some of its tables leave a Cyrillic ё in the word."""
    iuliia = pytest.importorskip("iuliia")
    peer = unicodedata.normalize("NFC", getattr(iuliia, theirs.upper()).translate(PROSE))
    assert romanise(PROSE, ours) == peer.replace("ё", "ë")


def test_every_scheme_names_its_sources_and_writes_its_alphabet() -> None:
    known = schemes()
    assert len(known) >= 41
    assert {each.language for each in known.values()} == {"ru", "uk", "be", "bg", "sr", "mk"}
    for each in known.values():
        assert each.sources, each.id
        assert each.short_name, each.id
        assert each.prior <= 0, each.id
        assert set("абвгдежзклмнопрстуфхцчш") <= each.letters.keys(), each.id


def test_an_unknown_scheme_is_a_users_mistake() -> None:
    with pytest.raises(UsageError, match="no romanisation scheme"):
        scheme("latin-1")


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_can_be_romanised(text: str) -> None:
    for identifier in ("translit_ru", "bgn_pcgn_ru", "kmu55_uk"):
        written = romanise(text, identifier)
        assert not set(written) & set("абвгдежзклмнопрстуфхцчшщюя")


@pytest.mark.parametrize(
    ("word", "identifier"),
    [
        ("ALA-LC", "alalc_ru"),
        ("ala-lc", "alalc_ru"),
        ("BGN/PCGN", "bgn_pcgn_ru"),
        ("translit.ru", "translit_ru"),
        ("iso9", "iso9_ru"),
    ],
)
def test_a_scheme_answers_to_its_usual_names(word: str, identifier: str) -> None:
    assert scheme(word).id == identifier


def test_a_word_close_to_a_family_is_offered_it() -> None:
    with pytest.raises(UsageError, match=r"Did you mean alalc\?"):
        scheme("alalk")
