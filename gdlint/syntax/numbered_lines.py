"""The numbers of rows, where blanks part the cells: a figure before the label of each row, which counts on."""

from collections.abc import Sequence
from itertools import pairwise

from gdlint.lexicon.table_cells import is_figure
from gdlint.syntax.columns_by_blanks import SpacedText, Spread

_LEAST = 5
"""fewer numbers that count on may as well be values"""


def numbered(spreads: Sequence[Spread]) -> list[Spread]:
    """The lines of a table, those with the number of a row without it among their texts or figures; as they are where rows have
    no numbers."""
    numbers = [spread.texts[0] for spread in spreads if _has_number(spread)]
    if len(numbers) < _LEAST or not all(_rises(one, other) for one, other in pairwise(numbers)):
        return list(spreads)
    edge = max(number.end for number in numbers)
    return [_without_number(spread, edge) for spread in spreads]


def _has_number(spread: Spread) -> bool:
    return len(spread.texts) > 1 and bool(spread.figures) and is_figure(spread.texts[0].cell.text)


def _rises(one: SpacedText, other: SpacedText) -> bool:
    """A number comes after another; rows may stand between whose numbers stand by themselves."""
    texts = one.cell.text, other.cell.text
    return all(map(str.isdecimal, texts)) and int(texts[0]) < int(texts[1])


def _without_number(spread: Spread, edge: int) -> Spread:
    """A line without the figure in front of it that begins where numbers stand."""
    if not spread.figures:
        return spread
    own = not spread.texts
    first = spread.figures[0] if own else spread.texts[0].cell
    if first.start - spread.start >= edge or not is_figure(first.text):
        return spread
    return spread._replace(texts=spread.texts[not own :], figures=spread.figures[own:], number=first)
