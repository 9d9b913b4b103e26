"""A LaTeX manuscript of several files."""

from __future__ import annotations

from pathlib import Path

from srccheck import files, lint
from srccheck.beside import loader
from srccheck.readers import read
from srccheck.text import Place, StreamKind

MAIN = r"""\documentclass{book}
\input{macros}
\begin{document}
Before.\footnote{First.}
\include{parts/one}
After.\footnote{Third.}
\section{References}
\input{parts/list.tex}
\end{document}
"""
FILES = {
    "macros.tex": r"\newcommand{\arch}{RGASPI}",
    "parts/one.tex": "In \\arch, f.~17.\\footnote{Second.}\n\\input{parts/deeper}",
    "parts/deeper.tex": "Deeper.",
    "parts/list.tex": "Ames, Ana. The Long Harbour. London: Verso, 1999.",
}


def load(name: str) -> bytes | None:
    """Give a file of the sample."""
    return FILES[name].encode() if name in FILES else None


def test_streams_stand_in_the_order_of_reading() -> None:
    manuscript = read(MAIN.encode(), "book/main.tex", load)
    rows = [(each.kind.value, each.label, each.text) for each in manuscript.streams if each.text]
    assert rows == [
        ("body", None, "Before."),
        ("body", None, "In RGASPI, f. 17."),
        ("body", None, "Deeper."),
        ("body", None, "After."),
        ("note", "1", "First."),
        ("note", "2", "Second."),
        ("note", "3", "Third."),
        ("references", None, "Ames, Ana. The Long Harbour. London: Verso, 1999."),
    ]
    assert [each.index for each in manuscript.streams] == list(range(len(manuscript.streams)))
    assert manuscript.streams[-1].heading == "References"
    assert manuscript.missing == ()


def test_every_place_knows_its_file() -> None:
    manuscript = read(MAIN.encode(), "book/main.tex", load)
    [note] = [each for each in manuscript.streams if each.label == "2"]
    passage = manuscript.passage(Place(note.index, 0, 6))
    assert passage.path == "book/parts/one.tex"
    assert (passage.raw, passage.location.line, passage.location.column) == ("Second", 1, 27)
    numbers = [each.number for stream in manuscript.streams for each in stream.paragraphs]
    assert len(set(numbers)) == len(numbers)


def test_without_a_loader_nothing_is_read() -> None:
    manuscript = read(MAIN.encode(), "main.tex")
    assert [each.name for each in manuscript.missing] == ["parts/one", "parts/list.tex"]
    shown = [manuscript.raw(each.place) for each in manuscript.missing]
    assert shown == [r"\include{parts/one}", r"\input{parts/list.tex}"]
    found = lint.lint(MAIN.encode(), "main.tex").diagnostics
    assert {each.severity for each in found if each.code == "SRC001"} == {"info"}


def test_what_is_not_there_is_an_error() -> None:
    text = "\\documentclass{a}\n\\begin{document}\n\\input{gone}\n\\input{loop}\n\\end{document}"
    manuscript = read(text.encode(), "a.tex", {"loop.tex": b"\\input{loop}"}.get)
    assert [(each.name, each.reason) for each in manuscript.missing] == [
        ("gone", "there is no such file in the manuscript's folder"),
        ("loop", "it includes itself"),
    ]


def test_only_files_below_the_manuscript_are_read(tmp_path: Path) -> None:
    (tmp_path / "secret.tex").write_text("No.", encoding="utf-8")
    (tmp_path / "book" / "parts").mkdir(parents=True)
    (tmp_path / "book" / "parts" / "one.tex").write_text("Yes.", encoding="utf-8")
    (tmp_path / "book" / "link.tex").symlink_to(tmp_path / "secret.tex")
    inside = loader(str(tmp_path / "book" / "main.tex"))
    assert inside("parts/one.tex") == b"Yes."
    for name in ("../secret.tex", str(tmp_path / "secret.tex"), "link.tex", "parts", "a\0b", "x"):
        assert inside(name) is None


def test_a_folder_is_walked_without_what_its_manuscripts_include(tmp_path: Path) -> None:
    (tmp_path / "main.tex").write_text(MAIN, encoding="utf-8")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "parts" / "other.tex").write_text("Alone.", encoding="utf-8")
    found = [Path(each.path).name for each in files.find([str(tmp_path)])]
    assert found == ["main.tex", "other.tex"]
    named = [str(tmp_path / "parts" / "one.tex")]
    assert [each.path for each in files.find(named)] == named


def test_findings_stand_in_the_included_file(tmp_path: Path) -> None:
    (tmp_path / "main.tex").write_text(
        "\\documentclass{a}\\begin{document}\\input{one}\\end{document}", encoding="utf-8"
    )
    (tmp_path / "one.tex").write_text("See RGANI, f.~5, op.~49, d.~½, l.~3.", encoding="utf-8")
    path = tmp_path / "main.tex"
    result = lint.lint(path.read_bytes(), str(path), lint.Settings(follow=True))
    [found] = [each for each in result.diagnostics if each.code == "ARC007"]
    assert found.path == str(tmp_path / "one.tex")
    assert (found.raw, found.location.column) == ("d.~½", 26)


def test_a_body_of_several_files_is_one_reading() -> None:
    text = MAIN.replace("After.", "Ibid., l. 6.")
    manuscript = read(text.encode(), "main.tex", load)
    bodies = [each.text for each in manuscript.of_kind(StreamKind.BODY) if each.text]
    assert bodies == ["Before.", "In RGASPI, f. 17.", "Deeper.", "Ibid., l. 6."]
