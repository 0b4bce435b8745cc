"""The table of section four: one row of fifteen values under three groups of five outcomes."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from gdlint.forms.columns import column_types
from gdlint.forms.litigation_header import Order, OutcomeHeader, outcome_header
from gdlint.forms.table_parts import in_place, read_once
from gdlint.forms.values import JOINED, Ragged, Strip, place
from gdlint.lexicon.table_cells import read_figures
from gdlint.model.document import Cell, Grid, Kind, Part, Row
from gdlint.model.form import TableForm
from gdlint.model.report import Entry, Label


def bind_one_row(form: TableForm, parts: Sequence[Part], ragged: Ragged) -> tuple[list[Entry], list[Label]]:
    """The entries (one for each group and printed row of values) and the printed labels of groups and outcomes."""
    entries: list[Entry] = []
    labels: list[Label] = []
    order, groups, before = Order(), _no_labels(form), list[Row]()
    at = tuple[int, ...]()
    filled = _is_filled(parts)
    for part in parts:
        heads = [row for row in part.heads if row.kind is Kind.HEADER]
        if heads:
            header = _header([*before, *heads], form)
            order, groups, at = header.order, {**_no_labels(form), **header.groups}, header.at
            labels += [label for label in header.outcomes if label.key or header.order]
        valued = _valued(part.rows, len(form.rows) * len(form.columns))
        for row in filter(_is_printed, valued) if filled else valued[:1]:
            entries += _entries(form, row, order, groups, at, ragged)
        before = [] if valued else [*before, *heads, *part.rows]
    if parts and not any(entry.figures for entry in entries):
        return _other(form, parts, ragged) or (entries, labels)
    return entries, labels


def _other(form: TableForm, parts: Sequence[Part], ragged: Ragged) -> tuple[list[Entry], list[Label]] | None:
    """The same of a table in another layout than the official one."""
    from gdlint.forms.litigation_layouts import other_layout

    layout = other_layout(form, parts, ragged)
    if layout is None:
        return None
    grid = parts[0].rows[0].grid if parts[0].rows else parts[0].heads[0].grid
    groups = {**_no_labels(form), **layout.groups}
    entries = []
    for row in [row.key for row in form.rows]:
        cells = {column: cell for (group, column), cell in layout.cells.items() if group == row}
        columns, values = tuple(cells), list(cells.values())
        figures = read_figures(columns, column_types(form, columns, None), values)
        label = _placed_label(groups[row], values[0])
        entries.append(Entry(form.key, label, tuple(values), figures, len(columns), grid is Grid.STATED))
    return entries, list(layout.outcomes)


def _is_filled(parts: Sequence[Part]) -> bool:
    """Values are printed somewhere: then a row in which nothing stands is none of values."""
    return any(row.kind is not Kind.CONTINUED and _is_printed(row) for part in parts for row in part.rows)


def _is_printed(row: Row) -> bool:
    """Something stands in a row."""
    return any(cell.text for cell in row.cells)


def _header(rows: Sequence[Row], form: TableForm) -> OutcomeHeader:
    """What a header says, read anew only where it has another text."""
    found = read_once(outcome_header, rows, form)
    if found is None:
        return outcome_header(rows, form)
    header, cells = found
    return header._replace(
        groups={key: in_place(label, cells) for key, label in header.groups.items()},
        outcomes=tuple([in_place(label, cells) for label in header.outcomes]),
    )


def _valued(rows: Sequence[Row], width: int) -> list[Row]:
    """The rows of values. Where cells run together, and a text stands among them, nobody knows where a row ends."""
    valued = [row for row in rows if _holds_values(row, width)]
    if valued and valued[0].grid is Grid.JOINED and not all(map(_is_plain, rows)):
        cells = tuple(cell for row in rows for cell in row.cells)
        return [rows[0]._replace(kind=Kind.ROW, cells=cells, end=rows[-1].end)]
    return valued


def _is_plain(row: Row) -> bool:
    """Only figures stand in a row of joined cells."""
    return all(cell.text[-1:].isdigit() for cell in row.cells)


def _holds_values(row: Row, width: int) -> bool:
    """Values, or blank cells for all of them; words without any figure are pieces of a header."""
    return row.kind is not Kind.CONTINUED if _is_printed(row) else len(row.cells) == width


@lru_cache(maxsize=16)
def _no_labels(form: TableForm) -> Mapping[str, Label]:
    return {row.key: Label("", 0, 0, row.key, row.label, True) for row in form.rows}


def _entries(
    form: TableForm, row: Row, order: Order, groups: Mapping[str, Label], at: tuple[int, ...], ragged: Ragged
) -> list[Entry]:
    strip = Strip(row.cells, -1, 0, len(order), row.grid, row.run, columns=row.columns, at=at)
    placed = place([strip], ragged)[0] if order else "no-columns"
    stated = row.grid == "stated"
    if placed == JOINED and _is_plain(row):
        return _cut_entries(form, row, order, groups)
    if isinstance(placed, str):
        label = Label("", row.start, row.start, None, None, False)
        return [Entry(form.key, label, row.cells, {}, len(order), stated, problem=placed)]
    found: dict[str, list[int]] = {}
    for n, (key, _) in enumerate(order):
        found.setdefault(key, []).append(n)
    unplaced = tuple([placed[n] for n in found.pop("", ()) if placed[n].text])
    entries = []
    for key, places in found.items():
        columns, cells = tuple([order[n][1] for n in places]), tuple([placed[n] for n in places])
        figures = read_figures(columns, column_types(form, columns, None), cells)
        label = _placed_label(groups[key], cells[0])
        entries.append(Entry(form.key, label, cells, figures, len(cells), stated))
    return [entries[0]._replace(unplaced=unplaced), *entries[1:]] if unplaced and entries else entries


def _cut_entries(form: TableForm, row: Row, order: Order, groups: Mapping[str, Label]) -> list[Entry]:
    """The same from values that run together."""
    from gdlint.forms.column_cuts import JoinedRow
    from gdlint.forms.joined_rows import cut_rows, figures_of, is_open

    pieces = tuple(cell for cell in row.cells if cell.text)
    kinds = column_types(form, tuple(column for _, column in order), None)
    cut = cut_rows(form, [JoinedRow(tuple(order), kinds, pieces)], {})[0]
    entries = []
    for key in dict.fromkeys(key for key, _ in order):
        figures = figures_of(cut, key)
        label = _placed_label(groups[key], pieces[0])
        entry = Entry(form.key, label, pieces, figures, len(order), stated=False)
        entries.append(entry._replace(unread=is_open(figures), is_cut=bool(figures)))
    return entries


def _placed_label(label: Label, first: Cell) -> Label:
    """A label that is not printed stands where its first value stands."""
    return label if label.text else Label("", first.start, first.end, label.key, label.official, label.exact)
