"""A manuscript read from several files: every place knows its own."""

from __future__ import annotations

from srccheck import readers
from srccheck.archives import registry_with
from srccheck.citations import find
from srccheck.references import find_lists
from srccheck.resolve import resolve
from srccheck.rules import run_rules, select_rules
from srccheck.text import Location, Place, StreamKind

CHAPTER = "# One\n\nAs *Zubok* says (Zubok 2007, 12).\n"
LIST = "# References\n\nZubok, Vladislav. *A Failed Empire*. Chapel Hill: UNC Press, 2008.\n"


def test_streams_keep_their_order_and_know_their_file() -> None:
    first, second = (readers.read(LIST.encode(), name) for name in ("a.md", "b.md"))
    chapter = readers.read(CHAPTER.encode(), "one.md")
    whole = chapter.with_attached(first).with_attached(second)

    assert [file.path for file in whole.files()] == ["one.md", "a.md", "b.md"]
    assert [stream.index for stream in whole.streams] == list(range(len(whole.streams)))
    lists = whole.of_kind(StreamKind.REFERENCES)
    assert [whole.file(stream.file).path for stream in lists] == ["a.md", "b.md"]


def test_what_is_attached_to_an_attached_file_comes_along() -> None:
    chapter = readers.read(CHAPTER.encode(), "one.md")
    inner = readers.read(CHAPTER.encode(), "two.md").with_attached(
        readers.read(LIST.encode(), "list.md")
    )
    whole = chapter.with_attached(inner)

    assert [whole.file(stream.file).path for stream in whole.streams if stream.text] == [
        "one.md",
        "two.md",
        "list.md",
    ]


def test_a_passage_is_quoted_from_its_own_file() -> None:
    whole = readers.read(CHAPTER.encode(), "one.md").with_attached(
        readers.read(LIST.encode(), "list.md")
    )
    (stream,) = whole.of_kind(StreamKind.REFERENCES)
    start = stream.text.index("A Failed Empire")
    passage = whole.passage(Place(stream.index, start, start + len("A Failed Empire")))

    assert (passage.path, passage.raw) == ("list.md", "*A Failed Empire*")
    assert passage.location == Location(3, 19, LIST.index("*A Failed"))


def test_a_finding_and_its_related_place_stand_in_two_files() -> None:
    whole = readers.read(CHAPTER.encode(), "one.md").with_attached(
        readers.read(LIST.encode(), "list.md")
    )
    registry = registry_with(None)
    apparatus = resolve(whole, find(whole, registry), find_lists(whole, registry), registry)
    (finding,) = run_rules(apparatus, select_rules(["CIT002"]))

    assert (finding.path, finding.raw) == ("one.md", "Zubok 2007")
    assert CHAPTER[finding.location.offset : finding.end_location.offset] == "Zubok 2007"
    (related,) = finding.related
    assert (related.path, related.location.line) == ("list.md", 3)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert CHAPTER[edit.location.offset : edit.end_location.offset] == "2007"
    assert edit.replacement == "2008"
