"""Entries that are one work, and those that are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from srccheck.bibliography.merge import merged, with_keys, with_one_place
from srccheck.bibliography.record import Record
from srccheck.references import Entry, EntryType, Name
from srccheck.resolve.same_work import LARGE
from srccheck.text import Place

AUTHOR = (Name("Bukharkin", "I. V."),)


def record(at: int, **said: Any) -> Record:
    values: dict[str, Any] = {"authors": AUTHOR, "title": "Kreml i Kho Shi Min", "year": "1998"}
    values |= said
    entry = Entry(f"e{at}", EntryType.BOOK, Place(0, at, at + 1), at,
                  year_first=values["year"], year_last=values["year"], **values)  # fmt: skip
    return Record(entry, f"{values['title']} {values['year']}", f"a.md:{at}", "markdown", at=at)


def test_one_work_in_two_romanisations_keeps_what_both_say() -> None:
    other = record(
        2, authors=(Name("Buharkin", "I. V."),), title="Kreml' i Ho Shi Min",
        publisher="Nauka", place_name="Moscow",
    )  # fmt: skip
    (kept,), (merger,), refused = merged([record(1), other])
    assert (kept.entry.title, kept.entry.publisher) == ("Kreml i Kho Shi Min", "Nauka")
    assert kept.origins == (("place_name", "a.md:2"), ("publisher", "a.md:2"))
    assert str(merger) == (
        "a.md:2: e2 is merged into e1 (a.md:1), with its place_name, publisher: one work"
    )
    assert refused == []


def test_what_differs_in_a_number_stays() -> None:
    others = [record(2, volume="2"), record(3, year="1999"), record(4, edition="2")]
    kept, mergers, _ = merged([record(1), *others])
    assert (len(kept), mergers) == (4, [])


def test_what_may_not_be_merged_is_told() -> None:
    kept, mergers, refused = merged([record(1), record(2)], lambda one, other: False)
    assert (len(kept), mergers, len(refused)) == (2, [], 1)
    assert "is the same work as e1" in refused[0].refusal


def test_doubles_are_found_in_a_large_group() -> None:
    words = ["alfa", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "teta"]
    titles = [f"{a} {b} istorija" for a in words for b in words if a != b]
    assert len(titles) > LARGE
    records = [record(at, title=title) for at, title in enumerate(titles)]
    records.append(record(len(titles), title="beta alfa istoriia"))
    kept, mergers, _ = merged(records)
    assert len(kept) == len(titles) // 2  # word order does not count
    assert mergers[-1].kept.entry.title in {"alfa beta istorija", "beta alfa istorija"}


def test_places_in_one_form() -> None:
    russian = "V dni vojny i mira. Vospominanija o sovetskoj diplomatii"
    places = ["Moscow", "Moskow", "Moscow", "Hanoi", "Hanoj", "Hanoi", "Москва", "Nowhere"]
    records = [record(at, place_name=place, title=russian) for at, place in enumerate(places)]
    changed, told = with_one_place(records)
    assert [each.entry.place_name for each in changed] == [
        "Moscow", "Moscow", "Moscow", "Hanoi", "Hanoi", "Hanoi", "Москва", "Nowhere",
    ]  # fmt: skip
    assert told == ["Moskow is written Moscow (1 entry)", "Hanoj is written Hanoi (1 entry)"]


def test_keys_of_their_own_come_first() -> None:
    keyed = replace(record(2), entry=replace(record(2).entry, key="e1"))
    assert [key for key, _ in with_keys([record(1), keyed])] == ["e1-2", "e1"]
