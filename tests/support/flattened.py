"""Generated reports in shapes that lose cells or rows, held against what gdlint reads of them."""

import random
from functools import cache
from typing import Final, NamedTuple

from gdlint import api
from generate import FLATTENED, tables

from .extent import extent
from .findings import loud, told
from .generated import made_from
from .samples import bound, places, says

REPORTS: Final = extent(200, 20)
ALLOWED: Final = frozenset({"GD320"})
"""the warning that values could not be assigned"""


class Reading(NamedTuple):
    """How many cells there are and are read, which of them otherwise than they were made, and what is complained of."""

    cells: int
    read: int
    misread: list[str]
    complaints: list[str]


@cache
def read(shape: str, number: int) -> Reading:
    """A shape and a number of reports in, how they are read out."""
    cells = known = 0
    misread, complaints = list[str](), list[str]()
    for seed in range(number):
        made = made_from(seed)
        result = api.lint(FLATTENED[shape](made, random.Random(seed)))
        truth, figures = dict(places(tables(made))), bound(result.report)
        cells += len(truth)
        for place, figure in figures.items():
            if figure.text is not None:
                known += 1
                if place not in truth or not says(figure, _number(truth[place])):
                    misread.append(f"{seed} {place}: {truth.get(place)!r} read as {figure}")
        other = [finding for finding in loud(result) if finding.code not in ALLOWED]
        complaints += [f"{seed} {line}" for line in told(result, other)]
    return Reading(cells, known, misread, complaints)


def _number(value: int | float | str) -> int | float | str:
    """An amount is made as it is printed; it is compared as a number."""
    return float(value) if isinstance(value, str) and value else value
