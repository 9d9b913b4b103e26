"""A generated book that cites in notes: full notes, short notes, files and ibids, as plain text.

Every work has words of its own in its title, as real works have; a third of the notes name a work
for the first time.
"""

from __future__ import annotations

import random

from book import Book, prose

PER_NOTE = 550  # bytes of the book for each note
GIVEN = ("Anna", "Boris", "Clara", "Daniel", "Elena", "Felix", "Greta", "Hugo", "Irina", "Jan")
PLACES = ("London: Longman", "Bonn: Dietz", "Oslo: Aschehoug", "New York: Norton")
ENDINGS = ("berg", "stein", "sson", "feld", "wood", "more", "land", "hart", "mann", "ley")


def make_note_book(size: int, seed: int = 1) -> Book:
    """Give a plain text of about ``size`` bytes with numbered notes at its end."""
    chance = random.Random(seed)
    body: list[str] = []
    notes: list[str] = []
    works: list[tuple[str, str, str]] = []
    citations = 0
    for number in range(1, size // PER_NOTE + 1):
        body.append(f"{prose(chance, 380).strip()} [{number}]")
        text, cited = _note(chance, works, number)
        notes.append(f"{number}. {text}")
        citations += cited
    return Book("\n\n".join([*body, "Notes", *notes]) + "\n", citations)


def _note(chance: random.Random, works: list[tuple[str, str, str]], number: int) -> tuple[str, int]:
    draw = chance.random()
    page = chance.randrange(1, 300)
    if draw < 0.33 or not works:
        family = _word(chance).capitalize() + chance.choice(ENDINGS)
        title = f"The {_word(chance).capitalize()} of {_word(chance).capitalize()}: A History"
        works.append((chance.choice(GIVEN), family, title))
        given, family, title = works[-1]
        imprint = f"({chance.choice(PLACES)}, {chance.randrange(1950, 2020)})"
        return f"{given} {family}, *{title}* {imprint}, {page}.", 1
    if draw < 0.8:
        _, family, title = chance.choice(works)
        file = f"RGANI, f. 5, op. {number % 90 + 1}, d. {page}, ll. {page}–{page + 3}"
        return f"{family}, *{title.removeprefix('The ').split(':')[0]}*, {page}; {file}.", 2
    return f"Ibid., {page}.", 1


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3))
