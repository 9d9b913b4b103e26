"""Names in two scripts: romanise, read back, detect the scheme, compare two spellings.

Takes words, names and titles, gives readings with their ambiguity; knows nothing of citations
or lists. Each part is loaded when it is first used: a run that needs none pays nothing.
"""

from typing import TYPE_CHECKING, Final

from srccheck.lazy import lazily

if TYPE_CHECKING:
    from srccheck.translit.albanian import looks_albanian, same_albanian
    from srccheck.translit.authorities import Aliases, Authority, aliases, authorities_from
    from srccheck.translit.authority import (
        AuthorityForm,
        AuthoritySlip,
        authority_slips,
        periodical,
        place,
        same_place,
    )
    from srccheck.translit.chinese import ChinesePair, chinese_pair, chinese_readings
    from srccheck.translit.comparison import SameName, Verdict, same_form, same_name
    from srccheck.translit.conversion import AUTO, CYRILLIC, convert
    from srccheck.translit.detection import (
        MIXED_ENTRY,
        Detection,
        Deviation,
        detect,
        detect_scheme,
        deviations,
        entry_gap,
        words,
    )
    from srccheck.translit.keys import name_keys
    from srccheck.translit.language import language_of_cyrillic, language_of_latin
    from srccheck.translit.reversal import Reversal, reverse, reverse_word
    from srccheck.translit.scheme_table import Scheme, romanise, scheme, schemes
    from srccheck.translit.vietnamese import (
        DamagedName,
        NameForm,
        damaged_names,
        find_names,
        well_formed,
    )

_HOME: Final = {
    "albanian": ("looks_albanian", "same_albanian"),
    "authorities": ("Aliases", "Authority", "aliases", "authorities_from"),
    "authority": (
        "AuthorityForm",
        "AuthoritySlip",
        "authority_slips",
        "periodical",
        "place",
        "same_place",
    ),
    "chinese": ("ChinesePair", "chinese_pair", "chinese_readings"),
    "detection": (
        "Detection",
        "Deviation",
        "MIXED_ENTRY",
        "detect",
        "detect_scheme",
        "deviations",
        "entry_gap",
        "words",
    ),
    "keys": ("name_keys",),
    "language": ("language_of_cyrillic", "language_of_latin"),
    "reversal": ("Reversal", "reverse", "reverse_word"),
    "conversion": ("AUTO", "CYRILLIC", "convert"),
    "comparison": ("SameName", "Verdict", "same_form", "same_name"),
    "scheme_table": ("Scheme", "romanise", "scheme", "schemes"),
    "vietnamese": ("DamagedName", "NameForm", "damaged_names", "find_names", "well_formed"),
}

__getattr__ = lazily(__name__, _HOME)

__all__ = [
    "AUTO",
    "CYRILLIC",
    "MIXED_ENTRY",
    "Aliases",
    "Authority",
    "AuthorityForm",
    "AuthoritySlip",
    "ChinesePair",
    "DamagedName",
    "Detection",
    "Deviation",
    "NameForm",
    "Reversal",
    "SameName",
    "Scheme",
    "Verdict",
    "aliases",
    "authorities_from",
    "authority_slips",
    "chinese_pair",
    "chinese_readings",
    "convert",
    "damaged_names",
    "detect",
    "detect_scheme",
    "deviations",
    "entry_gap",
    "find_names",
    "language_of_cyrillic",
    "language_of_latin",
    "looks_albanian",
    "name_keys",
    "periodical",
    "place",
    "reverse",
    "reverse_word",
    "romanise",
    "same_albanian",
    "same_form",
    "same_name",
    "same_place",
    "scheme",
    "schemes",
    "well_formed",
    "words",
]
