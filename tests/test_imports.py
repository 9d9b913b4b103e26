"""What a command may import: a start costs what it imports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from office_factory import docx, p

HEAVY = {
    "aiohttp", "asyncio", "bibtexparser", "concurrent.futures.process", "jinja2", "lxml", "marko",
    "pydantic", "pygments", "rapidfuzz", "requests", "rich", "sqlite3", "ssl", "unittest",
    "urllib3", "yaml",
}  # fmt: skip
# What a usual manuscript does not ask for: other reports, grammars and names of other countries.
UNASKED = HEAVY | {
    "csv",
    "gzip",
    "srccheck.archives.american",
    "srccheck.archives.compact",
    "srccheck.archives.designated",
    "srccheck.archives.documents",
    "srccheck.report.archives",
    "srccheck.report.extract_json",
    "srccheck.report.register",
    "srccheck.translit.common_reading",
    "srccheck.translit.detection",
    "tomllib",
}
OURS = {"srccheck.archives", "srccheck.citations", "srccheck.lint", "srccheck.rules"}

TEXT = "He complained at length.\n"


@pytest.mark.parametrize(
    ("command", "forbidden"),
    [
        (["--version"], HEAVY | OURS),
        (["--help"], HEAVY | OURS),
        (["lint", "missing.md"], HEAVY | OURS),
        (["lint", "a.txt"], UNASKED),
        (["lint", "a.txt", "--format=json"], UNASKED),
        (["lint", "a.md", "--format=concise"], UNASKED - {"marko"}),
        (["lint", "a.docx"], UNASKED - {"lxml", "gzip"}),
        (["rules"], HEAVY),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_imports(command: list[str], forbidden: set[str], root: Path, tmp_path: Path) -> None:
    for name in ("a.md", "a.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(docx(p(TEXT)))
    program = (
        "import sys\n"
        "from srccheck.cli import main\n"
        f"sys.argv = ['srccheck', *{command!r}]\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        check=True,
    )
    imported = set(done.stderr.split())
    assert "srccheck.cli" in imported
    assert imported & forbidden == set()


def test_the_build_needs_nothing_but_marko() -> None:
    """The build hook compiles patterns where the package's dependencies are not installed."""
    program = (
        "import sys\n"
        "for name in ('bibtexparser', 'certifi', 'jinja2', 'lxml', 'pathspec', 'pycrfsuite',\n"
        "             'rapidfuzz', 'requests', 'rich', 'stdnum', 'typer', 'urllib3'):\n"
        "    sys.modules[name] = None\n"  # importing it is an ImportError
        "from srccheck import lint\n"
        "from srccheck.compiling import phrases\n"
        "phrases()\n"
        "print(len(lint.lint('He left (Petrov 2010, 5).'.encode(), 'a.txt').diagnostics) > 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("True", "")
