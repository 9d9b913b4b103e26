"""Typst as authors write it."""

from __future__ import annotations

import pytest
from reading import body, emphasis, entries, notes, of

from srccheck.text import Place, Role

TYPST = "a.typ"

BODY = [
    ("One\ntwo _three_.\n\nFour *five*.", ["One two three.", "Four five."]),
    ("f.~17, 104--5 --- so... yes", ["f. 17, 104–5 — so… yes"]),
    ("One // no\ntwo /* no\nno */ three", ["One two three"]),
    (r"\#5 \* a\_b \u{e9}t\u{e9} \@x", ["#5 * a_b été @x"]),
    ("= Title\nText\n== More\nEnd", ["Title", "Text", "More", "End"]),
    ("- one\n- two\n  more\n+ three\nText", ["one", "two more", "three", "Text"]),
    ("#set page(\n  width: 3cm,\n)\n#import \"a.typ\": *\nText", ["Text"]),
    ("#emph[a] #strong[b] #underline[c] #smallcaps[RGASPI]", ["a b c RGASPI"]),
    ("#quote[Said] and #link(\"http://e.org\")[r] #link(\"http://e.org/b\")",
     ["“Said” and r http://e.org/b"]),
    ("see https://e.org/a_b//c. Then", ["see https://e.org/a_b//c. Then"]),
    ("snake_case 5*3 `raw` <label> $1/2$", ["snake_case 5*3 raw 1/2"]),
    ("```\ncode\n``` Text [a [b]] ]", ["Text [a [b]] ]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODY)
def test_body(text: str, expected: list[str]) -> None:
    assert body(text, TYPST) == expected


def test_notes() -> None:
    text = "= Head#footnote[One.]\nText#footnote[Two _a_ [b].\n\nMore.] goes on."
    assert notes(text, TYPST) == [("1", ["One."]), ("2", ["Two a [b].", "More."])]
    assert body(text, TYPST) == ["Head", "Text goes on."]


def test_emphasis_and_roles() -> None:
    assert emphasis("In _Rodina_ and #emph[b]", TYPST) == [
        ("Rodina", "_Rodina_"),
        ("b", "#emph[b]"),
    ]
    [stream] = of("== Title\n- item\n", TYPST).streams
    roles = [(each.role, each.level) for each in stream.paragraphs]
    assert roles == [(Role.HEADING, 2), (Role.ITEM, 0)]


KEYS = [
    ("@ames1999", [("@ames1999", "ames1999", "")]),
    ("@a:b-c[p. 3].", [("@a:b-c[p. 3]", "a:b-c", "p. 3")]),
    ("#cite(<ames>, supplement: [12])", [("#cite(<ames>, supplement: [12])", "ames", "12")]),
    ("#cite(<ames>, form: \"prose\")", [("#cite(<ames>, form: \"prose\")", "ames", "")]),
    ("mail a@b.org \\@x", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KEYS)
def test_keys(text: str, expected: list[tuple[str, str, str]]) -> None:
    manuscript = of(f"Text {text} end", TYPST)
    stream = manuscript.streams[0]
    assert [
        (manuscript.raw(Place(0, each.start, each.end)), each.key, each.note.cut(stream.text))
        for each in stream.cited_keys
    ] == expected


def test_lists() -> None:
    text = '== References\n\nAmes, Ana. _Long_. 1999.\n\nBartov, B. 1984.\n#bibliography("a.bib")'
    assert entries(text, TYPST) == ["Ames, Ana. Long. 1999.", "Bartov, B. 1984."]
    assert of(text, TYPST).bibliographies == ("a.bib",)
    several = '#bibliography(("a.bib", "b.yml"), style: "apa")\nText'
    assert of(several, TYPST).bibliographies == ("a.bib", "b.yml")


@pytest.mark.parametrize("unit", ["[", "]", "*", "_", "#footnote[", "#emph[", "/*", "$", "#set x("])
def test_much_of_one_thing_is_read(unit: str) -> None:
    assert of("Text " + unit * 3000, TYPST).format == "typst"
