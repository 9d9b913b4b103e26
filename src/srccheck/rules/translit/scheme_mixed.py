"""scheme-mixed (TRN001): a romanised name or title in another scheme than its list's.

What it does:
    Reports a romanised name or title, in an entry whose titles are romanised, that follows another
    scheme than the other entries of the list. The message names both schemes and the Cyrillic.
    Entries in other languages keep their authors' own spelling, and words of Ukrainian, Bulgarian
    and other neighbours of Russian are not judged by a Russian scheme. Nothing is said of a list
    in which no scheme prevails.
Why it matters:
    A reader turns a romanised name back into Cyrillic to find the book in a catalogue. With two
    schemes in one list "ch" is one letter here and another there.
Example:
    ## References

    Bovin, A.E. *Moj XX vek. Vospominanija*. Moscow, 2003.

    Burlatskii, Fedor M. *Vozhdi i sovetniki*. Moscow, 1989.

    Ognetov, I.A. "Trudnyj dialog posle XX s'ezda". *Azija i Afrika segodnja*, no. 9 (2007).

    Ulunjan, A.A. *Balkanskij shhit socializma*. Moscow, 2013.
Use instead:
    ## References

    Bovin, A.E. *Moj XX vek. Vospominanija*. Moscow, 2003.

    Burlackij, Fedor M. *Vozhdi i sovetniki*. Moscow, 1989.

    Ognetov, I.A. "Trudnyj dialog posle XX s'ezda". *Azija i Afrika segodnja*, no. 9 (2007).

    Ulunjan, A.A. *Balkanskij shhit socializma*. Moscow, 2013.
Fix safety:
    Unsafe: the word is written in the list's scheme; the author may be known by the other spelling.
Options:
    established_names: accept persons in their established English form (Khrushchev, Yeltsin);
    false by default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from srccheck.references import Entry, Name
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Fix, Rule, Safety, Severity
from srccheck.rules.edits import respell
from srccheck.rules.entry_names import Word, author_words, is_slavic
from srccheck.rules.list_scheme import ListScheme, list_scheme
from srccheck.text import Place
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.translit import Detection, Deviation

MOST = 0.5  # of the entries; where as many deviate, the list has no scheme


_PATRONYMIC = re.compile(r"(?:[oe]vi(?:ch|č)|(?:[oe]v|i(?:ch|č)|inich)na)\b")


@dataclass(frozen=True, slots=True)
class SchemeMixedOptions:
    """Whether persons may keep their established English form."""

    established_names: bool = False


@dataclass(frozen=True, slots=True)
class _Deviant:
    """Words of one entry that deviate: an author's, each by itself, or a title's together."""

    words: tuple[tuple[Word, Deviation], ...]


class SchemeMixed(Rule):
    """Another romanisation than the list's."""

    code = "TRN001"
    name = "scheme-mixed"
    severity = Severity.WARNING
    summary = "a romanised name or title in another scheme than the list's"
    options = SchemeMixedOptions
    fixes = Safety.UNSAFE
    gives_way_to = ("CIT003",)

    def check(self, apparatus: Apparatus, options: SchemeMixedOptions) -> Iterator[Finding]:
        """Yield the names and titles of each list that deviate from its scheme."""
        for each in apparatus.lists:
            scheme = list_scheme(apparatus, each.entries)
            if scheme is not None:
                yield from _check_list(apparatus, scheme, options)


def _check_list(
    apparatus: Apparatus, scheme: ListScheme, options: SchemeMixedOptions
) -> Iterator[Finding]:
    entries, home = scheme.entries, scheme.home
    in_titles = {entry.id: _in_titles(scheme.titles[entry.id], home) for entry in entries}
    if sum(map(bool, in_titles.values())) >= MOST * len(entries):
        return
    for entry in entries:
        for each in in_titles[entry.id] + _in_authors(apparatus, entry, home, options):
            yield _finding(each, home)


def _in_titles(titles: Sequence[Sequence[Word]], home: Detection) -> list[_Deviant]:
    """The titles that deviate, unless they are in a neighbour of the list's language."""
    from srccheck.translit.detection import neighbour_leads

    found = []
    for words in titles:
        deviant = _deviant(words, home)
        if deviant is not None and not neighbour_leads((word.text for word in words), home):
            again = _read_together(deviant, words, home)
            if again.words:
                found.append(again)
    return found


def _in_authors(
    apparatus: Apparatus, entry: Entry, home: Detection, options: SchemeMixedOptions
) -> list[_Deviant]:
    from srccheck.translit.detection import neighbour_leads

    found = []
    for name in entry.authors if entry.field_place("authors") else ():
        if not _is_romanised_name(name) or (options.established_names and _is_established(name)):
            continue
        deviant = _deviant(author_words(apparatus, entry, name), home)
        found += [
            _Deviant((each,))
            for each in (deviant.words if deviant else ())
            if not neighbour_leads([each[0].text], home)
        ]
    return found


def _deviant(words: Sequence[Word], home: Detection) -> _Deviant | None:
    from srccheck.translit import deviations

    texts = (word.text for word in words)
    by_word = {
        each.word: each
        for each in deviations(texts, home, trust_text=False)
        if _is_elsewhere(each, home)
    }
    found = tuple((word, by_word[word.text]) for word in words if word.text in by_word)
    return _Deviant(found) if found else None


def _is_elsewhere(deviation: Deviation, home: Detection) -> bool:
    """Tell whether a word is in another family of schemes than the list, and written otherwise."""
    from srccheck.translit import schemes

    known = schemes()
    families = {known[each].family for each in home.schemes}
    return deviation.expected != deviation.word and not any(
        known[each].family in families for each in deviation.schemes
    )


def _read_together(deviant: _Deviant, words: Sequence[Word], home: Detection) -> _Deviant:
    """Read a title's deviating words by the one scheme that its words follow together."""
    from srccheck.translit import Deviation, detect_scheme, reverse_word, romanise

    theirs = detect_scheme(word.text for word in words).schemes
    again = []
    for word, deviation in deviant.words:
        read = reverse_word(word.text, scheme_id=theirs[0])
        if read.output is not None:
            expected = romanise(read.output, home.schemes[0])
            again.append((word, Deviation(word.text, theirs, read.output, expected, deviation.gap)))
        else:
            again.append((word, deviation))
    return _Deviant(tuple(each for each in again if _is_elsewhere(each[1], home)))


def _is_romanised_name(name: Name) -> bool:
    """Tell whether a person has a Slavic surname or a patronymic."""
    return is_slavic(name.short) or _PATRONYMIC.search(name.given) is not None


def _is_established(name: Name) -> bool:
    from srccheck.translit.authorities import aliases_of, loose

    return any(
        loose(name.family) == loose(each.established)
        for each in aliases_of("name").find(name.family)
    )


def _finding(deviant: _Deviant, home: Detection) -> Finding:
    first, last = deviant.words[0][0].place, deviant.words[-1][0].place
    place = Place(first.stream, first.start, last.end)
    word, deviation = deviant.words[0]
    edits = tuple(respell(word.place, word.text, found.expected) for word, found in deviant.words)
    return Finding(
        place,
        f"{word.text}: not in the list's scheme; {_explained(deviation, home)}",
        fix=Fix(Safety.UNSAFE, f"write {deviation.expected}, as the list's scheme has it", edits),
    )


def _explained(deviation: Deviation, home: Detection) -> str:
    """``Burlatskii (ALA-LC) = Burlackij (translit.ru) ← Бурлацкий``."""
    from srccheck.translit import scheme
    from srccheck.translit.comparison import spelt_out

    word, expected, cyrillic = deviation.word, deviation.expected, deviation.cyrillic.lower()
    if word[:1].isupper():
        cyrillic = spelt_out(cyrillic)
    theirs = f" ({scheme(deviation.schemes[0]).short_name})" if deviation.schemes else ""
    return f"{word}{theirs} = {expected} ({scheme(home.schemes[0]).short_name}) ← {cyrillic}"
