"""What a heading says of the section under it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache


class Section(StrEnum):
    """The kinds of section that readers tell apart."""

    BODY = "body"
    REFERENCES = "references"
    NOTES = "notes"


HEADING = 100  # code points; a longer line is no heading

_LONG_ENTRY = 600  # code points
_PROSE = 12  # words
_SOURCE = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|https?://|\([^()]{2,12}\)\.?\s*$")
_NUMBER = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[IVXLC]+[.)]|[A-ZА-Я][.)])\s+")
_BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^][]*\]|\{[^{}]*\})$")

_LISTS = r"""
      # English
      (?:(?:list|table)\s+of\s+|selected\s+|select\s+|general\s+|works?\s+cited\s+and\s+)?
      (?:references|bibliograph(?:y|ies))
    | references?\s+(?:cited|list) | (?:cited\s+|reference\s+)(?:literature|works|sources)
    | (?:list\s+of\s+)?works\s+(?:cited|consulted)(?:\s+and\s+consulted)?
    | (?:list\s+of\s+|selected\s+)?literature(?:\s+cited)? | literatuur
    | (?:unpublished\s+|published\s+|printed\s+|manuscript\s+|archival\s+)*
      (?:primary|secondary|archival|printed|published|unpublished|manuscript)
      (?:\s+and\s+(?:primary|secondary|printed|published|unpublished|archival))?\s+sources
    | (?:list\s+of\s+|selected\s+)?sources
    | (?:references|sources|bibliography|literature|works\s+cited)\s+and\s+
      (?:literature|bibliography|references|sources|(?:suggested\s+)?further\s+reading)
    | (?:suggested\s+|suggestions\s+for\s+|selected\s+)?further\s+reading | selected\s+readings?
      # Russian
    | (?:список\s+|перечень\s+)?(?:использованн(?:ых|ой|ая|ые)\s+|цитированн(?:ых|ой|ая|ые)\s+
      |цитируем(?:ых|ой|ая|ые)\s+|рекомендуем(?:ых|ой|ая|ые)\s+)?
      (?:архивн(?:ых|ые)\s+)?(?:источник(?:и|ов)|литератур[аы])
      (?:\s+и\s+(?:использованн(?:ых|ой|ая|ые)\s+)?(?:источник(?:и|ов)|литератур[аы]))?
    | (?:опубликованные|неопубликованные)\s+источники
    | библиограф(?:ия|ический\s+(?:список|указатель)(?:\s+использованной\s+литературы)?)
    | список\s+сокращений\s+источников
      # Ukrainian
    | (?:список\s+)?(?:використан(?:их|ої|а|і)\s+)?(?:джерел[аи]?|літератур[аи])
      (?:\s+(?:та|і|й)\s+(?:використан(?:их|ої)\s+)?(?:джерел[аи]?|літератур[аи]))?
    | бібліограф(?:ія|ічний\s+список) | архівні\s+джерела
      # German
    | (?:ausgewählte\s+|zitierte\s+|verwendete\s+)?literatur(?:verzeichnis|angaben|liste)?
    | (?:quellen|bibliogra(?:ph|f)ie)(?:verzeichnis)?
    | quellen-?\s*und\s+literatur(?:verzeichnis)? | literatur-?\s*und\s+quellen(?:verzeichnis)?
    | (?:gedruckte|ungedruckte|archivalische|veröffentlichte|unveröffentlichte)\s+quellen
      # French
    | bibliograf(?:ia|ie|ía|ija)(?:\s+\w+)? | (?:wykaz\s+)?literatur[ay]|literatura\s+przedmiotu
    | źródła(?:\s+i\s+(?:literatura|opracowania))? | seznam\s+(?:použité\s+)?literatury | prameny
    | (?:liste\s+des\s+)?références(?:\s+(?:bibliographiques|citées))?
    | (?:ouvrages|travaux)\s+cités | (?:sources\s+et\s+)?bibliographie(?:\s+sélective)?
    | sources\s+et\s+(?:bibliographie|références)
    | sources\s+(?:d['’]archives|imprimées|manuscrites)
"""
_NOTES = r"""
      (?:end\s?|foot\s?)?notes(?:\s+and\s+references)?
    | примечани[яе](?:\s+и\s+комментарии)? | сноски | комментарии | примітки | виноски
    | anmerkungen | fu(?:ß|ss)noten | endnoten | notes\s+(?:de\s+bas\s+de\s+page|de\s+fin)
"""
# What orders a list from within. Outside of one these are headings like any other.
_PARTS = r"""
      .*\bsources(?:\s+\w+)?
    | .*\b(?:archives?|archival\s+(?:materials?|collections|documents)|manuscripts|newspapers
      |periodicals|journals|books|articles|monographs|memoirs|diaries|interviews|dissertations|theses|websites
      |literature|collections|documents|works|writings|films|legislation|correspondence)
    | .*\b(?:архив(?:ы|ные\s+\w+)|газеты|периодика|журналы|книги|статьи|монографии|мемуары
      |воспоминания|дневники|интервью|диссертации|источники|литература|документы|исследования)
    | (?:не)?опубликованные(?:\s+\w+)? | на\s+\w+\s+языке | электронные\s+ресурсы
    | .*(?:archive|archivalien|quellen|zeitungen|zeitschriften|monographien|memoiren|literatur)
    | .*\b(?:périodiques|journaux|ouvrages|articles|mémoires|imprimés)
    | .*\b(?:архіви|газети|монографії|спогади|статті|періодика)
"""
# What ends a list or the notes, at whatever depth it stands.
_OTHERS = r"""
      (?:appendi(?:x|ces)|annex(?:e|es)?|anhang|приложени[ея]|додат(?:ок|ки))(?:\s+\S+)?
    | about\s+(?:the\s+)?authors? | (?:notes?\s+on\s+)(?:the\s+)?(?:contributors?|authors?)
    | (?:author|authors|author[’']s)\s+(?:biograph(?:y|ies)|bio|note|information) | contributors?
    | (?:list\s+of\s+)?(?:abbreviations|acronyms|figures|tables|illustrations|maps)(?:\s+used)?
    | acknowledge?ments? | conclusions? | introduction | abstract | summary | index | glossary
    | keywords | funding | (?:conflicts?|declaration)\s+of\s+.* | data\s+availability.*
    | (?:chapter|part|section|глава|часть|раздел|розділ|kapitel|teil|chapitre|partie)\s+\S+.*
    | (?:список\s+)?(?:принятых\s+)?сокращени[йя] | (?:список\s+)?скорочен(?:ь|ня) | аннотация
    | (?:сведения|информация)\s+об\s+автор(?:е|ах) | об\s+автор(?:е|ах) | про\s+автор(?:а|ів)
    | благодарности | заключение | введение | резюме | ключевые\s+слова | указатель.*
    | (?:abkürzungen|abkürzungsverzeichnis) | über\s+(?:den|die)\s+autor(?:in|en|innen)?
    | danksagung | zusammenfassung | einleitung | schluss | (?:liste\s+des\s+)?abréviations
    | remerciements | résumé | à\s+propos\s+de\s+l['’]auteur
"""


def section_of(heading: str) -> Section:
    """Tell what stands under a heading: notes, a list of references, or the body."""
    bare = _bare(heading)
    if not bare or len(bare) > HEADING:
        return Section.BODY
    if _matches(_NOTES, bare):
        return Section.NOTES
    # "Литература / References": a heading in two languages
    names = bare.split(" / ") if " / " in bare else [bare]
    return Section.REFERENCES if all(_matches(_LISTS, each) for each in names) else Section.BODY


def is_part(heading: str) -> bool:
    """Tell a heading that orders a list from within ("Archives", "Printed sources")."""
    return _matches(_PARTS, _bare(heading))


def ends_list(heading: str, *, numbered: bool = False) -> bool:
    """Tell a heading of another part of the manuscript ("Appendix", "About the author").

    A numbered heading is one too, unless the items of the list are ``numbered`` themselves; what
    ends in a full stop is none ("2 Kings. New Revised Standard Version.").
    """
    if _matches(_OTHERS, _bare(heading)):
        return True
    words = heading.strip("*_# ")
    return not numbered and _NUMBER.match(words) is not None and not words.endswith(".")


def reads_on(text: str) -> bool:
    """Tell a paragraph of prose, under a heading that may or may not belong to a list."""
    if len(text) > _LONG_ENTRY:
        return True
    return len(text.split()) >= _PROSE and not _SOURCE.search(text)


def _bare(heading: str) -> str:
    """Give a heading without its number, markup, bracketed addition and colon."""
    bare = _BRACKETED.sub("", heading.strip().strip("*_#").strip())
    return " ".join(_NUMBER.sub("", bare, count=1).strip("*_ ").rstrip(":. ").split())


def _matches(names: str, bare: str) -> bool:
    return _compiled(names).fullmatch(bare) is not None


@cache
def _compiled(names: str) -> re.Pattern[str]:
    """Compile a vocabulary when the first heading asks for it: it takes some milliseconds."""
    return re.compile(names, re.VERBOSE | re.IGNORECASE)
