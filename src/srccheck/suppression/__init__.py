"""Findings that an author or an editor has looked at and lives with.

Takes a manuscript's diagnostics, the comments in its files (``<!-- srccheck: ignore[CIT002] -->``)
and a project's exemptions; gives the diagnostics that are left, with those of the comments
themselves (SRC003, SRC004).
"""

from srccheck.suppression.apply import Exemption, Left, Suppressions
from srccheck.suppression.comments import Comment, comments_of

__all__ = ["Comment", "Exemption", "Left", "Suppressions", "comments_of"]
