"""Names in two scripts: romanise, read back, detect the scheme, compare two spellings.

Takes words and names, gives readings with their ambiguity; knows nothing of citations or lists.
"""

from srccheck.translit.detect import Detection, Deviation, detect, detect_scheme, deviations
from srccheck.translit.keys import name_keys
from srccheck.translit.reverse import Reversal, reverse, reverse_word
from srccheck.translit.same_name import SameName, Verdict, same_name
from srccheck.translit.scheme import Scheme, romanise, scheme, schemes

__all__ = [
    "Detection",
    "Deviation",
    "Reversal",
    "SameName",
    "Scheme",
    "Verdict",
    "detect",
    "detect_scheme",
    "deviations",
    "name_keys",
    "reverse",
    "reverse_word",
    "romanise",
    "same_name",
    "scheme",
    "schemes",
]
