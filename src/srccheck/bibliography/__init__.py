"""Bibliographies to write: takes entries and the text of .bib files, gives one normalised list.

Every entry keeps where it came from; what could not be parsed is written as it stands.
"""
