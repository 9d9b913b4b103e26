r"""Text as the value of a .bib field: what TeX or BibTeX would take for a command is escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srccheck.references import Name

_ESCAPES = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\~^&%$#_{}]|--+|``+|''+")
_VERBATIM_UNSAFE = re.compile(r"[{}%\\]")
_AND = re.compile(r"(?<!\S)and(?!\S)", re.IGNORECASE)


def escaped(text: str) -> str:
    r"""Give ``text`` as TeX: "R&D" is "R\&D"; marks that would join (--, '') are kept apart."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    return _ESCAPES.get(found) or "{}".join(found)


def verbatim(text: str) -> str:
    """Give an address or a DOI as biblatex wants it: as it is, but for what ends the field."""
    return (
        _VERBATIM_UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", text)
        if not _balanced(text)
        else text
    )


def braced(raw: str) -> str:
    """Put a value into braces; one whose braces do not match loses them."""
    return f"{{{raw if _balanced(raw) else re.sub('[{}]', '', raw)}}}"


def _balanced(raw: str) -> bool:
    depth = 0
    for brace in re.findall(r"[{}]", raw):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def names(people: Sequence[Name], *, others: bool = False, extended: bool = True) -> str:
    """Give names as "Family, Given and {A Body}".

    ``extended`` allows biblatex's ``family={…}`` for a person without a given name.
    """
    parts = [_name(each, extended=extended) for each in people]
    return " and ".join([*parts, "others"] if others else parts)


def _name(name: Name, *, extended: bool) -> str:
    if not name.family:
        return f"{{{escaped(name.literal)}}}"
    family = _part(name.family)
    if not name.given and not name.suffix:
        if " " not in name.family and family == escaped(name.family):
            return family
        return f"family={{{escaped(name.family)}}}" if extended else f"{{{escaped(name.family)}}}"
    return ", ".join(part for part in (family, _part(name.suffix), _part(name.given)) if part)


def _part(text: str) -> str:
    """Protect what would divide a name: a comma, the word "and", an equals sign."""
    tex = escaped(text)
    return f"{{{tex}}}" if "," in text or "=" in text or _AND.search(text) else tex


def plain_text(raw: str) -> str:
    """Give the visible text of a .bib's value."""
    from srccheck.readers.tex_text import tex_text

    return tex_text(raw, 0, len(raw)).text(raw)
