"""What an entry describes, told from the fields it has."""

from __future__ import annotations

import re

from srccheck.references.draft import Draft
from srccheck.references.model import EntryType

_COLLECTION = re.compile(
    r"archive|archiv|архив|arhiv|collection|library|library|digital|document|документ|center|centre",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    r"(?:pravda|izvest|times|herald|guardian|telegraph|zeitung|daily|gazet|news|tribune|post|"
    r"le\smonde|figaro|правда|известия|газета|красная\sзвезда|nhân\sdân|zëri|zeri|neues\sdeutschland)",
    re.IGNORECASE,
)


def kind_of(draft: Draft, *, thesis: bool, in_host: bool) -> EntryType:
    """Tell the type of an entry whose fields are taken."""
    has = draft.values.keys()
    container = draft.value("container") or ""
    if thesis and "title" in has:
        return EntryType.THESIS
    if "container" in has and "title" not in has:
        dated = "date" in has and len(draft.values["date"][0]) > 7
        paper = (dated and not has & {"pages", "url"}) or _NEWSPAPER.search(container)
        return EntryType.NEWSPAPER_ISSUE if paper else EntryType.JOURNAL_ISSUE
    if "url" in has and not has & {"number", "volume", "pages"}:
        kind = _on_the_web(draft, container)
        if kind:
            return kind
    if "container" in has:
        return _part_of(draft, container, in_host=in_host)
    if "volume" in has and "title" in has:
        return EntryType.MULTIVOLUME
    if has & {"title"} and has & {"year", "place", "publisher", "volume"}:
        return EntryType.BOOK
    return EntryType.OTHER


def _on_the_web(draft: Draft, container: str) -> EntryType | None:
    has = draft.values.keys()
    if has & {"place"} and not container:
        return None
    if "title" in has and not container and not has & {"date", "year"}:
        return EntryType.WEBSITE
    if ("publisher" in has and container) or _COLLECTION.search(container):
        return EntryType.WEB_DOCUMENT
    if _NEWSPAPER.search(container) and "date" in has:
        return EntryType.NEWSPAPER_ARTICLE
    if "publisher" in has:
        return None
    return EntryType.WEB_ARTICLE


def _part_of(draft: Draft, container: str, *, in_host: bool) -> EntryType:
    has = draft.values.keys()
    if has & {"place", "publisher", "editor"} and in_host and "number" not in has:
        return EntryType.CHAPTER
    dated = len(draft.value("date") or "") > 7
    if dated and not has & {"volume"}:
        return EntryType.NEWSPAPER_ARTICLE
    return EntryType.ARTICLE
