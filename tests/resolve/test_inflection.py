"""Surnames in oblique cases and the nominatives they are looked up under."""

from __future__ import annotations

import pytest

from srccheck.lint import read_apparatus
from srccheck.resolve import Outcome
from srccheck.resolve.inflection import nominatives

ROWS = [
    ("Барышникова", "Барышников"),
    ("Мельтюхову", "Мельтюхов"),
    ("Хлевнюком", "Хлевнюк"),
    ("Зеленским", "Зеленский"),
    ("Вишневского", "Вишневский"),
    ("Таннера", "Таннер"),
    ("Конорёвой", "Конорёва"),
    ("Коваля", "Коваль"),
    ("В. Н. Барышникове", "В. Н. Барышников"),
]


@pytest.mark.parametrize(("oblique", "nominative"), ROWS)
def test_the_nominative_is_among_the_forms(oblique: str, nominative: str) -> None:
    assert nominative in nominatives(oblique)


@pytest.mark.parametrize("name", ["Hoxha", "Зуб", "Дюма"])
def test_what_has_no_cases_is_left_alone(name: str) -> None:
    assert name not in nominatives(name)


def test_a_narrative_citation_in_the_genitive_finds_its_entry() -> None:
    text = (
        "По мнению Барышникова (1997), речь шла о границе. Об этом же (Барышникова 1997).\n\n"
        "## Литература\n\nБарышников В. Н. От прохладного мира к Зимней войне. СПб., 1997.\n"
    )
    first, second = read_apparatus(text.encode(), "a.md").citations
    assert first.outcome is Outcome.MATCHED
    assert not first.differences
    assert second.outcome is not Outcome.MATCHED or second.differences
