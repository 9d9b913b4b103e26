"""Whatever a manuscript holds, its page is well formed and shows the text as text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from page_reading import read, report_on

from srccheck.errors import UnreadableFileError
from srccheck.report.html import render_html
from srccheck.report.window import printable

PIECES = (
    "He knew (", "Gaiduk 2010, pp. 8–9", "Gaiduk 1996", "; ", ").", " (ibid., p. 4)", "\n\n", "*",
    "RGASPI. f. 17, op. 3, d. ½, pp. 5–7", "ibid., l. 3", "[^1]", "\n[^1]: Gaiduk 1996, p. 3.\n",
    "<script>", "</script>", "<!--", "-->", "&amp;", "&", '"', "'", "onload=", "{{", "}}", "{%",
    "](", "_", 'https://a.example/?a=1&b="c"', "javascript:alert(1)", "\u202e", "\u0301",
    "Ф. 17. Оп. 3. Д. 5",
)  # fmt: skip
LIST = "\n\n## References\n\nGaiduk, Ilya V. *The Soviet Union*. Chicago: Dee, 1996.\n"
text = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join)


@settings(max_examples=120)
@given(text, st.sampled_from(["md", "txt", "tex", "html"]), st.booleans())
def test_every_page_is_well_formed_and_shows_its_text(body: str, suffix: str, listed: bool) -> None:
    try:
        report = report_on((f"a.{suffix}", body + LIST * listed))
    except (UnreadableFileError, UnicodeEncodeError):
        return
    page = read(render_html(report))
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    for each in page.all():
        assert not [name for name in each.attributes if name.startswith("on")]
        assert each.attributes.get("href", "#").startswith(("#", "http://", "https://"))
        if each.attributes.get("href", "").startswith("#"):
            assert each.attributes["href"][1:] in ids
    assert len(page.find("script")) == len(page.find("style")) == 1
    apparatus = report.files[0].apparatus
    assert apparatus is not None
    shown = [each for each in page.by_id("text").all() if "data-p" in each.attributes]
    assert [each.text for each in shown if re.match(r"p\d", each.attributes["id"])] == [
        " ".join(printable(stream.text[paragraph.start : paragraph.end]).split())
        for stream in apparatus.manuscript.streams
        for paragraph in stream.paragraphs
    ]
