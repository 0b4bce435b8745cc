"""Every physical shape in which a whole report can be printed."""

import random
from collections.abc import Callable
from typing import Final

from .cellwise import bar_cell, bar_own_line, blank_cell, line_cell, tab_cell
from .folded import folded
from .model import Made
from .pages import layout
from .rowwise import bar_bare, bar_leading, bar_padded, pipe, pipe_blank, spaced
from .streams import raw
from .tabbed import comma_separated, tsv

SHAPES: Final[dict[str, Callable[[Made, random.Random], str]]] = {
    "tab_cell": tab_cell,
    "tsv": tsv,
    "pipe": pipe,
    "bar_padded": bar_padded,
    "bar_bare": bar_bare,
    "bar_leading": bar_leading,
    "bar_cell": bar_cell,
    "bar_own_line": bar_own_line,
    "blank_cell": blank_cell,
}

FLATTENED: Final[dict[str, Callable[[Made, random.Random], str]]] = {
    "layout": layout,
    "raw": raw,
    "folded": folded,
}
"""shapes that lose what is a cell or a row; not every cell can be read again"""

FURTHER: Final[dict[str, Callable[[Made, random.Random], str]]] = {
    "line_cell": line_cell,
    "spaced": spaced,
    "pipe_blank": pipe_blank,
    "comma_separated": comma_separated,
}
"""shapes in which a cell without text leaves no trace, or looks like more than it is"""
