"""The one form of identifiers, dates and ranges; its docstrings are run as well."""

from __future__ import annotations

import doctest

import pytest

from srccheck.bibliography import forms


def test_examples_of_the_docstrings() -> None:
    done = doctest.testmod(forms)
    assert (done.failed, done.attempted >= 7) == (0, True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pp. 12-15", "12–15"),
        ("с. 75—196", "75–196"),
        ("S. 45 – 67", "45–67"),
        ("xii-xv", "xii–xv"),
        ("1, 3-4, 7—9", "1, 3–4, 7–9"),
        ("D1+", "D1+"),
        ("12f.", "12f."),
        ("Pt. 2", "Pt. 2"),
        ("1/2-3", "1/2-3"),
        ("2-7-1", "2-7-1"),
    ],
)
def test_pages(before: str, after: str) -> None:
    assert forms.pages(before) == after
    assert forms.pages(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1906-6-22", "1906-06-22"),
        ("1971--1982", "1971/1982"),
        ("1971", "1971"),
        ("2015-1/2015-2", "2015-01/2015-02"),
        ("1906-13-22", "1906-13-22"),
        ("n.d.", "n.d."),
        ("1936/", "1936/"),
    ],
)
def test_dates(before: str, after: str) -> None:
    assert forms.iso_date(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://doi.org/10.1353/mod.2016.0011", "10.1353/mod.2016.0011"),
        ("doi:10.1353/mod.2016.0011.", "10.1353/mod.2016.0011"),
        ("DOI 10.1353/x", "10.1353/x"),
        ("10.12/too-short", "10.12/too-short"),
        ("https://example.org/10.1353/x", "https://example.org/10.1353/x"),
    ],
)
def test_dois(before: str, after: str) -> None:
    assert forms.doi(before) == after
