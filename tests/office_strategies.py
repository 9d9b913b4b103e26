"""Word files of every shape, for laws that hold for all of them."""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st

from office_factory import docx, field, foot, h, i, p, r

WORDS = [
    "Слово",
    "e\u0301",
    "и\u0306од",
    "Ho\u0302\u0300",
    "f.\u00a017",
    "co\u00adop",
    "  ",
    "12",
    "½",
]
TEXT = st.one_of(st.sampled_from(WORDS), st.text("abc Я\n\u200b\u0301", max_size=6))
ODD = [
    "<w:r><w:tab/></w:r>",
    "<w:r><w:noBreakHyphen/><w:t>x</w:t><w:br/></w:r>",
    '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>',
    field(" PAGE ", "7"),
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    foot(1),
]
RUN = st.one_of(
    TEXT.map(lambda text: r(escape(text))),
    TEXT.map(lambda text: i(escape(text))),
    st.sampled_from(ODD),
)
PARAGRAPH = st.builds(
    lambda runs, properties: p(*runs, properties=properties),
    st.lists(RUN, max_size=6),
    st.sampled_from(["", "", '<w:rPr><w:del w:id="1"/></w:rPr>', '<w:outlineLvl w:val="0"/>']),
)
HEADINGS = [h("References"), h("Notes"), p("1. Ames 1999. "), p("Ames, Ana. Title. 1999.")]
BODY = st.lists(st.one_of(PARAGRAPH, st.sampled_from(HEADINGS)), max_size=8)


def made(body: list[str]) -> bytes:
    """Give a Word file with a body drawn from BODY."""
    return docx(*body, footnotes={1: p("A ", i("note"), ".")})
