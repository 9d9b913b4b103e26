"""What control sequences print, and how many of their arguments are no text.

After LaTeX2e's own tables (usrguide, encguide), biblatex's and natbib's manuals.
"""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """Give the words of a list."""
    return tuple(text.split())


ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c",
    "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "U": "\u030e", "G": "\u030f",
    "C": "\u030f", "f": "\u0311", "horn": "\u031b", "t": "\u0361", "capitalcaron": "\u030c",
}  # fmt: skip
"""An accent's control sequence and the combining character it puts on the letter after it."""

SYMBOLS = {
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ohorn": "ơ",
    "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư", "ldots": "…", "dots": "…", "textellipsis": "…",
    "S": "§", "P": "¶", "textsection": "§", "textparagraph": "¶", "pounds": "£",
    "textsterling": "£", "texteuro": "€", "euro": "€", "copyright": "©", "textcopyright": "©",
    "dag": "†", "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡", "textbullet": "•",
    "textendash": "–", "textemdash": "—", "textasciitilde": "~", "textasciicircum": "^",
    "textbackslash": "\\", "textbar": "|", "textless": "<", "textgreater": ">", "slash": "/",
    "textunderscore": "_", "textasteriskcentered": "*", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotesingle": "'", "textquotedbl": '"', "quotedblbase": "„", "quotesinglbase": "‚",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "flqq": "«", "frqq": "»", "glqq": "„",
    "grqq": "“", "glq": "‚", "grq": "‘", "flq": "‹", "frq": "›", "og": "« ", "fg": " »",
    "lq": "‘", "rq": "’", "textnumero": "№", "No": "№", "no": "n°", "degree": "°",
    "textdegree": "°", "textordfeminine": "ª", "textordmasculine": "º", "textonehalf": "½",
    "textonequarter": "¼", "textthreequarters": "¾", "textexclamdown": "¡",
    "textquestiondown": "¿", "texttimes": "×", "textpm": "±", "texttrademark": "™",
    "LaTeX": "LaTeX", "TeX": "TeX", "cyrdash": "—", "quad": " ", "qquad": " ", "enspace": " ",
    "enskip": " ", "thinspace": " ", "space": " ", "nobreakspace": " ", "hfill": " ", "hfil": " ",
    "newline": " ", "linebreak": " ", "lb": " ", "nobreakdash": "", "textsuperscript": "",
    "pno": "p.", "ppno": "pp.", "psq": "f.", "psqq": "ff.", "sqspace": " ", "addspace": " ",
    "idest": "i.e.", "eg": "e.g.", "textcompwordmark": "", "hyp": "-", "hyphen": "-",
    "fshyp": "/", "dothyp": ".", "alpha": "α", "beta": "β", "gamma": "γ", "adddot": ".",
}  # fmt: skip
"""A control word and what it prints."""

CONTROLS = {
    "\\": " ", " ": " ", "\n": " ", "\r": " ", "\t": " ", ",": " ", ";": " ", ":": " ", ">": " ",
    "!": "", "/": "", "-": "", "@": "", "(": "", ")": "", "[": "", "]": "", "&": "&", "%": "%",
    "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "|": "‖", "+": "", "<": "",
}  # fmt: skip
"""A control symbol that is no accent, and what it prints."""

LIGATURES = {
    "--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", ",,": "„", "<<": "«", ">>": "»",
    "?`": "¿", "!`": "¡",
}  # fmt: skip

SHORTHANDS = {
    '"`': "„", "\"'": "“", '"<': "«", '">': "»", '"-': "", '""': "", '"=': "-", '"~': "-",
    '"a': "ä", '"o': "ö", '"u': "ü", '"A': "Ä", '"O': "Ö", '"U': "Ü", '"s': "ß", '"z': "ß",
    '"S': "SS", '"e': "ë", '"i': "ï", '"|': "", '"/': "/", '"---': "—", '"--~': "—", '"--*': "—",
}  # fmt: skip
"""babel's shorthands in German, Dutch, Russian and Ukrainian manuscripts."""
SHORTHAND_LANGUAGES = frozenset(
    words("german ngerman austrian naustrian swissgerman nswissgerman russian ukrainian dutch")
)
QUOTES = {
    **dict.fromkeys(("german", "ngerman", "austrian", "naustrian", "czech", "slovak"), "„“‚‘"),
    **dict.fromkeys(("bulgarian", "icelandic", "slovene", "croatian"), "„“‚‘"),
    **dict.fromkeys(("polish", "romanian", "hungarian", "dutch", "serbian"), "„”‚’"),
    **dict.fromkeys(("russian", "ukrainian", "belarusian"), "«»„“"),
    **dict.fromkeys(("french", "italian", "spanish", "portuguese", "greek", "albanian"), "«»“”"),
    **dict.fromkeys(("swedish", "finnish"), "””’’"),
}
ENGLISH_QUOTES = "“”‘’"

EMPHASIS = frozenset(
    words("emph textit textsl textbf mkbibemph mkbibitalic mkbibbold titleof bibemph em uline")
)
DECLARED_EMPHASIS = frozenset(words("em it sl bf itshape slshape bfseries"))
NOTES = frozenset(
    words(
        "footnote endnote footnotetext endnotetext sidenote marginnote tablefootnote Footnote"
        " footnoteA footnoteB Afootnote Bfootnote Aendnote Bendnote thanks parfootnote note"
    )
)
ENQUOTES = {
    "enquote": 0, "textquote": 0, "blockquote": 0, "foreignquote": 1, "hyphenquote": 1,
    "foreigntextquote": 1, "foreignblockquote": 1,
}  # fmt: skip
"""csquotes' commands, and how many arguments stand before the quoted text."""

CITED_QUOTES = {
    "textcquote": 0, "blockcquote": 0, "foreigntextcquote": 1, "foreignblockcquote": 1,
    "hyphentextcquote": 1, "hyphenblockcquote": 1,
}  # fmt: skip
"""csquotes' commands with a cite key before the quoted text, and what stands before the key."""

HEADINGS = {
    "title": 1, "subtitle": 2, "part": 1, "chapter": 1, "addchap": 1, "addpart": 1, "section": 2,
    "addsec": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5, "subparagraph": 6,
    "minisec": 5, "chap": 1, "heading": 3,
}  # fmt: skip

HIDDEN = {
    **dict.fromkeys(
        words("pageref eqref autoref cref Cref nameref vref index sindex glossary"
        " hypertarget"
        " vspace hspace addvspace vskip bibliographystyle pagestyle thispagestyle pagenumbering"
        " includegraphics markright hypersetup selectlanguage usepackage RequirePackage"
        " documentclass documentstyle DeclareLanguageMapping ExecuteBibliographyOptions author"
        " date input include includeonly usetikzlibrary graphicspath geometry setstretch"
        " linespread todo missingfigure hyphenation captionsetup lstset setmainfont setsansfont"
        " setmonofont setmainlanguage setotherlanguage setotherlanguages setdefaultlanguage"
        " enlargethispage frontmatterfoot tikz color pagecolor arraystretch cline cmidrule tag"
        " acresetall glsresetall makebox subimport subfileinclude includepdf vphantom phantom"
        " hphantom stepcounter refstepcounter usecounter newlength newcounter newif AtBeginDocument"
        " AtEndDocument PassOptionsToPackage NeedsTeXFormat ProvidesPackage setlist institute"
        " affil affiliation address email thisfancyput lhead chead rhead lfoot cfoot rfoot"
        " fancyhead fancyfoot fancyhf titleformat keywords subjclass defbibheading cpageref"
        " MakeOuterQuote nolinenumbers theoremstyle urlstyle rowcolor columncolor cellcolor"
        " babeltags foreigndate bibdata citation"),
        1,
    ),
    **dict.fromkeys(
        words("setlength addtolength setcounter addtocounter fontsize markboth rule newtheorem fbox"
        " DeclareRobustCommand numberwithin DeclareFieldFormat DeclareNameAlias settowidth"
        " DefineBibliographyStrings renewbibmacro newbibmacro apptocmd preto appto pretocmd"
        " DeclareUnicodeCharacter setkomafont addtokomafont setkomavar newacronym babelfont"
        " defbibfilter defbibnote DeclareBibliographyCategory addtocategory hyphenrules"
        " newfontfamily newunicodechar titlespacing defcitealias DeclareQuoteStyle"),
        2,
    ),
    **dict.fromkeys(words("addcontentsline definecolor patchcmd newglossaryentry"), 3),
    **dict.fromkeys(words("xpatchbibmacro xpatchcmd"), 4),
}  # fmt: skip
"""Control words whose first arguments are no text, and how many."""

HIDDEN_FIRST = {
    "textcolor": 1, "colorbox": 1, "foreignlanguage": 1, "parbox": 1, "raisebox": 1, "scalebox": 1,
    "resizebox": 2, "multicolumn": 2, "multirow": 2, "hyperref": 0, "texorpdfstring": 0,
    "textlang": 1, "rotatebox": 1, "fcolorbox": 2, "hyperlink": 1, "adjustbox": 1, "href": 1,
    "textblockquote": 0, "xspace": 0, "item": 0,
}  # fmt: skip
"""Control words with arguments before their text, and how many."""

TWO_FORMS = frozenset({"texorpdfstring"})  # the second argument says the first again

VERBATIM = words(
    "verbatim verbatim* Verbatim lstlisting minted comment filecontents filecontents* tikzpicture"
    " equation equation* align align* displaymath math gather gather* eqnarray eqnarray* pgfpicture"
    " thenomenclature"
)
"""Environments that hold no prose."""
QUOTATIONS = frozenset(
    words("quote quotation displayquote displaycquote verse foreigndisplayquote")
)
TABLES = frozenset(words("tabular tabular* tabularx tabulary longtable array supertabular tabu"))
ENVIRONMENT_ARGUMENTS = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1,
    "supertabular": 1, "minipage": 1, "otherlanguage": 1, "otherlanguage*": 1, "hyphenrules": 1,
    "multicols": 1, "thebibliography": 1, "wrapfigure": 2, "wraptable": 2, "list": 2, "spacing": 1,
    "foreigndisplayquote": 1, "adjustwidth": 2, "tabu": 1, "verse": 0, "hangparas": 2,
}  # fmt: skip
SPACING = frozenset({"vskip", "hskip", "kern", "parindent", "parskip", "baselineskip", "leftskip"})
