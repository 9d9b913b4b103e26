"""From labelled references to a model, and from a model to figures."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from entries.corpora import Labelled
from srccheck.references.parse import parse
from srccheck.references.tagging.features import features_of
from srccheck.references.tagging.tagger import observed
from srccheck.references.tagging.words import words_of
from srccheck.text import Span

Rows = tuple[list[list[str]], list[str]]
SETTINGS = {
    "c1": 0.2,
    "c2": 0.5,  # less, or more iterations, learns the sets by heart
    "max_iterations": 70,
    "feature.minfreq": 3,
    "feature.possible_transitions": False,
}
ITALIC = frozenset({"journal", "container-title", "title"})


def rows_of(entry: Labelled, italic: Iterable[str] = ()) -> Rows:
    """Give features and labels of a reference; words of the labels ``italic`` are italics."""
    text = " ".join(word for word, _ in entry)
    words = words_of(text)
    dressed = frozenset(italic)
    runs = tuple(span for span, (_, label) in zip(words, entry, strict=True) if label in dressed)
    joined: list[Span] = []
    for run in runs:
        if joined and joined[-1].end + 1 == run.start:
            joined[-1] = Span(joined[-1].start, run.end)
        else:
            joined.append(run)
    parsed = parse(text, tuple(joined))
    return features_of(*observed(text, words, joined, parsed)), [label for _, label in entry]


def dressed(entries: Sequence[Labelled], seed: int) -> Iterable[Rows]:
    """Give the rows of generated references, a third of them with italics."""
    chance = random.Random(seed)
    for entry in entries:
        labels = {label for _, label in entry}
        host = labels & {"journal", "container-title"}
        italic = (host or {"title"}) if chance.random() < 0.33 else ()
        yield rows_of(entry, italic)


def learn(rows: Iterable[Rows], target: Path) -> None:
    """Train a model and write it."""
    from pycrfsuite import Trainer

    trainer = Trainer(verbose=False)
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.set_params(SETTINGS)
    trainer.train(str(target))


def open_model(path: Path) -> Any:
    """Open a model file."""
    from pycrfsuite import Tagger

    tagger = Tagger()
    tagger.open(str(path))
    return tagger


def spans(labels: Sequence[str]) -> set[tuple[str, int, int]]:
    """Give the fields of a labelling: each run of one label."""
    found = set()
    start = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or labels[at] != labels[start]:
            found.add((labels[start], start, at))
            start = at
    return found


def score(gold: Sequence[Sequence[str]], guessed: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Give micro F1 of exact fields, and the share of references that are wholly right."""
    counts: Counter[str] = Counter()
    whole = 0
    for right, given in zip(gold, guessed, strict=True):
        mine, theirs = spans(right), spans(given)
        counts["both"] += len(mine & theirs)
        counts["gold"] += len(mine)
        counts["guess"] += len(theirs)
        whole += list(right) == list(given)
    f1 = 2 * counts["both"] / max(1, counts["gold"] + counts["guess"])
    return f1, whole / max(1, len(gold))
