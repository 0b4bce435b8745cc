"""The words by which a line or a cell is recognised: data that the forms hand to the syntax."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from gdlint.model.identical import Identical


class Role:
    """What a cell may be, as bits of a plain integer (an enum would cost more than all the rest of the look-up).

    A word can have several roles: 总计 heads a column and ends a column. FIGURE is a bare number, VALUE all that stands
    in value cells (a figure, one with a unit, a mark for none).
    """

    NONE: Final = 0
    CLAUSE: Final = 1
    HEAD: Final = 2
    COLUMN: Final = 4
    GROUP: Final = 8
    ROW: Final = 16
    FIGURE: Final = 32
    VALUE: Final = 64

    HEADING: Final = HEAD | COLUMN
    LABEL: Final = ROW | GROUP
    OFFICIAL: Final = CLAUSE | HEAD | COLUMN | GROUP | ROW


class _Vocabulary(NamedTuple):
    titles: Mapping[str, int]
    labels: Mapping[str, int]
    telling: tuple[str, ...]
    heads: tuple[str, ...]
    """long labels of columns and headers as they are printed; a paragraph without any of them holds no whole table"""
    portal: Mapping[str, str]
    """labels of the lines that a portal sets before a text -> their key"""
    sections: tuple[str, ...] = ()
    """the keys of the sections in the order of their ranks"""
    orders: tuple[tuple[int, ...], ...] = ((),)
    """the ranks of the sections of each form in their order, each order once, that of the oldest form first"""
    traditional: Mapping[int, str] = MappingProxyType({})
    """code points of traditional characters -> simplified ones; the first stands in every report in that script"""


class Vocabulary(Identical, _Vocabulary):
    """Compared wordings (see `gdlint.model.wording.plain`) and what they are; compared by identity itself.

    `titles` maps the titles of the six sections and their aliases to their rank (1 to 6), `labels` the labels of tables
    to their roles (bits of `Role`). `telling` are labels long enough to be recognised inside a longer text.
    """

    __slots__ = ()
