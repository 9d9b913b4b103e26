"""leaf-as-page (ARC005): p. or pp. where the archive counts leaves.

What it does:
    Reports page labels in references to archives whose files are counted in leaves, also through
    ibid. A manuscript that never counts leaves at such archives has made it a convention: then it
    is only info. What stands in quotation marks is another's wording and is left alone.
Why it matters:
    A leaf has two sides: leaf 151 is not page 151, and a file may bear both counts.
Example:
    It was decided (Russian State Archive of Socio-Political History [RGASPI], f. 495, op. 201,
    d. 3, ll. 104–105), then forgotten (RGASPI, f. 495, op. 201, d. 3, pp. 145–160).
Use instead:
    It was decided (Russian State Archive of Socio-Political History [RGASPI], f. 495, op. 201,
    d. 3, ll. 104–105), then forgotten (RGASPI, f. 495, op. 201, d. 3, ll. 145–160).
Fix safety:
    Unsafe: the label is replaced; the author may really have counted pages.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.archives import ArchivalReference, Level
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import archive_of, at, leaf, references, script
from srccheck.rules.labels import has_plural, in_number, is_several
from srccheck.rules.quoting import is_quoted
from srccheck.text import Place, Span


class LeafAsPage(Rule):
    """A leaf called a page."""

    code = "ARC005"
    name = "leaf-as-page"
    severity = Severity.WARNING
    summary = "p. or pp. where the archive counts leaves"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the leaves labelled as pages."""
        slips: list[tuple[Place, Level, str]] = []
        leaves: dict[str, tuple[Place, str]] = {}
        for resolved, reference in references(apparatus):
            level = leaf(reference)
            if level is None:
                continue
            archive = archive_of(apparatus, reference)
            convention = archive.convention if archive else "fond"
            place = at(resolved, level.span)
            if _is_paged(reference, level):
                if not is_quoted(apparatus.stream_of(resolved).text, resolved.place.start):
                    slips.append((place, level, convention))
            elif level.label:
                leaves.setdefault(convention, (place, level.label))
        for place, level, convention in slips:
            usual, usual_label = leaves.get(convention, (None, ""))
            label = _label(level, usual_label)
            edit = Edit(_label_place(place, level), label)
            yield Finding(
                place,
                f"{apparatus.quote(place)}: this archive counts leaves ({label}), not pages",
                None if usual else Severity.INFO,
                fix=Fix(Safety.UNSAFE, f"write {label}", (edit,)) if level.label else None,
                related=(Related(usual, "leaves elsewhere"),) if usual else (),
            )


def _is_paged(reference: ArchivalReference, level: Level) -> bool:
    """Tell whether the leaf's own label counts pages: in "l. 5, p. 3" it does not."""
    return any(
        slip.rule == LeafAsPage.name and slip.span.start <= level.span.start
        for slip in reference.slips
    )


def _label(level: Level, usual: str) -> str:
    """Give the label that the manuscript has for leaves, or else the usual one of the script."""
    several = is_several(level.raw)
    if script(level.label) != script(usual or level.label):
        usual = ""
    if script(level.label) == "Cyrillic":
        usual = usual or "л."
        usual = usual[:1].upper() + usual[1:] if level.label[:1].isupper() else usual
        return in_number(usual, plural=False)
    usual = usual or "l."
    return in_number(usual, plural=several) if has_plural(usual) else usual


def _label_place(place: Place, level: Level) -> Place:
    span = Span(level.span.start, level.span.start + len(level.label))
    return Place(place.stream, span.start, span.end)
