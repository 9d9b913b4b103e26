"""Volumes, issues and pages."""

from __future__ import annotations

import re

from srccheck.references.dates import MONTHS
from srccheck.references.draft import TAKEN, Draft
from srccheck.text import Span

_ISSUE = re.compile(
    r"""
    (?<![\w.])
    (?P<label>(?:nos?|nr|nrs|num|iss(?:ue)?s?|heft|hefte|вып|vyp|num[eé]ro|numer|č|số|вип)\.?(?=[\s\d])|№№?|n[°º]s?|n\.(?=\s?\d))
    \s?(?P<value>\d{1,5}[a-zа-я]?(?:\s?[–—‑/-]\s?\d{1,4}(?!\d))?)(?!\w)(?:\s?\(\d{1,3}\))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VOLUME = re.compile(
    r"""
    (?<![\w.'’])
    (?P<label>(?:vols?|volumes?|t|tt|т|тт|bd|bde|band|bände|tomes?|tomos?|tom|тома?|кн|kn|ч|ch|part
        |parts|pt|teil|tl|jg|jahrgang|tập|sv|zv|v|book)(?:\.(?=\s?[\divxlc])|(?=\s\d)))
    \s?(?P<value>
        (?:\d{1,3}|[ivxlc]{1,6})(?![\w’'])
        (?: \s?[–—‑/-]\s?(?:\d{1,3}|[ivxlc]{1,6})(?!\w)
          | (?:,\s|\s(?:and|und|i|и|et|&)\s)\d{1,3}
            (?!\w|\s?[–—-]\s?\d{3}|\s[^\W\d_]|\.\s?\d|/|\s?\() )*
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BARE_VOLUME = re.compile(
    rf"""
    (?:(?<=[^\W\d_]\s)|(?<=[^\W\d_][.,:]\s)|(?<=[»”"’)?!]\s)|(?<=[”"’»)][.,]\s))
    (?P<volume>\d{{1,4}}|[IVXLC]{{1,6}})
    (?: \s?\((?P<in_brackets>\d{{1,3}}(?:\s?[–—/-]\s?\d{{1,3}})?)\)(?!\w)
      | (?:[/:.]|,\s)(?P<behind>\d{{1,3}}(?:[–-]\d{{1,2}})?)(?=\s?[(,:{TAKEN}]|\.?$)
      | (?=,?\s?[(\[{TAKEN}]) | (?=:\s?{TAKEN}) | (?=,\s{TAKEN}) | (?=\.\s?{TAKEN})
    )
    """,
    re.VERBOSE,
)
_ISSUE_IN_BRACKETS = re.compile(
    rf",\s\((?P<value>\d{{1,3}}(?:[–/-]\d{{1,3}})?)\)(?=\.\s*$|,?\s?{TAKEN})"
)
_PAGES = re.compile(
    r"""
    (?<![\w.])
    (?P<label>(?:pp?|ss?|сс?|стр|str|tr|págs?|oldal)\.|(?:pages?|Seiten?)(?=\s))\s?
    (?P<value>[\divxlc]+(?:\s?[–—‑−-]\s?[\divxlc]+)?(?:[,;]\s?\d+(?:\s?[–—‑−-]\s?\d+)?)*)(?![\w–—-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PAGES_BARE = re.compile(
    rf"""
    (?:(?<=:\s)|(?<=:)|(?<=[,{TAKEN}]\s)|(?<=[)\d],))
    (?P<value>\d{{1,4}}\s?[–—‑−-]{{1,2}}\s?\d{{1,4}}
        (?:[,;]\s(?!(?:1[89]|20)\d\d\b)\d{{1,4}}[–—‑−-]\d{{1,4}}(?=[.,;)]|$))*   # 19–39, 56–61
    )(?=[.,;)]|\s\(|$)
    """,
    re.VERBOSE,
)
_SHORT_SPAN = re.compile(r"(?:1[5-9]|20)\d\d[–—‑−-]\d\d")
_PAGE_AFTER_COLON = re.compile(
    r"(?<=[)\d\ue000]:)\s?(?P<value>\d{1,4}(?:\s?[–—‑−-]\s?\d{1,4})?)(?=[.,;]|$)"
)
_EXTENT = re.compile(
    r"(?<![\w–-])(?P<value>\d{2,4})\s(?:с|s|p|pp|стор|str|S|pages|tr)\.?(?=[\s.;,)—–]|$)", re.I
)


def take_numbers(draft: Draft) -> None:
    """Take what carries a label: issue, pages, extent, volume."""
    _take_issue(draft)
    _take_pages(draft)
    extent = _EXTENT.search(draft.work, draft.start)
    if extent and extent.start() > 0 and not draft.work[: extent.start()].rstrip()[-1:].isalpha():
        draft.label(extent.end("value"), extent.end())
        draft.take("extent", extent.start("value"), extent.end("value"))
    _take_volume(draft)


def _take_issue(draft: Draft) -> None:
    for match in _ISSUE.finditer(draft.work, draft.start):
        if not match.start():
            continue
        draft.label(match.start("label"), match.end("label"))
        draft.take("number", match.start("value"), match.end("value"))
        draft.label(match.end("value"), match.end())
        return


def _take_pages(draft: Draft) -> None:
    for match in _PAGES.finditer(draft.work, draft.start):
        if match.start() and any(char.isdigit() or char in "ivxl" for char in match["value"]):
            draft.label(match.start("label"), match.start("value"))
            draft.take("pages", match.start("value"), match.end("value"))
            return


def _take_volume(draft: Draft) -> None:
    for match in _VOLUME.finditer(draft.work, draft.start):
        if not match.start() or _an_initial(draft.work, match):
            continue
        draft.values["volume_label"] = (match["label"], _span(match, "label"))
        draft.hide(match.start("label"), match.end("label"), TAKEN)
        draft.take("volume", match.start("value"), match.end("value"))
        return


def _span(match: re.Match[str], group: str) -> Span:
    return Span(match.start(group), match.end(group))


def _an_initial(text: str, match: re.Match[str]) -> bool:
    """ "V. I. Lenin", "T. C. Smith": a Roman one-letter number behind a one-letter label."""
    value = match["value"]
    if not value.isalpha():
        return False
    if not value.isupper():
        return True
    return (
        len(match["label"].rstrip(".")) == 1
        and len(value) == 1
        and text[match.end() : match.end() + 2] == ". "
    )


def take_bare_numbers(draft: Draft) -> None:
    """Take numbers without a label, once the year is known: "45, no. 2 (2007)", "12(3), 1–20"."""
    _take_issue_in_brackets(draft)
    if "pages" not in draft.values:
        for pattern in (_PAGES_BARE, _PAGE_AFTER_COLON):
            match = pattern.search(draft.work, draft.start)
            if match and any(run.contains(_span(match, "value")) for run in draft.emphasis):
                continue  # "*Evolutionary Theories in France, 1790–1830*"
            if match and not _years(match["value"]) and not _span_in_title(draft.work, match):
                draft.take("pages", match.start("value"), match.end("value"))
                break
    if "volume" in draft.values:
        return
    for match in _BARE_VOLUME.finditer(draft.work, draft.start):
        if not _plausible(draft, match):
            continue
        if match["in_brackets"]:
            draft.take("number", match.start("in_brackets"), match.end("in_brackets"))
        elif match["behind"]:
            draft.take("number", match.start("behind"), match.end("behind"))
        draft.take("volume", match.start("volume"), match.end("volume"))
        return


def _take_issue_in_brackets(draft: Draft) -> None:
    """Take an issue without a volume: "*Vostok*, (6), pp. 3–9"."""
    if draft.values.keys() & {"number", "volume"}:
        return
    match = _ISSUE_IN_BRACKETS.search(draft.work, draft.start)
    if match:
        draft.take("number", match.start("value"), match.end("value"))


def _plausible(draft: Draft, match: re.Match[str]) -> bool:
    """A bare number is a volume where a year, issue or pages follow and a name comes before."""
    word = draft.work[: match.start()].rstrip(" .,").rsplit(" ", 1)[-1].lower()
    if word in MONTHS or match.start() <= draft.start + 2:
        return False
    following = draft.work[match.end() : match.end() + 40]
    if (
        len(match["volume"]) == 4
        and int(match["volume"] if match["volume"].isdigit() else 0) > 1400
    ):
        return False
    if match["volume"].isalpha() and not match["in_brackets"]:
        return (
            bool(draft.values.keys() & {"number", "pages"})
            and following.lstrip()[:1] in "(," + TAKEN
        )
    return bool(match["in_brackets"] or match["behind"]) or bool(
        draft.values.keys() & {"number", "pages", "year"}
    )


def _span_in_title(text: str, match: re.Match[str]) -> bool:
    """Tell ", 1949-64," with an imprint behind it from pages, which a colon or the end sets off."""
    return (
        _SHORT_SPAN.fullmatch(match["value"]) is not None
        and text[: match.start()].endswith(", ")
        and text[match.end() : match.end() + 1] == ","
    )


def _years(value: str) -> bool:
    ends = re.split(r"\s?[–—‑−-]+\s?", value)
    return len(ends) == 2 and all(len(end) == 4 and end[:2] in {"18", "19", "20"} for end in ends)
