"""A book of any size, written from a seed: prose, citations of files and of printed works, a list.

Every word is ours; archives and their abbreviations are real. The same arguments give the same
text on every machine.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENINGS = ("In the spring", "That autumn", "After the plenum", "Two weeks later", "By then")
ACTORS = ("the delegation", "the ambassador", "the committee", "his deputy", "the trade mission")
VERBS = ("asked for", "postponed", "refused", "signed", "discussed at length", "withdrew")
THINGS = (
    "a loan in grain",
    "the new draft",
    "the list of advisers",
    "a second visit",
    "the protocol",
)
ENDINGS = (
    "without a word to the press",
    "as the minutes show",
    "before the snow fell",
    "in private",
)
FAMILIES = [
    "Ames",
    "Bartov",
    "Castell",
    "Dorrit",
    "Eklund",
    "Farkas",
    "Galin",
    "Hruby",
    "Ilves",
    "Jarosz",
    "Kramer",
    "Lindqvist",
    "Mazur",
    "Nagy",
    "Orlov",
    "Petkov",
    "Quist",
    "Rusu",
    "Sedlak",
    "Tamm",
    "Ulman",
    "Varga",
    "Weiss",
    "Xhafa",
    "Yankov",
    "Zelenko",
]
GIVEN = [
    "Ana",
    "Boris",
    "Clara",
    "Daniel",
    "Elena",
    "Felix",
    "Greta",
    "Hugo",
    "Irina",
    "Jan",
    "Katja",
    "Lev",
    "Marta",
    "Nils",
    "Olga",
]
PLACES = ("London: Harrow", "Sofia: Zora", "Bonn: Dietz", "Warsaw: Iskra", "Oslo: Fjord")
TOPICS = ("Archives", "Borders", "Credits", "Delegations", "Embassies", "Frontiers", "Grain")


@dataclass(frozen=True, slots=True)
class Work:
    """One printed work: what cites it and what lists it."""

    family: str
    given: str
    year: int
    title: str
    place: str

    def entry(self, emphasis: str) -> str:
        """Give its entry, with the title between two marks of emphasis."""
        title = f"{emphasis}{self.title}{emphasis}"
        return f"{self.family}, {self.given}. {title}. {self.place}, {self.year}."


@dataclass(frozen=True, slots=True)
class Book:
    """A generated text and how many citations were written into it."""

    text: str
    citations: int


def make_book(size: int, *, markdown: bool = False, cases: bool = False, seed: int = 1) -> Book:
    """Write a book of about ``size`` bytes with a citation every 500 bytes or so.

    ``cases`` puts a court case beside every second citation, for readers of legal texts.
    """
    chance = random.Random(seed)
    works = _works(chance)
    heading, emphasis = ("## ", "*") if markdown else ("", "")
    parts: list[str] = []
    citations = length = 0
    while length < size:
        citation, number = _parenthesis(chance, works, cases=cases)
        paragraph = f"{prose(chance, 330)} ({citation}). {_sentence(chance)}"
        citations += number
        parts.append(paragraph)
        length += len(paragraph.encode()) + 2
    listed = (work.entry(emphasis) for work in sorted(works, key=lambda work: work.family))
    return Book("\n\n".join([*parts, f"{heading}References", *listed]) + "\n", citations)


def prose(chance: random.Random, size: int) -> str:
    """Give sentences of about ``size`` characters that cite nothing."""
    sentences: list[str] = []
    while sum(map(len, sentences)) < size:
        sentences.append(_sentence(chance))
    return " ".join(sentences)


def dense_citations(number: int, seed: int = 1) -> str:
    """Give ``number`` archival citations, five in a paragraph and nothing else."""
    chance = random.Random(seed)
    each = [_file(chance) for _ in range(number)]
    return "\n\n".join("; ".join(each[at : at + 5]) + "." for at in range(0, number, 5))


def _sentence(chance: random.Random) -> str:
    choose = chance.choice
    return (
        f"{choose(OPENINGS)} {choose(ACTORS)} {choose(VERBS)} {choose(THINGS)} {choose(ENDINGS)}."
    )


def _works(chance: random.Random) -> tuple[Work, ...]:
    """Give 200 works, no two of one author in one year."""
    keys = [(family, 1950 + number) for family in FAMILIES for number in range(60)]
    return tuple(
        Work(
            family,
            GIVEN[FAMILIES.index(family) % len(GIVEN)],
            year,
            f"{chance.choice(TOPICS)} and {chance.choice(TOPICS)} in {_name(chance)}",
            chance.choice(PLACES),
        )
        for family, year in chance.sample(keys, 200)
    )


def _name(chance: random.Random) -> str:
    """Give a place that is on no map."""
    pairs = ("bo", "da", "ka", "li", "mo", "ne", "ru", "sa", "to", "vi")
    return "".join(chance.choice(pairs) for _ in range(4)).capitalize()


def _parenthesis(chance: random.Random, works: tuple[Work, ...], *, cases: bool) -> tuple[str, int]:
    """Give what stands between two brackets, and how many citations that is."""
    case = f"; Ames v. Weiss, {chance.randint(100, 500)} U.S. {chance.randint(1, 900)} (1973)"
    tail = case if cases and chance.random() < 0.5 else ""
    if chance.random() < 0.5:
        work = chance.choice(works)
        first = chance.randint(1, 200)
        return f"{work.family} {work.year}, pp. {first}–{first + chance.randint(1, 9)}{tail}", 1
    return f"{_file(chance)}{tail}", 1


def _file(chance: random.Random) -> str:
    number = chance.randint
    leaf = number(1, 200)
    if chance.random() < 0.2:
        return f"TNA, FO 371/{number(100000, 180000)}, fol. {leaf}"
    archive = chance.choice(("RGASPI", "RGANI", "GARF", "RGAE"))
    fond, opis, delo = number(1, 700), number(1, 60), number(1, 2000)
    return f"{archive}, f. {fond}, op. {opis}, d. {delo}, ll. {leaf}–{leaf + number(1, 9)}"


def sizes(smallest: int, largest: int) -> Iterator[int]:
    """Give sizes from the smallest to the largest, each twice the one before."""
    while smallest <= largest:
        yield smallest
        smallest *= 2


def make_noted_book(pages: int, notes: int, seed: int = 1) -> str:
    """Write a book in Markdown that cites in its notes, with the slips of a manuscript in them.

    A page has 2,400 characters of prose. Of the notes a third goes on with an ibid, and half with a
    second source.
    """
    chance = random.Random(seed)
    works = _works(chance)
    body: list[str] = []
    defined: list[str] = []
    for number in range(1, notes + 1):
        if number % 60 == 1:
            body.append(f"## Chapter {number // 60 + 1}")
        body.append(f"{prose(chance, pages * 2400 // notes - 60)}[^{number}]")
        cited = [_slipped(chance, _parenthesis(chance, works, cases=False)[0])]
        if chance.random() < 0.33:
            cited.append(f"ibid., {chance.randint(1, 90)}")
        if chance.random() < 0.5:
            cited.append(_slipped(chance, _parenthesis(chance, works, cases=False)[0]))
        defined.append(f"[^{number}]: {'; '.join(cited)}.")
    listed = (work.entry("*") for work in sorted(works, key=lambda work: work.family))
    return "\n\n".join([*body, *defined, "## References", *listed]) + "\n"


def _slipped(chance: random.Random, citation: str) -> str:
    """Give a citation with one of the usual slips, or as it is."""
    slips = (
        lambda text: text.replace("–", "-"),
        lambda text: re.sub(
            r"\b(?:19|20)\d\d, pp", lambda year: f"{int(year[0][:4]) + 1}, pp", text
        ),
        lambda text: re.sub(r", op\. \d+", "", text),
        lambda text: text.replace(", op.", ". op."),
        lambda text: text.replace("ll.", "pp."),
    )
    return chance.choice(slips)(citation) if chance.random() < 0.6 else citation
