"""Labels in lines of their own, above the lines of their values: read where each row has just its own, never moved."""

from collections.abc import Callable, Sequence
from typing import Final

import pytest

from gdlint import api
from generate import grid, tables
from support.conserved import faults
from support.edited.unique import unique_report

MADE: Final = unique_report(0, 2021)
TABLE: Final = "applications"
TRUTH: Final = {row: tuple(map(str, cells.values())) for row, cells in tables(MADE)[TABLE].items()}
GRID: Final = grid(MADE, TABLE)
HEAD: Final = [[cell if isinstance(cell, str) else "" for cell in row.cells] for row in GRID if not row.key]
LINES: Final = [
    line
    for row in GRID
    if row.key
    for line in (
        *([cell] for cell in row.cells[: row.labels] if isinstance(cell, str) and cell),
        [str(cell) for cell in row.cells[row.labels :]],
    )
]
"""the labels and the values of all rows, each a line"""
Lines = list[list[str]]
Write = Callable[[Lines], str]


def tabs(lines: Sequence[Sequence[str]]) -> str:
    """The values of a line between tabs."""
    return "\n".join("\t".join(line) for line in (*HEAD, *lines))


def blanks(lines: Sequence[Sequence[str]]) -> str:
    """The values of a line between blanks, more of them in the header."""
    head = "\n".join("".join(f"{text:<20}" for text in line) for line in HEAD)
    return head + "\n" + "\n".join("    " * (len(line) > 1) + "  ".join(line) for line in lines)


WRITERS: Final = (tabs, blanks)


def read(write: Write, lines: Lines) -> dict[str, tuple[str | None, ...]]:
    """Lines below the header in a shape in, the figures of each row that is bound out; none is lost or told twice."""
    report = api.parse(
        f"三、收到和处理政府信息公开申请情况\n{write(lines)}\n四、政府信息公开行政复议、行政诉讼情况\n"
    )
    assert list(faults(report)) == []
    rows = report.tables[TABLE].rows
    shown = {row: tuple(figure.text for figure in cells.values()) for row, cells in rows.items()}
    return {row: texts for row, texts in shown.items() if any(texts)}


@pytest.mark.parametrize("write", WRITERS)
def test_each_row_is_read(write: Write) -> None:
    assert read(write, LINES) == TRUTH


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("line", range(len(LINES)))
def test_a_line_that_is_missing_moves_no_value(write: Write, line: int) -> None:
    found = read(write, [*LINES[:line], *LINES[line + 1 :]])
    assert {row: cells for row, cells in found.items() if cells != TRUTH[row]} == {}


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("line", [n for n, line in enumerate(LINES) if len(line) > 1])
@pytest.mark.parametrize("values", [slice(0, 3), slice(1, 7), slice(0, 6)])
def test_a_line_that_lacks_values_moves_none(write: Write, line: int, values: slice) -> None:
    found = read(write, [*LINES[:line], LINES[line][values], *LINES[line + 1 :]])
    assert {row: cells for row, cells in found.items() if cells != TRUTH[row]} == {}


@pytest.mark.parametrize("write", WRITERS)
def test_values_before_their_labels_are_read_as_such_or_not_at_all(write: Write) -> None:
    labels = [line for line in LINES if len(line) == 1]
    values = [line for line in LINES if len(line) > 1]
    turned = [line for row in zip(values, labels[-len(values) :], strict=True) for line in row]
    assert {row: cells for row, cells in read(write, turned).items() if cells != TRUTH[row]} == {}
    apart = read(write, [*labels, *values])
    assert {row: cells for row, cells in apart.items() if cells != TRUTH[row]} == {}
