"""Places, periodicals, Chinese and Albanian names, and the data files behind them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from srccheck.resources import refs_path
from srccheck.translit import (
    aliases,
    authorities_from,
    authority_slips,
    chinese_pair,
    looks_albanian,
    periodical,
    place,
    same_albanian,
    same_place,
)
from srccheck.translit.authorities import loose, tables_of


@pytest.mark.parametrize(
    ("form", "established", "status"),
    [
        ("Moscow", "Moscow", "established"),
        ("Moskau", "Moscow", "variant"),
        ("Moskow", "Moscow", "slip"),
        ("Hanoi", "Hanoi", "established"),
        ("Hà Nội", "Hanoi", "variant"),
        ("Hanoj", "Hanoi", "romanised"),
        ("Khanoi", "Hanoi", "romanised"),
        ("Peking", "Beijing", "variant"),
        ("Tiranë", "Tirana", "variant"),
        ("Cambrdige", "Cambridge", "slip"),
        ("St. Petersburg", "St Petersburg", "established"),
    ],
)
def test_places(form: str, established: str, status: str) -> None:
    found = place(form)
    assert found is not None
    assert (found.authority.established, found.status) == (established, status)


@pytest.mark.parametrize("form", ["Kiel", "Bonn", "Moskve", "Dee", "", "Paris–Genève"])
def test_not_known_as_a_place(form: str) -> None:
    assert place(form) is None


def test_two_forms_of_one_place() -> None:
    assert same_place("Hanoi", "Hanoj") == same_place("Hà Nội", "Khanoi") is not None
    assert same_place("Moscow", "Moskow") is None
    assert same_place("Moscow", "Minsk") is None


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("an editorial of Zerri i popullit that day", ["Zerri i popullit"]),
        ("an editorial of Zëri i popullit and Zeri i Popullit", []),
        ("Voprosy istorii; Vaprosy istorii; in Voprosakh istorii", ["Vaprosy istorii"]),
        ("Novaja i novejshaja istorija", []),
        ("Новая и новейшая история", []),
        ("Pravda and Izvestija", []),
        ("", []),
    ],
)
def test_titles_with_a_slip(text: str, slips: list[str]) -> None:
    found = authority_slips(text)
    assert [each.text for each in found] == slips
    assert all(text[each.start : each.end] == each.text for each in found)


def test_a_title_in_any_romanisation_is_known() -> None:
    for title in ("Voprosy istorii", "Новая и новейшая история", "Novaja i novejshaja istorija"):
        assert periodical(title) is not None, title


def test_the_article_names_its_misspelt_paper(shared_article: str) -> None:
    assert {each.text for each in authority_slips(shared_article)} == {"Zerri i popullit"}


def test_a_project_may_add_its_own() -> None:
    own = authorities_from("place", [{"established": "Vlorë", "variants": ["Valona", "Vlora"]}])
    known = aliases().extended(own)
    found = place("Valona", known)
    assert found is not None
    assert found.authority.established == "Vlorë"
    assert place("Valona") is None


@pytest.mark.parametrize(
    ("a", "b", "syllables"),
    [
        ("Mao Zedong", "Mao Tse-tung", "mao ze dong"),
        ("Zhou Enlai", "Chou En-lai", "zhou en lai"),
        ("Deng Xiaoping", "Teng Hsiao-p’ing", "deng xiao ping"),
        ("Deng Xiaoping", "Teng Hsiao-ping", "deng xiao ping"),  # apostrophe dropped
        ("Liu Shaoqi", "Liu Shao-ch'i", "liu shao qi"),
        ("Lü Dingyi", "Lu Ting-i", "lü ding yi"),  # umlaut dropped
    ],
)
def test_pinyin_and_wade_giles(a: str, b: str, syllables: str) -> None:
    found = chinese_pair(a, b)
    assert found is not None
    assert " ".join(found.pinyin) == syllables
    assert (found.first, found.second) == ("pinyin", "Wade–Giles")


@pytest.mark.parametrize(("a", "b"), [("Beijing", "being"), ("Li", "Lu"), ("Smith", "Smyth")])
def test_not_chinese_or_not_one(a: str, b: str) -> None:
    assert chinese_pair(a, b) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Tiranë", "Tirana", True),
        ("Shqipëri", "Shqipëria", True),
        ("Zëri", "Zeri", True),
        ("popull", "popullit", True),
        ("Vepra", "Vepër", False),
        ("Durrës", "Vlorë", False),
    ],
)
def test_albanian_forms(a: str, b: str, expected: bool) -> None:
    assert same_albanian(a, b) is expected


def test_albanian_titles() -> None:
    assert looks_albanian("Dokumenta kryesore të Partisë së Punës të Shqipërisë")
    assert not looks_albanian("Jugo-Vostochnaja Azija: aktual'nye problemy")


@pytest.mark.parametrize("name", ["names", "places", "periodicals"])
def test_data_files_are_toml_and_complete(name: str) -> None:
    path = refs_path() / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    data = tomllib.loads(text)
    assert tables_of(text) == data
    (records,) = (value for value in data.values() if isinstance(value, list))
    seen: dict[str, str] = {}
    for record in records:
        assert record["established"].strip()
        if name != "places":
            assert record["source"].strip(), record
        for form in record.get("slips", "").split(";"):
            if form.strip():
                assert loose(form) not in seen, form
        seen[loose(record["established"])] = record["established"]
    assert len(seen) == len(records), "one form established twice"


@pytest.mark.parametrize(
    "name",
    [
        "schemes.json",
        "russian_trigrams.json.gz",
        "pinyin.tsv",
        "names.toml",
        "places.toml",
        "periodicals.toml",
    ],
)
def test_every_data_file_has_a_section_with_its_source(name: str) -> None:
    described = (refs_path() / "README.md").read_text(encoding="utf-8")
    assert (refs_path() / name).is_file()
    assert name in described


def test_names_are_read_when_first_used(root: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; import srccheck.translit; "
        "print([m for m in sys.modules if m.startswith(('srccheck.translit.', 'rapidfuzz'))])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8",
        env={"PYTHONPATH": str(root / "src")},
    )  # fmt: skip
    assert run.stdout.strip() == "[]"
