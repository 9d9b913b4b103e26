"""``srccheck lint refs.bib``: what the manuscripts beside it cite, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run

BIB = """\
@book{ames, author = {Ames, Ana}, title = {The Archive of Dreams}, date = {1999}}

@book{bell, author = {Bell, Bo}, title = {The Archive of Sleep}, date = {1998}}

@book{carver, author = {Carver, Cy}, title = {The Reading Room}, date = {1997}}
"""
TEX = r"""\documentclass{article}
\begin{document}
One \cite{ames}, another \cite{gone}.
\bibliography{refs}
\end{document}
"""
MARKDOWN = "---\nbibliography: refs.bib\n---\n\nOne [@ames], another [@gone].\n"
TYPST = '= One\n\nSo @ames and @gone and @fig.\n\n#rect() <fig>\n\n#bibliography("refs.bib")\n'


def written(folder: Path, **files: str) -> None:
    """Write files, whose names have __ for a dot and ___ for a slash."""
    for name, text in files.items():
        path = folder / name.replace("___", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(srccheck: Run, *arguments: str) -> list[tuple[str, str]]:
    """Give place and code of what is reported, but for lists that are not there (SRC002)."""
    ended = srccheck("lint", "-f", "concise", *arguments)
    assert "Traceback" not in ended.err
    lines = [line for line in ended.out.splitlines() if line]
    every = [(line.split(": ")[0], line.split(": ")[1].split()[0]) for line in lines]
    return [each for each in every if each[1] != "SRC002"]


BELL, CARVER = ("refs.bib:3:7", "CIT004"), ("refs.bib:5:7", "CIT004")


@pytest.mark.parametrize(
    ("name", "text", "gone"),
    [
        ("a__tex", TEX, "a.tex:3:32"),
        ("a__md", MARKDOWN, "a.md:5:23"),
        ("a__qmd", MARKDOWN, "a.qmd:5:23"),
        ("a__typ", TYPST, "a.typ:3:15"),
    ],
)
def test_the_users_of_a_bib_are_found_beside_it(
    srccheck: Run, tmp_path: Path, name: str, text: str, gone: str
) -> None:
    written(tmp_path, refs__bib=BIB, **{name: text})
    assert found(srccheck, "refs.bib") == [BELL, CARVER, (gone, "CIT001")]
    assert sorted(found(srccheck, ".")) == sorted([BELL, CARVER, (gone, "CIT001")])
    assert sorted(found(srccheck, "refs.bib", name.replace("__", "."))) == sorted(
        [BELL, CARVER, (gone, "CIT001")]
    )


def test_without_a_user_nothing_is_said(srccheck: Run, tmp_path: Path) -> None:
    other = TEX.replace("{refs}", "{other}")
    written(tmp_path, refs__bib=BIB, other__bib=BIB, a__tex=other, b__md="So [@ames; @gone].\n")
    assert found(srccheck, "refs.bib") == []


def test_what_any_user_cites_is_cited(srccheck: Run, tmp_path: Path) -> None:
    written(tmp_path, refs__bib=BIB, a__tex=TEX, b__md=MARKDOWN.replace("ames", "bell"))
    expected = [CARVER, ("a.tex:3:32", "CIT001"), ("b.md:5:23", "CIT001")]
    assert found(srccheck, "refs.bib") == expected
    # of a manuscript that is linted itself, only its own run tells what it lacks
    assert sorted(found(srccheck, "a.tex", "refs.bib")) == sorted(expected)
    assert sorted(found(srccheck, ".")) == sorted(expected)


@pytest.mark.parametrize(
    "more",
    [
        r"\nocite{*}",
        r"\input{unwritten}",
        r"\nocite{bell,carver}",
        r"\input{parts/one}",
        r"\citeauthor{bell}\footfullcite{carver}",
    ],
)
def test_entries_that_may_be_printed_are_not_uncited(
    srccheck: Run, tmp_path: Path, more: str
) -> None:
    one = r"So \cite{bell} and \cite{carver}."
    written(tmp_path, refs__bib=BIB, a__tex=TEX.replace("One", f"{more} One"), parts___one__tex=one)
    codes = [code for place, code in found(srccheck, "refs.bib") if place.startswith("refs")]
    assert codes == []


@pytest.mark.parametrize("nocite", ["nocite: '@*'", "nocite: |\n  @bell,\n  @carver"])
def test_front_matter_may_list_what_is_not_cited(
    srccheck: Run, tmp_path: Path, nocite: str
) -> None:
    text = MARKDOWN.replace("---\n", f"---\n{nocite}\n", 1)
    written(tmp_path, refs__bib=BIB, a__md=text)
    assert [code for _, code in found(srccheck, "refs.bib")] == ["CIT001"]


def test_typst_may_list_all_or_leave_a_file_unread(srccheck: Run, tmp_path: Path) -> None:
    whole = TYPST.replace('"refs.bib"', '"refs.bib", full: true')
    written(tmp_path, refs__bib=BIB, a__typ=whole)
    assert [code for _, code in found(srccheck, "refs.bib")] == ["CIT001"]
    written(tmp_path, a__typ=TYPST.replace("So", '#include "one.typ"\n\nSo'))
    assert found(srccheck, "refs.bib") == []


def test_what_a_cited_entry_points_to_is_cited(srccheck: Run, tmp_path: Path) -> None:
    pointing = """\
@incollection{ames, author = {Ames, Ana}, title = {Dreams}, crossref = {bell}}
@collection{bell, editor = {Bell, Bo}, title = {Sleep}, date = {1998}, publisher = {Press},
  related = {carver}, ids = {old}}
@book{carver, author = {Carver, Cy}, title = {The Reading Room}, date = {1997}}
@set{gone, entryset = {dunn, eyre}}
@book{dunn, author = {Dunn, Di}, title = {Nights}, date = {1996}}
@book{eyre, author = {Eyre, Ed}, title = {Days}, date = {1995}}
"""
    written(tmp_path, refs__bib=pointing, a__tex=TEX)
    assert found(srccheck, "refs.bib") == []
    written(tmp_path, a__tex=TEX.replace("{ames}", "{old}"))
    assert [place for place, _ in found(srccheck, "refs.bib")] == ["refs.bib:1:15"]


def test_a_bib_in_a_folder_of_its_own_is_named_from_above(srccheck: Run, tmp_path: Path) -> None:
    written(tmp_path, bib___refs__bib=BIB, a__tex=TEX.replace("{refs}", "{bib/refs}"))
    expected = [("bib/refs.bib:3:7", "CIT004"), ("bib/refs.bib:5:7", "CIT004")]
    assert found(srccheck, "bib/refs.bib") == [*expected, ("a.tex:3:32", "CIT001")]
    below = TEX.replace("{refs}", "{../bib/refs}").replace("ames", "bell")
    written(tmp_path, bib___b__tex=below)
    assert expected[1] in found(srccheck, "bib/refs.bib")
    assert expected[0] not in found(srccheck, "bib/refs.bib")


def test_the_file_that_names_it_may_be_included(srccheck: Run, tmp_path: Path) -> None:
    main = TEX.replace("\\begin", "\\input{setup}\n\\begin").replace("\\bibliography{refs}", "")
    written(tmp_path, refs__bib=BIB, a__tex=main, setup__tex="\\addbibresource{refs.bib}\n")
    assert found(srccheck, "refs.bib") == [BELL, CARVER, ("a.tex:4:32", "CIT001")]


def test_the_only_bib_is_used_by_those_that_name_none(srccheck: Run, tmp_path: Path) -> None:
    """Where most of the keys stand in it: pandoc is told its bibliography elsewhere."""
    written(tmp_path, refs__bib=BIB, one__md="So [@ames; @bell; @gone].\n", two__md="[@other]\n")
    assert found(srccheck, "refs.bib") == [CARVER, ("one.md:1:19", "CIT001")]
    assert sorted(found(srccheck, ".")) == [("one.md:1:19", "CIT001"), CARVER]
    written(tmp_path, more__bib="@book{x, title = {X}, date = {1990}}\n")
    assert found(srccheck, "refs.bib") == []


def test_chapters_that_name_none_cite_too(srccheck: Run, tmp_path: Path) -> None:
    """The first file of a bookdown book names two lists, the others none."""
    index = MARKDOWN.replace("refs.bib", "[refs.bib, more.bib]").replace(", another [@gone]", "")
    more = "@book{x, title = {X}, date = {1990}}\n"
    written(tmp_path, refs__bib=BIB, more__bib=more, index__Rmd=index, one__Rmd="So [@bell; @x].\n")
    for arguments in (["refs.bib"], ["refs.bib", "more.bib"], ["."]):
        assert found(srccheck, *arguments) == [CARVER], arguments


def test_marks_of_quarto_and_of_crossref_are_no_keys(srccheck: Run, tmp_path: Path) -> None:
    text = MARKDOWN.replace("[@gone]", "@fig-map, @sec-one [@fig:map; @tbl:one]")
    written(tmp_path, refs__bib=BIB, a__qmd=text)
    assert found(srccheck, "refs.bib") == [BELL, CARVER]


def test_comments_and_settings_hold(srccheck: Run, tmp_path: Path) -> None:
    kept = BIB.replace("@book{bell", "% srccheck: ignore[CIT004]\n@book{bell")
    written(
        tmp_path, refs__bib=kept, a__tex=TEX.replace("gone}.", "gone}. % srccheck: ignore[CIT001]")
    )
    assert found(srccheck, "refs.bib") == [("refs.bib:6:7", "CIT004")]
    idle = BIB.replace("@book{ames", "% srccheck: ignore[CIT004]\n@book{ames")
    written(tmp_path, refs__bib=idle)
    assert ("refs.bib:1:1", "SRC003") in found(srccheck, "refs.bib")
    (tmp_path / "a.tex").unlink()
    assert found(srccheck, "refs.bib") == []
    written(tmp_path, refs__bib=BIB, a__tex=TEX)
    off = '[[ignore]]\nrule = "CIT004"\npath = "refs.bib"\nquote = "bell"\nreason = "kept"\n'
    written(tmp_path, srccheck__toml=off)
    assert found(srccheck, "refs.bib") == [CARVER, ("a.tex:3:32", "CIT001")]
    written(tmp_path, srccheck__toml='exclude = ["a.tex"]\n')
    assert found(srccheck, "refs.bib") == []
