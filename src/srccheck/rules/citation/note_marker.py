"""note-marker (CIT017): a note without its marker in the text, or a marker without its note.

What it does:
    In Markdown it compares the definitions of notes (``[^3]:``) with the references to them
    (``[^3]``); in a plain text the numbered notes with the numbers that the text has in one form
    (``[3]``, ``³``, ``(3)``, or a bare number behind a stop), where that form runs through the
    text. It reports a note that nothing refers to, a reference to no note, a number that stands
    twice, and a number out of order.
Why it matters:
    A note was cut or pasted without its other half, and all that follow may be a number off.
Example:
    The harvest failed.[^1] Nobody knew.[^2]

    [^1]: A first note.

    [^2]: A second note.

    [^3]: A note that nothing refers to.
Use instead:
    The harvest failed.[^1] Nobody knew.[^2] It was told later.[^3]

    [^1]: A first note.

    [^2]: A second note.

    [^3]: A note that something refers to.
Fix safety:
    There is no fix: only the author knows where the marker belongs.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.resolve.markers import Trouble, troubles
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity

_SAYS = {
    "no-note": "there is no note {label}",
    "no-marker": "nothing in the text refers to note {label}",
    "marker-twice": "note {label} is referred to twice",
    "note-twice": "a second note {label}",
    "order": "note {label} is referred to out of order",
}


class NoteMarker(Rule):
    """Markers and notes that do not go together."""

    code = "CIT017"
    name = "note-marker"
    severity = Severity.WARNING
    summary = "a note without a marker, a marker without a note, a number twice or out of order"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield what is wrong between the markers and the notes."""
        for trouble in troubles(apparatus.manuscript):
            yield Finding(trouble.place, _message(trouble), related=_related(trouble))


def _message(trouble: Trouble) -> str:
    return _SAYS[trouble.kind].format(label=trouble.label)


def _related(trouble: Trouble) -> tuple[Related, ...]:
    return (Related(trouble.other, "the other one"),) if trouble.other else ()
