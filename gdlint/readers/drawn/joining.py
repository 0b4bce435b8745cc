"""What goes on from one sheet to the next is one: tables, their cells, and paragraphs."""

import re
from collections.abc import Sequence
from itertools import groupby

from gdlint.readers.drawn.blocks import RuledCell, RuledTable, is_chinese
from gdlint.readers.drawn.lattice import Area
from gdlint.readers.drawn.ruling import NEAR

_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
"""how a label begins that is whole"""
_WIDE = 3
"""digits; a column has room for less"""


def joined(upper: RuledTable, lower: RuledTable) -> RuledTable | None:
    """Two halves of a table as one; None where they are two tables, since they are not as wide."""
    if max(abs(upper.xs[0] - lower.xs[0]), abs(upper.xs[-1] - lower.xs[-1])) > NEAR:
        return None
    xs = _together(upper.xs, lower.xs)
    second = _without_header(_on(lower, xs), upper)
    if not second:
        return RuledTable(xs, upper.rows, tuple(_on(upper, xs)))
    first, height = _without_rest(_on(upper, xs), upper.rows)
    cells, rows = _joined_rows(first, second, height)
    return RuledTable(xs, rows, tuple(sorted(cells, key=lambda cell: cell.area[:2])))


def _together(first: Sequence[float], second: Sequence[float]) -> tuple[float, ...]:
    """The edges of both, those that are close as one."""
    return (*first[:1], *_apart(sorted((*first[1:-1], *second[1:-1])), first[0], first[-1]), first[-1])


def _apart(places: Sequence[float], start: float, end: float) -> list[float]:
    found = [start]
    for place in places:
        if place - found[-1] > NEAR and end - place > NEAR:
            found.append(place)
    return found[1:]


def _on(table: RuledTable, xs: Sequence[float]) -> list[RuledCell]:
    """The cells of a table on columns that are parted further."""
    at = [min(range(len(xs)), key=lambda n: abs(xs[n] - x)) for x in table.xs]
    found = []
    for cell in table.cells:
        row, column, rows, columns = cell.area
        area = Area(row, at[column], rows, at[column + columns] - at[column])
        found.append(cell._replace(area=area))
    return found


def _rows(cells: Sequence[RuledCell]) -> list[list[RuledCell]]:
    return [list(row) for _, row in groupby(cells, key=lambda cell: cell.area.row)]


def _without_rest(cells: list[RuledCell], rows: int) -> tuple[list[RuledCell], int]:
    """The cells of a first half, and how many rows it has, without the beginning of a row that had no room for any text."""
    last = [cell for cell in cells if cell.area.row == rows - 1]
    if rows < 2 or not last or any(cell.text for cell in last):
        return cells, rows
    kept = [_cut(cell, rows - 1) for cell in cells if cell.area.row < rows - 1]
    return kept, rows - 1


def _cut(cell: RuledCell, rows: int) -> RuledCell:
    """A cell that ends with so many rows of its table."""
    return cell._replace(area=cell.area._replace(rows=min(cell.area.rows, rows - cell.area.row)))


def _without_header(lower: list[RuledCell], upper: RuledTable) -> list[RuledCell]:
    """The cells of a second half without the header that is printed again above it."""
    again = 0
    for first, second in zip(_rows(upper.cells), _rows(lower), strict=False):
        texts = [cell.text for cell in second]
        if (
            [cell.text for cell in first] != texts
            or not any(texts)
            or any(text.isdecimal() for text in texts)
        ):
            break
        again = second[0].area.row + 1
    ends = [cell for cell in lower if cell.area.row < again < cell.area.row + cell.area.rows]
    return lower if ends else _raised(cells=lower, by=again)


def _raised(cells: Sequence[RuledCell], by: int) -> list[RuledCell]:
    return [
        cell._replace(area=cell.area._replace(row=cell.area.row - by))
        for cell in cells
        if cell.area.row >= by
    ]


def _joined_rows(first: list[RuledCell], second: list[RuledCell], rows: int) -> tuple[list[RuledCell], int]:
    """The cells of both halves below each other: a row that was broken is one again, and so is a cell over several rows."""
    height = max(cell.area.row + cell.area.rows for cell in second)
    ends = {_columns(cell): cell for cell in first if cell.area.row + cell.area.rows == rows}
    top = [cell for cell in second if not cell.area.row]
    broken, seam = _is_broken(top, ends), _seam(top, ends)
    cells = {id(cell): cell for cell in first}
    for cell in second:
        area = cell.area._replace(row=cell.area.row + rows - broken)
        above = ends.get(_columns(cell)) if not cell.area.row else None
        if above and (broken or _goes_on(above, cell)):
            over = above.area._replace(rows=area.row + area.rows - above.area.row)
            cells[id(above)] = above._replace(area=over, text=_text(above.text, cell.text, seam))
        else:
            cells[id(cell)] = cell._replace(area=area)
    return list(cells.values()), rows + height - broken


def _columns(cell: RuledCell) -> tuple[int, int]:
    return cell.area.column, cell.area.columns


def _is_broken(top: Sequence[RuledCell], ends: dict[tuple[int, int], RuledCell]) -> bool:
    """A row goes on: its second half has the cells of the first, a part of its label or none, and what figures had no room for."""
    halves = [(ends.get(_columns(cell)), cell) for cell in top]
    both = [(upper, lower) for upper, lower in halves if upper and upper.text and lower.text]
    if any(upper is None or (cell.text and not upper.text) for upper, cell in halves):
        return False
    if not both or len(both) == len(halves):
        return False
    return all(_are_label(upper, lower) or _are_figure(upper, lower) for upper, lower in both)


def _are_label(upper: RuledCell, lower: RuledCell) -> bool:
    return _is_label(upper) and _is_label(lower) and not _NUMBERED.match(lower.text)


def _are_figure(upper: RuledCell, lower: RuledCell) -> bool:
    return upper.text.isdecimal() and lower.text.isdecimal()


def _seam(top: Sequence[RuledCell], ends: dict[tuple[int, int], RuledCell]) -> str:
    """What stands between the halves of a figure: nothing where no figure of the row has more in its first line, so that there was
    room for no more; else it is not clear that they are one."""
    halves = [(ends.get(_columns(cell)), cell) for cell in top]
    figures = [(upper.text, bool(cell.text)) for upper, cell in halves if upper and upper.text.isdecimal()]
    going_on = [len(text) for text, goes_on in figures if goes_on]
    others = [len(text) for text, goes_on in figures if not goes_on]
    full = bool(going_on) and min(going_on) >= max((_WIDE, *others))
    return "" if full and len(going_on) <= len(others) else "\n"


def _is_label(cell: RuledCell) -> bool:
    return is_chinese(cell.text[0]) or is_chinese(cell.text[-1])


def _goes_on(above: RuledCell, cell: RuledCell) -> bool:
    """A cell over several rows goes on: it is not named anew."""
    several = above.area.rows > 1 or cell.area.rows > 1
    return several and not _NUMBERED.match(cell.text) and not cell.text.isdecimal()


def _text(upper: str, lower: str, seam: str) -> str:
    if upper and lower and not (is_chinese(upper[-1]) or is_chinese(lower[0])):
        return f"{upper}{seam}{lower}"
    return upper + lower
