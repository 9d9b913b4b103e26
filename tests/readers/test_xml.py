"""TEI and JATS, and XML that is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import body, emphasis, entries, notes, of

from srccheck.errors import UnreadableFileError
from srccheck.readers import read
from srccheck.text import Place, StreamKind


def tei(text: str) -> str:
    """Give a TEI file with a body."""
    return (
        '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>No</p>'
        f"</teiHeader><text><body>{text}</body></text></TEI>"
    )


def jats(text: str) -> str:
    """Give a JATS file with a body and what stands behind it."""
    return (
        "<article><front><journal-meta><p>No</p></journal-meta><article-meta><title-group>"
        f"<article-title>Title</article-title></title-group></article-meta></front>{text}</article>"
    )


TEI = [
    ("<div><head>The quay</head><p>One &amp;\n two</p></div>", ["The quay", "One & two"]),
    ("<p>He went<lb/>on<lb break='no'/>ward<pb n='3'/> again</p>", ["He went onward again"]),
    ("<p>A <choice><sic>wrng</sic><corr>wrong</corr></choice> word</p>", ["A wrong word"]),
    ("<list><item>a</item><item>b</item></list><quote><p>Said</p></quote>", ["a", "b", "Said"]),
    ("<p>He said <quote>yes</quote> and <q>no</q></p>", ["He said yes and no"]),
    ("<table><row><cell>a</cell><cell>b</cell></row></table>", ["a", "b"]),
    ("<p>As <bibl>Ames, <title>Quay</title>, 1999</bibl> says</p>", ["As Ames, Quay, 1999 says"]),
    ("<p><![CDATA[a < b & c]]></p>", ["a < b & c"]),
]


@pytest.mark.parametrize(("text", "expected"), TEI)
def test_tei_body(text: str, expected: list[str]) -> None:
    assert body(tei(text), "a.xml") == expected


def test_tei_notes() -> None:
    text = '<p>a<note n="44" place="foot"><p>One <hi rend="italic">b</hi>.</p><p>More.</p></note> c'
    assert notes(tei(text), "a.xml") == [("44", ["One b.", "More."])]
    assert body(tei(text), "a.xml") == ["a c"]
    assert notes(tei("<p>a<note>One</note><note>Two</note></p>"), "a.tei") == [
        ("1", ["One"]),
        ("2", ["Two"]),
    ]


AMES = "Ames, Ana. The Long Harbour. London: Verso, 1999."
BARTOV = "Bartov, Boris. The Short Quay. Tirana, 1984."
TEI_LISTS = [
    f"<listBibl><bibl xml:id='a'>{AMES}</bibl><bibl>{BARTOV}</bibl></listBibl><p>Text</p>",
    f"<div><head>Bibliography</head><listBibl><head>Books</head><bibl>{AMES}</bibl>"
    f"<bibl>{BARTOV}</bibl></listBibl></div><div><p>Text</p></div>",
    f"<div><head>References</head><p>{AMES}</p><p>{BARTOV}</p></div><p>Text</p>",
]


@pytest.mark.parametrize("text", TEI_LISTS)
def test_tei_lists(text: str) -> None:
    assert entries(tei(text), "a.xml") == [AMES, BARTOV]
    assert body(tei(text), "a.xml") == ["Text"]


def test_tei_fields_are_given_their_punctuation() -> None:
    text = (
        "<listBibl><biblStruct xml:id='a'><monogr><author><surname>Ames</surname>\n"
        "<forename>Ana</forename></author><title level='m'>The Long Harbour</title><imprint>"
        "<pubPlace>London</pubPlace><publisher>Verso</publisher><date>1999</date></imprint>"
        "</monogr></biblStruct></listBibl>"
    )
    assert entries(tei(text), "a.xml") == [AMES]
    [stream] = of(tei(text), "a.xml").of_kind(StreamKind.REFERENCES)
    assert stream.entry_keys == ((0, "a"),)
    assert emphasis(tei(text), "a.xml")[0][0] == "The Long Harbour"


def test_only_references_to_entries_are_citations() -> None:
    listed = "<listBibl><bibl xml:id='b1'>Ames, Ana. Title. 1999.</bibl></listBibl>"
    text = "<p>As <ref target='#b1'>1</ref> says, see note <ref target='#n3'>3</ref>.</p>"
    [cited] = of(tei(text + listed), "a.xml").streams[0].cited_keys
    assert cited.key == "b1"


JATS_TEXT = jats(
    "<body><sec><title>One</title><p>Said <xref ref-type='bibr' rid='B1'>1</xref>, not"
    "<xref ref-type='fn' rid='f1'>*</xref> (Bartov, <xref ref-type='bibr' rid='B2'>1984</xref>)"
    "<fn><p>Inline.</p></fn>.</p><disp-quote><p>Quoted</p></disp-quote></sec></body>"
    "<back><fn-group><fn id='f1'><label>7</label><p>Behind.</p></fn></fn-group><ref-list>"
    f"<title>References</title><ref id='B1'><label>1</label><mixed-citation>{AMES}"
    "</mixed-citation></ref><ref id='B2'><element-citation><person-group><name><surname>Bartov"
    "</surname><given-names>Boris</given-names></name></person-group><source>The Short Quay"
    "</source><publisher-loc>Tirana</publisher-loc><year>1984</year></element-citation></ref>"
    "</ref-list></back>"
)


def test_jats() -> None:
    assert body(JATS_TEXT, "a.xml") == ["Title", "One", "Said 1, not (Bartov, 1984).", "Quoted"]
    assert notes(JATS_TEXT, "a.xml") == [("1", ["Inline."]), ("7", ["Behind."])]
    assert entries(JATS_TEXT, "a.xml") == [AMES, "Bartov, Boris. The Short Quay. Tirana: 1984."]
    manuscript = of(JATS_TEXT, "a.xml")
    [cited] = manuscript.streams[0].cited_keys
    assert (cited.key, manuscript.raw(Place(0, cited.start, cited.end))) == ("B1", "1")
    [references] = manuscript.of_kind(StreamKind.REFERENCES)
    assert [key for _, key in references.entry_keys] == ["B1", "B2"]


BOMB = (
    '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;">]><TEI><text><p>&c;</p></text></TEI>'
)
REFUSED = [
    (BOMB, "builds its text from entities"),
    ('<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/hostname">]><TEI><text>&a;</text></TEI>',
     "another file"),
    ('<!DOCTYPE TEI [<!ENTITY % a PUBLIC "x" "http://e.org">%a;]><TEI/>', "another file"),
    (f'<!DOCTYPE TEI [<!ENTITY a "{"a" * 900}">]><TEI/>', "builds its text from entities"),
    ("<project><name>x</name></project>", "<project>"),
    ('<article xmlns="http://docbook.org/ns/docbook"><title>x</title></article>', "<article>"),
    ("no markup at all", "no root element"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what"), REFUSED)
def test_what_is_not_read_is_named(text: str, what: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(text.encode(), "a.xml")
    assert what in caught.value.what
    assert caught.value.where == "a.xml"
    assert caught.value.advice


@pytest.mark.parametrize(
    "unit",
    [" ", "\n", "<!-- ", "<!DOCTYPE [", "<?x ", "<!DOCTYPE a '", "<!ENTITY a '", "<p>", "&a;"],
)
def test_much_of_one_thing_before_the_root_is_read_or_refused(unit: str) -> None:
    text = f"x{unit * 20_000}"
    with pytest.raises(UnreadableFileError):
        read(text[1:].encode() + b" end", "a.xml")


def test_plain_entities_are_resolved() -> None:
    declared = '<!DOCTYPE TEI [<!ENTITY rgaspi "RGASPI &#8211;">]>'
    text = f"{declared}<TEI><text><p>In &rgaspi;</p></text></TEI>"
    assert body(text, "a.xml") == ["In RGASPI –"]


def test_xhtml_is_html() -> None:
    text = '<?xml version="1.0"?>\n<html xmlns="x"><body><p>One<br/>two</p></body></html>'
    assert body(text, "a.xml") == ["One two"]


def test_a_real_text(shared: Path) -> None:
    name = "views_from_the_embassy_tei.xml"
    manuscript = read((shared / "manuscripts" / name).read_bytes(), name)
    labels = [stream.label for stream in manuscript.of_kind(StreamKind.NOTE)]
    assert len(labels) == 140
    assert labels[43] == "44"
    lists = manuscript.of_kind(StreamKind.REFERENCES)
    assert lists[0].heading.startswith("Bibliography")
    assert lists[-1].text.startswith("Alexander, Adele Logan. Parallel Worlds")
