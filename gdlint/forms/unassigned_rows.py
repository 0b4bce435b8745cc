"""What of the rows of a table could not be assigned: values without a column or a row, and what is left of joined cells."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from gdlint.forms.leftover_figures import merged, uncovered
from gdlint.forms.values import JOINED, LEFT_OVER, NO_VALUES, UNKNOWN_COLUMN
from gdlint.model.document import Cell, extent_of
from gdlint.model.report import Entry, Loose

_UNREADABLE = frozenset({"short", "long", "gap", "no-columns", "no-label", "joined", "order", LEFT_OVER})


def unassigned(entries: Sequence[Entry], *, joined: bool) -> Iterator[Loose]:
    """What of some rows could not be assigned; `joined` says whether the cells of any run together."""
    yield from (
        _loose(entry) for entry in entries if entry.problem not in (None, NO_VALUES) and not entry.is_cut
    )
    if joined:
        yield from _of_joined(entries)
    yield from (_unplaced(entry, cells) for entry in entries if (cells := _open_cells(entry)))


def _of_joined(entries: Sequence[Entry]) -> Iterator[Loose]:
    """What is left of the joined cells of rows of which not all figures are bound; several entries may share the cells."""
    runs = [entry for entry in entries if entry.is_cut]
    known = [
        (f.start, f.end) for e in runs if not e.problem for f in e.figures.values() if f.text is not None
    ]
    covered = merged(known)
    for _, shared in groupby(runs, key=lambda entry: entry.cells):
        entry = max(shared, key=lambda entry: bool(entry.problem))
        pieces = [
            (cell.text[start - cell.start : end - cell.start], start, end)
            for cell in entry.filled
            for start, end in uncovered((cell.start, cell.end), covered)
        ]
        if pieces:
            texts = tuple(text for text, _, _ in pieces)
            key, start, end = entry.label.key, pieces[0][1], pieces[-1][2]
            problem = entry.problem or JOINED
            yield Loose(entry.table, key, texts, start, end, problem, entry.stated, entry.width)


def _loose(entry: Entry) -> Loose:
    printed = sorted(entry.cells if entry.figures else entry.filled, key=attrgetter("start"))
    texts = tuple(cell.text for cell in printed)
    starts = [cell.start for cell in printed if cell.text] or [entry.label.start]
    end = max((cell.end for cell in printed), default=entry.label.end)
    problem = entry.problem or JOINED
    return Loose(entry.table, entry.label.key, texts, starts[0], end, problem, entry.stated, entry.width)


def _open_cells(entry: Entry) -> Sequence[Cell]:
    """The cells without a column that are not told with the others of their row."""
    return [cell for cell in entry.unplaced if cell not in entry.cells] if entry.problem else entry.unplaced


def _unplaced(entry: Entry, cells: Sequence[Cell]) -> Loose:
    """The values of a row under headers that name no official column."""
    texts = tuple(cell.text for cell in cells)
    start, end = extent_of(cells)
    return Loose(entry.table, entry.label.key, texts, start, end, UNKNOWN_COLUMN, entry.stated, entry.width)


def unreadable(loose: Loose) -> bool:
    """Values are there, but cannot be cut or assigned with certainty."""
    return loose.reason in _UNREADABLE
