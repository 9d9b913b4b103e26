"""srccheck.toml and [tool.srccheck]: what is in force, and what is said of a mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import AGREES, DISAGREES, Run


@pytest.fixture
def srccheck(inline: Run) -> Run:
    """The command line, in this process."""
    return inline


UNLISTED = "He said so (Westad 2005, p. 62), and again (Gaiduk 2010).\n\n" + DISAGREES


def codes(srccheck: Run, *arguments: str) -> list[str]:
    ended = srccheck("lint", "--format=json", *arguments)
    assert ended.code in (0, 1), ended.err
    found = json.loads(ended.out)["diagnostics"]
    return [f"{Path(each['path']).name} {each['code']} {each['severity']}" for each in found]


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_rules_are_chosen_by_code_family_and_name(srccheck: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.md", UNLISTED)
    every = ["a.md CIT001 error", "a.md CIT002 error", "a.md CIT002 error"]
    for text, left in (
        ('select = ["CIT"]', every),
        ('select = "year-mismatch"', every[1:]),
        ('select = ["CIT"]\nignore = ["cit001"]', every[1:]),
        ('select = ["CIT"]\n[[ignore]]\nrule = ["CIT001", "year-mismatch"]', []),
        ('select = ["CIT"]\n[severity]\nCIT002 = "info"', [every[0], *["a.md CIT002 info"] * 2]),
        ('select = ["CIT"]\n[severity]\nyear-mismatch = "off"', every[:1]),
    ):
        write(tmp_path, "srccheck.toml", text)
        assert codes(srccheck, "a.md") == left, text


def test_the_command_line_goes_before(srccheck: Run, folder: Path) -> None:
    write(folder, "srccheck.toml", 'ignore = ["CIT002"]\nfail-level = "info"')
    assert codes(srccheck, "bad.md", "--ignore=SRC") == []
    assert codes(srccheck, "bad.md", "--select=CIT002") == ["bad.md CIT002 error"]
    write(folder, "srccheck.toml", 'fail-level = "error"\n[severity]\nCIT002 = "warning"')
    assert srccheck("lint", "bad.md").code == 0
    assert srccheck("lint", "bad.md", "--fail-level=warning").code == 1


def test_the_closest_file_wins_and_nothing_is_merged(srccheck: Run, folder: Path) -> None:
    write(folder, "srccheck.toml", 'ignore = ["CIT002"]')
    write(folder, "volume/part/bad.md", DISAGREES)
    assert codes(srccheck, "volume") == []
    write(folder, "volume/pyproject.toml", "[tool.other]\nx = 1\n")
    assert codes(srccheck, "volume") == []
    write(folder, "volume/pyproject.toml", '[tool.srccheck]\nfail-level = "error"\n')
    assert codes(srccheck, "volume", "bad.md") == ["bad.md CIT002 error"]
    assert codes(srccheck, "volume", "--isolated") == ["bad.md CIT002 error"]
    assert codes(srccheck, "volume", "--config", "srccheck.toml") == []


def test_extending_is_explicit(srccheck: Run, folder: Path) -> None:
    write(folder, "house/base.toml", 'ignore = ["CIT002"]\n[severity]\nCIT004 = "off"\n')
    write(folder, "srccheck.toml", 'extend = "house/base.toml"\nfail-level = "error"\n')
    assert codes(srccheck, "bad.md") == []
    write(folder, "srccheck.toml", 'extend = ["house/base.toml"]\nignore = []\n')
    assert codes(srccheck, "bad.md") == ["bad.md CIT002 error"]
    write(folder, "house/base.toml", 'extend = "../srccheck.toml"')
    ended = srccheck("lint", "bad.md")
    assert ended.code == 2
    assert "house/base.toml:1: '../srccheck.toml' leads back to this file" in ended.err


def test_overrides_are_for_some_files(srccheck: Run, tmp_path: Path) -> None:
    write(tmp_path, "old/a.md", UNLISTED)
    write(tmp_path, "new/a.md", DISAGREES)
    text = """\
    select = ["CIT001", "CIT002"]
    [[override]]
    paths = ["old/"]
    ignore = "CIT002"
    severity = { CIT001 = "warning" }
    """
    write(tmp_path, "srccheck.toml", text)
    assert codes(srccheck, ".") == ["a.md CIT002 error", "a.md CIT001 warning"]


def test_options_of_a_rule(srccheck: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.md", "It is there (RGASPI, f. 17, op. 3, d. 1080, l. 420).\n")
    for most, found in ((500, []), (400, ["a.md ARC012 info"])):
        text = f'select = "ARC012"\n[rules.number-implausible]\nmost-leaves = {most}\n'
        write(tmp_path, "srccheck.toml", text)
        assert codes(srccheck, "a.md") == found


def test_names_of_a_project(srccheck: Run, tmp_path: Path) -> None:
    text = "He met her (Harbottle 1999).\n\n## References\n\nArbotl, Ann. *Steps*. Bonn, 1999.\n"
    write(tmp_path, "a.md", text)
    assert codes(srccheck, "a.md", "--select=CIT001") == ["a.md CIT001 error"]
    own = '[[name]]\nestablished = "Harbottle"\nvariants = ["Arbotl"]\n'
    write(tmp_path, "srccheck.toml", own)
    assert codes(srccheck, "a.md", "--select=CIT001") == []


def test_places_and_periodicals_of_a_project(srccheck: Run, tmp_path: Path) -> None:
    text = """\
He read it in the Zorya Severa, and again in the Zorya Severaa (Harbottle 1999).

## References

Harbottle, Ann. *Steps*. Grunhagen: Dee, 1999.
"""
    write(tmp_path, "a.md", text)
    chosen = ("a.md", "--select=REF004,TRN006")
    assert codes(srccheck, *chosen) == []
    own = """\
    [[place]]
    established = "Grünhagen"
    slips = "Grunhaggen; Grunhagem"
    [[periodical]]
    established = "Zorya Severa"
    language = "ru"
    [[name]]
    established = "Harbottle"
    slips = ["Harbotle"]
    """
    write(tmp_path, "srccheck.toml", own)
    write(
        tmp_path,
        "a.md",
        text.replace("Grunhagen", "Grunhaggen").replace("He read", "Harbotle read"),
    )
    assert codes(srccheck, *chosen) == [
        *("a.md TRN006 info", "a.md TRN006 warning", "a.md REF004 warning")
    ]


def test_established_names_are_no_mixed_scheme(srccheck: Run, tmp_path: Path) -> None:
    text = """\
## References

Bovin, A.E. *Moj XX vek. Vospominanija*. Moscow, 2003.

Burlatskii, Fedor M. *Vozhdi i sovetniki*. Moscow, 1989.

Khrushchev, Nikita Sergeyevich. *Ljudi. Gody. Vlast'*. Vol. 3. Moscow, 1999.

Konoreva, I.A. *Dokumental'naja istorija sovetsko-v'etnamskih otnoshenij*. Kursk, 2016.
"""
    write(tmp_path, "a.md", text)

    def mixed() -> list[str]:
        document = json.loads(srccheck("lint", "a.md", "--select=TRN001", "--format=json").out)
        return [each["excerpt"] for each in document["diagnostics"]]

    assert mixed() == ["Burlatskii", "Khrushchev", "Sergeyevich"]
    option = "[rules.scheme-mixed]\nestablished-names = true\n"
    write(tmp_path, "srccheck.toml", option)
    assert mixed() == ["Burlatskii"]
    write(tmp_path, "srccheck.toml", option + '[[name]]\nestablished = "Burlatskii"\n')
    assert mixed() == []


def test_exempted_findings(srccheck: Run, folder: Path) -> None:
    text = """\
    [[ignore]]
    rule = "CIT002"
    path = "bad.md"
    quote = "Gaiduk 2010"
    reason = "the second edition"
    """
    write(folder, "srccheck.toml", text)
    assert codes(srccheck, ".") == []
    write(folder, "bad.md", AGREES)
    ended = srccheck("lint", ".", "--format=concise")
    assert ended.code == 1
    assert ended.out.startswith("srccheck.toml:1:1: SRC003 unused-suppression warning ")
    write(folder, "srccheck.toml", text.replace("bad.md", "*.md"))
    assert codes(srccheck, ".") == []  # a pattern may be for other files than these
    write(folder, "srccheck.toml", text.replace("2010", "2011").replace("bad", "good"))
    assert codes(srccheck, "bad.md") == []


def test_what_a_walk_leaves_out(srccheck: Run, folder: Path) -> None:
    for name in ("drafts/a.md", "old/b.md", "out/c.md", "out/keep.md"):
        write(folder, name, DISAGREES)
    (folder / ".git").mkdir()
    write(folder, ".gitignore", "# made\nout/*\n!out/keep.md\n")
    write(folder, "srccheck.toml", 'exclude = ["drafts/"]\n')

    def names(*arguments: str) -> list[str]:
        document = json.loads(srccheck("lint", "--format=json", *arguments).out)
        return [file["path"] for file in document["files"]]

    assert names(".", "--exclude", "good.md") == ["bad.md", "old/b.md", "out/keep.md"]
    assert names("--no-gitignore", "out") == ["out/c.md", "out/keep.md"]
    assert names("drafts/a.md", "bad.md") == ["drafts/a.md", "bad.md"]
    assert names("drafts/a.md", "bad.md", "--force-exclude") == ["bad.md"]
    ended = srccheck("lint", "drafts")
    assert ended.code == 2
    assert "every manuscript in this folder is left out" in ended.err


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("style = 'notes'\nselct = ['CIT']", 2, "unknown key 'selct'. Did you mean 'select'?"),
        ("[severity]\nCIT002 = 'wraning'", 2, "Did you mean 'warning'?"),
        ("select = ['CIT001',\n 'yaer-mismatch']", 2, "Did you mean 'year-mismatch'"),
        ("fail-level = 3", 1, '\'fail-level\' must be one of "info", "warning", "error", not 3'),
        ("\n\njobs = -1", 3, "'jobs' must be a whole number, 0 or more, not -1"),
        ("[[override]]\nignore = 'CIT'", 1, "'paths' is missing: the files, as in .gitignore"),
        ("[[ignore]]\nrule = 'CIT'\npath = 'a'", 1, "'reason' is missing: why"),
        ("[[ignore]]\nrul = 'CIT'", 2, "unknown key 'rul' in [[ignore]]. Did you mean 'rule'?"),
        ("[rules.yaer-mismatch]\nx = 1", 1, "Did you mean 'year-mismatch'"),
        ("[rules.fond-outlier]\noffen = 4", 1, "Did you mean 'often'?"),
        ("[rules.fond-outlier]\noften = '4'", 1, "must be a whole number, not '4'"),
        ("extend = 'gone.toml'", 1, "'gone.toml', which this extends, is not there"),
        ("extend = 'srccheck:chicago-note'", 1, "Did you mean 'chicago-notes' or"),
        ("[[name]]\nslips = ['x']", 1, "'established' is missing"),
        ("ignore = ['CIT']\n[[ignore]]\nrule = 'ARC'", 2, "write a list of rules as rule ="),
        ("select = [", 1, "not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(
    srccheck: Run, folder: Path, text: str, line: int, said: str
) -> None:
    write(folder, "srccheck.toml", text)
    ended = srccheck("lint", "good.md")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"srccheck: srccheck.toml:{line}: ")
    assert said in ended.err
    assert ended.err.count("\n") == 1


def test_windows_line_ends_and_pyproject_have_their_lines(srccheck: Run, folder: Path) -> None:
    text = "[project]\nname = 'x'\n\n[tool.srccheck]\nselect = [\n  'CIT',\n  'nope'\n]\n"
    (folder / "pyproject.toml").write_bytes(text.replace("\n", "\r\n").encode())
    ended = srccheck("lint", "good.md")
    assert ended.err.startswith("srccheck: pyproject.toml:7: there is no rule 'nope'")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfes\x00", "srccheck.toml: this is not UTF-8"),
        (b"a = " + b"[" * 100_000, "srccheck.toml: this is nested too deeply"),
        (b"\x00", "srccheck.toml:1: not valid TOML"),
        (b"\xef\xbb\xbfselct = 1\n", "srccheck.toml:1: unknown key 'selct'"),
    ],
)
def test_a_damaged_file_is_a_sentence(srccheck: Run, folder: Path, data: bytes, said: str) -> None:
    (folder / "srccheck.toml").write_bytes(data)
    for command in (("lint", "good.md"), ("config",), ("extract", "good.md")):
        ended = srccheck(*command)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith(f"srccheck: {said}")
