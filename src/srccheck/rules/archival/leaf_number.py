"""leaf-number (ARC008): a singular label with several leaves, or a plural one with a single leaf.

What it does:
    Reports l. 12–15 in a manuscript that writes ll. for several leaves (fol. 2–3 beside fols. 5–6),
    and ll. 12.
    Л. 55–56 is the normal Cyrillic form and is left alone unless the manuscript also writes Лл.;
    a leaf and its verso (l. 12–12ob.) take either label.
Why it matters:
    House style; and sometimes the second number was dropped.
Example:
    It was said (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3, d. 8,
    ll. 5–6) and repeated (RGASPI, f. 17, op. 3, d. 9, l. 12–15).
Use instead:
    It was said (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3, d. 8,
    ll. 5–6) and repeated (RGASPI, f. 17, op. 3, d. 9, ll. 12–15).
Fix safety:
    Safe: the label changes its number, nothing else.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.archives import Level
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.files import at, leaf, references
from srccheck.rules.labels import has_plural, in_number, is_plural, is_several, stem
from srccheck.text import Place, Span

_BOTH_SIDES = re.compile(
    r"(?<!\d)(?P<leaf>\d+)\s?(?:[^\W\d_]{1,5}\.?)?\s?[-–—‑−,]\s?(?P=leaf)(?!\d)"
)


class LeafNumber(Rule):
    """A leaf label in the wrong number."""

    code = "ARC008"
    name = "leaf-number"
    severity = Severity.WARNING
    summary = "a singular label with several leaves, or a plural one with a single leaf"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the leaf labels whose number is not that of the leaves."""
        leaves: list[tuple[Place, Level]] = []
        plural: dict[str, Place] = {}
        for resolved, reference in references(apparatus):
            level = leaf(reference)
            paged = any(slip.rule == "leaf-as-page" for slip in reference.slips)
            if level is None or paged or not has_plural(level.label):
                continue
            if _BOTH_SIDES.search(level.raw):
                continue
            leaves.append((at(resolved, level.span), level))
            if is_plural(level.label) and is_several(level.raw):
                plural.setdefault(stem(level.label), leaves[-1][0])
        for place, level in leaves:
            several = is_several(level.raw)
            usual = plural.get(stem(level.label))
            if is_plural(level.label) == several or (several and usual is None):
                continue
            label = in_number(level.label, plural=several)
            span = Span(level.span.start, level.span.start + len(level.label))
            yield Finding(
                place,
                f"{apparatus.quote(place)}: {level.label} for "
                f"{'several leaves' if several else 'one leaf'}, usually {label}",
                fix=Fix(
                    Safety.SAFE,
                    f"write {label}",
                    (Edit(Place(place.stream, span.start, span.end), label),),
                ),
                related=(Related(usual, "so elsewhere"),) if usual else (),
            )
