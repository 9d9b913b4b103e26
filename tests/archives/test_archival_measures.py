"""The grammar on labelled citations and on the article, where these are at hand."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from srccheck.archives import ArchivalReference, find_references, load_registry, read_levels

REGISTRY = load_registry()
FAMILIES = {
    "ru-romanised": "fond", "ru-cyrillic": "fond", "ru-cyrillic-compact": "fond", "cwihp": "fond",
    "uk-cyrillic": "fond", "bg": "fond", "vi": "fond", "de": "fond", "uk-tna": "fond",
    "uk-ior": "fond", "us-nara": "us", "us-papers": "us", "us-frus-sourcenote": "us",
}  # fmt: skip


def plain(reference: ArchivalReference) -> tuple[str | None, dict[str, str]]:
    return reference.archive, {name.value: value for name, value in reference.levels.items()}


def test_labelled_citations(shared: Path) -> None:
    lines = (shared / "data" / "archival_citations.jsonl").read_text(encoding="utf-8").splitlines()
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for row in map(json.loads, lines):
        family = FAMILIES.get(row["convention"], row["convention"])
        found = [plain(each) for each in find_references(row["text"], REGISTRY)]
        total[family] += 1
        right[family] += found == [(each["archive"], each["levels"]) for each in row["expected"]]
    assert right["fond"] / total["fond"] >= 0.97
    assert right["us"] / total["us"] >= 0.90
    assert right["false-friend"] == total["false-friend"]


def article(shared: Path) -> tuple[str, list[dict[str, Any]]]:
    text = (shared / "seeds" / "selivanov-2017.txt").read_text(encoding="utf-8")
    data = json.loads((shared / "data" / "selivanov-2017.citations.json").read_text("utf-8"))
    return text.replace("*", ""), [row for row in data["citations"] if "levels" in row]


def test_every_archival_citation_of_the_article(shared: Path) -> None:
    text, rows = article(shared)
    expected = [
        (row["raw"], (row["archive"], row["levels"])) for row in rows if row["kind"] == "archival"
    ]
    found = find_references(text, REGISTRY)
    assert [(each.span.cut(text), plain(each)) for each in found] == expected
    slips = [slip.span.cut(text) for each in found for slip in each.slips]
    assert [each for each in slips if each in "½¼"] == ["½", "½", "¼"]


def test_every_ibid_of_the_article(shared: Path) -> None:
    text, rows = article(shared)
    found = find_references(text, REGISTRY)
    ibids = [row for row in rows if row["kind"] == "ibid"]
    assert len(ibids) == 4
    before: ArchivalReference | None = None
    for row in ibids:
        at = text.index(row["raw"])
        antecedent = [each for each in found if each.span.end <= at][-1]
        if before is not None and before.span.start > antecedent.span.start:
            antecedent = before
        before = read_levels(text, at + len("ibid."), antecedent, REGISTRY)
        assert before is not None
        assert plain(before) == (row["archive"], row["levels"])
        assert before.span.end == at + len(row["raw"])


def test_prose_without_citations_gives_nothing(shared: Path) -> None:
    text, _ = article(shared)
    prose = re.sub(r"\([^()]*\)", "", text.split("REFERENCES")[0])
    assert find_references(prose, REGISTRY) == []


@pytest.mark.parametrize("name", ["crdh_v01-03-sites-of-sovereignty.md", "historian.bib"])
def test_real_texts_are_read_in_order(shared: Path, name: str) -> None:
    text = (shared / "manuscripts" / name).read_text(encoding="utf-8")
    ends = 0
    for each in find_references(text, REGISTRY):
        assert each.span.start >= ends
        ends = each.span.end
