"""Print the findings that the working tree gains and loses against another version.

    python tools/gains.py [REVISION] [PATH...]

REVISION is a commit (main by default); the paths are manuscripts or folders, by default the
examples and, where it is at hand, the shared corpus beside the project. Put what it prints into the
message of a commit that changes findings, and read every line of it first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ("examples", "../shared/manuscripts", "../shared/seeds")

Row = tuple[str, int, int, str, str, str, str]


def findings(source: Path, paths: Sequence[str]) -> dict[Row, int]:
    """Lint ``paths`` with the program in ``source``/src; each finding and how often it is there."""
    environment = {**os.environ, "PYTHONPATH": str(source / "src"), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", "srccheck", "lint", "--format", "json", "--exit-zero", *paths]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    if not run.stdout:
        sys.exit(f"{source}: {run.stderr.decode(errors='replace')}")
    rows: dict[Row, int] = {}
    for each in json.loads(run.stdout)["diagnostics"]:
        place = each["location"]
        row = (
            each["path"], place["line"], place["column"], each["code"], each["severity"],
            each["excerpt"], each["message"],
        )  # fmt: skip
        rows[row] = rows.get(row, 0) + 1
    return rows


def main() -> None:
    """Compare, and print one line a finding: + gained, - lost."""
    revision = sys.argv[1] if len(sys.argv) > 1 else "main"
    paths = sys.argv[2:] or [path for path in CORPUS if (ROOT / path).is_dir()]
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "-q", "--detach", str(other), revision], check=True)
        try:
            before = findings(other, paths)
        finally:
            subprocess.run([*git, "remove", "--force", str(other)], check=True)
    after = findings(ROOT, paths)
    gained, lost = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    for sign, rows in (("-", lost), ("+", gained)):
        for path, line, column, code, severity, excerpt, message in rows:
            print(f"{sign} {path}:{line}:{column} {severity} {code} [{excerpt[:60]}] {message}")
    total = sum(after.values())
    print(f"{len(gained)} gained, {len(lost)} lost, {total} in all against {revision}")


if __name__ == "__main__":
    main()
