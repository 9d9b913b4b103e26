"""mixed-script (TRN004): a letter of another script in a word that looks right.

What it does:
    Reports a word in which a Cyrillic, Greek or Latin letter stands for one of the word's own
    script that looks the same: a Cyrillic о in Mоscow, a Latin c in Mocква. Roman numerals with a
    Russian ending, addresses, and words of two scripts that look like two are left alone.
Why it matters:
    Nobody sees it, and no search finds the word: not in the manuscript, not in a catalogue.
Example:
    The delegation left Mоscow in June.
Use instead:
    The delegation left Moscow in June.
Fix safety:
    Safe: the letter is replaced by the one that looks the same.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Rule, Safety, Severity
from srccheck.text import Place

SHORTEST = 3  # letters; in shorter words nobody can say which script is meant
# Pairs that are the same drawing in print (from Unicode's confusables.txt, UTS #39).
_ALIKE = (
    ("Latin", "Cyrillic", "ABCEHIJKMOPSTXYaceijopsxy", "АВСЕНІЈКМОРЅТХУасеіјорѕху"),
    ("Latin", "Greek", "ABEHIKMNOPTXYZo", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖο"),
    ("Cyrillic", "Greek", "АВЕНІКМОРТХо", "ΑΒΕΗΙΚΜΟΡΤΧο"),
)
_TABLES = {
    (one, other): table
    for left, right, lefts, rights in _ALIKE
    for one, other, table in (
        (left, right, dict(zip(lefts, rights, strict=True))),
        (right, left, dict(zip(rights, lefts, strict=True))),
    )
}
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_CYRILLIC = "\u0400-\u052f"
_GREEK = "\u0370-\u03ff"
_SCRIPTS = {
    "Latin": re.compile(f"[{_LATIN}]"),
    "Cyrillic": re.compile(f"[{_CYRILLIC}]"),
    "Greek": re.compile(f"[{_GREEK}]"),
}
_NOT_LATIN = re.compile(f"[{_CYRILLIC}{_GREEK}]+")
_MIXED = re.compile(f"[{_CYRILLIC}][{_GREEK}]|[{_GREEK}][{_CYRILLIC}]")
_NUMERAL = re.compile(rf"[IVXLCDM]+[{_CYRILLIC}]{{1,3}}")
_ADDRESS = re.compile(r"(?:https?://|www\.|\w@)\S*")


class MixedScript(Rule):
    """A look-alike of another script."""

    code = "TRN004"
    name = "mixed-script"
    severity = Severity.ERROR
    summary = "a letter of another script in a word that looks right"
    fixes = Safety.SAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the words with a look-alike."""
        for stream in apparatus.manuscript.streams:
            if stream.text.isascii():
                continue
            addresses: list[tuple[int, int]] | None = None
            for start, end in _mixed_words(stream.text):
                found = _respelt(stream.text[start:end])
                if found is None:
                    continue
                if addresses is None:
                    addresses = [match.span() for match in _ADDRESS.finditer(stream.text)]
                if not any(left <= start < right for left, right in addresses):
                    place = Place(stream.index, start, end)
                    yield _finding(place, stream.text[start:end], *found)


def _mixed_words(text: str) -> Iterator[tuple[int, int]]:
    """Give the words of two scripts, looking at Cyrillic and Greek letters and their neighbours."""
    end = 0
    for match in _NOT_LATIN.finditer(text):
        if match.start() < end:
            continue  # a second run in the same word
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if before.isalpha() or after.isalpha() or _MIXED.search(match[0]):
            start = match.start()
            while start and text[start - 1].isalpha():
                start -= 1
            end = match.end()
            while end < len(text) and text[end].isalpha():
                end += 1
            yield start, end


def _respelt(word: str) -> tuple[str, str, list[int]] | None:
    """Give the word in its own script, the script of the strangers, and where they stand.

    None where the word's own script is not clear, or a stranger has no twin in it.
    """
    if len(word) < SHORTEST or _NUMERAL.fullmatch(word):
        return None
    scripts = [_script(char) for char in word]
    counts = {script: scripts.count(script) for script in set(scripts) - {None}}
    ranked = sorted(counts, key=lambda script: -counts[script])
    if len(ranked) != 2 or counts[ranked[0]] == counts[ranked[1]]:
        return None
    own, other = ranked
    table = _TABLES[other or "", own or ""]
    strangers = [at for at, script in enumerate(scripts) if script == other]
    if any(word[at] not in table for at in strangers):
        return None
    right = "".join(table[char] if at in strangers else char for at, char in enumerate(word))
    return right, other or "", strangers


def _script(char: str) -> str | None:
    return next((name for name, pattern in _SCRIPTS.items() if pattern.match(char)), None)


def _finding(place: Place, word: str, right: str, script: str, strangers: list[int]) -> Finding:
    letters = ", ".join(dict.fromkeys(word[at] for at in strangers))
    edits = tuple(
        Edit(Place(place.stream, place.start + at, place.start + at + 1), right[at])
        for at in strangers
    )
    return Finding(
        place,
        f"{word}: {letters} is {script}",
        fix=Fix(Safety.SAFE, "write the letter of the word's own script", edits),
    )
