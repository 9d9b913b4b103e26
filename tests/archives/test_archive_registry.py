"""The registry: lookups, a project's own archives, broken records, the compiled file."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from srccheck.archives import Registry, find_references, load_registry
from srccheck.archives.compiled import read, refs_folder, write
from srccheck.archives.folding import abbreviation_key, name_key
from srccheck.archives.levels import read_levels_file
from srccheck.archives.schema import read_file
from srccheck.archives.search import country_codes
from srccheck.errors import DataFileError

REGISTRY = load_registry()
CONVENTIONS = read_levels_file(refs_folder() / "levels.toml")["conventions"]


@pytest.mark.parametrize(
    ("text", "archive"),
    [
        ("ГАРФ", "garf"),
        ("ГА РФ", "garf"),
        ("G.A.R.F.", "garf"),
        ("rgaspi", "rgaspi"),
        ("AVP RF", "avprf"),
        ("АВПРФ", "avprf"),
        ("RTsKhIDNI", "rgaspi"),
    ],
)
def test_abbreviations_in_every_spelling(text: str, archive: str) -> None:
    found = REGISTRY.by_abbreviation(text)
    assert found is not None
    assert found.id == archive


def test_an_abbreviation_nobody_has() -> None:
    assert REGISTRY.by_abbreviation("XQZW") is None
    assert REGISTRY.get("xqzw") is None
    assert REGISTRY.get(None) is None


@pytest.mark.parametrize(
    "name",
    [
        "Государственный архив Российской Федерации",
        "Государственном архиве Российской Федерации",
        "Gosudarstvennyi arkhiv Rossiiskoi Federatsii",
        "Gosudarstvennyj arhiv Rossijskoj Federacii",
        "Gosudarstvennyy arkhiv Rossiyskoy Federatsii",
        "Gosudarstvennyĭ arkhiv Rossiĭskoĭ Federatsii",
        "State Archive of the Russian Federation",
    ],
)
def test_names_in_every_romanisation_and_case(name: str) -> None:
    found = REGISTRY.by_name(name)
    assert found is not None
    assert found.id == "garf"


def test_former_names() -> None:
    assert REGISTRY.former_of("РЦХИДНИ") == "РЦХИДНИ"
    assert REGISTRY.former_of("RGASPI") is None
    assert REGISTRY.former_of("nobody's") is None


def test_search_by_word_country_and_id() -> None:
    assert REGISTRY.search("rgaspi")[0].id == "rgaspi"
    assert {archive.country for archive in REGISTRY.search("al")} >= {"AL"}
    assert "sapmo" in [archive.id for archive in REGISTRY.search("parteien massenorganisationen")]
    assert REGISTRY.search("zzzz") == ()
    assert len(REGISTRY.search("")) == len(REGISTRY)


@pytest.mark.parametrize(
    ("query", "first", "country"),
    [
        ("garf", "garf", None),
        ("ГА РФ", "garf", None),
        ("Gosudarstvennyj arhiv Rossijskoj Federacii", "garf", None),
        ("Bundesarchiv", "barch", None),
        ("aj", "aj", None),
        ("RTsKhIDNI", "rgaspi", None),
        ("lưu trữ quốc gia", "ttltqg1", None),
        ("Kew", "tna", None),
        ("Moscow", "rgaspi", "RU"),
        ("Москва", "rgaspi", "RU"),
        ("Wien", "oesta", "AT"),
        ("Germany", "sapmo", "DE"),
        ("DE", "sapmo", "DE"),
        ("United States", "nara", "US"),
        ("Россия", "rgaspi", "RU"),
    ],
)
def test_search(query: str, first: str, country: str | None) -> None:
    found = REGISTRY.search(query)
    assert found[0].id == first
    assert country is None or found[0].country == country


@pytest.mark.parametrize("query", ["qqqqqqqq", "yyyy", "--", "?", "ъъъъ", "no archive anywhere"])
def test_search_for_what_is_not_there(query: str) -> None:
    assert REGISTRY.search(query) == ()


def test_every_country_has_a_name() -> None:
    for archive in REGISTRY.archives:
        assert country_codes(archive.country.casefold()) == {archive.country}, archive.id


OWN: dict[str, Any] = {
    "id": "own-archive",
    "country": "RU",
    "convention": "fond",
    "abbreviations": ["ЛАЗ"],
    "names": {"ru": ["Личный архив Зайцева"]},
}


def test_a_projects_own_archive() -> None:
    registry = REGISTRY.extend([OWN])
    (reference,) = find_references("ЛАЗ. Ф. 1. Оп. 2. Д. 3", registry)
    assert reference.archive == "own-archive"
    assert len(registry) == len(REGISTRY) + 1
    assert find_references("ЛАЗ. Ф. 1. Оп. 2. Д. 3", REGISTRY)[0].archive is None


def test_a_projects_record_replaces_ours() -> None:
    registry = REGISTRY.extend([{**OWN, "id": "rgaspi"}])
    assert len(registry) == len(REGISTRY)
    assert registry["rgaspi"].abbreviations == ("ЛАЗ",)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "Own Archive"}, "id must be"),
        ({"convention": "fonds"}, "no convention 'fonds'"),
        ({"abbreviations": "ЛАЗ"}, "abbreviations must be a list"),
        ({"levels": ["fond", "shelf"]}, "no level 'shelf'"),
        ({"shapes": {"fond": "("}}, "shapes.fond"),
        ({"colour": "red"}, "unknown key 'colour'"),
        ({"abbreviations": [], "names": {}}, "neither names nor abbreviations"),
    ],
)
def test_a_broken_own_record_says_what_is_wrong(change: dict[str, Any], said: str) -> None:
    with pytest.raises(DataFileError, match=said) as error:
        REGISTRY.extend([{**OWN, **change}], where="srccheck.toml")
    assert error.value.where == "srccheck.toml"


BROKEN = """\
country = "RU"

[[archive]]
id = "first"
convention = "fond"
abbreviations = ["ПЕРВ"]
examples = [{ text = "ПЕРВ. Ф. 1. Оп. 1. Д. 1", levels = { fond = "1" } },
            { text = "ПЕРВ. Ф. 2. Оп. 1. Д. 1", levels = { fond = "2" } }]
non_examples = ["ПЕРВ"]
sources = ["a source"]

[[archive]]
id = "second"
convention = "fonds"
abbreviations = ["ВТОР"]
"""


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (BROKEN, 14, "no convention 'fonds'"),
        (BROKEN.replace('"fonds"', '"fond"'), 12, "at least two examples"),
        (
            BROKEN.replace('"fonds"\nabbreviations = ["ВТОР"]', '"fond"\nabbreviations = 5'),
            15,
            "abbreviations must be a list",
        ),
    ],
)
def test_a_broken_record_is_told_by_file_and_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    path = tmp_path / "ru.toml"
    path.write_text(
        text.replace("5", "5") if line != 15 else text.replace('"fonds"', '"fond"'), "utf-8"
    )
    with pytest.raises(DataFileError, match=said) as error:
        list(read_file(path, CONVENTIONS))
    assert error.value.where == f"{path}:{line}"


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "ru.toml"
    path.write_text("[[archive]\nid =", encoding="utf-8")
    with pytest.raises(DataFileError, match="not valid TOML"):
        list(read_file(path, CONVENTIONS))


def test_the_compiled_file_holds_what_the_data_files_say(tmp_path: Path) -> None:
    target = write(tmp_path / "_compiled" / "archives.json")
    compiled = Registry(json.loads(target.read_text(encoding="utf-8")))
    plain = Registry(read(refs_folder()))
    assert compiled.archives == plain.archives
    assert compiled.levels == plain.levels
    assert find_references("ГА РФ. Ф. 1. Оп. 2. Д. 3", compiled) == find_references(
        "ГА РФ. Ф. 1. Оп. 2. Д. 3", plain
    )


def test_a_registry_can_be_pickled() -> None:
    again = pickle.loads(pickle.dumps(REGISTRY))
    assert again.archives == REGISTRY.archives


def test_keys() -> None:
    assert abbreviation_key("ГА РФ") == abbreviation_key("Г.А.Р.Ф.") == "ГАРФ"
    assert name_key("Arhiv vneshnej politiki") == name_key("Архив внешней политики")
    assert name_key("Arkhiv vneshneĭ politiki") == name_key("Архива внешней политики")
    assert name_key("State Archive") != name_key("State Library")
