"""OpenDocument texts in one XML file."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from reading import paragraphs

from office_factory import odt, odt_note
from srccheck.errors import UnreadableFileError
from srccheck.lint import lint
from srccheck.readers import read
from srccheck.text import StreamKind


def flat(*body: str) -> bytes:
    """Give a flat file with the content of a packed one."""
    with zipfile.ZipFile(BytesIO(odt(*body))) as archive:
        content = archive.read("content.xml")
    return content.replace(b"office:document-content", b"office:document")


def test_it_reads_as_the_packed_one() -> None:
    body = (
        '<text:h text:outline-level="1">Title</text:h>',
        f"<text:p>One{odt_note('1', 'See RGANI, f. 5, op. 49, d. ½, l. 3.')} two</text:p>",
    )
    manuscript = read(flat(*body), "a.fodt")
    assert manuscript.format == "fodt"
    assert paragraphs(manuscript.streams[0]) == ["Title", "One two"]
    [note] = manuscript.of_kind(StreamKind.NOTE)
    assert note.label == "1"
    [found] = [each for each in lint(flat(*body), "a.fodt").diagnostics if each.code == "ARC007"]
    assert found.where.startswith("note 1, ¶ ")


@pytest.mark.parametrize("data", [b"text", b"<office:document ", flat("<text:p>a</text:p>")[:-30]])
def test_what_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, "a.fodt")
    assert "end of it is missing" in caught.value.what
