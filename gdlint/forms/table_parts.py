"""The parts of a table with the columns that their headers name. A header is read once for all reports that have the same: its labels
by the numbers of their cells, put in their places."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from gdlint.forms.columns import Header, expected_columns, simple_header
from gdlint.forms.grouped import grouped_header
from gdlint.lexicon.table_cells import is_figure
from gdlint.model.document import NUMBERED_ROWS, STATED_ROWS, Cell, Grid, Kind, Part, Row, Stray
from gdlint.model.fast import new
from gdlint.model.form import TableForm, Template
from gdlint.model.report import Label


class SortedTables(NamedTuple):
    """What a document holds of each table, by its key: parts in the order of the text, what could not be cut, and short texts
    of its section, which may be pieces of labels."""

    parts: Mapping[str, Sequence[Part]]
    strays: Mapping[str, Sequence[Stray]]
    words: Mapping[str, Sequence[Cell]] = MappingProxyType({})
    marks: Mapping[str, Sequence[Cell]] = MappingProxyType({})
    """the page marks in the section of each table"""


_TEXT, _START = itemgetter(0), itemgetter(1)
_NUMBERED = [True, False]
"""the first cells of a row are figures, where its number stands before its label"""
Read = TypeVar("Read")
Shown = tuple[Kind, Grid, tuple[str, ...], tuple[int, ...]]
"""a row of a header without its place"""


class HeadedPart(NamedTuple):
    """One part of a table with its header, and the columns of its rows. There are none where the header does not tell them,
    nor where there is no header (`headless`: the form gives each row its own)."""

    part: Part
    header: Header
    columns: tuple[str, ...]
    headless: bool


def with_headers(
    form: TableForm, parts: Sequence[Part], words: Sequence[Cell], template: Template | None
) -> Iterator[HeadedPart]:
    """Each part with its columns; one without a header goes on under the header before."""
    last, expected, clause = Header((), (), None), tuple(column.key for column in form.columns), ""
    seen: tuple[str, ...] = ()
    before: list[Row] = []
    above: list[Row] = []
    for part in parts:
        heads = [row for row in part.heads if row.kind is Kind.HEADER]
        clauses = [
            cell.text
            for row in part.heads
            if row.kind is Kind.CLAUSE
            for cell in row.cells
            if cell.text and not is_figure(cell.text)
        ]
        if clauses:
            clause = clauses[0]
        if form.parts:
            if heads:
                expected = _expected(form, part, clause, heads, template)
                last = _header(part, simple_header, heads, form, expected, template)
            elif clauses:
                last = Header((), (), None)
        elif heads and not (last.columns and _comes_again(heads, above)):
            pieces = _pieces(before, heads, words)
            last = _header(part, grouped_header, heads, form, *([pieces] if pieces else ()))
        above = heads or above
        usual = _usual_length(part, len(expected))
        before = [] if usual else [*before, *heads, *part.rows]
        if heads and form.parts and _ends_in_row(part, last, expected, usual):
            last = last._replace(columns=last.columns[:-1], labels=last.labels[:-1], at=last.at[:-1])
        columns = _columns(form, part, last, expected, usual)
        if heads and (last.spare or not columns):
            from gdlint.forms.stated_header import stated_header

            missing = tuple(column for column in expected if column not in seen) if seen else ()
            stated = stated_header(heads, part.rows, form, expected, template)
            if missing and not stated:
                stated = stated_header(heads, part.rows, form, missing, template)
            if stated:
                last, columns = stated, stated.columns
        seen = () if form.parts else tuple(dict.fromkeys((*seen, *columns)))
        header = last if heads or not form.parts else last._replace(labels=())
        if not columns:
            # What is no label of a column may be a piece of one where the header as a whole is not understood.
            header = header._replace(labels=tuple(label for label in header.labels if label.key))
        yield HeadedPart(part, header, columns, _is_headless(last))


def _comes_again(heads: Sequence[Row], above: Sequence[Row]) -> bool:
    """Of the header above only the last rows stand there again, as converters write them behind a page break."""
    texts = [[cell.text for cell in row.cells] for row in heads]
    return (
        len(heads) < len(above)
        and texts == [[cell.text for cell in row.cells] for row in above][-len(heads) :]
    )


def _header(part: Part, read: Callable[..., Header], heads: Sequence[Row], *about: Any) -> Header:
    """What a header says, read anew only where it has another text, or words beside it count."""
    continued = list(_continued(part))
    beside = bool(continued) or isinstance(about[-1], list)
    found = None if beside else read_once(read, heads, *about)
    if found is None:
        return read(heads, *about, pieces=continued)
    header, cells = found
    columns, labels, *rest = header
    return new(Header, (columns, tuple([in_place(label, cells) for label in labels]), *rest))


def read_once(
    read: Callable[..., Read], rows: Sequence[Row], *about: Hashable
) -> tuple[Read, Sequence[Cell]] | None:
    """What `read` makes of header rows and of what else it is given, in which each label stands at the number of its cell; and
    the cells by these numbers. None where the cells do not come in the order of the text, which a header may depend on."""
    cells = [cell for row in rows for cell in row.cells]
    starts = list(map(_START, cells))
    if starts != sorted(starts):
        return None
    shown = tuple([(row.kind, row.grid, tuple(map(_TEXT, row.cells)), row.columns) for row in rows])
    return _read(read, shown, about), cells


@lru_cache(maxsize=1024)
def _read(read: Callable[..., Read], shown: tuple[Shown, ...], about: tuple[Hashable, ...]) -> Read:
    rows: list[Row] = []
    count = 0
    for kind, grid, texts, columns in shown:
        cells = tuple(Cell(text, n, n) for n, text in enumerate(texts, count))
        rows.append(Row(kind, cells, grid, 0, count, count + len(texts), columns))
        count += len(texts)
    return read(rows, *about)


def in_place(label: Label, cells: Sequence[Cell]) -> Label:
    """A label that stands at the number of its cell, where that cell stands."""
    text, n, _, key, official, exact, note = label
    _, start, end = cells[n]
    return new(Label, (text, start, end, key, official, exact, note))


def _continued(part: Part) -> Iterator[Row]:
    """The words right below a header, in which its labels may go on."""
    return takewhile(lambda row: row.kind is Kind.CONTINUED, part.rows)


def _pieces(before: Sequence[Row], heads: Sequence[Row], words: Sequence[Cell]) -> list[Cell]:
    """The cells before a header that may be pieces of it, in the order of the text."""
    cells = [cell for row in before for cell in row.cells if cell.text]
    if not cells:
        return []
    between = [word for word in words if cells[0].start < word.start < heads[-1].start]
    return sorted([*cells, *between], key=lambda cell: cell.start)


def _expected(
    form: TableForm, part: Part, clause: str, heads: Sequence[Row], template: Template | None
) -> tuple[str, ...]:
    """The columns that a part of the disclosure table should have: those of the official part most like it."""
    words = tuple([text for row in heads for text, _, _ in row.cells if text])
    names = tuple(
        [text for row in part.rows for text, _, _ in row.cells if len(text) > 1 and not is_figure(text)]
    )
    return expected_columns(form, words, names, clause, template)


def _columns(
    form: TableForm, part: Part, header: Header, expected: Sequence[str], usual: int
) -> tuple[str, ...]:
    """The columns of a part: those that its header names. One that does not name just the official ones is only believed
    where the rows have as many values, which cells that run together do not tell."""
    if header.width:
        return header.columns
    if not header.columns:
        return ()
    if header.spare:
        official = tuple(column for column in header.columns if column)
        if _tell_values(part.rows) and {_figures(row) for row in part.rows} - {0} == {len(official)}:
            return official
        if official == header.columns:
            return ()
    if sorted(header.columns) == sorted(expected):
        if usual <= len(expected):
            return header.columns
        # Rows of twice as many values are two, one of them without a label, where a text does not state rows.
        several = usual % len(expected) == 0 and not any(row.grid in STATED_ROWS for row in part.rows)
        return header.columns if several else ()
    told = usual == len(header.columns) and _tell_values(part.rows) and not any(map(_lacks_label, part.rows))
    return header.columns if told else ()


def _tell_values(rows: Sequence[Row]) -> bool:
    """The cells of no row run together."""
    return not any(row.grid is Grid.JOINED for row in rows)


def _lacks_label(row: Row) -> bool:
    """Nothing but figures stands in a row: it may be the rest of the one above."""
    texts = [cell.text for cell in row.cells if cell.text]
    return bool(texts) and all(map(is_figure, texts))


def _ends_in_row(part: Part, header: Header, expected: Sequence[str], usual: int) -> bool:
    """What seems to be one column more behind all official ones is the label of the first row, which has none, where a text does
    not state rows."""
    *columns, last = header.columns or ("",)
    if last or usual != len(expected) or sorted(columns) != sorted(expected):
        return False
    first = next((cell.text for row in part.rows for cell in row.cells if cell.text), "")
    return is_figure(first) and not any(row.grid in STATED_ROWS for row in part.heads)


def _usual_length(part: Part, expected: int) -> int:
    """How many values most of the rows have, of several such numbers the expected one; 0 where no row has any."""
    counts: dict[int, int] = {}
    for row in part.rows:
        if number := _figures(row):
            counts[number] = most = counts.get(number, 0) + 1
            if most * 2 > len(part.rows):
                return number
    return max(counts, key=lambda number: (counts[number], number == expected), default=0)


def _figures(row: Row) -> int:
    """How many values a row has; a figure in a cell of its own before a label is its number."""
    figures = list(map(is_figure, filter(None, map(_TEXT, row.cells))))
    return sum(figures) - (figures[:2] == _NUMBERED and row.grid in NUMBERED_ROWS)


def _is_headless(header: Header) -> bool:
    return header.ordered and not header.labels and not header.columns
