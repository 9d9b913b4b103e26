"""What `translit` answers, as text and as JSON.

Pairs are one JSON document with a version; detections and conversions are one object a line of
input, so that a long file can be read as it comes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from srccheck.report.table import render_table
from srccheck.report.window import PLAIN, Look
from srccheck.translit import Detection, Reversal, SameName, Scheme, schemes

VERSION = 1

Pair = tuple[str, str, SameName]


def render_pairs(pairs: Iterable[Pair]) -> Iterator[str]:
    """Give a line a pair: the verdict and its reason."""
    for _, _, found in pairs:
        yield f"{found.verdict}: {found.explanation}"


def pairs_to_json(pairs: Iterable[Pair]) -> str:
    """Give pairs as one JSON document; ``a`` and ``b`` stand as they were given."""
    each = [
        {
            "a": a,
            "b": b,
            "verdict": found.verdict,
            "schemes": [list(side) for side in found.schemes],
            "cyrillic": list(found.cyrillic),
        }
        for a, b, found in pairs
    ]
    return _json({"version": VERSION, "pairs": each}, indent=1)


def render_detection(text: str, found: Detection) -> Iterator[str]:
    """Give one line: the language, and the schemes with the letters that told."""
    if found.language is None:
        yield f"{text}: not told"
        return
    named = ", ".join(dict.fromkeys(schemes()[each].short_name for each in found.schemes))
    told = f" ({', '.join(found.evidence)})" if found.evidence else ""
    yield f"{text}: {found.language}{', ' if named else ''}{named}{told}"


def detection_to_json(text: str, found: Detection) -> str:
    """Give one line of JSON."""
    return _json(
        {
            "input": text,
            "language": found.language,
            "schemes": list(found.schemes),
            "family": found.family,
            "evidence": list(found.evidence),
        }
    )


def render_conversion(found: Reversal) -> Iterator[str]:
    """Give the output and, where it is not certain, what else it may be."""
    yield found.output or found.input
    if not found.certain:
        yield from (f"  or: {each}" for each in found.alternatives)
        if not found.alternatives:
            yield "  (not certain)"


def conversion_to_json(found: Reversal) -> str:
    """Give one line of JSON."""
    return _json(
        {
            "input": found.input,
            "output": found.output,
            "alternatives": list(found.alternatives),
            "certain": found.certain,
        }
    )


def render_schemes(each: Sequence[Scheme], look: Look = PLAIN) -> Iterator[str]:
    """Give the schemes as a table."""
    rows = [("id", "family", "language", "name")]
    rows += [(one.id, one.family, one.language, one.name) for one in each]
    return render_table(rows, look)


def schemes_to_json(each: Iterable[Scheme]) -> str:
    """Give the schemes as one JSON document."""
    listed = [
        {
            "id": one.id,
            "family": one.family,
            "language": one.language,
            "name": one.name,
            "status": one.status,
            "sources": list(one.sources),
        }
        for one in each
    ]
    return _json({"version": VERSION, "schemes": listed}, indent=1)


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
