"""Keys of Markdown that lead to a figure, a table or a section, and to no entry.

Quarto reserves the beginnings (@fig-map, @sec-sources), pandoc-crossref has a colon (@fig:map).
"""

from __future__ import annotations

import re

_CROSS_REFERENCE = re.compile(
    r"""(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg
        |tip|nte|wrn|imp|cau)[-:]\w""",
    re.VERBOSE,
)


def is_cross_reference(key: str) -> bool:
    """Tell a key that leads to another place of the manuscript.

    >>> is_cross_reference("fig-map"), is_cross_reference("figes1996")
    (True, False)
    """
    return _CROSS_REFERENCE.match(key) is not None
