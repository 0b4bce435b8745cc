"""What would mend a finding: edits of the text, as data."""

from typing import NamedTuple


class Edit(NamedTuple):
    """`text[start:end]` of the canonical text becomes `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that belong together, in the order of the text and apart from each other. A `safe` fix changes no figure and no
    meaning."""

    edits: tuple[Edit, ...]
    safe: bool = False
