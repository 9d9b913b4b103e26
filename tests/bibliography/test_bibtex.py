"""Plain BibTeX."""

from __future__ import annotations

import pytest
from round_trip import entries_of

from srccheck.bibliography.bibtex import to_bibtex

ROWS = [
    (
        "@online{k, title = {T}, titleaddon = {A}, date = {1961-08-15}, url = {http://x.org/a_b}}",
        ["@misc{k,", "  year         = {1961},", "  month        = aug,", "  day          = {15},",
         "  howpublished = {\\url{http://x.org/a_b}},"],
    ),
    (
        "@article{k, title = {T}, journaltitle = {Rodina}, date = {1971/1982}}",
        ["@article{k,", "  journal = {Rodina},", "  year    = {1971--1982},"],
    ),
    (
        "@thesis{k, title = {T}, type = {Master's}, institution = {MGU}, location = {Moscow}}",
        ["@mastersthesis{k,", "  school  = {MGU},", "  address = {Moscow},"],
    ),
    (
        "@thesis{k, title = {T}, institution = {MGU}}",
        ["@phdthesis{k,", "  school = {MGU},"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "lines"), ROWS)
def test_lines(source: str, lines: list[str]) -> None:
    (entry,) = entries_of(source.encode(), "x.bib")
    text = to_bibtex(entry, "k", "bibtex").text()
    for line in lines:
        assert line in text.split("\n")
    assert "date " not in text
    (again,) = entries_of(text.encode(), "x.bib")
    assert (again.title, again.year, again.date) == (entry.title, entry.year, entry.date)
