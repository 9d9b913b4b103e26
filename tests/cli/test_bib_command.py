"""``srccheck bib`` as a shell runs it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import Run

ARTICLE = """\
He complained (Gaiduk 1996; RGASPI, f. 495, op. 201, d. 1/2, l. 104; RGASPI, f. 495, op. 205, d. 7).

## References

Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

Bovin, A.E. *Moj XX vek*. Moscow, 2003.
"""
BIB = """\
% our list
@book{gaiduk,
  author    = {Ilya V. Gaiduk},
  title     = {The Soviet Union and the Vietnam War},
  location  = {Chicago},
  publisher = {Dee},
  date      = {1996},
  isbn      = {1566631033},
}

@book{gaiduk-again,
  author   = {Gaiduk, Ilya V.},
  title    = {The Soviet Union and the Vietnam War},
  location = {Chicago},
  date     = {1996},
  url      = {https://example.org/gaiduk},
}
"""
NORMAL = """\
% our list
@book{gaiduk,
  author    = {Gaiduk, Ilya V.},
  title     = {The Soviet Union and the Vietnam War},
  location  = {Chicago},
  publisher = {Dee},
  date      = {1996},
  isbn      = {1-56663-103-3},
  ids       = {gaiduk-again},
  url       = {https://example.org/gaiduk},
}
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "статья.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_bib_is_edited_and_stays_as_it_is_then(srccheck: Run, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    checked = srccheck("bib", "refs.bib", "--check")
    assert (checked.code, checked.out) == (1, "")
    assert "refs.bib: would change" in checked.err
    assert path.read_text(encoding="utf-8") == BIB
    shown = srccheck("bib", "refs.bib", "--diff")
    assert shown.code == 1
    assert "\n-  author    = {Ilya V. Gaiduk},\n+  author    = {Gaiduk, Ilya V.},\n" in shown.out
    written = srccheck("bib", "refs.bib", "-o", "refs.bib")
    assert written.code == 0
    assert "gaiduk-again is merged into gaiduk (refs.bib:2), with its url: one work" in written.err
    assert path.read_text(encoding="utf-8") == NORMAL
    assert srccheck("bib", "refs.bib", "--check").code == 0
    assert srccheck("bib", "refs.bib").out == NORMAL


def test_a_manuscript_in_every_format(srccheck: Run, tmp_path: Path, article: Path) -> None:
    text = srccheck("bib", article, "--to", "markdown").out
    assert text == (
        "## Archival sources\n\n"
        "### Russian State Archive of Socio-Political History (RGASPI), Moscow\n\n"
        "- f. 495, op. 201, d. 1/2; op. 205, d. 7\n\n"
        "## Bibliography\n\n"
        "Bovin, A. E. 2003. *Moj XX vek*. Moscow.\n\n"
        "Gaiduk, Ilya V. 1996. *The Soviet Union and the Vietnam War*. Chicago: Dee.\n"
    )
    gost = srccheck("bib", article, "--to", "text", "--style", "gost-r-7.0.5").out
    assert "(РГАСПИ)\n    Ф. 495. Оп. 201. Д. 1/2; Оп. 205. Д. 7\n" in gost
    items = json.loads(srccheck("bib", article, "--to", "csl-json").out)
    assert [each["id"] for each in items] == [
        "bovin2003", "gaiduk1996", "rgaspi-495-201-1-2", "rgaspi-495-205-7",
    ]  # fmt: skip
    assert items[2]["archive_location"] == "f. 495, op. 201, d. 1/2"
    assert srccheck("bib", article, "--to", "ris").out.count("ER  - ") == 4
    assert "year      = {1996}" in srccheck("bib", article, "--to", "bibtex").out
    assert srccheck("bib", article, "-o", "liste.docx").code == 0
    with zipfile.ZipFile(tmp_path / "liste.docx") as file:
        body = ElementTree.fromstring(file.read("word/document.xml"))
    assert "The Soviet Union and the Vietnam War" in "".join(body.itertext())
    again = (tmp_path / "liste.docx").read_bytes()
    assert srccheck("bib", article, "-o", "liste.docx").code == 0
    assert (tmp_path / "liste.docx").read_bytes() == again


def test_works_that_only_notes_name(srccheck: Run) -> None:
    text = (
        "He fell.[^1] He rose.[^2] He fell again.[^3]\n\n"
        "[^1]: Vera Sand, *Mapping the South* (London: Reaktion, 2005), 12.\n\n"
        "[^2]: Paul Grey, “Farming the Farmers,” *Journal of Fiscal History* 3, no. 2 (1979): 90.\n"
        "\n[^3]: Sand, *Mapping the South*, 14.\n"
    )
    ended = srccheck(
        "bib", "-", "--stdin-name", "a.md", "--to", "text", "--style", "chicago-notes", stdin=text
    )
    assert ended.out == (
        "BIBLIOGRAPHY\n\n"
        "Grey, Paul. “Farming the Farmers.” Journal of Fiscal History 3, no. 2 (1979).\n\n"
        "Sand, Vera. Mapping the South. London: Reaktion, 2005.\n"
    )


@pytest.mark.parametrize("suffix", ["bib", "json", "ris"])
def test_its_own_output_does_not_change(srccheck: Run, article: Path, suffix: str) -> None:
    assert srccheck("bib", article, "-o", f"a.{suffix}").code == 0
    assert srccheck("bib", f"a.{suffix}", "--check") == srccheck("bib", f"a.{suffix}", "--diff")
    assert srccheck("bib", f"a.{suffix}", "--check").code == 0


def test_a_manuscript_and_a_bib_in_one(srccheck: Run, tmp_path: Path, article: Path) -> None:
    (tmp_path / "refs.bib").write_text(NORMAL, encoding="utf-8")
    ended = srccheck("bib", article, "refs.bib", "-o", "all.bib", "--provenance", "from.json")
    assert "gaiduk1996 is merged into gaiduk (refs.bib:2)" in ended.err
    text = (tmp_path / "all.bib").read_text(encoding="utf-8")
    assert text.startswith(NORMAL + "\n@book{bovin2003,")
    assert "\n\n% Archival sources\n\n@misc{rgaspi-495-201-1-2," in text
    origin = json.loads((tmp_path / "from.json").read_text(encoding="utf-8"))
    assert origin["bovin2003"]["fields"]["title"].endswith("статья.md:7")
    assert origin["gaiduk"]["from"] == "refs.bib:2"


def test_what_cannot_be_parsed_is_written_raw_and_counted(srccheck: Run) -> None:
    text = "# References\n\nGaiduk, Ilya V. *The War*. Chicago: Dee, 1996.\n\n§§ 12 @@ quaerendum\n"
    ended = srccheck("bib", "-", "--stdin-name", "a.md", "--to", "text", stdin=text)
    assert ended.code == 0
    assert "§§ 12 @@ quaerendum" in ended.out
    assert "quaerendum" in srccheck("bib", "-", "--stdin-name", "a.md", stdin=text).out


def test_a_broken_block_is_not_lost(srccheck: Run, tmp_path: Path) -> None:
    source = "@book{a, title = {One}}\n@book{b, title {Two}}\n@book{c, title = {Three}, note = {x"
    (tmp_path / "b.bib").write_text(source, encoding="utf-8")
    ended = srccheck("bib", "b.bib", "--to", "csl-json")
    assert "2 entries not parsed to the end, written raw: b.bib:2, b.bib:3" in ended.err
    items = {each["id"]: each for each in json.loads(ended.out)}
    assert items["b"]["note"] == "@book{b, title {Two}}"
    assert "title = {Three}" in items["c"]["note"]
    assert srccheck("bib", "b.bib").out == source


def test_several_files_are_each_checked(srccheck: Run, tmp_path: Path, article: Path) -> None:
    (tmp_path / "a.bib").write_text(NORMAL, encoding="utf-8")
    (tmp_path / "b.bib").write_text(BIB, encoding="utf-8")
    ended = srccheck("bib", "a.bib", "b.bib", "--check")
    assert ended.code == 1
    assert "b.bib: would change" in ended.err
    assert "a.bib: would change" not in ended.err
    assert srccheck("bib", "a.bib", "a.bib", "--check").code == 0
    refused = srccheck("bib", "a.bib", article, "--check")
    assert (refused.code, refused.out) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.bib"], "missing.bib: there is no such file"),
        (["empty.md"], "there is nothing to write"),
        (["статья.md", "-o", "статья.md"], "this is the manuscript itself"),
        (["статья.md", "-o", "list.xyz"], "the ending '.xyz' tells no format"),
        (["статья.md", "-o", "none/a.bib"], "cannot be written here"),
        (["статья.md", "--style", "mla"], "there is no style 'mla'"),
        (["статья.md", "--romanise", "nosuch"], "nosuch"),
        (["статья.md", "--check"], "there is no file to compare with"),
    ],
)
def test_what_cannot_be_done(
    srccheck: Run, tmp_path: Path, article: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "empty.md").write_text("Nothing is cited here.\n", encoding="utf-8")
    ended = srccheck("bib", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_scripts(srccheck: Run, tmp_path: Path) -> None:
    (tmp_path / "ru.bib").write_text(
        "@book{b, author = {Бовин, А. Е.}, title = {Новая история}, date = {2003}}\n",
        encoding="utf-8",
    )
    latin = srccheck("bib", "ru.bib", "--romanise", "bgn_pcgn").out
    assert "title     = {Novaya istoriya}" in latin
    assert "origtitle = {Новая история}" in latin
    assert "langid    = {russian}" in latin
    (tmp_path / "lat.bib").write_text(latin, encoding="utf-8")
    back = srccheck("bib", "lat.bib", "--script", "cyrillic").out
    assert "Новая история" in back


NAMED = """\
@book{ames, author = {Ames, Ana}, title = {The Archive of Dreams}, date = {1999}}
@incollection{bell, author = {Bell, Bo}, title = {Sleep}, crossref = {carver}}
@collection{carver, editor = {Carver, Cy}, title = {Nights}, date = {1997}, related = {ames}}
@book{dunn, author = {Dunn, Di}, title = {Days}, date = {1996}}
@set{both, entryset = {bell, dunn}}
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tex", "\\addbibresource{bib/refs.bib}\\begin{document}See CITED.\\end{document}\n"),
        ("a.md", "---\nbibliography: bib/refs.bib\n---\n\nSee CITED.\n"),
        ("a.typ", 'See CITED.\n\n#bibliography("bib/refs.bib")\n'),
    ],
)
def test_what_a_manuscript_cites_is_taken_from_the_bibliography_it_names(
    srccheck: Run, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib" / "refs.bib").write_text(NAMED, encoding="utf-8")
    cite = {"a.tex": r"\cite{bell} and \cite{gone}"}.get(name, "@bell and @gone")
    (tmp_path / name).write_text(text.replace("CITED", cite), encoding="utf-8")
    ended = srccheck("bib", name)
    assert ended.out == (  # what the collection lends is written out, and the collection is not
        "@incollection{bell,\n  author    = {Bell, Bo},\n  editor    = {Carver, Cy},\n"
        "  title     = {Sleep},\n  booktitle = {Nights},\n  date      = {1997},\n}\n"
    )
    assert f"{name} names bib/refs.bib: 1 of its 4 entries taken\n" in ended.err
    assert f"{name} cites what no bibliography holds: gone\n" in ended.err
    # the file itself among those to read: all of it, once
    every = srccheck("bib", name, "bib/refs.bib")
    assert every.out == srccheck("bib", "bib/refs.bib").out
    assert "taken" not in every.err
    before = (tmp_path / "bib" / "refs.bib").read_bytes()
    refused = srccheck("bib", name, "-o", "bib/refs.bib")
    assert (refused.code, "would be lost" in refused.err) == (2, True)
    assert (tmp_path / "bib" / "refs.bib").read_bytes() == before


@pytest.mark.parametrize(
    ("cite", "keys"),
    [
        (r"\cite{both}", ["bell", "dunn"]),
        (r"\cite{carver}", ["ames", "carver"]),
        (r"\nocite{dunn}", ["dunn"]),
        (r"\nocite{*}", ["ames", "bell", "carver", "dunn"]),
        (r"\include{one}", ["dunn"]),
    ],
)
def test_what_counts_as_cited(srccheck: Run, tmp_path: Path, cite: str, keys: list[str]) -> None:
    (tmp_path / "refs.bib").write_text(NAMED, encoding="utf-8")
    (tmp_path / "one.tex").write_text(r"So \cite{dunn}.", encoding="utf-8")
    text = rf"\begin{{document}}See {cite}.\bibliography{{refs}}\end{{document}}"
    (tmp_path / "a.tex").write_text(text, encoding="utf-8")
    items = json.loads(srccheck("bib", "a.tex", "--to", "csl-json").out)
    assert sorted(each["id"] for each in items) == keys


def test_a_bibliography_that_is_not_there_is_told(srccheck: Run, tmp_path: Path) -> None:
    front = "---\nbibliography: gone.bib\n---\n\n"
    (tmp_path / "a.md").write_text(front + ARTICLE, encoding="utf-8")
    ended = srccheck("bib", "a.md", "--to", "text")
    assert (ended.code, "Bovin" in ended.out) == (0, True)
    assert "a.md names gone.bib: there is no such file beside it; not read\n" in ended.err
    (tmp_path / "a.md").write_text(front + "See [@gone].\n", encoding="utf-8")
    nothing = srccheck("bib", "a.md")
    assert (nothing.code, nothing.out) == (2, "")
    assert "gone.bib: there is no such file" in nothing.err
    assert "there is nothing to write" in nothing.err
