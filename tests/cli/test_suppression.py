"""Findings that are left out: comments of every format, and [[ignore]] for Word files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run


@pytest.fixture
def srccheck(inline: Run) -> Run:
    """The command line, in this process."""
    return inline


MARKDOWN = """\
He complained (Gaiduk 2010, p. 8). <!-- srccheck: ignore[CIT002] the Russian edition -->

He complained (Gaiduk 2010, p. 9).

<!-- srccheck: ignore[year-mismatch]
     the Russian edition -->
He complained once more, and again,
and so on (Gaiduk 2010, p. 10).

## References

Gaiduk, Ilya V. *The War*. Chicago: Dee, 1996.
"""
TEX = r"""\documentclass{article}
\begin{document}
He complained (Gaiduk 2010, p. 8). % srccheck: ignore[CIT002] the Russian edition

He complained (Gaiduk 2010, p. 9). 100\% srccheck: ignore[CIT002]

% srccheck: ignore[year-mismatch] the Russian edition
He complained once more, and again,
and so on (Gaiduk 2010, p. 10).

\section*{References}

Gaiduk, Ilya V. \emph{The War}. Chicago: Dee, 1996.
\end{document}
"""
TYPST = """\
He complained (Gaiduk 2010, p. 8). // srccheck: ignore[CIT002] the Russian edition

He complained (Gaiduk 2010, p. 9).

/* srccheck: ignore[year-mismatch] the Russian edition */
He complained once more, and again,
and so on (Gaiduk 2010, p. 10).

= References

Gaiduk, Ilya V. _The War_. Chicago: Dee, 1996.
"""
HTML = """\
<!DOCTYPE html><html><body>
<p>He complained (Gaiduk 2010, p. 8).</p> <!-- srccheck: ignore[CIT002] the Russian edition -->

<p>He complained (Gaiduk 2010, p. 9).</p>

<!-- srccheck: ignore[year-mismatch] the Russian edition -->
<p>He complained once more, and again,
and so on (Gaiduk 2010, p. 10).</p>
<h2>References</h2>
<p>Gaiduk, Ilya V. <i>The War</i>. Chicago: Dee, 1996.</p>
</body></html>
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.md", MARKDOWN), ("a.tex", TEX), ("a.typ", TYPST), ("a.html", HTML)],
    ids=["markdown", "tex", "typst", "html"],
)
def test_comments_of_every_format(srccheck: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    ended = srccheck("lint", name, "--select=CIT002,SRC003,SRC004", "--format=json")
    found = json.loads(ended.out)["diagnostics"]
    told = srccheck("lint", name, "--select=CIT002").out
    assert told.endswith("1 error in 3 citations and 1 entry; 2 accepted findings left out\n")
    left = text.splitlines().index(next(line for line in text.splitlines() if "p. 9" in line)) + 1
    assert [(each["code"], each["location"]["line"]) for each in found] == [("CIT002", left)]


def test_ignore_tables_for_word_files(srccheck: Run, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for text in (
        "He complained (Gaiduk 2010, p. 8).",
        "He complained once more (Gaiduk 2011, p. 9).",
        "References",
        "Gaiduk, Ilya V. The War. Chicago: Dee, 1996.",
    ):
        document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    table = '[[ignore]]\nrule = "CIT002"\npath = "a.docx"\nquote = "Gaiduk  2010"\nreason = "x"\n'
    (tmp_path / "srccheck.toml").write_text(table, encoding="utf-8")
    ended = srccheck("lint", "a.docx", "--select=CIT002,SRC003", "--format=json")
    (left,) = json.loads(ended.out)["diagnostics"]
    assert left["excerpt"] == "Gaiduk 2011"


def test_a_comment_for_a_rule_that_needs_the_network_is_not_unused(
    srccheck: Run, tmp_path: Path
) -> None:
    text = (
        "See <https://example.org/a>. <!-- srccheck: ignore[URL001, soft-404] comes and goes -->\n"
    )
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert srccheck("lint", "a.md").code == 0
    (tmp_path / "a.md").write_text(text.replace("URL001", "CIT001"), encoding="utf-8")
    assert "SRC003" in srccheck("lint", "a.md").out
