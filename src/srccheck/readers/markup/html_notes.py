"""Which elements of an HTML page are notes, and which are the marks that lead to them and back.

Pandoc (``#fn1``), Word (``#_ftn1``), LibreOffice (``#sdfootnote1sym``), wikis (``#cite_note-1``),
DPUB-ARIA (``doc-noteref``, ``doc-footnote``) and EPUB (``epub:type="noteref"``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from srccheck.readers.markup.tags import Event

_TO_NOTE = re.compile(
    r"_?(?:ftn|edn)\d+|(?:fn|endnote|footnote|note|en|cite_note|sd(?:foot|end)note)[-:_.]?\w*?\d\w*",
    re.IGNORECASE,
)
_TO_MARK = re.compile(
    r"(?:fn|ftn|edn|note|en|cite_|footnote|endnote)-?_?ref|ref[-_:]?(?:fn|note)|\d+anc$|^_(?:ftn|edn)ref",
    re.IGNORECASE,
)
_MARK_WORDS = frozenset(
    {
        "footnote-ref",
        "noteref",
        "doc-noteref",
        "sdfootnoteanc",
        "sdendnoteanc",
        "footnote-reference",
    }
)
_BACK_WORDS = frozenset(
    {"footnote-back", "backlink", "doc-backlink", "reversefootnote", "sdfootnotesym"}
    | {"sdendnotesym", "footnote-backref", "mw-cite-backlink", "footnote-return"}
)
_NOTE_WORDS = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"})
_HOLDERS = frozenset({"li", "p", "div", "aside", "dd", "td", "tr", "section", "blockquote"})
_NOTE_DIV = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d+", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"\d{1,4}")
LONGEST_MARK = 12  # code points


@dataclass(slots=True)
class Notes:
    """``notes`` holds the index of every event that opens a note, with its label ("" if unknown).

    ``marks`` are those that open a mark: in the text, at the head of a note, or at its end.
    """

    notes: dict[int, str] = field(default_factory=dict)
    marks: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, source: str, events: Sequence[Event]) -> Notes:
        """Look through a page."""
        found = cls()
        targets = found._marks(source, events)
        found._notes(source, events, targets)
        return found

    def _marks(self, source: str, events: Sequence[Event]) -> dict[str, str]:
        """Find the marks; give the label of every note that one leads to, by its identifier."""
        targets: dict[str, str] = {}
        own: set[str] = set()
        others: list[tuple[int, str]] = []
        for at, event in enumerate(events):
            if event.kind != "open" or event.name != "a":
                continue
            target = event.get("href").rpartition("#")[2] if "#" in event.get("href") else ""
            if not target:
                continue
            words = _words(event)
            shown = _shown(source, events, event)
            back = words & _BACK_WORDS or _TO_MARK.search(target)
            if (
                not back
                and len(shown) <= LONGEST_MARK
                and (words & _MARK_WORDS or _TO_NOTE.fullmatch(target))
            ):
                self.marks.add(at)
                number = _NUMBER.search(shown)
                targets.setdefault(target, number.group() if number else "")
                ids = (event.get("id"), event.get("name"))
                own.update(each.rpartition("#")[2] for each in ids if each)
                own.update(_identifier_round(events, at))
            else:
                others.append((at, target))
                if back and (len(shown) <= LONGEST_MARK):
                    self.marks.add(at)
        self.marks.update(
            at
            for at, target in others
            if target in own and len(_shown(source, events, events[at])) <= LONGEST_MARK
        )
        return targets

    def _notes(self, source: str, events: Sequence[Event], targets: dict[str, str]) -> None:
        """Find the elements that hold the notes."""
        stack: list[int] = []
        for at, event in enumerate(events):
            if event.kind == "close":
                stack.pop()
                continue
            if event.kind == "text":
                continue
            if event.kind == "open":
                stack.append(at)
            if not event.written:
                continue
            names = [each for each in (event.get("id"), event.get("name")) if each]
            names = [each.rpartition("#")[2] for each in names]  # pandoc's "ch1.xhtml#fn1"
            known = [each for each in names if each in targets]
            marked = (
                event.kind == "open"
                and _words(event) & _NOTE_WORDS
                and (event.name in ("aside", "li", "div", "p"))
            )
            if not known and not marked:
                if event.name == "a" and event.kind == "open" and _words(event) & _BACK_WORDS:
                    self._unmarked(events, stack, event)
                continue
            holder = _holder(events, stack)
            if holder is not None and not any(each in self.notes for each in stack):
                label = targets[known[0]] if known else _trailing_number(names)
                self.notes[holder] = label
                self._head_mark(source, events, holder)

    def _unmarked(self, events: Sequence[Event], stack: Sequence[int], back: Event) -> None:
        """Take an item of a section of notes for a note where no mark leads to it, one back."""
        if any(each in self.notes for each in stack):
            return
        if any(_words(events[each]) & {"doc-endnotes", "footnotes"} for each in stack):
            holder = next((each for each in reversed(stack) if events[each].name == "li"), None)
            if holder is not None:
                self.notes[holder] = _trailing_number([back.get("href")])

    def _head_mark(self, source: str, events: Sequence[Event], holder: int) -> None:
        """Hide the number that a note begins with, where it is marked as one."""
        for at in range(holder + 1, min(holder + 8, len(events))):
            event = events[at]
            if event.kind == "text":
                if source[event.start : event.end].strip():
                    return
            elif event.kind == "open" and event.name in ("sup", "a"):
                shown = _shown(source, events, event)
                if re.fullmatch(r"[\[(]?(?:\d{1,4}|[*†‡a-z])[\])]?\.?", shown):
                    self.marks.add(at)
                    return


def _holder(events: Sequence[Event], stack: Sequence[int]) -> int | None:
    """Give the block that is the note: the nearest one, or the division that is made for it."""
    for depth in range(len(stack) - 1, -1, -1):
        if events[stack[depth]].name in _HOLDERS:
            outer = stack[depth - 1] if depth else None
            if outer is not None and _NOTE_DIV.fullmatch(events[outer].get("id")):
                return outer
            return stack[depth]
    return None


def _identifier_round(events: Sequence[Event], at: int) -> list[str]:
    """Give the identifier of the raised number that a mark stands in."""
    before = events[at - 1] if at else None
    if before is not None and before.kind == "open" and before.name in ("sup", "span"):
        return [each for each in (before.get("id"),) if each]
    return []


def _shown(source: str, events: Sequence[Event], event: Event) -> str:
    end = events[event.mate].start if event.mate >= 0 else event.end
    return _TAG.sub("", source[event.end : min(end, event.end + 400)]).strip()


def _words(event: Event) -> set[str]:
    marks = f"{event.get('class')} {event.get('role')} {event.get('epub:type')}"
    return set(marks.split())


def _trailing_number(names: Sequence[str]) -> str:
    for name in names:
        match = re.search(r"(\d{1,4})$", name)
        if match:
            return match.group(1)
    return ""
