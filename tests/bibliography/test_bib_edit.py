"""A .bib is edited where its form says nothing, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from srccheck.bibliography.bib_edit import BibFile, applied
from srccheck.bibliography.bib_names_edit import inverted_names


def edited(source: str) -> str:
    return applied(source, list(BibFile(source).forms()))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("doi = {https://doi.org/10.1353/mod.2016.0011}", "doi = {10.1353/mod.2016.0011}"),
        ("isbn = {9780262510875}", "isbn = {978-0-262-51087-5}"),
        ("isbn = {9780262510876}", None),  # a wrong check digit is for the linter
        ("issn = {00960764}", "issn = {0096-0764}"),
        ("pages = {pp. 131-136}", "pages = {131--136}"),
        ("pages = {А-12/3}", None),
        ("volume = {5-1}", None),  # volume 5, part 1
        ("number = {4-5}", "number = {4--5}"),
        ("date = {1906-6-22}", "date = {1906-06-22}"),
        ("year = {1971--1982}, location = {Tirana}", "date = {1971/1982}, location = {Tirana}"),
        ("year = {1971--1982}, address = {Tirana}", None),  # BibTeX has no date
        ("title = {Pages 12-14 of 10.1353/x}", None),
        ('author = "Имре Лакатос and {Рос. акад. наук}"',
         'author = "Лакатос, Имре and {Рос. акад. наук}"'),
        ("year = 1911 # {a}", None),
    ],
)  # fmt: skip
def test_forms(before: str, after: str | None) -> None:
    head, tail = "% kept\n@Book{k,\n\t", " ,\n  Unknown-Field={ a  b },\n}\nkept too\n"
    source = head + before + tail
    assert edited(source) == head + (after or before) + tail
    assert edited(edited(source)) == edited(source)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Hannah Alpert-Abrams", "Alpert-Abrams, Hannah"),
        # BibTeX: the small words and what follows them are the family name.
        ("Ludwig van Beethoven and  Hoxha, Enver", "van Beethoven, Ludwig and  Hoxha, Enver"),
        ("M. A. S. Abdel Haleem\n and others", "Haleem, M. A. S. Abdel\n and others"),
        ("Zhou Enlai", None),
        ("Phạm Văn Đồng", None),
        ("Селиванов И. Н.", None),
        ("Иванов Иван Иванович", None),
        ("World Health Organization", None),
        ("Dave Brubeck Quartet", None),
        ("Bill Johnson Gonz{\\'a}lez", None),
        ("{Barnes and Noble}", None),
        ("Plato", None),
    ],
)
def test_names(names: str, expected: str | None) -> None:
    assert inverted_names(names) == (expected or names)


@pytest.mark.parametrize(
    "name",
    ["historian.bib", "biblatex-gost-examples.bib", "mla_handbook9_messy.bib"],
)
def test_edits_of_real_files(shared: Path, name: str) -> None:
    source = (shared / "manuscripts" / name).read_text(encoding="utf-8")
    new = edited(source)
    assert new != source
    assert edited(new) == new
    before, after = (BibFile(each).blocks for each in (source, new))
    assert [(each.kind, len(each.fields)) for each in before] == [
        (each.kind, len(each.fields)) for each in after
    ]
