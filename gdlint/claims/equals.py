"""Figures that are said to be equal to, the double of, or year by year more than those before them: 与上年的26件持平, 由6个增加到12个，
实现翻番, 连续两年上升：2021年20件，2022年22件，2023年26件."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from gdlint.claims.figures import FROM, Relation, TextFigure
from gdlint.model.regex import lazy

_LEVEL = lazy(
    "(?:[^，。；、（）]{0,6}，)?[^，。；、（）0-9]{0,6}?(?<!基本)(?<!大致)(?<!大体)(?<!总体)(?<!相对)(?<!略)持平"
)
_DOUBLED = lazy("[^。；、（）0-9]{0,8}(?:翻番|翻一番|翻了一番|翻倍|翻了倍)")
_TREND = lazy(
    "(?:连续(?P<number>[两二三四])年|逐年|持续)(?:[^，。；：不未]{0,3})(?:(?P<up>上升|增长|增加|增多|递增|攀升)|(?P<down>下降|减少|回落|递减|下滑))"
)
_BARE = lazy("[0-9]{4}年(?:度)?(?:收到|受理|新收|为|是|有|共)?(?:申请)?")
_STEPS = {"两": 2, "二": 2, "三": 3, "四": 4}
_FEW = 3
_RANK = "第"
"""由第5名升至第3名 goes up where the number goes down"""
_NEAR = 40
_UP = ("增", "升", "提高", "提升", "上升", "上涨", "扩", "跃升", "攀升")
_DOWN = ("减", "降", "压", "缩", "精简", "下降", "下滑", "回落", "跌")
_LEAST, _MOST = 175, 225
"""per cent that a double leaves open"""


def levels(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each figure of before that is called equal to the one of now, and each that is called doubled."""
    for before, figure in pairwise(figures):
        if not _are_alike(before, figure) or text.endswith(_RANK, 0, figure.quantity.start):
            continue
        if figure.cue == "before" and before.cue in ("", "sum") and _LEVEL.match(text, figure.quantity.end):
            yield _relation(figure, before, fits=figure.value == before.value)
        elif figure.cue == "to" and FROM.search(before.words) and _goes_against(before, figure):
            yield _relation(figure, before, fits=False)
        elif figure.cue == "to" and FROM.search(before.words) and _DOUBLED.match(text, figure.quantity.end):
            yield _relation(
                figure, before, fits=_LEAST * before.value <= 100 * figure.value <= _MOST * before.value
            )


def _goes_against(before: TextFigure, figure: TextFigure) -> bool:
    """由18类减至21类; 调整为 may go both ways."""
    said = figure.token.text[:-1] if figure.token else ""
    sign = 1 if said.startswith(_UP) else -1 if said.startswith(_DOWN) else 0
    return sign * (figure.value - before.value) < 0


def trends(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each step of a row of years that goes another way than the words before or behind it say."""
    years = list(takewhile(lambda figure: _year(figure) > 0, figures))
    rising = all(_year(later) == _year(one) + 1 for one, later in pairwise(years))
    if len(years) < _FEW or len(years) != len(figures) or not rising:
        return
    begin = max(0, years[0].item.start - _NEAR)
    found = _TREND.search(
        text, max(begin, text.rfind("。", begin, years[0].item.start) + 1), years[0].item.start
    )
    found = found or _TREND.match(text, years[-1].item.end + 1)
    if found is None:
        return
    steps = list(pairwise(years))[-_STEPS.get(found["number"], len(years)) :]
    sign = 1 if found["up"] else -1
    against = (step for step in steps if sign * (step[1].value - step[0].value) < 0)
    one, later = next(against, steps[-1])
    if all(_are_alike(*step) for step in steps):
        yield _relation(later, one, fits=sign * (later.value - one.value) >= 0)


def _year(figure: TextFigure) -> int:
    """The year that is all that is said of a figure."""
    years = [token.year for token in figure.item.before if token.kind == "year"]
    return years[0] if len(years) == 1 and _BARE.fullmatch(figure.words.strip()) else 0


def _are_alike(one: TextFigure, other: TextFigure) -> bool:
    exact = one.quantity.exact and other.quantity.exact
    return exact and one.quantity.unit == other.quantity.unit != "%" and one.value > 0


def _relation(figure: TextFigure, before: TextFigure, *, fits: bool) -> Relation:
    span = (figure.quantity.start, figure.quantity.end)
    return Relation("level", figure.value, fits, before.value, True, (before.value,), *span)
