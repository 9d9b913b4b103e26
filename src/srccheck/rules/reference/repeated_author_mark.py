"""repeated-author-mark (REF011): the sign for "the same author" is not the same everywhere.

What it does:
    Looks at the dashes (———, --, —) and words (Idem, Он же) that stand for the author of the entry
    above, and reports the ones that are not the list's usual one. Where at least three entries have
    such a mark and are the rule, it also reports an entry that spells out the author of the entry
    right above it. Each script is judged apart; ``.bib`` files have no such marks.
Why it matters:
    House style; a short dash among long ones is taken for a slip of the pen, or for no author.
Example:
    ## References

    Hoxha, Enver. *Rechi*. Tirana, 1980.

    ———. *Ditar*. Tirana, 1987.

    ———. *Kujtime*. Tirana, 1988.

    --. *Refleksione*. Tirana, 1989.
Use instead:
    ## References

    Hoxha, Enver. *Rechi*. Tirana, 1980.

    ———. *Ditar*. Tirana, 1987.

    ———. *Kujtime*. Tirana, 1988.

    ———. *Refleksione*. Tirana, 1989.
Fix safety:
    Safe: the list's usual mark is written. An author that is spelt out stays.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from srccheck.references import AuthorSource, Entry, ReferenceList
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.collation import script_of
from srccheck.rules.majority import minority
from srccheck.rules.quoting import entry_head, listed
from srccheck.text import Place

_ENOUGH = 3  # marks that make a rule


class RepeatedAuthorMark(Rule):
    """A mark of another kind, or none."""

    code = "REF011"
    name = "repeated-author-mark"
    severity = Severity.INFO
    summary = "marks for a repeated author of several kinds, or missing where others have one"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the odd marks, then the authors that are spelt out."""
        for each in apparatus.lists:
            marked = [entry for entry in each.entries if entry.repeated_author_mark]
            for script in {script_of(entry): None for entry in marked}:
                group = [entry for entry in marked if script_of(entry) == script]
                yield from _odd(apparatus, group)
            yield from _missing(each, marked)


def _odd(apparatus: Apparatus, marked: Sequence[Entry]) -> Iterator[Finding]:
    for each in minority(marked, lambda entry: entry.repeated_author_mark or ""):
        entry, mark, usual = each.item, str(each.form), str(each.usual_form)
        text = apparatus.manuscript.streams[entry.place.stream].text
        start = text.find(mark, entry.place.start, entry.place.end)
        place = Place(entry.place.stream, start, start + len(mark))
        fix = Fix(Safety.SAFE, f"write {usual}", (Edit(place, usual),))
        yield Finding(
            place,
            f"{mark}: the list writes {usual} for the same author",
            fix=None if mark[0].isalpha() or usual[0].isalpha() else fix,
            related=(Related(entry_head(each.usual), "the usual mark"),),
        )


def _missing(each: ReferenceList, marked: Sequence[Entry]) -> Iterator[Finding]:
    spelt = [
        (before, entry) for before, entry in pairwise(each.entries) if _spells_out(before, entry)
    ]
    if len(marked) < _ENOUGH or len(spelt) * 2 >= len(marked):
        return
    for before, entry in spelt:
        yield Finding(
            entry_head(entry),
            f"{listed(entry)}: the author of the entry above, spelt out; elsewhere the list has "
            f"{marked[0].repeated_author_mark}",
            related=(Related(entry_head(before), "the entry above"),),
        )


def _spells_out(before: Entry, entry: Entry) -> bool:
    return (
        entry.author_source is AuthorSource.EXPLICIT
        and bool(before.authors)
        and [name.sort_form for name in before.authors] == [n.sort_form for n in entry.authors]
    )
