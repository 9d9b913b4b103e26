"""Measure the reading of free-form entries: ``python tools/measure_entries.py DATA``.

DATA is as for tools/train_entries.py. Prints, in the labels of the model, the F1 of exact fields
and the share of references that are wholly right on LinkedBooks' test part, which nothing was
trained on (editors and translators count as authors there, journals and books as titles, for that
set has no other labels), and how many references a second one core reads. What the rules read alone
stands beside it, and the entries of the labelled article where that lies above DATA. With
``--folds N`` AnyStyle's set is cross-validated as ``make model`` does it.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from entries.corpora import Labelled, anystyle, linked_books
from entries.learning import rows_of, score
from measure_references import compare, read
from train_entries import linked, print_cross_validation

from srccheck.references.parse import parse
from srccheck.references.second_opinion import settled
from srccheck.references.tagging import tag
from srccheck.references.tagging.rule_labels import rule_labels
from srccheck.references.tagging.words import words_of

_ONE = {
    "journal": "title", "container-title": "title", "editor": "author", "translator": "author",
}  # fmt: skip


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    test = linked_books(options.data / "linkedbooks.tar.gz", "test")
    core = anystyle(options.data / "anystyle-core.xml")
    gold = [_merged([label for _, label in entry]) for entry in test]
    print(f"LinkedBooks, test part: {len(test)} references")
    _print("the rules alone", gold, [_merged(_by_rules(entry)) for entry in test])
    _print("the model over the rules", gold, [_merged(_by_model(entry)) for entry in test])
    for name, entries in (("LinkedBooks", test), ("AnyStyle", core)):
        texts = [" ".join(word for word, _ in entry) for entry in entries]
        _print_speed(name, texts)
    article = options.data.parent / "selivanov-2017.entries.json"
    if article.is_file():
        _print_article(article)
    if options.folds:
        from entries.humanities import generate
        from entries.learning import dressed
        from train_entries import GENERATED, SEED

        more = [*dressed(generate(GENERATED, SEED), SEED), *map(rows_of, linked(options.data))]
        print_cross_validation([rows_of(each) for each in core], more, options.folds)


def _by_rules(entry: Labelled) -> list[str]:
    text = " ".join(word for word, _ in entry)
    return rule_labels(parse(text), words_of(text))


def _by_model(entry: Labelled) -> list[str]:
    text = " ".join(word for word, _ in entry)
    tagged = tag(text, (), parse(text))
    if tagged is None:
        raise SystemExit("there is no model, or no python-crfsuite: pip install .[references]")
    return list(tagged.labels)


def _merged(labels: Sequence[str]) -> list[str]:
    return [_ONE.get(label, label) for label in labels]


def _print(name: str, gold: Sequence[Sequence[str]], guessed: Sequence[Sequence[str]]) -> None:
    f1, whole = score(gold, guessed)
    print(f"  {name:26} field F1 {f1:.3f}, whole references {whole:.0%}")


def _print_article(labels: Path) -> None:
    """Print how far the entries of a labelled article are read as they should be."""
    entries, labelled = read(labels)
    counts: Counter[str] = Counter()
    for entry, label in zip(entries, labelled, strict=True):
        rows = compare(entry, label)
        counts["expected"] += sum(row[1] is not None for row in rows)
        counts["got"] += sum(row[2] is not None for row in rows)
        counts["both"] += sum(row[1] == row[2] for row in rows)
        counts["whole"] += all(row[1] == row[2] for row in rows)
    f1 = 2 * counts["both"] / (counts["expected"] + counts["got"])
    whole = counts["whole"] / len(labelled)
    print(f"The article: {len(labelled)} entries, field F1 {f1:.3f}, whole entries {whole:.0%}")


def _print_speed(name: str, texts: Sequence[str]) -> None:
    ways = {
        "by the rules": parse,
        "with the model where they doubt": lambda text: settled(text, (), parse(text)),
        "with it on every entry": lambda text: tag(text, (), parse(text)),
    }
    parts = [f"{_best_speed(way, texts):.0f} {words}" for words, way in ways.items()]
    print(f"{name}, references a second of CPU, the best of three: {', '.join(parts)}")


def _best_speed(way: Callable[[str], object], texts: Sequence[str]) -> float:
    taken = []
    for _ in range(3):
        began = time.process_time()
        for text in texts:
            way(text)
        taken.append(time.process_time() - began)
    return len(texts) / min(taken)


if __name__ == "__main__":
    main()
