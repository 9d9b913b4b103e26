"""Bibliographies in files of their own: given by the run, or named by the manuscript."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run
from srccheck.bibliographies import Bibliographies
from srccheck.errors import UnreadableFileError
from srccheck.lint import LintResult, Settings, lint
from srccheck.readers.markdown_text import named_bibliographies

BIB = """\
@book{westad2005,
  ids = {westad},
  author = {Westad, Odd Arne},
  title = {The Global Cold War},
  date = {2005},
}
@article{kramer1999,
  author = {Kramer, Lena}, title = {The Reading Room}, journal = {Archives}, year = 1999,
}
"""
TEXT = "One thing [@westad, p. 3] and another [@kramer1998], and a third [@unheard:of].\n"


def checked(text: str, path: Path, *given: Path) -> LintResult:
    path.write_text(text, encoding="utf-8")
    lists = Bibliographies(tuple(map(str, given)))
    return lint(text.encode(), str(path), Settings(bibliographies=lists))


def codes(result: LintResult) -> list[tuple[str, str]]:
    return [(each.code, each.raw) for each in result.diagnostics]


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    return path


def test_cite_keys_are_looked_up_in_a_given_file(tmp_path: Path, bib: Path) -> None:
    result = checked(TEXT, tmp_path / "a.md", bib)
    assert codes(result) == [("CIT001", "@kramer1998"), ("CIT001", "@unheard:of")]
    near, far = result.diagnostics
    (related,) = near.related
    assert (related.path, related.excerpt[:19]) == (str(bib), "@article{kramer1999")
    assert far.related == ()


def test_an_entry_nothing_cites_is_told_in_its_own_file(tmp_path: Path, bib: Path) -> None:
    result = checked("It is so [@westad2005, p. 3].\n", tmp_path / "a.md", bib)
    (found,) = result.diagnostics
    assert (found.code, found.severity.value, found.path) == ("CIT004", "info", str(bib))
    assert (found.raw, found.location.line) == ("kramer1999", 7)


def test_names_and_years_are_looked_up_too(tmp_path: Path, bib: Path) -> None:
    result = checked("So (Westad 2005, p. 3; Kramer 1998).\n", tmp_path / "a.md", bib)
    assert codes(result) == [("CIT002", "Kramer 1998")]


def test_letters_after_a_year_are_the_styles(tmp_path: Path, bib: Path) -> None:
    another = BIB[: BIB.index("@article")].replace("westad", "w").replace("The Global", "Another")
    bib.write_text(BIB + another, encoding="utf-8")
    result = checked(
        "So (Westad 2005a, p. 3; Westad 2005b; Westad 2005c).\n", tmp_path / "a.md", bib
    )
    assert [each for each in codes(result) if each[0] != "CIT004"] == [("CIT006", "Westad 2005c")]


def test_a_list_of_its_own_goes_before_a_bib(tmp_path: Path, bib: Path) -> None:
    entry = "Westad, Odd Arne. *The Global Cold War*. 2005."
    text = f"So (Westad 2005, p. 3).\n\n## References\n\n{entry}\n"
    assert codes(checked(text, tmp_path / "a.md", bib)) == []


def test_a_file_that_the_manuscript_names_is_found_beside_it(tmp_path: Path, bib: Path) -> None:
    text = f"---\ntitle: A\nbibliography: refs.bib\n---\n\n{TEXT}"
    assert codes(checked(text, tmp_path / "a.md")) == [
        ("CIT001", "@kramer1998"),
        ("CIT001", "@unheard:of"),
    ]
    gone = checked(text.replace("refs.bib", "gone.bib"), tmp_path / "a.md")
    assert [each.code for each in gone.diagnostics] == ["SRC002"]
    assert "gone.bib: not read" in gone.diagnostics[0].message
    assert [each.code for each in lint(text.encode(), "a.md").diagnostics] == ["SRC002"]
    absolute = checked(text.replace("refs.bib", str(bib)), tmp_path / "a.md")
    assert [each.code for each in absolute.diagnostics] == ["SRC002"]


@pytest.mark.parametrize(
    ("nocite", "uncited"),
    [("", ["kramer1999"]), (r"\nocite{kramer1999}", []), (r"\nocite{*}", [])],
)
def test_tex_names_its_bibliography_and_what_it_lists_uncited(
    tmp_path: Path, bib: Path, nocite: str, uncited: list[str]
) -> None:
    text = rf"""\documentclass{{article}}
\begin{{document}}
One thing \autocite[3]{{westad2005}}, another \cite{{gone}}.{nocite}
\bibliography{{{bib.stem}}}
\end{{document}}
"""
    result = checked(text, tmp_path / "a.tex")
    assert [each.raw for each in result.diagnostics if each.code == "CIT004"] == uncited
    assert [each.raw for each in result.diagnostics if each.code == "CIT001"] == ["gone"]


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("bibliography: refs.bib", ("refs.bib",)),
        ("bibliography: 'my refs.bib' # all of them", ("my refs.bib",)),
        ('bibliography: [a.bib, "b.json"]', ("a.bib", "b.json")),
        ("bibliography:\r\n  - a.bib\r\n  - b.bib", ("a.bib", "b.bib")),
        ("title: bibliography: refs.bib", ()),
        ("bibliography:", ()),
    ],
)
def test_front_matter(front: str, names: tuple[str, ...]) -> None:
    assert named_bibliographies(f"---\n{front}\n---\n\nText.\n") == names
    assert named_bibliographies(f"Text.\n\n{front}\n") == ()


def test_what_is_no_bibliography_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "a.txt"
    other.write_text("text", encoding="utf-8")
    for path, message in ((other, "no bibliography"), (tmp_path / "gone.bib", "cannot be read")):
        with pytest.raises(UnreadableFileError, match=message):
            Bibliographies((str(path),)).check()


def test_the_commands_take_bib(srccheck: Run, tmp_path: Path, bib: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    ended = srccheck("lint", "a.md", "--bib", bib, "-f", "concise")
    assert (ended.code, ended.out.count("CIT001")) == (1, 2)
    extracted = json.loads(srccheck("extract", "a.md", "--bib", "refs.bib").out)
    assert [each["resolves_to"] for each in extracted["citations"]] == ["westad2005", None, None]
    assert [(each["key"], each["path"]) for each in extracted["entries"]] == [
        ("westad2005", "refs.bib"),
        ("kramer1999", "refs.bib"),
    ]
    missing = srccheck("lint", "a.md", "--bib", "gone.bib")
    assert missing.code == 2
    assert "gone.bib" in missing.err
    assert "Traceback" not in missing.err


def test_what_is_wrong_in_a_shared_bib_is_told_once(srccheck: Run, tmp_path: Path) -> None:
    """Each of two manuscripts cites one entry; nobody cites the third; it lacks a comma."""
    (tmp_path / "refs.bib").write_text(
        "@book{a, author={Ames, Ana}, title={The Archive of Dreams}, year=1999}\n"
        "@book{b, author={Bell, Bo}, title={The Archive of Sleep}, year=1998}\n"
        "@book{c, author={Carver, Cy}, title={Zed} year=1997}\n",
        encoding="utf-8",
    )
    for name, key in (("one.md", "a"), ("two.md", "b")):
        (tmp_path / name).write_text(
            f"---\nbibliography: refs.bib\n---\n\nText [@{key}].\n", encoding="utf-8"
        )
    expected = [("refs.bib:3:41", "REF012"), ("refs.bib:3:7", "CIT004")]
    for paths in (["one.md", "two.md"], ["."]):
        out = srccheck("lint", *paths, "-f", "concise").out.splitlines()
        found = [(line.split(": ")[0], line.split(" ")[1]) for line in out]
        assert sorted(found) == expected, paths


def test_a_member_of_an_entry_set_is_cited_by_both_keys(tmp_path: Path, bib: Path) -> None:
    """Biber names it so: the set, a hyphen, the member."""
    bib.write_text(BIB + "@book{both, title = {Both}, date = {2005}}", encoding="utf-8")
    result = checked("So [@both; @both-kramer1999; @both-none].\n", tmp_path / "a.md", bib)
    assert [each for each in codes(result) if each[0] == "CIT001"] == [("CIT001", "@both-none")]


def test_a_key_may_stand_in_a_bibliography_that_was_not_read(tmp_path: Path, bib: Path) -> None:
    text = (
        "---\nbibliography: [refs.bib, gone.bib]\n---\n\nSo [@westad2005; @kramer1999; @other].\n"
    )
    assert codes(checked(text, tmp_path / "a.md")) == [("SRC002", "@other")]
    given = bib.rename(tmp_path / "given.bib")
    assert codes(checked(text, tmp_path / "a.md", given)) == [("CIT001", "@other")]
