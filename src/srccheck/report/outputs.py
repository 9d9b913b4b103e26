"""The outputs of a run by name, for ``--format NAME`` and ``--report NAME=FILE``.

An output is a module of this package with one function, ``output(report, request)``, which gives
text, bytes, or several files (their bytes by name, for a target that is a folder). It is loaded
when it is asked for; this table is all that a start reads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from srccheck.errors import UsageError
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.report.summary import LintReport
    from srccheck.report.window import Look

Made = str | bytes | Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Output:
    """What is known of an output before it is loaded.

    ``about`` is a line for the help. ``people``: it is read by people, so that it goes to standard
    output in the terminal's own encoding and leaves out what standard error has said already.
    ``needs_file``: it makes no sense on standard output. ``apparatus``: it looks at each file's
    apparatus, which a run otherwise throws away (``Settings.keep_apparatus``). ``mixes``: its lines
    can stand among those of another report on standard output.
    """

    module: str
    about: str
    people: bool = False
    needs_file: bool = False
    apparatus: bool = False
    mixes: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What an output is made for: the look of a terminal, and the file it goes to, if any."""

    look: Look
    target: Path | None = None


OUTPUTS: Final[Mapping[str, Output]] = {
    "text": Output("text", "findings by file, each in its paragraph", people=True),
    "concise": Output("concise", "one line a finding", people=True),
    "statistics": Output("statistics", "how often each rule was broken", people=True, mixes=True),
    "json": Output("lint_json", "everything, for programs"),
    "html": Output("html", "one page: findings, manuscript, sources", apparatus=True),
    "csv": Output("queries", "a table of questions to the author"),
    "jsonl": Output("jsonl", "the same, a line a finding"),
    "sarif": Output("sarif", "SARIF 2.1.0, for code scanning"),
    "github": Output("github", "annotations and job summary of GitHub Actions", mixes=True),
    "gitlab": Output("gitlab", "GitLab code quality"),
    "junit": Output("junit", "JUnit XML"),
    "checkstyle": Output("checkstyle", "Checkstyle XML"),
    "rdjson": Output("rdjson", "Reviewdog's format"),
    "docx": Output("docx", "a copy of the Word file with a comment a finding", needs_file=True),
}


def find_output(name: str) -> Output:
    """Give the output of a name; UsageError with the nearest names otherwise."""
    found = OUTPUTS.get(name.lower())
    if found is None:
        listed = ", ".join(OUTPUTS)
        raise UsageError(f"there is no report '{name}'", advice=f"The reports are {listed}")
    return found


def make(name: str, report: LintReport, request: Request) -> Made:
    """Give the output ``name`` of a run."""
    module = import_module(f"srccheck.report.{find_output(name).module}")
    output: Callable[[LintReport, Request], Made] = module.output
    return output(report, request)
