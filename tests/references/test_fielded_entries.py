"""Entries of .bib, CSL-JSON and RIS files: the fields, their places, what is lent, what is left."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.errors import UnreadableFileError
from srccheck.lint import Settings, lint, read_apparatus
from srccheck.references import Entry, EntryType, Name
from srccheck.resolve import Apparatus

HOXHA = r"""
@string{enti = {8 N{\"e}ntori}}
@book{hoxha1984,
  ids = {hoxha:sup, old},
  author = {Hoxha, Enver and {Academy of Sciences} and Juan de la Cruz and others},
  translator = {von Bell, Jr., {\'E}mile},
  editor = "Fi{\c s}ek, Emine",
  title = {The {\em Superpowers}},
  subtitle = {1959--1984},
  publisher = enti # { Publishing House},
  location = {Tirana},
  year = 1984, month = oct,
  pagetotal = {678},
  series = {Works}, number = 12,
  isbn = {978-0-00-000000-0},
  langid = {english},
  _shelf = {A~12},
  note = {Extracts from the political diary},
}
"""


def read(text: str, name: str = "a.bib") -> Apparatus:
    return read_apparatus(text.encode(), name)


def only(text: str, name: str = "a.bib") -> Entry:
    (entry,) = read(text, name).entries
    return entry


def bare(names: tuple[Name, ...]) -> list[tuple[str, str, str, str]]:
    return [(name.family, name.given, name.literal, name.suffix) for name in names]


def test_the_fields_of_a_book() -> None:
    entry = only(HOXHA)
    assert (entry.id, entry.key, entry.type) == ("hoxha1984", "hoxha1984", EntryType.BOOK)
    assert bare(entry.authors) == [
        ("Hoxha", "Enver", "", ""),
        ("", "", "Academy of Sciences", ""),
        ("de la Cruz", "Juan", "", ""),
    ]
    assert entry.and_others == ("authors",)
    assert bare(entry.translators) == [("von Bell", "Émile", "", "Jr.")]
    assert bare(entry.editors) == [("Fişek", "Emine", "", "")]
    assert entry.title == "The Superpowers: 1959–1984"
    assert entry.publisher == "8 Nëntori Publishing House"
    assert (entry.place_name, entry.year, entry.date) == ("Tirana", "1984", "1984-10")
    assert (entry.series, entry.series_number, entry.number) == ("Works", "12", None)
    assert (entry.total_pages, entry.isbn, entry.language) == (
        "678",
        "978-0-00-000000-0",
        "english",
    )
    assert entry.note == "Extracts from the political diary"
    assert entry.extra == (("ids", "hoxha:sup, old"), ("_shelf", "A~12"))


def test_every_field_knows_its_place() -> None:
    apparatus = read(HOXHA)
    (entry,) = apparatus.entries
    raw = {name: apparatus.manuscript.raw(place) for name, place in entry.fields}
    assert raw["title"] == r"The {\em Superpowers"
    assert raw["title.sub"] == "1959--1984"
    assert raw["publisher"] == "enti # { Publishing House}"
    assert raw["year"] == "1984"
    assert raw["key"] == "hoxha1984"
    (record,) = apparatus.manuscript.streams[0].records
    source = {each.name: each.source.cut(HOXHA) for each in record.fields}
    assert source["title"] == r"The {\em Superpowers}"
    assert source["publisher"] == "enti # { Publishing House}"
    assert record.source.cut(HOXHA) == HOXHA[HOXHA.index("@book") :].rstrip()
    assert apparatus.manuscript.raw(entry.place) == HOXHA[HOXHA.index("@book") :].rstrip()
    names = [apparatus.manuscript.raw(name.place) for name in entry.authors if name.place]
    assert names == ["Hoxha, Enver", "Academy of Sciences", "Juan de la Cruz"]


@pytest.mark.parametrize(
    ("field", "year", "first", "last", "date"),
    [
        ("date = {1971/1982}", "1971–1982", "1971", "1982", None),
        ("date = {2015-01/2015-02}", "2015", "2015", "2015", "2015-01/2015-02"),
        ("date = {1906-6-22}", "1906", "1906", "1906", "1906-06-22"),
        ("date = {1920~}", "1920", "1920", "1920", None),
        ("year = {1971--82}", "1971–82", "1971", "1982", None),
        ("year = {[1911?]}", "1911", "1911", "1911", None),
        ("year = {forthcoming}", "forthcoming", None, None, None),
        ("year = {n.d.}", "n.d.", None, None, None),
        ("pubstate = {forthcoming}", "forthcoming", None, None, None),
        ("title = {1984}", None, None, None, None),
        ("year = 1999, month = {марта}, day = 3", "1999", "1999", "1999", "1999-03-03"),
    ],
)
def test_dates(
    field: str, year: str | None, first: str | None, last: str | None, date: str | None
) -> None:
    entry = only(f"@book{{a, {field}}}")
    assert (entry.year, entry.year_first, entry.year_last, entry.date) == (year, first, last, date)


def test_crossref_and_xdata_lend_their_fields_and_no_places() -> None:
    first, second, book = read(
        """
        @xdata{pub, publisher = {Наука}, location = {М.}}
        @incollection{a, crossref = {b}, author = {Ames, Ana}, title = {A Part}, pages = {3--9}}
        @article{c, xdata = {pub}, title = {C}, publisher = {Мысль}}
        @collection{b, title = {The Whole}, editor = {Bell, Bo}, date = {1999}, xdata = {pub}}
        """
    ).entries
    assert (first.title, first.container, first.year) == ("A Part", "The Whole", "1999")
    assert (first.publisher, first.place_name) == ("Наука", "М.")
    assert bare(first.editors) == [("Bell", "Bo", "", "")]
    assert first.inherited == ("container", "editor", "place", "publisher", "year")
    assert first.field_place("container") is None
    assert first.extra == (("crossref", "b"),)
    assert (second.publisher, second.place_name, second.inherited) == ("Мысль", "М.", ("place",))
    assert (book.title, book.container, book.publisher) == ("The Whole", None, "Наука")


def test_a_circle_of_crossrefs_ends() -> None:
    first, second = read("@inbook{a, crossref={b}}\n@book{b, crossref={a}, title={B}}").entries
    assert (first.container, second.title) == ("B", "B")


def test_a_damaged_entry_keeps_what_can_be_read() -> None:
    entry, after = read(
        "@book{a,\n author = {Ames, Ana}\n title = {One,\n year = 1999,\n}\n@book{b, title={B}}"
    ).entries
    assert (entry.key, entry.title, entry.year) == ("a", "One", "1999")
    assert bare(entry.authors) == [("Ames", "Ana", "", "")]
    assert after.title == "B"


CSL = [
    {
        "id": "westad2005",
        "type": "book",
        "title": "The <i>Global</i> Cold War: Third World \u201cInterventions\u201d",
        "author": [
            {"family": "Westad", "given": "Odd Arne"},
            {"family": "Gogh", "given": "V.", "non-dropping-particle": "van", "suffix": "Jr."},
            {"literal": "Nobel Institute"},
        ],
        "issued": {"date-parts": [[2005, 10, 3]]},
        "accessed": {"date-parts": [["2017", "5", "10"]]},
        "number-of-pages": 484,
        "DOI": "10.1017/CBO9780511817991",
        "custom": {"a": [1]},
        "keyword": "war",
    }
]


@pytest.mark.parametrize("ascii_", [True, False])
@pytest.mark.parametrize("indent", [None, 2])
def test_csl_json(indent: int | None, ascii_: bool) -> None:
    apparatus = read(json.dumps(CSL, indent=indent, ensure_ascii=ascii_), "a.json")
    (entry,) = apparatus.entries
    assert (entry.id, entry.source_type, entry.type) == ("westad2005", "book", EntryType.BOOK)
    assert entry.title == "The Global Cold War: Third World “Interventions”"
    assert bare(entry.authors) == [
        ("Westad", "Odd Arne", "", ""),
        ("van Gogh", "V.", "", "Jr."),
        ("", "", "Nobel Institute", ""),
    ]
    assert (entry.year, entry.date, entry.accessed) == ("2005", "2005-10-03", "2017-05-10")
    assert (entry.total_pages, entry.doi) == ("484", "10.1017/CBO9780511817991")
    assert [name for name, _ in entry.extra] == ["custom", "keyword"]
    assert dict(entry.extra)["keyword"] == "war"
    title = entry.field_place("title")
    assert title is not None
    assert apparatus.manuscript.excerpt(title) == entry.title
    assert json.loads(f'"{apparatus.manuscript.raw(title)}"') == CSL[0]["title"]


JSTOR = """\
Provider: JSTOR http://www.jstor.org
Content: text/plain; charset="UTF-8"

TY  - JOUR
TI  - The Alliance
SN  - 15203972, 15313298
SP  - 3
EP  - 40
PY  - 2000
ER  -
"""


def test_a_library_writes_what_it_likes_above_its_records() -> None:
    apparatus = read(JSTOR, "a.ris")
    (entry,) = apparatus.entries
    assert (entry.issn, entry.isbn, entry.pages) == ("15203972, 15313298", None, "3–40")
    assert apparatus.manuscript.streams[0].problems == ()
    assert lint(JSTOR.encode(), "a.ris", Settings(select=("REF009", "REF012"))).diagnostics == ()


def test_every_key_that_an_entry_can_be_cited_by() -> None:
    assert only(HOXHA).keys == ("hoxha1984", "hoxha:sup", "old")
    item = {"id": "http://zotero.org/users/1/items/A", "type": "book", "citation-key": "westad2005"}
    assert only(json.dumps([item]), "a.json").keys == (item["id"], "westad2005")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"id": "a", "type": "book"', "line 1, column 28"),
        ("[1, 2]", "not of entries"),
        ('{"name": "package"}', "not of entries"),
        ('"text"', "no list of entries"),
        ("[" * 100_000, "nested too deep|no JSON|not of entries"),
        ('[{"id": "a" "type": "book"}]', "line 1, column 13"),
    ],
)
def test_json_that_is_no_csl_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        read(text, "a.json")


RIS = """\
TY  - CHAP
ID  - ames1999
AU  - Ames, Ana
AU  - Nobel Institute
ED  - Bell, Bo, Jr.
TI  - A title that
runs on
T2  - The Whole
PY  - 1999
DA  - 1999/05/03/
SP  - 12
EP  - 19
SN  - 978-0-00-000000-0
DO  - 10.1000/1
C7  - something
ER  -

TY  - BOOK
TI  - Другая
SP  - 300
SN  - 1234-5678
ER  -
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ris(end: str) -> None:
    apparatus = read(RIS.replace("\n", end), "a.ris")
    first, second = apparatus.entries
    assert (first.key, first.source_type, first.type) == ("ames1999", "CHAP", EntryType.CHAPTER)
    assert bare(first.authors) == [("Ames", "Ana", "", ""), ("", "", "Nobel Institute", "")]
    assert bare(first.editors) == [("Bell", "Bo", "", "Jr.")]
    assert (first.title, first.container) == ("A title that runs on", "The Whole")
    assert (first.year, first.date, first.pages) == ("1999", "1999-05-03", "12–19")
    assert (first.isbn, first.doi) == ("978-0-00-000000-0", "10.1000/1")
    assert first.extra == (("C7", "something"),)
    assert (second.title, second.total_pages, second.issn) == ("Другая", "300", "1234-5678")
    title = second.field_place("title")
    assert title is not None
    assert apparatus.manuscript.raw(title) == "Другая"


PIECES = """@book{|@string{|@comment|key|,|=|{|}|"|#|\\|\\'e|{\\c c}|--|~|$|title|author|year|1999|
|\n |and|others|Ames, Ana|van|crossref|é|e\u0301|(|)|%|@|\r\n|
|\u00ad|TY  - BOOK\n|ER  - \n|AU  - |[|]|
{"id":"a"|"type":|:|\\u00e9|<i>|</i>|null"""


@given(
    st.lists(st.one_of(st.sampled_from(PIECES.split("|")), st.text(max_size=3)), max_size=40).map(
        "".join
    ),
    st.sampled_from(["a.bib", "a.ris", "a.json"]),
)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused_and_places_lie_in_the_file(text: str, name: str) -> None:
    try:
        apparatus = read_apparatus(text.encode("utf-8", "surrogatepass"), name)
    except UnreadableFileError:
        return
    for entry in apparatus.entries:
        for _, place in (("", entry.place), *entry.fields):
            passage = apparatus.manuscript.passage(place)
            offsets = passage.location.offset, passage.end_location.offset
            assert apparatus.manuscript.source[slice(*offsets)] == passage.raw


def _texts(apparatus: Apparatus) -> dict[str, list[dict[str, str]]]:
    """Every field of every record as the file has it, white space folded."""
    found: dict[str, list[dict[str, str]]] = {}
    for record in apparatus.manuscript.streams[0].records:
        fields = {each.name: " ".join(each.raw.split()) for each in record.fields}
        found.setdefault(record.key, []).append(fields)
    return found


def _bare_value(value: str) -> str:
    """A value without its delimiters, and without the seams of pieces that # joins."""
    return re.sub(r'["{}\s]*#["{}\s]*|^["{}\s]+|["{}\s]+$', "", " ".join(value.split()))


@pytest.mark.parametrize(
    ("name", "records"),
    [
        ("historian.bib", 210),
        ("biblatex-gost-examples.bib", 774),
        ("mla_handbook9_messy.bib", 243),
        ("chicago_notes-test.bib", 196),
    ],
)
def test_real_files_are_read_without_loss(shared: Path, name: str, records: int) -> None:
    """Held to bibtexparser: the same entries, fields and values; and no field left nowhere."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import ParsingFailedBlock

    data = (shared / "manuscripts" / name).read_bytes()
    apparatus = read_apparatus(data, name)
    assert len(apparatus.manuscript.streams[0].records) == records
    ours = _texts(apparatus)
    library = parse_string(data.decode())
    theirs: list[Any] = [
        block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        for block in (*library.entries, *library.failed_blocks)
    ]
    assert len(theirs) == records
    for entry in theirs:
        fields = {each.key.lower(): _bare_value(each.value) for each in entry.fields}
        held = [
            {name: _bare_value(value) for name, value in each.items()} for each in ours[entry.key]
        ]
        assert fields in held, entry.key
    for entry in apparatus.entries:
        kept = {name for name, _ in entry.fields} | {name for name, _ in entry.extra}
        assert kept, entry.key
