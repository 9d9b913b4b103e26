"""Short notes: a surname, a short title, a page; or two of the three.

short-note = names ( "," | "." ) [ title ] [ "(wie Anm. 3)" ] [ locators ] | title locators

A title in quotes or italics after a name shows itself. Without a mark it takes an author that the
manuscript knows, or GOST's surname with initials and its page.
"""

from __future__ import annotations

import re
from dataclasses import replace

from srccheck.citations.model import LocatorPart, ShortNote
from srccheck.citations.names import authors_before
from srccheck.citations.notes.chunks import Layout
from srccheck.citations.notes.known import Known
from srccheck.citations.notes.locators import note_locators
from srccheck.citations.vocabulary import MONTHS, NOT_AUTHORS, SENTENCE_STARTERS
from srccheck.text import Place, Span, Stream
from srccheck.values import dataclass

_INITIALS = r"(?:[^\W\d_a-zа-яё][^\W\d_]?\.[\s-]?){1,3}"
_WORD = r"(?:d['’]|O['’])?[^\W\d_a-zа-яё][\w’'ʹʼ-]+"
_PARTICLE = r"(?:von|van|de|der|den|du|di|da|zu|фон|ван|де|la|le)\s"
_NAME = rf"(?:{_INITIALS}\s?)?(?:{_PARTICLE})*{_WORD}(?:\s{_INITIALS}(?<=\.))?"
# A comma joins names that have initials: "Weber, Reise" is a name and a title.
_COMMA = rf",\s(?={_WORD}\s{_INITIALS})"
_AND = rf"(?:,?\s(?:and|und|et|и|та|&)\s|\s?/\s?|{_COMMA})"
_HEAD = re.compile(
    rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,3}})(?P<et_al>,?\s(?:et\sal\.|и\sдр\.|u\.\s?a\.))?"
    r"(?P<gap>,\s(?:eds?\.,\s|Hgg?\.,\s)?|\s?\((?:Hgg?\.|Hrsg\.|eds?\.)\),\s|(?<=\.)\s|[.:]\s)"
)
_EDS = re.compile(r",?\s\(?(?:eds?|Hgg?|Hrsg|ред|dir)\.?\)?,?\s?$")
_REPEATED = re.compile(
    r"(?P<word>Ders|Dies|Idem|Eadem|Он\sже|Она\sже|Тот\sже)[.,]{0,2}\s", re.IGNORECASE
)
_POINTER = re.compile(
    r",?\s\(?(?:wie|см\.|see|as\sin|cf\.)?\s?(?:Anm|Fn|Fußn|прим|примеч|n|note|сн)\.?\s?(?P<note>\d{1,4})"
    r"(?:\s(?:above|supra|oben|выше))?\)?"
    r"|,?\s(?:op|art|ouvr|loc)\.\scit\.?"
)
_ENDS = re.compile(
    r"\s*(?:$|[.;:)\]\n]|,\s(?:and|und|et|и)\s|,\s(?:quoted|cited|zit|цит)|,?\s[–—]\s)"
)
_TITLE_STOP = re.compile(
    r"""
      [,.…]\s(?:[–—-]\s)?(?:(?:[Pp]p?|SS?|CC?|СС?|сс?|стр|Стр|Bd|vol|Vol|т|Т|t|Кн|кн|Ч|ch|chap|no|doc|Док)\.\s?)\d
    | ,\s\d{1,4}(?:\s?[–—‑-]{1,2}\s?\d{1,4})?(?:f{1,2}\.?|n\d+)?(?=$|[.;,:\s)])
    | \s\((?:wie|см\.|see|as\sin)?\s?(?:Anm|прим|n|note|Fn)\.?\s?\d
    | ,\s(?:op|art|ouvr|loc)\.\scit
    """,
    re.VERBOSE,
)
_IMPRINT = re.compile(
    r"(?:,|\()\s?(?:1[5-9]|20)\d\d(?!\d)|//|[^\W\d_]:\s?[^,]+,\s(?:1[5-9]|20)\d\d"
)
_UNFINISHED = re.compile(r"[^\W\d_]{2,}\s[^\W\d_]\.\s$")
_GOST_PAGE = re.compile(r"[.…]\s(?:[–—-]\s)?(?:СС?|Т|Кн|Pp?|С|S)\.\s?\d")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_POINTS = ("(", "n", "wie", "см", "Anm", "прим", "op", "art", "ouvr", "loc")
NAMES_REACH = 160  # code points between the start and a marked title
TITLE_WORDS = 14


@dataclass(frozen=True, slots=True)
class _Names:
    names: tuple[str, ...]
    span: Span | None
    et_al: bool = False
    repeated: bool = False


def read_short(
    stream: Stream, layout: Layout, span: Span, known: Known, *, alone: bool = True
) -> ShortNote | None:
    """Read the short note that begins ``span``; ``alone`` where no file of an archive follows."""
    marked = _marked(stream, layout, span, known)
    if marked is not None:
        return marked if alone or marked.locators else None
    return _unmarked(stream, span, known)


def _marked(stream: Stream, layout: Layout, span: Span, known: Known) -> ShortNote | None:
    """Read names before a title in quotes or italics, or such a title alone."""
    found = _first_title(stream, layout, span)
    if found is None:
        return None
    outer, inner = found
    text = stream.text
    title = inner.cut(text).strip(" ,.:;")
    letter = next((char for char in title if char.isalnum()), "")
    if not letter or letter.islower() or len(title.split()) > TITLE_WORDS * 2:
        return None
    names = _names_before(text, span.start, outer.start)
    if names is None:
        return None
    if " " not in title and _UNFINISHED.search(text[span.start : outer.start]):
        return None  # "Myron T. *Herrick*": a name, or a ship's
    sure = bool(names.names)
    if names.names and not _is_named(names, known):
        return None
    if not text[span.start : outer.start].rstrip().endswith((",", ".", ":", ")")) and names.names:
        sure = known.author(names.names[0])
        if not sure:
            return None
    if not names.names and not names.repeated and not known.title(title):
        return None
    quoted = outer != inner
    end, note = outer.end, None
    pointer = _POINTER.match(text, end, span.end)
    if pointer and pointer.group().strip(" ,").startswith(_POINTS):
        end, note = pointer.end(), pointer["note"]
    locators, stop = note_locators(stream, end, span.end, after_quote=quoted or _comma(inner, text))
    after = _ENDS.match(text, stop, span.end)
    if after is None and not (stop > end and text[stop : stop + 1] in ", "):
        return None
    if after is None and _IMPRINT.search(text, stop, min(stop + 60, span.end)):
        return None
    place = Place(stream.index, span.start, stop)
    return ShortNote(
        place,
        0,
        names.names,
        _place(stream, names.span),
        title,
        Place(stream.index, inner.start, inner.start + len(inner.cut(text).rstrip(" ,.:;"))),
        marked=sure or names.repeated,
        et_al=names.et_al,
        locators=locators,
        repeated=names.repeated,
        note=note,
    )


def _comma(inner: Span, text: str) -> bool:
    """ "*Failed Empire,* 50": the comma is set in italics as well."""
    return text[inner.end - 1 : inner.end] == ","


def _first_title(stream: Stream, layout: Layout, span: Span) -> tuple[Span, Span] | None:
    """Give the first title in quotes or italics, with and without its marks."""
    reach = Span(span.start, min(span.end, span.start + NAMES_REACH))
    text = stream.text
    titles: list[tuple[Span, Span]] = []
    for run in stream.emphasis_in(reach):
        inner = Span(run.start, min(run.end, span.end))
        head = _names_before(inner.cut(text), 0, 0)
        authors = authors_before(text, run.start, run.end)
        whole = authors is not None and authors.start == run.start and run.start == span.start
        initialled = whole and bool(re.search(_INITIALS, inner.cut(text)))
        if initialled or run.start < span.start or head is None:
            continue  # "*Зубок В.М.* Неудавшаяся империя": the author is in italics
        titles.append((inner, inner))
    titles += [
        (quote, Span(quote.start + 1, quote.end - 1))
        for quote in layout.quotes_in(reach)
        if quote.end <= span.end
    ]
    return min(titles, key=lambda each: each[0].start, default=None)


def _names_before(text: str, start: int, end: int) -> _Names | None:
    """Give the names that fill ``start``–``end``; None where anything else stands there."""
    if end <= start or not text[start:end].strip(" ,.:"):
        return _Names((), None)
    repeated = _REPEATED.fullmatch(text, start, end)
    if repeated:
        return _Names((), None, repeated=True)
    stop = start + len(text[start:end].rstrip(" ,:"))
    eds = _EDS.search(text, start, end)
    stop = eds.start() if eds else stop
    if text[stop - 1 : stop] == "." and not re.search(
        rf"{_INITIALS}$|al\.$|др\.$", text[start:stop]
    ):
        stop -= 1
    authors = authors_before(text, start, stop)
    if authors is None or authors.start != start or len(authors.names) > 4:
        return None
    if any(len(name.split()) > 5 for name in authors.names):
        return None
    return _Names(authors.names, Span(authors.start, authors.end), authors.et_al)


def _is_named(names: _Names, known: Known) -> bool:
    """Tell names from the capitalised beginning of a sentence or the name of an office."""
    words = [word.lower().strip(".,'’") for word in " ".join(names.names).split()]
    if known.author(names.names[0]):
        return True
    if not words or words[0] in SENTENCE_STARTERS or any(word in NOT_AUTHORS for word in words):
        return False
    return not any(word in MONTHS for word in words)


def _unmarked(stream: Stream, span: Span, known: Known) -> ShortNote | None:
    """Read "Zubok, Failed Empire, 50", "Zubok, 47", "Зубок В.М. Неудавшаяся империя. С. 47"."""
    text = stream.text
    head = _HEAD.match(text, span.start, span.end)
    repeated = _REPEATED.match(text, span.start, span.end)
    if repeated is None and head is None:
        return _title_alone(stream, span, known)
    names: tuple[str, ...] = ()
    named: Place | None = None
    if repeated is not None:
        at = repeated.end()
    else:
        assert head is not None
        at = head.end()
        names = tuple(name for name in re.split(_AND, head["names"]) if name.strip())
        named = Place(stream.index, *head.span("names"))
    familiar = bool(names) and known.author(names[0])
    gost = bool(names) and re.search(rf"{_INITIALS}$", names[0]) is not None
    if not (familiar or gost or repeated):
        return _title_alone(stream, span, known)
    short = ShortNote(Place(stream.index, span.start, at), 0, names, named, repeated=bool(repeated))
    if head is not None and head["et_al"]:
        short = replace(short, et_al=True)
    return _rest(stream, span, at, known, short, sure=gost or bool(repeated), familiar=familiar)


def _rest(
    stream: Stream,
    span: Span,
    at: int,
    known: Known,
    short: ShortNote,
    *,
    sure: bool,
    familiar: bool,
) -> ShortNote | None:
    """Read an unmarked title and the page behind it, or the page alone."""
    text = stream.text
    before = at - (len(text[:at]) - len(text[:at].rstrip(" ,.:")))
    locators, stop = note_locators(stream, before, span.end)
    if locators and _ENDS.match(text, stop, span.end):
        return (
            replace(short, place=Place(stream.index, span.start, stop), locators=locators)
            if familiar
            else None
        )
    pages = _TITLE_STOP.search(text, at, span.end)
    end = pages.start() if pages else at + len(text[at : span.end].rstrip(" .;"))
    title = text[at:end].strip(" ,.:–—…")
    if not _is_title(title, text, at, end) and not known.title(title):
        return None
    if pages is None:
        if not known.title(title) or not familiar or not _ENDS.match(text, end, span.end):
            return None
        return _titled(stream, span, short, at, title, end, (), sure=False)
    page = _GOST_PAGE.match(text, end, span.end) is not None
    end += text[end : end + 1] == "…"
    pointer = _POINTER.match(text, end, span.end)
    if pointer:
        short = replace(short, note=pointer["note"])
    locators, stop = note_locators(stream, pointer.end() if pointer else end, span.end)
    if not (locators or pointer) or not _ENDS.match(text, stop, span.end):
        return None
    if not familiar and not (sure and page):
        return None
    return _titled(stream, span, short, at, title, stop, locators, sure=sure and page)


def _titled(
    stream: Stream,
    span: Span,
    short: ShortNote,
    at: int,
    title: str,
    stop: int,
    locators: tuple[LocatorPart, ...],
    *,
    sure: bool,
) -> ShortNote:
    start = stream.text.index(title, at)
    return replace(
        short,
        place=Place(stream.index, span.start, stop),
        title=title,
        title_place=Place(stream.index, start, start + len(title)),
        marked=sure,
        locators=locators,
    )


def _title_alone(stream: Stream, span: Span, known: Known) -> ShortNote | None:
    """Read a known title and its page: "Советско-китайские отношения. С. 31"."""
    text = stream.text
    pages = _TITLE_STOP.search(text, span.start, span.end)
    if pages is None:
        return None
    title = text[span.start : pages.start()].strip(" ,.:")
    if not _is_title(title, text, span.start, pages.start()) or not known.title(title):
        return None
    locators, stop = note_locators(stream, pages.start(), span.end)
    if not locators or not _ENDS.match(text, stop, span.end):
        return None
    blank = ShortNote(Place(stream.index, span.start, stop), 0)
    return _titled(stream, span, blank, span.start, title, stop, locators, sure=False)


def _is_title(title: str, text: str, start: int, end: int) -> bool:
    """Tell a short title: a capital or a figure first, a few words, no imprint in it."""
    if not title or len(title.split()) > TITLE_WORDS or _IMPRINT.search(text, start, end):
        return False
    return (title[0].isupper() or title[0].isdigit()) and any(char.isalpha() for char in title)


def _place(stream: Stream, span: Span | None) -> Place | None:
    return Place(stream.index, span.start, span.end) if span else None
