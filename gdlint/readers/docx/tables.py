"""The rows of a Word table as they are printed, and which tables only lay out a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdlint.readers.docx.paragraphs import COME, GONE
from gdlint.readers.elements import Node, child, is_on, local, number, value

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", *COME})


class TableCell(NamedTuple):
    """A cell of a row: its element, its first column and how many it takes, and whether it goes on with the cell above."""

    node: Node
    column: int
    columns: int
    goes_on: bool


class TableRows(NamedTuple):
    """The rows of a table that are printed, and how many changes of rows it tracks."""

    rows: tuple[tuple[TableCell, ...], ...]
    changes: int


def within(node: Node, *names: str) -> Iterator[Node]:
    """The children of some names, also those in content controls and the like."""
    for each in node:
        name = local(each)
        if name in names:
            yield each
        elif name in _WRAPPERS:
            yield from within(each, *names)


def rows_of(table: Node) -> TableRows:
    """The rows of a table without deleted and hidden ones."""
    rows, changes = [], 0
    for row in within(table, "tr"):
        properties = child(row, "trPr")
        marks = {local(mark) for mark in properties} if properties is not None else set()
        changes += bool(marks & (GONE | COME))
        if not marks & GONE and not is_on(child(properties, "hidden")):
            rows.append(tuple(_cells(row, number(child(properties, "gridBefore")))))
    return TableRows(tuple(rows), changes)


def _cells(row: Node, column: int) -> Iterator[TableCell]:
    waiting: TableCell | None = None
    for cell in within(row, "tc"):
        properties = child(cell, "tcPr")
        columns = max(number(child(properties, "gridSpan"), default=1), 1)
        if waiting is not None and _continues(child(properties, "hMerge")):
            waiting = waiting._replace(columns=waiting.columns + columns)
        else:
            if waiting is not None:
                yield waiting
            waiting = TableCell(cell, column, columns, _continues(child(properties, "vMerge")))
        column += columns
    if waiting is not None:
        yield waiting


def _continues(merge: Node | None) -> bool:
    """A cell that is merged with the one before it."""
    return merge is not None and value(merge) != "restart"


def is_layout(rows: Sequence[Sequence[TableCell]]) -> bool:
    """The table has one column, or holds other tables."""
    nested = any(next(within(cell.node, "tbl"), None) is not None for row in rows for cell in row)
    return nested or all(len(row) < 2 for row in rows)
