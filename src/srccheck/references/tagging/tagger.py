"""The model: loaded once, when the first entry needs it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from srccheck.references.tagging.features import features_of
from srccheck.references.tagging.rule_labels import rule_labels
from srccheck.references.tagging.words import words_of
from srccheck.text import Span
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.references.parse import Parsed

MODEL = "references/entries.crfsuite"


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of an entry with their labels, and how certain each is (0 to 1)."""

    words: tuple[Span, ...]
    labels: tuple[str, ...]
    certainty: tuple[float, ...]


def tag(text: str, italics: Sequence[Span], parsed: Parsed) -> Tagged | None:
    """Label the words of an entry that the rules have read; None where there is no model."""
    model = tagger()
    words = words_of(text)
    if model is None or not words:
        return None
    model.set(features_of(*observed(text, words, italics, parsed)))
    labels = model.tag()
    certainty = [round(model.marginal(label, at), 4) for at, label in enumerate(labels)]
    return Tagged(tuple(words), tuple(labels), tuple(certainty))


def observed(
    text: str, words: Sequence[Span], italics: Sequence[Span], parsed: Parsed
) -> tuple[list[str], list[str], list[bool]]:
    """Give the words, the rules' labels and what is italic: what the features are made of."""
    dressed = [any(run.start < word.end and word.start < run.end for run in italics)
               for word in words]  # fmt: skip
    return [word.cut(text) for word in words], rule_labels(parsed, words), dressed


@cache
def tagger() -> Any:
    """Load the model; None where the library or the file is missing."""
    from srccheck.resources import refs_path

    try:
        from pycrfsuite import Tagger  # type: ignore[import-untyped]
    except ImportError:
        return None
    path = refs_path() / MODEL
    if not path.is_file():
        return None
    model = Tagger()
    model.open(str(path))
    return model
