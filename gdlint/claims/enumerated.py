"""A few things told one by one behind their number: 不予公开2件，一件涉及第三方权益，一件属于执法案卷."""

from collections.abc import Iterator, Sequence

from gdlint.claims.figures import Relation, TextFigure
from gdlint.model.regex import lazy

_FEW = 20
_ALL_TOLD = 3
"""so many are told to the last one"""
_OPEN = lazy("另|其余|其他|等|还有|主要|分别")


def one_by_one(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each number of which the rest of its sentence tells parts that begin with their numbers."""
    for n, total in enumerate(figures[:-2]):
        parts = figures[n + 1 :]
        if not _is_few(total) or not all(_is_one(part, total) for part in parts):
            continue
        summed = sum(part.value for part in parts)
        closed = not _OPEN.search(text, total.quantity.end, parts[-1].item.end)
        fits = summed == total.value or (summed < total.value and total.value > _ALL_TOLD) or not closed
        values = tuple(part.value for part in parts)
        yield Relation(
            "sum", total.value, fits, summed, True, values, total.quantity.start, total.quantity.end
        )
        return


def _is_few(total: TextFigure) -> bool:
    return total.plain and total.quantity.exact and 1 < total.value <= _FEW


def _is_one(part: TextFigure, total: TextFigure) -> bool:
    """Nothing stands before its number in its clause, and what it is follows."""
    bare = not part.words.strip() and bool(part.item.after or part.item.end > part.quantity.end)
    alike = part.quantity.unit == total.quantity.unit and part.item.depth == total.item.depth
    return bare and alike and part.plain and part.quantity.exact and part.value < total.value
