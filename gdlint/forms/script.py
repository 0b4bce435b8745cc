"""What a file prints in traditional characters: it is read as if they were simplified ones, and cells show what is printed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from gdlint.model.document import Cell
from gdlint.model.form import Forms
from gdlint.model.report import BoundHeading, Figure, Label, Loose, Table
from gdlint.model.source import Source

CellLike = TypeVar("CellLike", Cell, Figure)


def traditional_labels(
    source: Source, headings: Sequence[BoundHeading], tables: Mapping[str, Table], forms: Forms
) -> tuple[Label, ...]:
    """The headings and official labels that the file prints in traditional characters (they are read after folding)."""
    text = source.text or ""
    labels = (label for label in _labels(headings, tables) if label.key)
    return tuple(label for label in labels if _is_traditional(text[label.start : label.end], forms))


def as_printed(tables: dict[str, Table], source: Source, forms: Forms) -> dict[str, Table]:
    """The tables with the texts of their cells, and of what could not be assigned, as the file prints them. Labels are left as
    they were compared."""
    text = source.text or ""
    folded = text.translate(forms.traditional)
    return {key: _printed_table(table, text, folded) for key, table in tables.items()}


def _printed_table(table: Table, text: str, folded: str) -> Table:
    entries = tuple(
        entry._replace(
            cells=tuple(_printed(cell, text, folded) for cell in entry.cells),
            figures={column: _printed(figure, text, folded) for column, figure in entry.figures.items()},
        )
        for entry in table.entries
    )
    rows = {
        row: {column: _printed(figure, text, folded) for column, figure in figures.items()}
        for row, figures in table.rows.items()
    }
    loose = tuple(item._replace(texts=tuple(_texts(item, text, folded))) for item in table.loose)
    return table._replace(entries=entries, rows=rows, loose=loose)


def _printed(cell: CellLike, text: str, folded: str) -> CellLike:
    """A cell with its text as it is printed; one of several pieces stays as it is."""
    if not cell.text or folded[cell.start : cell.end] != cell.text:
        return cell
    return cell._replace(text=text[cell.start : cell.end])


def _texts(loose: Loose, text: str, folded: str) -> Iterator[str]:
    at = loose.start
    for item in loose.texts:
        place = folded.find(item, at, loose.end) if item else -1
        yield text[place : place + len(item)] if place >= 0 else item
        at = max(place + len(item), at)


def _is_traditional(printed: str, forms: Forms) -> bool:
    return printed.translate(forms.traditional) != printed


def _labels(headings: Sequence[BoundHeading], tables: Mapping[str, Table]) -> Iterator[Label]:
    yield from (heading.label for heading in headings)
    for table in tables.values():
        yield from table.labels
        yield from (entry.label for entry in table.entries)
