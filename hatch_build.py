"""The build hook: data files of refs/ compiled to what loads fast, inside the package.

Runs for wheels and for editable installs. Each entry of ``COMPILERS`` writes one file of
``src/srccheck/_compiled`` and needs nothing but the standard library.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILERS = ("srccheck.archives.compiled",)


class CompileData(BuildHookInterface[Any]):
    """Writes srccheck/_compiled before files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every data file and put the results into the wheel."""
        root = Path(self.root)
        if self.target_name != "wheel" or not (root / "refs").is_dir():
            return
        sys.path.insert(0, str(root / "src"))
        try:
            for name in COMPILERS:
                import_module(name).write()
        finally:
            sys.path.remove(str(root / "src"))
        build_data["artifacts"].append("src/srccheck/_compiled/*.json")
