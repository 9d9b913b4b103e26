"""Reference lists: takes the list's stream, gives its entries as values.

Nothing an entry says is dropped: what no field can take is in ``Entry.rest``.
"""

from srccheck.references.find import find_lists, parse_entry, read_source
from srccheck.references.model import (
    AuthorSource,
    Entry,
    EntryType,
    Field,
    Name,
    ReferenceList,
)

__all__ = [
    "AuthorSource",
    "Entry",
    "EntryType",
    "Field",
    "Name",
    "ReferenceList",
    "find_lists",
    "parse_entry",
    "read_source",
]
