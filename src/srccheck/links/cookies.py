"""The cookies of one chain of redirects."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from requests import PreparedRequest

if TYPE_CHECKING:
    from requests.cookies import RequestsCookieJar


class Cookies:
    """What a chain was told to remember; most chains are told nothing."""

    __slots__ = ("_jar",)

    def __init__(self) -> None:
        self._jar: RequestsCookieJar | None = None

    def header(self, url: str, headers: Mapping[str, str]) -> str | None:
        """Give the Cookie header of a request, or None."""
        if self._jar is None:
            return None
        from requests.cookies import get_cookie_header

        return get_cookie_header(self._jar, prepared(url, headers))

    def keep(self, url: str, headers: Mapping[str, str], message: Any) -> None:
        """Remember what the head of an answer (``http.client``'s) asks to."""
        from requests.cookies import RequestsCookieJar, extract_cookies_to_jar

        if self._jar is None:
            self._jar = RequestsCookieJar()
        answer = SimpleNamespace(_original_response=SimpleNamespace(msg=message))
        extract_cookies_to_jar(self._jar, prepared(url, headers), answer)

    def __str__(self) -> str:
        return ";".join(sorted(f"{each.name}={each.value}" for each in self._jar or ()))


def prepared(url: str, headers: Mapping[str, str]) -> PreparedRequest:
    """Give a request in the form that ``requests`` works with."""
    request = PreparedRequest()
    request.prepare(method="GET", url=url, headers=dict(headers))
    return request
