"""What would mend a finding: edits of the text, as data."""

from collections.abc import Iterable
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


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits, in their order and apart from each other."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join([*parts, text[at:]])
