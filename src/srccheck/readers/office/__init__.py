"""Word and OpenDocument files: a zip of XML parts, read into paragraphs and then a manuscript.

They have no text of their own to point into. What is read from them is written out, a paragraph a
line (:class:`~srccheck.readers.office.extraction.Extraction`), and that text is the manuscript's
source. The extraction knows for each of its characters the XML element it came from; writers of
annotated copies ask it, the manuscript does not keep it.
"""
