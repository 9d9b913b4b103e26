"""Forms of one place of publication: which is a slip, which the Cyrillic name romanised."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from srccheck.translit import Authority


def nearest_form(text: str, authority: Authority) -> str:
    """Give the form that a misspelt place is one letter from: Washington, not Washington, DC."""
    from srccheck.translit.authorities import loose
    from srccheck.translit.folding import one_slip

    forms = authority.forms
    written = loose(text)
    return next((each for each in forms if one_slip(written, loose(each))), forms[0])


def is_romanised_form(text: str, authority: Authority) -> bool:
    """Tell whether a form is the Cyrillic name letter by letter, and not an English word as well.

    Kiev and Kyiv both are: neither is a slip for the other.
    """
    from srccheck.translit import same_name

    return text != authority.established and any(
        same_name(text, each).verdict == "same" for each in authority.cyrillic[:1]
    )
