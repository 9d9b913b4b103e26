"""From what the files give to one bibliography: merged, in one form, written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from srccheck.bibliography.archival import file_entries, is_file
from srccheck.bibliography.bib_output import JoinedBib
from srccheck.bibliography.bibtex import to_bibtex
from srccheck.bibliography.collation import in_order
from srccheck.bibliography.csl_json import csl_json, to_csl
from srccheck.bibliography.gather import with_raw
from srccheck.bibliography.losses import FIELDS
from srccheck.bibliography.merge import (
    Merger,
    merged,
    with_bib_key,
    with_keys,
    with_one_place,
)
from srccheck.bibliography.readable import paragraphs, to_markdown, to_text
from srccheck.bibliography.record import Gathered, Record
from srccheck.bibliography.ris import to_ris
from srccheck.bibliography.styles import Style
from srccheck.references import Entry, EntryType
from srccheck.report.leaves import natural_order
from srccheck.report.register import Holding, holdings_of
from srccheck.values import dataclass

Keyed = tuple[str, Record]


class Target(StrEnum):
    """What a bibliography is written as."""

    BIBLATEX = "biblatex"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    RIS = "ris"
    MARKDOWN = "markdown"
    TEXT = "text"
    DOCX = "docx"

    @property
    def is_readable(self) -> bool:
        """Whether it is for people, in a style."""
        return self in (Target.MARKDOWN, Target.TEXT, Target.DOCX)

    @classmethod
    def of_suffix(cls, suffix: str) -> Target | None:
        """Give what a file of this ending holds, or None."""
        return _SUFFIXES.get(suffix.lower())


_SUFFIXES = {
    ".bib": Target.BIBLATEX, ".json": Target.CSL_JSON, ".ris": Target.RIS, ".md": Target.MARKDOWN,
    ".markdown": Target.MARKDOWN, ".txt": Target.TEXT, ".docx": Target.DOCX,
}  # fmt: skip

Change = Callable[[Sequence[Entry]], list[Entry]]


@dataclass(frozen=True, slots=True)
class Written:
    """A bibliography as bytes, and what there is to say of it.

    ``notes`` are sentences: what was merged, which places were put in one form. ``entries`` counts
    the entries written, ``unparsed`` those of them that stand as they are, with their places.
    """

    data: bytes
    notes: tuple[str, ...]
    entries: int
    unparsed: tuple[str, ...]
    keyed: tuple[Keyed, ...] = ()


def write(
    files: Sequence[Gathered],
    target: Target,
    style: Style,
    *,
    merge: bool = True,
    change: Change | None = None,
) -> Written:
    """Write one bibliography out of ``files``.

    ``change`` is done to all entries, last (another script). Where the target is biblatex and
    nothing is changed so, the .bib files are edited, and all else is written behind them.
    """
    joined = _joined(files if change is None else (), target)
    before = [each for file in files for each in file.records]
    records, notes = with_one_place(before)
    mergers: list[Merger] = []
    if merge:
        records, mergers, refused = merged(records, joined.may_merge)
        notes += [*map(str, mergers), *(each.refusal for each in refused)]
    if change is not None:
        entries = change([each.entry for each in records])
        records = [
            replace(record, entry=entry) for record, entry in zip(records, entries, strict=True)
        ]
    if target in (Target.BIBLATEX, Target.BIBTEX):
        records = [each if joined.holds(each) else with_bib_key(each) for each in records]
    keyed = with_keys(records)
    holdings = holdings_of(each for file in files for each in file.cited)
    if target.is_readable:
        data = _readable(records, holdings, target, style)
    else:
        held = [(key, with_raw(each)) for key, each in keyed]
        archival = _archival(holdings, {key for key, _ in keyed}, target)
        if target in (Target.BIBLATEX, Target.BIBTEX):
            new = _sorted([each for each in held if not joined.holds(each[1])], style)
            data = joined.written(before, keyed, mergers, new, archival).encode()
        else:
            data = _fielded([*_sorted(held, style), *archival], target).encode()
    unparsed = tuple(each.where for each in records if each.unparsed)
    return Written(data, tuple(notes), len(records), unparsed, tuple(keyed))


def _joined(files: Sequence[Gathered], target: Target) -> JoinedBib:
    """Give the .bib files that are edited: all for biblatex; for BibTeX, if they are BibTeX."""
    sources = [each for each in files if each.source]
    if target is Target.BIBLATEX:
        return JoinedBib(sources)
    joined = JoinedBib(sources if target is Target.BIBTEX else (), to_bibtex)
    return JoinedBib((), to_bibtex) if joined.file.biblatex else joined


def _readable(
    records: Sequence[Record], holdings: Sequence[Holding], target: Target, style: Style
) -> bytes:
    parts = paragraphs(records, holdings, style)
    match target:
        case Target.DOCX:
            from srccheck.bibliography.docx import docx

            return docx(parts)
        case Target.MARKDOWN:
            return to_markdown(parts).encode()
        case _:
            return to_text(parts).encode()


def _sorted(keyed: Sequence[Keyed], style: Style) -> list[Keyed]:
    """Put records in the order of the style: archives, works, files of archives."""
    by_record = {id(record): key for key, record in keyed}
    ordered = in_order([record for _, record in keyed], cyrillic_first=style.cyrillic_first)
    files = sorted(filter(is_file, ordered), key=_by_number)
    rest = [each for each in ordered if not is_file(each)]
    rest.sort(key=lambda each: each.entry.type is not EntryType.ARCHIVE)
    return [(by_record[id(each)], each) for each in (*rest, *files)]


def _by_number(record: Record) -> tuple[object, ...]:
    return natural_order(record.entry.title or "")


def _archival(holdings: Sequence[Holding], used: set[str], target: Target) -> list[Keyed]:
    """Give the files of archives as entries with keys of their own."""
    files = sorted(
        file_entries(holdings, csl=target in (Target.CSL_JSON, Target.RIS)), key=_by_number
    )
    return [(key, each) for key, each in with_keys(files, used)]


def _fielded(keyed: Sequence[Keyed], target: Target) -> str:
    match target:
        case Target.CSL_JSON:
            return csl_json(to_csl(each.entry, key, each.origin) for key, each in keyed)
        case _:
            return "".join(to_ris(each.entry, key, each.origin) for key, each in keyed)


def provenance(written: Written) -> str:
    """Give as JSON where each entry and each field of it comes from: "article.md:412"."""
    document = {
        key: {
            "from": record.where,
            **({"merged": list(record.aliases)} if record.aliases else {}),
            "fields": dict(_fields(record)),
            **({"unparsed": record.unparsed} if record.unparsed else {}),
        }
        for key, record in written.keyed
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    others = dict(record.origins)
    for name in FIELDS:
        if getattr(record.entry, name) and name not in ("type", "and_others"):
            yield name, others.get(name, record.where)
