"""What looks like a citation by key and is none: code, what is escaped, what never is."""

from __future__ import annotations

from srccheck.readers import read

TEX = r"""\documentclass{book}
\newcommand{\mykey}{westad2005}
\begin{document}
\iffalse \cite{hidden} \ifx\a\b \cite{hidden} \else \cite{hidden} \fi \cite{hidden} \fi
\cite{\mykey} and \cite{\unknown} \iffalse \cite{hidden} \else \cite{shown} \fi
\end{document}
"""
MARKDOWN = r"""---
bibliography: refs.bib
---

Text [@westad2005] `@code` and `a @code b`, \@escaped and \[@escaped\], @gaddis1997 says `so`.
"""


def keys(text: str, name: str) -> list[str]:
    manuscript = read(text.encode(), name)
    return [each.key for stream in manuscript.streams for each in stream.cited_keys]


def test_tex() -> None:
    assert keys(TEX, "a.tex") == ["westad2005", "shown"]


def test_markdown() -> None:
    found = keys(MARKDOWN, "a.md")
    assert "code" not in found
    assert (found[0], found[-1]) == ("westad2005", "gaddis1997")
    assert found.count("escaped") <= 1  # the bracket is escaped there, the key is not
