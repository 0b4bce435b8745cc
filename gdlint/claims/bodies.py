"""Bodies that are counted otherwise than their sum: 22个乡镇、35个部门共57家单位."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.items import JOINS
from gdlint.model.regex import lazy

_COUNTERS = frozenset(("个", "家", "所"))
_BODY = lazy(
    "单位|部门|机关|乡镇|镇街|街道|乡|镇|县|区|市|州|村|社区|企业|公司|学校|医院|机构|院|站|办|局|网站|新媒体|账号|公众号"
)
_MARKS = "，；。、：（"
_NEAR = 16
"""letters of what is listed right before a figure"""
_ABSENT = lazy("[^。]{0,30}(?:其余|未参|缺席)")
_BEHIND = 8
"""letters behind a number that name what it counts"""


def bodies(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each sum behind a list of bodies of which some have another counter than it."""
    for n, total in enumerate(figures):
        if total.cue != "sum" and not total.words.rstrip().endswith("共"):
            continue
        parts = _parts_before(text, figures[:n], total)
        mixed = not _ABSENT.match(text, total.quantity.end) and any(
            part.quantity.unit != total.quantity.unit for part in parts
        )
        if len(parts) > 1 and mixed and all(_is_body(text, part) for part in parts) and _is_count(total):
            values = tuple(part.value for part in parts)
            summed = sum(values)
            span = (total.quantity.start, total.quantity.end)
            yield Relation("sum", total.value, summed == total.value, summed, True, values, *span)


def _parts_before(text: str, figures: Sequence[TextFigure], total: TextFigure) -> list[TextFigure]:
    """All of a list whose items are joined by 、 or 和, back to its first one."""
    alike = [figure for figure in figures if figure.item.depth == total.item.depth]
    joined = list(takewhile(lambda figure: is_listed(text, figure), reversed(alike)))
    first = len(alike) - len(joined) - 1
    parts = alike[first:] if joined and first >= 0 else []
    return [] if parts and follows_another(text, parts[0]) else parts


def follows_another(text: str, part: TextFigure) -> bool:
    """The figure goes on with a list in which something that is no figure is counted before it: 学校41座、医院23家."""
    before = text[max(0, part.item.start - _NEAR) : part.item.start].rstrip("、")
    begin = max(before.rfind(mark) for mark in _MARKS) + 1
    return is_listed(text, part) and any(map(str.isdigit, before[begin:]))


def is_listed(text: str, figure: TextFigure) -> bool:
    """The figure goes on with a list: 、 or 和 stands before it."""
    begin = figure.item.start
    return figure.item.mark == "pause" or (figure.item.mark == "" and text[:begin].endswith(JOINS))


def _is_body(text: str, figure: TextFigure) -> bool:
    """A count of bodies, named before its number or behind it."""
    quantity = figure.quantity
    said = figure.words + text[quantity.end : min(figure.item.end, quantity.end + _BEHIND)]
    return _is_count(figure) and (quantity.unit != "个" or _BODY.search(said) is not None)


def _is_count(figure: TextFigure) -> bool:
    counts = figure.plain or figure.cue == "sum"
    return counts and figure.quantity.unit in _COUNTERS and figure.quantity.exact
