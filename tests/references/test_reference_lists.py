"""Whole lists: fused entries, repeated authors, lost dashes, ids, places, laws."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_factory import manuscript_of

from srccheck.archives import Registry, load_registry
from srccheck.references import AuthorSource, Entry, ReferenceList, find_lists, parse_entry
from srccheck.text import Manuscript


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def read(paragraphs: list[str], registry: Registry, heading: str = "References") -> ReferenceList:
    (found,) = find_lists(manuscript_of(paragraphs, heading), registry)
    return found


SINGLE = [
    "Hồ Chí Minh. Moskva. Hanoi. 1950–1952. Hanoi, 1996.",
    "Westad, Odd Arne, ed. Brothers in Arms, 1945–1963. Washington, D.C.: Wilson Center, 1998.",
    "Djilas, Milovan. Conversations with Stalin. New York, 1962. Reprinted London, 1990.",
    "Fest, Joachim. Hitler. Berlin, 1973. Trans. R. Winston. New York, 1974.",
    "Prezidium CK KPSS. 1954–1964. Tom 1, 3. Moscow, 2004.",
    "Советский фактор. 1944–1953. Документы. М., 1999. Т. 1. 687 с.",
    "Stalin, I.V. Sochinenija. 1934–1940. Papka A. Stanford, 1967.",
    "Gaddis, John. The Cold War. London: Penguin, 2005. Kindle edition.",
]
FUSED = [
    (
        "Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996. Glazunov, E.P."
        " *V dni vojny i mira*. Moskow, 2010.",
        ["gaiduk1996", "glazunov2010"],
    ),
    (
        "Хлевнюк О. В. Сталин. М.: АСТ, 2015. 464 с. Чубарьян А. О. Канун. М.: Наука, 2008.",
        ["hlevnjuk2015", "chubarjan2008"],
    ),
    (
        "Hoxha, Enver. Superpowers. Tirana, 1984. ——. With Stalin. Tirana, 1979.",
        ["hoxha1984", "hoxha1979"],
    ),
    (
        "Kramer, Mark. 1999. “Ideology.” Review of International Studies 25 (4): 539–76. Larson, "
        "Deborah. 1985. Origins of Containment. Princeton: Princeton University Press.",
        ["kramer1999", "larson1985"],
    ),
    (
        "Jensen, Bartell C. 1966. The Impact of Reparations. Homewood: Irwin. Jussila, Osmo, Seppo "
        "Hentila, and Jukka Nevakivi. 1999. From Grand Duchy to a Modern State. London: Hurst.",
        ["jensen1966", "jussila1999"],
    ),
]


@pytest.mark.parametrize("text", SINGLE)
def test_one_entry_stays_one(text: str, registry: Registry) -> None:
    assert len(read([text], registry).entries) == 1


@pytest.mark.parametrize(("text", "ids"), FUSED)
def test_fused_entries_are_cut(text: str, ids: list[str], registry: Registry) -> None:
    entries = read([text], registry).entries
    assert [entry.id for entry in entries] == ids
    assert [entry.fused for entry in entries] == [False] + [True] * (len(ids) - 1)


MARKS = [
    "———. *With Stalin*. Tirana, 1979.",
    "——. With Stalin. Tirana, 1979.",
    "-----. With Stalin. Tirana, 1979.",
    "———, With Stalin, Tirana, 1979.",
    "— . With Stalin. Tirana, 1979.",
    "_____ With Stalin. Tirana, 1979.",
    ". With Stalin. Tirana, 1979.",
    "Idem. With Stalin. Tirana, 1979.",
    "Ders.: With Stalin, Tirana 1979.",
    "Он же. With Stalin. Tirana, 1979.",
]


@pytest.mark.parametrize("text", MARKS)
def test_a_mark_repeats_the_author(text: str, registry: Registry) -> None:
    first, second = read(["Hoxha, Enver. Superpowers. Tirana, 1984.", text], registry).entries
    assert second.author_source is AuthorSource.REPEATED_DASH
    assert [name.sort_form for name in second.authors] == ["Hoxha, Enver"]
    assert second.authors[0].place == first.authors[0].place
    assert (second.title, second.place_name, second.year) == ("With Stalin", "Tirana", "1979")
    assert second.repeated_author_mark is not None
    assert text.startswith(second.repeated_author_mark)
    assert second.id == "hoxha1979"


def test_a_mark_may_add_an_author(registry: Registry) -> None:
    entries = read(
        [
            "Konoreva, Irina A. *Vostok*. Kursk, 2008.",
            "———, and Igor N. Selivanov. *Zapad*. Kursk, 2016.",
        ],
        registry,
    ).entries
    assert [name.sort_form for name in entries[1].authors] == [
        "Konoreva, Irina A.",
        "Selivanov, Igor N.",
    ]
    assert entries[1].title == "Zapad"


def test_a_mark_without_an_author_before_it_stays_a_mark(registry: Registry) -> None:
    (entry,) = read(["———. With Stalin. Tirana, 1979."], registry).entries
    assert entry.authors == ()
    assert entry.author_source is AuthorSource.NONE
    assert entry.repeated_author_mark == "———"


def test_a_lost_dash_is_seen_by_the_broken_order(registry: Registry) -> None:
    entries = read(
        [
            "Hoxha, Enver. Imperializm. Tirana, 1979.",
            "Otchetnyj doklad o rabote. Tirana, 1981.",
            "——. Superpowers. Tirana, 1984.",
            "Khrushchev, Nikita. Vremja. Moscow, 1999.",
            "Le conflit. Hanoi, 1979.",
            "Malile, Reis. Kujtime. Tirana, 1990.",
        ],
        registry,
    ).entries
    assert [entry.author_source for entry in entries] == [
        AuthorSource.EXPLICIT,
        AuthorSource.LOST_DASH,
        AuthorSource.REPEATED_DASH,
        AuthorSource.EXPLICIT,
        AuthorSource.NONE,
        AuthorSource.EXPLICIT,
    ]
    assert entries[1].authors[0].sort_form == "Hoxha, Enver"


def test_a_title_in_its_place_between_two_authors_is_no_lost_dash(registry: Registry) -> None:
    entries = read(
        [
            "Hoxha, Enver. Imperializm. Tirana, 1979.",
            "Hronika sobytij. Moscow, 1981.",
            "Khrushchev, Nikita. Vremja. Moscow, 1999.",
        ],
        registry,
    ).entries
    assert entries[1].author_source is AuthorSource.NONE


def test_ids_are_unique(registry: Registry) -> None:
    entries = read(["Bovin, A. E. Moj XX vek. Moskva, 2003."] * 3, registry).entries
    assert [entry.id for entry in entries] == ["bovin2003", "bovin2003-2", "bovin2003-3"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Bibliography", True),
        ("References", False),
        ("Библиография", True),
        ("Литература", False),
        ("Literaturverzeichnis", False),
    ],
)
def test_a_bibliography_need_not_be_cited(heading: str, expected: bool, registry: Registry) -> None:
    found = read(["Bovin, A. E. Moj XX vek. Moskva, 2003."], registry, heading)
    assert (found.heading, found.bibliography) == (heading, expected)


def test_lines_that_order_the_list_are_no_entries(registry: Registry) -> None:
    paragraphs = ["Primary sources", "RGASPI", "Архивы:", "B", "Bovin, A. E. Moj vek. M., 2003."]
    entries = read(paragraphs, registry).entries
    assert [(entry.id, entry.number_in_list) for entry in entries] == [
        ("rgaspi", 1),
        ("bovin2003", 2),
    ]


YEARS = [
    ("Hoxha, Enver. Vepra. T. 8. Tirana, 1971–82.", ("1971–82", "1971", "1982")),
    ("Hoxha, Enver. Vepra. T. 8. Tirana, 1971-1982.", ("1971–1982", "1971", "1982")),
    ("Bovin, A. E. Moj vek. Moskva, [1961].", ("1961", "1961", "1961")),
    ("Bovin, A. E. Moj vek. Moskva, n.d.", ("n.d.", None, None)),
    ("Бовин А. Е. Мой век. М., б. г.", ("n.d.", None, None)),
    ("Uhl, Matthias: Krieg um Berlin. Berlin o. J.", ("n.d.", None, None)),
    ("Bovin, A. E. V 1947 godu. Vospominanija.", (None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_years(text: str, expected: tuple[str | None, ...]) -> None:
    entry = parse_entry(text)
    assert (entry.year, entry.year_first, entry.year_last) == expected


ACCESSED = [
    "(accessed 11 May 2017)",
    "Accessed May 11, 2017.",
    "[accessed 11.05.2017]",
    "(дата обращения: 11.05.2017)",
    "(abgerufen am 11. Mai 2017)",
    "(letzter Zugriff: 11.5.2017)",
    "(consulté le 11 mai 2017)",
    "(retrieved on 2017-05-11)",
    "(data obrashhenija: 11.05.2017)",
]


@pytest.mark.parametrize("phrase", ACCESSED)
def test_access_dates_and_stray_brackets(phrase: str) -> None:
    entry = parse_entry(f"Ulunjan, A. “Albanija.” 28 February 2015 http://jes.su/s20-2-1> {phrase}")
    assert entry.accessed == "2017-05-11"
    assert entry.url == "http://jes.su/s20-2-1"
    assert entry.date == "2015-02-28"


CLEANED = {"year", "date", "accessed"}


def check_places(manuscript: Manuscript, entry: Entry) -> None:
    """Hold an entry to the law of places: what is not cleaned slices back to its value."""
    text = manuscript.streams[entry.place.stream].text
    for field, place in entry.fields:
        assert entry.place.start <= place.start < place.end <= entry.place.end
        value = getattr(entry, {"place": "place_name"}.get(field, field), None)
        if isinstance(value, str) and field not in CLEANED:
            assert text[place.start : place.end] == value
    for name in (*entry.authors, *entry.editors):
        assert name.place is not None
        part = text[name.place.start : name.place.end]
        assert (name.family or name.literal) in part
        assert name.given.rstrip(".") in part


def check_nothing_dropped(text: str, entry: Entry) -> None:
    """Hold an entry to the law of the rest: it holds every word that no field and no label has."""
    own = text[entry.place.start : entry.place.end]
    for word in entry.rest.split():
        assert word in own
    taken = bytearray(len(own))
    for _, place in entry.fields:
        start = place.start - entry.place.start
        for at in range(start, place.end - entry.place.start):
            taken[at] = 1
    free = [word for word in _free_words(own, taken) if not _is_label(word)]
    assert all(word in entry.rest for word in free), (free, entry.rest)


def _free_words(text: str, taken: bytearray) -> list[str]:
    words, word = [], ""
    for char, used in zip(text, taken, strict=True):
        if char.isalnum() and not used:
            word += char
        elif word:
            words.append(word)
            word = ""
    return [*words, word] if word else words


LABELS = frozenset(
    word
    for line in (
        "no nos nr num iss issue number н вып vyp heft n pp p",
        "s ss с сс стр str seiten tr page pages accessed access last date",
        "retrieved viewed on дата обращения доступа abgerufen am letzter zugriff in dans в кн",
        "url available at doi edited by ed eds hg hrsg von dir отв ред",
        "под сост trans translated издание пер электронный ресурс zuletzt он же idem ders id",
        "i и",
    )
    for word in line.split()
)


def _is_label(word: str) -> bool:
    return word.lower() in LABELS or word.isdigit()


PIECES = st.sampled_from(
    [
        "Hoxha, Enver", "Иванов И. И.", "Hồ Chí Minh", "——", "Idem", "Vepra", "«Правда»", "“Title”",
        '"', "«", "(", ")", "[", "]", "1971–82", "2014a", "n.d.", "Moskva", "М.", "London: Penguin",
        "T. 8, 22", "vol. 3", "no. 4", "№ 3", "С. 12–20", "45(2)", "//", "In:", "(Hg.)", "eds.",
        "8 July 1977", "(accessed 11 May 2017)", "http://a.org/x>", "10.1000/xyz", ".", ",", ":",
        " — ", "/", "Vestnik", "RGASPI", "ГАРФ", "[Archive]", "и др.", "and", "2nd ed.", "12",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14))
def test_any_text_is_an_entry(pieces: list[str]) -> None:
    text = " ".join(" ".join(pieces).split())
    manuscript = manuscript_of([text.replace("*", "")])
    for entry in find_lists(manuscript, load_registry())[0].entries:
        check_places(manuscript, entry)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12))
def test_nothing_is_dropped(pieces: list[str]) -> None:
    text = " ".join(" ".join(pieces).split())
    manuscript = manuscript_of([text])
    for entry in find_lists(manuscript, load_registry())[0].entries:
        letters = sum(char.isalnum() for char in text[entry.place.start : entry.place.end])
        held = sum(
            sum(char.isalnum() for char in text[place.start : place.end])
            for field, place in entry.fields
            if field != "year" or entry.field_place("date") is None
        )
        assert held <= letters
        check_nothing_dropped(manuscript.streams[0].text, entry)


def test_a_long_paragraph_is_read_in_part_and_kept_whole(registry: Registry) -> None:
    text = "Bovin, A. E. Moj vek. " + "slovo " * 2000
    (entry,) = read([text.strip()], registry).entries
    assert entry.rest.endswith("slovo")


@pytest.fixture
def labels(shared: Path) -> list[dict[str, object]]:
    path = shared / "data" / "selivanov-2017.entries.json"
    references: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))["references"]
    return references


def test_agreement_with_the_hand_labels(
    labels: list[dict[str, object]], registry: Registry
) -> None:
    paragraphs: dict[object, str] = {}
    for label in labels:
        before = paragraphs.get(label["line"], "")
        paragraphs[label["line"]] = f"{before} {label['raw']}".strip()
    manuscript = manuscript_of(list(paragraphs.values()))
    entries = find_lists(manuscript, registry)[0].entries
    assert len(entries) == len(labels)
    right = total = 0
    for entry, label in zip(entries, labels, strict=True):
        check_places(manuscript, entry)
        for expected, got in _pairs(entry, label):
            total += 1
            right += expected == got
    assert right / total >= 0.99


def _pairs(entry: Entry, label: dict[str, object]) -> list[tuple[object, object]]:
    fields = label["fields"]
    assert isinstance(fields, dict)
    names = [name.literal or f"{name.family}|{name.given}" for name in entry.authors]
    expected = [
        each.get("literal") or f"{each['family']}|{each['given']}"
        for each in fields.get("author", [])
    ]
    pairs: list[tuple[object, object]] = [
        (label["type"], str(entry.type)),
        (label["author_source"], str(entry.author_source)),
        (expected, names),
    ]
    for key, value in {
        "title": (entry.title or "").replace(" '", "'") or None,
        "container": entry.container,
        "issue": entry.number,
        "volume": entry.volume,
        "volume_label": entry.volume_label,
        "place": entry.place_name,
        "publisher": entry.publisher,
        "year": entry.year,
        "year_suffix": entry.suffix,
        "date_iso": entry.date,
        "url": entry.url,
        "accessed": entry.accessed,
        "archive": entry.archive,
        "archive_translated": entry.archive_translated,
        "archive_abbrev": entry.archive_abbreviation,
    }.items():
        if key in fields or value is not None:
            pairs.append((fields.get(key), value))
    return pairs


def test_what_only_a_bibliography_prints_is_kept(registry: Registry) -> None:
    """Translators, volumes in all, pages in all, "and others"."""
    first, second, third = read(
        [
            "Corsi, Pietro, et al. 1988. *Lamarck*. Translated by Jonathan Mandelbaum. Bonn: UCP.",
            "Darwin, Charles. 1854. *A Monograph on Cirripedia*. 2 vols. London: Ray Society.",
            "Бовин А.Е. XX век как жизнь. М.: Захаров, 2003. 776 с.",
        ],
        registry,
    ).entries
    assert [name.sort_form for name in first.translators] == ["Mandelbaum, Jonathan"]
    assert first.and_others == ("authors",)
    assert (second.volumes, second.volume, second.and_others) == ("2", None, ())
    assert third.total_pages == "776"


def test_more_than_three_authors_stand_behind_the_title_of_gost(registry: Registry) -> None:
    (entry,) = read(
        ["Экология / В. К. Алли, А. Э. Эмерсон, О. Парк [и др.]. – М. : Мысль, 1949."], registry
    ).entries
    assert [name.family for name in entry.authors] == ["Алли", "Эмерсон", "Парк"]
    assert entry.and_others == ("authors",)
    assert entry.title == "Экология"


def test_a_volume_of_its_own_title_and_the_kind_of_a_thesis_are_kept(registry: Registry) -> None:
    first, second = read(
        [
            "Foreign Relations of the United States. Vol. XIV: Berlin Crisis. Bonn: GPO, 1993.",
            "Orlov, A. *Letters*. PhD diss., Moscow State University, 1999.",
        ],
        registry,
    ).entries
    assert first.extra == (("volume-title", "Berlin Crisis"),)
    assert second.extra == (("genre", "PhD diss."),)
