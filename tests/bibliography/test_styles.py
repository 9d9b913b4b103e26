"""Each style on the kinds of works that historians cite."""

from __future__ import annotations

from typing import Any

import pytest

from srccheck.bibliography.inline import markdown
from srccheck.bibliography.styles import STYLES
from srccheck.references import Entry, EntryType, Name
from srccheck.text import Place

HOXHA = (Name("Hoxha", "Enver"),)
TWO = (Name("Konoreva", "I.A."), Name("Zhou", "Enlai"))
RUSSIAN = (Name("Бухаркин", "И.В."),)


def entry(kind: EntryType, **said: Any) -> Entry:
    year = said.get("year")
    ends = year.split("–") if year and year[0].isdigit() else [None]
    return Entry("x", kind, Place(0, 0, 1), 1, year_first=ends[0], year_last=ends[-1], **said)


BOOK = entry(
    EntryType.MULTIVOLUME, authors=HOXHA, title="Vepra", volume="8, 22", volume_label="T.",
    place_name="Tirana", publisher="8 Nëntori", year="1971–1982",
)  # fmt: skip
ARTICLE = entry(
    EntryType.ARTICLE, authors=RUSSIAN, title="Кремль и Хо Ши Мин", language="ru",
    container="Новая и новейшая история", number="3", pages="126–143", year="1998",
)  # fmt: skip
CHAPTER = entry(
    EntryType.CHAPTER, authors=TWO, editors=(Name("Westad", "Odd Arne"),), title="A “hot” line",
    container="Brothers in Arms", place_name="Stanford", publisher="SUP", pages="1–20", year="1998",
)  # fmt: skip
WEB = entry(
    EntryType.WEB_DOCUMENT, authors=HOXHA, title="Telegram", container="Digital Archive",
    publisher="Wilson Center", date="1961-08-15", year="1961", accessed="2017-05-10",
    url="http://example.org/110158",
)  # fmt: skip
NEWSPAPER = entry(
    EntryType.NEWSPAPER_ISSUE, container="Pravda", place_name="Moscow", date="1977-07-08",
    year="1977",
)  # fmt: skip
MOSCOW = entry(
    EntryType.BOOK, authors=(Name("Бовин", "Александр Евгеньевич"),), title="XX век как жизнь",
    place_name="Москва", publisher="Захаров", year="2003", total_pages="776", language="russian",
)  # fmt: skip

EXPECTED = {
    "chicago-author-date": [
        (BOOK, "Hoxha, Enver. 1971–1982. *Vepra*. Vols. 8, 22. Tirana: 8 Nëntori."),
        (ARTICLE, "Бухаркин, И. В. 1998. “Кремль и Хо Ши Мин.” *Новая и новейшая история*, "
         "no. 3: 126–143."),
        (CHAPTER, "Konoreva, I. A., and Zhou Enlai. 1998. “A ‘hot’ line.” In *Brothers in Arms*, "
         "edited by Odd Arne Westad, 1–20. Stanford: SUP."),
        (WEB, "Hoxha, Enver. 1961. “Telegram.” Digital Archive. Wilson Center, August 15, 1961. "
         "Accessed May 10, 2017. <http://example.org/110158>."),
        (NEWSPAPER, "*Pravda* (Moscow). 1977. July 8, 1977."),
    ],
    "chicago-notes": [
        (BOOK, "Hoxha, Enver. *Vepra*. Vols. 8, 22. Tirana: 8 Nëntori, 1971–1982."),
        (ARTICLE, "Бухаркин, И. В. “Кремль и Хо Ши Мин.” *Новая и новейшая история*, no. 3 "
         "(1998): 126–143."),
        (NEWSPAPER, "*Pravda* (Moscow). July 8, 1977."),
    ],
    "gost-r-7.0.100": [
        (BOOK, "Hoxha, E. Vepra / E. Hoxha. – Tirana : 8 Nëntori, 1971–1982. – T. 8, 22. – "
         "Текст : непосредственный."),
        (ARTICLE, "Бухаркин, И. В. Кремль и Хо Ши Мин / И. В. Бухаркин. – Текст : "
         "непосредственный // Новая и новейшая история. – 1998. – № 3. – С. 126–143."),
        (MOSCOW, "Бовин, А. Е. XX век как жизнь / А. Е. Бовин. – Москва : Захаров, 2003. – "
         "776 с. – Текст : непосредственный."),
        (WEB, "Hoxha, E. Telegram / E. Hoxha. – Digital Archive. – Wilson Center, 1961. – "
         "15 August. – URL: <http://example.org/110158> (accessed: 10.05.2017). – "
         "Текст : электронный."),
    ],
    "gost-r-7.0.5": [
        (ARTICLE, "Бухаркин И. В. Кремль и Хо Ши Мин // Новая и новейшая история. 1998. № 3. "
         "С. 126–143."),
        (MOSCOW, "Бовин А. Е. XX век как жизнь. М. : Захаров, 2003. 776 с."),
        (CHAPTER, "Konoreva I. A., Zhou E. A “hot” line // Brothers in Arms / ed. by O. A. Westad. "
         "Stanford : SUP, 1998. P. 1–20."),
    ],
    "harvard-cite-them-right": [
        (ARTICLE, "Бухаркин, И.В. (1998) ‘Кремль и Хо Ши Мин’, *Новая и новейшая история*, (3), "
         "pp. 126–143."),
        (CHAPTER, "Konoreva, I.A. and Zhou, E. (1998) ‘A “hot” line’, in Westad, O.A. (ed.) "
         "*Brothers in Arms*. Stanford: SUP, pp. 1–20."),
        (WEB, "Hoxha, E. (1961) *Telegram*. Digital Archive. 15 August. Wilson Center. Available "
         "at: <http://example.org/110158> (Accessed: 10 May 2017)."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("style", "work", "expected"),
    [(style, *row) for style, rows in EXPECTED.items() for row in rows],
)
def test_style(style: str, work: Entry, expected: str) -> None:
    assert markdown(STYLES[style].write(work)) == expected
