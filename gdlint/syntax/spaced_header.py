"""The header of a table whose cells are parted by blanks: the labels that its texts make up, in the order of their columns."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter

from gdlint.lexicon.table_cells import heads_numbers, role_of
from gdlint.model.document import Cell
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import NOTE_MARKS, plain
from gdlint.syntax.columns_by_blanks import SpacedText, Spread, joined, wide_letters

_TOKEN = lazy(r"\S+")
_NEAR = 2
"""labels in a line that tell what else stands there"""


def header_of(lines: Sequence[Spread], vocabulary: Vocabulary) -> list[Cell]:
    """The cells of a header over several lines: in the order of the text where all labels are whole and some stand over each
    other, else labels over groups first, then those of columns from left to right.

    Labels whose pieces cannot be put together by their columns are left out, all of them.
    """
    texts = [piece for line in lines for piece in line.texts if not _is_aside(piece)]
    over = [piece for piece in texts if role_of(piece.cell.text, vocabulary) & Role.HEAD]
    rest = [piece for piece in texts if piece not in over and not _part_of_corner(piece, vocabulary)]
    heights = {piece.cell.start - piece.column for piece in rest}
    whole = all(_is_whole(piece, texts, vocabulary) for piece in rest)
    cells = [piece.cell for piece in rest]
    if len(heights) > 1:
        found = (cells,) if whole else (_put_together(rest, wide, vocabulary) for wide in (False, True))
        cells = next((each for each in found if _are_columns(each, vocabulary)), [])
    if whole and not _are_apart(rest):
        return [piece.cell for piece in _by_levels(texts, vocabulary) if piece in over or piece in rest]
    if whole:
        cells = [piece.cell for piece in sorted(rest, key=attrgetter("column"))]
    return [*(piece.cell for piece in over), *cells]


def _is_whole(piece: SpacedText, beside: Sequence[SpacedText], vocabulary: Vocabulary) -> bool:
    """The label of a column, or what is no part of any (a misprint, 备注) in a line with several headings that are whole."""
    if role_of(piece.cell.text, vocabulary) & Role.COLUMN:
        return True
    word, height = plain(piece.cell.text), piece.cell.start - piece.column
    line = [other for other in beside if other.cell.start - other.column == height]
    labels = sum(1 for other in line if role_of(other.cell.text, vocabulary) & Role.HEADING)
    return labels >= _NEAR and bool(word) and not any(word in label for label in vocabulary.labels)


def _is_aside(piece: SpacedText) -> bool:
    """A text of a header that is no label of a column of values."""
    word = plain(piece.cell.text)
    return not word or is_note(piece) or heads_numbers(word)


def is_note(piece: SpacedText) -> bool:
    """Nothing but the mark of a note, on a line below the label that it belongs to."""
    return all(letter in NOTE_MARKS for letter in piece.cell.text)


def _by_levels(pieces: Sequence[SpacedText], vocabulary: Vocabulary) -> Iterator[SpacedText]:
    """The texts of a header line by line; lines of labels of columns that stand beside each other are one, as where one of the labels
    stands higher than the others."""
    level: list[SpacedText] = []
    for _, line in groupby(pieces, lambda piece: piece.cell.start - piece.column):
        following = list(line)
        beside = [*level, *following]
        plainly = all(role_of(piece.cell.text, vocabulary) & Role.COLUMN for piece in beside)
        if plainly and _are_apart(beside):
            level = sorted(beside, key=attrgetter("column"))
        else:
            yield from level
            level = following
    yield from level


def _are_apart(pieces: Sequence[SpacedText]) -> bool:
    """No piece stands over another one: each has columns of its own."""
    ordered = sorted(pieces, key=attrgetter("column"))
    return not any(_overlap(one, other) for one, other in pairwise(ordered))


def _part_of_corner(piece: SpacedText, vocabulary: Vocabulary) -> bool:
    word = plain(piece.cell.text)
    return len(word) > _NEAR and any(
        word in head and len(word) < len(head) for head in _long_heads(vocabulary)
    )


@lru_cache(maxsize=4)
def _long_heads(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Compared words of headers that are sentences rather than labels (the corner of a table)."""
    return tuple(word for word, role in vocabulary.labels.items() if role & Role.HEAD and len(word) > 12)


def _are_columns(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    return all(role_of(cell.text, vocabulary) & Role.COLUMN for cell in cells)


def _put_together(pieces: Sequence[SpacedText], wide: bool, vocabulary: Vocabulary) -> list[Cell]:
    """The labels that pieces make up which stand over each other, from left to right, where all letters are of one width, or some
    as wide as two."""
    stacks: list[list[SpacedText]] = []
    atoms = [atom for piece in pieces for atom in _atoms(piece, vocabulary)]
    for atom in sorted(atoms, key=lambda atom: _span(atom, wide)):
        fitting = next((s for s in stacks if any(_overlap(atom, other, wide) for other in s)), None)
        if fitting is None:
            stacks.append([atom])
        else:
            fitting.append(atom)
    cells = [joined(sorted(stack, key=lambda atom: atom.cell.start)) for stack in stacks]
    return cells[1:] if cells and _is_left_of_columns(cells[0], stacks[0], vocabulary) else cells


def _is_left_of_columns(cell: Cell, pieces: Sequence[SpacedText], vocabulary: Vocabulary) -> bool:
    """The first of some pieces that stand over each other head the numbers of rows, or are glyphs of a label of rows that runs
    down the margin."""
    if heads_numbers(cell.text):
        return True
    glyphs = all(len(piece.cell.text) == 1 for piece in pieces)
    return glyphs and any(cell.text in label for label in _groups_of_rows(vocabulary))


@lru_cache(maxsize=4)
def _groups_of_rows(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The compared labels over rows, with their numbers."""
    return tuple(word for word, role in vocabulary.labels.items() if role & Role.LABEL == Role.GROUP)


def _overlap(one: SpacedText, other: SpacedText, wide: bool = False) -> bool:
    (start, end), (first, last) = _span(one, wide), _span(other, wide)
    return start < last and first < end


def _span(piece: SpacedText, wide: bool) -> tuple[int, int]:
    """The columns in which a text begins and ends."""
    if not wide:
        return piece.column, piece.end
    start = piece.column + piece.wide_before
    return start, start + piece.end - piece.column + wide_letters(piece.cell.text)


def _atoms(piece: SpacedText, vocabulary: Vocabulary) -> list[SpacedText]:
    """The words of a header's text, parted by single blanks; single glyphs side by side are one word (总 计)."""
    if role_of(piece.cell.text, vocabulary) & Role.COLUMN:
        return [piece]
    atoms: list[SpacedText] = []
    for found in _TOKEN.finditer(piece.cell.text):
        cell = Cell(found.group(), piece.cell.start + found.start(), piece.cell.start + found.end())
        column = piece.column + found.start()
        last = atoms[-1] if atoms else None
        if last and len(cell.text) == 1 and len(last.cell.text) == 1 and column - last.end == 1:
            atoms[-1] = last._replace(cell=Cell(last.cell.text + cell.text, last.cell.start, cell.end))
        else:
            atoms.append(
                SpacedText(cell, column, piece.wide_before + wide_letters(piece.cell.text[: found.start()]))
            )
    return atoms
