"""Archives that share an abbreviation: the manuscript's own words decide which is meant."""

from __future__ import annotations

import pytest

from srccheck.archives import load_registry, told_apart
from srccheck.lint import read_apparatus

REGISTRY = load_registry()


@pytest.mark.parametrize(
    ("text", "archives"),
    [
        (
            "Государственный архив Томской области (ГАТО). Ф. Р-155. Оп. 1. Д. 2. Л. 3. Потом"
            " снова: ГАТО. Ф. Р-155. Оп. 1. Д. 2. Л. 5.",
            ["gato-tomsk", "gato-tomsk"],
        ),
        (
            "He knew.[^1] In the State Archive of Tver Oblast (GATO) nobody did.\n\n"
            "[^1]: GATO, f. R-155, op. 1, d. 2, l. 3.",
            ["gato-tver"],
        ),
        ("National Archives of India (NAI), File No. HI/102(6)/79; NAI, File No. HI/1(6)/79.",
         ["nai-india", "nai-india"]),
        ("National Archives of Ireland (NAI), DFA/422/54/2.", ["nai"]),
        ("RGASPI, f. 17, op. 3, d. 2, l. 3.", ["rgaspi"]),
    ],
)  # fmt: skip
def test_the_archive_that_is_named_is_meant(text: str, archives: list[str]) -> None:
    apparatus = read_apparatus(text.encode(), "a.md")
    found = [each.reference.archive for each in apparatus.citations if each.reference]
    assert found == archives


@pytest.mark.parametrize(
    "text",
    [
        "ГАТО. Ф. Р-155. Оп. 1. Д. 2. Л. 3.",
        "Государственный архив Томской области и Государственный архив Тверской области (ГАТО).",
        "RGASPI, f. 17, op. 3, d. 2, l. 3. State Archive of Tver Oblast.",
    ],
)
def test_nothing_changes_where_none_or_several_are_named(text: str) -> None:
    assert told_apart(REGISTRY, [text]) is REGISTRY


def test_shared_abbreviations_have_several_bearers() -> None:
    shared = REGISTRY.shared_abbreviations
    assert shared["ГАТО"].ids >= {"gato", "gato-tomsk", "gato-tver"}
    assert "РГАСПИ" not in shared
    first = REGISTRY.preferring({"ГАТО": "gato-tver"}).by_abbreviation("ГАТО")
    assert first is not None
    assert first.id == "gato-tver"
