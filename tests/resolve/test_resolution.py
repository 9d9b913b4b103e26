"""What citations resolve to: by name, year and title, and ibid through its chain.

A row is a text, the list behind it, and for every citation in order what it stands for: the id of
its entry, "rgani 5/50/721" for a file, or the outcome where it stands for nothing.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.lint import read_apparatus
from srccheck.resolve import Apparatus, Outcome, Resolved

BOOKS = """
Bovin, A.E. *Moj XX vek*. Moscow, 2003.

Bovin, A.E. *Zapiski*. Moscow, 1999.

Bukharkin, I.V. *Kreml' i Ho Shi Min*. Moscow, 1998.

Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

Hồ Chí Minh. *Toàn tập*. Hanoi, 1969.

Hoxha, Enver. *Vepra*. T. 8, 14. Tirana, 1971–1982.

Konoreva, I.A., and Igor N. Selivanov. *Dokumental'naja istorija*. Kursk, 2016.

Malile, Reis. "Information on the Meeting with Zhou Enlai". Digital Archive, 21 August 1961
http://digitalarchive.wilsoncenter.org/document/110802 (accessed 10 May 2017).

North Atlantic Treaty Organization. *The Treaty*. Washington, 1949.

*XXII s'ezd Kommunisticheskoj partii Sovetskogo Sojuza*. Moscow, 1962.
"""


def apparatus_of(text: str, books: str = BOOKS) -> Apparatus:
    """Read a Markdown text with a list behind it."""
    return read_apparatus(f"{text}\n\n## References\n{books}".encode(), "case.md")


def stands_for(resolved: Resolved) -> str:
    """Say in a word what a citation stands for."""
    if resolved.reference is not None:
        levels = [
            value for name, value in resolved.reference.levels.items() if name.value != "list"
        ]
        return f"{resolved.reference.archive} {'/'.join(levels)}"
    if resolved.outcome is Outcome.MATCHED and resolved.entry is not None:
        return resolved.entry.id
    return resolved.outcome.value


PRINTED = [
    ("So he says (Gaiduk 1996, p. 4).", ["gaiduk1996"]),
    ("So Gaiduk (1996) says.", ["gaiduk1996"]),
    ("So he says (Gajduk 1996; Гайдук 1996).", ["gaiduk1996", "gaiduk1996"]),
    ("So he says (Buharkin 1998; Boukharkine 1998).", ["bukharkin1998", "bukharkin1998"]),
    ("So he says (Bucharkin 1998).", ["bukharkin1998"]),
    ("So he says (Gaiduck 1996).", ["gaiduk1996"]),
    ("So he says (Gaiduk 1997).", ["year"]),
    ("So he says (Gaiduk 1996b).", ["suffix"]),
    ("So he says (Westad 2005).", ["missing"]),
    ("So he says (Ilya Gaiduk 1996; I. V. Gaiduk 1996).", ["gaiduk1996", "gaiduk1996"]),
    ("So they say (Konoreva and Selivanov 2016; Konoreva et al. 2016).", ["konoreva2016"] * 2),
    ("So they say (NATO 1949, p. 3).", ["northatlantic1949"]),
    ("So he says (Hồ Chí Minh 1969; Ho Chi Minh 1969).", ["hochiminh1969"] * 2),
    ("So he says (Hoxha 1971–82, t. 14, f. 402).", ["hoxha1971-82"]),
    ("So they say (*XXII s'ezd* 1962, p. 12).", ["xxiisezd1962"]),
    ("So they say (*XXII s”ezd Kommunisticheskoi partii* 1962, p. 3).", ["xxiisezd1962"]),
    ("So Zhou says (Zhou 1961).", ["malile1961"]),
    ("So it was (Pravda, 18 October 1961).", ["unlisted"]),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED, ids=[text for text, _ in PRINTED])
def test_printed(text: str, expected: list[str]) -> None:
    assert [stands_for(each) for each in apparatus_of(text).citations] == expected


FILE = "RGANI, f. 5, op. 50, d. 721, l. 17"
IBID = [
    (f"It was read ({FILE}). And filed (ibid., l. 19).", ["rgani 5/50/721"] * 2),
    (
        f"It was read ({FILE}). And (ibid., d. 722, l. 3; ibid., l. 4; ibid., op. 30, d. 1).",
        ["rgani 5/50/721", "rgani 5/50/722", "rgani 5/50/722", "rgani 5/30/1"],
    ),
    (f"It was read ({FILE}). And filed (ibid., p. 19).", ["rgani 5/50/721"] * 2),
    (
        f"It was read ({FILE}; ibid., d. 722, l. 3; d. 723, l. 4; see also f. 3, op. 1, d. 2).",
        ["rgani 5/50/721", "rgani 5/50/722", "rgani 5/50/723", "rgani 3/1/2"],
    ),
    ("He says (Bovin 2003, p. 4; ibid., p. 5). Again (ibid.).", ["bovin2003"] * 3),
    ("He says (ibid., p. 4).", ["no-antecedent"]),
    ("He says (Bovin 2003; Gaiduk 1996). Again (ibid., p. 4).", None),
    (
        f"He says (Bovin 2003; {FILE}). Again (ibid., l. 19).",
        ["bovin2003", "rgani 5/50/721", "rgani 5/50/721"],
    ),
    (f"He says (Bovin 2003). It was read (ibid., d. 3, l. 9; {FILE}).", None),
    ("He says (Malile 1961). Again (ibid., pp. 577–91).", ["malile1961", "implausible"]),
    (
        "He says (Malile 1961). Again (ibid., pp. 577–91). And again (ibid., p. 600).",
        ["malile1961", "implausible", "unlisted"],
    ),
    (
        "He says (Bovin 2003). Not so (Gaiduk 1996). He insists (Bovin, op. cit., p. 4).",
        ["bovin2003", "gaiduk1996", "bovin2003"],
    ),
    (
        "He says (Bovin 2003). And (Bovin 1999). He insists (Bovin, op. cit., p. 4).",
        ["bovin2003", "bovin1999", "ambiguous"],
    ),
    ("He says (Gaiduk, op. cit., p. 4).", ["gaiduk1996"]),
    ("He says (Westad, op. cit., p. 4).", ["unlisted"]),
]
EXPLAINED = {
    "He says (Bovin 2003; Gaiduk 1996). Again (ibid., p. 4).": [
        "bovin2003",
        "gaiduk1996",
        "ambiguous",
    ],
    f"He says (Bovin 2003). It was read (ibid., d. 3, l. 9; {FILE}).": [
        "bovin2003",
        "implausible",
        "rgani 5/50/721",
    ],
}


@pytest.mark.parametrize(("text", "expected"), IBID, ids=[text for text, _ in IBID])
def test_ibid_in_the_body(text: str, expected: list[str] | None) -> None:
    wanted = expected or EXPLAINED[text]
    assert [stands_for(each) for each in apparatus_of(text).citations] == wanted


NOTES = [
    (
        ["Bovin 2003, p. 4.", "Ibid., p. 5.", "Ibid."],
        ["bovin2003", "bovin2003", "bovin2003"],
    ),
    (
        [f"{FILE}.", "Ibid., l. 19.", "Ibid., d. 3, l. 1."],
        ["rgani 5/50/721"] * 2 + ["rgani 5/50/3"],
    ),
    ([f"Там же. Л. 3; {FILE}."], ["no-antecedent", "rgani 5/50/721"]),
    (
        [f"{FILE}.", "Ibid., ll. 50–51; see also f. 89, op. 45, d. 16, l. 2; d. 17, l. 3."],
        ["rgani 5/50/721", "rgani 5/50/721", "rgani 89/45/16", "rgani 89/45/17"],
    ),
    ([f"{FILE}.", "Там же. Д. 3. Л. 1; Д. 4."], ["rgani 5/50/721", "rgani 5/50/3", "rgani 5/50/4"]),
    (["J. Smith, *Walls* (London: Longman, 1998), 45.", "Ibid., 46."], ["unlisted"]),
    (
        [f"{FILE}.", "J. Smith, *Walls* (London: Longman, 1998), 45.", "Ibid., 46."],
        ["rgani 5/50/721", "unlisted"],
    ),
    ([f"{FILE}.", "A remark on the weather.", "Ibid., l. 19."], ["rgani 5/50/721"] * 2),
    (
        ["Bovin 2003, p. 4; Gaiduk 1996, p. 3.", "Ibid., p. 5."],
        ["bovin2003", "gaiduk1996", "ambiguous"],
    ),
    (  # leaves belong to the file, whether the book is listed or not
        [f"Westad 2005, p. 12; {FILE}.", "Ibid., l. 9."],
        ["missing", "rgani 5/50/721", "rgani 5/50/721"],
    ),
]


@pytest.mark.parametrize(("notes", "expected"), NOTES, ids=[" ".join(n) for n, _ in NOTES])
def test_ibid_in_the_notes(notes: list[str], expected: list[str]) -> None:
    """The body cites between the notes; a chain of notes does not see it."""
    marks = " ".join(f"Then.[^{n}] Gaiduk (1996) agrees." for n in range(1, len(notes) + 1))
    definitions = "\n\n".join(f"[^{n}]: {note}" for n, note in enumerate(notes, 1))
    apparatus = apparatus_of(f"{marks}\n\n{definitions}")
    in_notes = [
        each for each in apparatus.citations if apparatus.stream_of(each).kind.value == "note"
    ]
    assert [stands_for(each) for each in in_notes] == expected


def test_a_span_in_a_title_names_the_entry_and_is_another_year() -> None:
    books = "\nHoxha, Enver. *Superpowers. 1959–1984*. Tirana, 1984.\n"
    (only,) = apparatus_of("They were rivals (Hoxha 1959–84, p. 3).", books).citations
    assert only.outcome is Outcome.YEAR
    assert only.entry is not None
    assert only.entry.id == "hoxha1984"


def test_a_given_name_chooses_among_namesakes() -> None:
    books = (
        "\nPetrova, Anna. *The Consulate*. Bonn, 1998.\n\nPetrova, Maria. *Letters*. Bonn, 1998.\n"
    )
    citations = apparatus_of(
        "So (Maria Petrova 1998; M. Petrova 1998; Petrova 1998).", books
    ).citations
    assert [each.outcome for each in citations] == ["matched", "matched", "ambiguous"]
    assert [each.entry.title for each in citations[:2] if each.entry] == ["Letters", "Letters"]


def test_an_entry_with_et_al_bears_more_names() -> None:
    books = "\nВолков В.К. и др. *Москва*. М., 2003.\n"
    text = "Так (Волков и др. 2003; Волков, Гибианский 2003; Волков 2003)."
    citations = apparatus_of(text, books).citations
    assert [each.coauthors_differ for each in citations] == [False, False, True]


def test_differences_say_how_two_spellings_are_one() -> None:
    (only,) = apparatus_of("So he says (Buharkin 1998).").citations
    (difference,) = only.differences
    assert (difference.cited, difference.listed) == ("Buharkin", "Bukharkin")
    assert "Бухаркин" in difference.explanation


PIECES = st.sampled_from(
    [
        "(Bovin 2003, p. 4)",
        "(ibid., p. 5)",
        "(ibid., l. 19)",
        f"({FILE})",
        "(Bovin, op. cit., p. 4)",
        "[^1]",
        "\n\n[^1]: Ibid., 3.\n\n",
        "Gaiduk (1996)",
        "(Westad 2005; ibid.)",
        "и там же, с. 5.",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=8))
def test_ibid_points_back(pieces: list[str]) -> None:
    """An ibid stands for an earlier citation that is none itself, by way of the one it names."""
    apparatus = apparatus_of(" said ".join(pieces))
    for resolved in apparatus.citations:
        for index in (resolved.antecedent, resolved.previous, *resolved.ambiguous_antecedents):
            assert index is None or index < resolved.index
        if resolved.antecedent is not None:
            assert apparatus.citations[resolved.antecedent].antecedent is None
