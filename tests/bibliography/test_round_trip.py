"""What is written reads back as it was: read(write(x)) == x, as far as the format can hold it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from round_trip import SUFFIXES, entries_of, read_back

from srccheck.bibliography.losses import lost
from srccheck.bibliography.normal import normalised
from srccheck.references import Entry, EntryType, Name
from srccheck.text import Place

FORMS = sorted(SUFFIXES)
# biblatex gives the letters of one author's year itself and has no field for one.
UNHELD = {"biblatex": {"suffix"}, "csl-json": set(), "ris": set()}


def check(entries: list[Entry], form: str, origin: str = "") -> None:
    again = read_back(entries, form, origin)
    assert len(again) == len(entries)
    losses = {
        f"{before.id} {name}": values
        for before, after in zip(entries, again, strict=True)
        for name, values in lost(before, after).items()
        if name not in UNHELD[form]
    }
    assert losses == {}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "name", ["historian.bib", "biblatex-gost-examples.bib", "mla_handbook9_messy.bib"]
)
def test_real_bibliographies(shared: Path, name: str, form: str) -> None:
    data = (shared / "manuscripts" / name).read_bytes()
    entries = entries_of(data, name)
    assert len(entries) > 200
    check(entries, form, "bibtex")


@pytest.mark.parametrize("form", FORMS)
def test_the_article(shared_article: str, form: str) -> None:
    entries = [normalised(each) for each in entries_of(shared_article.encode(), "article.txt")]
    assert len(entries) == 43
    check(entries, form)


LETTERS = st.sampled_from([*"abzABZ", *"абяАБЯ", *"éđüß", *"0159", *"&%$#_^~\\'\"-.,:;()[]{}= "])
TEXT = (
    st.text(LETTERS, min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: any(char.isalpha() for char in text))
)
WORD = st.text(st.sampled_from([*"abcdeéđ", *"абвг", *"-’"]), min_size=1, max_size=8).map(
    lambda text: "A" + text.strip("-")
)
GIVEN = st.lists(WORD, min_size=1, max_size=2).map(" ".join)
PEOPLE = st.one_of(
    st.builds(Name, family=WORD, given=GIVEN),
    st.builds(Name, family=st.tuples(WORD, WORD).map(" ".join), given=GIVEN),
    st.builds(Name, literal=st.tuples(WORD, WORD).map(", ".join)),
    st.builds(Name, family=WORD, given=GIVEN, suffix=st.sampled_from(["Jr.", "III"])),
)
YEAR = st.integers(1450, 2026).map(str)
DAY = st.dates().map(str).filter(lambda day: day > "1450")
NUMBER = st.integers(1, 500).map(str)
RANGE = st.tuples(st.integers(1, 99), st.integers(100, 400)).map(
    lambda ends: f"{ends[0]}–{ends[1]}"
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Entries of the three commonest types, with whatever text and numbers."""
    kind = draw(st.sampled_from([EntryType.BOOK, EntryType.ARTICLE, EntryType.CHAPTER]))
    said: dict[str, Any] = {
        "authors": tuple(draw(st.lists(PEOPLE, max_size=3))),
        "editors": tuple(draw(st.lists(PEOPLE, max_size=2))),
        "title": draw(TEXT),
        "publisher": draw(st.none() | WORD),
        "place_name": draw(st.none() | WORD),
        "volume": draw(st.none() | NUMBER | RANGE),
        "url": draw(st.none() | st.just("https://example.org/a_b%20c?d=1&e=~f#g")),
        "accessed": draw(st.none() | DAY),
        "note": draw(st.none() | WORD),
    }
    if kind is not EntryType.BOOK:
        said |= {"container": draw(TEXT), "pages": draw(st.none() | RANGE | NUMBER)}
    if kind is EntryType.ARTICLE:
        said["number"] = draw(st.none() | NUMBER)
    year = draw(YEAR)
    return Entry("x", kind, Place(0, 0, 1), 1, year=year, year_first=year, year_last=year, **said)


@pytest.mark.parametrize("form", FORMS)
@given(st.lists(entries(), min_size=1, max_size=4))
def test_generated_entries(form: str, generated: list[Entry]) -> None:
    check([replace(normalised(each), id=f"e{at}") for at, each in enumerate(generated)], form)


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\'etat", "état"), (r"qu'\^etre", "qu'être"), (r"\"uber", "über"),
        (r"{\'e}tat", "état"), (r"\v{S}alkov", "Šalkov"), (r"\textbraceleft{}a", "{a"),
    ],
)  # fmt: skip
def test_accents_before_longer_words(tex: str, text: str) -> None:
    (entry,) = entries_of(f"@book{{k, title = {{{tex}}}}}".encode(), "x.bib")
    assert entry.title == text
