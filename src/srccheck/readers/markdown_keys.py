"""Works cited by key in Markdown, as Pandoc reads them: ``[@ames, p. 3]``, ``@ames [p. 3]``.

The syntax stands in the visible text, so that it is looked for there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from srccheck.text import CitedKey, Manuscript, Place, Span, Stream
from srccheck.values import dataclass

# An address in a mail is none, nor what stands after a backslash.
_KEY = re.compile(
    r"""(?<![\w@\\/])-?@(?:
        \{(?P<braced>[^{}\s]{1,400})\}
      | (?P<key>\w+(?:[:.\#$%&+?<>~/-]\w+)*)
    )""",
    re.VERBOSE,
)
_BRACKET = re.compile(r"[\[\]\n]")
_LOCATOR_BRACKET = re.compile(r" ?\[")
_NOTE_START = re.compile(r"[ ,]*\{?")
LONGEST = 2000  # code points inside the brackets of citations


@dataclass(frozen=True, slots=True)
class _Found:
    cited: CitedKey
    sure: bool  # in brackets, or with a locator in brackets


def with_cited_keys(manuscript: Manuscript, *, declared: bool) -> Manuscript:
    """Give a manuscript whose streams know the keys they cite.

    A bare ``@name`` is a citation where the file ``declared`` a bibliography or cites in brackets
    somewhere; elsewhere it is somebody's name on the web.
    """
    if "@" not in manuscript.source:
        return manuscript
    found = [
        [each for each in _find(stream) if not _is_literal(manuscript, stream, each.cited)]
        for stream in manuscript.streams
    ]
    sure = declared or any(each.sure for keys in found for each in keys)
    if not sure:
        return manuscript
    streams = tuple(
        replace(stream, cited_keys=tuple(each.cited for each in keys)) if keys else stream
        for stream, keys in zip(manuscript.streams, found, strict=True)
    )
    return replace(manuscript, streams=streams)


def _is_literal(manuscript: Manuscript, stream: Stream, cited: CitedKey) -> bool:
    """Tell what a backslash escapes, or code: no citation is read there."""
    place = Place(stream.index, cited.key_start, cited.key_end)
    source = manuscript.file(stream.file).source
    at = manuscript.source_span(place).start
    if "\\" in source[max(at - 1, 0) : at + 1]:
        return True
    if "`" not in source:
        return False
    low = max(at - LONGEST, 0)
    line = source[low:at].rpartition("\n")[2]
    return line.count("`") % 2 == 1 and "`" in source[at : at + LONGEST].partition("\n")[0]


def _find(stream: Stream) -> Iterator[_Found]:
    """Give the keys of a stream in order."""
    text = stream.text
    if "@" not in text:
        return
    brackets = _brackets(text)
    at = 0
    for match in _KEY.finditer(text):
        while at < len(brackets) and brackets[at].end <= match.start():
            at += 1
        inside = at < len(brackets) and brackets[at].start <= match.start()
        if inside:
            yield _Found(_cited(text, match, match.end(), brackets[at].end), True)
            continue
        opening = _LOCATOR_BRACKET.match(text, match.end())
        following = brackets[at] if at < len(brackets) else None
        if opening and following and following.start == opening.end():
            cited = _cited(text, match, following.start, following.end)
            last = cited.end == following.end
            yield _Found(replace(cited, end=cited.end + 1) if last else cited, True)
        else:
            end = match.end()
            yield _Found(_made(match, end, Span(end, end)), False)


def _cited(text: str, match: re.Match[str], start: int, end: int) -> CitedKey:
    """Give a key whose locator stands at ``start``, in brackets that close at ``end``."""
    stop = text.find(";", start, end)
    following = _KEY.search(text, start, end)  # two keys and no semicolon
    limits = [end, stop if stop >= 0 else end, following.start() if following else end]
    end = min(limits)
    opening = _NOTE_START.match(text, start, end)
    begin = opening.end() if opening else start
    braced = opening is not None and opening.group().endswith("{")
    closing = text.find("}", begin, end) if braced else -1
    note_end = closing if closing >= 0 else end
    return _made(match, end, Span(min(begin, note_end), note_end))


def _made(match: re.Match[str], end: int, note: Span) -> CitedKey:
    key = match["braced"] or match["key"]
    start, key_end = match.span()
    return CitedKey(start, end, key, start, key_end, note)


def _brackets(text: str) -> list[Span]:
    """Give the insides of the outermost brackets that hold an ``@``."""
    found: list[Span] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        char = match.group()
        if char == "[":
            opened.append(match.end())
        elif char == "\n":
            opened.clear()
        elif opened:
            start = opened.pop()
            if not opened and match.start() - start <= LONGEST:
                found.append(Span(start, match.start()))
    return found
