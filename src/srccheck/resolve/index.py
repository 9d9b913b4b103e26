"""The entries of all lists, found by name, by year and by title without a scan a citation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from srccheck.citations.vocabulary import words
from srccheck.references import Entry, EntryType, Name
from srccheck.resolve.folding import begins_with_words, fold
from srccheck.resolve.names import acronyms, outside_and_inside, without_initials
from srccheck.text import Manuscript, StreamKind
from srccheck.translit import name_keys

_WORD = re.compile(r"\w{2,}")
_SUFFIXES = str.maketrans("абвгд", "abcde")
_JOINING = words("and und et al и др і та ін u a y e i dr")
NEAR_KEY = 85  # per cent of likeness from which a cite key may be a misspelt one
_ET_AL = re.compile(r"\b(?:et al|и др|та ін|u\.\s?a|i dr)\.", re.IGNORECASE)


@dataclass(slots=True)
class EntryIndex:
    """Look-ups over the entries of a manuscript."""

    entries: tuple[Entry, ...]
    by_author: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_year: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_title_word: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_title_key: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_raw_word: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_label: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    archives: dict[str, Entry] = field(default_factory=dict)
    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_key: dict[str, Entry] = field(default_factory=dict)
    sets: set[str] = field(default_factory=set)  # keys of a .bib that stand for several entries
    unnamed: set[str] = field(default_factory=set)  # entries that leave authors out: "et al."

    @classmethod
    def build(cls, manuscript: Manuscript, entries: Iterable[Entry]) -> EntryIndex:
        """Index ``entries`` once."""
        index = cls(tuple(entries))
        for stream in manuscript.of_kind(StreamKind.REFERENCES):
            index.sets.update(each.key for each in stream.records if each.kind == "set")
        own_list = any(not entry.fielded for entry in index.entries)
        for entry in index.entries:
            for key in entry.keys:
                index.by_key.setdefault(key, entry)
            if entry.fielded and own_list:
                continue  # the list that is printed comes first; a .bib beside it is for its keys
            if entry.type is EntryType.ARCHIVE:
                index._add_archive(entry)
                continue
            index._add(entry, manuscript.excerpt(entry.place))
        return index

    def _add_archive(self, entry: Entry) -> None:
        for name in (entry.archive_id, entry.archive_abbreviation):
            if name:
                self.archives.setdefault(name, entry)

    def _add(self, entry: Entry, raw: str) -> None:
        for name in (*entry.authors[:1], *entry.editors[:1]):
            for key in author_keys(name):
                self.by_author[key].append(entry)
        for year in {entry.year_first, entry.year_last, entry.year} - {None}:
            self.by_year[str(year)].append(entry)
        if _ET_AL.search(raw[: raw.find(entry.title) if entry.title else None]):
            self.unnamed.add(entry.id)
        titles = tuple(fold(text) for text in (entry.title, entry.container) if text)
        self.titles[entry.id] = titles
        if entry.label:
            self.by_label[label_key(entry.label)].append(entry)
        for word in {title.split(" ", 1)[0] for title in titles if title}:
            self.by_title_word[word].append(entry)
        for title in titles:
            for key in name_keys(title.split(" ", 1)[0]):
                self.by_title_key[key].append(entry)
        for word in {word for word in _WORD.findall(raw) if word[:1].isupper()}:
            for key in name_keys(word):
                self.by_raw_word[key].append(entry)

    def set_member(self, key: str) -> Entry | None:
        """Give the entry that biber calls "set-member" where it is part of an entry set."""
        at = key.find("-")
        while at >= 0:
            if key[:at] in self.by_key and key[at + 1 :] in self.by_key:
                return self.by_key[key[at + 1 :]]
            at = key.find("-", at + 1)
        return None

    def near_key(self, key: str) -> tuple[Entry, ...]:
        """Give the entry whose key is the likeliest to have been meant, where one is likely."""
        from rapidfuzz import process

        near = process.extractOne(key, self.by_key.keys(), score_cutoff=NEAR_KEY)
        return (self.by_key[near[0]],) if near else ()

    def of_author(self, name: str) -> list[Entry]:
        """Give the entries whose first author (or editor) may be ``name``, in list order."""
        hits = {
            entry.id: entry for key in citation_keys(name) for entry in self.by_author.get(key, ())
        }
        return sorted(hits.values(), key=lambda entry: entry.number_in_list)

    def of_title(self, title: str) -> list[Entry]:
        """Give the entries whose title or container begins with the words of ``title``.

        The words may be romanised otherwise; a spelling that is letter for letter the same wins.
        """
        wanted = fold(title)
        first = wanted.split(" ", 1)[0]
        exact = [
            entry
            for entry in self.by_title_word.get(first, ())
            if any(begins_with_words(text, wanted) for text in self.titles[entry.id])
        ]
        if exact or not wanted:
            return exact
        near = {entry.id: entry for key in name_keys(first) for entry in self.by_title_key[key]}
        return [
            entry
            for entry in near.values()
            if any(_same_words(text, wanted) for text in self.titles[entry.id])
        ]

    def holding_title(self, title: str, year: str) -> list[Entry]:
        """Give the entries of ``year`` whose title holds the words of ``title`` anywhere."""
        wanted = f" {fold(title)} "
        if len(wanted) < 10:
            return []
        return [
            entry
            for entry in self.by_year.get(year, ())
            if any(wanted in f" {text} " for text in self.titles.get(entry.id, ()))
        ]

    def of_raw(self, name: str) -> Iterator[Entry]:
        """Give the entries that hold ``name`` anywhere in their text, as a capitalised word."""
        words = fold(name).split()
        seen: set[str] = set()
        for key in name_keys(words[-1]) if words else ():
            for entry in self.by_raw_word.get(key, ()):
                if entry.id not in seen:
                    seen.add(entry.id)
                    yield entry


def label_key(label: str) -> str:
    """Give what labels have in common that name one work: words and year, "and" and "et al." apart.

    >>> label_key("Зубок, Плешаков 2006а") == label_key("Зубок и Плешаков 2006a")
    True
    """
    folded = fold(label.translate(_SUFFIXES)).split()
    return " ".join(word for word in folded if word not in _JOINING)


def _same_words(text: str, wanted: str) -> bool:
    words, beginning = text.split(), wanted.split()
    if len(words) < len(beginning):
        return False
    return all(name_keys(a) & name_keys(b) for a, b in zip(beginning, words, strict=False))


def author_keys(name: Name) -> set[str]:
    """Give the keys under which an entry's author is filed."""
    keys = set(name_keys(name.short))
    keys.add(fold(name.short))
    if name.literal:
        keys.add(fold(name.literal))
        keys.update(fold(short) for short in acronyms(name.literal))
        keys.update(fold(each) for each in outside_and_inside(name.literal))
        words = fold(name.literal).split()
        if words and len(words) <= 4 and not _is_body(name.literal):
            keys.update(name_keys(words[0]))
            keys.update(name_keys(words[-1]))
    keys.discard("")
    return keys


def _is_body(literal: str) -> bool:
    return any(word[:1].islower() for word in literal.split()) or "," in literal


def citation_keys(name: str) -> set[str]:
    """Give the keys under which a cited name is looked up."""
    keys = set(name_keys(name)) | {fold(name)}
    name = without_initials(name)
    keys |= set(name_keys(name)) | {fold(name)}
    words = name.split()
    if len(words) > 1:
        keys |= set(name_keys(words[-1])) | {fold(words[-1])}
    keys.discard("")
    return keys
