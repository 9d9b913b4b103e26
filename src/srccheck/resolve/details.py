"""In what details a full note and another description of the same work disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from srccheck.citations import FullNote
from srccheck.citations.vocabulary import words
from srccheck.references import Entry, EntryType, Name
from srccheck.resolve.apparatus import NameDifference
from srccheck.resolve.folding import fold
from srccheck.resolve.locators import expand_end
from srccheck.resolve.titles import Fit, content, fit, is_slip, same_work
from srccheck.text import Place
from srccheck.translit import same_name, same_place
from srccheck.translit.folding import one_slip
from srccheck.values import dataclass

_RUN = re.compile(r"(?P<first>\d+)\s?[–—‑-]{1,3}\s?(?P<last>\d+)")
_CITIES = re.compile(r"\s?[,/;&]\s?|\s[–—-]\s|[–—-]|\s(?:and|und|et|и|i)\s|\s?\(")
_REGION = re.compile(r"[A-Z]\.?\s?[A-Z]\.?")  # "AL", "N.J."
_PLACES_SHORT = {
    "м": "москва", "л": "ленинград", "спб": "санкт петербург", "к": "киев", "пг": "петроград",
    "ny": "new york", "ffm": "frankfurt am main",
}  # fmt: skip
_HOUSE_WORDS = words(
    """
    press publishers publisher publishing pub publ books book inc co ltd llc company and
    sons the of university univ up u verlag verlagsgesellschaft editions edition editore
    house group gmbh ag изд издательство изд-во ун-та университета академии наук ран нии им
    éditions les presses universitaires harper
    """
)
_INITIALS = re.compile(r"(?<!\w)[^\W\d_]{1,2}\.")
_PRINTED = frozenset(
    {EntryType.BOOK, EntryType.MULTIVOLUME, EntryType.ARTICLE, EntryType.CHAPTER, EntryType.THESIS}
)
PAGED = (EntryType.ARTICLE, EntryType.CHAPTER)
SURE = 0.9
NEARLY = 2  # pages that one end of a run may be off and still be meant as the article's own


@dataclass(frozen=True, slots=True)
class Difference:
    """A detail: as the note has it and as the other has it, and where they stand."""

    field: str
    cited: str
    written: str
    place: Place | None
    other: Place | None


def differences(
    note: FullNote, entry: Entry, names: Sequence[NameDifference], *, year: bool = False
) -> list[Difference]:
    """Give the details in which a full note differs from ``entry``; ``year`` counts as one."""
    work = note.work
    if work.type not in _PRINTED and entry.type not in _PRINTED:
        return list(_names(note, entry, names))
    found = [*_names(note, entry, names), *_title(work, entry)]
    if not _exchanged(work, entry) and not _exchanged(entry, work):
        if _sure(entry, "place") and _differ_in_place(work.place_name, entry.place_name):
            found.append(_of("place", work, entry, work.place_name, entry.place_name))
        if _sure(entry, "publisher") and _differ_in_house(work.publisher, entry.publisher):
            found.append(_of("publisher", work, entry, work.publisher, entry.publisher))
    if work.type is EntryType.ARTICLE and entry.type is EntryType.ARTICLE:
        for name in ("volume", "number"):
            mine, theirs = getattr(work, name), getattr(entry, name)
            if mine and theirs and mine.isdigit() and theirs.isdigit() and mine != theirs:
                found.append(_of(name, work, entry, mine, theirs))
    if year and work.year_first != entry.year_first and work.year and entry.year:
        found.append(_of("year", work, entry, work.year, entry.year))
    return [*found, *_pages(note, entry)]


def _sure(entry: Entry, name: str) -> bool:
    """Tell whether the list's reader is sure of a field: a guess is no contradiction."""
    return entry.confidence_of(name) >= SURE


def _of(name: str, work: Entry, entry: Entry, cited: str | None, written: str | None) -> Difference:
    return Difference(
        name, cited or "", written or "", work.field_place(name), entry.field_place(name)
    )


def _names(note: FullNote, entry: Entry, names: Iterable[NameDifference]) -> Iterator[Difference]:
    """Names that are a slip apart, or another one's; romanisations are CIT003's."""
    listed = entry.authors or entry.editors
    mine = note.work.authors or note.work.editors
    if not listed or not mine or note.repeated:
        return
    told = [each for each in names if each.verdict != "same"]
    for each in told:
        place = next((name.place for name in mine if name.short == each.cited), None)
        there = next((name.place for name in listed if name.short == each.listed), None)
        yield Difference("name", each.cited, each.listed, place, there)
    if told:
        return
    for name, other in zip(mine, listed, strict=False):
        if _given_slip(name, other):
            yield Difference("name", _full(name), _full(other), name.place, other.place)
    first, second = mine[0], listed[0]
    if _is_other(first, second) and not any(_same(first, each) for each in listed):
        yield Difference("name", _full(first), _full(second), first.place, second.place)


def _full(name: Name) -> str:
    return name.literal or f"{name.given} {name.family}".strip()


def _same(mine: Name, other: Name) -> bool:
    return fold(mine.short) == fold(other.short) or (
        same_name(mine.short, other.short).verdict != "different"
    )


def _is_other(mine: Name, other: Name) -> bool:
    if not mine.family or not other.family or " " in mine.family or " " in other.family:
        return False
    return not _same(mine, other)


def _given_slip(mine: Name, other: Name) -> bool:
    """ "Mark" for "Marc", where the family names agree: no initials, no romanisations."""
    if not mine.given or not other.given or fold(mine.family) != fold(other.family):
        return False
    left, right = fold(mine.given).split(), fold(other.given).split()
    if not left or not right or min(len(left[0]), len(right[0])) < 4:
        return False
    return one_slip(left[0], right[0]) and same_name(left[0], right[0]).verdict != "same"


def _title(work: Entry, entry: Entry) -> Iterator[Difference]:
    """A word of the title that is a slip away from the other's word in its place."""
    mine, theirs = work.title or "", entry.title or ""
    if not mine or not theirs or same_work(mine, theirs) is not Fit.SLIP:
        return
    left, right = content(mine), content(theirs)
    for word in left:
        if word in right or len(word) < 4:
            continue
        near = [each for each in right if each not in left and _is_slip(word, each)]
        if len(near) == 1:
            cited, written = _as_written(word, mine), _as_written(near[0], theirs)
            yield Difference(
                "title", cited, written, _word_place(work, cited), entry.field_place("title")
            )


def _is_slip(word: str, other: str) -> bool:
    return is_slip(word, other) and same_name(word, other).verdict != "same"


def _as_written(word: str, title: str) -> str:
    return next((each for each in re.findall(r"[\w’'-]+", title) if word in fold(each)), word)


def _word_place(work: Entry, word: str) -> Place | None:
    place = work.field_place("title")
    if place is None or not work.title:
        return None
    at = work.title.find(word)
    if at < 0 or place.end - place.start != len(work.title):
        return place
    return Place(place.stream, place.start + at, place.start + at + len(word))


def _exchanged(one: Entry, other: Entry) -> bool:
    """Tell whether one's place is the other's publisher: "(Palgrave: New York)"."""
    place, house = one.place_name, other.publisher
    if not place or not house or not _house(place) or not _house(house):
        return False
    return _differ_in_place(place, other.place_name) and not _differ_in_house(place, house)


def _differ_in_place(mine: str | None, other: str | None) -> bool:
    """Tell whether two places of print have no city in common."""
    if not mine or not other:
        return False
    left, right = _cities(mine), _cities(other)
    if not left or not right or max(map(len, (mine.split(), other.split()))) > 6:
        return False
    return not any(_same_city(a, b) for a in left for b in right)


def _cities(place: str) -> list[str]:
    folded = [fold(each) for each in _CITIES.split(place) if not _REGION.fullmatch(each.strip())]
    return [_PLACES_SHORT.get(each, each) for each in folded if each]


def _same_city(mine: str, other: str) -> bool:
    """Tell one city: by name, by the beginning or end of one name, in another language."""
    longer, shorter = f" {mine} ", f" {other} "
    if len(longer) < len(shorter):
        longer, shorter = shorter, longer
    if longer.startswith(shorter) or longer.endswith(shorter):
        return True
    if same_place(mine.title(), other.title()) is not None:
        return True
    return same_name(mine, other).verdict == "same"


def _differ_in_house(mine: str | None, other: str | None) -> bool:
    """Tell whether two publishers share no word that tells one from another."""
    if not mine or not other or fit(mine, other) is not Fit.NONE:
        return False
    left, right = _house(mine), _house(other)
    if not left or not right or len(mine) > 60 or len(other) > 60:
        return False
    if left <= right or right <= left or _initials(mine, other) or _initials(other, mine):
        return False
    rest = [(a, b) for a in left - right for b in right - left]
    same = any(same_name(a, b).verdict == "same" for a, b in rest)
    return not same and "".join(sorted(left)) != "".join(sorted(right))


def _house(name: str) -> frozenset[str]:
    return frozenset(word for word in fold(name).split() if word not in _HOUSE_WORDS)


def _initials(short: str, name: str) -> bool:
    bare = short.replace(".", "").replace(" ", "")
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
    initials = "".join(word[0] for word in words)
    return bare.isupper() and 1 < len(bare) <= 6 and initials.startswith(bare[: len(initials)])


def _pages(note: FullNote, entry: Entry) -> Iterator[Difference]:
    """The pages of an article: those that are surely its own, or a run that nearly is."""
    if entry.type not in PAGED or not entry.pages:
        return
    theirs = _run(entry.pages)
    if theirs is None:
        return
    own = note.work.pages
    part = next((each for each in note.locators if each.unit == "page"), None)
    value = own or (part.value if part else "")
    mine = _run(value)
    if mine is None or mine == theirs:
        return
    place = note.work.field_place("pages") if own else part.place if part else None
    if own or _is_meant_as_own(mine, theirs):
        yield Difference("pages", value, entry.pages, place, entry.field_place("pages"))


def _run(value: str) -> tuple[int, int] | None:
    match = _RUN.search(value)
    if match is None:
        return None
    return int(match["first"]), int(expand_end(match["first"], match["last"]))


def _is_meant_as_own(mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Tell a run that is the article's with a slip from pages that are cited inside it."""
    first, last = abs(mine[0] - theirs[0]), abs(mine[1] - theirs[1])
    inside = theirs[0] <= mine[0] and mine[1] <= theirs[1]
    if not inside:
        return True
    return (
        (first == 0 or last == 0) and first + last <= NEARLY and theirs[1] - theirs[0] > 2 * NEARLY
    )
