"""Letters behind years, where citations are by author and year."""

from __future__ import annotations

import pytest

from srccheck.bibliography.gather import gather
from srccheck.bibliography.styles import STYLES
from srccheck.bibliography.write import Target, write

BIB = """\
@book{one, author = {Hoxha, Enver}, title = {With Stalin}, date = {1979}}
@book{two, author = {Hoxha, Enver}, title = {Reflections on China}, date = {1979}}
@book{three, author = {Hoxha, Enver}, title = {The Khrushchevites}, date = {1980}}
@book{four, author = {Hoxha, Enver and Alia, Ramiz}, title = {Letters}, date = {1979}}
@book{five, editor = {Lane, Bo}, title = {Essays}, date = {1990}}
@book{six, editor = {Lane, Bo}, title = {Papers}, date = {1990}}
@book{seven, title = {Anon}, date = {1990}}
@book{eight, title = {Anonymous}, date = {1990}}
"""


def written(data: bytes, name: str, target: Target, style: str) -> str:
    return write([gather(data, name)], target, STYLES[style]).data.decode()


def test_works_of_one_author_and_year_have_letters() -> None:
    text = written(BIB.encode(), "a.bib", Target.TEXT, "chicago-author-date")
    assert text.split("\n\n")[1:] == [
        "Anon. 1990.",
        "Anonymous. 1990.",
        "Hoxha, Enver. 1979a. Reflections on China.",
        "Hoxha, Enver. 1979b. With Stalin.",
        "Hoxha, Enver. 1980. The Khrushchevites.",
        "Hoxha, Enver, and Ramiz Alia. 1979. Letters.",
        "Lane, Bo, ed. 1990a. Essays.",
        "Lane, Bo, ed. 1990b. Papers.\n",
    ]
    harvard = written(BIB.encode(), "a.bib", Target.TEXT, "harvard-cite-them-right")
    assert "Hoxha, E. (1979a) Reflections on China." in harvard


@pytest.mark.parametrize("style", ["chicago-notes", "gost-r-7.0.100", "gost-r-7.0.5"])
def test_other_styles_have_none(style: str) -> None:
    assert "1979a" not in written(BIB.encode(), "a.bib", Target.TEXT, style)


@pytest.mark.parametrize("target", [Target.BIBTEX, Target.CSL_JSON, Target.RIS])
def test_programs_give_their_own(target: Target) -> None:
    assert "1979a" not in written(BIB.encode(), "a.bib", target, "chicago-author-date")


def test_letters_that_are_there_are_what_the_text_cites() -> None:
    """The order is that of the letters then; a work without one gets the next."""
    listed = """\
Text (Hoxha 1979a; Hoxha 1979b).

## References

Hoxha, Enver. 1979a. *With Stalin*. Tirana: 8 Nëntori.

Hoxha, Enver. 1979b. *Reflections on China*. Tirana: 8 Nëntori.

Hoxha, Enver. 1979. *Albania Challenges*. Tirana: 8 Nëntori.
"""
    text = written(listed.encode(), "a.md", Target.TEXT, "chicago-author-date")
    years = [line.split(". ")[1:3] for line in text.split("\n\n")[1:]]
    assert sorted(years) == [
        ["1979a", "With Stalin"],
        ["1979b", "Reflections on China"],
        ["1979c", "Albania Challenges"],
    ]
    assert years == sorted(years)


def test_a_list_with_letters_stays_as_it_is() -> None:
    first = written(BIB.encode(), "a.bib", Target.MARKDOWN, "chicago-author-date")
    again = written(first.encode(), "a.md", Target.MARKDOWN, "chicago-author-date")
    assert again == first
