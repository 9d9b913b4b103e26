"""What a manuscript says of the addresses it names."""

from __future__ import annotations

import pytest

from srccheck.links.cited import Cited, uses
from srccheck.lint import read_apparatus

URL = "https://digitalarchive.wilsoncenter.org/document/110158"
FILE = "RGASPI, f. 558, op. 11, d. 97, l. 68"


def cited(text: str, name: str = "a.md") -> Cited:
    (use,) = uses(read_apparatus(text.encode(), name))
    return use.cited


def test_an_entry_gives_title_date_original_and_day_of_access() -> None:
    found = cited(
        'References\n\nHoxha, Enver. "Telegram to Ho Chi Minh". 15 August 1961. '
        f"{FILE}. {URL} (accessed 10 May 2017).\n",
        "a.txt",
    )
    assert (found.title, found.date, found.accessed) == (
        "Telegram to Ho Chi Minh",
        "1961-08-15",
        "2017-05-10",
    )
    assert [dict(each.levels)["delo"] for each in found.files] == ["97"]
    assert found.files[0].archive == "rgaspi"


def test_a_note_gives_the_quoted_title_before_a_known_archives_address() -> None:
    found = cited(
        'He wrote.[^1]\n\n[^1]: Enver Hoxha, "Telegram to Ho Chi Minh," 15 August 1961, '
        f"{FILE}, {URL}.\n"
    )
    assert (found.title, found.date) == ("Telegram to Ho Chi Minh", "1961-08-15")
    assert len(found.files) == 1


@pytest.mark.parametrize(
    "text",
    [
        f'He said "we shall come at once" and left ({URL}).',
        'See "Telegram to Ho Chi Minh" at https://example.org/a.',
    ],
)
def test_what_somebody_said_is_no_title(text: str) -> None:
    found = cited(f"{text}\n")
    assert found.title == ""
    assert found.labels  # but a page that has these words is the right one


@pytest.mark.parametrize("joint", ["; ", "). See also (", ") and in "])
def test_another_sources_file_is_not_the_documents(joint: str) -> None:
    assert cited(f"He came ({FILE}{joint}{URL}).\n").files == ()


def test_the_text_of_a_link_is_a_label() -> None:
    found = cited("See [Telegram to Ho Chi Minh](https://example.org/a).\n")
    assert found.labels == ("Telegram to Ho Chi Minh",)


def test_every_place_of_an_address_is_a_use() -> None:
    found = uses(read_apparatus(b"See HTTP://Example.org/a and http://example.org/a#b.\n", "a.md"))
    assert [each.canonical for each in found] == ["http://example.org/a"] * 2
    assert [each.location.column for each in found] == [5, 30]
