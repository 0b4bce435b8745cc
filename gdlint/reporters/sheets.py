"""A workbook whose cells are texts and numbers alone: nothing that a report holds is a formula or a link."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from gdlint.model.report import Report
from gdlint.reporters.cell_grid import grids
from gdlint.reporters.safe import harmless
from gdlint.words.fault import FaultError
from gdlint.words.overviews import NO_XLSX

LONGEST = 32_000
"""characters of a cell; a sheet takes 32,767"""
MOST_SHEETS = 250
MOST_ROWS = 1_000_000
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_FILLS: Mapping[str, str] = {"error": "#FDE4E4", "warning": "#FFF0CC", "info": "#DCF3F7"}


class Sheets:
    """A workbook while it is filled.

    Raises `FaultError` where XlsxReporter is not installed.
    """

    def __init__(self) -> None:
        try:
            from xlsxwriter import Workbook
        except ImportError:
            raise FaultError(NO_XLSX) from None
        self._bytes = BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = Workbook(self._bytes, options)
        self._bold = self._book.add_format({"bold": True, "bottom": 1})
        self._fills = {
            level: self._book.add_format({"bg_color": colour, "border": 1})
            for level, colour in _FILLS.items()
        }
        self._names: set[str] = set()
        self._next: dict[Any, int] = {}

    def sheet(self, name: str, heads: Sequence[str] = (), widths: Sequence[int] = ()) -> Any:
        """A new sheet with a header that stays in sight; None where there are too many."""
        if len(self._names) >= MOST_SHEETS and not heads:
            return None
        sheet = self._book.add_worksheet(self._free_name(name))
        self._next[sheet] = 0
        for n, wide in enumerate(widths):
            sheet.set_column(n, n, wide)
        if heads:
            self.row(sheet, heads, kind="head")
            sheet.freeze_panes(1, 0)
        return sheet

    def _free_name(self, name: str) -> str:
        plain = harmless(name).translate(_NOT_IN_NAMES).strip()[:24] or "sheet"
        names = (plain, *(f"{plain} {n}" for n in range(2, MOST_SHEETS + 2)))
        free = next(each for each in names if each.casefold() not in self._names)
        self._names.add(free.casefold())
        return free

    def row(self, sheet: Any, values: Sequence[Any], kind: str = "", kinds: Sequence[str] = ()) -> None:
        """A row more: numbers are numbers, all else text; `kind` is `head` or a severity, `kinds` says it cell by cell."""
        at = self._next[sheet]
        if at >= MOST_ROWS:
            return
        self._next[sheet] = at + 1
        for n, value in enumerate(values):
            self._write(sheet, at, n, value, kinds[n] if kinds else kind)

    def _write(self, sheet: Any, row: int, column: int, value: Any, kind: str) -> None:
        shape = self._bold if kind == "head" else self._fills.get(kind)
        if isinstance(value, int):
            sheet.write_number(row, column, value, shape)
        elif value or shape:
            sheet.write_string(row, column, harmless(str(value))[:LONGEST], shape)

    def report(
        self, name: str, report: Report, kinds: Mapping[tuple[str, str | None, str | None], str]
    ) -> None:
        """A sheet with the tables of a report, the cells of `kinds` (by table, row and column) marked by severity."""
        sheet = self.sheet(name, widths=(46, *(12,) * 8))
        if sheet is None:
            return
        for table, title, rows in grids(report):
            self.row(sheet, [title], kind="head")
            for row in rows:
                marks = [
                    kinds.get((table.key, cell.row, cell.column), "") if cell.row else "" for cell in row
                ]
                values = [cell.value if isinstance(cell.value, int) else cell.text for cell in row]
                self.row(sheet, values, kinds=marks)
            self.row(sheet, [])

    def content(self) -> bytes:
        """The workbook as a file."""
        self._book.close()
        return self._bytes.getvalue()
