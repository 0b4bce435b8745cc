"""Scores that go from one to another: 得分由88.5分提高到93分，提升4.5分."""

from collections.abc import Iterator
from decimal import Decimal

from gdlint.claims.figures import Relation
from gdlint.model.regex import lazy

_NUMBER = "[0-9]{1,3}(?:[.][0-9]{1,2})?"
_UP, _DOWN = "提高|提升|上升|增加|增长|升", "下降|降低|减少|降"
_CHANGE = lazy(
    f"[由从][^，。；0-9]{{0,8}}(?P<then>{_NUMBER})分[^，。；0-9]{{0,4}}?(?:{_UP}|{_DOWN})(?:到|至|为)[^，。；0-9]{{0,8}}"
    f"(?P<now>{_NUMBER})分，(?:得分|分值|分数|总分|较上年|比上年|同比|净|共)?(?:(?P<up>{_UP})|{_DOWN})了?(?P<step>{_NUMBER})分"
)


def scores(text: str, start: int, end: int) -> Iterator[Relation]:
    """Each score of a stretch of text with the one before it, and by how much it changed."""
    for found in _CHANGE.finditer(text, start, end):
        then, now, step = (Decimal(found[name]) for name in ("then", "now", "step"))
        worked = now - then if found["up"] else then - now
        yield Relation("change", step, worked == step, worked, True, (then, now), *found.span("step"))
