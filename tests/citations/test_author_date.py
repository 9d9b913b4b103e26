"""Author–date citations in parentheses and brackets, as historians of six languages write."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from citation_factory import Cited, archival, author_date, cited, title_date

ENTRIES = (
    "Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.",
    "Smith, Adam and Jones, Mary. *Two Allies*. London: Verso, 1999.",
    "Smith, Adam. *Alone*. London: Verso, 1999a.",
    "Hồ Chí Minh. *Di chúc*. Hanoi, 1969.",
    "Иванов, А. Б. Союзники поневоле. М.: Наука, 2005.",
    "Müller, Karl. *Die Botschaft*. Berlin: Dietz, 1998.",
)


def author(raw: str, *names: str, **fields: Any) -> list[Cited]:
    return [author_date(raw, *names, **fields)]


NAMES = [
    ("(Smith 1999)", author("Smith 1999", "Smith", year="1999")),
    ("(Smith, 1999)", author("Smith, 1999", "Smith", year="1999")),
    ("(Westad 2005)", author("Westad 2005", "Westad", year="2005")),
    ("(Smith and Jones 1999)", author("Smith and Jones 1999", "Smith", "Jones", year="1999")),
    ("(Smith & Jones, 1999)", author("Smith & Jones, 1999", "Smith", "Jones", year="1999")),
    ("(Иванов и Петров 2005)", author("Иванов и Петров 2005", "Иванов", "Петров", year="2005")),
    ("(Іваненко та Шевченко 2011)",
     author("Іваненко та Шевченко 2011", "Іваненко", "Шевченко", year="2011")),
    ("(Müller und Schmidt 1998)",
     author("Müller und Schmidt 1998", "Müller", "Schmidt", year="1998")),
    ("(Müller/Schmidt 1998)", author("Müller/Schmidt 1998", "Müller", "Schmidt", year="1998")),
    ("(Dupont et Durand 1987)", author("Dupont et Durand 1987", "Dupont", "Durand", year="1987")),
    ("(Kowalski i Nowak 2003)",
     author("Kowalski i Nowak 2003", "Kowalski", "Nowak", year="2003")),
    ("(Smith, Jones and Brown 2001)",
     author("Smith, Jones and Brown 2001", "Smith", "Jones", "Brown", year="2001")),
    ("(Smith, Jones, & Brown, 2001)",
     author("Smith, Jones, & Brown, 2001", "Smith", "Jones", "Brown", year="2001")),
    ("(Иванов, Петров, Сидоров 2005)",
     author("Иванов, Петров, Сидоров 2005", "Иванов", "Петров", "Сидоров", year="2005")),
    ("(von Bülow 1997)", author("von Bülow 1997", "von Bülow", year="1997")),
    ("(de Gaulle 1970, p. 3)",
     author("de Gaulle 1970, p. 3", "de Gaulle", year="1970", at=["page 3"])),
    ("(Van der Oye 2010)", author("Van der Oye 2010", "Van der Oye", year="2010")),
    ("(O'Brien 2010)", author("O'Brien 2010", "O'Brien", year="2010")),
    ("(D’Agostino 2010)", author("D’Agostino 2010", "D’Agostino", year="2010")),
    ("(Solov'ev 2010)", author("Solov'ev 2010", "Solov'ev", year="2010")),
    ("(Гриб’юк 2010)", author("Гриб’юк 2010", "Гриб’юк", year="2010")),
    ("(Lévi-Strauss 1955)", author("Lévi-Strauss 1955", "Lévi-Strauss", year="1955")),
    ("(J. L. Gaddis 1997)", author("J. L. Gaddis 1997", "J. L. Gaddis", year="1997")),
    ("(А. Б. Иванов 2005)", author("А. Б. Иванов 2005", "А. Б. Иванов", year="2005")),
    ("(Иванов А. Б. 2005)", author("Иванов А. Б. 2005", "Иванов А. Б.", year="2005")),
    ("(Hồ Chí Minh 1969)", author("Hồ Chí Minh 1969", "Hồ Chí Minh", year="1969")),
    ("(Phạm Thị Ngọc Bích and Smith 2005)",
     author("Phạm Thị Ngọc Bích and Smith 2005", "Phạm Thị Ngọc Bích", "Smith", year="2005")),
    ("(Zhou Enlai 1956: 12)",
     author("Zhou Enlai 1956: 12", "Zhou Enlai", year="1956", at=["page 12"])),
    ("(Smith et al. 1999)", author("Smith et al. 1999", "Smith", year="1999", et_al=True)),
    ("(Westad et al., 2005)", author("Westad et al., 2005", "Westad", year="2005", et_al=True)),
    ("(Иванов и др. 2005)", author("Иванов и др. 2005", "Иванов", year="2005", et_al=True)),
    ("(Петренко та ін. 2005)", author("Петренко та ін. 2005", "Петренко", year="2005", et_al=True)),
    ("(Schmidt u. a. 2005)", author("Schmidt u. a. 2005", "Schmidt", year="2005", et_al=True)),
    ("(Schmidt u.a. 2005)", author("Schmidt u.a. 2005", "Schmidt", year="2005", et_al=True)),
    ("(Smith, ed. 1999)", author("Smith, ed. 1999", "Smith", year="1999")),
    ("(Smith and Jones, eds. 1999)",
     author("Smith and Jones, eds. 1999", "Smith", "Jones", year="1999")),
    ("(Müller (Hg.) 1998)", author("Müller (Hg.) 1998", "Müller", year="1998")),
    ("(Иванов, ред. 2005)", author("Иванов, ред. 2005", "Иванов", year="2005")),
]  # fmt: skip

YEARS = [
    ("(Smith 1999a)", author("Smith 1999a", "Smith", year="1999", suffix="a")),
    ("(Smith 1999*a*)", author("Smith 1999*a*", "Smith", year="1999", suffix="a")),
    ("(Иванов 2005а)", author("Иванов 2005а", "Иванов", year="2005", suffix="a")),
    ("(Иванов, 2005б)", author("Иванов, 2005б", "Иванов", year="2005", suffix="b")),
    ("(Smith 1981–85)", author("Smith 1981–85", "Smith", year="1981–85")),
    ("(Smith 1975-88, v. 3)",
     author("Smith 1975-88, v. 3", "Smith", year="1975–88", at=["volume 3"])),
    ("(Smith n.d.)", author("Smith n.d.", "Smith", year="n.d.")),
    ("(Smith, n.d.)", author("Smith, n.d.", "Smith", year="n.d.")),
    ("(Иванов б. г.)", author("Иванов б. г.", "Иванов", year="n.d.")),
    ("(Müller o. J.)", author("Müller o. J.", "Müller", year="n.d.")),
    ("(Smith forthcoming)", author("Smith forthcoming", "Smith", year="forthcoming")),
    ("(Иванов в печати)", author("Иванов в печати", "Иванов", year="forthcoming")),
    ("(Smith [1961] 1989)", author("Smith [1961] 1989", "Smith", year="1989")),
    ("(Smith [1961] 1989, p. 4)",
     author("Smith [1961] 1989, p. 4", "Smith", year="1989", at=["page 4"])),
]  # fmt: skip

LOCATORS = [
    ("(Smith 1999, v. 2, p. 45)", ["volume 2", "page 45"]),
    ("(Smith 1999, vol. 2: 45)", ["volume 2", "page 45"]),
    ("(Smith 1999, vol. 2, 271)", ["volume 2", "page 271"]),
    ("(Smith 1999, vols. 2, 3)", ["volume 2, 3"]),
    ("(Smith 1999 : 112)", ["page 112"]),
    ("(Smith 1999: 112n34)", ["page 112n34"]),
    ("(Smith 1999: 45)", ["page 45"]),
    ("(Smith 1999:45)", ["page 45"]),
    ("(Smith 1999, 45)", ["page 45"]),
    ("(Smith 1999, 45–47)", ["page 45–47"]),
    ("(Smith 1999, pp. 45-47)", ["page 45-47"]),
    ("(Smith 1999, pp. 14, 18–19)", ["page 14, 18–19"]),
    ("(Smith 1999, pp. 14 and 18)", ["page 14 and 18"]),
    ("(Smith 1999: 12 f.)", ["page 12 f."]),
    ("(Smith 1999: 12ff.)", ["page 12ff."]),
    ("(Иванов 2005, с. 12)", ["page 12"]),
    ("(Иванов 2005, С. 12–13)", ["page 12–13"]),
    ("(Иванов 2005, стр. 12)", ["page 12"]),
    ("(Иванов 2005, т. 3, с. 12)", ["volume 3", "page 12"]),
    ("(Иванов, 2005. Т. 3. С. 12)", ["volume 3", "page 12"]),
    ("(Иванов, 2005, с. 12)", ["page 12"]),
    ("(Müller 1998, S. 34 f.)", ["page 34 f."]),
    ("(Müller 1998, Bd. 2, S. 34)", ["volume 2", "page 34"]),
    ("(Smith 1999, l. 5)", ["leaf 5"]),
    ("(Smith 1999, ll. 5–6)", ["leaf 5–6"]),
    ("(Smith 1999, p. 45 n. 5)", ["page 45", "note 5"]),
    ("(Smith 1999, n. 5)", ["note 5"]),
    ("(Smith 1999, ch. 3)", ["chapter 3"]),
    ("(Иванов 2005, гл. 3)", ["chapter 3"]),
    ("(Smith 1999, table 2)", ["number 2"]),
    ("(Иванов 2005, табл. 2)", ["number 2"]),
    ("(Smith 1999, p. xiv)", ["page xiv"]),
    ("(Smith 1999, t. 22, f. 402)", ["volume 22", "page 402"]),
    ("(Müller 1998, Anm. 7)", ["note 7"]),
    ("(Smith 1999, s. 45)", ["page 45"]),
    ("(Smith 1999, S. 14 und 18)", ["page 14 und 18"]),
    ("(Smith 1999, III: 9)", ["volume III", "page 9"]),
    ("(Smith 1999, 51: 12)", ["volume 51", "page 12"]),
    ("(Smith 1999, 4:12–13)", ["volume 4", "page 12–13"]),
]  # fmt: skip

SEVERAL = [
    ("(Smith 1998a, 1998b)", [author_date("Smith 1998a", "Smith", year="1998", suffix="a"),
     author_date("1998b", "Smith", year="1998", suffix="b", carried=True)]),
    ("(Smith 2013 and 2014a)", [author_date("Smith 2013", "Smith", year="2013"),
     author_date("2014a", "Smith", year="2014", suffix="a", carried=True)]),
    ("(Smith 2014a, b)", [author_date("Smith 2014a", "Smith", year="2014", suffix="a"),
     author_date("b", "Smith", year="2014", suffix="b", carried=True)]),
    ("(Smith 1984a,b; 1986)", [author_date("Smith 1984a", "Smith", year="1984", suffix="a"),
     author_date("b", "Smith", year="1984", suffix="b", carried=True),
     author_date("1986", "Smith", year="1986", carried=True)]),
    ("(Müller 1998, S. 3; ders. 2006, S. 4)",
     [author_date("Müller 1998, S. 3", "Müller", year="1998", at=["page 3"]),
      author_date("2006, S. 4", "Müller", year="2006", at=["page 4"], carried=True)]),
    ("(Smith 2001; 2004)", [author_date("Smith 2001", "Smith", year="2001"),
     author_date("2004", "Smith", year="2004", carried=True)]),
    ("(Smith 2001, p. 5; 2004, p. 7)",
     [author_date("Smith 2001, p. 5", "Smith", year="2001", at=["page 5"]),
      author_date("2004, p. 7", "Smith", year="2004", at=["page 7"], carried=True)]),
    ("(Иванов 2005, 2007)", [author_date("Иванов 2005", "Иванов", year="2005"),
     author_date("2007", "Иванов", year="2007", carried=True)]),
    ("(Иванов 2005 и 2007)", [author_date("Иванов 2005", "Иванов", year="2005"),
     author_date("2007", "Иванов", year="2007", carried=True)]),
    ("(Smith 1999; Westad 2005)", [author_date("Smith 1999", "Smith", year="1999"),
     author_date("Westad 2005", "Westad", year="2005")]),
    ("(Smith 1999, Westad 2005)", [author_date("Smith 1999", "Smith", year="1999"),
     author_date("Westad 2005", "Westad", year="2005")]),
    ("(Smith, 1999; Westad, 2005, p. 3; Иванов, 2005)",
     [author_date("Smith, 1999", "Smith", year="1999"),
      author_date("Westad, 2005, p. 3", "Westad", year="2005", at=["page 3"]),
      author_date("Иванов, 2005", "Иванов", year="2005")]),
    ("(Smith 1999 and Westad 2005)", [author_date("Smith 1999", "Smith", year="1999"),
     author_date("Westad 2005", "Westad", year="2005")]),
    ("(RGASPI, f. 17, op. 3, d. 8, l. 4; Smith 1999, p. 4)",
     [archival("RGASPI, f. 17, op. 3, d. 8, l. 4", "fond 17", "opis 3", "delo 8", "list 4"),
      author_date("Smith 1999, p. 4", "Smith", year="1999", at=["page 4"])]),
    ("(Smith 1999, p. 4; RGASPI, f. 17, op. 3, d. 8, l. 4)",
     [author_date("Smith 1999, p. 4", "Smith", year="1999", at=["page 4"]),
      archival("RGASPI, f. 17, op. 3, d. 8, l. 4", "fond 17", "opis 3", "delo 8", "list 4")]),
    ("(Иванов 2005, с. 4; РГАСПИ. Ф. 17. Оп. 3. Д. 8. Л. 4)",
     [author_date("Иванов 2005, с. 4", "Иванов", year="2005", at=["page 4"]),
      archival("РГАСПИ. Ф. 17. Оп. 3. Д. 8. Л. 4", "fond 17", "opis 3", "delo 8", "list 4")]),
]  # fmt: skip

LEADS = (
    "see", "See", "see also", "cf.", "e.g.", "see e.g.,", "see, for example,", "quoted in",
    "cited in", "as quoted in", "see especially", "vgl.", "Vgl. auch", "siehe", "siehe auch",
    "zit. nach", "z. B.", "см.", "См.", "см. также", "см. также:", "ср.", "цит. по", "цит. по:",
    "напр.", "см., например,", "подробнее см.", "voir", "voir aussi", "cité dans", "zob.", "див.",
)  # fmt: skip

SMITH = author("Smith 1999, p. 4", "Smith", year="1999", at=["page 4"])
IVANOV = author("Иванов 2005: 12", "Иванов", year="2005", at=["page 12"])
SQUARE = [
    ("[Иванов 2005: 12]", IVANOV),
    ("[см. Иванов 2005: 12]", IVANOV),
    ("[Иванов, 2005, с. 12]",
     author("Иванов, 2005, с. 12", "Иванов", year="2005", at=["page 12"])),
    ("[Иванов, 2005; Петров, 2007, с. 3]",
     [author_date("Иванов, 2005", "Иванов", year="2005"),
      author_date("Петров, 2007, с. 3", "Петров", year="2007", at=["page 3"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*NAMES, *YEARS, *SEVERAL, *SQUARE])
def test_author_and_date(text: str, expected: list[Cited]) -> None:
    assert cited(f"He was ill {text}.", entries=ENTRIES) == expected


@pytest.mark.parametrize(("text", "expected"), [*NAMES, *YEARS])
def test_names_in_nfd(text: str, expected: list[Cited]) -> None:
    found = cited(unicodedata.normalize("NFD", f"He was ill {text}."), entries=ENTRIES)
    assert [(e.authors, e.year, e.suffix, e.locators) for e in found] == [
        (e.authors, e.year, e.suffix, e.locators) for e in expected
    ]


@pytest.mark.parametrize(("text", "at"), LOCATORS)
def test_locators(text: str, at: list[str]) -> None:
    [found] = cited(f"He was ill {text}.", entries=ENTRIES)
    assert (found.kind, found.raw, found.locators) == ("author-date", text[1:-1], tuple(at))


@pytest.mark.parametrize("lead", LEADS)
def test_a_lead_in_stays_outside(lead: str) -> None:
    assert cited(f"He was ill ({lead} Smith 1999, p. 4).", entries=ENTRIES) == SMITH


@pytest.mark.parametrize(
    "text",
    [
        "(Report of the embassy, quoted in Smith 1999, p. 4)",
        "(his diary; see Smith 1999, p. 4)",
        "(this was noted by Smith 1999, p. 4)",
    ],
)
def test_a_citation_after_other_words(text: str) -> None:
    assert cited(f"He was ill {text}.", entries=ENTRIES) == SMITH


@pytest.mark.parametrize("text", ["(Smith 1999, p. 4)", "(Smith 1999a)", "(Smith et al. 1999)"])
def test_a_manuscript_without_a_list(text: str) -> None:
    [found] = cited(f"He was ill {text}.")
    assert (found.kind, found.raw) == ("author-date", text[1:-1])


def test_a_corporate_author_is_one_name() -> None:
    entries = [
        "Central Intelligence Agency. *World Factbook*. Washington, 1981.",
        "Институт Дальнего Востока. *Хроника*. М., 1981.",
        "NATO. *Facts and Figures*. Brussels, 1969.",
    ]
    text = "(Central Intelligence Agency 1981, p. 4; Институт Дальнего Востока 1981; NATO 1969)"
    assert cited(f"He was ill {text}.", entries=entries) == [
        author_date(
            "Central Intelligence Agency 1981, p. 4",
            "Central Intelligence Agency",
            year="1981",
            at=["page 4"],
        ),
        author_date("Институт Дальнего Востока 1981", "Институт Дальнего Востока", year="1981"),
        author_date("NATO 1969", "NATO", year="1969"),
    ]


def test_authors_as_the_list_has_them() -> None:
    entries = [
        "Chen Jian. *Mao's China*. Chapel Hill: UNC Press, 2001.",
        "North Atlantic Treaty Organization. *Facts*. Brussels, 1969.",
        "PRC Ministry of Foreign Affairs. *Mao on Diplomacy*. Beijing, 1990.",
        "Ministry of Foreign Trade. *Annual Report*. Moscow, 1957.",
    ]
    text = "(Chen 2001; NATO 1969; PRC Ministry of Foreign Affairs 1990)"
    text += " (CENTO 1955; Ministry of Foreign Trade 1957, 3)"
    assert cited(f"He was ill {text}.", entries=entries) == [
        author_date("Chen 2001", "Chen", year="2001"),
        author_date("NATO 1969", "NATO", year="1969"),
        author_date(
            "PRC Ministry of Foreign Affairs 1990", "PRC Ministry of Foreign Affairs", year="1990"
        ),
        author_date(
            "Ministry of Foreign Trade 1957, 3",
            "Ministry of Foreign Trade",
            year="1957",
            at=["page 3"],
        ),
    ]


def test_an_author_named_as_a_month_or_a_place_is_known_by_the_list() -> None:
    entries = ["May, Ernest. *Lessons of the Past*. New York: Oxford, 1973.",
               "London, Jack. *The Iron Heel*. New York: Macmillan, 1908."]  # fmt: skip
    found = cited("He was ill (May 1973, p. 4; London 1908), in May (May 1968).", entries=entries)
    assert [each.raw for each in found] == ["May 1973, p. 4", "London 1908"]


def test_many_citations_in_one_parenthesis() -> None:
    names = ["Smith", "Gaddis", "Müller", "Иванов"] * 60
    text = ", ".join(f"{name} {1950 + at % 50}" for at, name in enumerate(names))
    assert len(cited(f"All of them ({text}).", entries=ENTRIES)) == len(names)


def test_a_title_and_an_author_in_one_parenthesis() -> None:
    entries = [*ENTRIES, "*Livre noir*. Hanoi, 1978."]
    assert cited("He was ill (*Livre noir* 1978, p. 2; Smith 1999).", entries=entries) == [
        title_date("*Livre noir* 1978, p. 2", "Livre noir", year="1978", at=["page 2"]),
        author_date("Smith 1999", "Smith", year="1999"),
    ]
