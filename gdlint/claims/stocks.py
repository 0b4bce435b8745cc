"""What there was, what came and went, and what there is: 年初14件，制发2件、废止1件，年末15件."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from gdlint.claims.figures import FROM, Relation, TextFigure
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_THEN = lazy("年初|上年[末底]|去年[末底]|上年度末|期初")
_NOW = lazy("年[末底]|期末|现有|现行有效|清理后")
_CAME = lazy(
    "(?:新制发|制发|新制定|制定|新增|增加|新出台|出台|印发|新建|新开设|新设|移入|年[内中]进)(?:了|为)?$"
)
_WENT = lazy("(?:废止|失效|减少|注销|关停|关闭|移出|撤销|取消|删除|撤下|退出|年[内中]出)(?:了|为)?$")
_BOTH = (1, -1)
"""what came and what went: where only one is told, the other may have been left out"""
_NEAR = 20
_NET = lazy("净[增减](?:加|少)?(?:了|为)?$")


def stocks(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """A figure of the end of the year with that of its beginning and all that stands between them, and a net change behind what
    came and went."""
    if set(_BOTH) - {_step(figure) for figure in figures}:
        return
    for n, figure in enumerate(figures):
        steps = _steps(figures[n:] if _step(figure) else figures[n + 1 :])
        if len({_step(step) for step in steps}) < len(_BOTH):
            continue
        if (
            n
            and figure.cue == "to"
            and FROM.search(figures[n - 1].words)
            and steps[0].quantity.unit == figure.quantity.unit
        ):
            # 由14件变为15件，新增2件、废止1件
            yield _relation([figures[n - 1], *steps], figure)
        elif _step(figure) and (not n or not _step(figures[n - 1])):
            yield from _net(text, steps, figures[n + len(steps) :])
        elif _THEN.search(figure.words) and figure.quantity.unit == steps[0].quantity.unit:
            behind = figures[n + 1 + len(steps) :][:1]
            yield from (_relation([figure, *steps], now) for now in behind if _is_now(now, figure))


def _net(text: str, steps: Sequence[TextFigure], behind: Sequence[TextFigure]) -> Iterator[Relation]:
    """制发2件、废止1件，净增1件; 文件新增2件、移出1件，文件由14件增至15件."""
    alike = [figure for figure in behind[:2] if figure.quantity.unit == steps[0].quantity.unit]
    if alike and _NET.search(alike[0].words) and alike[0].quantity.exact:
        said, net = alike[0], _sum(steps)
        grown: Number = said.value if "增" in said.words else -said.value
        span = (said.quantity.start, said.quantity.end)
        values = tuple(figure.value for figure in steps)
        worked: Number = net if net > 0 else -net
        yield Relation("change", said.value, grown == net, worked, True, values, *span)
    elif len(alike) > 1 and alike[1].cue == "to" and _is_of_same(text, steps[0], alike[0]):
        yield _relation([alike[0], *steps], alike[1])


def _is_of_same(text: str, step: TextFigure, then: TextFigure) -> bool:
    """What is counted at last was named before the first step, by two letters at least."""
    said = text[max(0, step.item.start - _NEAR) : step.quantity.start]
    named = FROM.sub("", then.words).strip()
    same = not named or any(named[n : n + 2] in said for n in range(len(named) - 1))
    return same and FROM.search(then.words) is not None


def _relation(ahead: Sequence[TextFigure], now: TextFigure) -> Relation:
    """What there was and what came and went, held against what there is."""
    worked: Number = ahead[0].value + _sum(ahead[1:])
    values = tuple(figure.value for figure in ahead)
    span = (now.quantity.start, now.quantity.end)
    sure = all(figure.quantity.exact for figure in (*ahead, now))
    return Relation("change", now.value, now.value == worked, worked, sure, values, *span)


def _steps(figures: Sequence[TextFigure]) -> list[TextFigure]:
    """The figures of one unit, one right behind the other, that say what came and what went."""
    unit = figures[0].quantity.unit if figures else ""
    return list(takewhile(lambda figure: _step(figure) and figure.quantity.unit == unit, figures))


def _step(figure: TextFigure) -> int:
    """1 for what came, -1 for what went, else 0."""
    said = figure.words.rstrip()
    inner = figure.item.depth or any(token.names == ("part",) for token in figure.item.before)
    if inner or not figure.quantity.exact or figure.quantity.unit == "%":
        return 0
    return 1 if _CAME.search(said) else -1 if _WENT.search(said) else 0


def _sum(steps: Sequence[TextFigure]) -> Number:
    return sum(_step(figure) * figure.value for figure in steps)


def _is_now(figure: TextFigure, then: TextFigure) -> bool:
    alike = figure.quantity.unit == then.quantity.unit and figure.item.depth == then.item.depth
    return alike and _NOW.search(figure.words) is not None and not _THEN.search(figure.words)
