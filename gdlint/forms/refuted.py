"""Whether a row of joined cells has lost a cell, or has one more, or whole rows: then its digits tell nothing.

A row whose sums hold in no cut may be in error, and is read as it is printed. Where the same digits make sums that hold if
one cell was left out, or one put in, or if the number of the label behind them was a figure's, they may as well be those.
So may the digits of a row below which a label is missing be those of that row, too, even where its own sums hold.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from gdlint.forms.cuts import MOST_STEPS, Cut, Joined, all_cuts
from gdlint.forms.joined_sums import Place, Terms

MOST_CUTS: Final = 64
"""of a row with a cell more or less; where there are more, one of them will do"""

Values = Mapping[Place, int]


class _Other(NamedTuple):
    """A row with a cell or digit more or less: its joined cells, and the place of each column (None: of no cell of the form)."""

    joined: Joined
    places: tuple[Place | None, ...]
    lost: Place | None = None
    terms: Terms = MappingProxyType({})
    """how each cell of the sum counts in which there is one less"""


def is_refuted(
    row: Joined, places: Sequence[Place], sums: Sequence[Terms], known: Values, behind: str = ""
) -> bool:
    """The digits of a row, whose sums hold in no cut, make a row in which they hold with a cell more or less, or with the number
    `behind` them that seems to be that of a label. `sums` are those of columns, `known` the values in other rows."""
    longer = [_with_digits(row, places, behind)] if behind else []
    return _any_holds((*longer, *_with_one_less(row, places), *_with_one_more(row, places)), sums, known)


def _any_holds(others: Sequence[_Other], sums: Sequence[Terms], known: Values) -> bool:
    """One of some rows can be cut so that its sums hold, or nobody can tell."""
    for other in others:
        # All of them together may take as long as the row itself.
        cuts = all_cuts(other.joined, MOST_CUTS, MOST_STEPS // len(others))
        if cuts is None or any(holds(_values(other, cut), sums, known) for cut in cuts):
            return True
    return False


def holds_in_more_rows(
    row: Joined,
    places: Sequence[Place],
    lost: Sequence[Sequence[Place]],
    sums: Sequence[Terms],
    known: Values,
) -> bool:
    """The digits of a row make several in which all sums hold: the first of the official rows below it whose labels are not
    there, which have their cells at the places `lost`."""
    width = len(places)
    numbers = range(2, min(1 + len(lost), len(row.text) // width) + 1)
    return _any_holds([_with_rows(row, places, lost, number) for number in numbers], sums, known)


def _with_rows(row: Joined, places: Sequence[Place], lost: Sequence[Sequence[Place]], number: int) -> _Other:
    """The digits as those of so many rows: it is known which these are only where all are there that are not elsewhere."""
    width = len(places)
    closed = frozenset(end + n * width for end in row.closed for n in range(number))
    joined = row._replace(types=row.types * number, signs=row.signs * number, closed=closed)
    whole = number == 1 + len(lost)
    below = [place if whole else None for cells in lost[: number - 1] for place in cells]
    return _Other(joined, (*places, *below))


def _with_digits(row: Joined, places: Sequence[Place], digits: str) -> _Other:
    """The row with digits that belong to its last figure."""
    end = len(row.text)
    borders = (row.borders - {end}) | {end + len(digits)}
    return _Other(row._replace(text=row.text + digits, borders=borders), tuple(places))


def _with_one_less(row: Joined, places: Sequence[Place]) -> Iterator[_Other]:
    """The row without each of its cells: the sum in which it counts holds with the right value there."""
    for n, sign in enumerate(row.signs):
        if sign:
            last = min(end for end in row.closed if end >= n)
            first = max((end + 1 for end in row.closed if end < n), default=0)
            terms = dict(zip(places[first : last + 1], row.signs[first : last + 1], strict=True))
            signs = [0 if first <= m <= last else other for m, other in enumerate(row.signs) if m != n]
            closed = frozenset(end - (end > n) for end in row.closed if end != last)
            types = (*row.types[:n], *row.types[n + 1 :])
            joined = row._replace(types=types, signs=tuple(signs), closed=closed)
            yield _Other(joined, (*places[:n], *places[n + 1 :]), places[n], terms)


def _with_one_more(row: Joined, places: Sequence[Place]) -> Iterator[_Other]:
    """The row with a figure of no cell before each of its cells, and behind the last."""
    for n in range(len(places) + 1):
        types = (*row.types[:n], "count", *row.types[n:])
        signs = (*row.signs[:n], 0, *row.signs[n:])
        closed = frozenset(end + (end >= n) for end in row.closed)
        joined = row._replace(types=types, signs=signs, closed=closed)
        yield _Other(joined, (*places[:n], None, *places[n:]))


def _values(other: _Other, cut: Cut) -> dict[Place, int] | None:
    """What the cells of the form say in a cut; None where the lost one would be less than nothing."""
    values = {
        place: int(other.joined.text[start:end])
        for place, (start, end) in zip(other.places, cut, strict=True)
        if place
    }
    if other.lost:
        rest = sum(sign * values.get(place, 0) for place, sign in other.terms.items())
        values[other.lost] = -rest * other.terms[other.lost]
        return values if values[other.lost] >= 0 else None
    return values


def holds(values: Values | None, sums: Sequence[Terms], known: Values) -> bool:
    """All sums of columns hold that are known as a whole."""
    if values is None:
        return False
    there = {**known, **values}
    return all(
        sum(sign * there[place] for place, sign in terms.items()) == 0
        for terms in sums
        if there.keys() >= terms.keys()
    )
