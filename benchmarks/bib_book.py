"""A .bib of a given size, from a seed: books and articles in two scripts, values in many forms."""

from __future__ import annotations

import random

_WORDS = (
    "история", "война", "мир", "совет", "партия", "власть", "архив", "народ", "письмо", "граница",
    "history", "war", "peace", "council", "party", "power", "archive", "letter", "border", "treaty",
)  # fmt: skip
_FAMILIES = ("Иванов", "Петров", "Волков", "Hoxha", "Gaiduk", "Westad", "Müller", "Naimark", "Suny")
_GIVEN = ("Иван", "Ольга", "Анна", "Enver", "Ilya", "Odd", "Hans", "Norman", "Ronald")
_PLACES = ("Москва", "Moscow", "London", "Hanoi", "Hanoj", "Berlin", "Ленинград")


def make_bib(count: int, seed: int = 7) -> str:
    """Give a .bib of ``count`` entries; none of them is normal yet."""
    rng = random.Random(seed)
    return "\n".join(_entry(rng, number) for number in range(count))


def _entry(rng: random.Random, number: int) -> str:
    people = " and ".join(_person(rng) for _ in range(rng.choice((1, 1, 1, 2, 3))))
    title = " ".join(rng.choice(_WORDS) for _ in range(rng.randint(3, 9))).capitalize()
    year = rng.randint(1950, 2020)
    common = f"  author = {{{people}}},\n  title = {{{title} {number}}},\n  date = {{{year}}},\n"
    if number % 2:
        first = rng.randint(1, 99)
        own = (
            f"  journaltitle = {{Вопросы истории}},\n  number = {{{rng.randint(1, 12)}}},\n"
            f"  pages = {{pp. {first}-{first + rng.randint(1, 40)}}},\n"
            f"  doi = {{https://doi.org/10.1017/s{number:08}}},\n  langid = {{russian}},\n"
        )
        return f"@article{{k{number},\n{common}{own}}}\n"
    own = (
        f"  location = {{{rng.choice(_PLACES)}}},\n  publisher = {{Наука}},\n"
        f"  isbn = {{{_isbn(rng)}}},\n"
    )
    return f"@book{{k{number},\n{common}{own}}}\n"


def _person(rng: random.Random) -> str:
    family = rng.choice(_FAMILIES) + rng.choice(("", "", "а", "ski"))
    given = rng.choice(_GIVEN)
    return f"{given} {family}" if rng.random() < 0.5 else f"{family}, {given}"


def _isbn(rng: random.Random) -> str:
    digits = [9, 7, 8, 5, *(rng.randint(0, 9) for _ in range(8))]
    total = sum(digit * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return "".join(map(str, digits)) + str(-total % 10)
