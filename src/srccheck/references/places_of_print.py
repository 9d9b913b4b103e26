"""What places of publication and publishing houses look like.

The list of cities decides only between readings that the punctuation leaves open ("Paris, Plon,
1998" against "Vospominanija, Moskva, 2003"); a city that is not in it is read by its position.
"""

from __future__ import annotations

import re

from srccheck.references.wordlists import CITIES, HOUSE_PHRASES, HOUSE_STEMS, HOUSES, REGIONS

_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_UNIVERSITY_PRESS = re.compile(r"(?<!\w)U\sof\s[\w\s]{3,30}\sP(?!\w)|(?<!\w)UP(?!\w)")


def is_city(name: str) -> bool:
    """Tell whether ``name`` is a known place of publication, or several joined."""
    folded = name.lower().strip(" ,:;()[]")
    if folded in CITIES or folded.rstrip(".") in CITIES:
        return True
    parts = list(re.split(r"\s?[/;&,]\s?|\s[–—-]\s|\s(?:and|und|et|и|i)\s|[–—-]", folded))
    return len(parts) > 1 and all(
        part in CITIES or part.rstrip(".") in CITIES or part in REGIONS for part in parts
    )


def is_house(name: str) -> bool:
    """Tell whether ``name`` says that it is a publisher."""
    lowered = name.lower()
    return (
        any(word in HOUSES or word.startswith(HOUSE_STEMS) for word in _WORDS.findall(lowered))
        or any(phrase in lowered for phrase in HOUSE_PHRASES)
        or _UNIVERSITY_PRESS.search(name) is not None
    )
