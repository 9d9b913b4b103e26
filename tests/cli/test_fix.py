"""``--fix``, ``--diff``, ``--show-fixes``: what is changed, and what is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import Run


@pytest.fixture
def srccheck(inline: Run) -> Run:
    """The command line, in this process."""
    return inline


SLIPS = """\
It is there (RGASPI, f. 17, op. 3, d. ½, l. 7; RGASPI, f. 17, op. 3, d. 12, l. 8).

He said so (Gaiduk 2010, pp. 8-9), and so did others (Kramer 1999, pp. 12–15; 20–21).
She said so again (Kramer 1999, pp. 30–32), and once more (Kramer 1999, pp. 41–42).

## References

Gaiduk, Ilya V. *The Soviet Union*. Chicago: Dee, 1996.

Kramer, Lena. *The Reading Room*. Bonn: Dietz, 1999.
"""
SAFE = SLIPS.replace("½", "1/2").replace("8-9", "8–9")
UNSAFE = SAFE.replace("Gaiduk 2010", "Gaiduk 1996")
RULES = "--select=ARC007,CIT014,CIT002"


@pytest.fixture
def slips(tmp_path: Path) -> Path:
    """A manuscript with two safe fixes and an unsafe one."""
    path = tmp_path / "slips.md"
    path.write_text(SLIPS, encoding="utf-8")
    return path


def test_safe_fixes_are_written(srccheck: Run, slips: Path) -> None:
    ended = srccheck("lint", "slips.md", RULES, "--fix", "--format=concise")
    assert slips.read_text(encoding="utf-8") == SAFE
    assert (ended.code, ended.err) == (1, "fixed 2 findings\n")
    (left,) = ended.out.splitlines()
    assert "CIT002" in left


def test_unsafe_fixes_have_to_be_asked_for(srccheck: Run, slips: Path) -> None:
    ended = srccheck("lint", "slips.md", RULES, "--fix", "--unsafe-fixes", "--show-fixes")
    assert slips.read_text(encoding="utf-8") == UNSAFE
    assert ended.code == 0
    assert ended.out == "no findings in 6 citations and 2 entries\n"
    assert ended.err.splitlines() == [
        "slips.md",
        "  1:36 ARC007 mangled-fraction  d. ½: write 1/2",
        "  3:13 CIT002 year-mismatch  Gaiduk 2010: cite 1996, the year of the entry",
        "  3:30 CIT014 range-dash  8-9: write 8–9",
        "fixed 3 findings",
    ]


def test_a_diff_changes_nothing(srccheck: Run, slips: Path) -> None:
    slips.write_bytes(SLIPS.rstrip("\n").replace("\n", "\r\n").encode())
    before = slips.read_bytes()
    ended = srccheck("lint", "slips.md", RULES, "--diff")
    assert (ended.code, slips.read_bytes()) == (1, before)
    lines = ended.out.splitlines()
    assert lines[:2] == ["--- slips.md", "+++ slips.md"]
    assert [line[:14] for line in lines if line[0] in "+-"][2:] == [
        *("-It is there (", "+It is there (", "-He said so (G", "+He said so (G"),
    ]
    patched = srccheck("lint", "-", "--stdin-name=a.md", RULES, "--diff", stdin=SAFE)
    assert (patched.code, patched.out) == (0, "")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("cp1251", b""),
    ],
)
def test_bytes_round_a_fix_stay_as_they_are(
    srccheck: Run, slips: Path, encoding: str, mark: bytes
) -> None:
    text = "Он жаловался долго, и не раз, и не два, и не только он.\r\n\r\n" + SLIPS
    text = text.replace("½", "12").replace("12–15; 20–21", "12–15;\t20–21\x0b")
    slips.write_bytes(mark + text.encode(encoding))
    assert srccheck("lint", "slips.md", "--select=CIT014", "--fix").code == 0
    assert slips.read_bytes() == mark + text.replace("8-9", "8–9").encode(encoding)


def test_a_letter_the_encoding_lacks_is_not_written(srccheck: Run, slips: Path) -> None:
    text = SLIPS.replace("–", "-").replace("½", "1/2").replace("Kramer", "Müller")
    data = text.encode("latin-1")  # no en dash in it
    slips.write_bytes(data)
    srccheck("lint", "slips.md", "--fix", "--unsafe-fixes", "--select=CIT014,CIT012,ARC006")
    assert slips.read_bytes() == data


def test_a_clean_file_is_not_touched(srccheck: Run, slips: Path, root: Path) -> None:
    clean = (root / "examples" / "vlora-clean.md").read_bytes().replace(b"\n", b"\r\n")
    slips.write_bytes(clean)
    os.utime(slips, ns=(1, 1))
    ended = srccheck("lint", "slips.md", "--fix", "--unsafe-fixes")
    assert (ended.code, ended.err) == (0, "")
    assert slips.read_bytes() == clean
    assert slips.stat().st_mtime_ns == 1


def test_unused_suppressions_are_taken_out(srccheck: Run, slips: Path) -> None:
    text = SAFE.replace(
        "op. 3, d. 12, l. 8).", "op. 3, d. 12, l. 8). <!-- srccheck: ignore[ARC007] -->"
    )
    slips.write_text(text, encoding="utf-8")
    srccheck("lint", "slips.md", "--select=SRC003", "--fix")
    assert slips.read_text(encoding="utf-8") == SAFE


def test_unused_exemptions_are_taken_out_of_the_configuration(
    srccheck: Run, slips: Path, tmp_path: Path
) -> None:
    kept = """\
# Ours.
select = ["CIT002", "SRC"]

[[ignore]]
rule = "CIT002"
path = "slips.md"
quote = "Gaiduk 2010"
reason = "the second edition"
%s
# Names.
[[name]]
established = "Mao"
"""
    table = '\n[[ignore]]  # old\nrule = "CIT002"\npath = "slips.md"\nquote = "x"\nreason = "y"\n'
    (tmp_path / "srccheck.toml").write_text(kept % table, encoding="utf-8")
    before = srccheck("lint", "slips.md", "--format=concise")
    assert before.out.startswith("srccheck.toml:10:1: SRC003 ")
    ended = srccheck("lint", "slips.md", "--fix")
    assert (ended.code, ended.err) == (0, "srccheck.toml: 1 [[ignore]] table taken out\n")
    assert (tmp_path / "srccheck.toml").read_text(encoding="utf-8") == kept % ""


def test_a_word_file_gets_a_corrected_copy(srccheck: Run, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    paragraph = document.add_paragraph("It is there (RGASPI, f. 17, op. 3, ")
    paragraph.add_run("d. ").bold = True
    paragraph.add_run("½").italic = True
    paragraph.add_run(", l. 7; RGASPI, f. 17, op. 3, d. 12, l. 8).")
    document.save(str(tmp_path / "a.docx"))
    before = (tmp_path / "a.docx").read_bytes()
    diff = srccheck("lint", "a.docx", RULES, "--diff")
    assert "-It is there (RGASPI, f. 17, op. 3, d. ½, l. 7" in diff.out
    assert "+It is there (RGASPI, f. 17, op. 3, d. 1/2, l. 7" in diff.out
    ended = srccheck("lint", ".", RULES, "--fix")
    assert (ended.code, ended.err) == (0, "fixed 1 finding; corrected copies: a.corrected.docx\n")
    assert (tmp_path / "a.docx").read_bytes() == before
    runs = Document(str(tmp_path / "a.corrected.docx")).paragraphs[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs[1:3]] == [
        ("d. ", True, None),
        ("1/2", None, True),
    ]
    again = srccheck("lint", ".", RULES, "--fix")
    assert again.code == 2
    assert "a.corrected.docx: there is a corrected copy already" in again.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-", "--fix"], "standard input cannot be changed"),
        (["slips.md", "--fix", "--diff"], "--fix changes the files and --diff does not"),
        (["slips.md", "--unsafe-fixes"], "Add --fix or --diff"),
        (["slips.md", "--show-fixes"], "Add --fix"),
    ],
)
def test_what_does_not_go_together(
    srccheck: Run, slips: Path, arguments: list[str], said: str
) -> None:
    ended = srccheck("lint", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert slips.read_text(encoding="utf-8") == SLIPS


def test_fixes_of_real_texts_come_to_an_end(srccheck: Run, shared: Path, tmp_path: Path) -> None:
    """Fixed once, nothing is left to fix, and no rule finds more than before."""
    import json

    texts = [*sorted((shared / "manuscripts").glob("*.md")), *(shared / "seeds").glob("*.txt")]
    for each in texts:
        (tmp_path / each.name).write_bytes(each.read_bytes())

    def found() -> list[str]:
        ended = srccheck("lint", ".", "--format=json")
        return sorted(each["code"] for each in json.loads(ended.out)["diagnostics"])

    before = found()
    assert srccheck("lint", ".", "--fix", "--unsafe-fixes", "--quiet").err.startswith("fixed ")
    left = srccheck("lint", ".", "--diff", "--unsafe-fixes")
    assert (left.code, left.out) == (0, "")
    after = found()
    # A name that is spelt otherwise stands elsewhere in the alphabet.
    more = {code for code in after if after.count(code) > before.count(code)}
    assert more <= {"REF003"}
