"""Web addresses and the days they were looked at."""

from __future__ import annotations

import pytest
from citation_factory import find_in, manuscript_of

LINKS = [
    ("See https://example.org/a.", [("https://example.org/a", None)]),
    ("See https://example.org/a (accessed 10 May 2017).",
     [("https://example.org/a", "2017-05-10")]),
    ("See https://example.org/a, accessed May 10, 2017.",
     [("https://example.org/a", "2017-05-10")]),
    ("See <https://example.org/a> (last accessed on 10.05.2017).",
     [("https://example.org/a", "2017-05-10")]),
    ("URL: https://example.org/a (дата обращения: 10.05.2017).",
     [("https://example.org/a", "2017-05-10")]),
    ("URL: https://example.org/a (дата обращения 10 мая 2017).",
     [("https://example.org/a", "2017-05-10")]),
    ("URL: https://example.org/a [Zugriff: 10. Mai 2017].",
     [("https://example.org/a", "2017-05-10")]),
    ("https://example.org/a, zuletzt abgerufen am 10. Mai 2017.",
     [("https://example.org/a", "2017-05-10")]),
    ("https://example.org/a (consulté le 10 mai 2017).", [("https://example.org/a", "2017-05-10")]),
    ("(https://example.org/a_(b))", [("https://example.org/a_(b)", None)]),
    ("doi:10.1162/jcws.2001.3.1.5, and more", [("doi:10.1162/jcws.2001.3.1.5", None)]),
    ("www.example.org/a; www.example.org/b",
     [("www.example.org/a", None), ("www.example.org/b", None)]),
    ("[here](https://example.org/a) (accessed 10 May 2017)",
     [("https://example.org/a", "2017-05-10")]),
    ("See https://example.org/a (accessed 45 May 2017).", [("https://example.org/a", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_links(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_in(manuscript_of(text))
    assert [(link.url, link.accessed) for link in found.links] == expected
    assert found.citations == ()
