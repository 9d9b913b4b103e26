"""The page: its parts put into the templates, its style and script named by their hashes."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from srccheck import __version__
from srccheck.lint import LintResult
from srccheck.report.html import findings, links, matches, schemes, text
from srccheck.report.html.anchors import Anchors, anchors_of
from srccheck.report.html.states import LABELS, MEANINGS, State
from srccheck.report.html.view import View
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport, count, sum_up
from srccheck.report.window import printable
from srccheck.rules import Diagnostic, Severity
from srccheck.values import dataclass

if TYPE_CHECKING:
    from jinja2 import Environment

SEVERITIES = tuple(reversed(Severity))


@dataclass(frozen=True, slots=True)
class FilePart:
    """What the page shows of one file."""

    number: int
    path: str
    facts: str
    counts: dict[Severity, int]
    anchors: Anchors
    states: tuple[tuple[State, int, float, float], ...]  # count, and where its bar begins and ends
    groups: tuple[findings.Group, ...]
    families: tuple[findings.Family, ...]
    rows: tuple[matches.Row, ...]
    archives: tuple[Any, ...]
    romanised: tuple[schemes.Romanised, ...]
    links: tuple[links.Row, ...]
    parts: tuple[text.Part, ...]


def output(report: LintReport, request: Request) -> str:
    """Give the page."""
    return render_html(report)


def render_html(report: LintReport) -> str:
    """Give one HTML document. The results of ``report`` have kept their apparatus."""
    works = _works(report.files)
    parts = [_file_part(each, number, len(works)) for number, each in enumerate(works, 1)]
    inside = {id(each) for result in report.files for each in result.diagnostics}
    template = _environment().get_template("page.html")
    style, script = _asset("page.css"), _asset("page.js")
    return template.render(
        tool=f"srccheck {__version__}",
        title=_title(report.files, len(works)),
        summary=sum_up(report),
        counts=_counts(report.diagnostics),
        files=parts,
        run=[each for each in report.diagnostics if id(each) not in inside],
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _works(files: Sequence[LintResult]) -> list[LintResult]:
    """Put the chapters of one work together, which share an apparatus."""
    works: list[LintResult] = []
    for each in files:
        last = works[-1] if works else None
        if last is None or each.apparatus is None or last.apparatus is not each.apparatus:
            works.append(each)
            continue
        works[-1] = replace(
            last,
            path=f"{last.path}, {each.path}",
            citations=last.citations + each.citations,
            entries=last.entries + each.entries,
            diagnostics=last.diagnostics + each.diagnostics,
        )
    return works


def _title(files: Sequence[LintResult], works: int) -> str:
    if works != 1:
        return count(works, "manuscript")
    return printable(", ".join(PurePath(each.path).name for each in files))


def _file_part(result: LintResult, number: int, total: int) -> FilePart:
    anchors = anchors_of(number, total)
    if result.apparatus is None:
        raise ValueError(f"the result of {result.path} has not kept its apparatus")
    view = View.of(result, result.apparatus, anchors)
    groups = findings.groups_of(view)
    facts = [
        count(result.citations, "citation"),
        count(result.entries, "entry", "entries"),
        {"author-date": "author and year", "notes": "notes"}.get(result.style, result.style),
    ]
    return FilePart(
        number,
        printable(result.path),
        " · ".join(facts),
        _counts(result.diagnostics),
        anchors,
        tuple(_bars(view.states)),
        groups,
        tuple(findings.families_of(groups)),
        matches.rows_of(view),
        view.tree.archives,
        tuple(schemes.romanised_of(view)),
        links.links_of(view),
        tuple(text.parts_of(view)),
    )


def _counts(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    counts = Counter(each.severity for each in diagnostics)
    return {severity: counts[severity] for severity in SEVERITIES}


def _bars(states: Sequence[State]) -> Iterator[tuple[State, int, float, float]]:
    """Give each state that occurs, how often, and its share of a bar of 100 units."""
    counts = Counter(states)
    at = 0.0
    for state in State:
        if counts[state]:
            width = 100 * counts[state] / len(states)
            yield state, counts[state], round(at, 3), round(width, 3)
            at += width


def _policy(style: str, script: str) -> str:
    """Give the page's Content-Security-Policy: nothing is loaded, our two texts alone are run."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _asset(name: str) -> str:
    """Give a file of this package; a browser hashes it with line feeds alone."""
    found = resources.files("srccheck.report.html").joinpath("assets", name)
    return found.read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(labels=LABELS, meanings=MEANINGS, severities=SEVERITIES)
    environment.filters.update(
        shown=printable,
        plural=_plural,
        capital=lambda text: text[:1].upper() + text[1:],
        folded=lambda text: " ".join(text.split()),
    )
    return environment


def _plural(severity: Severity, number: int = 2) -> str:
    if severity is Severity.INFO:
        return "info"
    return severity.value if number == 1 else f"{severity.value}s"
