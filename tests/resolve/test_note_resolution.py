"""What full and short notes, ibids and cross-references in notes stand for."""

from __future__ import annotations

import pytest

from srccheck.lint import read_apparatus
from srccheck.resolve import Apparatus, Outcome
from srccheck.resolve.titles import Fit, fit, same_work

FULL = "Anna Weber, *The Long Retreat: Armies in Winter* (London: Longman, 1998), 12."
SECOND = "Anna Weber, *The Northern Fleet* (London: Longman, 2003), 40."


def _apparatus(*notes: str, entries: tuple[str, ...] = ()) -> Apparatus:
    marks = "".join(f"[^{number}]" for number in range(1, len(notes) + 1))
    parts = [f"Text.{marks}", *(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))]
    parts += ["## Bibliography", *entries] if entries else []
    return read_apparatus("\n\n".join(parts).encode(), "essay.md")


def _outcomes(*notes: str, entries: tuple[str, ...] = ()) -> list[tuple[Outcome, str | None]]:
    apparatus = _apparatus(*notes, entries=entries)
    return [(e.outcome, e.entry.id if e.entry else None) for e in apparatus.citations]


def test_a_short_note_stands_for_the_full_one() -> None:
    apparatus = _apparatus(FULL, "Weber, *Long Retreat*, 14.", "Weber, 15.", "Weber, op. cit., 16.")
    assert apparatus.style == "notes"
    assert [e.entry.id for e in apparatus.citations if e.entry] == ["weber1998"] * 4
    assert [e.antecedent for e in apparatus.citations] == [None, 0, 0, 0]


def test_an_entry_goes_before_a_full_note() -> None:
    listed = "Weber, Anna. *The Long Retreat: Armies in Winter*. London: Longman, 1998."
    apparatus = _apparatus(FULL, "Weber, *Long Retreat*, 14.", entries=(listed,))
    assert [each.entry for each in apparatus.citations] == [apparatus.entries[0]] * 2


def test_a_short_note_may_come_first() -> None:
    assert _outcomes("Weber, *Long Retreat*, 14.", FULL)[0] == (Outcome.MATCHED, "weber1998")


def test_the_title_tells_which_work() -> None:
    found = _outcomes(FULL, SECOND, "Weber, *Fleet*, 14.", "Weber, *Armies in Winter*, 2.")
    assert [entry for _, entry in found] == ["weber1998", "weber2003", "weber2003", "weber1998"]


def test_a_name_and_a_page_of_two_works_is_ambiguous() -> None:
    assert _outcomes(FULL, SECOND, "Weber, 14.")[2] == (Outcome.AMBIGUOUS, None)


def test_a_name_and_a_page_is_the_work_that_was_cited_before() -> None:
    assert _outcomes(FULL, "Weber, 14.", SECOND)[1] == (Outcome.MATCHED, "weber1998")


@pytest.mark.parametrize(
    ("note", "outcome"),
    [
        ("Weber, *The Short Advance*, 14.", Outcome.TITLE),
        ("Weber, *Long Retraet*, 14.", Outcome.TITLE),
        ("Hofer, *The Gate*, 14.", Outcome.MISSING),
        ("Hofer, *Long Retreat*, 14.", Outcome.MISSING),
    ],
)
def test_no_work_fits(note: str, outcome: Outcome) -> None:
    assert _outcomes(FULL, "Weber, *Long Retreat*, 3.", note)[2] == (outcome, None)


def test_a_misspelt_author_is_told_by_the_title() -> None:
    apparatus = _apparatus(FULL, "Webre, *Long Retreat*, 14.")
    assert apparatus.citations[1].entry is not None
    assert [each.cited for each in apparatus.citations[1].differences] == ["Webre"]


def test_a_name_in_words_that_were_not_read_is_no_finding() -> None:
    found = _outcomes(FULL, "What Hofer wrote is lost.", "Hofer, *The Gate*, 14.")
    assert found[1] == (Outcome.UNLISTED, None)


def test_where_most_short_notes_have_no_full_one_it_stands_elsewhere() -> None:
    notes = [f"Author{letter}, *A Title of {letter}*, 14." for letter in "ABCDE"]
    assert {outcome for outcome, _ in _outcomes(FULL, *notes)[1:]} == {Outcome.UNLISTED}


def test_the_same_author() -> None:
    found = _apparatus(
        "Karl Müller, Die Botschaft, Berlin 1998, S. 12.",
        "Ders., Die zweite Botschaft, Stuttgart 2003, S. 4.",
        "Müller, Zweite Botschaft, S. 5.",
    ).citations
    assert [each.entry.id for each in found if each.entry] == [
        "muller1998",
        "muller2003",
        "muller2003",
    ]


@pytest.mark.parametrize(
    ("before", "outcome"),
    [
        ([FULL], Outcome.MATCHED),
        (
            [FULL, f"{SECOND[:-1]}; Karl Orff, *The Fleet* (Bonn: Dietz, 1997), 3."],
            Outcome.AMBIGUOUS,
        ),
        (["It was cold that year."], Outcome.NO_ANTECEDENT),
        ([f"RGANI, f. 5, op. 3, d. 4, l. 7, quoted in {FULL}"], Outcome.MATCHED),
        (["Karl Orff, The Fleet of Our Fathers, vol. 2, p. 7"], Outcome.UNLISTED),
    ],
)
def test_ibid(before: list[str], outcome: Outcome) -> None:
    apparatus = _apparatus(*before, "Ibid., 13.", FULL, "Weber, *Long Retreat*, 3.")
    ibid = next(each for each in apparatus.citations if each.citation.kind == "ibid")
    assert ibid.outcome is outcome


def test_a_cross_reference_to_a_note_with_one_source() -> None:
    assert _outcomes(FULL, "See note 1.", "Weber, 3.")[1] == (Outcome.UNLISTED, "weber1998")


@pytest.mark.parametrize(
    ("short", "title", "expected"),
    [
        ("Failed Empire", "A Failed Empire: The Soviet Union", Fit.SHORT),
        ("A Failed Empire", "A Failed Empire", Fit.EQUAL),
        ("Failed Emipre", "A Failed Empire", Fit.SLIP),
        ("Second Front", "A Failed Empire", Fit.NONE),
        ("FRUS", "Foreign Relations of the United States", Fit.SHORT),
        ("Postwar Order", "The Post-War Order", Fit.SHORT),
        ("Неудавшейся империи", "Неудавшаяся империя: Советский Союз", Fit.SHORT),
        ("Novaja istorija", "Novaya istoriya i politika", Fit.SHORT),
    ],
)
def test_short_titles(short: str, title: str, expected: Fit) -> None:
    assert fit(short, title) is expected


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ("The Long Retreat", "The Long Retreat: Armies in Winter", True),
        ("Conservativism in America: The Right", "Conservatism in America: The Right", True),
        ("History of the War. Vol. 1", "History of the War. Vol. 2", False),
        ("The Long Retreat", "The Short Advance", False),
        ("The Sleepers", "The Sleepers: How They Woke in 1914", True),
        ("Memoirs: The Early Years", "Memoirs: The Late Ones", False),
    ],
)
def test_full_titles(mine: str, theirs: str, *, same: bool) -> None:
    assert (same_work(mine, theirs) is not Fit.NONE) is same


def test_a_work_whose_author_was_not_read_may_be_meant() -> None:
    second = "Weber, *Long Retreat*, 3. See also her *Northern Fleet* (London: Longman, 2003)."
    found = _outcomes(FULL, second, "Weber, *Northern Fleet*, 14.")
    assert found[3] == (Outcome.MATCHED, found[2][1])


def test_the_title_of_a_volume_is_a_title() -> None:
    full = "Karl Orff, *The Wars*, vol. 2, *The Fleet, 1914–1918* (London: Longman, 1998), 12."
    assert _outcomes(FULL, full, "Orff, *The Fleet*, 14.")[2] == (Outcome.MATCHED, "orff1998")


def test_notes_that_count_anew_begin_a_chapter() -> None:
    text = (
        "Text one [1]. And [2].\n\nNotes\n\n"
        "1. Anna Weber, The Retreat (London: Longman, 1998), 12.\n\n"
        "2. Ibid., 13.\n\nChapter Two\n\nText two [1].\n\nNotes\n\n1. Ibid., 14.\n"
    )
    found = read_apparatus(text.encode(), "book.txt").citations
    assert [each.outcome for each in found[1:]] == [Outcome.MATCHED, Outcome.NO_ANTECEDENT]
