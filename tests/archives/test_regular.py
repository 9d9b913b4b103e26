"""The pattern for regular references against the grammar: the same value, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.archives import ArchivalReference, find, find_references, load_registry
from srccheck.archives.names import all_names
from srccheck.archives.regular import read_regular

REGISTRY = load_registry()
ABBREVIATIONS = sorted(
    name for each in REGISTRY.archives if each.country == "RU" for name in each.abbreviations
)
NUMBER = st.integers(1, 2000).map(str)
LEAVES = st.one_of(
    NUMBER.map("{}".format),
    st.tuples(NUMBER, st.sampled_from(["–", "-"]), NUMBER).map("".join),
)
LATIN = st.tuples(
    st.sampled_from([", ", ". "]), st.just("f. "), NUMBER, st.sampled_from([", ", ". "]),
    st.just("op. "), NUMBER, st.just(", d. "), NUMBER,
    st.sampled_from([", l. ", ", ll. ", ", p. "]), LEAVES,
).map("".join)  # fmt: skip
CYRILLIC = st.tuples(
    st.sampled_from([". ", ", "]), st.sampled_from(["Ф. ", "ф. "]), NUMBER, st.just(". Оп. "),
    NUMBER, st.just(". Д. "), NUMBER, st.sampled_from([". Л. ", ", л. ", ". Лл. "]), LEAVES,
).map("".join)  # fmt: skip
AFTER = st.sampled_from(
    [
        ")",
        "",
        "\n",
        ".\n",
        ".)",
        ".\n\nЛ. 5",
        "; RGANI, f. 5",
        "; d. 7",
        " об.",
        ".",
        ", 9 л.",
        "ff.",
    ]
)
BEFORE = st.sampled_from(["", "(", "He said so (", "see ", "Государственный архив (", "; "])


def _by_grammar(text: str) -> list[ArchivalReference]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "read_regular", lambda *_: None)
        return find_references(text, REGISTRY)


@settings(max_examples=200, deadline=None)
@given(BEFORE, st.sampled_from(ABBREVIATIONS), st.one_of(LATIN, CYRILLIC), AFTER)
def test_a_generated_reference_reads_the_same(
    before: str, abbreviation: str, levels: str, after: str
) -> None:
    text = f"{before}{abbreviation}{levels}{after}"
    assert find_references(text, REGISTRY) == _by_grammar(text)


def test_every_example_of_the_registry_reads_the_same() -> None:
    for archive in REGISTRY.archives:
        for text in archive.examples:
            assert find_references(text, REGISTRY) == _by_grammar(text), text


def test_real_texts_read_the_same(shared: Path) -> None:
    for path in sorted((shared / "seeds").iterdir()):
        text = " ".join(path.read_text(encoding="utf-8").split(" "))
        assert find_references(text, REGISTRY) == _by_grammar(text)


def test_the_plain_form_takes_the_short_way() -> None:
    text = "(RGASPI, f. 17, op. 3, d. 1080, ll. 55–56)"
    [name] = all_names(text, REGISTRY)
    assert read_regular(text, name, None, REGISTRY[name.archive]) is not None
