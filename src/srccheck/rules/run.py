"""Run rules over an apparatus and turn findings into diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Fix, Related, Rule
from srccheck.rules.diagnostic import (
    Diagnostic,
    DiagnosticEdit,
    DiagnosticFix,
    DiagnosticRelated,
)
from srccheck.rules.doubt import Doubted

CONTEXT = 400  # code points of a paragraph kept on either side of a finding


def run_rules(
    apparatus: Apparatus,
    rules: Iterable[Rule],
    options: Mapping[str, Any] | None = None,
) -> tuple[Diagnostic, ...]:
    """Give the diagnostics of ``rules``, in the order of the file.

    ``options`` maps a rule's code to an instance of its options class. Where two rules report the
    same span and one gives way to the other, only the other's finding stays.
    """
    given = options or {}
    found = [
        (rule, finding)
        for rule in rules
        for finding in rule.check(apparatus, given.get(rule.code) or rule.options())
    ]
    taken = {(finding.place, rule.code) for rule, finding in found}
    kept = [
        (rule, finding)
        for rule, finding in found
        if not any((finding.place, code) in taken for code in rule.gives_way_to)
    ]
    doubted = Doubted.of(apparatus.entries)
    diagnostics = [
        to_diagnostic(apparatus, rule, doubted.graded(rule, finding)) for rule, finding in kept
    ]
    files = {file.path: number for number, file in enumerate(apparatus.manuscript.files())}
    return tuple(
        sorted(
            diagnostics,
            key=lambda each: (files[each.path], each.location, each.end_location, each.code),
        )
    )


def to_diagnostic(apparatus: Apparatus, rule: Rule, finding: Finding) -> Diagnostic:
    """Give a finding its positions, its quote and the paragraph round it."""
    manuscript = apparatus.manuscript
    place = finding.place
    stream = manuscript.streams[place.stream]
    passage = manuscript.passage(place)
    paragraph = stream.paragraph_at(place.start) if stream.paragraphs else None
    start, end = (paragraph.start, paragraph.end) if paragraph else (0, 0)
    left, right = max(start, place.start - CONTEXT), min(end, place.end + CONTEXT)
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=finding.severity or rule.severity,
        message=finding.message,
        path=passage.path,
        stream=stream.kind.value,
        note=stream.label,
        paragraph=paragraph.number if paragraph else None,
        location=passage.location,
        end_location=passage.end_location,
        raw=passage.raw,
        excerpt=manuscript.excerpt(place),
        fix=_fix(apparatus, finding.fix, passage.path) if finding.fix else None,
        related=tuple(_related(apparatus, related) for related in finding.related),
        context=stream.text[left:right],
        context_start=place.start - left,
        context_end=max(place.start, min(place.end, right)) - left,
        place=place,
        where=manuscript.where(place),
    )


def _fix(apparatus: Apparatus, fix: Fix, path: str) -> DiagnosticFix | None:
    """Give a fix in file coordinates; None where it would edit another file, or part of a macro."""
    edits = []
    for edit in fix.edits:
        passage = apparatus.manuscript.passage(edit.place)
        if passage.path != path or apparatus.manuscript.divides_atom(edit.place):
            return None
        edits.append(DiagnosticEdit(passage.location, passage.end_location, edit.replacement))
    return DiagnosticFix(fix.safety.value, fix.message, tuple(edits))


def _related(apparatus: Apparatus, related: Related) -> DiagnosticRelated:
    manuscript = apparatus.manuscript
    passage = manuscript.passage(related.place)
    return DiagnosticRelated(
        passage.path,
        passage.location,
        passage.end_location,
        manuscript.excerpt(related.place),
        related.message,
        related.place,
        manuscript.where(related.place),
    )
