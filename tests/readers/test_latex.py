"""LaTeX as authors write it."""

from __future__ import annotations

import pytest
from reading import body, emphasis, entries, notes, of

from srccheck.lint import lint
from srccheck.text import Place, Role, StreamKind

TEX = "a.tex"

BODY = [
    (r"One" "\ntwo \\emph{three}.\n\nFour.", ["One two three.", "Four."]),
    ("One % a comment\ntwo %\n  thr%\n  ee % end\n\nFour 5\\%",
     ["One two three", "Four 5%"]),
    ("One %\n\nTwo", ["One", "Two"]),
    ("One\r\ntwo\r\n\r\nThree\\\\\r\nfour\r", ["One two", "Three four"]),
    ("f.~17, op.\\,3, d.\\ 4, 104--5 --- so", ["f. 17, op. 3, d. 4, 104–5 — so"]),
    ("``Double'' and `single' and ,,low`` <<angle>>", ["“Double” and ‘single' and „low“ «angle»"]),
    (r"\'etude na\"{\i}ve \v{S}koda \v Skoda \c{c}a \~n \^o", ["étude naïve Škoda Škoda ça ñ ô"]),
    (r"H\`{\^o} Ch\'{\i} Minh, \d{\^a}n \'{\u a} \h{a} \uhorn", ["Hồ Chí Minh, ận ắ ả ư"]),
    (r"Stra\ss e, stra{\ss}e, \o re, \L{}\'od\'z, \AE, \dj ", ["Straße, straße, øre, Łódź, Æ, đ"]),
    (r"\S\,5 \& \pounds 3 \textendash{} \ldots\ and \textquoteright s", ["§ 5 & £3 – … and ’s"]),
    (r"co\-operation, \textbf{bold}, \textsc{RGASPI}, {\em it}", ["cooperation, bold, RGASPI, it"]),
    (r"\unknown{kept} and \unknown[option]{a}{b} and \relax text", ["kept and a b and text"]),
    (r"\label{a}See \ref{b}\index{Ames!Ana} there.\vspace{2mm}", ["See there."]),
    (r"\textcolor{red}{words} \parbox[t]{3cm}{more} \foreignlanguage{german}{Wort}",
     ["words more Wort"]),
    (r"\url{http://e.org/a_b%20c\_d\#e} \path{a}", ["http://e.org/a_b%20c_d#e a"]),
    (r"\href{http://e.org/\%20}{The record} is", ["The record is"]),
    (r"\verb|a\b{| and \verb*+c+", [r"a\b{ and c"]),
    (r"d.~$\frac{1}{2}$, d.~\nicefrac12, $1/2$, 5$^{th}$, \$5", ["d. 1/2, d. 1/2, 1/2, 5th, $5"]),
    ("Before\n\\begin{verbatim}\nf. 17 }{\n\\end{verbatim}\nafter", ["Before after"]),
    (r"\begin{equation}x\end{equation}\[ y \]Text $$z$$", ["Text"]),
    (r"One \begin{quote}two\end{quote} three", ["One", "two", "three"]),
    (r"\begin{itemize}\item one \item[two] three\end{itemize}", ["one", "two three"]),
    (r"\begin{tabular}{l|l} a & b \\ \hline c & RGASPI \& f.~17 \end{tabular}",
     ["a", "b", "c", "RGASPI & f. 17"]),
    (r"\begin{figure}[h]\includegraphics[width=3cm]{a}\caption{The quay}\end{figure}",
     ["The quay"]),
    (r"\enquote{a \enquote{b} c}, \foreignquote{german}{d}", ["“a ‘b’ c”, “d”"]),
    (r"\newcommand{\arch}{\textsc{RGASPI}}\arch, f.~17; \arch{} again",
     ["RGASPI, f. 17; RGASPI again"]),
    (r"\newcommand\file[2]{RGANI, f.~#1, d.~#2}\file{5}{\emph{7}} end", ["RGANI, f. 5, d. 7 end"]),
    (r"\def\x{Vlora}\let\y\x In \y.", ["In Vlora."]),
    (r"\def\x{\x}\x a", ["a"]),
    ("\\documentclass{article}\n\\author{No}\n\\begin{document}\nText.\n\\end{document}\nNo.",
     ["Text."]),
    (r"\documentclass{a}\title{The \emph{Quay}}\begin{document}\maketitle Text.\end{document}",
     ["The Quay", "Text."]),
    ("A stray } and { an open one", ["A stray and an open one"]),
    (r"\texorpdfstring{The $n$th}{The nth} word", ["The nth word"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODY)
def test_body(text: str, expected: list[str]) -> None:
    assert body(text, TEX) == expected


NOTES = [
    (r"x\footnote{One.} y\footnote{Two \emph{b}.}", [("1", ["One."]), ("2", ["Two b."])]),
    ("x\\footnote{One.\n\nMore.} y", [("1", ["One.", "More."])]),
    (r"x\footnotemark[7] y\footnotetext[7]{Seven.}", [("7", ["Seven."])]),
    (r"x\endnote{One.}\theendnotes", [("1", ["One."])]),
    (r"x\footcite[see][12]{ames} y", [("1", ["[see 12 @ames]"])]),
    (r"\newcommand{\fn}[1]{\footnote{#1}}x\fn{One.}", [("1", ["One."])]),
    (r"\section{Head\footnote{One.}} x\footnote{Two.}", [("1", ["One."]), ("2", ["Two."])]),
    (r"x\footnote{a \footnote{b} c}", [("1", ["a c"]), ("2", ["b"])]),
    (r"x\autocite{ames}", []),
    ("\\usepackage[style=verbose]{biblatex}\nx\\autocite{ames}", [("1", ["[@ames]"])]),
    ("\\usepackage[notes]{biblatex-chicago}\nx\\autocite{ames}", [("1", ["[@ames]"])]),
    ("\\section*{Notes}\n\n1. One.\n\n2. Two.", [("1", ["One."]), ("2", ["Two."])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_notes(text: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert notes(text, TEX) == expected


def test_what_a_macro_prints_is_not_edited() -> None:
    text = (
        r"\newcommand{\arch}[3]{RGASPI, f.~#1, op.~#2. d.~#3}\newcommand{\file}{RGANI, d. ½}"
        r" \arch{17}{3}{8}; RGASPI, f. 17, op. 3, d. 5; RGASPI, f. 17, op. 3, d. 7. \file. d. ½"
    )
    found = lint(text.encode(), TEX).diagnostics
    fixes = [(each.code, each.raw, each.fix is not None) for each in found if each.code != "ARC002"]
    assert ("ARC006", r"}{3}{8", False) in fixes
    assert ("ARC007", r"\file", False) in fixes


def test_notes_are_referred_to_by_number() -> None:
    text = r"See note~\ref{b}.\footnote{One.}\footnote{\label{b}Two, not \ref{x}.} As \ref{b}."
    assert body(text, TEX) == ["See note 2. As 2."]
    assert notes(text, TEX) == [("1", ["One."]), ("2", ["Two, not ."])]


def test_quotations_with_their_source() -> None:
    text = r"\textcquote[see][3]{ames}{said} \blockcquote{b}{x} \textquote[\cite{c}]{y} end"
    assert body(text, TEX) == ["[see 3 @ames]“said” [@b]“x” ([@c]) “y” end"]
    [stream] = of(text, TEX).streams
    assert [each.key for each in stream.cited_keys] == ["ames", "b", "c"]


def test_a_note_leaves_its_paragraph_whole() -> None:
    text = "One\\footnote{a\n\nb} two\\footnote{c}.\n\nThree."
    assert body(text, TEX) == ["One two.", "Three."]


AMES = "Ames, Ana. The Long Harbour. London: Verso, 1999."
BARTOV = "Bartov, Boris. The Short Quay. Tirana, 1984."
LISTS = [
    f"\\section*{{References}}\n\n{AMES}\n\n{BARTOV}\n",
    f"\\chapter{{Bibliography}}\\section{{Printed sources}}\n{AMES}\n\n{BARTOV}\n",
    f"\\begin{{thebibliography}}{{99}}\n\\bibitem{{a}} {AMES}\n\\bibitem[B(84)]{{b}}\n{BARTOV}\n"
    "\\end{thebibliography}\nText.",
    f"\\section{{References}}\n\\begin{{itemize}}\\item {AMES}\n\\item {BARTOV}\\end{{itemize}}",
    f"\\section{{References}}\n\n{AMES}\n\n{BARTOV}\n\n\\section{{Appendix}}\n\nText.",
    f"\\textbf{{References}}\n\n{AMES}\n\n{BARTOV}\n",
]


@pytest.mark.parametrize("text", LISTS)
def test_lists(text: str) -> None:
    assert entries(text, TEX) == [AMES, BARTOV]


def test_the_key_of_an_entry() -> None:
    [_, stream] = of(LISTS[2], TEX).streams
    assert stream.entry_keys == ((0, "a"), (len(AMES) + 1, "b"))


EMPHASIS = [
    (r"In \emph{Rodina} he", [("Rodina", r"\emph{Rodina}")]),
    (r"In {\em Rodina} he", [("Rodina", r"{\em Rodina}")]),
    (r"2008\textit{b}", [("b", r"\textit{b}")]),
    (r"\emph{A \textit{long} title}", [("A long title", r"\emph{A \textit{long} title}"),
                                      ("long", r"\textit{long}")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EMPHASIS)
def test_emphasis(text: str, expected: list[tuple[str, str]]) -> None:
    assert emphasis(text, TEX) == expected


# raw of the citation, its key, what stands for the locator
KEYS = [
    (r"\cite{ames}", [(r"\cite{ames}", "ames", "")]),
    (r"\parencite[12--15]{ames}", [(r"\parencite[12--15]{ames}", "ames", "12–15")]),
    (r"\autocite[see][p.~3]{ames}", [(r"\autocite[see][p.~3]{ames}", "ames", "p. 3")]),
    (r"\citep[see][]{ames}", [(r"\citep[see][]{ames}", "ames", "")]),
    (r"\textcite*{a:b.c-d_1}", [(r"\textcite*{a:b.c-d_1}", "a:b.c-d_1", "")]),
    ("\\cite[7]{a, b,% note\n c}", [("a", "a", ""), ("b", "b", ""), ("c", "c", "7")]),
    (r"\cites[1]{a}[cf.][2]{b}", [(r"\cites[1]{a}", "a", "1"), ("[cf.][2]{b}", "b", "2")]),
    (r"\parencites(see)(end)[1]{a}{b}",
     [(r"\parencites(see)(end)[1]{a}", "a", "1"), ("{b}", "b", "")]),
    (r"\pvolcite[cf.]{2}[3]{a}", [(r"\pvolcite[cf.]{2}[3]{a}", "a", "2 3")]),
    (r"\citeauthor{a} \citetitle[\emph{x}]{b}", [(r"\citeauthor{a}", "a", ""),
                                               (r"\citetitle[\emph{x}]{b}", "b", "x")]),
    (r"\nocite{*}\setcitestyle{a}\citestyle{b}", []),
    (r"\cite[", []),
    (r"\newcommand{\mycite}[1]{(\cite{#1})} \mycite{a}", [(r"\mycite{a}", "a", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KEYS)
def test_keys(text: str, expected: list[tuple[str, str, str]]) -> None:
    manuscript = of(f"Text {text}", TEX)
    rows = [
        (
            manuscript.raw(Place(stream.index, each.start, each.end)).strip(),
            each.key,
            each.note.cut(stream.text),
        )
        for stream in manuscript.streams
        for each in stream.cited_keys
    ]
    assert rows == expected


def test_shorthands_of_babel() -> None:
    german = '\\usepackage[ngerman]{babel}\n"`So"\' geht "uber "~ und "= \\enquote{ja}'
    assert body(german, TEX) == ["„So“ geht über - und - „ja“"]
    assert body('"RGASPI"~f.~17, "a"', TEX) == ['"RGASPI" f. 17, "a"']
    russian = '\\usepackage[english,russian]{babel}\nАрхив "--- это \\enquote{дело}'
    assert body(russian, TEX) == ["Архив — это «дело»"]


def test_roles_and_links() -> None:
    text = "\\section{Title}\n\\begin{quote}Said\\end{quote}\n\\href{http://e.org}{record}"
    [stream] = of(text, TEX).streams
    roles = [(each.role, each.level) for each in stream.paragraphs]
    assert roles == [(Role.HEADING, 2), (Role.QUOTE, 0), (Role.TEXT, 0)]
    [link] = stream.hyperlinks
    assert (stream.text[link.start : link.end], link.url) == ("record", "http://e.org")


@pytest.mark.parametrize(
    "unit", ["{", "}", "\\emph{", "\\cite[", "\\footnote{", "\\begin{quote}", "\\end{quote}", "$",
             "\\'{", "\\input{a}", "\\begin{verbatim}", "\\item[", "\\def\\x{\\x\\x}\\x", "\\'"]
)  # fmt: skip
def test_much_of_one_thing_is_read(unit: str) -> None:
    assert of("Text " + unit * 3000, TEX).format == "latex"


def test_the_marks_of_notes_keep_their_places() -> None:
    text = r"One\footnote{A.} \emph{two},\footnote{B.} three." "\n\n" r"Four.\footnote{C.}"
    (stream,) = of(text, TEX).of_kind(StreamKind.BODY)
    assert stream.text == "One two, three.\nFour."
    assert [(stream.text[:at][-4:], label) for at, label in stream.note_marks] == [
        ("One", "1"),
        ("two,", "2"),
        ("our.", "3"),
    ]
