"""Cells parted by blanks, as in the text of a PDF: rows of figures, with labels and headers in pieces around them."""

from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import pairwise

from gdlint.model.document import Cell, Grid, Kind, Row
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.columns_by_blanks import SpacedText, Spread, is_around, joined, label_of, spread_of
from gdlint.syntax.numbered_lines import numbered
from gdlint.syntax.shapes.scan import BARS, Found, Scan, is_piece, looks_like_table, make_row, may_be_cell
from gdlint.syntax.spaced_header import header_of, is_note

_LONGEST_PIECE = 60
_BESIDE = 2
"""labels of columns in a line of which another text is no label"""
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
    rows, last = _rows(scan, numbered(spreads))
    if not any(row.kind is Kind.ROW for row in rows) or not looks_like_table(scan, rows):
        return [], i + 1
    return rows, ends[last]


def _is_spaced(spreads: Sequence[Spread]) -> bool:
    """More lines hold a figure beside other cells than one by itself: not each cell has a line of its own."""
    alone = sum(1 for spread in spreads if len(spread.figures) == 1 and not spread.texts)
    return sum(1 for spread in spreads if spread.figures) > 2 * alone


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
    if len(line.text) > _LONGEST_ROW or "\t" in line.text or any(bar in line.content for bar in BARS):
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
        heads, above = _between(scan, spreads[begin:n], used)
        below = _before_heads(scan, spreads[n + 1 : following])
        label = _label(scan, above, spreads[n].texts, below)
        if spreads[n].texts and not label:
            label = _label(scan, above, spreads[n].texts, _but_of_next(scan, spreads, below, following))
        nobodys = nobodys and not (heads or spreads[n].texts or is_around(label, above, below))
        if nobodys:
            label = []
        nobodys = nobodys or not (label or _names_row(scan, above))
        used.update(label)
        made += [
            *heads,
            *_alone(scan, above, used),
            [*_row_cells(scan, spreads[n], label), *spreads[n].figures],
        ]
        last = max(m for m in range(n, following) if m == n or used.intersection(spreads[m].texts))
        begin = n + 1
    heads, above = _between(scan, spreads[begin:], used)
    rest = [*heads, *_alone(scan, above, used)]
    if rest:
        last = next(m for m in range(len(spreads) - 1, -1, -1) if _holds(spreads[m], rest[-1][-1]))
    scan.extent.allow(len(made) + len(rest))
    rows = [make_row(cells, scan.vocabulary, Grid.LINES, run) for cells in (*made, *rest)]
    return rows, last


def _but_of_next(
    scan: Scan, spreads: Sequence[Spread], texts: Sequence[SpacedText], n: int
) -> list[SpacedText]:
    """The texts above a row of figures that are no piece of its label, where that stands around them and is official."""
    if n == len(spreads):
        return list(texts)
    after = next((m for m in range(n + 1, len(spreads)) if spreads[m].figures), len(spreads))
    below = _before_heads(scan, spreads[n + 1 : after])
    label = _label(scan, texts, spreads[n].texts, below)
    around = is_around(label, texts, (*spreads[n].texts, *below))
    return [piece for piece in texts if not (around and piece in label)]


def _names_row(scan: Scan, pieces: Sequence[SpacedText]) -> bool:
    return any(scan.role(piece.cell.text) & Role.ROW for piece in pieces)


def _holds(spread: Spread, cell: Cell) -> bool:
    return any(piece.cell.start <= cell.start < piece.cell.end for piece in spread.texts)


def _between(
    scan: Scan, spreads: Sequence[Spread], used: Container[SpacedText]
) -> tuple[list[list[Cell]], list[SpacedText]]:
    """What stands between two rows of figures: clauses, headers and labels without figures, then pieces of the label of
    the row below."""
    made: list[list[Cell]] = []
    rest: list[Spread] = []
    for spread in spreads:
        left = spread._replace(texts=tuple(piece for piece in spread.texts if piece not in used))
        if any(scan.role(piece.cell.text) & Role.CLAUSE for piece in left.texts):
            header, behind = _header(scan, rest)
            made += [*header, *_alone(scan, behind, ()), [piece.cell for piece in left.texts]]
            rest = []
        elif left.texts:
            rest.append(left)
    header, behind = _header(scan, rest)
    return [*made, *header], behind


def _header(scan: Scan, spreads: Sequence[Spread]) -> tuple[list[list[Cell]], list[SpacedText]]:
    """The header among some lines of text as one row (none where there is no header), and what stands behind it."""
    first = next((n for n, spread in enumerate(spreads) if _heads(scan, spread)), None)
    if first is None:
        return [], [piece for spread in spreads for piece in spread.texts]
    while first and _in_header(scan, spreads[first - 1]):
        first -= 1
    last = first + 1
    while last < len(spreads) and _in_header(scan, spreads[last]):
        last += 1
    cells = header_of(spreads[first:last], scan.vocabulary)
    return [cells] if cells else [], [piece for spread in spreads[last:] for piece in spread.texts]


def _heads(scan: Scan, spread: Spread) -> bool:
    roles = [scan.role(piece.cell.text) for piece in spread.texts]
    return any(role & Role.HEADING and not role & Role.LABEL for role in roles)


def _in_header(scan: Scan, spread: Spread) -> bool:
    """Every text of the line, or each of its words, is the label of a column or header, or part of one; misprints and columns
    that no form has may stand beside more that are whole."""
    known = [_may_head(scan, piece) for piece in spread.texts]
    whole = sum(1 for piece in spread.texts if scan.role(piece.cell.text) & Role.HEADING)
    return all(known) or (known.count(False) < whole >= _BESIDE and not _names_row_only(scan, spread))


def _names_row_only(scan: Scan, spread: Spread) -> bool:
    roles = [scan.role(piece.cell.text) for piece in spread.texts]
    return any(role & Role.ROW and not role & Role.HEADING for role in roles)


def _may_head(scan: Scan, piece: SpacedText) -> bool:
    if scan.role(piece.cell.text) & Role.HEADING or is_note(piece):
        return True
    words = map(plain, piece.cell.text.split())
    return all(any(word in head for head in _head_words(scan.vocabulary)) for word in words)


@lru_cache(maxsize=4)
def _head_words(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(word for word, role in vocabulary.labels.items() if role & Role.HEADING)


def _before_heads(scan: Scan, spreads: Sequence[Spread]) -> list[SpacedText]:
    """The texts below a row, as far as they may go on with its label."""
    texts: list[SpacedText] = []
    for spread in spreads:
        if any(scan.role(piece.cell.text) & Role.CLAUSE for piece in spread.texts) or _heads(scan, spread):
            break
        texts += spread.texts
    return texts


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


def _alone(scan: Scan, pieces: Sequence[SpacedText], used: Container[SpacedText]) -> list[list[Cell]]:
    """Official labels of rows without figures."""
    return [[piece.cell] for piece in pieces if piece not in used and scan.role(piece.cell.text) & Role.ROW]
