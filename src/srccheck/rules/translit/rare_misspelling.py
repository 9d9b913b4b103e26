"""rare-misspelling (TRN007): a name seen once, one slip away from a name seen often.

What it does:
    Points at a name that the author's own prose has once and that differs in one letter, not the
    first and none of the last two, from a name that stands there five times or more. Inflected
    forms, women's forms and shorter names are left alone; so is every word in quotations, titles
    and citations.
Why it matters:
    No spelling checker knows names; the eye reads what it expects.
Example:
    Molotov came. They told Molotov so, and Molotov agreed with Stalin. When Molotov had left, they
    praised Molotov. Only Stalin called Molatov a fool.
Use instead:
    Molotov came. They told Molotov so, and Molotov agreed with Stalin. When Molotov had left, they
    praised Molotov. Only Stalin called Molotov a fool.
Fix safety:
    There is no fix: it may be another name.
Options:
    None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.prose_names import capitalised, prose_name

OFTEN = 5  # uses of a name that is surely spelt right
SHORTEST = 7  # letters; shorter names are too often one letter apart
KEPT = 2  # letters at the end that a slip leaves alone: endings differ for other reasons


class RareMisspelling(Rule):
    """A name that looks like a slip for another."""

    code = "TRN007"
    name = "rare-misspelling"
    severity = Severity.INFO
    summary = "a name seen once, one slip away from a name seen often"
    gives_way_to = ("CIT003", "TRN001", "TRN002", "TRN006")

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the rare names in the order of the text."""
        found = [
            finding
            for rare, usual in _candidates(apparatus)
            if (finding := _finding(apparatus, rare, usual))
        ]
        yield from sorted(found, key=lambda each: each.place)


def _candidates(apparatus: Apparatus) -> Iterator[tuple[str, str]]:
    """Give the pairs of a word that stands once and a frequent one, a slip apart."""
    from srccheck.translit.folding import inflected, one_slip

    counts = {word: n for word, n in capitalised(apparatus).items() if len(word) >= SHORTEST}
    often: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= OFTEN:
            often[word[0], word[-KEPT:]].append(word)
    for word, count in counts.items():
        for usual in often.get((word[0], word[-KEPT:]), ()) if count == 1 else ():
            if one_slip(word.lower(), usual.lower()) and not inflected(word, usual):
                yield word, usual


def _finding(apparatus: Apparatus, rare: str, usual: str) -> Finding | None:
    one = prose_name(apparatus, rare)
    if not one.certain:
        return None
    often = prose_name(apparatus, usual)
    if not often.certain or len(often.uses) < OFTEN:
        return None
    use, first = one.uses[0], often.uses[0]
    before = {each.before for each in often.uses if not each.opens}
    if use.before and before - {""} and use.before[0] not in {each[:1] for each in before}:
        return None  # after another given name: another person
    return Finding(
        use.place,
        f"{rare}: only here; {usual} stands {len(often.uses)} times",
        related=(Related(first.place, "the frequent name"),),
    )
