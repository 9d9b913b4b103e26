"""file-conflict (ARC010): one file in two places.

What it does:
    Reports one fond, opis and delo cited under two papkas, and two numbers of one opis of which
    each is once the papka and once the delo.
Why it matters:
    One of the two numbers is wrong, and a reader who orders the wrong folder gets another file.
Example:
    He protested (Archive of Foreign Policy of the Russian Federation [AVP RF], f. 79, op. 32,
    d. 47, p. 5, ll. 10–12), then signed (AVP RF, f. 79, op. 32, d. 47, p. 4, ll. 130–132).
Use instead:
    He protested (Archive of Foreign Policy of the Russian Federation [AVP RF], f. 79, op. 32,
    d. 47, p. 5, ll. 10–12), then signed (AVP RF, f. 79, op. 32, d. 47, p. 5, ll. 130–132).
Fix safety:
    There is no fix: which number is right is in the author's notes.
Options:
    None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from srccheck.archives import Level, LevelName
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.files import at, file_key, references, span_of
from srccheck.rules.majority import minority
from srccheck.text import Place

Occurrence = tuple[Resolved, Level, Place]


class FileConflict(Rule):
    """One file under two papkas."""

    code = "ARC010"
    name = "file-conflict"
    severity = Severity.ERROR
    summary = "one file in two places"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the references whose papka is not the one the file mostly has."""
        files: dict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
        exchanged: dict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
        for resolved, reference in references(apparatus):
            key = file_key(reference)
            papka = next((each for each in reference.written if each.name is LevelName.PAPKA), None)
            delo = next((each for each in reference.written if each.name is LevelName.DELO), None)
            if key is None or papka is None:
                continue
            span = papka.span
            if delo is not None:
                ordered = sorted((papka, delo), key=lambda level: level.span)
                span = span_of(*ordered)
            occurrence = (resolved, papka, at(resolved, span))
            files[key].append(occurrence)
            numbers = sorted({papka.value, key[-1]})
            if len(numbers) == 2:
                exchanged[*key[:-1], *numbers].append(occurrence)
        yield from _two_papkas(apparatus, files.values())
        yield from _exchanged(apparatus, exchanged.values())


def _two_papkas(apparatus: Apparatus, groups: Iterable[list[Occurrence]]) -> Iterator[Finding]:
    for occurrences in groups:
        for each in minority(occurrences, lambda item: item[1].value):
            _, papka, place = each.item
            _, usual, usual_place = each.usual
            yield Finding(
                place,
                f"{apparatus.quote(place)}: the same file is in papka {usual.value} elsewhere,"
                f" not {papka.value}",
                related=(Related(usual_place, "the same file"),),
            )


def _exchanged(apparatus: Apparatus, groups: Iterable[list[Occurrence]]) -> Iterator[Finding]:
    for occurrences in groups:
        for each in minority(occurrences, lambda item: item[1].value):
            _, papka, place = each.item
            _, usual, usual_place = each.usual
            yield Finding(
                place,
                f"{apparatus.quote(place)}: elsewhere {usual.value} is the papka and {papka.value}"
                " the delo",
                related=(Related(usual_place, "the other way round"),),
            )
