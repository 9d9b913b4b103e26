"""Resolution takes citations and entries and gives an Apparatus: who cites what, and what an ibid
stands for. It reports nothing.
"""

from srccheck.resolve.apparatus import Apparatus, NameDifference, Outcome, Resolved
from srccheck.resolve.resolution import resolve

__all__ = ["Apparatus", "NameDifference", "Outcome", "Resolved", "resolve"]
