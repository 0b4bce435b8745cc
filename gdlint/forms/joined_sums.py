"""The sums of a form that speak of some cells, and the order of its cells, as the cutter of joined cells needs them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from gdlint.forms.groups import keys_in
from gdlint.model.form import TableForm

Place = tuple[str, str]
"""(row, column)"""

Terms = Mapping[Place, int]
"""how each cell counts in a sum that is 0"""


@lru_cache(maxsize=16)
def official_places(form: TableForm) -> tuple[Place, ...]:
    """All cells of a form in their official order."""
    return tuple((row.key, column.key) for row in form.rows for column in form.columns)


def row_sums(form: TableForm, places: Sequence[Place]) -> tuple[tuple[int, ...], frozenset[int]]:
    """How each column counts in the sum of its row, and behind which columns a sum is closed."""
    signs, closed = [0] * len(places), set[int]()
    columns = [column for _, column in places]
    for identity in form.identities:
        if identity.each == "row":
            left = keys_in(form, identity.left, rows=False, there=columns)
            right = keys_in(form, identity.right, rows=False, there=columns)
            for row in dict.fromkeys(row for row, _ in places):
                own = [n for n, place in enumerate(places) if place[0] == row]
                if {columns[n] for n in own} >= {*left, *right}:
                    for n in own:
                        signs[n] = (columns[n] in right) - (columns[n] in left)
                    closed.add(own[-1])
    return tuple(signs), frozenset(closed)


def column_sums(form: TableForm, there: Collection[Place], columns: Collection[str]) -> Iterator[Terms]:
    """The sums of some columns: how each cell counts in a sum that is 0."""
    rows = {row for row, _ in there}
    for identity in form.identities:
        if identity.each == "column":
            left = keys_in(form, identity.left, rows=True, there=rows)
            right = keys_in(form, identity.right, rows=True, there=rows)
            for column in columns:
                yield {(row, column): 1 for row in left} | {(row, column): -1 for row in right}
