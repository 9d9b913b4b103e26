"""Styles for people to read: takes an entry, gives its line with italics marked.

Each is code of its own, because the general language for styles (CSL) has no fond and no opis.
"""

from srccheck.bibliography.styles.catalogue import DEFAULT, STYLES, Style, style_named

__all__ = ["DEFAULT", "STYLES", "Style", "style_named"]
