"""The names and titles of entries as the rules on romanisation look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.references import Entry, Name
from srccheck.resolve import Apparatus
from srccheck.text import Place
from srccheck.values import dataclass

_CYRILLIC = re.compile("[\u0400-\u052f]")
_ASIDE = re.compile(r"\[[^\]]*\]|[«“„\"][^»”“\"]*[»”“\"]")
# Russian surnames and English genitives, which stand in titles of every language.
_NAME_LIKE = re.compile(
    r"\b(?:[^\W\d_][\w'’]*['’]s|[^\W\d_a-zа-я]\w*(?:[oe]v[ay]?|enko|ch?uk|[oe]vna)|\w*ich)\b"
)
_NEIGHBOUR = re.compile(
    r"""\b (?: ta | pro | shcho | ščo | vid | pid | pry | [iyj]ak ) \b  # Ukrainian
      | s['’ʹ]?kyi\b | \w{3}oho\b | ï
      | \w{3}(?:ite|iiat|ijat)\b | \w{3}ata\b .* \w{3}ata\b | \b(?:prez|sreshtu)\b  # Bulgarian
      | [đć] | \w{3}ije\b  # Serbian
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Endings of names that only the languages of the former Soviet Union have, in any scheme.
_SLAVIC = re.compile(
    r"""(?: [oeë]v(?:a|ich|na)? | vi[cč]h? | (?:[oe]v|i[nc]h?)n[ay]
      | [st]?[sc]k(?:ii|ij|iy|y|yj|i|aia|aja|aya|â) | enko | chuk | [ij]uk | yuk
      | shvili | dze | [ijy]an | (?:kh|zh)\w*in ) $ | shch | šč | shh""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLES = ("title", "container", "archive")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an entry and where it stands."""

    text: str
    place: Place


def language_of_entry(entry: Entry) -> str | None:
    """Give the language of an entry's titles; "ru" for romanised Russian and its neighbours."""
    from srccheck.translit import language_of_cyrillic, language_of_latin

    text = " ".join(part for part in (entry.title, entry.container, entry.archive) if part)
    if _CYRILLIC.search(text):
        return language_of_cyrillic(text)
    return language_of_latin(text)


def is_romanised(entry: Entry) -> bool:
    """Tell whether the titles of an entry are romanised Russian.

    Russian surnames do not make a title Russian (Brezhnev Reconsidered), nor does a likeness with
    Ukrainian, Bulgarian or Serbian.
    """
    from srccheck.translit import language_of_latin

    text = " ".join(part for part in (entry.title, entry.container, entry.archive) if part)
    if _CYRILLIC.search(text) or language_of_latin(text) != "ru" or _NEIGHBOUR.search(text):
        return False
    return language_of_latin(_NAME_LIKE.sub(" ", text)) == "ru"


def is_slavic(name: str) -> bool:
    """Tell by an ending whether a name, or a patronymic in it, would be romanised at all."""
    return any(_SLAVIC.search(part) for part in re.split(r"[\s,-]+", name))


def title_words(apparatus: Apparatus, entry: Entry) -> Iterator[list[Word]]:
    """Give the words of each title of an entry; translations and quotations in it are left out."""
    for name in _TITLES:
        place = entry.field_place(name)
        if place is not None:
            yield _words(apparatus, place)


def author_words(apparatus: Apparatus, entry: Entry, name: Name) -> list[Word]:
    """Give the words of one author where they stand; none for a repeated author."""
    place = name.place or entry.field_place("authors")
    if place is None:
        return []
    wanted = set(_pieces(name.sort_form))
    return [word for word in _words(apparatus, place) if word.text in wanted]


def family_place(apparatus: Apparatus, entry: Entry, name: Name) -> Place | None:
    """Give the place of an author's family name."""
    place = name.place or entry.field_place("authors")
    if place is None or not name.family:
        return None
    text = apparatus.manuscript.streams[place.stream].text
    at = text.find(name.family, place.start, place.end)
    return None if at < 0 else Place(place.stream, at, at + len(name.family))


def _pieces(text: str) -> list[str]:
    from srccheck.translit import words

    return words(text)


def _words(apparatus: Apparatus, place: Place) -> list[Word]:
    from srccheck.translit.detection import WORD

    text = apparatus.manuscript.streams[place.stream].text
    aside = [match.span() for match in _ASIDE.finditer(text, place.start, place.end)]
    found = []
    for match in WORD.finditer(text, place.start, place.end):
        word = match[0].rstrip("\"”»'’") if match[0][-1] in '"”»' else match[0]
        if not any(start <= match.start() < end for start, end in aside):
            start = match.start()
            found.append(Word(word, Place(place.stream, start, start + len(word))))
    return found
