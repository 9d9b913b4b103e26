"""A second reader of free-form entries: a conditional random field over the words of an entry.

Takes an entry and what the rules made of it, gives a label and a certainty for each word. It needs
python-crfsuite and the model in refs/references; without either the rules read alone.
"""

from srccheck.references.tagging.tagger import Tagged, tag

__all__ = ["Tagged", "tag"]
