"""Whole bibliographies: what is written is written the same again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.bibliography.bib_edit import BibFile, applied
from srccheck.bibliography.bib_records import plain_entries
from srccheck.bibliography.bib_text import blocks_of
from srccheck.bibliography.gather import gather
from srccheck.bibliography.losses import lost
from srccheck.bibliography.styles import STYLES, style_named
from srccheck.bibliography.write import Target, write

from round_trip import entries_of  # isort: skip

CHICAGO = style_named("chicago-author-date")


@pytest.mark.parametrize(
    ("target", "suffix"),
    [(Target.BIBLATEX, "bib"), (Target.CSL_JSON, "json"), (Target.RIS, "ris")],
)
@pytest.mark.parametrize("name", ["historian.bib", "mla_handbook9_messy.bib"])
def test_its_own_output_stays(shared: Path, name: str, target: Target, suffix: str) -> None:
    data = (shared / "manuscripts" / name).read_bytes()
    first = write([gather(data, name)], target, CHICAGO)
    assert any("merged into" in note for note in first.notes)
    again = write([gather(first.data, f"x.{suffix}")], target, CHICAGO)
    assert again.data.decode() == first.data.decode()
    assert not any("merged into" in note for note in again.notes)


@pytest.mark.parametrize("name", ["historian.bib", "biblatex-gost-examples.bib"])
def test_entries_are_the_same_both_ways(shared: Path, name: str) -> None:
    """The short way through a sound .bib gives what the reader gives."""
    data = (shared / "manuscripts" / name).read_bytes()
    source = data.decode()
    short = plain_entries(source, blocks_of(source))
    assert short is not None
    for mine, theirs in zip(short, entries_of(data, name), strict=True):
        assert (mine.id, lost(mine, theirs)) == (theirs.id, {})


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_entry_in_every_style(shared: Path, style: str) -> None:
    """A line for each entry, with its title in it and no stop twice."""
    data = (shared / "manuscripts" / "biblatex-gost-examples.bib").read_bytes()
    for record in gather(data, "x.bib").records:
        line = STYLES[style].write(record.entry)
        assert line.strip() == line != ""
        title = (record.entry.title or "").rstrip(".")
        if '"' not in title and "“" not in title:
            assert title in line.replace("\x02", "").replace("\x03", "")
        assert not line.endswith("..") or "..." in line


VALUES = st.sampled_from(
    [
        "12-15", "pp. 1--2", "1971-1982", "1906-6-22", "Hannah Arendt and Doe, J.", "Zhou Enlai",
        "https://doi.org/10.1/x", "9780262510875", "{A} and B C", "", " ", "a, b", "5-1", "x-1-2-3",
        "von der Berg", "Karl von der Berg", "\\'Emile Zola", "12 - 15", "—", "I-II", "1–2, 3-4",
    ]
)  # fmt: skip
LABELS = st.sampled_from(
    ["author", "editor", "pages", "date", "year", "doi", "isbn", "volume", "number", "title", "url"]
)


@given(st.lists(st.tuples(LABELS, VALUES), max_size=6))
def test_forms_are_final_and_leave_the_rest(fields: list[tuple[str, str]]) -> None:
    lines = "".join(f"\t{label} = {{{value}}} , % {number}\n"
                    for number, (label, value) in enumerate(fields))  # fmt: skip
    source = f"% head\n@Book {{ k ,\n{lines}}} tail\n"
    new = applied(source, list(BibFile(source).forms()))
    assert applied(new, list(BibFile(new).forms())) == new
    assert len(new.splitlines()) == len(source.splitlines())
    assert new.startswith("% head\n@Book { k ,\n")
    assert new.endswith("} tail\n")
