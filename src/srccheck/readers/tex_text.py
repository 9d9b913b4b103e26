r"""The visible text of a piece of TeX such as a .bib file's values hold.

Accents are composed, braces and commands that only dress the text go (``\emph{…}`` leaves an
emphasised run), ``--`` is an en dash. What is not known stays as it is written.
"""

from __future__ import annotations

import re
import unicodedata

from srccheck.text import Span
from srccheck.text.builder import Marked, Run
from srccheck.values import dataclass

_ODD = re.compile(r"[\\{}~$]|--|``|''")
_TOKEN = re.compile(
    r"""
      (?P<accent>\\(?:[`'^"~=.]|[cvuHkdbrt](?![a-zA-Z])))\s*
      (?:\{\s*(?:\\(?P<dotless>[ij])(?![a-zA-Z])|(?P<inner>[^\W\d_]{1,2}))?\s*\}
        |\\(?P<bare_dotless>[ij])(?![a-zA-Z])\s?|(?P<letter>[^\W\d_]))
    | \\(?P<word>[a-zA-Z]+)\*?[ \t]*
    | \\(?P<sign>[^a-zA-Z])
    | (?P<open>\{) | (?P<close>\})
    | (?P<dash>---?) | (?P<quote>``|'') | (?P<tie>~) | (?P<math>\$)
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328",
    "d": "\u0323", "b": "\u0331", "r": "\u030a", "t": "\u0361",
}  # fmt: skip
_WORDS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ",
    "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡",
    "pounds": "£", "euro": "€", "copyright": "©", "textregistered": "®", "texttrademark": "™",
    "textellipsis": "…", "ldots": "…", "dots": "…", "textemdash": "—", "textendash": "–",
    "bibrangedash": "–", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„",
    "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "textbackslash": "\\",
    "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
    "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<",
    "textgreater": ">", "textdegree": "°", "No": "№", "textnumero": "№", "onehalf": "½",
    "textonehalf": "½", "onethird": "⅓", "space": " ", "quad": " ", "qquad": " ", "addspace": " ",
    "addnbspace": " ", "addthinspace": " ", "addcomma": ",", "adddot": ".", "addperiod": ".",
    "addcolon": ":", "addsemicolon": ";", "slash": "/", "textslash": "/", "TeX": "TeX",
    "LaTeX": "LaTeX", "cprime": "ʹ", "cdprime": "ʺ", "Prime": "″", "cyrchar": "",
    "isdot": "", "nopunct": "", "unspace": "", "midsentence": "", "relax": "", "protect": "",
    "noopsort": "", "newline": " ", "par": " ", "allowbreak": "", "linebreak": "",
}  # fmt: skip
_EMPHASIS = frozenset({"emph", "textit", "mkbibemph", "mkbibitalic", "textsl", "it", "em"})
_QUOTING = frozenset({"enquote", "mkbibquote"})
_DRESSING = frozenset(
    {
        "textbf",
        "textsc",
        "textsf",
        "texttt",
        "textrm",
        "textup",
        "textmd",
        "textnormal",
        "mkbibbold",
        "mkbibacro",
        "mkbibname",
        "mkbibparens",
        "mkbibbrackets",
        "uppercase",
        "lowercase",
        "MakeUppercase",
        "MakeLowercase",
        "url",
        "path",
        "mbox",
        "hbox",
        "bf",
        "sc",
        "sf",
        "tt",
        "rm",
        "bfseries",
        "itshape",
        "scshape",
        "nolinkurl",
        "ensuremath",
        "textsuperscript",
        "textsubscript",
        "textquote",
        "hspace",
        "autocap",
        "bibstring",
        "partedit",
        "foreignlanguage",
        "textcyrillic",
        "cyr",
        "cyrtext",
    }
)
_HIDES = frozenset({"hspace", "noopsort", "foreignlanguage"})
"""Commands whose first argument is not shown."""


@dataclass(frozen=True, slots=True)
class TexText:
    """Runs of the file that are visible, in file coordinates, and those that are emphasised."""

    runs: tuple[Run, ...]
    marked: tuple[Marked, ...] = ()

    def text(self, source: str) -> str:
        """Give the visible text, white space folded."""
        parts = [source[run.start : run.end] if run.text is None else run.text for run in self.runs]
        return " ".join(unicodedata.normalize("NFC", "".join(parts)).split())


def tex_text(source: str, start: int, end: int) -> TexText:
    """Read the TeX between two points of ``source``. Never raises."""
    if not _ODD.search(source, start, end):
        return TexText((Run(start, end),) if end > start else ())
    return _Scanner(source, start, end).read()


class _Scanner:
    """One pass over a piece of TeX; ``stack`` holds what each open brace will close."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source, self.at, self.end = source, start, end
        self.runs: list[Run] = []
        self.marked: list[Marked] = []
        self.stack: list[tuple[str, int, int]] = []  # what, where the command and its text begin
        self.pending: tuple[str, int] | None = None
        self.hidden = 0

    def read(self) -> TexText:
        while self.at < self.end:
            match = _TOKEN.search(self.source, self.at, self.end)
            if match is None:
                break
            if match.start() > self.at:
                self._plain(self.at, match.start())
            self.at = match.end()
            getattr(self, f"_{_kind(match)}")(match)
        if self.at < self.end:
            self._plain(self.at, self.end)
        return TexText(tuple(self.runs), tuple(self.marked))

    def _plain(self, start: int, end: int) -> None:
        self.pending = None
        if not self.hidden:
            self.runs.append(Run(start, end))

    def _show(self, match: re.Match[str], text: str) -> None:
        self.pending = None
        if text and not self.hidden:
            self.runs.append(Run(match.start(), match.end(), text))

    def _accent(self, match: re.Match[str]) -> None:
        base = (
            match["dotless"]
            or match["inner"]
            or match["bare_dotless"]
            or match["letter"]
            or "\u25cc"
        )
        mark = _MARKS[match["accent"][1]]
        self._show(match, unicodedata.normalize("NFC", base[0] + mark + base[1:]))

    def _word(self, match: re.Match[str]) -> None:
        word = match["word"]
        opens = self.source.startswith("{", self.at) and self.at < self.end
        if word in _WORDS and not (opens and word == "noopsort"):
            self._show(match, _WORDS[word])
        elif opens or word in _DRESSING or word in _EMPHASIS:
            self.pending = (word, match.start())
        else:
            self._plain(match.start(), match.end())

    def _sign(self, match: re.Match[str]) -> None:
        sign = match["sign"]
        hyphenation = sign in "-/@"
        self._show(match, "" if hyphenation else " " if sign in ",;:! \n\t\\" else sign)

    def _open(self, match: re.Match[str]) -> None:
        word, begins = self.pending or ("", match.start())
        self.pending = None
        if word in _HIDES:
            self.hidden += 1
        elif word in _QUOTING:
            self._show(match, "“")
        self.stack.append((word, begins, match.end()))

    def _close(self, match: re.Match[str]) -> None:
        if not self.stack:
            self._plain(match.start(), match.end())
            return
        word, begins, inner = self.stack.pop()
        if word in _HIDES:
            self.hidden -= 1
        elif word in _QUOTING:
            self._show(match, "”")
        elif word in _EMPHASIS and match.start() > inner:
            outer = Span(begins, match.end())
            self.marked.append(Marked(outer, Span(inner, match.start())))

    def _dash(self, match: re.Match[str]) -> None:
        self._show(match, "–" if len(match.group()) == 2 else "—")

    def _quote(self, match: re.Match[str]) -> None:
        self._show(match, "“" if match.group() == "``" else "”")

    def _tie(self, match: re.Match[str]) -> None:
        self._show(match, " ")

    def _math(self, match: re.Match[str]) -> None:
        self.pending = None


def _kind(match: re.Match[str]) -> str:
    return "accent" if match["accent"] else str(match.lastgroup)
