"""What a heading says of the section under it."""

from __future__ import annotations

import re
from enum import StrEnum


class Section(StrEnum):
    """The kinds of section that readers tell apart."""

    BODY = "body"
    REFERENCES = "references"
    NOTES = "notes"


_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVXLC]+\.|[A-Z]\.)\s+")
_REFERENCES = re.compile(
    r"""(?:
      (?:list\s+of\s+|selected\s+|select\s+|works?\s+cited\s+and\s+)?(?:references|bibliograph(?:y|ies))
    | references?(?:\s+cited)?(?:\s+list)? | works\s+cited | literature(?:\s+cited)?
    | (?:primary|secondary|archival|printed|published|unpublished)\s+(?:and\s+\w+\s+)?sources
    | (?:list\s+of\s+)?sources(?:\s+and\s+(?:literature|bibliography|references))?
    | (?:references\s+and\s+)?further\s+reading | literatuur
    | (?:список\s+)?(?:использованн(?:ых|ой|ая|ые)\s+)?(?:источник(?:и|ов)\s+и\s+)?литератур[аы]
    | (?:список\s+)?(?:использованн(?:ых|ые)\s+)?источник(?:и|ов)(?:\s+и\s+литератур[аы])?
    | (?:архивные|опубликованные|неопубликованные)\s+источники
    | библиографи(?:я|ческий\s+список) | список\s+сокращений\s+источников
    | література | список\s+літератури | джерела(?:\s+та\s+література)?
    | literatur(?:verzeichnis|angaben|liste)? | (?:quellen|bibliogra(?:ph|f)ie)(?:verzeichnis)?
    | quellen-?\s*und\s+literatur(?:verzeichnis)? | (?:gedruckte\s+|ungedruckte\s+)quellen
    | références(?:\s+bibliographiques)? | ouvrages\s+cités | (?:sources\s+et\s+)?bibliographie
    | sources(?:\s+et\s+bibliographie)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NOTES = re.compile(
    r"""(?:
      (?:end|foot)?notes(?:\s+and\s+references)?
    | примечани[яе] | сноски | примітки | комментарии
    | anmerkungen | fu(?:ß|ss)noten | endnoten
    | notes(?:\s+de\s+bas\s+de\s+page)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_BIBLIOGRAPHY = re.compile(r"bibliograph|further\s+reading|библиографи", re.IGNORECASE)


def section_of(heading: str) -> Section:
    """Tell what stands under a heading: notes, a list of references, or the body."""
    bare = _NUMBER.sub("", heading.strip().strip("*_#").strip()).rstrip(":. ")
    if _NOTES.fullmatch(bare):
        return Section.NOTES
    if _REFERENCES.fullmatch(bare):
        return Section.REFERENCES
    return Section.BODY
