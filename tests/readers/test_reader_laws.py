"""What holds for every text and every file."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import of

from srccheck.errors import UnreadableFileError
from srccheck.readers import read
from srccheck.text import Manuscript, Place, Stream, StreamKind

PIECES = """
Ames, Ana. Title. 1999.|References|## Notes|## References|Литература|1. |- |> |*|**|_|[|]|(|)|[^1]|
[^1]: |^[|`|```|<i>|</i>|<!-- |-->|&amp;|&nbsp;|&#769;|\\*|\\|\u00a0|\u00ad|\u200b|e\u0301|и\u0306|
o\u0302\u0301|\r\n|\r|\n|\n\n|\t|    |\f|——. |---|===|http://e.org/|[a](b)|![a](b)|<http://e.org>|
| a | b ||\n|---|\n|word|Слово|12|.|: |¹ |\u2028|\x85|\ufeff|+++|:::|~~~|<p>|</p>|☃|\U0001f600|
""".replace("|\n", "|").split("|")  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map("".join)
TEX_PIECES = r"""
\emph{|\textit|{|}|[|]|\footnote{|\footcite[|\autocite|\cites(|){|,|\section{References}|\item |%|
\begin{quote}|\end{quote}|\begin{thebibliography}{9}|\bibitem{a}|\end{thebibliography}|\'|\"{|\v |
\c{c}|\ss |~|--|---|``|''|`|$|$$|\(|\)|\\|\|&|\begin{tabular}{ll}|\end{tabular}|\url{|\href{|"=|
\begin{verbatim}|\end{verbatim}|\newcommand{\x}[1]{a #1 b}|\x |\def\y{\x}|\y|\let\z\x|\enquote{|
\input{a}|\documentclass{article}|\begin{document}|\end{document}|\title{|{\em |\verb|\frac12|
\nocite{|\section*{Notes}|
""".replace("|\n", "|").split("|")


def texts_of(pieces: list[str]) -> st.SearchStrategy[str]:
    """Give texts that are made of a format's own pieces, of others and of anything."""
    pool = st.sampled_from([*pieces, *PIECES])
    return st.lists(st.one_of(pool, st.text(max_size=5)), max_size=30).map("".join)


TEX_TEXTS = texts_of(TEX_PIECES)
HTML_PIECES = """
<p>|</p>|<i>|</i>|<em class="x">|</em>|<h2>References</h2>|<h1>|</h1>|<li>|<ul>|</ul>|<ol>|<div>|
</div>|<br>|<a href="#fn1" id="fnref1">1</a>|<li id="fn1">|<a href="#fnref1">↩</a>|
<a href="http://e.org">|</a>|<td>|<table>|</table>|<script>|</script>|<style>|</style>|<q>|</q>|
&lt;|&amp;|&nbsp;|&#8211;|<!-- |-->|<blockquote>|</blockquote>|<section>|</section>|
<div class="references">|<aside role="doc-footnote">|</aside>|<sup>|</sup>|<|>|"|'|<a b="|
<span hidden>|</span>|<![CDATA[|]]>|<?x|?>|<!DOCTYPE html>|</|/>|<p
""".replace("|\n", "|").split("|")
XML_PIECES = """
<p>|</p>|<hi rend="italic">|</hi>|<head>References</head>|<head>|</head>|<div>|</div>|
<note n="3">|</note>|<lb/>|<listBibl>|</listBibl>|<bibl xml:id="b">|</bibl>|<biblStruct>|
</biblStruct>|<surname>|</surname>|<title>|</title>|<ref target="#b">1</ref>|
<ref target="http://e.org">|</ref>|<item>|</item>|<quote>|</quote>|<sec>|</sec>|<fn>|</fn>|
<label>4</label>|<ref-list>|</ref-list>|<ref id="b">|<mixed-citation>|</mixed-citation>|
<element-citation>|<year>|</element-citation>|</year>|<source>|</source>|
<xref ref-type="bibr" rid="b">1</xref>|<xref ref-type="fn">|</xref>|&lt;|&amp;|&#8211;|<!-- |-->|
<teiHeader>|</teiHeader>|<![CDATA[|]]>|<|>|"|'|<date>|</date>|<author>|</author>
""".replace("|\n", "|").split("|")
TYPST_PIECES = """
= References\n|= |#footnote[|]|[|*|_|@key|@key[p. 3]|#cite(<k>)|#cite(<k>, supplement: [3])|#emph[|
#link("http://e.org")[|#quote[|// |/*|*/|~|--|---|...|\\|\\u{e9}|- |+ |$|$x$|`|```|<label>|
#set page(|)|#figure(|#x[|#y(1)|https://e.org/a.|"|#bibliography("a.bib")|-|h|0
""".replace("|\n", "|").split("|")
RTF_PIECES = r"""
{|}|{\i |\i |\i0 |\plain |\par |\pard |{\footnote |\u1043\'3f|\u8211?|\'e3|\~|\-|\_|\*|{\*\x |\b |
\s1 |{\stylesheet{\s1 heading 1;}}|{\fonttbl{\f1\fcharset204 A;}}|\f1 |\uc0 |\cell |\emdash |
{\field{\*\fldinst|HYPERLINK "http://e.org"}{\fldrslt |\v |\v0 |\bin3 |\outlinelevel0 |\intbl |
\tab |\\|\{|\chftn |\u-10179?\u-8704?
""".replace("|\n", "|").split("|")
NAMES = st.sampled_from(["a.txt", "a.md"])
CASES = st.one_of(
    st.tuples(TEXTS, NAMES),
    st.tuples(TEX_TEXTS, st.just("a.tex")),
    st.tuples(texts_of(TYPST_PIECES), st.just("a.typ")),
    st.tuples(
        texts_of(RTF_PIECES).map(
            lambda text: r"{\rtf1 " + text.encode("ascii", "replace").decode()
        ),
        st.just("a.rtf"),
    ),
    st.tuples(texts_of(HTML_PIECES), st.just("a.html")),
    st.tuples(texts_of(XML_PIECES).map("<TEI><text>{}</text></TEI>".format), st.just("a.xml")),
    st.tuples(
        texts_of(XML_PIECES).map("<article><body>{}</body></article>".format), st.just("a.xml")
    ),
)
PLAIN = frozenset({"text", "markdown"})  # formats with few signs that stand for another
NESTED = frozenset(
    {"a.tex", "a.typ", "a.html", "a.xml"}
)  # formats in which a note stands inside its paragraph
HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
)


def folded(text: str) -> str:
    """Fold a text as a stream shows it."""
    return " ".join(unicodedata.normalize("NFC", HIDDEN.sub("", text)).split())


def try_read(text: str, name: str) -> Manuscript | None:
    """Read a text; None where it is refused."""
    try:
        return of(text, name)
    except (UnreadableFileError, UnicodeEncodeError):
        return None


@given(CASES)
@settings(max_examples=300, deadline=None)
def test_segments_cover_the_text_and_lie_in_the_file(case: tuple[str, str]) -> None:
    text, name = case
    manuscript = try_read(text, name)
    for stream in manuscript.streams if manuscript else ():
        at = 0
        for segment in stream.segments:
            assert segment.start == at
            assert segment.length > 0
            assert segment.source_length >= 0
            at += segment.length
        assert at == len(stream.text)
        for one, two in pairwise(stream.segments):
            assert one.source + one.source_length <= two.source
        if stream.segments:
            last = stream.segments[-1]
            assert last.source + last.source_length <= len(manuscript.source if manuscript else "")


@given(CASES)
@settings(max_examples=300, deadline=None)
def test_paragraphs_are_joined_by_one_newline(case: tuple[str, str]) -> None:
    text, name = case
    manuscript = try_read(text, name)
    if manuscript is None:
        return
    for stream in manuscript.streams:
        parts = [stream.text[each.start : each.end] for each in stream.paragraphs]
        assert "\n".join(parts) == stream.text
        for part in parts:
            assert part
            assert part == " ".join(part.split())
            assert not HIDDEN.search(part)
        numbers = [each.number for each in stream.paragraphs]
        assert numbers == sorted(set(numbers))
    starts = sorted(
        (each.number, manuscript.source_span(Place(stream.index, each.start, each.end)).start)
        for stream in manuscript.streams
        for each in stream.paragraphs
    )
    assert len({number for number, _ in starts}) == len(starts)
    nested = name not in NESTED and "^[" not in manuscript.source
    outside = starts if nested else []
    assert [start for _, start in outside] == sorted(start for _, start in outside)
    assert [each.index for each in manuscript.streams] == list(range(len(manuscript.streams)))
    assert manuscript.streams[0].kind is StreamKind.BODY


def check_even(manuscript: Manuscript, stream: Stream) -> None:
    """Hold every segment to the file: a run that maps one to one is the file's own."""
    for segment in stream.segments:
        shown = stream.text[segment.start : segment.start + segment.length]
        slice_ = manuscript.source[segment.source : segment.source + segment.source_length]
        if segment.length == segment.source_length > 1:
            assert re.sub(r"\s", " ", unicodedata.normalize("NFC", slice_)) == shown
        elif manuscript.format in PLAIN and shown != "\n" and not re.search(r"[&\\]", slice_):
            assert folded(slice_) == folded(shown)


@given(CASES)
@settings(max_examples=300, deadline=None)
def test_every_segment_is_the_files_own(case: tuple[str, str]) -> None:
    text, name = case
    manuscript = try_read(text, name)
    for stream in manuscript.streams if manuscript else ():
        assert manuscript is not None
        check_even(manuscript, stream)


WORDS_AS_TYPED = [
    *("Слово", "йод", "и\u0306од", "Ho\u0302\u0300", "f.\u00a017", "co\u00adop", "a\u200bb", "12"),
    *("“quoted”", "d. ½", "ll.\n104–5", "x\u0323\u0307y", "\u1100\u1161", "\u212b", "=\u0338"),
]
WORDS = st.lists(
    st.sampled_from(WORDS_AS_TYPED),
    min_size=1,
    max_size=12,
).map(" ".join)


@given(WORDS, NAMES, st.data())
@settings(max_examples=200, deadline=None)
def test_where_no_markup_is_a_slice_folds_to_the_stream(
    text: str, name: str, data: st.DataObject
) -> None:
    manuscript = of(f"“{text}", name)
    [stream] = manuscript.streams
    assert stream.text == folded(f"“{text}")
    bounds = [match.start() for match in re.finditer(r"(?<!\S)|(?!\S)", stream.text)]
    start = data.draw(st.sampled_from(bounds))
    end = data.draw(st.sampled_from([each for each in bounds if each >= start]))
    raw = manuscript.raw(Place(stream.index, start, end))
    assert folded(raw) == folded(stream.text[start:end])


@given(CASES)
@settings(max_examples=300, deadline=None)
def test_emphasis_slices_to_the_text_between_its_markers(case: tuple[str, str]) -> None:
    text, name = case
    manuscript = try_read(text, name)
    for stream in manuscript.streams if manuscript else ():
        assert manuscript is not None
        for run in stream.emphasis:
            shown = stream.text[run.start : run.end]
            assert shown.strip()
            inside = manuscript.source_span(Place(stream.index, run.start, run.end))
            assert run.source.contains(inside)
            if name == "a.rtf":  # whose italics are turned on and off, not put in brackets
                continue
            assert len(run.source) > run.end - run.start or HIDDEN.search(shown)
            assert run.source.cut(manuscript.source)[0] in "*_<{[#\\"
            if name not in NESTED:
                assert run.source.cut(manuscript.source)[-1] in "*_>"
        for link in stream.hyperlinks:
            assert 0 <= link.start < link.end <= len(stream.text)
        for cited in stream.cited_keys:
            assert 0 <= cited.start <= cited.key_start < cited.key_end <= cited.end
            assert cited.end <= len(stream.text)
            assert cited.key in manuscript.source


@given(st.binary(max_size=200), NAMES)
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    manuscript = None
    with contextlib.suppress(UnreadableFileError):
        manuscript = read(data, name)
    assert manuscript is None or manuscript.source


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    "unit", ["word ", "*a ", "*a* ", "[a ", "_a ", "&", "<", "`", "^[", "\u0301"]
)
def test_one_huge_line_is_read(unit: str, name: str) -> None:
    assert of("Text " + unit * 4000, name).streams[0].text.startswith("Text ")
