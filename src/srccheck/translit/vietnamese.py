"""Vietnamese names: what a syllable may be, and which spelling of a name is damaged.

A syllable is an onset, a rime and one tone. Names of one skeleton (letters without marks) make
a cluster; its majority form is right, a minority form with other marks is damaged. A form
without any mark is a plain one, as titles of other languages print it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from srccheck.translit.folding import one_slip
from srccheck.values import dataclass

_TONES: Final = {
    "\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng",
}  # fmt: skip
_LEVEL: Final = "ngang"
_ONSETS: Final = (
    "ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_OPEN: Final = "a e ê i o ô ơ u ư y ia ua ưa oa oe uê uy uơ uya"
_GLIDING: Final = (
    "ai ao au ay âu ây eo êu iu iêu oi ôi ơi ui ưi ưu uôi ươi ươu oai oay oao oeo uây uyu yêu "
    "uêu uao uai uay"
)
_BEFORE: Final = {
    "m": "a ă â e ê i o ô ơ u ư iê uô ươ yê oa oă uâ oe uy",
    "n": "a ă â e ê i o ô ơ u ư iê uô ươ yê oa oă uâ oe uê uy uyê y",
    "ng": "a ă â e ê i o ô u ư iê uô ươ oa oă uâ oo yê uê ôô",
    "nh": "a ê i oa uê uy y",
    "p": "a ă â e ê i o ô ơ u ư iê uô ươ oa oă uâ oe uy yê",
    "t": "a ă â e ê i o ô ơ u ư iê uô ươ yê oa oă uâ oe uê uy uyê y",
    "c": "a ă â e ê i o ô ơ u ư iê uô ươ oa oă uâ oo uê oe yê",
    "ch": "a ê i oa uê uy y",
}
_RIMES: Final = frozenset(_OPEN.split() + _GLIDING.split()) | frozenset(
    nucleus + final for final, nuclei in _BEFORE.items() for nucleus in nuclei.split()
)
_STOPS: Final = ("c", "ch", "p", "t")
_FRONT: Final = "eiy"

_MARKED: Final = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ\u0300-\u036f]"
)
_LETTER: Final = r"(?:[^\W\d_]|[\u0300-\u036f])"
_CAPITALISED: Final = re.compile(
    rf"(?<!\w)[^\W\d_a-z]{_LETTER}*(?:[ ][^\W\d_a-z]{_LETTER}*){{1,8}}"
)
# The family names that nine Vietnamese in ten bear, without their marks.
_FAMILY_NAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "an bach bui cao chau chu cu dam dang dao dau dinh do doan duong ha ho hoang hua huynh "
        "khuat kieu la lam le lu luong luu ly mac mai ngo nguyen nham ninh nong ong phan pham "
        "phung quach quan ta tang thach thai than tieu to tong trieu trinh tran truong tu van vi "
        "vo vu vuong xuan",
    )
)
# English words that open sentences and would be well-formed syllables.
_ENGLISH: Final = frozenset(
    ("then", "than", "that", "in", "on", "to", "so", "no", "he", "but", "not", "at", "can", "me")
)
_MOST_SYLLABLES: Final = 5


@dataclass(frozen=True, slots=True)
class Syllable:
    """A well-formed syllable: onset, rime with its vowel marks, tone by its Vietnamese name."""

    onset: str
    rime: str
    tone: str


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name found in a text: NFC form, start and end in the text as given, its skeleton."""

    text: str
    start: int
    end: int
    skeleton: str

    @property
    def marked(self) -> bool:
        """Whether the form has any Vietnamese mark."""
        return skeleton(self.text) != self.text.lower()


@dataclass(frozen=True, slots=True)
class DamagedName:
    """A form with other marks, or one other letter, than the majority form of its name."""

    form: NameForm
    expected: str
    majority: NameForm
    differences: tuple[str, ...]


@lru_cache(maxsize=8192)
def syllable(text: str) -> Syllable | None:
    """The syllable that ``text`` (any case, NFC or NFD) is, None when it is none.

    The rule: an onset and a rime that go together, at most one tone, and after c, ch, p, t
    only sắc or nặng. A syllable without any mark is well-formed too (level tone).
    """
    base, tones = _without_tone(text)
    if not base or len(tones) > 1:
        return None
    tone = tones[0] if tones else _LEVEL
    for onset in _ONSETS:
        if base.startswith(onset):
            rime = _rime(onset, base)
            if rime is not None and _spelt_together(onset, rime):
                stopped = rime.endswith(_STOPS)
                if stopped and tones and tone not in ("sắc", "nặng"):
                    return None
                return Syllable(onset, rime, tone)
    return None


def well_formed(text: str) -> bool:
    """Whether ``text`` is a Vietnamese syllable, marks included.

    A stop (ác, ếch) without a tone is not one: that is a plain or damaged form.
    """
    found = syllable(text)
    return found is not None and not (found.rime.endswith(_STOPS) and found.tone == _LEVEL)


@lru_cache(maxsize=8192)
def skeleton(text: str) -> str:
    """Lower-case letters without any mark; đ is d."""
    lower = text.lower()
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFD", lower.replace("đ", "d"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def differences(a: str, b: str) -> tuple[str, ...]:
    """How two syllables of one skeleton differ: đ and d, vowel marks, tone, its place."""
    found = []
    if ("đ" in a.lower()) != ("đ" in b.lower()):
        found.append("đ/d")
    (base_a, tones_a), (base_b, tones_b) = _without_tone(a), _without_tone(b)
    if base_a.replace("đ", "d") != base_b.replace("đ", "d"):
        found.append("vowel marks")
    if tones_a != tones_b:
        first, second = (" ".join(tones) or _LEVEL for tones in (tones_a, tones_b))
        found.append(f"tone {first}/{second}")
    elif not found and unicodedata.normalize("NFC", a.lower()) != unicodedata.normalize(
        "NFC", b.lower()
    ):
        found.append("place of the tone mark")
    return tuple(found)


def find_names(text: str) -> list[NameForm]:
    """The Vietnamese names of a text: runs of two to five capitalised syllables.

    A run counts when every word is a syllable and one at least is marked; without marks only
    where a marked run of the same skeleton stands in the text.
    """
    marked: list[NameForm] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if not line.isascii() and _MARKED.search(line.lower()):
            for match in _CAPITALISED.finditer(line):
                if not match[0].isascii():
                    runs = _runs(match[0], start + match.start())
                    marked += [run for run in runs if run.marked]
        start += len(line)
    marked = _without_neighbours(marked)
    known = {run.skeleton for run in marked}
    if not known:
        return []
    present = [name for name in map(str.title, known) if name in text]
    names = "|".join(sorted(map(re.escape, present), key=len, reverse=True))
    plain = [
        NameForm(match[0], match.start(), match.end(), match[0].lower())
        for match in (re.finditer(rf"\b(?:{names})\b", text) if present else ())
    ]
    return sorted(marked + plain, key=lambda form: form.start)


def damaged_names(forms: Iterable[NameForm]) -> list[DamagedName]:
    """The damaged forms among the names of a text, in text order.

    Damaged is a marked form in the minority of its skeleton (in a tie, the later one), and a
    single form one letter away from a skeleton that occurs three times or more. Forms without
    marks and other places of the same tone mark (Thủy, Thuỷ) are not damaged.
    """
    clusters: dict[str, list[NameForm]] = {}
    for form in sorted(forms, key=lambda each: each.start):
        if form.marked:
            clusters.setdefault(form.skeleton, []).append(form)
    found: list[DamagedName] = []
    for members in clusters.values():
        majority = _majority(members)
        for form in members:
            apart = _name_differences(form.text, majority.text)
            if apart and apart != {"place of the tone mark"}:
                found.append(DamagedName(form, majority.text, majority, tuple(sorted(apart))))
        if len(members) == 1:
            found += _near(members[0], clusters)
    return sorted(found, key=lambda each: each.form.start)


def _without_tone(text: str) -> tuple[str, list[str]]:
    """The base letters (NFC, vowel marks kept) and the tones of a word."""
    base, tones = [], []
    for char in unicodedata.normalize("NFD", text.lower()):
        if char in _TONES:
            tones.append(_TONES[char])
        else:
            base.append(char)
    return unicodedata.normalize("NFC", "".join(base)), tones


def _rime(onset: str, base: str) -> str | None:
    """The rime after an onset, None when the rest is none (gì, giết and quá share letters)."""
    rest = base[len(onset) :]
    if onset == "gi" and rest not in _RIMES:
        rest = "i" + rest
    if onset == "qu" and rest not in _RIMES:
        rest = "u" + rest
    return rest if rest in _RIMES else None


def _spelt_together(onset: str, rime: str) -> bool:
    """k, gh, ngh before front vowels; c, g, ng before the others (gi- and place names apart)."""
    front = unicodedata.normalize("NFD", rime)[0] in _FRONT
    if onset in ("gh", "ngh"):
        return front and not rime.startswith("y")
    if onset == "k":
        return front or rime.startswith(("u", "a"))
    if onset in ("c", "ng"):
        return not front
    return onset != "g" or not front or rime.startswith("i")


def _runs(words: str, offset: int) -> list[NameForm]:
    """The longest runs of syllables in a row of capitalised words, two to five long."""
    places = [(m.start(), m.end()) for m in re.finditer(r"\S+", words)]
    runs: list[NameForm] = []
    at = 0
    while at < len(places):
        end = at
        while (
            end < len(places)
            and end - at < _MOST_SYLLABLES
            and syllable(words[places[end][0] : places[end][1]])
        ):
            end += 1
        if end - at >= 2:
            start, stop = places[at][0], places[end - 1][1]
            text = unicodedata.normalize("NFC", words[start:stop])
            runs.append(NameForm(text, offset + start, offset + stop, skeleton(text)))
        at = max(end, at + 1)
    return runs


def _without_neighbours(runs: list[NameForm]) -> list[NameForm]:
    """The runs without a capitalised word before or after the name ("Then Hồ Chí Minh").

    Such a word is a small English one; or it is unmarked, is no family name, and the rest of
    its run stands elsewhere as a name.
    """
    counts: dict[str, int] = {}
    for run in runs:
        counts[run.skeleton] = counts.get(run.skeleton, 0) + 1
    return [_trimmed(run, counts) if counts[run.skeleton] == 1 else run for run in runs]


def _trimmed(run: NameForm, counts: dict[str, int]) -> NameForm:
    first, _, rest = run.text.partition(" ")
    if " " in rest and (
        first.lower() in _ENGLISH or (counts.get(skeleton(rest)) and _everyday(first))
    ):
        return NameForm(rest, run.start + len(first) + 1, run.end, skeleton(rest))
    head, _, last = run.text.rpartition(" ")
    if " " in head and counts.get(skeleton(head)) and _everyday(last):
        return NameForm(head, run.start, run.end - len(last) - 1, skeleton(head))
    return run


def _everyday(word: str) -> bool:
    return word.isascii() and word.lower() not in _FAMILY_NAMES


def _majority(members: list[NameForm]) -> NameForm:
    """The commonest form's first place; the earlier form in a tie."""
    counts: dict[str, int] = {}
    for member in members:
        counts[member.text] = counts.get(member.text, 0) + 1
    best = max(counts.values())
    return next(member for member in members if counts[member.text] == best)


def _name_differences(a: str, b: str) -> set[str]:
    pairs = zip(a.split(), b.split(), strict=False)
    return {each for x, y in pairs if x != y for each in differences(x, y)}


def _near(form: NameForm, clusters: dict[str, list[NameForm]]) -> list[DamagedName]:
    """A name seen once that differs in one syllable from a name seen three times or more."""
    words = form.skeleton.split()
    if len(words) < 3:
        return []
    for name, members in clusters.items():
        others = name.split()
        if len(members) < 3 or len(others) != len(words):
            continue
        apart = [(x, y) for x, y in zip(words, others, strict=True) if x != y]
        if len(apart) == 1 and one_slip(*apart[0]):
            majority = _majority(members)
            return [DamagedName(form, majority.text, majority, (f"{apart[0][0]}/{apart[0][1]}",))]
    return []
