"""Names in a .bib in one order: "Hannah Alpert-Abrams" as "Alpert-Abrams, Hannah".

BibTeX reads both as the same person. A name that it would divide in a wrong place, or that is none
of a person, is left as it stands: Chinese and Vietnamese names, bodies, a family name before its
initials, a patronymic at the end.
"""

from __future__ import annotations

import re

from srccheck.references.bib_names import split_outside
from srccheck.references.names import is_body, is_chinese, is_vietnamese

_AND = re.compile(r"(?<=\s)and(?=\s)")
_COMMA = re.compile(",")
_SPACE = re.compile(r"\s+")
_ENDS_IN_GIVEN = re.compile(
    r"(?:\.|(?:[оеё]вич|[оеё]вна|ична|инична|ьич|[oe]vi[čc]h?|[oe]vna))$", re.IGNORECASE
)
_PLAIN = re.compile(r"[^\W\d_][\w.'’ʹ~\-‑]*")
_GROUP = re.compile(
    r"(?:quartet|quintet|trio|band|orchestra|ensemble|choir|chorus|company|group|team|project)s?",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:Jr|Sr|[IVX]+|мл|ст)\.?")


def inverted_names(value: str) -> str:
    """Give a list of names with each "Given Family" as "Family, Given"; its spaces stay."""
    return "and".join(_inverted(each) for each in split_outside(value, _AND))


def _inverted(chunk: str) -> str:
    bare = chunk.strip()
    words = _SPACE.split(bare)
    if not _is_plain_person(bare, words):
        return chunk
    small = [at for at, word in enumerate(words[:-1]) if word[0].islower()]
    start = small[0] if small else len(words) - 1
    if start == 0:
        return chunk
    name = f"{' '.join(words[start:])}, {' '.join(words[:start])}"
    lead = chunk[: len(chunk) - len(chunk.lstrip())]
    return f"{lead}{name}{chunk[len(chunk.rstrip()) :]}"


def _is_plain_person(bare: str, words: list[str]) -> bool:
    return (
        1 < len(words) < 6
        and all(_PLAIN.fullmatch(word) for word in words)
        and not _ENDS_IN_GIVEN.search(words[-1])
        and not _SUFFIX.fullmatch(words[-1])
        and not _GROUP.fullmatch(words[-1])
        and words[0][0].isupper()
        and not is_body(bare)
        and not is_chinese(words)
        and not is_vietnamese(words)
    )
