"""PDF: the text of its pages, as far as the layout says what it is.

Needs pypdfium2 (``pip install 'srccheck[pdf]'``). A page's positions are its number; lines do not
survive, so that the source is the text put together again, a paragraph a line.
"""

from srccheck.readers.pdf.read import read_pdf

__all__ = ["read_pdf"]
