"""Labelled references to learn from: AnyStyle's core set and LinkedBooks, in one set of labels.

An entry is a list of (word, label). The labels are AnyStyle's, and "archive".
"""

from __future__ import annotations

import random
import re
import tarfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from pathlib import Path

Labelled = list[tuple[str, str]]

_LINKED = {
    "author": "author", "title": "title", "publicationplace": "location", "publisher": "publisher",
    "year": "date", "date": "date", "pagination": "pages", "volume": "volume", "tomo": "volume",
    "publicationnumber-year": "volume", "numbered_ref": "volume", "series": "collection-title",
    "publicationspecifications": "note", "abbreviation": "note", "conjunction": "conjunction",
    "o": "other",
}  # fmt: skip
_ARCHIVAL = frozenset(
    {"archivalreference", "archive_lib", "box", "registry", "folder", "foliation", "filza",
     "cartulation", "attachment", "ref", "column"}
)  # fmt: skip
_CLOSING = re.compile(r"[.,;:!?)\]»”’]+[.,;:]*")
_OPENING = re.compile(r"[(\[«“‘„]+")
_YEAR = re.compile(r"\W*(?:1[4-9]|20)\d\d\W*")
_WHEN = re.compile(
    r"(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|jan|f[eé]v|avr|mai|juin|juil|ao[uû]t|sep|oct"
    r"|d[eé]c|may|june?|july?|aug|spring|summer|autumn|fall|winter|printemps|[eé]t[eé]|automne|hiver)"
    r"[\w.-]*",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\W*\d{1,2}(?:\s?(?:st|nd|rd|th|ª|a|e|\^))?\.?\s(?:ed|Aufl|ediz)\w*\W*", re.IGNORECASE
)
_VOLUMES = re.compile(
    r"\W*(?:\d{1,2}\s(?:voll?|voli|tomi|tt|Bde?)|(?:voll|voli)\.\s\d{1,2})\W*", re.IGNORECASE
)
LONGEST = 70  # words


def anystyle(path: Path) -> list[Labelled]:
    """Give the references of AnyStyle's core set, in its order."""
    found = []
    for sequence in ElementTree.parse(path).getroot():
        words = [(word, each.tag) for each in sequence for word in (each.text or "").split()]
        if words:
            found.append(words)
    return found


def linked_books(path: Path, part: str) -> list[Labelled]:
    """Give LinkedBooks' references to printed works: ``part`` is "train", "valid" or "test"."""
    with tarfile.open(path) as archive:
        member = archive.extractfile(f"clean_{part}.txt")
        assert member is not None
        text = member.read().decode("utf-8")
    return [each for raw in _references(text) for each in [_joined(raw)] if each]


def _references(text: str) -> Iterator[list[tuple[str, str]]]:
    current: list[tuple[str, str]] = []
    for line in re.split(r"\r\n?|\n", text):
        fields = line.split()
        if len(fields) != 4 or fields[0].startswith("-DOCSTART"):
            continue
        word, label, _, border = fields
        if border == "b-r":
            current = []
        if border != "o":
            current.append((word, label))
        if border == "e-r" and current:
            yield current
            current = []


def _joined(raw: list[tuple[str, str]]) -> Labelled:
    """Put punctuation back to its word and give the labels our names; [] for an archival one."""
    if any(label in _ARCHIVAL for _, label in raw):
        return []
    words: Labelled = []
    opening = ""
    for word, label in raw:
        ours = _LINKED.get(label, "other")
        if _OPENING.fullmatch(word):
            opening += word
        elif words and not opening and (_CLOSING.fullmatch(word) or word in {"’", "'"}):
            words[-1] = (words[-1][0] + word, words[-1][1])
        elif words and words[-1][0][-1] in "’'" and words[-1][1] == ours and not opening:
            words[-1] = (words[-1][0] + word, ours)
        else:
            words.append((opening + word, ours))
            opening = ""
    words = _unbroken(words)
    if not 3 < len(words) < LONGEST:
        return []
    return _notes(_hosts(_dates(words)))


def _unbroken(words: Labelled) -> Labelled:
    """Close "13 - 16" and "Em - pire": a hyphen between figures, or where a line was broken."""
    closed: Labelled = []
    for word, label in words:
        if len(closed) > 1 and closed[-1][0] == "-":
            before, own = closed[-2]
            figures = before[-1].isdigit() and word[0].isdigit()
            broken = before[-1].islower() and word[0].islower()
            if label == own == closed[-1][1] and (figures or broken):
                closed[-2:] = [(f"{before}-{word}", label)]
                continue
        closed.append((word, label))
    return closed


def _dates(words: Labelled) -> Labelled:
    """Take the date out of "XXI (1954)" and "140 (March 1954)", which LinkedBooks labels as one."""
    labels = [label for _, label in words]
    for at, (word, label) in enumerate(words):
        if label != "volume" and label != "date":
            continue
        if not _YEAR.fullmatch(word):
            continue
        labels[at] = "date"
        back = at
        while (
            back
            and labels[back - 1] == "volume"
            and _WHEN.fullmatch(words[back - 1][0].lstrip("("))
        ):
            back -= 1
            labels[back] = "date"
    return [(word, label) for (word, _), label in zip(words, labels, strict=True)]


def _notes(words: Labelled) -> Labelled:
    """Name what LinkedBooks calls a specification: "2nd ed." an edition, "2 voli." volumes."""
    labels = [label for _, label in words]
    start = 0
    while start < len(words):
        end = start + 1
        while end < len(words) and labels[end] == labels[start]:
            end += 1
        if labels[start] == "note":
            text = " ".join(word for word, _ in words[start:end])
            if start == 0:
                labels[start:end] = ["author"] * end  # "Id.", "Aa. Vv."
            elif _EDITION.fullmatch(text):
                labels[start:end] = ["edition"] * (end - start)
            elif _VOLUMES.fullmatch(text):
                labels[start:end] = ["volume"] * (end - start)
        start = end
    return [(word, label) for (word, _), label in zip(words, labels, strict=True)]


def _hosts(words: Labelled) -> Labelled:
    """Call the second title of a reference what it is: the journal or the book it stands in."""
    labels = [label for _, label in words]
    seen = False
    host = ""
    for at, label in enumerate(labels):
        before = labels[at - 1] if at else ""
        if label == "title" and (before != "title" or words[at][0][0] in '«“"'):
            if (
                seen
                and not host
                and (before in {"conjunction", "other"} or words[at][0][0] in "«“")
            ):
                following = labels[at:]
                ends = next((i for i, each in enumerate(following) if each != "title"), 0)
                journal = ends and following[ends] in {"volume", "collection-title"}
                host = "journal" if journal else "container-title"
            seen = True
        if label == "title" and host:
            labels[at] = host
        elif label == "other" and not seen and not before:
            labels[at] = "author"  # "Id.,"
        elif label in {"conjunction", "other"}:
            following_host = seen and at + 1 < len(labels)
            labels[at] = (
                "container-title"
                if label == "conjunction" and following_host
                else (before or "note")
            )
    for at in range(len(labels) - 2, -1, -1):
        if labels[at] == "container-title" and labels[at + 1] == "journal":
            labels[at] = "journal"
    return [(word, label) for (word, _), label in zip(words, labels, strict=True)]


def folds(entries: Sequence[object], count: int, seed: int) -> list[list[int]]:
    """Divide entries at random into ``count`` parts: their numbers."""
    order = list(range(len(entries)))
    random.Random(seed).shuffle(order)
    return [sorted(order[part::count]) for part in range(count)]
