"""What stands between two rows of figures, where blanks part the cells: headers in pieces, and labels."""

from collections.abc import Container, Sequence
from functools import lru_cache

from gdlint.lexicon.table_cells import may_head_numbers
from gdlint.model.document import Cell
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.columns_by_blanks import SpacedText, Spread
from gdlint.syntax.shapes.scan import Scan
from gdlint.syntax.spaced_header import header_of, is_note

_BESIDE = 2
"""labels of columns in a line of which another text is no label"""
_FEW = 2
"""so few labels in lines of their own tell nothing"""


def labels_stand_alone(scan: Scan, spreads: Sequence[Spread]) -> bool:
    """No label stands beside figures, and most of those that stand in lines of their own are whole."""
    valued = [spread for spread in spreads if spread.figures]
    if any(spread.texts for spread in valued):
        return False
    others = [spread.texts for spread in spreads if not spread.figures]
    whole = sum(1 for texts in others if names_row(scan, texts) and _are_labels(scan, texts))
    return whole > _FEW and whole * 2 > len(valued)


def _are_labels(scan: Scan, pieces: Sequence[SpacedText]) -> bool:
    """Each text may be the label of a row or group."""
    return all(scan.role(piece.cell.text) & Role.LABEL for piece in pieces)


def names_row(scan: Scan, pieces: Sequence[SpacedText]) -> bool:
    """The label of a row stands among some texts."""
    return any(scan.role(piece.cell.text) & Role.ROW for piece in pieces)


def between(
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
            made += [*header, *labels_of_rows(scan, behind, ()), [piece.cell for piece in left.texts]]
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
    return all(
        any(word in head for head in _head_words(scan.vocabulary)) or may_head_numbers(word) for word in words
    )


@lru_cache(maxsize=4)
def _head_words(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(word for word, role in vocabulary.labels.items() if role & Role.HEADING)


def before_heads(scan: Scan, spreads: Sequence[Spread]) -> list[SpacedText]:
    """The texts below a row, as far as they may go on with its label."""
    texts: list[SpacedText] = []
    for spread in spreads:
        if any(scan.role(piece.cell.text) & Role.CLAUSE for piece in spread.texts) or _heads(scan, spread):
            break
        texts += spread.texts
    return texts


def labels_of_rows(scan: Scan, pieces: Sequence[SpacedText], used: Container[SpacedText]) -> list[list[Cell]]:
    """Official labels of rows without figures."""
    return [[piece.cell] for piece in pieces if piece not in used and scan.role(piece.cell.text) & Role.ROW]
