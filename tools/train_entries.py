"""Train the model that gives a second reading of free-form entries: ``make model``.

    python tools/train_entries.py DATA [--folds 5] [--parts 5] [--model FILE]

DATA holds ``anystyle-core.xml`` (https://github.com/inukshuk/anystyle, BSD-2-Clause) and
``linkedbooks.tar.gz`` (https://github.com/dhlab-epfl/LinkedBooksDeepReferenceParsing, MIT). The
model learns from both and from references generated from a seed. With ``--folds N`` the figures of
N-fold cross-validation on AnyStyle's set are printed first (0: none), those of the first M parts
with ``--parts M``.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

from entries.corpora import Labelled, anystyle, folds, linked_books
from entries.humanities import generate
from entries.learning import Rows, dressed, learn, open_model, rows_of, score

MODEL = Path(__file__).resolve().parent.parent / "refs" / "references" / "entries.crfsuite"
GENERATED = 6000
LINKED = 7000
TIMES = 4  # that AnyStyle's set counts: it is small, and the only one with every kind of field
SEED = 7


def main() -> None:
    """Print the cross-validated figures, train on everything, write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--parts", type=int, default=99)
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args()
    began = time.process_time()
    core = [rows_of(each) for each in anystyle(options.data / "anystyle-core.xml")]
    more = [*dressed(generate(GENERATED, SEED), SEED), *map(rows_of, linked(options.data))]
    if options.folds:
        print_cross_validation(core, more, options.folds, options.parts)
    options.model.parent.mkdir(parents=True, exist_ok=True)
    learn([*core * TIMES, *more], options.model)
    size = options.model.stat().st_size
    print(f"{options.model.name}: {size / 1e6:.2f} MB, {time.process_time() - began:.0f} s of CPU")


def linked(data: Path) -> list[Labelled]:
    """Give the LinkedBooks references to learn from: those whose journal is set apart."""
    whole = [
        each for each in linked_books(data / "linkedbooks.tar.gz", "train") if not _merged(each)
    ]
    random.Random(SEED).shuffle(whole)
    return whole[:LINKED]


def _merged(entry: Labelled) -> bool:
    """Tell a reference whose title and journal carry one label."""
    labels = {label for _, label in entry}
    return {"pages", "volume"} <= labels and "journal" not in labels


def print_cross_validation(core: list[Rows], more: list[Rows], count: int, parts: int = 99) -> None:
    """Print field F1 and the share of whole references on the parts left out."""
    gold: list[list[str]] = []
    guessed: list[list[str]] = []
    for part in folds(core, count, SEED)[:parts]:
        left_out = set(part)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "fold.crfsuite")
            kept = [row for at, row in enumerate(core) if at not in left_out]
            learn([*kept * TIMES, *more], path)
            tagger = open_model(path)
            gold += [core[at][1] for at in part]
            guessed += [tagger.tag(core[at][0]) for at in part]
    f1, whole = score(gold, guessed)
    done = f"{count}-fold" if parts >= count else f"{parts} of {count} parts"
    print(f"AnyStyle core, {done}: field F1 {f1:.3f}, whole references {whole:.0%}", flush=True)


if __name__ == "__main__":
    main()
