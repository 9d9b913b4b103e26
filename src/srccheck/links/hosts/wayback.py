"""The Internet Archive's Wayback Machine: a link that is an archived copy already."""

from __future__ import annotations

from srccheck.links.hosts.recognise import Known, Recogniser


class Wayback(Recogniser):
    """An address that holds the original's address and the day of the copy."""

    def other_forms(self, known: Known, title: str = "") -> tuple[str, ...]:
        """Give the original address, which may have another copy."""
        original = known.parts.get("original", "")
        return (original,) if original else ()


RECOGNISER = Wayback()
