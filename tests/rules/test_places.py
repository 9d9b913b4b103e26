"""A diagnostic knows its place in stream coordinates too."""

from __future__ import annotations

from pathlib import Path

from srccheck.lint import Settings, lint


def test_places_are_those_of_the_quotes(root: Path) -> None:
    path = root / "examples" / "vlora.md"
    result = lint(path.read_bytes(), str(path), Settings(keep_apparatus=True))
    assert result.apparatus is not None
    quote = result.apparatus.quote
    related = [each for diagnostic in result.diagnostics for each in diagnostic.related]
    assert len(result.diagnostics) > 5
    assert len(related) > 2
    for place, excerpt in [(each.place, each.excerpt) for each in result.diagnostics] + [
        (each.place, each.excerpt) for each in related
    ]:
        assert place is not None
        assert quote(place) == excerpt
