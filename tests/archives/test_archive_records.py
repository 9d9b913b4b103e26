"""Every record of refs/archives: its schema, examples, non-examples and canonical forms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srccheck.archives import LevelName, Style, canonical, find_references, load_registry, render
from srccheck.archives.compiled import read, refs_folder
from srccheck.archives.schema import read_file

REGISTRY = load_registry()
FILES = sorted((refs_folder() / "archives").glob("*.toml"))


def records() -> Iterator[dict[str, Any]]:
    for path in FILES:
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["archive"]


EXAMPLES = [
    pytest.param(record["id"], example["text"], example["levels"], id=f"{record['id']}-{number}")
    for record in records()
    for number, example in enumerate(record["examples"])
]
NON_EXAMPLES = [
    pytest.param(record["id"], text, id=f"{record['id']}-{number}")
    for record in records()
    for number, text in enumerate(record["non_examples"])
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_keeps_the_schema(path: Path) -> None:
    read_ones = list(read_file(path, REGISTRY.levels.conventions))
    assert read_ones
    for record in read_ones:
        levels = [LevelName(level) for level in record["levels"]]
        assert len(levels) == len(set(levels)), record["id"]
        assert set(record["required"]) <= {level.value for level in levels}, record["id"]
        assert re.fullmatch("[A-Z]{2}|INT", record["country"]), record["id"]  # ISO 3166, or none
        assert all(source.strip() for source in record["sources"]), record["id"]


def test_ids_are_unique_and_every_record_is_loaded() -> None:
    ids = [record["id"] for record in records()]
    assert len(ids) == len(set(ids))
    assert {archive.id for archive in REGISTRY.archives} == set(ids)


def test_the_whole_of_refs_reads() -> None:
    assert read(refs_folder())["archives"].keys() == {record["id"] for record in records()}


@pytest.mark.parametrize(("archive", "text", "levels"), EXAMPLES)
def test_example(archive: str, text: str, levels: dict[str, str]) -> None:
    found = [(each.archive, dict(each.levels)) for each in find_references(text, REGISTRY)]
    assert found[:1] == [(archive, levels)]


@pytest.mark.parametrize(("archive", "text"), NON_EXAMPLES)
def test_non_example(archive: str, text: str) -> None:
    assert archive not in [each.archive for each in find_references(text, REGISTRY)]


@pytest.mark.parametrize(("archive", "text", "levels"), EXAMPLES)
def test_canonical_forms_read_back(archive: str, text: str, levels: dict[str, str]) -> None:
    reference = find_references(text, REGISTRY)[0]
    forms = [render(reference, REGISTRY, style) for style in Style]
    for form in {*forms, canonical(reference, REGISTRY)}:
        (back,) = find_references(form, REGISTRY)
        assert (back.archive, back.levels) == (archive, reference.levels), form


LABELLED = [
    archive.id for archive in REGISTRY.archives if LevelName.OPIS in archive.required
]  # fmt: skip
NUMBERS = st.from_regex(r"[1-9][0-9]{0,3}", fullmatch=True)
FILES_OF_OTHERS = st.one_of(NUMBERS, st.sampled_from(["1/2", "8а", "12–14", "3-a", "½"]))
LEAVES = st.sampled_from(["5", "5–7", "12 об.", "6-7об.", "104–5", "1, 3, 8–10"])


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(LABELLED), NUMBERS, NUMBERS, FILES_OF_OTHERS, LEAVES)
def test_every_style_reads_back(archive: str, fond: str, opis: str, delo: str, leaves: str) -> None:
    record = REGISTRY[archive]
    papka = ", п. 31" if LevelName.PAPKA in record.required else ""
    name = (*record.abbreviations, *(each for names in record.names.values() for each in names))[0]
    text = f"{name}, ф. {fond}, оп. {opis}{papka}, д. {delo}, л. {leaves}"
    (reference,) = find_references(text, REGISTRY)
    assert reference.archive is not None
    for style in Style:
        form = render(reference, REGISTRY, style)
        (back,) = find_references(form, REGISTRY)
        assert (back.archive, back.levels) == (reference.archive, reference.levels), form
