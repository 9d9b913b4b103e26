"""Archives named in running text, and abbreviations explained."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.archives import find_mentions, load_registry

REGISTRY = load_registry()


@pytest.mark.parametrize(
    ("text", "archive", "abbreviation", "cut"),
    [
        (
            "See the Russian State Archive of Contemporary History [RGANI] on this.",
            "rgani", "RGANI", "Russian State Archive of Contemporary History [RGANI]",
        ),
        (
            "в Государственном архиве Российской Федерации (далее – ГАРФ) хранится",
            "garf", "ГАРФ", "Государственном архиве Российской Федерации (далее – ГАРФ)",
        ),
        (
            "Arhiv vneshnej politiki Rossijskoj Federacii [Archive of Foreign Policy of the "
            "Russian Federation] (AVP RF).",
            "avprf", "AVP RF",
            "Arhiv vneshnej politiki Rossijskoj Federacii [Archive of Foreign Policy of the "
            "Russian Federation] (AVP RF)",
        ),
        (
            "RGASPI – Rossiiskii gosudarstvennyi arkhiv sotsial'no-politicheskoi istorii",
            "rgaspi", "RGASPI",
            "RGASPI – Rossiiskii gosudarstvennyi arkhiv sotsial'no-politicheskoi istorii",
        ),
        (
            "ГАРФ (Государственный архив Российской Федерации)", "garf", "ГАРФ",
            "ГАРФ (Государственный архив Российской Федерации)",
        ),
        (
            "the State Archive of the Nowhere Region (SANR) holds", None, "SANR",
            "State Archive of the Nowhere Region (SANR)",
        ),
        (
            "RGANI Russian State Archive of Contemporary History", "rgani", "RGANI",
            "RGANI Russian State Archive of Contemporary History",
        ),
        ("XNA – Xanadu National Archives", None, "XNA", "XNA – Xanadu National Archives"),
    ],
)  # fmt: skip
def test_explained(text: str, archive: str | None, abbreviation: str, cut: str) -> None:
    (mention,) = find_mentions(text, REGISTRY)
    assert mention.expands
    assert (mention.archive, mention.abbreviation) == (archive, abbreviation)
    assert mention.span.cut(text) == cut


@pytest.mark.parametrize(
    ("text", "archive"),
    [
        ("The papers are in RGASPI.", "rgaspi"),
        ("Документы РГАСПИ и другие", "rgaspi"),
        ("the Russian State Archive of Contemporary History opened", "rgani"),
        ("in the Bundesarchiv.", "barch"),
    ],
)
def test_named_only(text: str, archive: str) -> None:
    (mention,) = find_mentions(text, REGISTRY)
    assert (mention.archive, mention.expands) == (archive, False)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations (UN) met.",
        "Communist Party of the Soviet Union (CPSU)",
        "Vestnik Arhiva Prezidenta Rossijskoj Federacii 1998",
        "he read an archive of old letters",
        "REFERENCES\nArhiv novoj knigi",
    ],
)
def test_no_mention(text: str) -> None:
    assert find_mentions(text, REGISTRY) == []


def test_a_former_name_is_told() -> None:
    (mention,) = find_mentions("It was then in RTsKhIDNI.", REGISTRY)
    assert (mention.archive, mention.former) == ("rgaspi", "RTsKhIDNI")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("RGASPI ()[]–ГАРФ архивArchive,\n"), max_size=60))
def test_never_raises_and_spans_are_in_order(text: str) -> None:
    mentions = find_mentions(text, REGISTRY)
    assert [each.span for each in mentions] == sorted(each.span for each in mentions)
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in mentions)
