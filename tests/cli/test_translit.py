"""``srccheck translit``: the contract of its JSON, and what a person reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run


def test_two_spellings_of_one_name(srccheck: Run) -> None:
    ended = srccheck("translit", "--same", "Ulunjan", "Ulunyan")
    assert ended.code == 0
    assert ended.out == "same: Ulunjan (translit.ru) = Ulunyan (BGN/PCGN) ← Улунян\n"
    document = json.loads(srccheck("translit", "--same", "Ulunjan", "Ulunyan", "-f", "json").out)
    assert list(document) == ["version", "pairs"]
    (pair,) = document["pairs"]
    assert list(pair) == ["a", "b", "verdict", "schemes", "cyrillic"]
    assert (pair["a"], pair["b"], pair["verdict"]) == ("Ulunjan", "Ulunyan", "same")
    assert "translit_ru" in pair["schemes"][0]
    assert "bgn_pcgn_ru" in pair["schemes"][1]
    assert pair["cyrillic"] == ["Улунян"]


def test_many_pairs_stand_as_they_were_given(srccheck: Run, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("Moskva\tMoskve\n\n Suslov\tSuslov \t1\r\nBeijing\tbeing\n", encoding="utf-8")
    document = json.loads(srccheck("translit", "--pairs", str(path), "--format", "json").out)
    assert [(pair["a"], pair["b"], pair["verdict"]) for pair in document["pairs"]] == [
        ("Moskva", "Moskve", "different"),
        (" Suslov", "Suslov ", "same"),
        ("Beijing", "being", "different"),
    ]
    path.write_text("Moskva Moskve\n", encoding="utf-8")
    ended = srccheck("translit", "--pairs", str(path))
    assert ended.code == 2
    assert "pairs.tsv:1: there is no tab in this line" in ended.err


def test_detection_gives_one_object_a_line(srccheck: Run) -> None:
    stdin = (
        "Novaja i novejshaja istorija\nThe history of the war\n\nБалканський щит і її наслідки\n"
    )
    lines = srccheck("translit", "--detect", "--format=json", stdin=stdin).out.splitlines()
    russian, english, ukrainian = map(json.loads, lines)
    assert list(russian) == ["input", "language", "schemes", "family", "evidence"]
    assert russian["input"] == "Novaja i novejshaja istorija"
    assert (russian["language"], russian["family"]) == ("ru", "translit_ru")
    assert "я=ja" in russian["evidence"]
    assert (english["language"], english["schemes"], english["family"]) == ("en", [], None)
    assert ukrainian["language"] == "uk"


def test_detection_as_text_is_what_is_done_when_nothing_is_asked(srccheck: Run) -> None:
    ended = srccheck("translit", "Novaja i novejshaja istorija")
    assert ended.out.startswith("Novaja i novejshaja istorija: ru, translit.ru (")


@pytest.mark.parametrize(
    ("text", "options", "output"),
    [
        ("Щербаков", ["--to", "bgn_pcgn_ru_plain"], "Shcherbakov"),
        ("Щербаков", ["--to", "translit_ru"], "Shherbakov"),
        ("Novejshaja istorija", ["--to", "cyrillic"], "Новейшая история"),
        ("Novejshaja istorija", ["--to", "alalc_ru_plain"], "Noveishaia istoriia"),
        ("Noveishaia", ["--to", "cyrillic", "--from", "alalc_ru_plain"], "Новейшая"),
        ("Вісник Щорса", ["--to", "alalc_uk"], "Visnyk Shchorsa"),
    ],
)
def test_conversion(srccheck: Run, text: str, options: list[str], output: str) -> None:
    converted = json.loads(srccheck("translit", text, *options, "--format", "json").out)
    assert list(converted) == ["input", "output", "alternatives", "certain"]
    assert (converted["input"], converted["output"]) == (text, output)
    assert converted["certain"] is (converted["alternatives"] == [])


def test_alternatives_are_shown_where_the_answer_is_not_unique(srccheck: Run) -> None:
    options = ["--to", "cyrillic", "--from", "alalc_ru_plain"]
    converted = json.loads(srccheck("translit", "Zaiats", *options, "-f", "json").out)
    assert converted["certain"] is False
    assert {converted["output"], *converted["alternatives"]} >= {"Заяц", "Заятс"}
    first, *others = srccheck("translit", "Zaiats", *options).out.splitlines()
    assert first == converted["output"]
    assert others[0].startswith("  or: ")


def test_what_is_not_romanised_stays_and_says_so(srccheck: Run) -> None:
    options = ["--to", "cyrillic", "--format", "json"]
    converted = json.loads(srccheck("translit", "The history of the war", *options).out)
    assert converted["output"] == "The history of the war"
    assert converted["certain"] is False


def test_files_and_standard_input(srccheck: Run, tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_bytes("\ufeffЩукин\r\nЮрий\r\n".encode())
    by_file = srccheck("translit", "--to", "bgn_pcgn_ru_plain", "--file", str(path))
    assert by_file.out == "Shchukin\nYuriy\n"
    by_pipe = srccheck("translit", "--to", "bgn_pcgn_ru_plain", stdin="Щукин\nЮрий\n")
    assert by_pipe.out == by_file.out


def test_the_schemes_are_listed(srccheck: Run) -> None:
    table = srccheck("translit", "--list").out.splitlines()
    assert table[0].split() == ["id", "family", "language", "name"]
    document = json.loads(srccheck("translit", "--list", "--format", "json").out)
    names = [each["id"] for each in document["schemes"]]
    assert {"alalc_ru", "translit_ru"} <= set(names)
    assert [line.split()[0] for line in table[1:] if line[0] != " "] == names


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Щ", "--to", "klingon"], "no romanisation scheme is called 'klingon'"),
        (["Shch", "--to", "cyrillic", "--from", "klingon"], "`srccheck translit --list`"),
        (["Щ", "--to", "bgn", "--detect"], "--detect and --to do not go together"),
        (["--file", "missing.txt"], "missing.txt: this cannot be read"),
    ],
)
def test_mistakes_are_told(srccheck: Run, arguments: list[str], says: str) -> None:
    ended = srccheck("translit", *arguments)
    assert ended.code == 2
    assert says in ended.err
    assert "Traceback" not in ended.err
