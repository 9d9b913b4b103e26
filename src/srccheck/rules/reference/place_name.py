"""place-name (REF004): a place of publication misspelt, or in two forms in one list.

What it does:
    Reports a place of publication that is one letter away from a known place and is no form of it
    in any language (Moskow); and, in entries of one language, a romanised form beside another
    form of the same place (Hanoj, right in its scheme, beside Hanoi). Forms that title pages of
    different languages or times have (Moskau beside Moscow, Peking beside Beijing) are left alone.
Why it matters:
    A misspelt place is the first thing that readers see of a careless list.
Example:
    ## References

    Bovin, A.E. *Moj XX vek. Vospominanija*. Moskow, 2003.
Use instead:
    ## References

    Bovin, A.E. *Moj XX vek. Vospominanija*. Moscow, 2003.
Fix safety:
    Unsafe: the known form, or the list's usual one, is written.
Options:
    None.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from srccheck.references import Entry, ReferenceList
from srccheck.resolve import Apparatus
from srccheck.resolve.place_forms import is_romanised_form, nearest_form
from srccheck.rules.base import Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.edits import respell
from srccheck.rules.entry_names import language_of_entry
from srccheck.text import Place
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.translit import Authority


_JUDGED = (None, "en", "de", "ru")  # other languages have names of places that nobody lists


@dataclass(frozen=True, slots=True)
class _Printed:
    """A known place of publication as an entry has it."""

    entry: Entry
    text: str
    place: Place
    authority: Authority


class PlaceName(Rule):
    """A place of publication in a wrong or a second form."""

    code = "REF004"
    name = "place-name"
    severity = Severity.WARNING
    summary = "a place of publication misspelt, or in two forms in one list"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield misspelt places, then the second forms of each list."""
        for each in apparatus.lists:
            yield from _check_list(apparatus, each)


def _check_list(apparatus: Apparatus, each: ReferenceList) -> Iterator[Finding]:
    from srccheck.translit import place

    forms: dict[str, list[_Printed]] = defaultdict(list)
    for entry in each.entries:
        where = entry.field_place("place")
        if where is None or not entry.place_name or apparatus.quote(where) != entry.place_name:
            continue
        known = place(entry.place_name)
        if known is None:
            continue
        printed = _Printed(entry, entry.place_name, where, known.authority)
        if known.status != "slip":
            forms[known.authority.established].append(printed)
        elif language_of_entry(entry) in _JUDGED:
            right = nearest_form(printed.text, printed.authority)
            yield _finding(printed, right, f"a slip for {right}")
    for group in forms.values():
        yield from _second_forms(group)


def _second_forms(group: Sequence[_Printed]) -> Iterator[Finding]:
    """Yield romanised forms beside the usual one, and others beside a usual romanised one."""
    counts = Counter(each.text for each in group)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    first = next(each for each in group if each.text == usual)
    origin = f" ← {first.authority.cyrillic[0]}" if first.authority.cyrillic else ""
    languages = {language_of_entry(each.entry) for each in group if each.text == usual}
    for each in group:
        if (
            each.text != usual
            and language_of_entry(each.entry) in languages
            and is_romanised_form(each.text, each.authority)
            != is_romanised_form(first.text, first.authority)
        ):
            related = (Related(first.place, "the list's form"),)
            yield _finding(each, usual, f"elsewhere in this list {usual}{origin}", related)


def _finding(
    printed: _Printed, right: str, reason: str, related: tuple[Related, ...] = ()
) -> Finding:
    return Finding(
        printed.place,
        f"{printed.text}: {reason}",
        fix=Fix(Safety.UNSAFE, f"write {right}", (respell(printed.place, printed.text, right),)),
        related=related,
    )
