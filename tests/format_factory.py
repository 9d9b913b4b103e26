"""One manuscript in every format: a small tree, and a writer for each.

``python tests/format_factory.py`` writes the files of ``tests/formats``.

A paragraph is a list of pieces: a text; ``Em(text)`` for italics; ``N(pieces)`` for a note;
``A(text, url)`` for a link.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from office_factory import docx, foot, i, odt, odt_note, p, r


@dataclass(frozen=True)
class Em:
    """Italics."""

    text: str


@dataclass(frozen=True)
class A:
    """A link."""

    text: str
    url: str


@dataclass(frozen=True)
class N:
    """A note, in which no further one stands."""

    pieces: tuple[str | Em | A, ...]


Piece = str | Em | A | N


@dataclass(frozen=True)
class Sample:
    """A manuscript: its title, sections of paragraphs, and a list of references."""

    title: str
    sections: Sequence[tuple[str, Sequence[Sequence[Piece]]]]
    references: Sequence[Sequence[Piece]]

    def notes(self) -> list[N]:
        """Give the notes in order."""
        return [
            piece
            for _, paragraphs in self.sections
            for paragraph in paragraphs
            for piece in paragraph
            if isinstance(piece, N)
        ]


class _Writer:
    """Numbers the notes of one writing."""

    def __init__(self, piece: Callable[[Piece, int], str]) -> None:
        self.piece = piece
        self.number = 0

    def __call__(self, pieces: Sequence[Piece]) -> str:
        written = []
        for each in pieces:
            self.number += isinstance(each, N)
            written.append(self.piece(each, self.number))
        return "".join(written)


def markdown(sample: Sample) -> bytes:
    """Write it as Markdown."""

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(text):
                return f"*{text}*"
            case A(text, url):
                return f"[{text}]({url})"
            case N():
                return f"[^{number}]"
            case _:
                return each.replace("&", "&amp;")

    write = _Writer(piece)
    parts = [f"# {sample.title}"]
    for heading, paragraphs in sample.sections:
        parts += [f"## {heading}", *map(write, paragraphs)]
    parts += ["## References", *map(write, sample.references)]
    parts += [f"[^{at}]: {write(note.pieces)}" for at, note in enumerate(sample.notes(), 1)]
    return "\n\n".join(parts).encode()


def latex(sample: Sample) -> bytes:
    """Write it as LaTeX, with the accents and signs that its authors type."""
    signs = {"&": r"\&", "–": "--", "\u00a0": "~", "“": "``", "”": "''", "’": "'", "ü": r'\"{u}',
             "ë": r"\"e", "š": r"\v{s}", "½": r"½"}  # fmt: skip

    def text(value: str) -> str:
        return "".join(signs.get(char, char) for char in value)

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(value):
                return rf"\emph{{{text(value)}}}"
            case A(value, url):
                return rf"\href{{{url}}}{{{text(value)}}}"
            case N(pieces):
                return rf"\footnote{{{''.join(piece(one, 0) for one in pieces)}}}"
            case _:
                return text(each)

    write = _Writer(piece)
    parts = [r"\documentclass{article}", rf"\title{{{text(sample.title)}}}", r"\begin{document}"]
    for heading, paragraphs in sample.sections:
        parts += [rf"\section{{{text(heading)}}}", *map(write, paragraphs)]
    parts += [r"\section*{References}", *map(write, sample.references), r"\end{document}"]
    return "\n\n".join(parts).encode()


def typst(sample: Sample) -> bytes:
    """Write it as Typst."""

    def text(value: str) -> str:
        return (
            value.replace("–", "--").replace("\u00a0", "~").replace("[", r"\[").replace("]", r"\]")
        )

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(value):
                return f"#emph[{text(value)}]"
            case A(value, url):
                return f'#link("{url}")[{text(value)}]'
            case N(pieces):
                return f"#footnote[{''.join(piece(one, 0) for one in pieces)}]"
            case _:
                return text(each)

    write = _Writer(piece)
    parts = [f"= {sample.title}"]
    for heading, paragraphs in sample.sections:
        parts += [f"== {heading}", *map(write, paragraphs)]
    parts += ["== References", *map(write, sample.references)]
    return "\n\n".join(parts).encode()


def html(sample: Sample) -> bytes:
    """Write it as a page, notes at its end as Pandoc does."""

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(text):
                return f"<em>{escape(text)}</em>"
            case A(text, url):
                return f'<a href="{url}">{escape(text)}</a>'
            case N():
                return f'<a href="#fn{number}" id="fnref{number}"><sup>{number}</sup></a>'
            case _:
                return escape(each).replace("\u00a0", "&nbsp;").replace("–", "&#8211;")

    write = _Writer(piece)
    parts = ["<!DOCTYPE html><html><head><title>x</title></head><body>", f"<h1>{sample.title}</h1>"]
    for heading, paragraphs in sample.sections:
        parts.append(f"<h2>{heading}</h2>")
        parts += [f"<p>{write(each)}</p>" for each in paragraphs]
    parts.append("<h2>References</h2>")
    parts += [f"<p>{write(each)}</p>" for each in sample.references]
    parts.append('<section class="footnotes"><ol>')
    parts += [
        f'<li id="fn{at}"><p>{write(note.pieces)} <a href="#fnref{at}" class="footnote-back">↩</a>'
        "</p></li>"
        for at, note in enumerate(sample.notes(), 1)
    ]
    return "\n".join([*parts, "</ol></section></body></html>"]).encode()


def tei(sample: Sample) -> bytes:
    """Write it as TEI."""

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(text):
                return f'<hi rend="italic">{escape(text)}</hi>'
            case A(text, url):
                return f'<ref target="{url}">{escape(text)}</ref>'
            case N(pieces):
                return f'<note place="foot">{"".join(piece(one, 0) for one in pieces)}</note>'
            case _:
                return escape(each)

    write = _Writer(piece)
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', '<TEI xmlns="http://www.tei-c.org/ns/1.0">']
    parts.append(f"<teiHeader/><text><body><head>{sample.title}</head>")
    for heading, paragraphs in sample.sections:
        parts.append(f"<div><head>{heading}</head>")
        parts += [*(f"<p>{write(each)}</p>" for each in paragraphs), "</div>"]
    parts.append("</body><back><div><head>References</head><listBibl>")
    parts += [f"<bibl>{write(each)}</bibl>" for each in sample.references]
    return "\n".join([*parts, "</listBibl></div></back></text></TEI>"]).encode()


def jats(sample: Sample) -> bytes:
    """Write it as JATS, notes behind the text."""

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(text):
                return f"<italic>{escape(text)}</italic>"
            case A(text, url):
                return f'<ext-link xlink:href="{url}">{escape(text)}</ext-link>'
            case N():
                return f'<xref ref-type="fn" rid="fn{number}">{number}</xref>'
            case _:
                return escape(each)

    write = _Writer(piece)
    parts = [
        '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group>'
        f"<article-title>{sample.title}</article-title></title-group></article-meta></front><body>"
    ]
    for heading, paragraphs in sample.sections:
        parts.append(f"<sec><title>{heading}</title>")
        parts += [*(f"<p>{write(each)}</p>" for each in paragraphs), "</sec>"]
    parts.append("</body><back><fn-group>")
    parts += [
        f'<fn id="fn{at}"><label>{at}</label><p>{write(note.pieces)}</p></fn>'
        for at, note in enumerate(sample.notes(), 1)
    ]
    parts.append("</fn-group><ref-list><title>References</title>")
    parts += [
        f"<ref><mixed-citation>{write(each)}</mixed-citation></ref>" for each in sample.references
    ]
    return "\n".join([*parts, "</ref-list></back></article>"]).encode()


def word(sample: Sample) -> bytes:
    """Write it as a Word file."""
    links: dict[str, str] = {}

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(text):
                return i(escape(text))
            case A(text, url):
                links[f"rL{len(links)}"] = url
                return f'<w:hyperlink r:id="rL{len(links) - 1}">{r(escape(text))}</w:hyperlink>'
            case N():
                return foot(number)
            case _:
                return r(escape(each))

    write = _Writer(piece)
    parts = [p(sample.title, style="berschrift1")]
    for heading, paragraphs in sample.sections:
        parts += [p(heading, style="berschrift2"), *(p(write(each)) for each in paragraphs)]
    parts.append(p("References", style="berschrift2"))
    parts += [p(write(each)) for each in sample.references]
    notes = {at: p(write(note.pieces)) for at, note in enumerate(sample.notes(), 1)}
    return docx(*parts, footnotes=notes, links=links)


def opendocument(sample: Sample) -> bytes:
    """Write it as an OpenDocument text."""

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(text):
                return f'<text:span text:style-name="I">{escape(text)}</text:span>'
            case A(text, url):
                return f'<text:a xlink:href="{url}">{escape(text)}</text:a>'
            case N(pieces):
                inside = "".join(piece(one, 0) for one in pieces)
                return odt_note(str(number), inside)
            case _:
                return escape(each)

    write = _Writer(piece)
    parts = [f'<text:h text:outline-level="1">{sample.title}</text:h>']
    for heading, paragraphs in sample.sections:
        parts.append(f'<text:h text:outline-level="2">{heading}</text:h>')
        parts += [f"<text:p>{write(each)}</text:p>" for each in paragraphs]
    parts.append('<text:h text:outline-level="2">References</text:h>')
    parts += [f"<text:p>{write(each)}</text:p>" for each in sample.references]
    return odt(*parts)


def rich_text(sample: Sample) -> bytes:
    """Write it as rich text, as Word does: numbers of characters with a stand-in after each."""

    def text(value: str) -> str:
        return "".join(
            char if ord(char) < 128 else r"\~" if char == "\u00a0" else rf"\u{ord(char)}\'3f"
            for char in value
        )

    def piece(each: Piece, number: int) -> str:
        match each:
            case Em(value):
                return rf"{{\i {text(value)}}}"
            case A(value, url):
                link = rf'{{\*\fldinst {{ HYPERLINK "{url}" }}}}'
                return rf"{{\field{link}{{\fldrslt {{\ul {text(value)}}}}}}}"
            case N(pieces):
                inside = "".join(piece(one, 0) for one in pieces)
                mark = r"{\super\chftn}"
                return rf"{mark}{{\footnote\pard\plain {mark} {inside}}}"
            case _:
                return text(each)

    write = _Writer(piece)
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}}{\stylesheet{\s0 Normal;}"
        r"{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}}\uc1"
    )
    parts = [head, rf"\pard\s1 {text(sample.title)}\par"]
    for heading, paragraphs in sample.sections:
        parts.append(rf"\pard\s2 {text(heading)}\par")
        parts += [rf"\pard\plain {write(each)}\par" for each in paragraphs]
    parts.append(r"\pard\s2 References\par")
    parts += [rf"\pard\plain {write(each)}\par" for each in sample.references]
    return "\r\n".join([*parts, "}"]).encode("ascii")


WRITERS: dict[str, Callable[[Sample], bytes]] = {
    ".md": markdown,
    ".tex": latex,
    ".typ": typst,
    ".html": html,
    ".tei": tei,
    ".xml": jats,
    ".docx": word,
    ".odt": opendocument,
    ".rtf": rich_text,
}

SAMPLE = Sample(
    "The Submarines of Vlora",
    [
        (
            "A base nobody planned",
            [
                [
                    "Moscow wanted an anchorage since 1945, and Tirana a protector (Westad 2005,"
                    " p.\u00a062; Griffith 1963, pp.\u00a022–24). The Politburo came round in March"
                    " 1950 (Russian State Archive of Socio-Political History [RGASPI], f.\u00a017,"
                    " op.\u00a03, d.\u00a01080, l.\u00a055).",
                    N(("The costs were borne elsewhere: RGASPI, f. 17, op. 3, d. 1094. l. 75.",)),
                    " Nobody asked for what the boats & crews would cost.",
                ],
                [
                    "Hoxha called the sailors spies (Hoxha 1984, pp. 160–61), as Müller (2001) and"
                    " Šimić 2010 repeat. ",
                    Em("Zëri i popullit"),
                    " of 8 July 1977 had it otherwise",
                    N(
                        (
                            "See ",
                            Em("Pravda"),
                            ", and Russian State Archive of Contemporary History [RGANI], f. 5,"
                            " op. 49, d. ½, ll. 12–15; compare Hoxha 1985, p. 3.",
                        )
                    ),
                    ".",
                ],
            ],
        ),
        (
            "The quarrel of 1961",
            [
                [
                    "“What they said,” writes Zubok (2007, p. 183), is told in ",
                    A("the record", "http://digitalarchive.wilsoncenter.org/document/111001"),
                    " and in the files (Archive of Foreign Policy of the Russian Federation"
                    " [AVP RF], f. 67, op. 22, p. 17, d. 5, ll. 30–34; AVP RF, f. 67, op. 22,"
                    " p. 19, d. 5, l. 41).",
                ],
                [
                    "Гайдук (Гайдук 1996) и Хо Ши Мин, Hồ Chí Minh; RGASPI, f. 558, d. 97,"
                    " ll. 70–67."
                ],
            ],
        ),
    ],
    [
        ["Гайдук И.В. Советский Союз и Вьетнам. М.: Наука, 1996."],
        ["Griffith, William E. ", Em("Albania and the Rift"), ". Cambridge: MIT Press, 1963."],
        ["Hoxha, Enver. ", Em("The Khrushchevites"), ". Tirana: 8 Nëntori, 1984."],
        ["Müller, Anna. “Boats & Men.” ", Em("Sea History"), " 12, no. 3 (2001): 5–19."],
        ["Zubok, Vladislav M. ", Em("A Failed Empire"), ". Chapel Hill: UNC Press, 2007."],
        ["Ulam, Adam B. ", Em("Titoism and the Cominform"), ". Cambridge: Harvard UP, 1952."],
    ],
)


if __name__ == "__main__":
    folder = Path(__file__).parent / "formats"
    folder.mkdir(exist_ok=True)
    for suffix, write in WRITERS.items():
        (folder / f"vlora{suffix}").write_bytes(write(SAMPLE))
