"""The order of lists."""

from __future__ import annotations

import pytest

from srccheck.bibliography.collation import in_order, letters
from srccheck.bibliography.record import Record
from srccheck.references import Entry, EntryType, Name
from srccheck.text import Place


@pytest.mark.parametrize(
    "words",
    [
        ["Еж", "ёлка", "жук"],
        ["Ибаррури", "Ищенко", "Йодль", "Кант"],
        ["Ивасюк", "Іванов", "Їжак", "Йосип"],
        ["Alcazar", "Álvarez", "de Gaulle", "Đỗ Mười", "Eden"],
        ["MacArthur", "Machiavelli", "Mack Smith", "Mäkelä", "McAdam"],
        ["The Cold War", "A Concise History", "Le conflit", "Conrad"],
    ],
)
def test_letter_by_letter(words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(backwards, key=letters) == words


def record(family: str, year: str, title: str = "T", suffix: str | None = None) -> Record:
    first, _, last = year.partition("–")
    entry = Entry(
        f"{family}{year}", EntryType.BOOK, Place(0, 0, 1), 1, authors=(Name(family, "A"),),
        year=year, year_first=first, year_last=last or first, title=title, suffix=suffix,
    )  # fmt: skip
    return Record(entry, "", "a:1", "")


def test_by_author_year_and_title_and_scripts_apart() -> None:
    hoxha = [
        record("Hoxha", "1981"),
        record("Hoxha", "1981–1985"),
        record("Hoxha", "2014", "Z", "a"),
        record("Hoxha", "2014", "A", "b"),
    ]
    bovin = record("Бовин", "2003")
    every = [*reversed(hoxha), bovin]
    assert in_order(every, cyrillic_first=False) == [*hoxha, bovin]
    assert in_order(every, cyrillic_first=True) == [bovin, *hoxha]
