"""What holds for every text: places lie in their stream, in order, apart from one another."""

from __future__ import annotations

from itertools import pairwise

from citation_factory import find_in, manuscript_of
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.citations import IbidCitation, PrintedCitation

SCRAPS = st.sampled_from(
    ["Smith", "Иванов", "Hồ", "von", "и", "and", "&", "et al.", "и др.", "1999", "1999a", "2005б",
     "1981–85", "[1961]", "n.d.", "b", "(", ")", "[", "]", ";", ",", ":", ".", "p. 4", "с. 5–6",
     "12 ff.", "т. 3", "ibid.", "Там же.", "ebd.", "op. cit.", "idem", "см.", "see", "vgl.",
     "*Pravda*", "“Title”", "8 July 1977", "17.08.1961", "RGASPI, f. 17, op. 3, d. 8", "d. 9",
     "l. 4", "'", "’s", "/", "\n\n"]
)  # fmt: skip
LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=3)
WORDS = st.lists(SCRAPS | LETTERS, max_size=40)
TEXTS = st.builds(lambda words, joint: joint.join(words), WORDS, st.sampled_from([" ", "", ", "]))
ENTRIES = ("Smith, Adam. *Alone*. London: Verso, 1999.", "Иванов, А. Б. Союзники. М.: Наука, 2005.")


@given(TEXTS, st.booleans())
@settings(max_examples=150, deadline=None)
def test_places_lie_in_their_stream_in_order_and_apart(text: str, listed: bool) -> None:
    notes = [" ".join(text.split()) or "Ibid."]
    manuscript = manuscript_of(text, notes=notes, entries=ENTRIES if listed else ())
    found = find_in(manuscript).citations
    for each in found:
        stream = manuscript.streams[each.place.stream]
        assert 0 <= each.place.start < each.place.end <= len(stream.text)
        assert each.place.span.cut(stream.text).strip()
    for before, after in pairwise(found):
        assert before.place.stream <= after.place.stream
        if before.place.stream == after.place.stream:
            assert before.place.end <= after.place.start
        assert before.group <= after.group


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_years_and_locators_stand_inside_their_citation(text: str) -> None:
    for each in find_in(manuscript_of(text, entries=ENTRIES)).citations:
        if isinstance(each, PrintedCitation | IbidCitation):
            assert all(each.place.span.contains(part.place.span) for part in each.locators)
        if isinstance(each, PrintedCitation) and each.year:
            assert each.place.span.contains(each.year.place.span)


def test_each_parenthesis_and_each_note_is_a_group() -> None:
    manuscript = manuscript_of(
        "First (Smith 1999; Иванов 2005), then (Smith 1999).",
        notes=["Smith 1999, p. 4; Иванов 2005, с. 5.", "Ibid."],
        entries=ENTRIES,
    )
    assert [each.group for each in find_in(manuscript).citations] == [0, 0, 1, 2, 2, 3]
