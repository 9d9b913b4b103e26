"""What a finding asks the author: a question in plain words, from the rule and its message."""

from __future__ import annotations

from typing import Final

from srccheck.report.window import printable
from srccheck.rules import Diagnostic

NOT_FOR_AUTHORS: Final = frozenset({"SRC003", "SRC004", "SRC005"})
"""Rules about suppressions, settings and baselines: they ask the editor, not the author."""

ASKS: Final = {
    "CIT001": "Which work do you mean, and what is its entry for the list?",
    "CIT002": "Which year is right, or is another work meant?",
    "CIT003": "Is this the same person, and which spelling do you want throughout?",
    "CIT004": "Where is this work cited, or should it leave the list?",
    "CIT005": "Which of them do you mean here?",
    "CIT006": "Which work do you mean: is an entry missing, or is the letter wrong?",
    "CIT007": "Which volume do you mean, or should the entry name more volumes?",
    "CIT008": "Is this page right, or are the pages of the entry wrong?",
    "CIT009": "Which source do you mean?",
    "CIT010": "Which of the sources before it do you mean?",
    "CIT011": "Who are the authors of this work?",
    "CIT015": "Which work of this author do you mean?",
    "CIT016": "Which of the two is right?",
    "CIT017": "Which mark and which note belong together?",
    "CIT018": "Was this changed by hand on purpose, or should it follow the reference manager?",
    "ARC001": "What is this archive called in full, and where is it?",
    "ARC002": "What is the full name of this archive, for its first mention?",
    "ARC003": "Could you give the whole reference?",
    "ARC005": "Is this the number of a leaf of the file, or a page of the document itself?",
    "ARC009": "Which leaves do you mean?",
    "ARC010": "Which of the two is right?",
    "ARC012": "Is this number right?",
    "ARC013": "Did you see the file under this name, and may we give the name of today?",
    "ARC014": "Should the list of archives be changed, or is a citation missing?",
    "ARC015": "Which fond is it?",
    "ARC017": "How does the archive write the number of this file?",
    "ARC018": "Which of the two is right, or are they two documents?",
    "REF001": "Could you give what is missing?",
    "REF002": "Is this one work, and which of the two entries should stay?",
    "REF003": "May we move this entry to its place?",
    "REF005": "Are these two works, or was one entry copied from the other?",
    "REF006": "What is the right date?",
    "REF009": "Could you give the right number?",
    "REF010": "Could you tell us author, title, place and year of this entry?",
    "REF012": "Could you correct this entry?",
    "TRN002": "Is this one name, and which spelling do you want?",
    "TRN003": "Is this the same name, and may we write it as elsewhere?",
    "TRN007": "Is this the same name with a slip, or another one?",
    "URL001": "Is there another address, or an archived copy, of this source?",
    "URL003": "Can you open this page, and when did you last see it?",
    "URL005": "When did you last open this page?",
    "URL006": "Is this the right address of the source you cite?",
    "URL008": "Did you keep a copy of this page?",
    "URL010": "What is the address of this source now?",
    "URL011": "In which archive, fond and file is the original?",
    "URL012": "Does this site have a new address?",
    "SRC001": "Could you send us this file again?",
    "SRC002": "Is there a list of references still to come?",
}
_ELSE: Final = "What should stand here?"


def question_of(diagnostic: Diagnostic) -> str:
    """Give the question a finding asks, as one or two sentences.

    The first says what was found; the second is the rule's own, or asks leave for the fix.
    """
    return f"{_stated(diagnostic)} {_asked(diagnostic)}"


def _stated(diagnostic: Diagnostic) -> str:
    text = printable(diagnostic.message).strip().removesuffix("; a copied entry?")
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _asked(diagnostic: Diagnostic) -> str:
    own = ASKS.get(diagnostic.code)
    if own is not None:
        return own
    if diagnostic.fix is not None:
        return f"May we {printable(diagnostic.fix.message).rstrip('.')}?"
    return _ELSE
