"""Sources that notes cite in full and in short: takes a note, gives full and short notes.

A note that cannot be read stays unread: nothing here guesses.
"""

from srccheck.citations.notes.found import with_notes
from srccheck.citations.notes.known import Known
from srccheck.citations.notes.style import Style

__all__ = ["Known", "Style", "with_notes"]
