"""vietnamese-diacritics (TRN003): a Vietnamese name with other marks than its usual form.

What it does:
    Reports a Vietnamese name whose marks, or one letter, differ from the form that the manuscript
    mostly uses. A form without any mark is reported where the text mostly writes the marks; in
    titles, quotations and entries it is only worth a look, since titles are copied as they stand.
    Two places of one tone mark (Thủy, Thuỷ) are the same.
Why it matters:
    Hồ, Hô and Hò are three words. A mark goes lost when a text is pasted or typeset, and no
    spelling checker sees it.
Example:
    Hồ Chí Minh arrived in June. In August Hồ Chí Minh left, and Hô Chí Minh never came back.
Use instead:
    Hồ Chí Minh arrived in June. In August Hồ Chí Minh left, and Hồ Chí Minh never came back.
Fix safety:
    Unsafe: the usual form is written; two persons may differ in a mark alone.
Options:
    None.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.edits import respell
from srccheck.rules.quoting import is_quoted
from srccheck.text import Place, Span, StreamKind

if TYPE_CHECKING:
    from srccheck.translit import DamagedName, NameForm

SURE = 3  # syllables of a name that two persons hardly share, marks apart
_LONGER_NAME = re.compile(r" [A-ZÀ-Ỹ]")  # Ho Chi Minh City, Ho Chi Minh Trail


class VietnameseDiacritics(Rule):
    """A name with other marks than usual."""

    code = "TRN003"
    name = "vietnamese-diacritics"
    severity = Severity.WARNING
    summary = "a Vietnamese name with other marks than its usual form"
    fixes = Safety.UNSAFE
    gives_way_to = ("CIT003",)

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the damaged and the unmarked forms, in the order of the streams."""
        from srccheck.translit import damaged_names, find_names

        streams = apparatus.manuscript.streams
        text = "\n".join(stream.text for stream in streams)
        if text.isascii():
            return
        names = find_names(text)
        starts = _starts([len(stream.text) for stream in streams])
        marked: dict[str, Counter[str]] = {}
        for form in names:
            if form.marked:
                marked.setdefault(form.skeleton, Counter())[form.text] += 1
        for damaged in damaged_names(names):
            if _is_sure(damaged, marked):
                yield _damaged(damaged, starts)
        yield from _unmarked(apparatus, names, starts)


def _starts(lengths: Sequence[int]) -> list[int]:
    """Where each stream begins in the joined text."""
    starts = [0]
    for length in lengths:
        starts.append(starts[-1] + length + 1)
    return starts


def _place(form: NameForm, starts: Sequence[int]) -> Place:
    stream = bisect_right(starts, form.start) - 1
    return Place(stream, form.start - starts[stream], form.end - starts[stream])


def _is_sure(damaged: DamagedName, marked: dict[str, Counter[str]]) -> bool:
    """Tell whether a form is hardly another person's name.

    A name of two syllables, or one that is itself frequent, must be far rarer than the usual one.
    """
    forms = marked.get(damaged.form.skeleton, Counter())
    rare, usual = forms[damaged.form.text], forms[damaged.expected]
    if damaged.majority.skeleton != damaged.form.skeleton:
        return True  # one letter away from a name that occurs three times or more
    if len(damaged.form.skeleton.split()) >= SURE and rare == 1:
        return True
    return usual >= 3 * rare


def _damaged(damaged: DamagedName, starts: Sequence[int]) -> Finding:
    place = _place(damaged.form, starts)
    usual = damaged.expected
    return Finding(
        place,
        f"{damaged.form.text}: elsewhere {usual} ({', '.join(damaged.differences)})",
        fix=Fix(Safety.UNSAFE, f"write {usual}", (respell(place, damaged.form.text, usual),)),
        related=(Related(_place(damaged.majority, starts), "the usual form"),),
    )


def _unmarked(
    apparatus: Apparatus, names: Sequence[NameForm], starts: Sequence[int]
) -> Iterator[Finding]:
    """Yield forms without marks of names that the prose mostly writes with them."""
    streams = apparatus.manuscript.streams
    if all(form.marked for form in names):
        return
    plain: Counter[str] = Counter()
    usual: dict[str, Counter[str]] = {}
    for form in names:
        place = _place(form, starts)
        if streams[place.stream].kind is StreamKind.REFERENCES:
            continue
        if form.marked:
            usual.setdefault(form.skeleton, Counter())[form.text] += 1
        else:
            plain[form.skeleton] += _is_prose(apparatus, place)
    first = {form.text: form for form in reversed(names)}
    for form in names:
        forms = usual.get(form.skeleton)
        place = _place(form, starts)
        text = streams[place.stream].text
        if form.marked or not forms or forms.total() <= plain[form.skeleton]:
            continue
        if _LONGER_NAME.match(text, place.end):
            continue
        best = forms.most_common(1)[0][0]
        yield Finding(
            place,
            f"{form.text}: without its marks; elsewhere {best}",
            severity=None if _is_prose(apparatus, place) else Severity.INFO,
            fix=Fix(Safety.UNSAFE, f"write {best}", (respell(place, form.text, best),)),
            related=(Related(_place(first[best], starts), "the usual form"),),
        )


def _is_prose(apparatus: Apparatus, place: Place) -> bool:
    """Tell whether a name stands in the author's own words: no entry, title or quotation."""
    stream = apparatus.manuscript.streams[place.stream]
    if stream.kind is StreamKind.REFERENCES or stream.emphasised(Span(place.start, place.end)):
        return False
    return not is_quoted(stream.text, place.start)
