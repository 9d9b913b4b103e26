"""Findings with their positions in the file: what reports are made of."""

from __future__ import annotations

from srccheck.rules.base import Rule, Severity
from srccheck.text import Location, Place
from srccheck.values import dataclass


@dataclass(frozen=True, slots=True)
class DiagnosticEdit:
    """Replace the file's text between two locations."""

    location: Location
    end_location: Location
    replacement: str


@dataclass(frozen=True, slots=True)
class DiagnosticFix:
    """A fix in file coordinates; ``safety`` is "safe" or "unsafe"."""

    safety: str
    message: str
    edits: tuple[DiagnosticEdit, ...]


@dataclass(frozen=True, slots=True)
class DiagnosticRelated:
    """Another place that explains a diagnostic; ``place`` as in Diagnostic."""

    path: str
    location: Location
    end_location: Location
    excerpt: str
    message: str
    place: Place | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, ready to be shown.

    ``raw`` is the file's own slice between the two locations, ``excerpt`` the same as a reader sees
    it. ``context`` is the paragraph round it as a reader sees it; the finding's words are
    ``context[context_start:context_end]``. ``stream`` is "body", "note" or "references".
    ``place`` is the same place in stream coordinates, for reports that show the manuscript; None
    where a finding was made without one. ``where`` names the place in a format without lines
    ("note 12, ¶ 57"), "" where line and column do.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    stream: str
    note: str | None
    paragraph: int | None
    location: Location
    end_location: Location
    raw: str
    excerpt: str
    fix: DiagnosticFix | None = None
    related: tuple[DiagnosticRelated, ...] = ()
    context: str = ""
    context_start: int = 0
    context_end: int = 0
    place: Place | None = None
    where: str = ""


def outside(
    rule: type[Rule],
    message: str,
    path: str,
    location: Location,
    end_location: Location | None = None,
    raw: str = "",
    fix: DiagnosticFix | None = None,
) -> Diagnostic:
    """Give a finding that stands outside every stream: in a comment, in another file, in none."""
    shown = " ".join(raw.split())
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=message,
        path=path,
        stream="body",
        note=None,
        paragraph=None,
        location=location,
        end_location=end_location or location,
        raw=raw,
        excerpt=shown,
        fix=fix,
        context=shown,
        context_end=len(shown),
    )
