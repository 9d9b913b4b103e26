"""The build hook: data files and patterns compiled to what loads fast, inside the package.

Runs for wheels and for editable installs, with what pyproject.toml requires of a build.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface[Any]):
    """Writes srccheck/_compiled before files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what srccheck.compiling names and put the results into the wheel."""
        root = Path(self.root)
        if self.target_name != "wheel" or not (root / "refs").is_dir():
            return
        source = root / "src"
        environment = {**os.environ, "PYTHONPATH": str(source)}
        command = [sys.executable, "-m", "srccheck.compiling"]
        subprocess.run(command, cwd=root, env=environment, check=True)
        if version == "editable":  # an installer compiles the modules of a wheel, but not these
            compileall.compile_dir(source, quiet=2)
        build_data["artifacts"].append("src/srccheck/_compiled/*")
