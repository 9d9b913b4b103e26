"""The sample repository of examples/editorial: its whole continuous integration, run here.

pre-commit itself is installed into a git repository and runs at a commit; the steps of the workflow
and of the GitLab job run in a shell, all but the one that installs srccheck.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import environment

if shutil.which("git") is None or shutil.which("bash") is None:
    pytest.skip("git and bash are needed", allow_module_level=True)

BREAK = ("Lindqvist 2004", "Lindqvist 2014")


@pytest.fixture
def repository(tmp_path: Path, root: Path) -> Path:
    """A git repository with the sample in its first commit."""
    place = tmp_path / "editorial"
    shutil.copytree(root / "examples" / "editorial", place)
    run(place, "git", "init", "-q", "-b", "main")
    run(place, "git", "add", "-A")
    run(place, "git", "commit", "-q", "-m", "Begin")
    return place


def run(place: Path, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a command in the repository, with this checkout's srccheck on the path."""
    bin_ = place.parent / "bin"
    if not bin_.is_dir():
        bin_.mkdir()
        script = bin_ / "srccheck"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m srccheck "$@"\n', "utf-8")
        script.chmod(0o755)
    root = Path(__file__).resolve().parent.parent.parent
    names = {
        f"GIT_{role}_{what}": "editor"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    env = environment(
        root,
        {
            "PATH": os.pathsep.join(
                (str(bin_), str(Path(sys.executable).parent), os.environ["PATH"])
            ),
            "PRE_COMMIT_HOME": str(place.parent / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **names,
        },
    )
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GITHUB_STEP_SUMMARY"):
        env.pop(name, None)
    done = subprocess.run(
        command, cwd=place, env=env, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    if check:
        assert done.returncode == 0, done.stdout + done.stderr
    return done


def edit(repository: Path, name: str, old: str, new: str) -> None:
    path = repository / "articles" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_pre_commit_checks_a_commit(repository: Path) -> None:
    run(repository, sys.executable, "-m", "pre_commit", "install")
    edit(repository, "customs-house.md", "every sack twice", "every sack three times")
    run(repository, "git", "commit", "-q", "-a", "-m", "Three times")
    edit(repository, "customs-house.md", *BREAK)
    refused = run(repository, "git", "commit", "-q", "-a", "-m", "A slip", check=False)
    assert refused.returncode == 1
    assert "Lindqvist 2014" in refused.stderr + refused.stdout
    assert "A slip" not in run(repository, "git", "log", "--format=%s").stdout


def test_pre_commit_on_everything(repository: Path) -> None:
    done = run(repository, sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert "Passed" in done.stdout


def steps(document: Any) -> Iterator[str]:
    """Give the commands of a workflow's or a GitLab job's steps that do not install anything."""
    if isinstance(document, dict):
        for key, value in document.items():
            if key in ("run", "script"):
                for command in [value] if isinstance(value, str) else value:
                    if "pip install" not in command:
                        yield command
            else:
                yield from steps(value)
    elif isinstance(document, list):
        for each in document:
            yield from steps(each)


@pytest.mark.parametrize("name", [".github/workflows/srccheck.yml", ".gitlab-ci.yml"])
def test_its_pipelines_pass_and_fail_where_they_should(repository: Path, name: str) -> None:
    commands = list(steps(yaml.safe_load((repository / name).read_text(encoding="utf-8"))))
    assert len(commands) == 1
    for command in commands:
        run(repository, "bash", "-c", command)
    edit(repository, "customs-house.md", *BREAK)
    for command in commands:
        done = run(repository, "bash", "-c", command, check=False)
        assert done.returncode == 1
        if name.endswith("gitlab-ci.yml"):
            (issue,) = json.loads((repository / "gl-code-quality-report.json").read_text("utf-8"))
            assert issue["location"]["path"] == "articles/customs-house.md"
        else:
            assert "::error file=articles/customs-house.md,line=5," in done.stdout


def test_the_action_and_the_template_run(repository: Path, root: Path) -> None:
    action = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    (step,) = list(steps(action))
    edit(repository, "customs-house.md", *BREAK)
    given = (
        'export SRCCHECK_PATHS="articles" SRCCHECK_ARGS="--select CIT002" SRCCHECK_SARIF=o.sarif\n'
    )
    done = run(repository, "bash", "-euo", "pipefail", "-c", given + step, check=False)
    assert done.returncode == 1, done.stderr
    assert "::error file=articles/customs-house.md" in done.stdout
    (result,) = json.loads((repository / "o.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "CIT002"
    none = 'export SRCCHECK_PATHS="articles/lighthouse.txt" SRCCHECK_ARGS="" SRCCHECK_SARIF=""\n'
    run(repository, "bash", "-euo", "pipefail", "-c", none + step)
    template = root / "templates" / "srccheck.gitlab-ci.yml"
    (command,) = list(steps(yaml.safe_load(template.read_text(encoding="utf-8"))))
    done = run(repository, "bash", "-c", f"SRCCHECK_PATHS=articles; {command}", check=False)
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "examples/editorial/.github/workflows/srccheck.yml"),
        ("vendor.gitlab-ci", "examples/editorial/.gitlab-ci.yml"),
        ("vendor.gitlab-ci", "templates/srccheck.gitlab-ci.yml"),
    ],
)
def test_files_for_servers_keep_their_schemas(root: Path, schema: str, path: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    if schema == "vendor.gitlab-ci":
        command += ["--data-transform", "gitlab-ci"]
    done = subprocess.run([*command, str(root / path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_hooks_are_hooks(root: Path) -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [each["id"] for each in hooks] == ["srccheck", "srccheck-fix", "srccheck-bib"]
