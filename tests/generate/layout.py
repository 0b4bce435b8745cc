"""The grids of the official tables: rectangular, with sentinels where a merged cell swallows a place."""

from enum import Enum
from itertools import groupby
from typing import Final, NamedTuple

from .forms import (
    APPLICATION_COLUMNS,
    APPLICATIONS,
    CORNER,
    DISCLOSURE,
    FULL_WIDTH_ROWS,
    GROUPS,
    LITIGATION_COLUMNS,
    LITIGATION_GROUPS,
    LITIGATION_LABELS,
    ORGANISATIONS,
    RESULTS_LABEL,
    ApplicationRow,
    Clause,
)
from .model import Made


class Merged(Enum):
    """A place that a merged cell swallows: `LEFT` continues the cell on its left; `ABOVE` is the first place
    (in its row) of a cell that begins in a row above."""

    LEFT = "left"
    ABOVE = "above"


MERGED: Final = Merged.LEFT
LEFT, ABOVE = Merged.LEFT, Merged.ABOVE
Cell = str | Merged


class Row(NamedTuple):
    """A row of a grid: its kind (clause, header, data), its cells, and how many of them are label columns.

    In a data row every text at or after `labels` is a value ("" = blank); `key` is its row key ("" if none).
    """

    kind: str
    cells: tuple[Cell, ...]
    labels: int
    key: str = ""

    def is_value(self, index: int) -> bool:
        """The index of a cell in, whether a value (even a blank one) stands there out."""
        return self.kind == "data" and index >= self.labels and isinstance(self.cells[index], str)


Grid = tuple[Row, ...]


def grid(made: Made, table: str) -> Grid:
    """A report and the key of a table in, its rectangular grid out (rows dropped, labels swapped as told)."""
    printers = {"disclosure": _disclosure, "applications": _applications, "litigation": _litigation}
    rows = printers[table](made)
    for edit in made.edits:
        rows = edit(table, rows)
    return rows


def _filled(cells: tuple[str, ...], width: int) -> tuple[Cell, ...]:
    """The texts at the start of a row in, the row with its last cell merged up to the width out."""
    return (*cells, *(LEFT,) * (width - len(cells)))


def _disclosure(made: Made) -> Grid:
    """A report in, the grid of section two out."""
    clauses = DISCLOSURE[made.template]
    width = 1 + max(len(clause.columns) for clause in clauses)
    return tuple(row for clause in clauses for row in _clause(made, clause, width))


def _clause(made: Made, clause: Clause, width: int) -> Grid:
    """A clause and the width of its table in, its clause row, header row and data rows out."""
    header = ("信息内容", *(label for _, label in clause.columns))
    labels = {key: label for c in DISCLOSURE[made.template] for key, label in c.rows}
    rows = [
        Row("clause", _filled((clause.label,), width), width),
        Row("header", _filled(header, width), width),
    ]
    for key, _ in clause.rows:
        if ("disclosure", key) in made.dropped:
            continue
        figures = made.tables["disclosure"][key]
        label = labels[made.label_key("disclosure", key)]
        texts = (label, *(figures[column] for column, _ in clause.columns))
        rows.append(Row("data", _filled(texts, width), 1, key))
    return tuple(rows)


def _applications(made: Made) -> Grid:
    """A report in, the grid of section three (three label columns, seven value columns) out."""
    kept = [row for row in APPLICATIONS[made.template] if ("applications", row.key) not in made.dropped]
    labels = {row.key: row.label for row in APPLICATIONS[made.template]}
    rows: list[Row] = []
    results_begun = False
    for _, members in groupby(kept, key=lambda row: row.group or row.key):
        for position, row in enumerate(members):
            label = labels[made.label_key("applications", row.key)]
            stub = _stub(row, label, first=position == 0, results_begun=results_begun)
            results_begun = results_begun or row.key not in FULL_WIDTH_ROWS
            figures = made.tables["applications"][row.key]
            cells = (*stub, *(figures[column] for column in APPLICATION_COLUMNS))
            rows.append(Row("data", cells, 3, row.key))
    return (*_application_header(), *rows)


def _stub(row: ApplicationRow, label: str, *, first: bool, results_begun: bool) -> tuple[Cell, Cell, Cell]:
    """A row, its printed label and where it stands in, its three label cells out."""
    if row.key in FULL_WIDTH_ROWS:
        return (label, LEFT, LEFT)
    results: Cell = ABOVE if results_begun else RESULTS_LABEL
    if row.group is None:
        return (results, label, LEFT)
    return (results, GROUPS[row.group] if first else ABOVE, label)


def _application_header() -> Grid:
    """Nothing in, the three header rows of section three out."""
    organisations: tuple[Cell, ...] = ("法人或其他组织", LEFT, LEFT, LEFT, LEFT)
    corner: tuple[Cell, ...] = (ABOVE, LEFT, LEFT)
    return (
        Row("header", (CORNER, LEFT, LEFT, "申请人情况", *(LEFT,) * 6), 3),
        Row("header", (*corner, "自然人", *organisations, "总计"), 3),
        Row("header", (*corner, ABOVE, *ORGANISATIONS, ABOVE), 3),
    )


def _litigation(made: Made) -> Grid:
    """A report in, the grid of section four (three header rows, one row of 15 values) out."""
    width = len(LITIGATION_LABELS)
    table = made.tables["litigation"]
    values = tuple(table[group][column] for group in LITIGATION_GROUPS for column in LITIGATION_COLUMNS)
    suits = (*_filled(("未经复议直接起诉",), width), *_filled(("复议后起诉",), width))
    return (
        Row("header", (*_filled(("行政复议",), width), *_filled(("行政诉讼",), 2 * width)), 0),
        Row("header", (*LITIGATION_LABELS, *suits), 0),
        Row("header", (*(ABOVE,) * width, *LITIGATION_LABELS, *LITIGATION_LABELS), 0),
        Row("data", values, 0),
    )
