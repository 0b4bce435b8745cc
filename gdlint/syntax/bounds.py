"""How large one report may be: about a hundred times the largest one known, so that what is made of a text is bounded."""

MOST_LINES = 50_000
"""lines that are not blank"""

MOST_FILE_LINES = 220_000
"""lines of a file, which may hold several reports; of blank ones in a row only the first"""

MOST_HEADINGS = 5000
"""headings of any level, and what a portal says"""

MOST_NUMBERED = 40_000
"""lines of a file that may be headings"""

MOST_COMMENTS = 5000
"""comments to gdlint in a file"""

MOST_MARKS = 20_000
"""page numbers and running titles of a file, which may hold several reports"""

MOST_ROWS = 10_000
"""printed rows of tables, headers included"""

MOST_CELLS = 40_000
"""printed cells of tables, blank ones included"""


class TooLargeError(Exception):
    """A text in which a report would be larger than any."""
