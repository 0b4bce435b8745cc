"""Which sums of the tables fail: the oracle for GD401 to GD404."""

from collections.abc import Mapping
from typing import NamedTuple

from .forms import APPLICANTS, APPLICATION_COLUMNS, LITIGATION_GROUPS, OUTCOMES, result_rows
from .model import Made
from .truth import tables


class Expected(NamedTuple):
    """A finding to expect: its code and the cell it speaks of (`row` or `column` "" = the whole)."""

    code: str
    table: str
    row: str = ""
    column: str = ""


_Table = Mapping[str, Mapping[str, object]]


def failed(made: Made) -> frozenset[Expected]:
    """A report in, every sum that does not hold out; a blank or missing cell makes none fail."""
    return failed_in(tables(made), made.template)


def failed_in(found: Mapping[str, _Table], template: int) -> frozenset[Expected]:
    """Cells by table, row and column and the template in, every sum that does not hold out.

    Only integers are counts; anything else (a blank, a text) is unknown.
    """
    applications = found["applications"]
    return frozenset(
        {
            *_columns_failed(applications, result_rows(template)),
            *_rows_failed(applications),
            *_groups_failed(found["litigation"]),
        }
    )


def _cell(table: _Table, row: str, column: str) -> int | None:
    """A place in a table in, its count (None if blank or missing) out."""
    value = table.get(row, {}).get(column)
    return value if isinstance(value, int) else None


def _added(cells: list[int | None]) -> int | None:
    """Counts in, their sum (None if one is unknown) out."""
    known = [cell for cell in cells if cell is not None]
    return sum(known) if len(known) == len(cells) else None


def _differ(left: int | None, right: int | None) -> bool:
    """Two sums in, whether both are known and differ out."""
    return left is not None and right is not None and left != right


def _columns_failed(table: _Table, results: tuple[str, ...]) -> set[Expected]:
    """The applications table in, its columns that do not balance (GD401) or add up (GD402) out."""
    found: set[Expected] = set()
    for column in APPLICATION_COLUMNS:
        received = _added([_cell(table, row, column) for row in ("new", "carried_in")])
        dealt_with = _added([_cell(table, row, column) for row in ("total", "carried_out")])
        if _differ(received, dealt_with):
            found.add(Expected("GD401", "applications", column=column))
        if _differ(_cell(table, "total", column), _added([_cell(table, row, column) for row in results])):
            found.add(Expected("GD402", "applications", column=column))
    return found


def _rows_failed(table: _Table) -> set[Expected]:
    """The applications table in, its rows whose total is not the sum of the applicants (GD403) out."""
    return {
        Expected("GD403", "applications", row=row)
        for row in table
        if _differ(_cell(table, row, "total"), _added([_cell(table, row, column) for column in APPLICANTS]))
    }


def _groups_failed(table: _Table) -> set[Expected]:
    """The litigation table in, its groups whose total is not the sum of the outcomes (GD404) out."""
    return {
        Expected("GD404", "litigation", row=group)
        for group in LITIGATION_GROUPS
        if _differ(_cell(table, group, "total"), _added([_cell(table, group, column) for column in OUTCOMES]))
    }
