"""DOIs: whether one exists is for the registry to say, not for the publisher's site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from srccheck.links.hosts.recognise import Known, Recogniser

if TYPE_CHECKING:
    from srccheck.links.page import Page


class Doi(Recogniser):
    """The handle system's answer (https://www.doi.org/the-identifier/resources/factsheets)."""

    def ask(self, known: Known) -> str | None:
        """Give the address of the registry's record of a DOI."""
        doi = known.parts.get("doi")
        if not doi:
            return None
        base = f"{known.address.scheme}://{known.address.site}"
        return f"{base}/api/handles/{quote(doi, safe='/%:;()<>._-')}"

    def answer(self, known: Known, status: int, page: Page) -> bool | None:
        """Read responseCode: 1 the DOI resolves, 100 there is no such DOI, 200 it has no values."""
        try:
            answer = json.loads(page.source)
            code = answer.get("responseCode")
        except (ValueError, AttributeError):
            return None
        if code == 1:
            return True
        return False if code in (100, 200) else None


RECOGNISER = Doi()
