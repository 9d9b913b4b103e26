"""What a heading says of the section under it."""

from __future__ import annotations

import pytest

from srccheck.text.sections import Section, section_of

ROWS = [
    ("References", Section.REFERENCES),
    ("  7.2 references: ", Section.REFERENCES),
    ("Sources and the State", Section.BODY),
    ("Notes on a Scandal", Section.BODY),
    ("A Note on Sources", Section.BODY),
    ("Литература и революция", Section.BODY),
    ("Источники и методы", Section.BODY),
    ("Bibliographic essay", Section.BODY),
    ("Примечания и комментарии", Section.NOTES),
    ("Endnotes", Section.NOTES),
    ("", Section.BODY),
    ("1991", Section.BODY),
]


@pytest.mark.parametrize(("heading", "expected"), ROWS)
def test_sections(heading: str, expected: Section) -> None:
    assert section_of(heading) is expected
