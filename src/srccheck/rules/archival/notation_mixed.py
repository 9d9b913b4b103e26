"""notation-mixed (ARC011): one reference in another notation than the others.

What it does:
    Compares how references to archives of the fond type are written: labels in Latin letters, in
    Cyrillic, spelled out, or compact (17/3/40/7). The rarer notation is reported. Labelled at the
    first citation of an archive and compact ever after is a convention, not a slip.
Why it matters:
    House style; and a compact reference among labelled ones was often pasted from elsewhere.
Example:
    It was said in May (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3,
    d. 8, l. 5), in June (RGASPI, 17/3/40/7) and in July (RGASPI, f. 17, op. 3, d. 9, l. 12).
Use instead:
    It was said in May (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3,
    d. 8, l. 5), in June (RGASPI, f. 17, op. 3, d. 40, l. 7) and in July (RGASPI, f. 17, op. 3,
    d. 9, l. 12).
Fix safety:
    Unsafe: the reference is rewritten with labels.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.archives import ArchivalReference, Notation, Style, render
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import archive_of, script_of, written
from srccheck.rules.majority import minority

FOND_TYPE = "fond"
Occurrence = tuple[Resolved, ArchivalReference]


class NotationMixed(Rule):
    """One notation among another."""

    code = "ARC011"
    name = "notation-mixed"
    severity = Severity.WARNING
    summary = "one reference in another notation than the others"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the references in a minority notation."""
        occurrences = [
            (resolved, reference)
            for resolved, reference in written(apparatus)
            if reference.written and _of_fond_type(apparatus, reference)
        ]
        compact_by_convention = _labelled_then_compact(occurrences)
        for each in minority(occurrences, _notation):
            resolved, reference = each.item
            if reference.archive in compact_by_convention:
                continue
            yield Finding(
                resolved.place,
                f"{apparatus.quote(resolved.place)}: {_notation(each.item)}, where the others are"
                f" {each.usual_form}",
                fix=_fix(apparatus, resolved, reference, each.usual[1]),
                related=(Related(each.usual[0].place, "so elsewhere"),),
            )


def _of_fond_type(apparatus: Apparatus, reference: ArchivalReference) -> bool:
    archive = archive_of(apparatus, reference)
    return archive is None or archive.convention == FOND_TYPE


def _notation(occurrence: Occurrence) -> str:
    reference = occurrence[1]
    if reference.notation is Notation.COMPACT:
        return "compact"
    if reference.notation is Notation.SPELLED:
        return "spelled out"
    return f"labelled in {script_of(reference)} letters"


def _labelled_then_compact(occurrences: list[Occurrence]) -> set[str | None]:
    """Give the archives that are labelled at first and compact ever after."""
    forms: dict[str | None, list[bool]] = {}
    for _, reference in occurrences:
        compact = reference.notation is Notation.COMPACT
        forms.setdefault(reference.archive, []).append(compact)
    return {archive for archive, compact in forms.items() if _turns_compact(compact)}


def _turns_compact(compact: list[bool]) -> bool:
    """Tell whether a run of references is labelled, then compact to its end, at least twice."""
    if compact[0] or compact.count(True) < 2:
        return False
    return all(compact[compact.index(True) :])


def _fix(
    apparatus: Apparatus,
    resolved: Resolved,
    reference: ArchivalReference,
    usual: ArchivalReference,
) -> Fix | None:
    if reference.notation is not Notation.COMPACT or usual.notation is not Notation.LABELLED:
        return None
    style = Style.CYRILLIC if script_of(usual) == "Cyrillic" else Style.LATIN
    text = render(reference, apparatus.registry, style)
    return Fix(Safety.UNSAFE, f"write {text}", (Edit(resolved.place, text),))
