"""LaTeX: a scanner of its own that knows where everything stands in the file.

Takes a source, gives a manuscript; macros are seen through as far as authors of prose use them.
"""

from srccheck.readers.latex.read import read_tex

__all__ = ["read_tex"]
