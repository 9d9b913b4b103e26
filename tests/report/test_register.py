"""The register of archival sources: what is merged, in which order, and its three forms."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.lint import read_apparatus
from srccheck.report.leaves import merged_leaves, natural_order
from srccheck.report.register import (
    Holding,
    archival_citations,
    holdings_of,
    register_to_csv,
    register_to_json,
    render_register,
)

ARTICLE = """\
He knew (RGASPI, f. 17, op. 3, d. 1080, l. 55; RGASPI, f. 17, op. 3, d. 9, ll. 6ob.–7).
So did they (РГАСПИ. Ф. 17. Оп. 3. Д. 1080. Л. 50–54), and he again (Там же. Л. 12).

The folder was opened.[^1] It was shut.[^2]

[^1]: Record of conversation with Hoxha, 5 May 1953, AVP RF, f. 067, op. 22, p. 17, d. 5, l. 30.
[^2]: XYZA, f. 1, op. 2, d. 3, l. 4.
"""
BOOK = """\
He knew (TNA, FO 371/152493, fol. 2; AVP RF, f. 67, op. 22, p. 17, d. 5, l. 41).
"""


def holdings(**texts: str) -> tuple[Holding, ...]:
    cited = [
        each
        for name, text in texts.items()
        for each in archival_citations(read_apparatus(text.encode(), f"{name}.md"))
    ]
    return holdings_of(cited)


def test_the_tree() -> None:
    assert list(render_register(holdings(article=ARTICLE, book=BOOK))) == [
        "AVP RF  Archive of Foreign Policy of the Russian Federation, Moscow",
        "  fond 067",
        "    opis 22",
        "      papka 17",
        "        delo 5, leaves 30",
        "          Record of conversation with Hoxha, 1953-05-05, 30",
        "          article.md:6 (note 1)",
        "  fond 67",
        "    opis 22",
        "      papka 17",
        "        delo 5, leaves 41",
        "          book.md:1",
        "",
        "RGASPI  Russian State Archive of Socio-Political History, Moscow",
        "  fond 17",
        "    opis 3",
        "      delo 9, leaves 6v–7",
        "        article.md:1",
        "      delo 1080, leaves 12, 50–55",
        "        article.md:1; article.md:2; article.md:2",
        "",
        "TNA  The National Archives of the United Kingdom, Kew",
        "  fond FO 371",
        "    delo 152493, leaves 2",
        "      book.md:1",
        "",
        "XYZA",
        "  fond 1",
        "    opis 2",
        "      delo 3, leaves 4",
        "        article.md:7 (note 2)",
    ]


def test_json() -> None:
    document = json.loads(register_to_json(holdings(article=ARTICLE)))
    assert document["version"] == 1
    assert [each["archive"] for each in document["archives"]] == ["avprf", "rgaspi", None]
    (file,) = document["archives"][0]["files"]
    assert file["levels"] == {"fond": "067", "opis": "22", "papka": "17", "delo": "5"}
    assert file["documents"] == [
        {"title": "Record of conversation with Hoxha", "date": "1953-05-05", "leaves": "30"}
    ]
    assert file["cited"][0]["note"] == "1"
    _, thousand = document["archives"][1]["files"]
    assert [each["leaves"] for each in thousand["cited"]] == ["55", "50–54", "12"]
    assert thousand["cited"][0]["location"] == {"line": 1, "column": 10, "offset": 9}
    assert document["archives"][2]["abbreviation"] == "XYZA"


def test_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(register_to_csv(holdings(article=ARTICLE)))))
    assert [row["delo"] for row in rows] == ["5", "9", "1080", "3"]
    assert rows[2]["leaves"] == "12, 50–55"
    assert rows[2]["cited"] == "article.md:1; article.md:2; article.md:2"
    assert [row["papka"] for row in rows] == ["17", "", "", ""]
    assert rows[0]["documents"] == "Record of conversation with Hoxha, 1953-05-05"


def test_nothing_cited() -> None:
    assert list(render_register(holdings(empty="No archive here.\n"))) == []
    assert json.loads(register_to_json(()))["archives"] == []


@pytest.mark.parametrize(
    ("leaves", "merged"),
    [
        (["10–12", "3v", "11–14, 20"], "3v, 10–14, 20"),
        (["5", "6"], "5–6"),
        (["5", "7"], "5, 7"),
        (["12", "12v"], "12–12v"),
        (["9", "10", "100"], "9–10, 100"),
        (["12а", "12", "3"], "3, 12, 12а"),
        (["157–151", "3"], "3, 157–151"),
        (["", ""], ""),
    ],
)
def test_leaves_are_merged(leaves: list[str], merged: str) -> None:
    assert merged_leaves(leaves) == merged


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 9)), max_size=12))
def test_merging_keeps_every_leaf_and_adds_none(ranges: list[tuple[int, int]]) -> None:
    written = [f"{first}–{first + more}" if more else str(first) for first, more in ranges]
    wanted = {leaf for first, more in ranges for leaf in range(first, first + more + 1)}
    given_back: set[int] = set()
    for item in filter(None, merged_leaves(written).split(", ")):
        first, _, last = item.partition("–")
        given_back.update(range(int(first), int(last or first) + 1))
    assert given_back == wanted


def test_numbers_in_their_natural_order() -> None:
    assert sorted(["10", "9", "9а", "Р-7523", "079"], key=natural_order) == [
        "9", "9а", "10", "079", "Р-7523",
    ]  # fmt: skip
