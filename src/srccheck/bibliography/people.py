"""Names of people as bibliographies write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srccheck.references import Name
from srccheck.references.names import is_chinese, is_vietnamese

_INITIALS = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")
_CONTRACTED = re.compile(r"(?<=[^\W\d_]\.)\s+(?=[^\W\d_]{1,2}\.)")
_PART = re.compile(r"[^\s\-‑]+|[\-‑]")


def inverted(name: Name) -> str:
    """Give "Hoxha, Enver", "Bovin, A. E.", "King, Martin Luther, Jr."; a body as it is called."""
    if not name.family:
        return name.literal
    given = spaced(name.given)
    return ", ".join(part for part in (name.family, given, name.suffix) if part)


def direct(name: Name) -> str:
    """Give "Enver Hoxha", "A. E. Bovin", "Zhou Enlai" (a Chinese family name comes first)."""
    if not name.family:
        return name.literal
    if family_first(name):
        return f"{name.family} {name.given}"
    whole = " ".join(part for part in (spaced(name.given), name.family) if part)
    return f"{whole} {name.suffix}" if name.suffix else whole


def family_first(name: Name) -> bool:
    """Tell a name whose family name is spoken first: Zhou Enlai, Phạm Văn Đồng."""
    words = [name.family, *name.given.split()]
    return bool(name.given) and (is_chinese(words) or is_vietnamese(words))


def spaced(given: str) -> str:
    """Put a space between initials: "A.E." is "A. E."."""
    return _INITIALS.sub(" ", given)


def initials(given: str, joint: str = " ") -> str:
    """Give the initials of a given name: "Igor N." is "I. N.", "Jean-Paul" "J.-P.".

    What is abbreviated already stays ("Yu. V."), and so do particles ("L. de").
    """
    parts = []
    for part in _PART.findall(spaced(given)):
        if part in "-‑":
            parts.append("-")
        elif part.endswith(".") or part.islower():
            parts.append(part)
        else:
            parts.append(f"{part[0]}.")
    text = joint.join(parts)
    return text.replace(f"{joint}-{joint}", "-") if joint else text


def abbreviated(name: Name, *, joint: str = " ", comma: str = ",", last: bool = False) -> str:
    """Give "Bovin, A. E."; with ``last`` "A. E. Bovin"."""
    if not name.family:
        return name.literal
    short = initials(name.given, joint)
    if not short:
        return name.family
    if last:
        return f"{short} {name.family}"
    whole = f"{name.family}{comma} {short}"
    return f"{whole}, {name.suffix}" if name.suffix else whole


def listed(parts: Sequence[str], last: str, *, comma: bool = False) -> str:
    """Join names: "A, B, and C" (``comma``) or "A, B and C"; ``last`` is the word between."""
    if len(parts) < 2:
        return "".join(parts)
    joint = ", " if comma else " "
    return f"{', '.join(parts[:-1])}{joint}{last} {parts[-1]}"
