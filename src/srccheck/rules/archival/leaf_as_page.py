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

from srccheck.archives import Level
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import archive_of, at, leaf, references, script
from srccheck.rules.labels import is_several
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
        leaves: dict[str, Place] = {}
        for resolved, reference in references(apparatus):
            level = leaf(reference)
            if level is None:
                continue
            archive = archive_of(apparatus, reference)
            convention = archive.convention if archive else "fond"
            place = at(resolved, level.span)
            if any(slip.rule == self.name for slip in reference.slips):
                if not is_quoted(apparatus.stream_of(resolved).text, resolved.place.start):
                    slips.append((place, level, convention))
            elif level.label:
                leaves.setdefault(convention, place)
        for place, level, convention in slips:
            usual = leaves.get(convention)
            label = _label(level)
            edit = Edit(_label_place(place, level), label)
            yield Finding(
                place,
                f"{apparatus.quote(place)}: this archive counts leaves ({label}), not pages",
                None if usual else Severity.INFO,
                fix=Fix(Safety.UNSAFE, f"write {label}", (edit,)) if level.label else None,
                related=(Related(usual, "leaves elsewhere"),) if usual else (),
            )


def _label(level: Level) -> str:
    several = is_several(level.raw)
    if script(level.label) == "Cyrillic":
        return "Л." if level.label[:1].isupper() else "л."
    return "ll." if several else "l."


def _label_place(place: Place, level: Level) -> Place:
    span = Span(level.span.start, level.span.start + len(level.label))
    return Place(place.stream, span.start, span.end)
