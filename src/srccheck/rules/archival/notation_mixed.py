"""notation-mixed (ARC011): one reference in another notation than the others.

What it does:
    Compares how references to archives of the fond type are written: with labels, spelled out, or
    compact (17/3/40/7), where they go by fond and opis; and, for archives whose own names are
    Cyrillic, whether the labels are Latin or Cyrillic. The rarer notation is reported. Labelled at
    the first citation and compact ever after is a convention, not a slip; a fond named in words is
    none either.
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

from collections import defaultdict
from collections.abc import Iterator

from srccheck.archives import ArchivalReference, LevelName, Notation, Style, render
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import archive_of, script, script_of, written
from srccheck.rules.majority import Minority, minority

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
        """Yield the references in a minority notation, then those in a minority script."""
        occurrences = [
            (resolved, reference)
            for resolved, reference in written(apparatus)
            if reference.written and _is_of_fond_type(apparatus, reference) and _is_file(reference)
        ]
        convention = _labelled_then_compact(occurrences)
        for each in minority(occurrences, _notation):
            if each.item[1].archive not in convention:
                yield _finding(apparatus, each)
        labelled = [
            each
            for each in occurrences
            if each[1].notation is Notation.LABELLED and _is_cyrillic(apparatus, each[1])
        ]
        for each in minority(labelled, _labels):
            yield _finding(apparatus, each)


def _finding(apparatus: Apparatus, each: Minority[Occurrence]) -> Finding:
    resolved, reference = each.item
    return Finding(
        resolved.place,
        f"{apparatus.quote(resolved.place)}: {each.form}, where the others are {each.usual_form}",
        fix=_fix(apparatus, resolved, reference, each.usual[1]),
        related=(Related(each.usual[0].place, "so elsewhere"),),
    )


def _is_of_fond_type(apparatus: Apparatus, reference: ArchivalReference) -> bool:
    archive = archive_of(apparatus, reference)
    return archive is None or archive.convention == FOND_TYPE


def _is_file(reference: ArchivalReference) -> bool:
    """Tell a reference by fond and opis from a Polish one, and a fond named in the prose."""
    if LevelName.OPIS not in reference.levels:
        return False
    return reference.notation is not Notation.SPELLED or LevelName.DELO in reference.levels


def _is_cyrillic(apparatus: Apparatus, reference: ArchivalReference) -> bool:
    """Tell whether the archive's own name is Cyrillic: a Polish one is Latin in any manuscript."""
    archive = archive_of(apparatus, reference)
    return archive is not None and script(next(iter(archive.abbreviations), "")) == "Cyrillic"


def _notation(occurrence: Occurrence) -> str:
    return {Notation.COMPACT: "compact", Notation.SPELLED: "spelled out"}.get(
        occurrence[1].notation, "labelled"
    )


def _labels(occurrence: Occurrence) -> str:
    return f"labelled in {script_of(occurrence[1])} letters"


def _labelled_then_compact(occurrences: list[Occurrence]) -> set[str | None]:
    """Give the archives that are labelled at first and compact ever after, or all of them."""
    forms: dict[str | None, list[bool]] = defaultdict(list)
    for _, reference in occurrences:
        forms[reference.archive].append(reference.notation is Notation.COMPACT)
    every = [reference.notation is Notation.COMPACT for _, reference in occurrences]
    if _turns_compact(every) and every.count(True) > every.count(False):
        return set(forms)
    return {archive for archive, compact in forms.items() if _turns_compact(compact)}


def _turns_compact(compact: list[bool]) -> bool:
    """Tell whether a run of references is labelled, then compact to its end, at least twice."""
    if compact[:1] != [False] or compact.count(True) < 2:
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
