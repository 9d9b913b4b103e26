"""The objects of ``srccheck extract``, from an apparatus made by hand."""

from __future__ import annotations

import json

import pytest

from srccheck.archives import ArchivalReference, Level, LevelName, Slip, load_registry
from srccheck.citations import (
    ArchivalCitation,
    Citation,
    IbidCitation,
    Kind,
    Link,
    LocatorPart,
    PrintedCitation,
    UnparsedCitation,
    Year,
)
from srccheck.readers import read
from srccheck.references import Entry, EntryType, Name, ReferenceList
from srccheck.report import Extracted, extract, extract_to_json, joined, moved
from srccheck.resolve import Apparatus, Outcome, Resolved
from srccheck.text import Place, Span

TEXT = "See Hoxha 1975-88, v. 3, pp. 694-95; RGASPI, f. 495, d. ½, l. 7; ibid., l. 8. http://a.example/"


def _place(words: str) -> Place:
    start = TEXT.index(words)
    return Place(0, start, start + len(words))


def _level(name: LevelName, value: str, words: str) -> Level:
    span = _place(words).span
    return Level(name, value, words.split()[0], words.split()[1], span, span)


HOXHA = PrintedCitation(
    Kind.AUTHOR_DATE,
    _place("Hoxha 1975-88, v. 3, pp. 694-95"),
    0,
    authors=("Hoxha",),
    year=Year("1975-88", "1975", "1988", None, _place("1975-88")),
    locators=(
        LocatorPart("volume", "v.", "3", _place("v. 3")),
        LocatorPart("page", "pp.", "694-95", _place("pp. 694-95")),
    ),
)
FILE = ArchivalReference(
    _place("RGASPI, f. 495, d. ½, l. 7").span,
    "rgaspi",
    "RGASPI",
    _place("RGASPI").span,
    (
        _level(LevelName.FOND, "495", "f. 495"),
        _level(LevelName.DELO, "1/2", "d. ½"),
        _level(LevelName.LIST, "7", "l. 7"),
    ),
    slips=(Slip("mangled-fraction", _place("½").span), Slip("mangled-fraction", Span(0, 1))),
)
RGASPI = ArchivalCitation(_place("RGASPI, f. 495, d. ½, l. 7"), 0, FILE)
IBID = IbidCitation(_place("ibid., l. 8"), 0, "ibid.")
UNREAD = UnparsedCitation(_place("See"), 0, "a year")
LISTED = Entry(
    "hoxha1975",
    EntryType.MULTIVOLUME,
    _place("Hoxha 1975-88"),
    0,
    authors=(Name(family="Hoxha", given="Enver"), Name(literal="Institute")),
    year="1975–1988",
)


@pytest.fixture(scope="module")
def found() -> Extracted:
    def resolved(number: int, citation: Citation, **more: object) -> Resolved:
        return Resolved(number, citation, Outcome.MATCHED, **more)  # type: ignore[arg-type]

    apparatus = Apparatus(
        read(TEXT.encode(), "a.txt"),
        load_registry(),
        "author-date",
        (
            resolved(0, HOXHA, entry=LISTED, volume="3"),
            resolved(1, RGASPI, reference=FILE),
            resolved(2, IBID, reference=FILE, antecedent=1, previous=1),
            resolved(3, UNREAD),
        ),
        lists=(ReferenceList(0, "References", (LISTED,)),),
        entries=(LISTED,),
        links=(Link(_place("http://a.example/"), "http://a.example/", "2017-05-10"),),
    )
    return extract(apparatus)


def test_a_printed_citation(found: Extracted) -> None:
    assert found.citations[0] == {
        "kind": "author-date",
        "raw": "Hoxha 1975-88, v. 3, pp. 694-95",
        "path": "a.txt",
        "location": {"line": 1, "column": 5, "offset": 4},
        "end_location": {"line": 1, "column": 36, "offset": 35},
        "authors": ["Hoxha"],
        "year": "1975–88",
        "suffix": None,
        "volume": "3",
        "locator": "pp. 694–95",
        "resolves_to": "hoxha1975",
    }


def test_an_archival_citation(found: Extracted) -> None:
    citation = found.citations[1]
    assert citation["archive"] == "rgaspi"
    assert citation["levels"] == {"fond": "495", "delo": "1/2", "list": "7"}
    assert citation["slips"] == ["mangled-fraction"]
    assert citation["document"] is None
    assert citation["resolves_to"] is None


def test_an_ibid_has_the_levels_it_stands_for(found: Extracted) -> None:
    citation = found.citations[2]
    assert citation["kind"] == "ibid"
    assert citation["archive"] == "rgaspi"
    assert citation["antecedent"] == found.citations[1]["location"]


def test_what_could_not_be_parsed_says_what_was_expected(found: Extracted) -> None:
    assert found.citations[3]["expected"] == "a year"


def test_entries_and_links(found: Extracted) -> None:
    (entry,) = found.entries
    assert entry["id"] == "hoxha1975"
    assert entry["authors"] == [{"family": "Hoxha", "given": "Enver"}, {"literal": "Institute"}]
    assert (entry["year"], entry["place"], entry["raw"]) == ("1975–1988", None, "Hoxha 1975-88")
    (link,) = found.links
    assert (link["url"], link["accessed"]) == ("http://a.example/", "2017-05-10")


def test_kinds_filter_the_citations(found: Extracted) -> None:
    document = json.loads(extract_to_json([found, found], frozenset({"archival"})))
    assert document["version"] == 1
    assert [each["kind"] for each in document["citations"]] == ["archival", "archival"]
    assert len(document["entries"]) == len(document["links"]) == 2


def test_moved_counts_lines_and_offsets_on(found: Extracted) -> None:
    first = moved(found, 4, 100).citations[2]
    assert first["location"]["line"] == 5
    assert first["antecedent"] == {"line": 5, "column": 38, "offset": 137}
    assert joined([]) == Extracted()
