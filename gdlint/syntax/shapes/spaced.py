"""Cells parted by blanks, as in the text of a PDF: rows of figures, with labels and headers in pieces around them."""

from collections.abc import Sequence
from itertools import pairwise

from gdlint.model.document import Cell, Grid, Kind, Row
from gdlint.model.vocabulary import Role
from gdlint.syntax.columns_by_blanks import SpacedText, Spread, is_around, joined, label_of, spread_of
from gdlint.syntax.numbered_lines import numbered
from gdlint.syntax.shapes.between_rows import (
    before_heads,
    between,
    labels_of_rows,
    labels_stand_alone,
    names_row,
)
from gdlint.syntax.shapes.scan import Found, Scan, is_piece, looks_like_table, make_row, may_be_cell

_LONGEST_PIECE = 60
_TELLING = 6
"""letters of a piece of a label that tell a label from a word"""
_LONGEST_ROW = 2000
"""characters of a line that may be a row, with the blanks between its cells"""
_MOST_TEXTS = 30
"""lines of text between two rows of figures"""


def spaced(scan: Scan, i: int) -> Found | None:
    """Rows of figures parted by blanks, from a label or header on."""
    if not _begins(scan, i):
        return None
    spreads, ends = _run(scan, i)
    if not _is_spaced(spreads):
        return [], ends[-1]
    spreads = numbered(spreads)
    rows, last = (_lines if labels_stand_alone(scan, spreads) else _rows)(scan, spreads)
    if not any(row.kind is Kind.ROW for row in rows) or not looks_like_table(scan, rows):
        return [], i + 1
    return rows, ends[last]


def _is_spaced(spreads: Sequence[Spread]) -> bool:
    """More figures stand beside other cells than by themselves: not each cell has a line of its own."""
    alone = sum(1 for spread in spreads if len(spread.figures) == 1 and not spread.texts)
    return sum(len(spread.figures) for spread in spreads) > 2 * alone


def _begins(scan: Scan, i: int) -> bool:
    content = scan.lines[i].content
    spread = None if i in scan.headings else _spread(scan, i)
    if spread is None:
        return False
    if len(content) >= _TELLING and is_piece(content, scan.vocabulary):
        return True
    official = any(scan.role(piece.cell.text) & Role.OFFICIAL for piece in spread.texts)
    return official or len(spread.figures) > 1


def _spread(scan: Scan, i: int) -> Spread | None:
    """The texts and figures of a line that may be part of a table; None for one with a tab, a bar or a sentence."""
    line = scan.lines[i]
    if len(line.text) > _LONGEST_ROW or "\t" in line.text or scan.bars.stand_in(line.content):
        return None
    spread = spread_of(line, scan.vocabulary)
    fitting = all(
        len(piece.cell.text) <= _LONGEST_PIECE and may_be_cell(piece.cell.text, scan.vocabulary)
        for piece in spread.texts
    )
    return spread if fitting else None


def _run(scan: Scan, i: int) -> tuple[list[Spread], list[int]]:
    """The lines that may belong to the table that begins here, and the index behind each of them."""
    spreads: list[Spread] = []
    ends: list[int] = []
    texts = cells = 0
    for n in range(i, len(scan.lines)):
        if n in scan.headings or texts > _MOST_TEXTS:
            break
        if scan.lines[n].blank:
            continue
        spread = _spread(scan, n)
        if spread is None:
            break
        texts = 0 if spread.figures else texts + 1
        cells += len(spread.texts) + len(spread.figures)
        scan.extent.allow(0, cells)
        spreads.append(spread)
        ends.append(n + 1)
    return spreads, ends


def _rows(scan: Scan, spreads: Sequence[Spread]) -> tuple[list[Row], int]:
    """The rows of a run, and the index of the last line that belongs to one of them."""
    run, last, begin = next(scan.runs), 0, 0
    made: list[list[Cell]] = []
    used: set[SpacedText] = set()
    valued = [n for n, spread in enumerate(spreads) if spread.figures]
    nobodys = False
    for n, following in pairwise([*valued, len(spreads)]):
        heads, above = between(scan, spreads[begin:n], used)
        below = before_heads(scan, spreads[n + 1 : following])
        label = _label(scan, above, spreads[n].texts, below)
        if spreads[n].texts and not label:
            label = _label(scan, above, spreads[n].texts, _but_of_next(scan, spreads, below, following))
        nobodys = nobodys and not (heads or spreads[n].texts or is_around(label, above, below))
        if nobodys:
            label = []
        nobodys = nobodys or not (label or names_row(scan, above))
        used.update(label)
        made += [
            *heads,
            *labels_of_rows(scan, above, used),
            [*_row_cells(scan, spreads[n], label), *spreads[n].figures],
        ]
        last = max(m for m in range(n, following) if m == n or used.intersection(spreads[m].texts))
        begin = n + 1
    heads, above = between(scan, spreads[begin:], used)
    rest = [*heads, *labels_of_rows(scan, above, used)]
    if rest:
        last = next(m for m in range(len(spreads) - 1, -1, -1) if _holds(spreads[m], rest[-1][-1]))
    scan.extent.allow(len(made) + len(rest))
    rows = [make_row(cells, scan.roles, Grid.LINES, run) for cells in (*made, *rest)]
    return rows, last


def _lines(scan: Scan, spreads: Sequence[Spread]) -> tuple[list[Row], int]:
    """The same where labels stand in lines of their own: these, and the values between them, each as a row."""
    run, begin = next(scan.runs), 0
    made: list[list[Cell]] = []
    for n, spread in enumerate(spreads):
        if spread.figures:
            heads, texts = between(scan, spreads[begin:n], ())
            made += [
                *heads,
                *([piece.cell] for piece in texts),
                [*_row_cells(scan, spread, ()), *spread.figures],
            ]
            begin = n + 1
    scan.extent.allow(len(made))
    return [make_row(cells, scan.roles, Grid.LINES, run) for cells in made], begin - 1


def _but_of_next(
    scan: Scan, spreads: Sequence[Spread], texts: Sequence[SpacedText], n: int
) -> list[SpacedText]:
    """The texts above a row of figures that are no piece of its label, where that stands around them and is official."""
    if n == len(spreads):
        return list(texts)
    after = next((m for m in range(n + 1, len(spreads)) if spreads[m].figures), len(spreads))
    below = before_heads(scan, spreads[n + 1 : after])
    label = _label(scan, texts, spreads[n].texts, below)
    around = is_around(label, texts, (*spreads[n].texts, *below))
    return [piece for piece in texts if not (around and piece in label)]


def _holds(spread: Spread, cell: Cell) -> bool:
    return any(piece.cell.start <= cell.start < piece.cell.end for piece in spread.texts)


def _label(
    scan: Scan, above: Sequence[SpacedText], own: Sequence[SpacedText], below: Sequence[SpacedText]
) -> list[SpacedText]:
    if own and scan.role(own[-1].cell.text) & Role.ROW:
        return [own[-1]]
    return label_of(above, own, below, scan.vocabulary)


def _row_cells(scan: Scan, spread: Spread, label: Sequence[SpacedText]) -> list[Cell]:
    """What stands before the values of a row: its number, the labels of groups beside it, and its own."""
    number = [spread.number] if spread.number else []
    groups = [piece.cell for piece in spread.texts[:-1] if scan.role(piece.cell.text) & Role.GROUP]
    return [*number, *groups, joined(label)] if label else number
