"""Place and publisher."""

from __future__ import annotations

import re

from srccheck.references.draft import HIDDEN, TAKEN, Draft
from srccheck.references.names import is_capitalised
from srccheck.references.places_of_print import is_city, is_house
from srccheck.references.wordlists import CITIES, JOINERS, REGIONS, SEASONS
from srccheck.text import Span

_CLAUSE = re.compile(rf"[.?!\"”»’›)\]({TAKEN}{HIDDEN}](?:[\s,;]|$)|\s[—–-]\s|[,;]\s|\(")
_COLON = re.compile(r"\s?:\s|:(?=[^\W\d_a-zа-я])")
_WORDS = re.compile(r"[^\s/–—-]+")


def take_imprint(draft: Draft) -> None:
    """Take place and publisher, which stand before a late year or at the end of the entry."""
    year = draft.at("year")
    end = len(draft.text)
    if year and year.start > draft.start:
        if "date" in draft.values:
            return  # a dated document names its issuer, not a place of print
        behind = _behind_title(draft, year)
        end = end if behind else year.start
        if not behind and _take_bracketed(draft, year.end):
            return
    end = _solid_end(draft, end)
    begin = max(_last_taken(draft.work, end), draft.start)
    if not draft.work[begin:end].strip():
        return
    _take_with_colon(draft, begin, end) or _take_with_commas(draft, begin, end)


def _behind_title(draft: Draft, year: Span) -> bool:
    """Tell a year between the title and the rest: "*Livre Noir*. 1978. Phnom Penh."."""
    titles = [*draft.emphasis, *(Span(quote.start, quote.end) for quote in draft.quotes)]
    rest = draft.work[year.end :]
    return any(char.isalpha() for char in rest) and any(
        run.start - draft.start < 3
        and run.end <= year.start
        and not draft.work[run.end : year.start].strip(" .,([")
        for run in titles
    )


def _solid_end(draft: Draft, end: int) -> int:
    """Go back over punctuation and what is taken already (pages, links) to free text."""
    while end > draft.start and (
        draft.work[end - 1] in " .,;:()[]—–-" or draft.work[end - 1] == TAKEN
    ):
        end -= 1
    # an abbreviated city keeps its stop: "М., 2004"
    return end + 1 if draft.text[end : end + 1] == "." else end


def _last_taken(work: str, end: int) -> int:
    return work.rfind(TAKEN, 0, end) + 1


def _take_bracketed(draft: Draft, end: int) -> bool:
    """ "(Oxford, 1998)", "(London: Penguin, 1998)"."""
    year = draft.at("year")
    if year is None or (
        draft.text[end : end + 1] not in {")", ""} and "suffix" not in draft.values
    ):
        return False
    begin = draft.work.rfind("(", draft.start, year.start) + 1
    inner = draft.work[begin : year.start]
    if not begin or ")" in inner or not inner.strip(" ,") or TAKEN in inner:
        return False
    stop = begin + len(inner.rstrip(" ,"))
    if all(word in SEASONS for word in re.findall(r"[^\W\d_]+", inner.lower())):
        draft.take("season", begin, stop)
        return True
    colon = _COLON.search(draft.work, begin, stop)
    if colon and _is_place(draft.text[begin : colon.start()]):
        draft.take("place", begin, colon.start())
        draft.take_clean("publisher", colon.end(), stop)
        return True
    name = draft.text[begin:stop]
    if _is_place(name) or is_house(name):
        draft.take("place" if is_city(name) or not is_house(name) else "publisher", begin, stop)
        return True
    return False


def _take_with_colon(draft: Draft, begin: int, end: int) -> bool:
    """Imprint := Place ":" Publisher."""
    colons = list(_COLON.finditer(draft.work, begin, end))
    for colon in reversed(colons[-4:]):
        start = _place_start(draft, begin, colon.start())
        if start is None or colon.end() >= end:
            continue
        publisher = draft.text[colon.end() : end]
        if len(publisher) > 110 or len(publisher.split()) > 13:
            continue
        if not is_city(draft.text[start : colon.start()]) and (
            _only_known(draft)
            or _sentences(publisher)
            or _ends_in_city(publisher)
            or not _leaves_title(draft, start)
            or (_early(draft) and draft.work[:start].rstrip().endswith(","))
        ):
            continue
        draft.take_clean("publisher", colon.end(), end)
        stop = _place_stop(draft, colon.start())
        draft.take("place", start, stop)
        return True
    return False


def _only_known(draft: Draft) -> bool:
    """Behind an issue or without a year, only a known city is a place: the rest names journals."""
    bare = "volume" in draft.values and "volume_label" not in draft.values
    return bare or "number" in draft.values or "year" not in draft.values


def _ends_in_city(text: str) -> bool:
    """ "Трумэн: СССР и США в 1940-х гг. М.": the colon is a title's, and the place comes last."""
    parts = re.split(r"[.,]\s", text.rstrip(" ,"))
    return len(parts) > 1 and is_city(parts[-1].strip())


def _sentences(text: str) -> bool:
    return re.search(r"[^\W\d_]{4,}\.\s", text) is not None


def _leaves_title(draft: Draft, start: int) -> bool:
    """Without a title before it, "We Now Know: Rethinking" is one."""
    if draft.quotes and draft.quotes[0].start < start:
        return True
    return any(char.isalnum() for char in draft.work[draft.start : start])


def _place_start(draft: Draft, begin: int, stop: int) -> int | None:
    """Find where the place that ends at ``stop`` begins; several cities count as one place."""
    if draft.text[stop - 1 : stop] == ")":  # "Berlin (Ost)"
        stop = max(draft.work.rfind("(", begin, stop), begin)
        while stop > begin and draft.text[stop - 1] == " ":
            stop -= 1
    starts = [begin] + [
        match.end() + (len(match[0]) == 1 and draft.work[match.end() : match.end() + 1] == " ")
        for match in _CLAUSE.finditer(draft.work, begin, stop)
    ]
    starts += [run.end for run in draft.emphasis if begin < run.end < stop]  # a title's, unclosed
    starts.sort()
    best = None
    for clause in reversed(starts[-5:]):
        start = clause
        while start < stop and draft.text[start] in " ,.;:—–-([":
            start += 1
        name = draft.text[start:stop].strip()
        if not name:
            continue
        if name.lower() in REGIONS:
            continue
        if not _is_place(name):
            break
        if best is None or is_city(name) or _with_region(name):
            best = start
    return best


def _with_region(name: str) -> bool:
    city, _, region = name.rpartition(", ")
    return bool(city) and region.lower() in REGIONS and "," not in city and _is_place(city)


def _place_stop(draft: Draft, stop: int) -> int:
    """A city's own stop is its own ("М.", "Frankfurt a. M."), any other is punctuation."""
    while stop and draft.text[stop - 1] in " ,;:([":
        stop -= 1
    return stop


_HOST_LEADS = frozenset(("in", "im", "dans", "w", "v", "в", "у"))


def _is_place(name: str) -> bool:
    """Place := one to four capitalised words, joined by / – ; and particles, or a known city."""
    name = name.strip(" ,;:[]")
    if is_city(name):
        return True
    if (
        not name
        or "//" in name
        or name.lower() in _HOST_LEADS
        or len(name) > 60
        or any(char.isdigit() for char in name)
        or "\n" in name
    ):
        return False
    words = _WORDS.findall(
        name.replace(",", " ").replace(";", " ").replace("(", " ").replace(")", " ")
    )
    if not 0 < len(words) <= 5 or ":" in name or not is_capitalised(words[0]):
        return False
    if sum(1 for word in words if word not in JOINERS) > 4 or "." in name[:-1].replace("St.", ""):
        return False
    return all(is_capitalised(word) or word in JOINERS for word in words)


def _take_with_commas(draft: Draft, begin: int, end: int) -> bool:
    """Imprint := Place | Place "," Publisher | Publisher "," Place | Publisher, at the very end."""
    parts = _last_parts(draft, begin, end)
    if not parts:
        return False
    last_start, last_stop = parts[-1]
    last = draft.text[last_start:last_stop]
    if len(parts) > 1:
        start, stop = parts[-2]
        previous = draft.text[start:stop]
        if _take_pair(draft, (start, stop, previous), (last_start, last_stop, last)):
            if len(parts) > 2 and "publisher" not in draft.values:
                _take_house(draft, *parts[-3])
            return True
    if not _leaves_title(draft, last_start):
        return False
    if is_house(last) and not is_city(last) and not _only_known(draft):
        draft.take_clean("publisher", last_start, last_stop)
        return True
    known = is_city(last)
    guessed = not _early(draft) and not _only_known(draft) and _is_place(last)
    if known or (guessed and _closes_title(draft, last_start)):
        draft.take("place", last_start, last_start + len(_without_stop(last)))
        return True
    return _take_trailing_city(draft, last_start, last_stop)


def _take_house(draft: Draft, start: int, stop: int) -> None:
    """A publisher before its city: "MIT Press, Cambridge, MA"."""
    if is_house(draft.text[start:stop]) and _leaves_title(draft, start):
        draft.take_clean("publisher", start, stop)


def _take_pair(draft: Draft, first: tuple[int, int, str], second: tuple[int, int, str]) -> bool:
    """Read the last two parts between commas together."""
    start, stop, name = first
    last_start, last_stop, last = second
    if not _leaves_title(draft, start) or draft.text[stop : stop + 1] == ".":
        return False
    if last.lower() in REGIONS and _is_place(name):
        draft.take("place", start, last_stop)
        return True
    if is_city(name) and not is_city(last) and is_capitalised(last.split()[0]):
        draft.take_clean("place", start, stop)
        draft.take_clean("publisher", last_start, last_stop)
        return True
    if is_house(name) and _is_place(last):
        draft.take_clean("publisher", start, stop)
        draft.take("place", last_start, last_start + len(_without_stop(last)))
        return True
    if is_city(name) and is_city(last):
        draft.take("place", start, last_start + len(_without_stop(last)))
        return True
    return False


def _without_stop(place: str) -> str:
    """Take the closing stop away, but not that of an abbreviated city: "М.", "D.C."."""
    if place.lower() in CITIES or place.split()[-1].lower() in REGIONS:
        return place
    return place.rstrip(".")


def _take_trailing_city(draft: Draft, start: int, stop: int) -> bool:
    """ "Eine neue Geschichte, München 2007": a known city at the end."""
    words = list(re.finditer(r"\S+", draft.text[start:stop]))
    for count in (3, 2, 1):
        if len(words) > count and "year" in draft.values:
            at = start + words[-count].start()
            if is_city(draft.text[at:stop]) and draft.text[at - 2] in "?!.":
                draft.take("place", at, stop)
                return True
    return False


def _closes_title(draft: Draft, start: int) -> bool:
    """An unknown city follows a closed title: a stop, a quote, italics, a taken field."""
    before = draft.work[:start].rstrip()
    if not before:
        return False
    last = before[-1]
    if last in ",;" and before[-2:-1] and before[-2] in TAKEN + '”»"’)':
        return True
    if any(run.end >= len(before) - 1 and run.end <= start for run in draft.emphasis):
        return True
    return last in '.?!”»"’)]—–' or last == TAKEN or (last == "," and "year" in draft.values)


def _last_parts(draft: Draft, begin: int, end: int) -> list[tuple[int, int]]:
    """Cut the last sentence before ``end`` at its commas; offsets of the last three parts."""
    cuts = [begin]
    cuts += [
        match.end()
        for match in _CLAUSE.finditer(draft.work, begin, end)
        if match.end() < end and not _abbreviation(draft.text, match.start(), begin)
    ]
    parts = []
    for index, cut in enumerate(cuts[-4:]):
        start = cut
        following = cuts[-4:][index + 1] if index + 1 < len(cuts[-4:]) else end
        stop = following
        while start < stop and draft.text[start] in " ,.;:—–-([":
            start += 1
        while stop > start and draft.text[stop - 1] in " ,;:—–-([":
            stop -= 1
        if stop > start and draft.text[start:stop].strip(" ."):
            parts.append((start, stop))
    return parts


_SHORT = re.compile(r"(?:^|[\s/(])(?:St|D|N|S|P|Н|С|д|a|M|М|Л|м|тов|Inc|Co|Mass|Calif|[A-ZА-Я])\.$")


def _abbreviation(text: str, stop: int, begin: int) -> bool:
    """A stop that belongs to a word: "St. Petersburg", "D.C.", "Н. Новгород"."""
    if text[stop : stop + 1] != ".":
        return False
    return _SHORT.search(text[max(begin, stop - 6) : stop + 1]) is not None


def _early(draft: Draft) -> bool:
    """Tell whether the year stands behind the authors, not behind the imprint."""
    year = draft.at("year")
    return year is not None and year.start < draft.start
