"""A readable list that is read and written again: it should stay as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from srccheck.bibliography.gather import gather
from srccheck.bibliography.styles import STYLES
from srccheck.bibliography.write import Target, write

LIST = """\
Text (RGASPI, f. 495, op. 201, d. 1/2, l. 104; AVP RF, f. 79, op. 32, p. 4, d. 47; AVP RF, f. 79,
op. 32, p. 5, d. 47; AVP RF, f. 569, op. 28, p. 41, d. 16; TNA, FO 371/12345).

## References

Arhiv vneshnej politiki Rossijskoj Federacii [Archive of Foreign Policy] (AVP RF).

Aristotle. n.d. *History of Animals*.

Corsi, Pietro. 1988. *The Age of Lamarck: Theories in France, 1790–1830*. Translated by Jonathan
Mandelbaum. Berkeley: University of California Press.

Darwin, Charles. 1851–1854. *A Monograph on the Sub-class Cirripedia*. 2 vols. London: Ray Society.

Ekholm, Karin. forthcoming. “Accounts of Chick Generation.” *Early Science* 13 (2): 568–614.

Lane, Bo, and Ida Berg, eds. 1990. *Essays*. Oslo: Aschehoug.

*Livre Noir*. 1978. Phnom Penh.

*Pravda* (Moscow). 1977. July 8, 1977.

“Prazhskaja vesna.” 2008. *Voprosy istorii*, no. 12.

Malile, Reis. 1961. “Information on the Meeting.” Digital Archive: International History. Woodrow
Wilson Center, August 21, 1961. Accessed May 10, 2017. http://example.org/110802.

Orlov, A. S. 1998. “Two boxes.” *Archives of the North*, see the second (3 + 2), what A. lent us.
"""


def written(text: str, suffix: str, target: Target, style: str) -> str:
    return write([gather(text.encode(), f"a.{suffix}")], target, STYLES[style]).data.decode()


@pytest.mark.parametrize("style", ["chicago-author-date", "chicago-notes"])
def test_chicago_in_markdown_is_read_as_it_was_written(style: str) -> None:
    first = written(LIST, "md", Target.MARKDOWN, style)
    assert written(first, "md", Target.MARKDOWN, style) == first
    assert "Translated by Jonathan Mandelbaum" in first
    assert "2 vols. London" in first
    assert "(TNA), Kew\n\n- FO 371/12345\n" in first


@pytest.mark.parametrize("style", sorted(STYLES))
def test_no_archive_and_no_file_is_lost(style: str) -> None:
    for target, suffix in ((Target.MARKDOWN, "md"), (Target.TEXT, "txt")):
        first = written(LIST, "md", target, style)
        again = written(first, suffix, target, style)
        heading = STYLES[style].printed_heading
        heading = heading if target is Target.MARKDOWN else heading.upper()
        archival = first[: first.index(heading)]
        assert archival.count("371/12345") == 1
        assert again.startswith(archival)


def test_most_of_an_article_stays(shared: Path) -> None:
    """Of 43 paragraphs: what the tool prints, and no less."""
    data = (shared / "seeds" / "selivanov-2017.txt").read_bytes()
    for style, least in {
        "chicago-author-date": 43, "chicago-notes": 43, "harvard-cite-them-right": 42,
        "gost-r-7.0.5": 42, "gost-r-7.0.100": 41,
    }.items():  # fmt: skip
        first = write([gather(data, "a.txt")], Target.MARKDOWN, STYLES[style]).data.decode()
        blocks = first.split("\n\n")
        again = set(written(first, "md", Target.MARKDOWN, style).split("\n\n"))
        entries = [each for each in blocks if not each.startswith("#")]
        assert len(entries) == 43
        assert sum(each in again for each in entries) >= least, style


def test_raw_entries_keep_their_italics() -> None:
    text = written(LIST, "md", Target.MARKDOWN, "chicago-author-date")
    assert "*Archives of the North*, see the second (3 + 2), what A. lent us." in text
