"""Writes what follows from the code: the schema of the configuration, and the endings of
manuscripts in the hooks for pre-commit. ``make docs`` runs it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from srccheck.config.json_schema import json_schema
from srccheck.config.starter import suffixes

ROOT = Path(__file__).resolve().parent.parent
HOOKS = (".pre-commit-hooks.yaml", "examples/editorial/.pre-commit-config.yaml")
_ENDINGS = re.compile(r"(?<=files: '\\\.\()[^)]*(?=\)\$')")


def texts() -> Iterator[tuple[Path, str]]:
    """Give each file that follows from the code, with the text it should have."""
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    yield ROOT / "refs" / "srccheck.schema.json", schema
    for name in HOOKS:
        path = ROOT / name
        yield path, _ENDINGS.sub(suffixes(), path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    for path, text in texts():
        path.write_text(text, encoding="utf-8")
