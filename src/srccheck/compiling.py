"""What is compiled at build time, so that a run need not: data files and patterns.

``python -m srccheck.compiling`` writes ``srccheck/_compiled``. The build hook (hatch_build.py)
calls it for wheels and for editable installs; beside the standard library it uses marko, where
that is at hand (pyproject.toml asks for it at build time).
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages

import srccheck
from srccheck import lint, patterns, report
from srccheck.archives import compiled
from srccheck.links.missing import phrases

# Vocabularies and the forms of addresses are compiled when the first heading, note, entry or link
# asks for them; marko's patterns by the first Markdown.
_SAMPLE = """The Parcel

He complained at length (Petrov 2010, 5). See RGANI, f. 5, op. 1, d. 2, l. 3.[1]

Notes

1. Ibid., l. 4; Ivan Petrov, The Parcel (Moscow: Nauka, 2010), p. 6.

References

Petrov, Ivan (2010). The Parcel. Moscow: Nauka. http://example.org/a (accessed 3 May 2017).
Петров И. И. Посылка // Вопросы истории. 2011. № 2. С. 3–4.
"""


def main() -> None:
    """Write every compiled file; the patterns are those of all modules and of a sample's run."""
    compiled.write()
    phrases()
    for module in walk_packages(srccheck.__path__, "srccheck."):
        with suppress(ImportError):  # the command line's needs typer
            import_module(module.name)
    for name in ("sample.md", "sample.txt"):
        with suppress(ImportError):  # marko's patterns are kept later then, by a first run
            result = lint.lint(_SAMPLE.encode(), name)
            report.render_text(report.LintReport.of([result]), report.Look(80))
    patterns.write()


if __name__ == "__main__":
    main()
