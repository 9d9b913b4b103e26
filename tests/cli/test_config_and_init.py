"""``srccheck config`` and ``srccheck init``; the schema; the house styles."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from conftest import Run
from srccheck.config import Command, Project
from srccheck.config.load import house_styles


@pytest.fixture
def srccheck(inline: Run) -> Run:
    """The command line, in this process."""
    return inline


def test_config_names_the_origin_of_every_setting(srccheck: Run, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text("jobs = 2\n[severity]\nCIT004 = 'off'\n", encoding="utf-8")
    (tmp_path / "srccheck.toml").write_text(
        "extend = ['house.toml', 'srccheck:chicago-notes']\n\nfail-level = 'error'\n"
        "[[override]]\npaths = ['old/']\nignore = ['ARC']\n",
        encoding="utf-8",
    )
    ended = srccheck("config")
    assert ended.code == 0
    lines = [" ".join(line.split()) for line in ended.out.splitlines()]
    for line in (
        'fail-level = "error" # srccheck.toml:3',
        "jobs = 2 # house.toml:1",
        'style = "notes" # srccheck:chicago-notes:7',
        "respect-gitignore = true # default",
        'severity.CIT004 = "off" # house.toml:3',
        "[[override]] # srccheck.toml:4",
        "# left out: CIT004",
    ):
        assert line in lines
    tomllib.loads(ended.out)  # it can be read again
    (tmp_path / "old").mkdir()
    document = json.loads(srccheck("config", "old/a.md", "--format=json").out)
    assert document["file"] == "srccheck.toml"
    assert document["settings"]["jobs"] == 2
    assert document["origins"]["severity.range-dash"].startswith("srccheck:chicago-notes:")
    assert {"ARC001", "CIT004"} <= set(document["rules"]["left_out"])
    assert "ARC001" in json.loads(srccheck("config", "--format=json").out)["rules"]["run"]


def test_config_without_a_file_shows_the_defaults(srccheck: Run) -> None:
    ended = srccheck("config")
    assert ended.out.startswith("# no srccheck.toml, no [tool.srccheck]: the defaults\n")
    (pair,) = [line.split() for line in ended.out.splitlines() if line.startswith("fail-level")]
    assert pair == ["fail-level", "=", '"warning"', "#", "default"]


def test_init_writes_what_works_and_leaves_what_is_there(srccheck: Run, folder: Path) -> None:
    ended = srccheck("init")
    assert ended.code == 0
    assert ended.out.splitlines() == [
        "srccheck.toml written",
        ".pre-commit-config.yaml written",
        ".github/workflows/srccheck.yml written",
        "Next: srccheck lint .",
    ]
    assert srccheck("config").code == 0
    assert srccheck("lint", ".").code == 1
    hooks = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert hooks["repos"][0]["hooks"][0]["id"] == "srccheck"
    (folder / "srccheck.toml").write_text("jobs = 1\n", encoding="utf-8")
    ended = srccheck("init", "--gitlab")
    assert "srccheck.toml is there already and stays as it is" in ended.out
    assert "    fail-level = " in ended.out
    assert (folder / "srccheck.toml").read_text(encoding="utf-8") == "jobs = 1\n"
    assert (folder / ".gitlab-ci.yml").is_file()
    assert srccheck("init", "nowhere").code == 2


def test_the_commented_settings_of_the_starter_are_settings(root: Path, tmp_path: Path) -> None:
    text = (root / "refs" / "starter" / "srccheck.toml").read_text(encoding="utf-8")
    settings = [
        line.removeprefix("# ")
        for line in text.splitlines()
        if line.startswith(("# [", "# ignore =", "# extend =", "# baseline ="))
        or (line.startswith("# ") and " = " in line and line.split()[1].islower())
        or not line.startswith("#")
    ]
    # A list of rules and [[ignore]] tables do not go into one file.
    kept = [line for line in settings if not line.startswith("ignore = [")]
    (tmp_path / "srccheck.toml").write_text("\n".join(kept) + "\n", encoding="utf-8")
    project = Project(tmp_path / "srccheck.toml")
    project.settings(str(tmp_path / "2009" / "a.md"), Command())
    assert {"extend", "severity", "override", "ignore", "archive"} <= set(
        project.config(tmp_path / "a.md").values
    )


@pytest.mark.parametrize("style", sorted(house_styles()))
def test_house_styles_are_settings(style: str, tmp_path: Path) -> None:
    (tmp_path / "srccheck.toml").write_text(f"extend = 'srccheck:{style}'\n", encoding="utf-8")
    settings = Project(tmp_path / "srccheck.toml").settings(str(tmp_path / "a.md"), Command())
    assert settings.severities
    assert settings.style in ("notes", "author-date")


VALID = """\
extend = "srccheck:chicago-notes"
ignore = ["CIT", { rule = "ARC001", path = "a.docx", quote = "x", reason = "y" }]
[severity]
CIT004 = "off"
[rules.number-implausible]
most-leaves = 3
[[override]]
paths = "a/**"
[[name]]
established = "Mao"
"""


@pytest.mark.parametrize(
    "broken",
    [
        "selct = []",
        "jobs = -1",
        "jobs = '1'",
        "style = 'chicago'",
        "[severity]\nCIT004 = 'fatal'",
        "[[override]]\nignore = 'CIT'",
        "[[override]]\npaths = 1",
        "[[ignore]]\npath = 'a'",
        "[[name]]\nslips = ['x']",
        "[rules.number-implausible]\nmost_leafs = 3",
    ],
)
def test_the_schema_says_what_srccheck_says(srccheck: Run, folder: Path, broken: str) -> None:
    schema = json.loads(srccheck("config", "--schema").out)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(tomllib.loads(VALID))
    assert not validator.is_valid(tomllib.loads(broken))
    (folder / "srccheck.toml").write_text(broken, encoding="utf-8")
    assert srccheck("lint", "good.md").code == 2


def test_shell_completion(srccheck: Run) -> None:
    def completed(words: str) -> list[str]:
        env = {
            "_SRCCHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": f"srccheck {words}",
            "COMP_CWORD": str(len(words.split())),
        }
        return srccheck(env=env).out.split()

    assert completed("conf") == ["config"]
    assert "sarif" in completed("lint --format s")
    assert "--fail-level" in completed("lint --fa")
