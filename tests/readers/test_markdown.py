"""Markdown as authors send it."""

from __future__ import annotations

import pytest
from reading import body, emphasis, entries, notes, of

from srccheck.text import Role, StreamKind

MD = "a.md"
AMES = "Ames, Ana. The Long Harbour. London: Verso, 1999."
BARTOV = "Bartov, Boris. The Short Quay. Tirana: 8 Nëntori, 1984."

BODY = [
    ("One\ntwo *three*.\n\nFour.", ["One two three.", "Four."]),
    ("**Bold** and `code` and ***both***", ["Bold and code and both"]),
    ("*A\nlong title*, 1999", ["A long title, 1999"]),
    ("*The **Great** Book*", ["The Great Book"]),
    ("5 * 3 and snake_case_name and d. 1/2", ["5 * 3 and snake_case_name and d. 1/2"]),
    (r"2008\*b\* and \[RGASPI\], f\. 17", ["2008*b* and [RGASPI], f. 17"]),
    (r"\_\_\_\_. Vepra", ["____. Vepra"]),
    ("AT&amp;T, f.&nbsp;17, op.&#160;3, co&shy;op", ["AT&T, f. 17, op. 3, coop"]),
    ("one&nbsp; two &nbsp; three", ["one two three"]),
    ("[the record](http://e.org/1) and <http://e.org/2>", ["the record and http://e.org/2"]),
    ("[the record][r] and [r]\n\n[r]: http://e.org/1\n", ["the record and r"]),
    ("hard  \nbreak and\\\nanother", ["hard break and another"]),
    ("hard  \r\nbreak and\\\r\nanother\r\n\r\nTwo\r\n", ["hard break and another", "Two"]),
    ("one\rtwo\r\rthree", ["one two", "three"]),
    ("> quoted *words*\n> go on\n\nand on", ["quoted words go on", "and on"]),
    ("- one\n- two\n  more\n\n1. three\n", ["one", "two more", "three"]),
    ("before <!-- not this --> after <i>it</i> H<sub>2</sub>O", ["before after it H2O"]),
    ("<!-- a comment\n\nof two -->\n\nText.", ["Text."]),
    ("<p>One &amp; two</p>\n", ["One & two"]),
    (
        "<table><tr><td>RGASPI</td><td>f. 17</td></tr></table>\n",
        ["RGASPI", "f. 17"],
    ),
    ("| a | b |\n|---|---|\n| *c* | RGASPI, f. 17 |\n", ["a", "b", "c", "RGASPI, f. 17"]),
    ("a | b\n--|--\nc | d\n", ["a", "b", "c", "d"]),
    ("---\ntitle: No\nauthor: one\n---\n\nText.", ["Text."]),
    ("---\r\ntitle: No\r\n---\r\n\r\nText.", ["Text."]),
    ('+++\ntitle = "No"\n+++\n\nText.', ["Text."]),
    ("\ufeff---\ntitle: No\n---\nText.", ["Text."]),
    ("Text.\n\n---\n\nMore.", ["Text.", "More."]),
    ("```\ncode f. 17\n```\n\nText.", ["Text."]),
    # indented prose is prose
    ("Text.\n\n    A paragraph\n    set in by hand.\n", ["Text.", "A paragraph set in by hand."]),
    ("::: {.abstract}\nText.\n:::\n", ["Text."]),
    ("![Figure 1. The quay (RGANI, f. 5)](a.png)\n", ["Figure 1. The quay (RGANI, f. 5)"]),
    ("Text ![icon](a.png) more", ["Text more"]),
    ("page ends\n\fpage begins", ["page ends page begins"]),
    ("Ho\u0302\u0300 Chi\u0301 Minh, e&#769;t", ["Hồ Chí Minh, ét"]),
    ("~~struck~~ H~2~O", ["~~struck~~ H~2~O"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODY)
def test_body(text: str, expected: list[str]) -> None:
    assert body(text, MD) == expected


EMPHASIS = [
    ("In *Rodina* he", [("Rodina", "*Rodina*")]),
    ("2008*b*", [("b", "*b*")]),
    ("**Bold *both***", [("Bold both", "**Bold *both***"), ("both", "*both*")]),
    ("*A\nlong title*", [("A long title", "*A\nlong title*")]),
    ("<i>It</i> is", [("It", "<i>It</i>")]),
    ("*a &amp; b*", [("a & b", "*a &amp; b*")]),
    ("x[^1]\n\n[^1]: In *Rodina*.", [("Rodina", "*Rodina*")]),
    ("x^[In *Rodina*.]", [("Rodina", "*Rodina*")]),
]


@pytest.mark.parametrize(("text", "expected"), EMPHASIS)
def test_emphasis(text: str, expected: list[tuple[str, str]]) -> None:
    assert emphasis(text, MD) == expected


NOTES = [
    ("x[^1] y[^2]\n\n[^1]: One.\n[^2]: Two.\n", [("1", ["One."]), ("2", ["Two."])]),
    (
        "x[^1]\n\n[^1]: One.\n\n    More of one.\n\n[^2]: Two.\n",
        [("1", ["One.", "More of one."]), ("2", ["Two."])],
    ),
    ("x[^1]\n\n[^1]: One\nlazily goes on.\n\nBody.", [("1", ["One lazily goes on."])]),
    ("x[^1]\n\n[^1]: One\n    goes on.\n", [("1", ["One goes on."])]),
    ("[^1]: One.\n\nx[^1]\n", [("1", ["One."])]),
    ("x\n\n[^9]: Nobody asks.\n", [("9", ["Nobody asks."])]),
    ("x[^1]\n\n[^1]: One.\n\n[^1]: One again.\n", [("1", ["One."]), ("1", ["One again."])]),
    ("x[^a-b]\n\n[^a-b]: One.\n", [("a-b", ["One."])]),
    ("x^[See *Rodina*, [RGASPI], f. 17.] y", [("1", ["See Rodina, [RGASPI], f. 17."])]),
    (
        "x^[One.] and^[Two [two],\nmore.]\n\nEnd.",
        [("1", ["One."]), ("2", ["Two [two], more."])],
    ),
    ("x^[1961. A year.]", [("1", ["1961. A year."])]),
    ("x^[See [the record](http://e.org), d.&nbsp;3.]", [("1", ["See the record, d. 3."])]),
    ("x[^1]\n\n[^1]:\n    One.\n", [("1", ["One."])]),
    ("x[^1]\n\n[^1]: - One.\n    - Two.\n", [("1", ["One.", "Two."])]),
    ("x[^1]\n\n[^1]: > Quoted.\n", [("1", ["Quoted."])]),
    ("x[^1]\r\n\r\n[^1]: One.\r\n[^2]: Two.\r\n", [("1", ["One."]), ("2", ["Two."])]),
    ("## Notes\n\n1. One.\n2. Two.\n", [("1", ["One."]), ("2", ["Two."])]),
    ("## Notes\n\n1. One.\n\n    More.\n\n2. Two.\n", [("1", ["One.", "More."]), ("2", ["Two."])]),
    ("## Notes\n\n[1] One.\n\n[2] Two.\n", [("1", ["One."]), ("2", ["Two."])]),
    ("## Notes\n\n[1] One.\n[2] Two.\n", [("1", ["One."]), ("2", ["Two."])]),
    ("## Notes\n\n¹ One.\n\n² Two.\n", [("1", ["One."]), ("2", ["Two."])]),
    ("## Notes\n\n\\[1\\] One.\n\n\\[2\\] Two.\n", [("1", ["One."]), ("2", ["Two."])]),
    (
        "## Notes\n\n- 1. One.\n- Two.\n- 3. Three.\n",
        [("1", ["One."]), ("2", ["Two."]), ("3", ["Three."])],
    ),
    ("## Notes\n\n1. One.\n1. Two.\n", [("1", ["One."]), ("1", ["Two."])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_notes(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert notes(text, MD) == expected


def test_text_in_html_is_text() -> None:
    text = (
        "<div>\nA *paragraph*\n</div>\n\n<p>\nOne\n</p>\nTwo.\n\n<table><tr><td>c</td></tr></table>"
    )
    [stream] = of(text, MD).streams
    rows = [(stream.text[each.start : each.end], each.role) for each in stream.paragraphs]
    assert rows == [
        ("A paragraph", Role.TEXT),
        ("One", Role.TEXT),
        ("Two.", Role.TEXT),
        ("c", Role.CELL),
    ]


@pytest.mark.parametrize("text", ["[^1]: # Head [^1] *b*\n", "[^1]: a\n\n    # b [^1]\n"])
def test_a_heading_in_a_note_is_read(text: str) -> None:
    assert of(f"x[^1]\n\n{text}", MD).format == "markdown"


def test_a_heading_in_html_begins_a_list() -> None:
    text = f"Text.\n\n<h2>References</h2>\n\n{AMES}\n\n<p>{BARTOV}</p>\n"
    assert entries(text, MD) == [AMES, BARTOV]


def test_inline_notes_leave_the_body() -> None:
    assert body("One^[See [x].] two.", MD) == ["One two."]
    assert body("One.^[See [x].]\n\nTwo.", MD) == ["One.", "Two."]


LISTS = [
    f"## References\n\n{AMES}\n\n{BARTOV}\n",
    f"References\n==========\n\n{AMES}\n\n{BARTOV}\n",
    f"**References**\n\n{AMES}\n\n{BARTOV}\n",
    f"**References:**\n\n{AMES}\n\n{BARTOV}\n",
    f"References\n\n{AMES}\n\n{BARTOV}\n",
    f"## References {{.unnumbered}}\n\n- {AMES}\n- {BARTOV}\n",
    f"## References\n\n1. {AMES}\n2. {BARTOV}\n",
    f"## References\n\n[1] {AMES}\n\n[2] {BARTOV}\n",
    f"## References\n{AMES}\n{BARTOV}\n",
    f"## References\n\n{AMES}\n---\n\n{BARTOV}\n",
    f"## 7. References\n{AMES}\\\n{BARTOV}\n",
    f"## References\n\n::: {{#refs}}\n{AMES}\n\n{BARTOV}\n:::\n",
    "## References\n\nAmes, Ana. The Long Harbour.\n    London: Verso, 1999.\n"
    "Bartov, Boris. The Short Quay.\n    Tirana: 8 Nëntori, 1984.\n",
    f"## References\n\n    {AMES}\n\n    {BARTOV}\n",
    f"## Bibliography\n\n### Archives\n\n{AMES}\n\n### Books\n\n{BARTOV}\n",
    f"## Bibliography\n\n### Unpublished sources\n\n{AMES}\n\n### Published works\n\n{BARTOV}\n",
    f"## Bibliography\n\n## Published works\n\n{AMES}\n\n## Other writings\n\n{BARTOV}\n",
    f"## Bibliography\n\n**Archives**\n\n{AMES}\n\n*Books*\n\n{BARTOV}\n",
    f"## Bibliography\n\n## Archives\n\n{AMES}\n\n## Books\n\n{BARTOV}\n",
    f"## References\n\n{AMES}\n\n{BARTOV}\n\n## Appendix\n\nBoats.\n",
    f"## References\n\n{AMES}\n\n{BARTOV}\n\n### About the author\n\nBoats.\n",
    f"## References\n\n{AMES}\n\n{BARTOV}\n\n## The next chapter\n\nBoats.\n",
    f"## References\n\n{AMES}\n\n{BARTOV}\n\n## Notes\n\n1. One.\n",
    f"## Notes\n\n1. One.\n\n## References\n\n{AMES}\n\n{BARTOV}\n",
]


@pytest.mark.parametrize("text", LISTS)
def test_lists(text: str) -> None:
    assert entries(text, MD) == [AMES, BARTOV]


DASHES = ["——. Vepra. 1982.", "---. Vepra. 1982.", "-----. Vepra. 1982.", "———, ed. Vepra. 1982."]


@pytest.mark.parametrize("entry", [*DASHES, "_____. Vepra. 1982.", "— . Vepra. 1982."])
def test_dashes_for_a_repeated_author_are_kept(entry: str) -> None:
    assert entries(f"## References\n\n{AMES}\n\n{entry}\n", MD) == [AMES, entry]
    assert entries(f"## References\n\n- {AMES}\n- {entry}\n", MD) == [AMES, entry]


@pytest.mark.parametrize("text", ["Sources differ.", "**Notes** were taken.", "*Sources* differ"])
def test_words_in_running_text_are_no_headings(text: str) -> None:
    assert body(f"{text}\n\n1. One\n", MD) == [text.replace("*", ""), "One"]


def test_roles_and_links() -> None:
    [stream] = of("# Title\n\n> Quoted [record](http://e.org)\n\n- item\n", MD).streams
    roles = [(each.role, each.level) for each in stream.paragraphs]
    assert roles == [(Role.HEADING, 1), (Role.QUOTE, 0), (Role.ITEM, 0)]
    [link] = stream.hyperlinks
    assert (stream.text[link.start : link.end], link.url) == ("record", "http://e.org")


@pytest.mark.parametrize("text", [">" * 3000 + " deep", "[" * 3000 + "deep", "*" * 3001 + "deep"])
def test_deep_nesting_is_read(text: str) -> None:
    manuscript = of(text, MD)
    assert manuscript.format == "markdown"
    assert "deep" in manuscript.streams[0].text


def test_the_marks_of_notes_keep_their_places() -> None:
    text = "One[^a] *two*,[^2] three.\n\nFour.[^3]\n\n[^a]: A.\n[^2]: B.\n\n[^3]: C.\n"
    (stream,) = of(text, MD).of_kind(StreamKind.BODY)
    assert stream.text == "One two, three.\nFour."
    assert [(stream.text[:at][-4:], label) for at, label in stream.note_marks] == [
        ("One", "a"),
        ("two,", "2"),
        ("our.", "3"),
    ]
