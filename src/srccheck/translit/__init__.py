"""Names in two scripts: romanise, read back, detect the scheme, compare two spellings.

Takes words and names, gives readings with their ambiguity; knows nothing of citations or lists.
"""

from srccheck.translit.keys import name_keys
from srccheck.translit.same_name import SameName, Verdict, same_name

__all__ = ["SameName", "Verdict", "name_keys", "same_name"]
