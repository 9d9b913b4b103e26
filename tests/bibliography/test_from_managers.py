"""What reference managers and databases export, with their oddities."""

from __future__ import annotations

import json

from srccheck.bibliography.gather import gather
from srccheck.bibliography.styles import STYLES
from srccheck.bibliography.write import Target, write

CHICAGO = STYLES["chicago-author-date"]

ZOTERO_RIS = """\
TY  - JOUR
TI  - Сталин и Финляндия
AU  - Рентола, К.
T2  - Родина
PY  - 2005
IS  - 3
SP  - 5
EP  - 9
N1  - <p>see <i>box</i> 3</p>
KW  - СССР
KW  - Finland
ER  -
"""
JSTOR = """\
TY  - JOUR
AU  - Kramer, Mark
TI  - Ideology and the Cold War
T2  - Review of International Studies
VL  - 25
IS  - 4
PY  - 1999/10/01/
SP  - 539
EP  - 576
ER  -
Provider: JSTOR http://www.jstor.org
"""
ZOTERO_JSON = json.dumps(
    [
        {
            "id": "http://zotero.org/users/1/items/ABCD", "type": "book", "title": "A War",
            "author": [{"family": "Westad", "given": "Odd Arne"}, {"name": "Nobel Institute"}],
            "issued": {"date-parts": [["2005"]]}, "citation-key": "westad2005", "edition": None,
        },
        {
            "id": "http://zotero.org/users/1/items/EFGH", "type": "article-newspaper",
            "title": "Речь", "container-title": "Правда", "issued": {"raw": "8 July 1977"},
        },
    ]
)  # fmt: skip


def written(data: str, name: str, target: Target) -> str:
    return write([gather(data.encode(), name)], target, CHICAGO).data.decode()


def test_keywords_are_one_field_and_notes_have_no_tags() -> None:
    text = written(ZOTERO_RIS, "a.ris", Target.BIBLATEX)
    assert "keywords     = {СССР, Finland}," in text
    assert text.count("keywords") == 1
    assert "note         = {see box 3}," in text
    assert written(ZOTERO_RIS, "a.ris", Target.RIS).count("KW  - ") == 2


def test_the_day_of_an_issue_with_its_numbers_is_not_printed() -> None:
    assert written(JSTOR, "a.ris", Target.TEXT).split("\n\n")[1] == (
        "Kramer, Mark. 1999. “Ideology and the Cold War.” Review of International Studies 25 (4): "
        "539–576.\n"
    )


def test_keys_that_are_addresses_give_way_in_a_bib() -> None:
    text = written(ZOTERO_JSON, "a.json", Target.BIBLATEX)
    assert "@book{westad2005," in text
    assert "://" not in text
    assert "@article{" in text
    kept = json.loads(written(ZOTERO_JSON, "a.json", Target.CSL_JSON))
    assert {each["id"] for each in kept} == {
        "http://zotero.org/users/1/items/ABCD",
        "http://zotero.org/users/1/items/EFGH",
    }


def test_days_in_words_names_without_parts_and_nothing() -> None:
    text = written(ZOTERO_JSON, "a.json", Target.BIBLATEX)
    assert "date         = {1977-07-08}," in text
    assert "{Nobel Institute}" in text
    assert "null" not in text
