"""Citations: takes a manuscript's streams and gives what they cite, as values with places.

Nothing is resolved here: an ibid says what it says, and whose it is comes later.
"""

from srccheck.citations.find import find
from srccheck.citations.model import (
    ArchivalCitation,
    Citation,
    CiteKeyCitation,
    CrossReference,
    Found,
    FullNote,
    IbidCitation,
    Kind,
    Link,
    LocatorPart,
    Mention,
    PrintedCitation,
    ShortNote,
    UnparsedCitation,
    Year,
)

__all__ = [
    "ArchivalCitation",
    "Citation",
    "CiteKeyCitation",
    "CrossReference",
    "Found",
    "FullNote",
    "IbidCitation",
    "Kind",
    "Link",
    "LocatorPart",
    "Mention",
    "PrintedCitation",
    "ShortNote",
    "UnparsedCitation",
    "Year",
    "find",
]
