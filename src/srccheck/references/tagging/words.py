"""The words of an entry, and what can be seen of one word by itself."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from srccheck.references.wordlists import CITIES, HOUSES
from srccheck.text import Span
from srccheck.values import dataclass

_WORD = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_REPEATED = re.compile(r"(.)\1{2,}")
_DASH = re.compile(r"[-–—―⸺⸻_]{2,}[.,]?|[—―⸺⸻][.,]?|\.")
_INITIALS = re.compile(r"(?:\W*[^\W\d_]\.[,;:]?-?)+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_NUMBERS = (
    ("year", re.compile(r"\W*(?:1[4-9]|20)\d\d[a-zа-д]?\W*")),
    ("years", re.compile(r"\W*(?:1[4-9]|20)\d\d\W{1,3}(?:(?:1[4-9]|20)\d\d|\d\d)\W*")),
    ("range", re.compile(r"\W*[\dIVXLCivxlc]+[-–—]{1,2}[\dIVXLCivxlc]+\W*")),
    ("two", re.compile(r"\W*\d{1,2}\W*")),
    ("number", re.compile(r"\W*\d+\W*")),
    ("issue", re.compile(r"\d+\s?[:(/]\s?\d+\S*")),
    ("isbn", re.compile(r"[\dX][\dX–-]{9,16}\W*")),
)
_ADDRESS = re.compile(r"https?:|www\.|doi|10\.\d{4}|\.\w{2,3}/", re.IGNORECASE)

_KINDS = {
    "month": "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec января февраля марта апреля мая июня июля"
    " августа сентября октября ноября декабря janvarja fevralja marta aprelja maja ijunja ijulja"
    " avgusta sentjabrja oktjabrja nojabrja dekabrja ianvaria fevralia aprelia maia iiunia iiulia"
    " sentiabria oktiabria noiabria dekabria janvier fevrier mars avril mai juin juillet aout"
    " septembre octobre novembre decembre januar februar marz juni juli oktober dezember gennaio"
    " febbraio marzo aprile maggio giugno luglio agosto settembre ottobre dicembre stycznia lutego"
    " marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "editor": "ed eds edited editor editors hrsg hg herausgegeben cur cura curatore dir direction"
    " sous sost red redaktor ред сост отв redakciej otv sostavitel изд izd publ hgg redaktion",
    "edition": "edition edn rev revised aufl auflage neubearb изд-е izdanie édition edizione",
    "volume": "vol vols volume volumes v t tom tome tomy tomo bd band bde tomes вып т тт том vyp"
    " part pt ch ч kn кн книга fasc knjiga svazek teil reel",
    "number": "no nos nr num number issue iss heft h n № fasc номер zeszyt broj numer",
    "page": "pp p pages page s ss str стр с seiten pag pagg col cols л l",
    "in": "in v im dans in: в nel nella w u ve",
    "and": "and und et y e i & en och og и та a oraz",
    "others": "al alii др др. dr ta",
    "accessed": "accessed retrieved abgerufen consulté consulted available viewed visited обращения"
    " obrashhenija obrashcheniia zugriff doi url дата доступа режим",
    "press": "press publishers publisher verlag publishing izdatelstvo издательство politizdat"
    " nauka наука editions editrice edizioni books university universitet éd universitätsverlag"
    " verl publications presses progress мысль mysl росспэн rosspen routledge oxford cambridge",
    "thesis": "thesis dissertation diss phd master unpublished manuscript дис диссертация dis"
    " kandidatskaja автореф avtoref inauguraldissertation habil",
    "meeting": "proceedings conference workshop symposium congress proc konferencija atti colloque"
    " tagung материалы materialy",
    "journal": "journal review quarterly annals bulletin zeitschrift revue rivista vestnik voprosy"
    " вестник вопросы istorija istorii история истории archives studies annales jahrbuch jahrbücher"
    " archivio zapiski записки izvestija известия trudy труды kwartalnik przegląd casopis časopis",
    "translated": "translated trans transl translator perevod пер перевод übers übersetzt traduit"
    " traduction tradotto trad",
    "archive": "archive archives archiv arhiv архив gosudarstvennyj государственный fond фонд op"
    " opis опись delo дело list лист gf rgaspi rgani garf avp box folder fo bestand busta",
    "series": "series ser reihe serie collana serija серия bibliothek",
    "review": "review recension rec rezension рец compte rendu",
}
_KIND_OF = {word: kind for kind, words in reversed(_KINDS.items()) for word in words.split()}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of one word: all of it, and what its neighbours see of it.

    ``aside`` holds the features that it lends to the words two after it, one after it, one before
    it and two before it, in this order.
    """

    features: tuple[str, ...]
    aside: tuple[tuple[str, ...], ...]
    folded: str
    number: str
    case: str
    kind: str
    known: str
    last: str


def words_of(text: str) -> list[Span]:
    """Give the runs between white space."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    kept = "".join(
        char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char)
    )
    return kept.lower()


class _Shapes(dict[int, str]):
    """For ``str.translate``: what a character counts as in the shape of a word."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        shape = (
            "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        )
        self[code] = shape
        return shape


_SHAPES = _Shapes()


def _shape(word: str) -> str:
    return _REPEATED.sub(r"\1\1", word[:24].translate(_SHAPES))[:12]


def _number(word: str, bare: str) -> str:
    if not _DIGIT.search(word):
        if bare and _ROMAN.fullmatch(bare):
            return "roman"
        return "address" if _ADDRESS.search(word) else "none"
    for name, pattern in _NUMBERS:
        if pattern.fullmatch(word):
            return name
    return "address" if _ADDRESS.search(word) else "mixed"


def _case(word: str, bare: str) -> str:
    if not bare:
        return "sign"
    if _INITIALS.fullmatch(word) and bare[0].isupper():
        return "initials"
    if bare.isupper():
        return "one" if len(bare) == 1 else "all"
    if bare[0].isupper():
        return "capital"
    return "small" if bare[0].islower() else "other"


@lru_cache(maxsize=50_000)
def seen(word: str) -> Seen:
    """Look at one word."""
    bare = _EDGE.sub("", word)
    folded = _fold(bare) or word[:6]
    number, case = _number(word, bare), _case(word, bare)
    kind = _KIND_OF.get(folded, "")
    first = word[0] if not word[0].isalnum() else "a"
    last = word[-1] if not word[-1].isalnum() else "a"
    features = [
        f"w={folded[:20]}",
        f"sh={_shape(word)}",
        f"p3={folded[:3]}",
        f"s3={folded[-3:]}",
        f"n={number}",
        f"c={case}",
        f"F={first}",
        f"L={last}",
    ]
    if kind:
        features.append(f"k={kind}")
    if _DASH.fullmatch(word):
        features.append("dash")
    known = "city" if folded in CITIES else "house" if folded in HOUSES else ""
    if known:
        features.append(f"D={known}")
    shown = [f"n={number}", f"c={case}", f"L={last}"]
    shown += [f"k={kind}"] if kind else []
    shown += [f"D={known}"] if known else []
    near = [*shown, f"w={folded[:20]}"]
    aside = (
        tuple(f"-2:{each}" for each in shown),
        tuple(f"-1:{each}" for each in near),
        tuple(f"1:{each}" for each in near),
        tuple(f"2:{each}" for each in shown),
    )
    return Seen(tuple(features), aside, folded[:20], number, case, kind, known, last)
