"""One page that sums a run up: findings, the manuscript, its citations against the list, its files.

Takes a LintReport whose results keep their apparatus, gives a single HTML file that needs nothing
else: no network, no other file. Whatever comes from a manuscript stands in it as text.
"""

from srccheck.report.html.page import output, render_html

__all__ = ["output", "render_html"]
