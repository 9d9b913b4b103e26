"""Title and container, once everything that is easier to recognise has been taken."""

from __future__ import annotations

import re

from srccheck.references.authors import ROLE, read_names
from srccheck.references.draft import HIDDEN, TAKEN, Draft, Quote
from srccheck.references.places_of_print import is_city
from srccheck.text import Span

_LEAD = re.compile(
    r"""
      \s?//\s?
    | (?<=[.,;”"»’'!?])\s(?:in|In|dans|Dans|В\sкн|в\sкн|У\sкн|V\skn)[.]?:\s
    | (?<=[.,”"»’'!?])\s(?:В\sкн\.|In)\s(?=[^\W\d_]|\ue000)
    | (?<=\ue001[”"»])\s(?:in|In|dans)\s(?=[^\W\d_]|\ue000)
    | (?:(?<=[”"»’'],)|(?<=,[”"»’']))\s(?:in|dans)\s(?=[^\W\d_]|\ue000)
    """,
    re.VERBOSE,
)
_PERIODICAL = re.compile(
    r"(?:vestnik|izvesti|trudy|uchenye|bjulleten|bulletin|journal|zeitschrift|archiv\sfür|revue|"
    r"review|annal|вестник|известия|труды|ученые|бюллетень|журнал|вісник|tạp\schí)",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"(?<!\w)(?:cent(?:er|re)|universit\w+|institute?|program(?:me)?|library|archives?|council|"
    r"foundation|ministry|committee|association|society|центр|университет|институт)(?!\w)",
    re.IGNORECASE,
)
_COLLECTED = re.compile(r"(?<!\w)(?:archives?|library|collections?)(?!\w)", re.IGNORECASE)
_NUMBER_FOLLOWS = re.compile(
    rf"[,.;]?\s*[(\[]?\s?(?:{TAKEN}|no\b|vol\b|\d)|,?\s\([^()]{{2,30}}\)[,.]?\s{TAKEN}",
    re.IGNORECASE,
)
_NUMERIC = frozenset({"number", "pages", "volume"})


def take_titles(draft: Draft) -> None:
    """Take title and container."""
    lead = _lead(draft)
    quote = _title_quote(draft)
    italics = _italics(draft)
    if quote:
        draft.take_clean("title", quote.inner.start, quote.inner.end)
        _take_container(draft, quote.end, lead, italics, quoted=True)
        return
    first = next((run for run in italics if run.start - _title_start(draft) < 3), None)
    if first and not (lead and lead.start() < first.start) and not _names_periodical(draft, first):
        _take_italic_title(draft, first)
        _take_container(draft, draft.values["title"][1].end, lead, italics[1:], quoted=False)
        return
    later = next((run for run in italics if _names_periodical(draft, run)), None)
    if lead is None and later:
        draft.take_clean("title", draft.start, later.start)
        _take_name(draft, later.start, later.end)
        _take_city_behind(draft, later.end)
        return
    _take_plain(draft, lead, italics)


def take_volume_title(draft: Draft) -> None:
    """Take a volume's own title: "Vol. XIV: Berlin Crisis", "vol. 1, Origins"."""
    volume = draft.at("volume")
    if volume is None or "volume_label" not in draft.values:
        return
    if draft.work[volume.end : volume.end + 2] not in {": ", ", ", ". "}:
        return
    end = _stop(draft, volume.end)
    first = draft.text[volume.end + 2 : volume.end + 3]
    if is_city(draft.text[volume.end + 2 : end].strip(" .")) and "place" not in draft.values:
        draft.take_clean("place", volume.end, end)
    elif first.isupper() or (first.isdigit() and draft.work[volume.end] == ":"):
        draft.take_clean("volume_title", volume.end, end)


def _lead(draft: Draft) -> re.Match[str] | None:
    for match in _LEAD.finditer(draft.work, draft.start):
        if match.start() > draft.start + 2 and not draft.text.startswith("://", match.start() - 1):
            return match
    return None


def _title_start(draft: Draft) -> int:
    at = draft.start
    while at < len(draft.work) and draft.work[at] in " .,:;—–-":
        at += 1
    return at


def _title_quote(draft: Draft) -> Quote | None:
    """Give the quotation that is the title: it comes first and punctuation closes it."""
    at = _title_start(draft)
    quote = next((each for each in draft.quotes if each.start == at), None)
    quote = quote or draft.single_quote_at(at)
    if quote is None:
        return None
    if draft.work[quote.start : quote.end].count(TAKEN):
        return None
    after = draft.work[quote.end :]
    if after[:2] == ": " and after[2:3] not in {TAKEN, ""} and not after[2:3].isdigit():
        return None  # «Холодная война»: историографические дискуссии
    inside = draft.text[quote.inner.end - 1 : quote.inner.end]
    going_on = after.lstrip()[:1].islower() and after.lstrip()[:3] not in {"in ", "in:"}
    if going_on and after[:1] == " " and inside not in {".", ",", "?", "!"}:
        return None
    return quote


def _italics(draft: Draft) -> list[Span]:
    """Give the emphasised runs that can be titles: some letters, not the whole entry."""
    return [
        run
        for run in draft.emphasis
        if run.start >= draft.start - 1
        and sum(char.isalpha() for char in run.cut(draft.text)) > 2
        and run.cut(draft.text).strip(" .:").lower() not in {"in", "ibid", "et al", "idem"}
        and len(run) < len(draft.text) - 2
        and TAKEN * 3 not in run.cut(draft.work)
    ]


def _names_periodical(draft: Draft, run: Span) -> bool:
    """An emphasised run before an issue, a volume or a day is the container."""
    if not draft.values.keys() & (_NUMERIC | {"date"}) or "place" in draft.values:
        return False
    if draft.values.keys() & {"volume_label"} and not draft.values.keys() & {"number", "pages"}:
        return False
    if run.start - _title_start(draft) < 3 and draft.start > 0 and not _anything(draft, run.end):
        return "date" not in draft.values and "number" in draft.values and not draft.start
    return _NUMBER_FOLLOWS.match(draft.work, run.end) is not None


def _anything(draft: Draft, at: int) -> bool:
    return any(char.isalpha() or char == HIDDEN for char in draft.work[at:])


def _take_italic_title(draft: Draft, run: Span) -> None:
    end = run.end
    if (draft.work[end : end + 1] == ":" and draft.text[end - 1] != ":") or (
        draft.work[end : end + 1] == " " and draft.work[end + 1 : end + 2].islower()
    ):
        end = _stop(draft, end)
    draft.take_clean("title", run.start, max(end, run.start + 1))
    if "title" not in draft.values:
        draft.take("title", run.start, run.end)


def _stop(draft: Draft, at: int) -> int:
    """Give where free text ends: at the next taken text or GOST's slash."""
    taken = draft.work.find(TAKEN, at)
    slash = draft.work.find(" / ", at)
    ends = [end for end in (taken, slash) if end >= at]
    return min(ends, default=len(draft.work))


def _take_plain(draft: Draft, lead: re.Match[str] | None, italics: list[Span]) -> None:
    end = _stop(draft, _title_start(draft))
    if lead and lead.start() <= end:
        draft.take_clean("title", draft.start, lead.start())
        _take_container(draft, lead.start(), lead, italics, quoted=False)
        return
    if _take_dated_paper(draft, end) or _take_issue(draft, end):
        return
    draft.take_clean("title", draft.start, end)
    if lead:
        _take_container(draft, lead.start(), lead, italics, quoted=False)


def _take_dated_paper(draft: Draft, end: int) -> bool:
    """Paper := Name ["(" City ")"] "," Day: "Pravda (Moscow), 8 July 1977"."""
    date = draft.at("date")
    if date is None or draft.start or "url" in draft.values or len(draft.values["date"][0]) < 8:
        return False
    name = draft.text[draft.start : end]
    if len(name.split()) > 7 or any(char.isalpha() for char in draft.work[date.end :]):
        return False  # words behind the day name where a letter is kept
    _take_name(draft, draft.start, end)
    return "container" in draft.values


_LAST_STOP = re.compile(r"[.?!]\s(?=[^\W_])")


def _take_issue(draft: Draft, end: int) -> bool:
    """Title "." Journal before an issue; one sentence alone is the journal."""
    keys = draft.values.keys()
    if "place" in keys or "publisher" in keys or not keys & {"number", "pages"}:
        return False
    if "volume_label" in keys and not keys & {"number"}:
        return False
    numbers = [draft.values[key][1].start for key in keys & _NUMERIC]
    if draft.work[end : min(numbers)].replace(TAKEN, "").strip(" .,;:()") != "":
        return False
    text = draft.work[draft.start : end]
    stops = [match for match in _LAST_STOP.finditer(text.rstrip(" .,;:")) if match.start() > 2]
    if _PERIODICAL.match(text.lstrip(" .,")) and not draft.start:
        stops = []
    if not stops and draft.start:
        comma = text.rstrip(" .,;:").rfind(", ")
        if comma < 3 or not text[comma + 2].isupper():
            return False
        draft.take_clean("title", draft.start, draft.start + comma)
        _take_name(draft, draft.start + comma + 1, end)
        return True
    at = draft.start + (stops[-1].end() if stops else 0)
    if at > draft.start:
        draft.take_clean("title", draft.start, at - 1 if text[at - draft.start - 2] == "." else at)
    elif "number" not in keys:
        return False
    _take_name(draft, at, end)
    return True


def _take_container(
    draft: Draft, at: int, lead: re.Match[str] | None, italics: list[Span], *, quoted: bool
) -> None:
    """Take what the title stands in: behind "In:" or "//", in italics, or after a quoted title."""
    if lead and lead.start() >= at - 1:
        draft.label(lead.start(), lead.end())
        at = lead.end()
    elif not quoted:
        return
    while at < len(draft.work) and (draft.work[at] in " .,:;—–-()" or draft.work[at] == TAKEN):
        if lead and draft.work[at] == TAKEN and at > lead.end() and "editor" not in draft.values:
            break
        at += 1
    run = next((each for each in italics if at - 2 <= each.start), None)
    end = _stop(draft, at)
    if run and run.start < end and (run.start - at < 3 or lead is None):
        _take_name(draft, run.start, max(run.end, run.start))
        return
    if end <= at:
        return
    if not lead and draft.values.keys() & {"url", "date"} and _take_issuer(draft, at, end):
        return
    _take_name(draft, at, end)


def take_host_editors(draft: Draft) -> None:
    """Host := "In:" Names "(Hg.)" Title; before the imprint, which has a colon too."""
    lead = _lead(draft)
    if lead is None:
        return
    at = lead.end()
    end = _stop(draft, at)
    role = ROLE.search(draft.work, at, end)
    if (
        role is None
        or role["role"].lower() in {"trans", "trans.", "comp"}
        or role.start() - at > 150
    ):
        return
    names = draft.text[at : role.start()].strip(" ,:")
    if not names:
        return
    stop = at + len(draft.text[at : role.start()].rstrip(" ,:"))
    if not read_names(draft.text, at, stop):
        return
    draft.take("editor", at, stop)
    draft.label(role.start(), role.end())


def _take_issuer(draft: Draft, at: int, end: int) -> bool:
    """Issuer "." Collection: a document on the web names its institution first."""
    text = draft.work[at:end]
    if draft.values.keys() & _NUMERIC or "publisher" in draft.values:
        return False
    stop = _LAST_STOP.search(text)
    if stop is None:
        return False
    first, second = text[: stop.start()], text[stop.end() :]
    if _COLLECTED.search(first) and _ISSUER.search(second) and not _COLLECTED.search(second):
        _take_name(draft, at, at + stop.start())
        draft.take_clean("publisher", at + stop.end(), end)
        return True
    if not _ISSUER.search(first):
        return False
    draft.take_clean("publisher", at, at + stop.start())
    _take_name(draft, at + stop.end(), end)
    return True


_CITY_BEHIND = re.compile(r"\s\((?P<city>[^()]{2,30})\)")


def _take_city_behind(draft: Draft, end: int) -> None:
    """Take a newspaper's city in brackets: "*Pravda* (Moscow)"."""
    match = _CITY_BEHIND.match(draft.work, end)
    if match and "place" not in draft.values and TAKEN not in match["city"]:
        draft.take("place", match.start("city"), match.end("city"))


def _take_name(draft: Draft, start: int, end: int) -> None:
    """Take a container; a city in brackets behind a newspaper's name is its place."""
    text = draft.work[start:end].rstrip(" ,.;:")
    if text.endswith(")") and "place" not in draft.values:
        opening = text.rfind("(")
        inner = draft.text[start + opening + 1 : start + len(text) - 1]
        if opening > 1 and (is_city(inner) or "date" in draft.values):
            draft.take("place", start + opening + 1, start + len(text) - 1)
            end = start + opening
    draft.take_clean("container", start, end)
