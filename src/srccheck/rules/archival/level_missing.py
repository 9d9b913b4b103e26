"""level-missing (ARC003): a level that this archive needs is absent.

What it does:
    Reports a reference in which a level that the archive requires is missing between two that are
    there, or the file itself. A reference to a whole fond and one without a leaf are complete, and
    so is a whole opis that a sentence of the text names; an ibid is as complete as what it stands
    for.
Why it matters:
    The reading room cannot fetch the file.
Example:
    The Politburo agreed (Russian State Archive of Socio-Political History [RGASPI], f. 17,
    d. 1080, l. 55).
Use instead:
    The Politburo agreed (Russian State Archive of Socio-Political History [RGASPI], f. 17, op. 3,
    d. 1080, l. 55).
Fix safety:
    There is no fix: the number is in the author's notes.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.archives import ArchivalReference, Archive, LevelName
from srccheck.resolve import Apparatus, Resolved
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.files import archive_of, written
from srccheck.text import StreamKind

FILE = frozenset({LevelName.DELO, LevelName.ITEM})
REACH = 300  # code points before a reference in which its parenthesis opens
NEVER_MISSED = frozenset({LevelName.LIST, LevelName.VOLUME, LevelName.POR})


class LevelMissing(Rule):
    """A reference with a gap."""

    code = "ARC003"
    name = "level-missing"
    severity = Severity.WARNING
    summary = "a level that this archive needs is absent"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the references with a gap in their levels."""
        for resolved, reference in written(apparatus):
            archive = archive_of(apparatus, reference)
            if archive is None or not reference.written:
                continue
            missing = _missing(archive, reference)
            if missing and not (_ends_at_opis(reference) and _in_prose(apparatus, resolved)):
                names = " and ".join(name.value for name in missing)
                usual = " – ".join(
                    name.value for name in archive.levels if name in archive.required
                )
                yield Finding(
                    resolved.place,
                    f"{apparatus.quote(resolved.place)}: no {names}; this archive needs {usual}",
                )


def _ends_at_opis(reference: ArchivalReference) -> bool:
    levels = reference.levels
    return levels.keys() == {LevelName.FOND, LevelName.OPIS}


def _in_prose(apparatus: Apparatus, resolved: Resolved) -> bool:
    """Tell whether a sentence of the text names the reference: no note, no parenthesis."""
    stream = apparatus.stream_of(resolved)
    if stream.kind is not StreamKind.BODY:
        return False
    before = stream.text[max(0, resolved.place.start - REACH) : resolved.place.start]
    before = before.rpartition("\n")[2]
    return before.count("(") + before.count("[") <= before.count(")") + before.count("]")


def _missing(archive: Archive, reference: ArchivalReference) -> list[LevelName]:
    have = reference.levels
    order = [name for name in archive.levels if name not in NEVER_MISSED]
    present = [at for at, name in enumerate(order) if name in have]
    if LevelName.LIST in have:
        present.append(len(order))
    if not present:
        return []
    last = max(present)
    gaps = [name for name in order[:last] if name in archive.required and name not in have]
    unfinished = [
        name
        for name in order[last:]
        if name in archive.required and name in FILE and name not in have and len(present) > 1
    ]
    return gaps + [name for name in unfinished if name not in gaps]
