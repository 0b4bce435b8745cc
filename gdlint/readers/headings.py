"""Whether a line looks like the heading of a section: what parts a table, and tells which part of a page is the report."""

import re

from gdlint.model.wording import stripped

_HEADING = re.compile(
    r"(?:第?[一二三四五六七](?:部分)?|[1-7])[、.．,，:：\s]\s{0,2}[^\s。；]{2,40}(?:情况|事项)[：:。]?"
)
_LONGEST = 100


def is_heading(text: str) -> bool:
    """A line that looks like the heading of a section."""
    return len(text) <= _LONGEST and _HEADING.fullmatch(stripped(text)) is not None
