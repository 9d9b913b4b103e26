"""Lists whose entries stand behind a label: what is cited is the label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference_factory import manuscript_of

from srccheck.archives import load_registry
from srccheck.lint import read_apparatus
from srccheck.references import ReferenceList, find_lists
from srccheck.references.labels import labels_of


def read(*entries: str) -> ReferenceList:
    (found,) = find_lists(manuscript_of(list(entries)), load_registry())
    return found


Row = tuple[str, list[str], str | None, str | None, str]  # label, families, year, letter, title

LISTS: list[tuple[list[str], list[Row]]] = [
    (
        [
            "Вестад 2005 — *Westad O.A.* The Global Cold War. Cambridge, 2005.",
            "ДВП 1998 — Документы внешней политики СССР. Т. 24. М.: Международные отношения, 1998.",
            "Зубок, Плешаков 1996 — *Zubok V., Pleshakov K.* Inside the Kremlin. Cambridge, 1996.",
            "Печатнов 2006б — *Печатнов В.О.* От союза к вражде // Вопросы истории. 2006. № 3.",
        ],
        [
            ("Вестад 2005", ["Westad"], "2005", None, "The Global Cold War"),
            ("ДВП 1998", [], "1998", None, "Документы внешней политики СССР"),
            ("Зубок, Плешаков 1996", ["Zubok", "Pleshakov"], "1996", None, "Inside the Kremlin"),
            ("Печатнов 2006б", ["Печатнов"], "2006", "b", "От союза к вражде"),
        ],
    ),
    (
        [
            "FRUS 1961: Foreign Relations of the United States. Vol. XIV. Washington: GPO, 1993.",
            "Gaddis 1997: Gaddis, John Lewis. *We Now Know*. Oxford: Clarendon Press, 1997.",
            "Westad 2005: Westad, Odd Arne. *The Global Cold War*. Cambridge: CUP, 2005.",
        ],
        [
            ("FRUS 1961", [], "1993", None, "Foreign Relations of the United States"),
            ("Gaddis 1997", ["Gaddis"], "1997", None, "We Now Know"),
            ("Westad 2005", ["Westad"], "2005", None, "The Global Cold War"),
        ],
    ),
    (
        [
            "[Müller/Schmidt 2001] Müller, Anna / Schmidt, Karl: Die Mauer. Berlin: Links 2001.",
            "[Weber 1987a] Weber, Hermann: Die DDR. München: Oldenbourg 1987.",
        ],
        [
            ("Müller/Schmidt 2001", ["Müller", "Schmidt"], "2001", None, "Die Mauer"),
            ("Weber 1987a", ["Weber"], "1987", "a", "Die DDR"),
        ],
    ),
    (
        [
            "[Зубок 1996] Зубок В. М. Внутри Кремля. М.: Наука, 1996.",
            "[Zub07] Zubok, V. *A Failed Empire*. Chapel Hill: UNC Press, 2007.",
        ],
        [
            ("Зубок 1996", ["Зубок"], "1996", None, "Внутри Кремля"),
            ("Zub07", ["Zubok"], "2007", None, "A Failed Empire"),
        ],
    ),
    (
        [
            "COURTOIS (1997) = Courtois, Stéphane. *Le livre noir*. Paris: Laffont, 1997.",
            "HOXHA et al. (1976) = Hoxha, Enver. *Imperializmi*. Tirana: 8 Nëntori, 1976.",
        ],
        [
            ("COURTOIS 1997", ["Courtois"], "1997", None, "Le livre noir"),
            ("HOXHA et al. 1976", ["Hoxha"], "1976", None, "Imperializmi"),
        ],
    ),
]


@pytest.mark.parametrize(("entries", "rows"), LISTS)
def test_what_stands_behind_a_label_is_the_entry(entries: list[str], rows: list[Row]) -> None:
    found = read(*entries)
    assert [
        (each.label, [name.family for name in each.authors], each.year, each.suffix, each.title)
        for each in found.entries
    ] == rows


def test_places_count_from_the_start_of_the_entry_with_its_label() -> None:
    entries = LISTS[1][0]
    manuscript = manuscript_of(entries)
    (found,) = find_lists(manuscript, load_registry())
    for text, entry in zip(entries, found.entries, strict=True):
        assert manuscript.raw(entry.place) == text.replace("*", "")
        title = entry.field_place("title")
        assert title is not None
        assert manuscript.raw(title) == entry.title
        for name in entry.authors:
            assert name.place is not None
            assert manuscript.raw(name.place).startswith(name.family)


@pytest.mark.parametrize(
    "entries",
    [
        ["Müller, Anna 1999: Die Mauer. Berlin: Links.", "Weber, Hermann 1987: Die DDR. München."],
        ["Stalin 1949: Stalin at Seventy. Moscow, 1949.", "Gaddis, John. We Know. Oxford, 1997.",
         "Westad, Odd Arne. The Global Cold War. Cambridge, 2005."],
        ["[Hoxha, Enver.] 1976. Imperialism. Tirana.", "[Anonymous]. 1977. Letters. Tirana."],
        ["[1] Weber, Hermann: Die DDR. München 1987.", "[2] Weber, Hermann: SED. Berlin 1990."],
        ["Berlin 1961: Berlin in the Cold War. New York: Dee, 1996."],
    ],
)  # fmt: skip
def test_what_looks_like_a_label_is_none(entries: list[str]) -> None:
    assert [entry.label for entry in read(*entries).entries] == [None] * len(entries)


def test_citations_name_the_labels() -> None:
    text = "\n\n".join(
        [
            "Так (Зубок, Плешаков 1996: 12; Вестад 2005: 4; ДВП 1998: 5; Печатнов 2006б).",
            "## Литература",
            *LISTS[0][0],
        ]
    )
    apparatus = read_apparatus(text.encode(), "a.md")
    labels = [each.entry.label if each.entry else None for each in apparatus.citations]
    assert labels == ["Зубок, Плешаков 1996", "Вестад 2005", "ДВП 1998", "Печатнов 2006б"]


@given(st.lists(st.text(alphabet="Ab 12[]—:=().,\n", max_size=40), max_size=5))
def test_any_list_has_as_many_labels_as_entries(entries: list[str]) -> None:
    found = labels_of(entries)
    assert len(found) == len(entries)
    for label, text in zip(found, entries, strict=True):
        assert label is None or 0 < label.end <= len(text)
