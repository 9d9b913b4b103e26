"""The second reader of free-form entries: when it is asked, what it mends, what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from srccheck.lint import Settings, lint, read_apparatus
from srccheck.references import Entry, parse_entry
from srccheck.references.parse import parse
from srccheck.references.second_opinion import is_doubtful, settled
from srccheck.references.tagging import Tagged, tag, tagger
from srccheck.references.tagging.reading import read_tagged, runs_of
from srccheck.references.tagging.rule_labels import rule_labels
from srccheck.references.tagging.words import words_of
from srccheck.text import Span

SURE = (
    "Gaiduk, Ilya V. The Soviet Union and the Vietnam War. Chicago: Dee, 1996.",
    "Егорова Н.И. Европейская безопасность // Вопросы истории. 1999. № 3. С. 10–22.",
    "Wettig, Gerhard: Der Kreml. In: Müller, Anna (Hg.): Die Mauer. Berlin 2008, S. 40–52.",
    "“Record of conversation”. Digital Archive. http://e.org/a (accessed 10 May 2017).",
    "Rossiiskii gosudarstvennyi arkhiv noveishei istorii (RGANI), Moscow",
)
DOUBTFUL = (
    "Nash, George H. The Conservative Movement Since 1945. Wilmington, DE: ISI Books, 2006.",
    "Zorzi E., Il territorio padovano, in «Miscellanea di storia veneta», Venezia 1929.",
    "Orlov, A. S. see the second box, 3 + 2, what A. lent us",
    "Gardenfors, Peter (1988). Knowledge in Flux. The MIT Press, Cambridge, MA.",
    "Marc Shapiro and Susan Horwitz. Fast and accurate analysis. Berlin: Springer, 1997.",
    "AA. VV, I Francescani nel Veneto, Vicenza 1982.",
    "Bortoluzzi R, Venezia 1797, Treviso 2001.",
)


@pytest.fixture
def second() -> None:
    """Skip where the library or the model is not there."""
    pytest.importorskip("pycrfsuite")
    if tagger.tagger() is None:
        pytest.skip("no model")


@pytest.mark.parametrize("text", SURE)
def test_it_is_not_asked_where_the_rules_are_sure(text: str) -> None:
    assert not is_doubtful(text, (), parse(text))


@pytest.mark.parametrize("text", DOUBTFUL)
def test_it_is_asked_where_they_are_not(text: str) -> None:
    assert is_doubtful(text, (), parse(text))


def test_the_article_needs_none(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "tagger", lambda: pytest.fail("the model was loaded"))
    path = shared / "seeds" / "selivanov-2017.txt"
    entries = read_apparatus(path.read_bytes(), path.name).entries
    assert len(entries) == 43
    assert not any(entry.confidence for entry in entries)


def test_without_the_model_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "tagger", lambda: None)
    for text in (*SURE, *DOUBTFUL):
        entry = parse_entry(text)
        assert entry.confidence == ()
        assert entry.title == (parse(text).values.get("title") or (None,))[0]


@pytest.mark.usefixtures("second")
class TestWithTheModel:
    """What the model adds."""

    def test_a_state_is_no_place(self) -> None:
        entry = parse_entry(DOUBTFUL[0])
        assert (entry.title, entry.place_name) == (
            "The Conservative Movement Since 1945",
            "Wilmington, DE",
        )
        assert {name for name, _ in entry.confidence} == {"title", "place"}
        assert dict(entry.other)["place"] == "DE"

    def test_a_book_after_in(self) -> None:
        entry = parse_entry(DOUBTFUL[1])
        assert (entry.title, entry.container, entry.place_name, entry.year) == (
            "Il territorio padovano",
            "Miscellanea di storia veneta",
            "Venezia",
            "1929",
        )

    @pytest.mark.parametrize(
        ("number", "title", "place"),
        [
            (3, "Knowledge in Flux", "Cambridge, MA"),
            (4, "Fast and accurate analysis", "Berlin"),
            (5, "I Francescani nel Veneto", "Vicenza"),
            (6, "Venezia 1797", "Treviso"),
        ],
    )
    def test_names_and_places_that_the_rules_missed(
        self, number: int, title: str, place: str
    ) -> None:
        entry = parse_entry(DOUBTFUL[number])
        assert (entry.title, entry.place_name) == (title, place)

    def test_words_that_nothing_divides_from_a_title_are_no_author(self) -> None:
        entry = parse_entry(
            "Colored Teachers' League Papers, 1936–1940, Western Historical Collection. "
            "The Hall Library, University of Nevada at Reno."
        )
        assert entry.authors == ()
        assert (entry.title or "").startswith("Colored Teachers' League Papers")

    def test_a_title_in_italics_is_not_joined_to_the_names_before_it(self) -> None:
        names = "Marsh, Anna Ruth with Louise French Kent. "
        title = "Where Rivers Meet, There Is My Home: American Consuls in Lyon"
        text = f"{names}{title}. Lanham, MD: Hamilton Books, 2010."
        italics = (Span(len(names), len(names) + len(title)),)
        first = parse(text, italics)
        assert settled(text, italics, first).values["title"][0] == title

    def test_it_says_the_same_every_time(self) -> None:
        def read(text: str) -> Entry:
            tagger.tagger.cache_clear()
            return parse_entry(text)

        for text in (*SURE, *DOUBTFUL):
            assert read(text) == read(text)

    def test_labels_cover_every_word(self) -> None:
        text = DOUBTFUL[0]
        tagged = tag(text, (), parse(text))
        assert tagged is not None
        assert [word.cut(text) for word in tagged.words] == text.split()
        assert all(0 <= each <= 1 for each in tagged.certainty)
        runs = runs_of(tagged)
        assert [run.label for run in runs] == ["author", "title", "location", "publisher", "date"]
        assert runs[2].span.cut(text) == "Wilmington, DE:"

    def test_two_readings_are_told_and_findings_on_them_are_info(self) -> None:
        others = "\n\n".join(SURE[:1] * 1)
        text = (
            f"## References\n\n{others}\n\nFederal Guide: Life in Two Towns, Notes. 1936. Mixed.\n"
        )
        result = lint(text.encode(), "a.md", Settings(keep_apparatus=True))
        assert result.apparatus is not None
        doubted = [entry for entry in result.apparatus.entries if entry.confidence]
        assert len(doubted) == 1
        start = result.apparatus.manuscript.passage(doubted[0].place).location.line
        for each in result.diagnostics:
            if each.location.line == start:
                assert each.severity.value == "info", each


def test_volume_and_number_in_one_run_are_told_apart() -> None:
    text = "Ames, A. An Archive. Archives Quarterly, 12(9), 890–904, 1986."
    words = tuple(words_of(text))
    labels = [*["author"] * 2, *["title"] * 2, *["journal"] * 2, "volume", "pages", "date"]
    tagged = Tagged(words, tuple(labels), tuple([1.0] * len(words)))
    second = read_tagged(text, (), runs_of(tagged), parse(text))
    read = {name: value for name, (value, _) in second.values.items()}
    assert (read["volume"], read["number"], read["pages"]) == ("12", "9", "890–904")
    assert (read["title"], read["container"]) == ("An Archive", "Archives Quarterly")


def test_the_rules_labels_word_by_word() -> None:
    text = SURE[1]
    words = words_of(text)
    labels = rule_labels(parse(text), words)
    read = dict(zip([word.cut(text) for word in words], labels, strict=True))
    assert read["Егорова"] == read["Н.И."] == "author"
    assert read["Европейская"] == "title"
    assert read["//"] == "-"
    assert read["Вопросы"] == "journal"
    assert read["1999."] == "date"
    assert read["10–22."] == "pages"
