"""The romanisations found in the lists of a manuscript, with the letters that say so."""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.references import Entry
from srccheck.report.html.view import View
from srccheck.report.window import printable
from srccheck.rules.list_scheme import ListScheme, list_scheme
from srccheck.values import dataclass

SAMPLES = 3  # entries shown for a scheme


@dataclass(frozen=True, slots=True)
class Romanised:
    """What a list is romanised by.

    ``schemes`` are the names of those that fit, the commonest first; ``evidence`` has pairs of a
    Cyrillic letter and how the list writes it; ``samples`` and ``deviating`` are ids and texts.
    """

    heading: str
    entries: int
    language: str
    schemes: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    samples: tuple[tuple[str, str], ...]
    deviating: tuple[tuple[str, str], ...]


_LANGUAGES = {"ru": "Russian", "uk": "Ukrainian", "be": "Belarusian", "bg": "Bulgarian"}


def romanised_of(view: View) -> Iterator[Romanised]:
    """Give the scheme of each list that has enough romanised entries."""
    for each in view.apparatus.lists:
        scheme = list_scheme(view.apparatus, each.entries)
        if scheme is not None and scheme.home.schemes:
            yield _romanised(view, each.heading, scheme)


def _romanised(view: View, heading: str, found: ListScheme) -> Romanised:
    from srccheck.translit import schemes

    known = schemes()
    names = dict.fromkeys(known[each].short_name for each in found.home.schemes)
    evidence = (each.partition("=") for each in found.home.evidence)
    return Romanised(
        printable(heading),
        len(found.entries),
        _LANGUAGES.get(found.home.language or "", found.home.language or ""),
        tuple(names),
        tuple((letter, written) for letter, _, written in evidence),
        tuple(_named(view, entry) for entry in found.entries[:SAMPLES]),
        tuple(
            (view.anchors.finding(number), printable(diagnostic.message))
            for number, diagnostic in view.numbered()
            if diagnostic.code == "TRN001"
        ),
    )


def _named(view: View, entry: Entry) -> tuple[str, str]:
    return view.entry_anchor(entry) or "", view.entry_text(entry)
