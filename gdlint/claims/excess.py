"""What was done is no more than what came in: 收到留言30条，回复28条."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.words import Words
from gdlint.model.regex import lazy

_ELSEWHEN = lazy("结转|转结|上年|去年|往年|历年|累计|积压|遗留|顺延|存量|结余")
_LEAD = "(?:其中|完成|目前|已经|已|均|全部|全都|按[期时]|依法|及时|现场|现|共计|共|实际|经核|当场|最终|有|分别){0,4}"
_TAIL = "(?:了|的|有|为|达|到|意见|建议|数量|数|完毕|完成){0,3}"


def excess(text: str, figures: Sequence[TextFigure], words: Words) -> Iterator[Relation]:
    """A figure of what was done behind one, of the same unit, of what came in, with no third one of that unit between them
    (检查股室5个，发现问题8个，整改8个); those of several years apart."""
    taken, passed = _patterns(words.taken, words.passed)
    received: TextFigure | None = None
    mixed = _ELSEWHEN.search(text[figures[0].item.start : figures[-1].item.end])
    for figure in figures:
        quantity = figure.quantity
        if figure.item.mark == "semicolon" or not (figure.plain and quantity.exact):
            received = None
        elif received and not mixed and passed.fullmatch(figure.words.strip()) and _alike(received, figure):
            yield Relation(
                "excess",
                figure.value,
                figure.value <= received.value,
                received.value,
                True,
                (received.value,),
                quantity.start,
                quantity.end,
            )
            received = None
        elif taken.search(figure.words):
            received = figure
        elif received and received.quantity.unit == quantity.unit:
            received = None


def _alike(received: TextFigure, done: TextFigure) -> bool:
    same = received.quantity.unit == done.quantity.unit
    return same and received.item.depth == done.item.depth and not done.item.after


@lru_cache(maxsize=8)
def _patterns(taken: tuple[str, ...], passed: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells that something came in, and that all a piece says is that it was done."""
    return (
        lazy(f"(?<![不未])(?<!不予)(?:{'|'.join(map(re.escape, taken))})"),
        lazy(f"{_LEAD}(?:{'|'.join(map(re.escape, passed))}){_TAIL}"),
    )
