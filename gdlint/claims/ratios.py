"""How many times one figure is another: 20件，是企业（4件）的5倍; 图文48篇、视频12篇，图文是视频的4倍; 两者之比为3：2."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gdlint.claims.figures import Relation, TextFigure, is_near
from gdlint.claims.items import Item
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_TIMES = "倍"
_ALL = 100
_CENT = Decimal("0.01")
_IS = lazy("[^，。；]{0,6}，(?:约|正好|恰好|恰)?(?:是|为|相当于)[^，。；（）0-9]{0,16}[（(]?(?:仅|只)?")
_OF = lazy("[）)]?的")
_NAMED = lazy("(?P<one>[^，。；]{1,10}?)(?:是|为|相当于)(?P<other>[^，。；]{1,10}?)的")
_TWO = {"前者": -2, "后者": -1}
_RATIO = lazy(
    "之比(?P<about>约)?(?:为|是|达)?(?P<one>[0-9]{1,4}(?:[.][0-9])?)[∶:：比](?P<other>[0-9]{1,4}(?:[.][0-9])?)(?P<behind>，即|[（(])?"
)
_ROOM = Decimal("0.05")
"""what a ratio of small numbers leaves open"""


def ratios(text: str, items: Sequence[Item], figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each multiple and ratio of two figures of its sentence."""
    for n, times in enumerate(figures):
        if text.endswith(_TIMES, times.quantity.start, times.quantity.end) and _TIMES not in times.words:
            yield from _multiple(text, figures[:n], times)
    found = _RATIO.search(text, items[0].start, items[-1].end)
    pair = _pair(figures, found.start(), found.end(), ahead=not found["behind"]) if found else ()
    if found and pair:
        said = Decimal(found["one"]) / Decimal(found["other"]) if Decimal(found["other"]) else Decimal(0)
        worked = Decimal(pair[0].value) / Decimal(pair[1].value)
        room = said * _ROOM * (2 if found["about"] else 1)
        values: tuple[Number, ...] = (pair[0].value, pair[1].value)
        fits = abs(worked - said) <= room
        span = (found.start("one"), found.end("other"))
        yield Relation("change", said.quantize(_CENT), fits, worked.quantize(_CENT), True, values, *span)


def _multiple(text: str, earlier: Sequence[TextFigure], times: TextFigure) -> Iterator[Relation]:
    pair = _around(text, earlier, times) or _named(earlier, times)
    # 是上年150条的3倍 is a growth.
    if not pair or not _are_counts(pair) or pair[1].cue == "before":
        return
    one, other = pair
    ratio = Decimal(one.value) / Decimal(other.value)
    said = Decimal(times.value) / _ALL + 1
    fits = is_near(_ALL * (ratio - 1), times.quantity)
    span = (times.quantity.start, times.quantity.end)
    yield Relation("change", said, fits, ratio.quantize(_CENT), True, (one.value, other.value), *span)


def _around(text: str, earlier: Sequence[TextFigure], times: TextFigure) -> Sequence[TextFigure]:
    """20件，是企业4件的5倍: the two figures before it, with just these words around the second one."""
    pair = earlier[-2:]
    if len(pair) < 2:
        return ()
    between = _IS.fullmatch(text, pair[0].quantity.end, pair[1].quantity.start)
    behind = _OF.fullmatch(text, pair[1].quantity.end, times.quantity.start)
    return pair if between and behind else ()


def _named(earlier: Sequence[TextFigure], times: TextFigure) -> Sequence[TextFigure]:
    """图文是视频的4倍: the figures that carry these names."""
    found = _NAMED.fullmatch(times.words.strip())
    if not found:
        return ()
    pair = [_carries(earlier, found[name]) for name in ("one", "other")]
    return [figure for figure in pair if figure] if all(pair) and pair[0] is not pair[1] else ()


def _carries(earlier: Sequence[TextFigure], name: str) -> TextFigure | None:
    if name in _TWO:
        return earlier[_TWO[name]] if len(earlier) == len(_TWO) else None
    found = [figure for figure in earlier if name in figure.words]
    return found[0] if len(found) == 1 else None


def _pair(figures: Sequence[TextFigure], start: int, end: int, *, ahead: bool) -> Sequence[TextFigure]:
    """The two figures right before a ratio, or behind it."""
    before = [figure for figure in figures if figure.quantity.end <= start]
    behind = [figure for figure in figures if figure.quantity.start >= end]
    pair = before if ahead else behind
    return pair if len(pair) == len(_TWO) and _are_counts(pair) else ()


def _are_counts(pair: Sequence[TextFigure]) -> bool:
    one, other = pair
    exact = one.quantity.exact and other.quantity.exact and other.value > 0
    return exact and one.quantity.unit == other.quantity.unit and one.quantity.unit != "%"
