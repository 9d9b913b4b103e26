"""The documents that are made from the code are those the code makes now."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType


def _tool(root: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, root / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_files_that_follow_from_the_code_are_current(root: Path) -> None:
    for path, text in _tool(root, "write_config_files").texts():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run `make docs`"


def test_rule_docs_are_current(root: Path) -> None:
    tool = _tool(root, "write_rule_docs")
    written = (root / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == tool.rule_docs(), "run `make docs`"


def test_every_command_of_the_readme_is_there(root: Path) -> None:
    from srccheck.cli.app import app

    readme = (root / "README.md").read_text(encoding="utf-8")
    names = {command.callback.__name__ for command in app.registered_commands if command.callback}
    for name in names:
        assert f"srccheck {name}" in readme, name
