"""CIT018: its cases are Word files, which a list of texts cannot hold."""

from __future__ import annotations

import json

import pytest

from office_factory import docx, field, foot, h, p, r
from srccheck.lint import Settings, lint

ENTRY = "Ames, Ana. Title. London: Harrow, 1999."


def zotero(shown: str, written: str | None, *, year: int = 1999, manual: bool = False) -> str:
    """Give a field of Zotero's: what it shows, and what its data say."""
    properties: dict[str, object] = {"dontUpdate": True} if manual else {}
    if written is not None:
        properties["plainCitation"] = written
    work = {"author": [{"family": "Ames"}], "issued": {"date-parts": [[year]]}, "title": "Title"}
    data = {"properties": properties, "citationItems": [{"itemData": work}]}
    code = f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(data)} "
    return field(code.replace("&", "&amp;").replace("<", "&lt;"), shown)


def found(*fields: str, notes: dict[int, str] | None = None) -> list[tuple[str, str, str]]:
    """Give raw text, message and place of the findings in paragraphs with these fields."""
    body = [p("He said so ", each, ", too.") for each in fields]
    data = docx(*body, h("References"), p(ENTRY), footnotes=notes)
    diagnostics = lint(data, "a.docx", Settings(select=("CIT018",))).diagnostics
    return [(each.raw, each.message, each.where) for each in diagnostics]


@pytest.mark.parametrize(
    "content",
    [
        zotero("(Ames 1999)", "(Ames 1999)"),
        zotero("(Ames\u00a01999)", " (Ames 1999) "),
        zotero("“Title,” 12–15", '"Title," 12-15'),
        zotero(r("1", '<w:vertAlign w:val="superscript"/>'), "1"),
        zotero("(Ames [1871] 1999)", None),
        zotero("(see Ames 1999)", "(Ames 1999)", manual=True),
        zotero("(forthcoming)", None),
        zotero("(Boyle 1998)", None),  # no name of ours: the text is all the author's own
        field(" REF x ", "(Ames 1998)"),
    ],
)
def test_nothing_is_wrong(content: str) -> None:
    assert found(content) == []


@pytest.mark.parametrize(
    ("content", "raw", "message"),
    [
        (
            zotero("(Ames 1998)", "(Ames 1999)"),
            "(Ames 1998)",
            "changed by hand: “1998)” where Zotero wrote “1999)”",
        ),
        (
            zotero("(Ames 1999) as I say", "(Ames 1999)"),
            "(Ames 1999) as I say",
            "changed by hand: “1999) as I say” where Zotero wrote “1999)”",
        ),
        (
            zotero("(Ames 1998)", None),
            "(Ames 1998)",
            "Ames 1998: Zotero's data have Ames 1999",
        ),
        (
            zotero("(Ames 1998)", "(Ames 1999)", manual=True),
            "(Ames 1998)",
            "Ames 1998: Zotero's data have Ames 1999",
        ),
    ],
)
def test_what_is_stale(content: str, raw: str, message: str) -> None:
    assert found(content) == [(raw, message, "¶ 1")]


def test_in_a_note() -> None:
    content = zotero("Ames, Title, 13", "Ames, Title, 12")
    [(raw, message, where)] = found(foot(2), notes={2: p("See ", content, ".")})
    assert (raw, where) == ("Ames, Title, 13", "note 1, ¶ 2")
    assert message == "changed by hand: “13” where Zotero wrote “12”"
