"""The control words of rich text that matter to a reader (RTF specification 1.9.1)."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SKIPPED = _words(
    "colortbl info pict object themedata colorschememapping latentstyles datastore xmlnstbl"
    " listtable listoverridetable rsidtbl generator header headerl headerr headerf footer footerl"
    " footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor"
    " atndate atnref atntime atnparent atrfstart atrfend nonshppict revtbl pgdsctbl userprops"
    " docvar"
    " mmath pntext listtext pnseclvl tc xe txe rxe template bkmkstart bkmkend wgrffmtfilter"
    " mailmerge protusertbl filetbl background shpinst do nextfile private falt panose"
)
"""Destinations whose text is none of the manuscript's."""
NOTES = frozenset({"footnote"})
PARAGRAPHS = frozenset({"par", "sect", "page", "column"})
CELLS = frozenset({"cell", "nestcell"})
SPACES = frozenset({"tab", "line", "emspace", "enspace", "qmspace", "lbr", "softline"})
SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "-": "", "_": "-", "{": "{", "}": "}", "\\": "\\"}
CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""What ``\\fcharset`` means; 0 stands for the document's own."""
DOUBLE = frozenset({"cp932", "cp949", "gbk", "big5"})
