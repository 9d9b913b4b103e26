"""Works cited by key, in Markdown as Pandoc reads it."""

from __future__ import annotations

import pytest

from srccheck.citations import CiteKeyCitation
from srccheck.lint import read_apparatus
from srccheck.report.extract_json import extract

# The text after the sure citation that opens it, and (raw, key, volume, locator) of each key.
KEYS = [
    ("[@ames1999]", [("@ames1999", "ames1999", None, None)]),
    ("[see @ames1999, p. 3]", [("@ames1999, p. 3", "ames1999", None, "p. 3")]),
    (
        "[@ames1999, pp. 3-5, 8; see @bartov_84 12]",
        [
            ("@ames1999, pp. 3-5, 8", "ames1999", None, "pp. 3–5, 8"),
            ("@bartov_84 12", "bartov_84", None, "12"),
        ],
    ),
    ("[-@ames1999, t. 2, S. 7]", [("-@ames1999, t. 2, S. 7", "ames1999", "2", "S. 7")]),
    ("[@ames1999, С. 15–17]", [("@ames1999, С. 15–17", "ames1999", None, "С. 15–17")]),
    ("[@ames1999, {p. 3} and more]", [("@ames1999, {p. 3}", "ames1999", None, "p. 3")]),
    ("[@ames1999, and passim]", [("@ames1999", "ames1999", None, None)]),
    ("[@{http://e.org/a?b=c}, 3]", [("@{http://e.org/a?b=c}, 3", "http://e.org/a?b=c", None, "3")]),
    ("[@doi:10.1/a-b.c]", [("@doi:10.1/a-b.c", "doi:10.1/a-b.c", None, None)]),
    ("[@Иванов1999, с. 3]", [("@Иванов1999, с. 3", "Иванов1999", None, "с. 3")]),
    ("As @ames1999 [p. 3] says", [("@ames1999 [p. 3]", "ames1999", None, "p. 3")]),
    (
        "@ames1999 [p. 3; @bartov]",
        [("@ames1999 [p. 3", "ames1999", None, "p. 3"), ("@bartov", "bartov", None, None)],
    ),
    ("As @ames. And -@ito", [("@ames", "ames", None, None), ("-@ito", "ito", None, None)]),
    ("*see* [*@ames1999*, p.\n3]", [("*@ames1999*, p.\n3", "ames1999", None, "p. 3")]),
    ("mail a@b.org and [x]", []),
    ("[the @web](http://e.org/@me)", [("@web", "web", None, None)]),
    ("https://e.org/@me", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KEYS)
def test_keys(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    apparatus = read_apparatus(f"One [@first].\n\n{text}\n".encode(), "a.md")
    found = [each for each in extract(apparatus).citations if each["kind"] == "cite-key"]
    rows = [(each["raw"], each["key"], each["volume"], each["locator"]) for each in found]
    assert rows == [("@first", "first", None, None), *expected]


@pytest.mark.parametrize("text", ["Ask @somebody there.", "mail a@b.org [note]"])
def test_a_bare_name_alone_is_no_citation(text: str) -> None:
    assert read_apparatus(text.encode(), "a.md").citations == ()


def test_a_citation_ends_where_another_begins() -> None:
    text = "So [@ames1999, citing RGANI, f. 5, op. 49, d. 3, l. 7; @bartov, 12]."
    found = extract(read_apparatus(text.encode(), "a.md")).citations
    assert [(each["kind"], each["raw"]) for each in found] == [
        ("cite-key", "@ames1999"),
        ("archival", "RGANI, f. 5, op. 49, d. 3, l. 7"),
        ("cite-key", "@bartov, 12"),
    ]


def test_keys_in_one_bracket_are_one_group() -> None:
    text = "So [@ames; @bartov]. But [@ito].[^1]\n\n[^1]: @ames, and @ito [3].\n"
    citations = [each.citation for each in read_apparatus(text.encode(), "a.md").citations]
    assert all(isinstance(each, CiteKeyCitation) for each in citations)
    assert [each.group for each in citations] == [0, 0, 1, 2, 2]


def test_a_key_is_no_author_and_year() -> None:
    found = extract(read_apparatus(b"So [see @Westad:2005, p. 3; @x].", "a.md")).citations
    assert [(each["kind"], each["raw"]) for each in found] == [
        ("cite-key", "@Westad:2005, p. 3"),
        ("cite-key", "@x"),
    ]
