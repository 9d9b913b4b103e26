"""Plain text as authors send it: notes."""

from __future__ import annotations

import pytest
from reading import body, notes

TWO = [("1", ["See Ames."]), ("2", ["Ibid."])]
SAME = [
    "1. See Ames.\n2. Ibid.\n",
    "1. See Ames.\n\n2. Ibid.\n",
    "- 1. See Ames.\n- 2. Ibid.\n",
    "[1] See Ames.\n[2] Ibid.\n",
    "[1]. See Ames.\n[2]. Ibid.\n",
    "1) See Ames.\n2) Ibid.\n",
    "(1) See Ames.\n(2) Ibid.\n",
    "¹ See Ames.\n² Ibid.\n",
    "¹See Ames.\n\n²Ibid.\n",
    "1 See Ames.\n2 Ibid.\n",
    "1\tSee Ames.\n2\tIbid.\n",
    "[^1]: See Ames.\n[^2]: Ibid.\n",
    "1.See Ames.\n2.Ibid.\n",
    "  1. See\n     Ames.\n  2. Ibid.\n",
    "1. See\nAmes.\n2. Ibid.\n",
    "\t1. See\nAmes.\n\t2. Ibid.\n",
]


@pytest.mark.parametrize("text", SAME)
def test_notes_in_every_layout(text: str) -> None:
    assert notes(f"The text.\n\nNotes\n\n{text}") == TWO
    assert notes(f"The text.\n\nNotes\n{text}") == TWO


ROWS = [
    # an item that lost its number, the one that is missing
    (
        "- 1. One.\n- Two lost it.\n- 3. Three.\n",
        [("1", ["One."]), ("2", ["Two lost it."]), ("3", ["Three."])],
    ),
    # an item that is the rest of the note before
    (
        "- 1. One says,\n\n- and goes on.\n- 2. Two.\n",
        [("1", ["One says,", "and goes on."]), ("2", ["Two."])],
    ),
    # several paragraphs
    (
        "1. One.\n\nMore of one.\n\n2. Two.\n",
        [("1", ["One.", "More of one."]), ("2", ["Two."])],
    ),
    # a wrapped line that begins with a number
    (
        "1. He came in\n1961. It was cold.\n2. Two, on\n12. The rest.\n",
        [("1", ["He came in 1961. It was cold."]), ("2", ["Two, on 12. The rest."])],
    ),
    (
        "1. One.\n\n1961 was a cold year.\n\n2. Two.\n",
        [("1", ["One.", "1961 was a cold year."]), ("2", ["Two."])],
    ),
    (
        "1 One.\n\n12 August was cold.\n\n2 Two.\n",
        [("1", ["One.", "12 August was cold."]), ("2", ["Two."])],
    ),
    # what an editor must see stays
    ("1. One.\n2. Two.\n2. Two again.\n4. Four.\n", [("1", 0), ("2", 0), ("2", 0), ("4", 0)]),
    ("1. One.\n3. Three.\n2. Two.\n", [("1", 0), ("3", 0), ("2", 0)]),
    # chapters count anew
    ("1. One.\n2. Two.\n\nChapter Two\n\n1. One.\n2. Two.\n", [("1", 0), ("2", 0)] * 2),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_notes(text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = notes(f"The text.\n\nNotes\n\n{text}")
    if not isinstance(expected[0][1], list):
        assert [label for label, _ in found] == [label for label, _ in expected]
    else:
        assert found == expected


def test_a_file_that_is_only_notes() -> None:
    assert notes("NOTES\n1. See Ames.\n2. Ibid.") == TWO
    assert body("NOTES\n1. See Ames.\n2. Ibid.") == []


def test_definitions_without_a_heading() -> None:
    text = "The text.[^1]\n\n[^1]: See Ames.\n\n[^2]: Ibid.\n"
    assert notes(text) == TWO
