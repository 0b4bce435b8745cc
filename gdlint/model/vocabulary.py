"""The words by which a line or a cell is recognised: data that the forms hand to the syntax."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag, auto


class Role(Flag):
    """What a label may be. A word can have several roles (总计 heads a column and ends a column)."""

    NONE = 0
    CLAUSE = auto()
    HEAD = auto()
    COLUMN = auto()
    GROUP = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Compared wordings (see `gdlint.model.wording.plain`) and what they are.

    `titles` maps the titles of the six sections and their aliases to their rank (1 to 6), `labels` the labels of tables
    to their roles. `telling` are labels long enough to be recognised inside a longer text.
    """

    titles: Mapping[str, int]
    labels: Mapping[str, Role]
    telling: tuple[str, ...]
