"""HTML as browsers, Pandoc and word processors write it."""

from __future__ import annotations

import pytest
from reading import body, emphasis, entries, notes, of

from srccheck.text import Role

HTML = "a.html"

BODY = [
    ("<p>One &amp; two</p><p>f.&nbsp;17, d.&#160;3</p>", ["One & two", "f. 17, d. 3"]),
    ("<p>One\n  two<p>Three", ["One two", "Three"]),
    ("bare text <b>bold</b>", ["bare text bold"]),
    ("<p>one<br>two<br/>three</p>", ["one two three"]),
    ("<p>one<br><br>two</p>", ["one", "two"]),
    ("<ul><li>a<li>b</ul>", ["a", "b"]),
    ("<dl><dt>RGASPI<dd>the archive</dl>", ["RGASPI", "the archive"]),
    ("<table><tr><td>a<td>b<tr><th>c</table>", ["a", "b", "c"]),
    ("<head><title>No</title><meta a=b></head><body>Yes</body>", ["Yes"]),
    ("<script>if (a<b) x</script>a<style>p {}</style> b<!-- no --> c", ["a b c"]),
    ("<p hidden>no</p><p style='display: none'>no</p><p>yes</p>", ["yes"]),
    ("<p>He said <q>yes, <q>no</q></q>.</p>", ["He said “yes, ‘no’”."]),
    ("H<sub>2</sub>O, co&shy;op, 5 < 6 &unknown; & more", ["H2O, coop, 5 < 6 &unknown; & more"]),
    ("<p>a</i></div>b <i>c", ["ab c"]),
    ("<P CLASS=x>Upper</P>", ["Upper"]),
    ("<p>е\u0301</p><p>e&#769;</p>", ["е\u0301", "é"]),
    ("<!DOCTYPE html><?xml x?><p>a</p>", ["a"]),
    ("<p>a<div>b</div>c</p>", ["a", "b", "c"]),
    ("<figure><img src=a alt=no><figcaption>The quay</figcaption></figure>", ["The quay"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODY)
def test_body(text: str, expected: list[str]) -> None:
    assert body(text, HTML) == expected


PANDOC = (
    '<p>Text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>'
    ' goes on.</p><section id="footnotes" class="footnotes" role="doc-endnotes"><hr/><ol>'
    '<li id="fn1"><p>A note.</p><p>More.<a href="#fnref1" class="footnote-back">↩</a></p></li>'
    "</ol></section>"
)
WORD = (
    '<p>Text<a style=\'x\' href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> goes on.</p>'
    '<div><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a>'
    " A note.</p><p>More.</p></div></div>"
)
OFFICE = (
    '<p>Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>'
    ' goes on.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym"'
    ' href="#sdfootnote1anc">1</a>A note.</p><p>More.</p></div>'
)
EPUB = (
    '<p>Text<sup><a epub:type="noteref" href="notes.xhtml#n7">1</a></sup> goes on.</p>'
    '<aside epub:type="footnote" id="n7"><p>A note.</p><p>More.</p></aside>'
)
WIKI = (
    '<p>Text<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> goes on.</p>'
    '<ol class="notes"><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> A note.'
    "<p>More.</p></li></ol>"
)


@pytest.mark.parametrize("text", [PANDOC, WORD, OFFICE, EPUB, WIKI])
def test_notes_by_every_convention(text: str) -> None:
    assert body(text, HTML) == ["Text goes on."]
    assert notes(text, HTML) == [("1", ["A note.", "More."])]


def test_thanks_under_the_heading_of_notes_are_no_note() -> None:
    text = f"{PANDOC.partition('<section')[0]}<h2>Notes</h2><p>I thank all.</p><p>———</p>"
    text += f"<section{PANDOC.partition('<section')[2]}"
    assert notes(text, HTML) == [("1", ["A note.", "More."])]
    assert body(text, HTML) == ["Text goes on.", "I thank all."]


def test_a_heading_of_notes_will_do() -> None:
    text = "<p>Text</p><h2>Notes</h2><p>1. One.</p><p>2. Two.</p>"
    assert notes(text, HTML) == [("1", ["One."]), ("2", ["Two."])]


AMES = "Ames, Ana. The Long Harbour. London: Verso, 1999."
BARTOV = "Bartov, Boris. The Short Quay. Tirana, 1984."
LISTS = [
    f"<h2>References</h2><p>{AMES}</p><p>{BARTOV}</p>",
    f"<h2>References</h2><ol><li>{AMES}<li><p>{BARTOV}</p></ol><h2>Appendix</h2>Text",
    f"<h2>References</h2><p>[1] {AMES}</p><p>[2] {BARTOV}</p>",
    f'<div id="refs" class="references csl-bib-body"><div class="csl-entry">{AMES}</div>'
    f'<div class="csl-entry">{BARTOV}</div></div><p>Text',
    f'<section role="doc-bibliography"><h1>Works cited</h1><p>{AMES}<p>{BARTOV}</section><p>Text',
    f"<p><b>References</b></p><p>{AMES}</p><p>{BARTOV}</p>",
    f"<p>References:</p><p>{AMES}</p><p><b>Books</b></p><p>{BARTOV}</p><p><b>Appendix</b></p><p>x",
    f"<section><h2>Bibliography</h2><p>{AMES}<p>{BARTOV}</section><p>Text",
    f"<h2>Bibliography</h2><h3>Archives</h3><p>{AMES}</p><h3>Books</h3><p>{BARTOV}</p>",
]


@pytest.mark.parametrize("text", LISTS)
def test_lists(text: str) -> None:
    assert entries(text, HTML) == [AMES, BARTOV]


EMPHASIS = [
    ("In <em>Rodina</em> he", [("Rodina", "<em>Rodina</em>")]),
    ("2008<i>b</i>", [("b", "<i>b</i>")]),
    ('<span style="font-style: italic">a &amp; b</span>',
     [("a & b", '<span style="font-style: italic">a &amp; b</span>')]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EMPHASIS)
def test_emphasis(text: str, expected: list[tuple[str, str]]) -> None:
    assert emphasis(text, HTML) == expected


def test_roles_and_links() -> None:
    text = '<h2>Title</h2><blockquote><p>Said</blockquote><a href="http://e.org/?a=1&amp;b">r</a>'
    [stream] = of(text, HTML).streams
    roles = [(each.role, each.level) for each in stream.paragraphs]
    assert roles == [(Role.HEADING, 2), (Role.QUOTE, 0), (Role.TEXT, 0)]
    [link] = stream.hyperlinks
    assert (stream.text[link.start : link.end], link.url) == ("r", "http://e.org/?a=1&b")


@pytest.mark.parametrize(
    "unit", ["<p>", "<div>", "</p>", "<i>", "<a href=\"", "<!--", "<td>", "<li>", "<", "&", "<br>",
             "<a href='#fn1'>1</a>", "<p id=fn1>", "<script>"]
)  # fmt: skip
def test_much_of_one_thing_is_read(unit: str) -> None:
    assert of("Text " + unit * 4000, HTML).streams[0].text.startswith("Text")
