"""The report people read: findings by file, each with its place in the paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport, sum_up
from srccheck.report.table import BOLD, DIM, styled
from srccheck.report.window import PLAIN, Look, cells, crop, printable, shorten, wrap
from srccheck.rules import Diagnostic, DiagnosticFix, DiagnosticRelated, Severity
from srccheck.text import Location

INDENT = "      "
NARROWEST = 40

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_QUOTE = "1;4"  # bold, underlined


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    return "".join(f"{line}\n" for line in render_text(report, request.look))


def render_text(report: LintReport, look: Look = PLAIN) -> Iterator[str]:
    """Give the report line by line, without line ends; the last line sums up."""
    look = Look(max(look.width, NARROWEST), look.colour, look.links)
    legacy = {each.path: each.encoding for each in report.files if each.encoding != "utf-8"}
    for path, diagnostics in groupby(report.diagnostics, key=lambda each: each.path):
        read_as = f"  (read as {legacy[path]})" if path in legacy else ""
        yield styled(printable(path), BOLD, look) + styled(read_as, DIM, look)
        for diagnostic in diagnostics:
            yield from _finding(diagnostic, look)
            yield ""
    if report.files or report.diagnostics:
        yield sum_up(report)


def _finding(diagnostic: Diagnostic, look: Look) -> Iterator[str]:
    colour = _COLOURS[diagnostic.severity]
    place = diagnostic.where or _point(diagnostic.location)
    label = f"{diagnostic.severity.value} {diagnostic.code} {diagnostic.name}"
    head = f"  {_linked(place, diagnostic.path, look)} "
    head += styled(diagnostic.severity.value, f"{BOLD};{colour}", look)
    head += f" {styled(diagnostic.code, BOLD, look)} {styled(diagnostic.name, DIM, look)}"
    message = printable(diagnostic.message)
    taken = 2 + len(place) + 1 + len(label) + 2
    if taken + cells(message) <= look.width:
        yield f"{head}  {message}"
    else:
        yield head
        yield from (f"    {line}" for line in wrap(message, look.width - 4))
    yield from _quote(diagnostic, look)
    for related in diagnostic.related:
        yield _related(related, diagnostic.path, look)
    if diagnostic.fix:
        yield from _fix(diagnostic.fix, look)


def _quote(diagnostic: Diagnostic, look: Look) -> Iterator[str]:
    """Show the finding's words in their paragraph; under plain text a line of carets."""
    if diagnostic.context_start >= diagnostic.context_end:
        return
    window = crop(
        printable(diagnostic.context),
        diagnostic.context_start,
        diagnostic.context_end,
        look.width - len(INDENT),
    )
    before, quote = window.text[: window.start], window.text[window.start : window.end]
    after = window.text[window.end :]
    style = f"{_QUOTE};{_COLOURS[diagnostic.severity]}"
    yield f"{INDENT}{before}{styled(quote, style, look)}{after}".rstrip()
    if not look.colour:
        yield f"{INDENT}{' ' * cells(before)}{'^' * max(cells(quote), 1)}"


def _related(related: DiagnosticRelated, path: str, look: Look) -> str:
    place = related.where or _point(related.location)
    between = ": " if related.where else ":"
    shown = place if related.path == path else f"{printable(related.path)}{between}{place}"
    message = f" {printable(related.message)}: "
    room = max(look.width - len(INDENT) - cells(shown) - cells(message), NARROWEST // 2)
    excerpt = shorten(printable(related.excerpt), room)
    return f"{INDENT}{_linked(shown, related.path, look)}{message}{excerpt}"


def _fix(fix: DiagnosticFix, look: Look) -> Iterator[str]:
    label = "fix: " if fix.safety == "safe" else f"fix ({fix.safety}): "
    lines = wrap(label + printable(fix.message), look.width - len(INDENT))
    yield from (INDENT + line for line in lines)


def _point(location: Location) -> str:
    return f"{location.line}:{location.column}"


def _linked(text: str, path: str, look: Look) -> str:
    """Make ``text`` a link to the file (OSC 8), where the terminal shows links."""
    if not look.links or path.startswith("<"):
        return text
    address = Path(path).absolute().as_uri()
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"
