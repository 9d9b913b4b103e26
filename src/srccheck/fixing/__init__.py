"""Fixes applied: the edits of diagnostics, in a text, until none is left.

Takes a manuscript's bytes; gives the bytes with its fixes made, and what was fixed. Never two edits
that overlap, a fix whole or not at all. Writes nothing.
"""

from srccheck.fixing.apply import apply_fixes
from srccheck.fixing.repeat import Fixed, fix

__all__ = ["Fixed", "apply_fixes", "fix"]
