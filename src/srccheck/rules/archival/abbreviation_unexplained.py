"""abbreviation-unexplained (ARC002): an archive's abbreviation that is never expanded.

What it does:
    Reports, at its first place, an abbreviation of a known archive that neither the text, a note, a
    list of abbreviations nor the reference list ever gives in full.
Why it matters:
    Abbreviations of archives are shared: ГАВО is four archives. A reader outside the field cannot
    tell RGANI from RGAE.
Example:
    The embassy reported at once (RGANI, f. 5, op. 49, d. 131, l. 193).
Use instead:
    The embassy reported at once (Russian State Archive of Contemporary History [RGANI], f. 5,
    op. 49, d. 131, l. 193).
Fix safety:
    There is no fix: where the full name should stand is a question of style.
Options:
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.files import archive_of, at, script, written

REACH = 120  # code points before an abbreviation that its name may take
_WORD = re.compile(r"[^\W\d_]+")
_OPENED = re.compile(r"\s?[(\[](?:[^\W\d_]+\s[–—:-]?\s?)?[«“„\"]?\Z")
_BREAK = re.compile(r"[()\[\];.!?\n]")
_ARCHIVE = re.compile(
    r"ar[ck]h?i[vw]|арх[иі]в|bibliot|библиотек|бібліотек|librar|levéltár|lưu\strữ|records"
    r"|cent(?:er|re)|центр|zentrum|sammlung|collection",
    re.IGNORECASE,
)
_GLOSSED = re.compile(r"\s?[(\[]\s?(?P<name>[^()\[\]\n\d]{8,160})[)\]]")
_BEGINNING = re.compile(r"[^\W\d_][^\W\d_A-ZА-ЯЁІЇЄҐ]*")
OPENING = 30  # code points from the bracket to the abbreviation ("(далее – «ГАРФ")


class AbbreviationUnexplained(Rule):
    """An abbreviation without its full name."""

    code = "ARC002"
    name = "abbreviation-unexplained"
    severity = Severity.WARNING
    summary = "an archive's abbreviation that is never expanded"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the first place of each unexplained abbreviation."""
        explained = _explained(apparatus)
        for resolved, reference in written(apparatus):
            span = reference.abbreviation_span
            archive = archive_of(apparatus, reference)
            if archive is None or span is None:
                continue
            key = reference.former or archive.id
            if key in explained:
                continue
            explained.add(key)
            if _stands_beside_a_name(apparatus, reference.abbreviation):
                continue
            names = [name for given in archive.names.values() for name in given]
            if reference.abbreviation in names:
                continue
            same = [name for name in names if script(name) == script(reference.abbreviation)]
            full = f" ({(same or names)[0]}?)" if names and not reference.former else ""
            yield Finding(
                at(resolved, span),
                f"{reference.abbreviation}: the manuscript never gives the name in full{full}",
            )


def _stands_beside_a_name(apparatus: Apparatus, abbreviation: str) -> bool:
    """Tell whether a name stands before the bracketed abbreviation, or in brackets after it.

    In whatever language and case: "des Bundesarchivs (BArch)", "в Государственном архиве РФ
    (ГА РФ. Ф. 5…)", "АВП РФ (Архив внешней политики РФ)".
    """
    for stream in apparatus.manuscript.streams:
        at = stream.text.find(abbreviation)
        while at >= 0:
            near = stream.text[max(0, at - OPENING) : at]
            opened = None
            if "(" in near or "[" in near:
                opened = _OPENED.search(stream.text, max(0, at - OPENING), at)
            if opened is not None:
                low = max(0, opened.start() - REACH)
                name = _BREAK.split(stream.text[low : opened.start()])[-1]
                end = at + len(abbreviation)
                closed = stream.text[end : end + 1] in (")", "]")
                if (closed and _ARCHIVE.search(name)) or _abbreviates(abbreviation, name):
                    return True
            glossed = _GLOSSED.match(stream.text, at + len(abbreviation))
            if glossed and (
                _ARCHIVE.search(glossed["name"]) or _abbreviates(abbreviation, glossed["name"])
            ):
                return True
            at = stream.text.find(abbreviation, at + 1)
    return False


def _abbreviates(abbreviation: str, name: str) -> bool:
    """Tell whether the letters of an abbreviation begin the last words of a name, in order."""
    letters = [char.lower() for char in abbreviation if char.isalpha()]
    words = _WORD.findall(name)[-2 * len(letters) :]
    initials = iter(
        char for word in words for char in (word.lower() if word.isupper() else word[0].lower())
    )
    if len(words) < 2:
        return False
    if all(letter in initials for letter in letters):
        return True
    beginnings = iter(words)  # BStU: Bundesbeauftragter, Stasi, Unterlagen
    return all(
        any(word.lower().startswith(part.lower()) for word in beginnings)
        for part in _BEGINNING.findall(abbreviation)
    )


def _explained(apparatus: Apparatus) -> set[str]:
    found: set[str] = set()
    for mention in apparatus.mentions:
        if mention.expands or mention.name:
            found.add(mention.former or mention.archive or "")
    for entry in apparatus.entries:
        found.add(entry.archive_id or "")
    return found
