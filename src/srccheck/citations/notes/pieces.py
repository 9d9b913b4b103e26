"""Chunks of a note joined to pieces that hold whole sources, and where sources may begin in them.

GOST, and bibliographies in notes, set full stops between author, title, imprint, page. A chunk is
joined to the one before it where it can only go on with that source: a page, a year, an imprint, a
container; or the title after an author who stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from srccheck.citations.leads import skip_leads
from srccheck.citations.names import authors_before
from srccheck.citations.notes.chunks import Chunk, Layout
from srccheck.citations.vocabulary import PARTICLES
from srccheck.references.note_authors import read_note_authors
from srccheck.references.places_of_print import is_city
from srccheck.text import Span, Stream
from srccheck.values import dataclass

# What only goes on: "С. 45", "2001. № 3", "// Вопросы истории", "М.: Наука, 2011".
_GOES_ON = re.compile(
    r"""
    [–—\s-]*(?:
        //?\s | [(\[](?!\w+\s[^\W\d_]{3,}\s[^\W\d_]{3,}\s[a-zа-я])
      | (?:[СсТтSPp]{1,2}|Стр|[КкЧчЛл]|Кн|Вып|Ч|Vols?|vol|Bd|Bde|H|Nr|No|no|№|Iss|Док|док|Doc|Art|Ст
          |pp|Sp|P|V|N)[.:]?\s?\d
      | № | (?:1[5-9]|20)\d\d(?:[–-](?:19|20)?\d\d)?(?:[.,:;)\s]|$)
      | (?:М|Л|СПб|Пг|М\.\s?[;–-]\s?Л)\.\s?[,:]
      | В\s\d+\s(?:тт?|кн|ч)\b | Пер(?:\.|евод)\sс
      | (?:Под|Отв|Отв\.|Науч\.)\s?(?:общ\.\s)?(?:\.\s)?ред
      | Изд(?:\.|ание)\s\d | \d+-е\sизд | Сост\. | In:\s | \d(?:st|nd|rd|th)\sed
      | \d{1,3}(?:[–-]\d{1,4})?\.?$
      | \d{1,2}\s[^\W\d_]{3,9}(?:[.,;]|$) | \d{1,2}\.\d{1,2}\.(?:\d{2,4})?
    )
    """,
    re.VERBOSE,
)
_IMPRINT = re.compile(
    r"""
    [–—\s-]*(?P<city>[^\W\d_][\w.’' -]{0,30}(?:[;/–—-]\s?[^\W\d_][\w.’' -]{0,30})?)
    (?:\s?:\s?[^:;]{2,80})?,?\s(?:1[5-9]|20)\d\d(?:[.,;\s]|$)
    """,
    re.VERBOSE,
)
_DONE = re.compile(
    r"""
      (?:[СсSPp]{1,2}|Стр|стр|Ст|Л|Sp)\.\s?\d[\d\s,–—‑-]*(?:f{1,2}\.?)?[.\s]*$
    | [)\]][.,:]?\s?(?:pp?\.\s?|S\.\s?)?\d[\d\s,–—‑-]*\.?$
    """,
    re.VERBOSE,
)
# A year of print; "Geneva 1955:" and "Женева, 1955: совещание" are titles.
_DATED = re.compile(
    r"""
      [,.]\s(?:1[5-9]|20)\d\d(?!\s?[–:-]|\d) | \([^()]{0,90}(?:1[5-9]|20)\d\d[)\]]
    | [^\W\d_]\s(?:1[5-9]|20)\d\d(?=[,.]\s(?:S|Bd|Sp)\.|[.,]?\s*$)
    """,
    re.VERBOSE,
)
_JOURNAL = re.compile(r"[^\W\d_][^.;()]{2,80}?,?\s\d+(?:[,:]\s?(?:no|Nr)\.\s\d+)?,?\s\(")
_ADVERBS = re.compile(r"(?:[^\W\d_A-ZА-ЯЁÄÖÜ]\w*,?\s){1,4}(?=[^\W\d_a-zа-яё])")
_REPEATED = re.compile(r"(?:ders|dies|idem|eadem|он\sже|она\sже)[.,]{0,2}\s", re.IGNORECASE)
_IN_HOST = re.compile(r"[,”\"»’]\s?(?:in|In|dans|Dans)$")
_PAGE = re.compile(r",\s(?:S|Bd)\.\s\d")
_HOST_YEAR = re.compile(r",\s(?:in|In):?\s[^.;]*(?:1[5-9]|20)\d\d")
_CITY_FIRST = re.compile(r"[–—\s-]*(?:М|Л|СПб|Пг|Москва|Киев|К)\.?\s?[,:]")
_CITY_YEAR = re.compile(
    r"[,.]\s(?P<city>[^\W\d_a-zа-яё][^,.:;\d]{1,40}?)(?::\s[^:;]{2,60})?,?\s(?:1[5-9]|20)\d\d(?=[,.;]|$)"
)
_PRINTED = re.compile(r"\([^()]{2,80}[:,]\s[^()]*(?:1[5-9]|20)\d\d\)")
_NOTHING = re.compile(r"[\s.,:]*(?:\([^()]*\))?[\s.,:]*")
_NEXT = re.compile(
    r"\)[,.]?(?:\s?(?:pp?\.|S\.)?\s?\d[\d\s–‑-]*)?,?\s(?:and\s|und\s)?(?=[^\W\d_a-zа-яё])"
)
_MARK = re.compile(r"[\"“„«‘»]")
_LEAD = re.compile(
    r"""
    (?<!\w)(?:
        [Ss]ee(?:,?\s(?:also|especially|further|e\.\s?g\.|for\s(?:example|instance|more)))*
      | [Cc]f\. | [Cc]ompare | (?:as\s)?(?:[Qq]uoted|[Cc]ited|[Rr]eprinted)\s(?:in|from|by)
      | (?:reproduced|printed|published|found|described|listed|given|told|discussed|set\sout
          |analy[sz]ed|examined|documented|reported|summari[sz]ed)\s(?:in|by)
      | based\son | drawn\sfrom
      | [Ss]o\s(?:etwa|z\.\s?B\.|auch|bereits) | [Ää]hnlich(?:\sauch)? | [Ff]erner | [Dd]agegen
      | [Zz]uletzt | [Aa]usführlich(?:er)? | [Gg]rundlegend | [Zz]um\sFolgenden
      | [Vv]gl\.(?:\s(?:auch|dazu|etwa|hierzu|u\.\s?a\.))* | [Ss]iehe(?:\s(?:auch|dazu|etwa))?
      | [Ss]\.\sauch
      | [Zz]it(?:\.|iert)\s(?:n(?:\.|ach)|bei|in)
      | [Сс]м\.(?:,?\s(?:также|напр\.|например|подробнее|об\sэтом))*:? | [Сс]р\.:?
      | [Цц]ит(?:\.|ируется)\sпо:? | [Дд]ив\.(?:\sтакож)?:?
      | [Vv]oir(?:\saussi)? | [Cc]ité\s(?:dans|par) | consult | read
    )[:,]?\s+(?=\S)
    """,
    re.VERBOSE,
)
_AFTER_SOURCE = re.compile(r",?\s(?:and|und|et|und|и|sowie|as\swell\sas)\s+|,\s+|\.?\s+")
LONGEST_TITLE = 5  # chunks that one title may consist of
LONGEST = 600  # code points of a source


@dataclass(frozen=True, slots=True)
class Start:
    """Where a source may begin; not ``led`` where only names before a title say so."""

    at: int
    led: bool


def pieces_of(stream: Stream, layout: Layout, chunks: Sequence[Chunk]) -> Iterator[Span]:
    """Give the pieces of a note: each holds prose, one source, or several in a row."""
    at = 0
    while at < len(chunks):
        end = at + 1
        while (
            end < len(chunks)
            and not chunks[end].hard
            and chunks[end].span.end - chunks[at].span.start < LONGEST
            and _joins(stream, layout, chunks, at, end)
        ):
            end += 1
        yield Span(chunks[at].span.start, chunks[end - 1].span.end)
        at = end


def _joins(stream: Stream, layout: Layout, chunks: Sequence[Chunk], at: int, to: int) -> bool:
    """Tell whether chunk ``to`` goes on with the source that chunk ``at`` begins."""
    text = stream.text
    start, end = chunks[at].span.start, chunks[to].span.start
    done = chunks[to - 1].span.end
    if _GOES_ON.match(text, end, chunks[to].span.end):
        return True
    if _DONE.search(text, max(start, done - 40), done):
        return False
    begins = _source_start(stream, layout, Span(start, done))
    titles = titles_in(stream, layout, begins, end + 1)
    head = read_note_authors(text[: chunks[to].span.end], begins, titles)
    if head is not None and head.end <= done and _NOTHING.fullmatch(text, head.end, done):
        return True  # the author alone: the title comes next
    dated = _DATED.search(text, begins, done) is not None
    imprint = _IMPRINT.match(text, end, min(chunks[to].span.end, end + 160))
    if imprint and not dated:
        return head is not None or to - at < LONGEST_TITLE
    if imprint and head is not None and is_city(imprint["city"].strip(" –—-")):
        return not _has_imprint(stream, layout, Span(begins, done))  # "… 1953–1985 рр. Львів: …"
    if head is None and _gost_follows(text, chunks, at, to):
        return True
    if (
        head is not None
        and not _has_imprint(stream, layout, Span(begins, done))
        and _ends_in_imprint(stream, layout, begins, chunks[to].span)
    ):
        return True
    if head is not None and head.people[0][0].given.endswith(".") and not dated:
        return to - at < LONGEST_TITLE and _is_cyrillic(text[begins : begins + 3])
    closed = _title_ends(text, done)
    if closed and not dated and (text.startswith("In ", end) or _JOURNAL.match(text, end)):
        return True
    following = text[end : end + 1]
    emphasised = stream.emphasised(Span(end, end + 1))
    return closed and not dated and (emphasised or bool(_MARK.match(following)))


def _gost_follows(text: str, chunks: Sequence[Chunk], at: int, to: int) -> bool:
    """ "Вьетнам в борьбе. Документы и материалы. М., 2015": a title of two sentences."""
    if not chunks[at].hard or not _is_cyrillic(text[chunks[at].span.start :][:3]) or to > at + 2:
        return False
    return any(
        _CITY_FIRST.match(text, each.span.start) is not None and not each.hard
        for each in chunks[to + 1 : to + 3]
    )


def _ends_in_imprint(stream: Stream, layout: Layout, begins: int, span: Span) -> bool:
    """ "Eine Geschichte, Berlin 1998, S. 12": a subtitle behind a full stop, and the imprint.

    A title in quotes or italics before it would be complete.
    """
    text = stream.text
    if titles_in(stream, layout, begins, span.start) or _LEAD.search(text, span.start, span.end):
        return False
    if _HOST_YEAR.search(text, span.start, span.end):
        return True
    city = _CITY_YEAR.search(text, span.start, span.end)
    if city is not None and (is_city(city["city"]) or _PAGE.match(text, city.end())):
        return True
    return any(
        _PRINTED.fullmatch(bracket.cut(text)) is not None for bracket in layout.brackets_in(span)
    )


def _has_imprint(stream: Stream, layout: Layout, span: Span) -> bool:
    """Tell a year of publication from one in a title ("Der Prager Frühling 1968. Die Rolle …")."""
    text = stream.text
    return any(
        is_city(each["city"]) for each in _CITY_YEAR.finditer(text, span.start, span.end)
    ) or any(_DATED.search(bracket.cut(text)) is not None for bracket in layout.brackets_in(span))


def _title_ends(text: str, at: int) -> bool:
    """Tell whether a quoted title ends at ``at``: what follows may be its journal."""
    return text[at - 1 : at] in '"”»“' or text[at - 2 : at - 1] in '"”»“'


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= char <= "\u04ff" for char in text)


def _source_start(stream: Stream, layout: Layout, span: Span) -> int:
    """Give where the last source of a range may begin: after its last lead-in."""
    start = skip_leads(stream.text, span.start, span.end)
    for match in _LEAD.finditer(stream.text, span.start, span.end):
        if not layout.inside(match.start()):
            start = skip_leads(stream.text, match.end(), span.end)
    dated = {each.end for each in layout.brackets_in(span) if _DATED.search(each.cut(stream.text))}
    for match in _NEXT.finditer(stream.text, start, span.end):
        if match.start() + 1 in dated:  # "(Hrsg.), Der Warschauer Pakt" goes on
            start = skip_leads(stream.text, match.end(), span.end)
    return start


def starts_of(stream: Stream, layout: Layout, piece: Span) -> list[Start]:
    """Give where a source may begin in a piece: at its start, after a lead-in, before a title."""
    text = stream.text
    found = {skip_leads(text, piece.start, piece.end): True}
    for match in _LEAD.finditer(text, piece.start, piece.end):
        if layout.inside(match.start()) or stream.emphasised(Span(match.start(), match.end())):
            continue
        start = _past_adverbs(text, skip_leads(text, match.end(), piece.end), piece.end)
        if start < piece.end:
            found[start] = True
    for title in titles_in(stream, layout, piece.start, piece.end):
        named = _names_start(text, piece.start, title)
        if named is not None and not layout.inside(named):
            found.setdefault(named, False)
    return [Start(at, found[at]) for at in sorted(found)]


def _past_adverbs(text: str, start: int, end: int) -> int:
    """Go past "grundlegend", "above all the account by": lower-case words before a name."""
    match = _ADVERBS.match(text, start, end)
    if match is None or match.group().split()[-1] in PARTICLES:
        return start
    return match.end()


def _names_start(text: str, low: int, title: int) -> int | None:
    """Give where names begin that stand before a title in the middle of a sentence."""
    before = text[low:title]
    if not before.endswith((", ", ". ")) or "\n" in before[-80:]:
        return None
    authors = authors_before(text, low, title - 1 if before.endswith(". ") else title)
    if authors is None or authors.start == low:
        return None
    leading = text[low : authors.start].rstrip()
    if _IN_HOST.search(leading):
        return None  # "« Le titre », in Élisabeth du Réau (dir.), …": the host's editor
    return authors.start if leading[-1:].islower() else None


def after_source(text: str, at: int, end: int) -> int | None:
    """Give where another source may begin behind one that ends at ``at``: ", and", ", ", ". "."""
    match = _AFTER_SOURCE.match(text, at, end)
    return skip_leads(text, match.end(), end) if match and match.end() < end else None


def titles_in(stream: Stream, layout: Layout, start: int, end: int) -> tuple[int, ...]:
    """Give the offsets of a range where a title in quotes or italics begins."""
    runs = [run.start for run in stream.emphasis_in(Span(start, end)) if run.start >= start]
    quotes = [quote.start for quote in layout.quotes_in(Span(start, end))]
    return tuple(sorted((*runs, *quotes)))
