"""``srccheck annotate`` as a user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from conftest import Run
from office_factory import docx, h, i, p
from srccheck.report.docx import checked_name

BAD = docx(
    p("He complained at length (Gaiduk 2010, pp. 8–9)."),
    h("References"),
    p("Gaiduk, Ilya V. ", i("The Soviet Union and the Vietnam War"), ". Chicago: Dee, 1996."),
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "Статья – Хрущёв.docx"
    path.write_bytes(BAD)
    return path


def test_a_copy_is_written_beside_the_original(srccheck: Run, article: Path) -> None:
    ended = srccheck("annotate", article.name)
    copy = article.with_name("Статья – Хрущёв.checked.docx")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out == f"{copy.name}: 1 error in 1 citation and 1 entry\n"
    assert article.read_bytes() == BAD
    [comment] = Document(str(copy)).comments
    assert comment.author == "srccheck"


def test_a_copy_that_is_there_is_kept(srccheck: Run, article: Path) -> None:
    copy = article.with_name("Статья – Хрущёв.checked.docx")
    copy.write_bytes(b"an editor's work")
    ended = srccheck("annotate", article.name)
    assert ended.code == 2
    assert "there is a copy already" in ended.err
    assert copy.read_bytes() == b"an editor's work"
    assert srccheck("annotate", article.name, "--force", "--exit-zero").code == 0
    assert copy.read_bytes() != b"an editor's work"


def test_the_original_is_never_written(srccheck: Run, article: Path) -> None:
    by_name = srccheck("annotate", article.name, "-o", article, "--force")
    by_report = srccheck("lint", article.name, "--report", f"docx={article}")
    for ended in (by_name, by_report):
        assert ended.code == 2
        assert "this is the original" in ended.err
    assert article.read_bytes() == BAD


def test_several_files_go_into_a_folder(srccheck: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.docx").write_bytes(BAD)
    (tmp_path / "out").mkdir()
    assert srccheck("lint", article.name, "b.docx", "--report", "docx=out").code == 1
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        "b.checked.docx",
        "Статья – Хрущёв.checked.docx",
    ]
    ended = srccheck("lint", article.name, "b.docx", "--report", "docx=c.docx")
    assert ended.code == 2
    assert "do not fit into one" in ended.err


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("a.docx", "a.checked.docx"),
        ("folder/a.b.docm", "a.b.checked.docm"),
        ("named without ending", "named without ending.checked.docx"),
    ],
)
def test_the_name_of_a_copy(name: str, copy: str) -> None:
    assert checked_name(name) == copy


def test_a_folder_does_not_check_its_copies(srccheck: Run, article: Path, tmp_path: Path) -> None:
    srccheck("annotate", article.name)
    ended = srccheck("lint", tmp_path, "--format", "concise")
    assert len(ended.out.splitlines()) == 1


def test_a_folder_gives_its_word_files_alone(srccheck: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("Text (Ames 1999).", encoding="utf-8")
    ended = srccheck("annotate", tmp_path, "--exit-zero")
    assert (ended.code, ended.err) == (0, "")
    assert [each.name for each in tmp_path.glob("*.checked.*")] == ["Статья – Хрущёв.checked.docx"]
    article.rename(tmp_path / "none.txt")
    (tmp_path / "Статья – Хрущёв.checked.docx").unlink()
    ended = srccheck("annotate", tmp_path)
    assert ended.code == 2
    assert "there is no Word file in this folder" in ended.err


def test_nothing_is_written_where_one_copy_is_there(
    srccheck: Run, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(BAD)
    article.with_name("Статья – Хрущёв.checked.docx").write_bytes(b"an editor's work")
    assert srccheck("annotate", "a.docx", article.name).code == 2
    assert not (tmp_path / "a.checked.docx").exists()


def test_what_cannot_be_annotated_is_said(srccheck: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Text (Ames 1999).", encoding="utf-8")
    (tmp_path / "cut.docx").write_bytes(BAD[:-100])
    for name, what in (
        ("a.md", "only Word files"),
        ("cut.docx", "damaged or cut off"),
        ("gone.docx", "there is no such file"),
    ):
        ended = srccheck("annotate", name)
        assert ended.code == 2
        assert what in ended.err
        assert "Traceback" not in ended.err
    ended = srccheck("annotate", "a.md", "cut.docx", "-o", "x.docx")
    assert "Leave --output out" in ended.err


def test_a_folder_that_may_not_be_written_to(srccheck: Run, article: Path) -> None:
    ended = srccheck("annotate", article.name, "-o", "gone/a.docx")
    assert ended.code == 2
    assert "cannot be written here" in ended.err


def test_what_was_corrected_is_annotated_corrected(srccheck: Run, tmp_path: Path) -> None:
    data = docx(
        p("He wrote (RGANI, f. 5, op. 49, d. ½, l. 12; Gaiduk 2010, pp. 8–9), and so on."),
        p("And again (RGANI, f. 5, op. 49, d. 1/2, l. 14)."),
        h("References"),
        p("Gaiduk, Ilya V. ", i("The Soviet Union and the Vietnam War"), ". Chicago: Dee, 1996."),
    )
    (tmp_path / "a.docx").write_bytes(data)
    ended = srccheck("lint", "a.docx", "--fix", "--report", "docx=out.docx", "--quiet")
    assert ended.code == 1
    assert (tmp_path / "a.docx").read_bytes() == data
    out = Document(str(tmp_path / "out.docx"))
    assert "d. 1/2, l. 12" in out.paragraphs[0].text
    assert "CIT002" in " ".join(comment.text for comment in out.comments)
