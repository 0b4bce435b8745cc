"""How the figures of a sentence go together: a sum behind its parts, a share of a whole, a growth from one year to the next."""

from collections.abc import Iterator, Sequence

from gdlint.claims.figures import Relation, figure_of
from gdlint.claims.growth import change, runs
from gdlint.claims.items import Item
from gdlint.claims.shares import divisions, shares
from gdlint.claims.sums import lists, sums

_MOST = 40
"""figures of one sentence that are held against each other"""


def relations(text: str, items: Sequence[Item], year: int | None) -> Iterator[Relation]:
    """The relations in a sentence of a report on a year."""
    figures = [figure for item in items if (figure := figure_of(text, item, year))][:_MOST]
    if len(figures) < 2 or any(figure.quantity.value is None for figure in figures):
        return
    yield from sums(figures)
    yield from lists(figures)
    yield from shares(figures)
    yield from divisions(figures)
    for run in runs(figures):
        yield from change(run)
