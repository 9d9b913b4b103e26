"""How the words of a fix are written in a format that has signs of its own."""

from __future__ import annotations

from dataclasses import replace

from srccheck.rules import Diagnostic, DiagnosticEdit

_MARKUP = frozenset({"html", "tei", "jats", "xml"})
_TEX = frozenset({"latex", "tex", "bibtex"})
_SIGNS = {
    **dict.fromkeys(_TEX, frozenset("\\{}$&#^_%~")),
    "typst": frozenset("\\#*_$@<>`"),
}
_DASHES = {"–": "--", "—": "---"}


def written(diagnostic: Diagnostic, form: str, text: str) -> Diagnostic | None:
    """Give a finding with its fix as ``form`` writes it; None where that cannot be told.

    In HTML and XML ``&``, ``<`` and ``>`` are written as entities. In TeX and Typst a fix is left
    alone that brings in one of their signs: it may stand in an address, where it is a letter, or in
    the text, where it is not. A TeX file that writes its dashes as hyphens gets hyphens.
    """
    if diagnostic.fix is None:
        return None
    edits: list[DiagnosticEdit] = []
    for each in diagnostic.fix.edits:
        words = each.replacement
        if form in _MARKUP:
            words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        elif form in _SIGNS:
            before = text[each.location.offset : each.end_location.offset]
            if (_SIGNS[form] & set(words)) - set(before):
                return None
            if form in _TEX and "--" in text:
                for dash, hyphens in _DASHES.items():
                    words = words if dash in text else words.replace(dash, hyphens)
        edits.append(replace(each, replacement=words))
    return replace(diagnostic, fix=replace(diagnostic.fix, edits=tuple(edits)))
