"""Texts between tags: HTML, TEI, JATS. Takes a source, gives a manuscript, with exact places.

No parser of XML stands behind it: those give lines at best, and open what a file tells them to.
"""

from srccheck.readers.markup.html import read_html
from srccheck.readers.markup.xml import read_xml

__all__ = ["read_html", "read_xml"]
