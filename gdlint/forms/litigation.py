"""The table of section four: one row of fifteen values under three groups of five outcomes."""

from collections.abc import Sequence

from gdlint.forms.columns import column_types
from gdlint.forms.figures import read_figures
from gdlint.forms.labels import column_labels, find_exact
from gdlint.forms.values import JOINED, Strip, place
from gdlint.model.document import Cell, Grid, Kind, Part, Row
from gdlint.model.form import TableForm
from gdlint.model.report import Entry, Label
from gdlint.model.wording import plain

Order = list[tuple[str, str]]
"""(row, column) of each value, in the order in which they are printed"""


def bind_one_row(form: TableForm, parts: Sequence[Part]) -> tuple[list[Entry], list[Label]]:
    """The entries (one for each group and printed row of values) and the printed labels of groups and outcomes."""
    entries: list[Entry] = []
    labels: list[Label] = []
    order, groups = official_order(form), _no_labels(form)
    suits_first = _suits_first(form, [row for part in parts for row in part.heads])
    for part in parts:
        heads = [row for row in part.heads if row.kind is Kind.HEADER]
        if heads:
            order, groups, printed = _read_header(form, heads)
            labels += printed
        for row in part.rows:
            if _holds_values(row, len(order)):
                told = row.grid is not Grid.NONE or (_leads_to_values(form, heads) and not suits_first)
                entries += _entries(form, row, order if told else [], groups)
    return entries, labels


def _holds_values(row: Row, width: int) -> bool:
    """Values, or blank cells for all of them; words without any figure are pieces of a header."""
    filled = any(cell.text for cell in row.cells)
    return row.kind is not Kind.CONTINUED if filled else len(row.cells) == width


def _leads_to_values(form: TableForm, heads: Sequence[Row]) -> bool:
    """The last column ends the header. Where not even rows are stated, another order tells that the cells of a PDF came in
    disorder, and the values with them."""
    last = heads[-1].cells[-1].text if heads else ""
    return find_exact(last, column_labels(form))[0] == form.columns[-1].key


def official_order(form: TableForm) -> Order:
    """Group by group, outcome by outcome."""
    return [(row.key, column.key) for row in form.rows for column in form.columns]


def _no_labels(form: TableForm) -> dict[str, Label]:
    return {row.key: Label("", 0, 0, row.key, row.label, True) for row in form.rows}


def _read_header(form: TableForm, heads: Sequence[Row]) -> tuple[Order, dict[str, Label], list[Label]]:
    """The order that the header states. Where it does not name all fifteen, the official order stands."""
    way = column_labels(form)
    names = {plain(row.label): row for row in form.rows}
    groups: dict[str, Label] = {}
    outcomes: list[tuple[str, Cell]] = []
    labels: list[Label] = []
    for cell in (cell for row in heads for cell in row.cells if cell.text):
        group = names.get(plain(cell.text))
        key, note = find_exact(cell.text, way)
        if group:
            groups.setdefault(group.key, Label(cell.text, cell.start, cell.end, group.key, group.label, True))
        elif key:
            official = next(column.label for column in form.columns if column.key == key)
            labels.append(Label(cell.text, cell.start, cell.end, key, official, True, note))
            outcomes.append((key, cell))
    rows = list(groups) if len(groups) == len(form.rows) else [row.key for row in form.rows]
    if _suits_first(form, heads):
        rows = [*rows[1:], rows[0]] if rows[0] == form.rows[0].key else rows
    stated = _stated_order(form, rows, [key for key, _ in outcomes])
    order = stated or (official_order(form) if rows == [row.key for row in form.rows] else [])
    return order, {**_no_labels(form), **groups}, labels


def _suits_first(form: TableForm, heads: Sequence[Row]) -> bool:
    """行政诉讼 stands left of 行政复议."""
    words = [plain(cell.text) for row in heads for cell in row.cells if cell.text]
    suits, first = plain(form.heads[0]), plain(form.rows[0].label)
    return suits in words and first in words and words.index(suits) < words.index(first)


def _stated_order(form: TableForm, rows: Sequence[str], outcomes: Sequence[str]) -> Order | None:
    size = len(form.columns)
    if len(outcomes) != size * len(form.rows):
        return None
    chunks = [outcomes[i : i + size] for i in range(0, len(outcomes), size)]
    if any(len(set(chunk)) != size for chunk in chunks):
        return None
    return [(row, column) for row, chunk in zip(rows, chunks, strict=True) for column in chunk]


def _entries(form: TableForm, row: Row, order: Order, groups: dict[str, Label]) -> list[Entry]:
    placed = place([Strip(row.cells, -1, 0, len(order), row.grid, row.run)])[0] if order else "no-columns"
    stated = row.grid == "stated"
    if placed == JOINED:
        return _cut_entries(form, row, order, groups)
    if isinstance(placed, str):
        label = Label("", row.start, row.start, None, None, False)
        return [Entry(form.key, label, row.cells, {}, len(order), stated, problem=placed)]
    found: dict[str, list[tuple[str, Cell]]] = {}
    for (key, column), cell in zip(order, placed, strict=True):
        found.setdefault(key, []).append((column, cell))
    return [
        Entry(
            form.key,
            _placed_label(groups[key], cells[0][1]),
            tuple(cell for _, cell in cells),
            read_figures(
                [column for column, _ in cells], ["count"] * len(cells), [cell for _, cell in cells]
            ),
            len(cells),
            stated,
        )
        for key, cells in found.items()
    ]


def _cut_entries(form: TableForm, row: Row, order: Order, groups: dict[str, Label]) -> list[Entry]:
    """The same from values that run together."""
    from gdlint.forms.joined import JoinedRow, cut_rows, figures_of, is_open

    pieces = tuple(cell for cell in row.cells if cell.text)
    kinds = column_types(form, tuple(column for _, column in order), None)
    cut = cut_rows(form, [JoinedRow(tuple(order), kinds, pieces)], {})[0]
    entries = []
    for key in dict.fromkeys(key for key, _ in order):
        figures = figures_of(cut, key)
        label = _placed_label(groups[key], pieces[0])
        entries.append(Entry(form.key, label, pieces, figures, len(order), False, unread=is_open(figures)))
    return entries


def _placed_label(label: Label, first: Cell) -> Label:
    """A label that is not printed stands where its first value stands."""
    return label if label.text else Label("", first.start, first.end, label.key, label.official, label.exact)
