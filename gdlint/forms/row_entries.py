"""The printed rows of a table as entries: each with its official row, and its values with their columns."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from gdlint.forms.columns import column_types
from gdlint.forms.labels import align, group_labels, labels_of_rows, row_labels, wording_is_official
from gdlint.forms.printed_rows import PrintedRow, printed_rows, with_value_in_label
from gdlint.forms.table_parts import HeadedPart
from gdlint.forms.values import JOINED, NO_VALUES, Ragged, Strip, place, whole
from gdlint.lexicon.table_cells import read_figures
from gdlint.model.document import STATED_ROWS, UNSTATED_ROWS, Cell, Grid
from gdlint.model.fast import new
from gdlint.model.form import TableForm, Template
from gdlint.model.report import Entry, Figure, Label
from gdlint.model.wording import plain, unnumbered

if TYPE_CHECKING:
    from gdlint.forms.raw_order import Settled

_TEXT = itemgetter(0)
_GRID = attrgetter("row.grid")


class Chosen(NamedTuple):
    """A printed row with values, or with an official label: its part, its key, whether that is of a group, its columns."""

    section: HeadedPart
    row: PrintedRow
    key: str | None
    group: bool
    columns: tuple[str, ...]

    def strip(self, depth: int, below: tuple[int, int] | None) -> Strip:
        """The row as the placing sees it."""
        _, cells, grid, run, _, _, columns = self.row.row
        header = self.section.header
        fixed = header.width > 0
        if fixed:
            from gdlint.forms.stated_header import columns_of_cells

            columns = columns_of_cells(self.row.row, header.width)
        width = len(self.columns)
        return new(
            Strip,
            (cells, self.row.at, depth, width, grid, run, header.first, below, columns, header.at, fixed),
        )


def bind_rows(
    form: TableForm, sections: Sequence[HeadedPart], template: Template | None, ragged: Ragged
) -> list[Entry]:
    """The rows of all parts of a table as entries, in the order of the text; labels without values are left out."""
    printed = [
        (section, with_value_in_label(row, len(section.columns), form))
        for section in sections
        for row in printed_rows(section.part.rows, form)
    ]
    alone = [row for _, row in printed]
    keys, notes = _row_keys(form, alone)
    unstated = not STATED_ROWS.issuperset(map(_GRID, alone))
    rows: Sequence[Settled] = ()
    if unstated:
        from gdlint.forms.lost_labels import without_lost_labels
        from gdlint.forms.raw_order import settled

        rows = settled(form, *without_lost_labels(form, printed, keys, template), template)
        printed, keys = [(item.section, item.row) for item in rows], [item.key for item in rows]
    chosen = list(_chosen(form, printed, keys, template))
    placed = _placed(form, chosen, ragged)
    doubts = {id(item.row) for item in rows if item.doubted}
    if unstated:
        from gdlint.forms.row_doubts import interrupted_rows, may_be_several

        doubts.update(map(id, _doubtful_groups(form, chosen, template)))
        doubts.update(map(id, interrupted_rows(form, printed, keys)))
        own = [(item.row, item.key, len(item.columns)) for item in chosen]
        for n in may_be_several(form, own, template):
            placed[n] = placed[n] if isinstance(placed[n], str) else JOINED
    entries = [
        _entry(form, item, "order" if id(item.row) in doubts else cells, notes, template)
        for item, cells in zip(chosen, placed, strict=True)
    ]
    if JOINED not in placed:
        return entries
    from gdlint.forms.joined_rows import cut_entries

    return cut_entries(form, entries, [item.columns for item in chosen], template)


def _chosen(
    form: TableForm,
    printed: Sequence[tuple[HeadedPart, PrintedRow]],
    keys: Sequence[str | None],
    template: Template | None,
) -> Iterator[Chosen]:
    labels = labels_of_rows(form)
    three = "other_handling" in keys and any(key and key.startswith("other_handling.") for key in keys)
    for (section, row), key in zip(printed, keys, strict=True):
        text = row.label.text
        group = labels[text].is_group and (key is None or (three and key == "other_handling"))
        if not (group or key is None) or row.valued:
            shown = group_labels(form)[plain(text)] if group else key
            columns = section.columns
            if section.headless and not columns and shown and template:
                columns = form.columns_of(shown, template)
                columns = columns if len(columns) == 1 else ()
            yield new(Chosen, (section, row, shown, group, columns))


def _placed(form: TableForm, chosen: Sequence[Chosen], ragged: Ragged) -> list[Sequence[Cell] | str]:
    """For each row its values in the order of the columns, or the problem that forbids to say: see `place`."""
    if not any(item.section.header.at or item.section.header.width for item in chosen):
        rows = [
            whole(row.cells[at + 1 :], len(columns), row.grid) for _, (row, at, _, _), _, _, columns in chosen
        ]
        told = [cells for cells in rows if cells is not None]
        if len(told) == len(rows):
            return list(told)
    depth_of = _depths(form)
    depths = [(depth_of.get(item.key, 0), item.row.at) for item in chosen]
    strips = [
        item.strip(depth, below)
        for item, (depth, _), below in zip(chosen, depths, [*depths[1:], None], strict=False)
    ]
    return place(strips, ragged)


def _doubtful_groups(
    form: TableForm, chosen: Sequence[Chosen], template: Template | None
) -> Iterator[PrintedRow]:
    """The labels of groups whose values may be those of a row of the group, which has none, where rows are not stated."""
    groups = [item for item in chosen if item.group and item.row.row.grid in UNSTATED_ROWS]
    valued = {item.key for item in chosen if not item.group and item.row.valued} if groups else set()
    for item in groups:
        below = f"{item.key}." if item.key else ""
        there = (row for row in form.rows if template in (None, *row.templates))
        leaves = {row.key for row in there if row.key.startswith(below)}
        if not leaves <= valued:
            yield item.row


@lru_cache(maxsize=16)
def _depths(form: TableForm) -> dict[str | None, int]:
    """How many groups a row lies in."""
    return {row.key: len(row.path) for row in form.rows}


def _row_keys(form: TableForm, printed: Sequence[PrintedRow]) -> tuple[list[str | None], dict[int, str]]:
    """The key of each row, and the bracketed notes behind labels by their place."""
    labels = [row.label for row in printed]
    read = list(map(labels_of_rows(form).__getitem__, map(_TEXT, labels)))
    found = [label.key for label in read]
    notes = {label.start: told.note for label, told in zip(labels, read, strict=True) if told.note}
    if None not in found:
        return found, notes
    texts = ["" if told.is_group else label.text for label, told in zip(labels, read, strict=True)]
    return align(texts, found, row_labels(form)), notes


def _entry(
    form: TableForm,
    item: Chosen,
    cells: Sequence[Cell] | str,
    notes: Mapping[int, str],
    template: Template | None,
) -> Entry:
    _, row, key, group, columns = item
    line, at, printed, _ = row
    text, start, _ = printed
    official, exact = _official(form, text, key, group, template)
    label = new(Label, (*printed, key, official, exact, notes.get(start, "")))
    placed = not isinstance(cells, str)
    problem = None if placed and columns and text and key is not None and not group else _problem(item, cells)
    if columns and not isinstance(cells, str):
        shown, unplaced = tuple(cells), tuple[Cell, ...]()
        figures = read_figures(columns, column_types(form, columns, template), cells)
        if figures.pop("", None):
            unplaced = unplaced_cells(columns, cells)
    else:
        shown, figures, unplaced = line.cells[at + 1 :], dict[str, Figure](), ()
    return new(Entry, (
        form.key, label, shown, figures, len(columns), line.grid is Grid.STATED, group, problem, 0, False, False, unplaced, False,
    ))  # fmt: skip


def _problem(item: Chosen, cells: Sequence[Cell] | str) -> str | None:
    """Why the values of a row cannot be bound; None where they can."""
    row, placed = item.row, cells if isinstance(cells, str) else None
    if not row.label.text:
        return "no-label"
    if item.group and (placed != "order" or not item.columns):
        return "group-row"
    if item.key is None and not item.group:
        return "unknown-row"
    if row.row.grid in UNSTATED_ROWS and (placed == "short" or not item.columns) and not row.valued:
        return NO_VALUES
    return placed if item.columns else "no-columns"


def unplaced_cells(columns: Sequence[str], cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The values under the headers that name no official column."""
    if "" not in columns:
        return ()
    return tuple(cell for column, cell in zip(columns, cells, strict=True) if cell.text and not column)


@lru_cache(maxsize=4096)
def _official(
    form: TableForm, text: str, key: str | None, group: bool, template: Template | None
) -> tuple[str | None, bool]:
    """The official label of a row or group (None: it resembles nothing official), and whether the printed one is that."""
    if group or key is None:
        wordings = tuple(item.label for item in form.row_groups if plain(item.label) == plain(text))
    else:
        wordings = row_wordings(form, key, template)
    if not wordings:
        return None, False
    return wordings[0], wording_is_official(text, wordings) or _is_below_groups(form, text, key, wordings)


def _is_below_groups(form: TableForm, text: str, key: str | None, wordings: tuple[str, ...]) -> bool:
    """The label of a row stands behind those of its groups, as where a text has lost merged cells (（三）不予公开1.属于国家秘密)."""
    word = plain(text)
    for path in {row.path for row in form.rows if row.key == key}:
        for first in range(len(path)):
            groups = "".join(plain(label) for label in path[first:])
            rest = next(
                (word.removeprefix(each) for each in (groups, unnumbered(groups)) if word.startswith(each)),
                "",
            )
            if rest and wording_is_official(rest, wordings):
                return True
    return False


@lru_cache(maxsize=512)
def row_wordings(form: TableForm, key: str, template: Template | None) -> tuple[str, ...]:
    """The official labels of a row, those of a template where the two differ."""
    rows = [row for row in form.rows if row.key == key]
    fitting = [row for row in rows if template in row.templates] or rows
    return tuple(text for row in fitting for text in (row.label, *row.aliases))
