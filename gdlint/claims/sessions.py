"""Those who came to each of several sessions, and to all: 第一期42人、第二期38人，累计培训80人次."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from gdlint.claims.figures import Relation, TextFigure
from gdlint.model.regex import lazy

_PEOPLE = frozenset(("人", "人次"))
_SESSION = lazy("(?:其中)?(?:第([一二三四五六七八九十])|(首))[期场次批轮](?:培训|参训|参加)?")
_TOTAL = lazy("(?:年内|全年)?(?:累计|总计|合计|共计|总共|共)(?:培训|参训|参加|参会|受训|覆盖)?(?:人员)?")
_OTHER = lazy("[期场次批轮]")
"""between the last one and the total: a session without a figure"""
_ORDER = "一二三四五六七八九十"


def sessions(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """A total behind all sessions from the first one on."""
    for n, first in enumerate(figures):
        if _number(first) != 1:
            continue
        numbered = enumerate(figures[n:], 1)
        parts = [figure for _, figure in takewhile(lambda one: _number(one[1]) == one[0], numbered)]
        total = next(iter(figures[n + len(parts) :]), None)
        if len(parts) < 2 or total is None or not _is_total(total):
            continue
        if _OTHER.search(text, parts[-1].quantity.end, total.item.start):
            continue
        values = tuple(part.value for part in parts)
        summed = sum(values)
        # Who came twice is one of 80人, and two of 80人次.
        fits = summed == total.value or (total.quantity.unit == "人" and total.value < summed)
        span = (total.quantity.start, total.quantity.end)
        yield Relation("sum", total.value, fits, summed, True, values, *span)


def _number(figure: TextFigure) -> int:
    """The number of a session; 0 where a figure is of none."""
    found = _SESSION.fullmatch(figure.words.strip())
    if not found or figure.quantity.unit not in _PEOPLE or not figure.quantity.exact:
        return 0
    return _ORDER.index(found[1] or "一") + 1


def _is_total(figure: TextFigure) -> bool:
    counts = figure.quantity.unit in _PEOPLE and figure.quantity.exact
    return counts and _TOTAL.fullmatch(figure.words.strip()) is not None
