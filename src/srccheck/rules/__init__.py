"""Rules read an apparatus and yield findings; each is one module, found here by walking the tree.

Public: the catalogue (:func:`all_rules`, :func:`find_rule`, :func:`select_rules`), the values rules
yield, and :func:`run_rules`.
"""

from srccheck.rules.base import (
    Edit,
    Finding,
    Fix,
    NoOptions,
    Related,
    Rule,
    Safety,
    Severity,
)
from srccheck.rules.catalogue import all_rules, find_rule, select_rules
from srccheck.rules.diagnostic import (
    Diagnostic,
    DiagnosticEdit,
    DiagnosticFix,
    DiagnosticRelated,
)
from srccheck.rules.run import run_rules

__all__ = [
    "Diagnostic",
    "DiagnosticEdit",
    "DiagnosticFix",
    "DiagnosticRelated",
    "Edit",
    "Finding",
    "Fix",
    "NoOptions",
    "Related",
    "Rule",
    "Safety",
    "Severity",
    "all_rules",
    "find_rule",
    "run_rules",
    "select_rules",
]
