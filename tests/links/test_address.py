"""One canonical spelling for all the ways to write an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.links.address import canonical, read_address


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("http://Example.ORG", "http://example.org/"),
        ("HTTP://example.org:80/A?b=C#part", "http://example.org/A?b=C"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("www.example.org/a", "http://www.example.org/a"),
        ("doi:10.1086/354321", "https://doi.org/10.1086/354321"),
        ("DOI: 10.1086/354321", "https://doi.org/10.1086/354321"),
        ("http://example.org/дом", "http://example.org/%D0%B4%D0%BE%D0%BC"),
        ("http://example.org/%d0%b4", "http://example.org/%D0%B4"),
        ("http://example.org/100%", "http://example.org/100%25"),
        ("http://пример.рф/а", "http://xn--e1afmkfd.xn--p1ai/%D0%B0"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_canonical_spelling(written: str, spelled: str) -> None:
    assert canonical(written) == spelled


@pytest.mark.parametrize(
    "written",
    ["", "ftp://example.org/", "file:///etc/passwd", "http://", "http://[::1", "mailto:a@b.org",
     "http://example.org:99999/", "http://exa mple.org/", "http://..org..\u200b/"],
)  # fmt: skip
def test_what_cannot_be_asked_for_is_no_address(written: str) -> None:
    assert read_address(written) is None


@given(st.text(max_size=60))
def test_reading_never_raises_and_is_stable(text: str) -> None:
    for url in (text, f"http://{text}", f"http://example.org/{text}"):
        once = canonical(url)
        assert canonical(once) == once


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("http://example.org", True),
        ("http://example.org/index.html", True),
        ("http://example.org/Default.aspx", True),
        ("http://example.org/?id=7", False),
        ("http://example.org/index", True),
        ("http://example.org/indexes/3", False),
    ],
)
def test_front_pages(url: str, front: bool) -> None:
    address = read_address(url)
    assert address is not None
    assert address.is_front is front
