"""Plain text as authors send it: paragraphs and emphasis."""

from __future__ import annotations

import pytest
from reading import body, emphasis

LONG = "The embassy reported every week, and every week the reports said the same thing again "
LONG_PARAGRAPH = LONG * 3 + "until the spring."

PARAGRAPHS = [
    ("One.\n\nTwo.\n", ["One.", "Two."]),
    ("One.\n\n\n \t\n\nTwo.", ["One.", "Two."]),
    ("The boats lay\nat Vlora until\nthe spring.\n", ["The boats lay at Vlora until the spring."]),
    # first-line indents, by spaces, a tab, a wide space
    (
        "   The boats lay\nat Vlora.\n   They were\ncounted twice.\n",
        ["The boats lay at Vlora.", "They were counted twice."],
    ),
    (
        "\tThe boats lay\nat Vlora.\n\tThey were\ncounted twice.\n",
        ["The boats lay at Vlora.", "They were counted twice."],
    ),
    (
        "The boats lay\nat Vlora.\n   They were\ncounted twice.\n",
        ["The boats lay at Vlora.", "They were counted twice."],
    ),
    # a quotation set in
    ("    He said that\n    nobody knew\n    why.\n", ["He said that nobody knew why."]),
    # one paragraph a line, as a word processor saves it
    (
        f"The boats\n{LONG_PARAGRAPH}\n{LONG_PARAGRAPH}\nShort end.\n",
        ["The boats", LONG_PARAGRAPH, LONG_PARAGRAPH, "Short end."],
    ),
    ("- one thing\n- another\n  thing\n", ["one thing", "another thing"]),
    ("• one thing\n• another\n", ["one thing", "another"]),
    ("Three things:\n1. one\n2. two\n", ["Three things:", "1. one", "2. two"]),
    # a wrapped line that begins with a number or a dash is no item
    (
        "He came on the\n12. The fleet was late by\n4 hours.\n",
        ["He came on the 12. The fleet was late by 4 hours."],
    ),
    ("He asked\n- as always\n- for boats.\n", ["He asked - as always - for boats."]),
    ("Two  words\u00a0and\u2009a third", ["Two words and a third"]),
    ("co\u00adope\u200bration", ["cooperation"]),
    ("\ufeffOne.\r\n\r\nTwo\r\nlines.\r\rThree.", ["One.", "Two lines.", "Three."]),
    ("page one ends\n\fand page two begins", ["page one ends and page two begins"]),
    ("Hồ Chí Minh và Lê Duẩn", ["Hồ Chí Minh và Lê Duẩn"]),
    ("Ho\u0302\u0300 Chi\u0301 Minh", ["Hồ Chí Minh"]),
    ("Андре\u0438\u0306 Громыко, е\u0308лка", ["Андре\u0439 Громыко, \u0451лка"]),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert body(text) == expected


EMPHASIS = [
    ("In *Rodina* he said", [("Rodina", "*Rodina*")]),
    ("In _Rodina_ he said", [("Rodina", "_Rodina_")]),
    ("In **Rodina** he said", [("Rodina", "**Rodina**")]),
    ("In ***Rodina*** he said", [("Rodina", "***Rodina***")]),
    ("(Selivanov 2014*a*, p. 3)", [("a", "*a*")]),
    ("In *Novaja\nistorija* he", [("Novaja istorija", "*Novaja\nistorija*")]),
    ("*“The End”*, he said", [("“The End”", "*“The End”*")]),
    ("5 * 3 and 3 * 5", []),
    ("5*3*2", []),
    ("Igor Ivanov* and Ilya Petrov*", []),
    ("Ivanov*, Petrov* and others", []),
    ("Ivanov **, Petrov ** and others", []),
    ("* The author thanks the archive", []),
    ("a snake_case_name here", []),
    ("__init__ is bold", [("init", "__init__")]),
    ("*one\n\ntwo*", []),
    ("_____. *Vepra*. T. 8.", [("Vepra", "*Vepra*")]),
]


@pytest.mark.parametrize(("text", "expected"), EMPHASIS)
def test_emphasis(text: str, expected: list[tuple[str, str]]) -> None:
    assert emphasis(text) == expected


SEEN_THROUGH = [
    ("In *Rodina* he", "In Rodina he"),
    ("In ***Rodina*** he", "In Rodina he"),
    ("5 * 3 = 15", "5 * 3 = 15"),
    ("snake_case_name", "snake_case_name"),
    ("Ivanov* and Petrov*", "Ivanov* and Petrov*"),
]


@pytest.mark.parametrize(("text", "expected"), SEEN_THROUGH)
def test_emphasis_is_seen_through(text: str, expected: str) -> None:
    assert body(text) == [expected]
