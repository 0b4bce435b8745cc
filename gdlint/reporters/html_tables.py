"""The three tables of a report, redrawn on the official form, with the cells of findings marked."""

from collections.abc import Iterator, Sequence

from gdlint.model.form import ColumnForm, PartForm, RowForm, TableForm
from gdlint.model.report import Report, Table
from gdlint.reporters.header_cells import header_levels
from gdlint.reporters.html_marks import Marks
from gdlint.reporters.levels import RANK
from gdlint.reporters.safe import html_text
from gdlint.words.pages import said


def table_html(report: Report, table: Table, marks: Marks) -> str:
    """A table of a report as HTML, with what could not be placed below it."""
    form = report.forms.tables[table.key]
    return "".join(Drawing(report, table, form, marks).pieces())


class Drawing:
    """One table while it is drawn."""

    def __init__(self, report: Report, table: Table, form: TableForm, marks: Marks) -> None:
        self.table, self.form, self.marks, self.language = table, form, marks, marks.language
        known = report.facts.template
        self.template = report.forms.templates[-1] if known is None else known

    def pieces(self) -> Iterator[str]:
        """The table, and the figures that have no place in it."""
        name = said("table", self.language, name=self.form.name[self.language])
        yield f'<div class="wide" tabindex="0" role="group" aria-label="{html_text(name)}"><table>'
        yield f"<caption>{html_text(name)}</caption>"
        if self.form.one_row:
            yield from self._one_row()
        elif self.form.parts:
            for part in self.form.parts:
                if self.template in part.templates:
                    yield from self._part(part)
        else:
            yield from self._grid(self._columns(), self._rows())
        yield "</table></div>"
        yield from self._loose()

    def _columns(self) -> list[ColumnForm]:
        return [column for column in self.form.columns if self.template in column.templates]

    def _rows(self) -> list[RowForm]:
        return [row for row in self.form.rows if self.template in row.templates]

    def _one_row(self) -> Iterator[str]:
        """All cells in one line, below the labels of their rows and columns."""
        places = [(row, column) for row in self._rows() for column in self._columns()]
        paths = [(*row.path, row.label, *column.path, column.label) for row, column in places]
        yield "<thead>"
        for level in header_levels(paths):
            yield "<tr>"
            for cell in level:
                scope = "col" if cell.is_label else "colgroup"
                yield f'<th scope="{scope}" colspan="{cell.across}" rowspan="{cell.down}">{html_text(cell.text)}</th>'
            yield "</tr>"
        yield "</thead><tbody><tr>"
        yield from (self._cell(row.key, column.key) for row, column in places)
        yield "</tr></tbody>"

    def _part(self, part: PartForm) -> Iterator[str]:
        """A clause with its header and its rows."""
        columns = [self.form.column(key, self.template) for key in part.columns]
        rows = [self.form.row(key, self.template) for key in part.rows]
        widest = max(len(each.columns) for each in self.form.parts)
        yield f'<tbody><tr><th scope="colgroup" class="clause" colspan="{widest + 1}">{html_text(part.clause)}</th></tr>'
        yield f'<tr><th scope="col">{said("content", self.language)}</th>'
        spare = widest - len(columns)
        for n, column in enumerate(columns):
            if column:
                yield self._column_head(column, 1 + (spare if n == len(columns) - 1 else 0))
        yield "</tr>"
        for row in rows:
            if row:
                yield f"<tr>{self._row_head(row)}"
                for n, key in enumerate(part.columns):
                    yield self._cell(row.key, key, 1 + (spare if n == len(columns) - 1 else 0))
                yield "</tr>"
        yield "</tbody>"

    def _column_head(self, column: ColumnForm, across: int) -> str:
        inner = self.marks.linked(
            html_text(column.label), self.marks.of_cell(self.table.key, None, column.key)
        )
        return f'<th scope="col" colspan="{across}">{inner}</th>'

    def _row_head(self, row: RowForm, across: int = 1) -> str:
        inner = self.marks.linked(html_text(row.label), self.marks.of_cell(self.table.key, row.key, None))
        return f'<th scope="row" colspan="{across}">{inner}</th>'

    def _grid(self, columns: Sequence[ColumnForm], rows: Sequence[RowForm]) -> Iterator[str]:
        """Rows below groups of rows, columns below groups of columns."""
        levels = header_levels([(*row.path, row.label) for row in rows])
        yield from self._grid_head(columns, len(levels))
        yield "<tbody>"
        for n, row in enumerate(rows):
            yield "<tr>"
            for level in levels:
                for cell in level:
                    if cell.first == n and cell.is_label:
                        yield self._row_head(row, cell.down)
                    elif cell.first == n:
                        yield f'<th scope="rowgroup" rowspan="{cell.across}">{html_text(cell.text)}</th>'
            yield from (self._cell(row.key, column.key) for column in columns)
            yield "</tr>"
        yield "</tbody>"

    def _grid_head(self, columns: Sequence[ColumnForm], wide: int) -> Iterator[str]:
        levels = header_levels([(*column.path, column.label) for column in columns])
        yield "<thead>"
        for n, level in enumerate(levels):
            yield "<tr>"
            if not n:
                yield f'<td colspan="{wide}" rowspan="{len(levels)}"></td>'
            for cell in level:
                column = columns[cell.first]
                numbers = self.marks.of_cell(self.table.key, None, column.key) if cell.is_label else []
                inner = self.marks.linked(html_text(cell.text), numbers)
                scope = "col" if cell.is_label else "colgroup"
                yield f'<th scope="{scope}" colspan="{cell.across}" rowspan="{cell.down}">{inner}</th>'
            yield "</tr>"
        yield "</thead>"

    def _cell(self, row: str, column: str, across: int = 1) -> str:
        figure = self.table.rows.get(row, {}).get(column)
        text = None if figure is None else figure.text
        inner = html_text(text) if text else f'<span class="gone">{self._absent(figure is None, text)}</span>'
        numbers = self.marks.of_cell(self.table.key, row, column)
        worst = min((self.marks.findings[n].severity for n in numbers), key=RANK.__getitem__, default=None)
        kind = f' class="{worst.value}"' if worst else ""
        return f'<td{kind} colspan="{across}">{self.marks.linked(inner, numbers)}</td>'

    def _absent(self, missing: bool, text: str | None) -> str:
        key = "not-there" if missing else "blank" if text == "" else "unread"
        sign = {"not-there": "—", "blank": "（空）", "unread": "？"}[key]
        return f'<span aria-hidden="true">{sign}</span><span class="unseen">{said(key, self.language)}</span>'

    def _loose(self) -> Iterator[str]:
        """The figures that could not be placed, as they are printed."""
        if not self.table.loose:
            return
        yield f'<p class="loose">{said("loose", self.language)}</p><ul class="loose">'
        for loose in self.table.loose:
            texts = " ｜ ".join(loose.texts)
            yield f"<li>{self.marks.linked(html_text(texts), self.marks.at(loose.start, loose.end))}</li>"
        yield "</ul>"
