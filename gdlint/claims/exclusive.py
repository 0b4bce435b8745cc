"""Lists of classes of which one excludes the others: 考核86家，优秀20家、良好50家、合格16家; 专职2人、兼职5人."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from gdlint.claims.families import Family
from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.items import RESULTS, opens_parts
from gdlint.claims.openings import INCLUDE, OPENERS, says_again
from gdlint.claims.words import Words
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_FEWEST = 3
"""a total and two parts"""
_LONGEST = 20
_FAR = 40
"""letters between a total and the first part, and before the total"""
_OUTCOMES = ("upheld", "corrected", "other_outcome", "pending")
_SUITS = ("direct_suit", "suit_after_reconsideration")
_MIXED = lazy(
    "结转|转结|上年|去年|往年|历年|积压|积存|留存|遗留|顺延|存量|结余|跨年|往期|重叠|交叉|重复|同时|既|先[^，。；]{1,10}后"
)
"""some are counted in two classes, or came from elsewhere"""
_TWICE = lazy("[^。]{0,40}(?:重叠|交叉|重复|同时|既|含[^，。）]{0,6}结转)")
_TO_NEXT = lazy("结转(?:至|到|入)?(?:下|次|来)")
_MORE = lazy("其余|其他|其它|另|余下|剩余|剩下|尚|还有|等|未")
_OF_SOME = lazy("(?:提出|递交|提交|办结|答复)的[0-9]+件(?:申请)?，$")
_CLOSED = lazy("审结|结案|办结")
"""of what is closed nothing is pending"""
_CAME_IN = frozenset(("new", "handled", "carried_in"))
"""of which results are told that are also of what another year left"""
Naming = Callable[[str, TextFigure], object]


class _Kind(NamedTuple):
    """What tells the class of a figure, whether all of a list is told, whether a total before a comma is one of them."""

    named: Naming
    complete: Callable[[Sequence[object]], bool]
    follows: Callable[[str], bool]
    ordered: bool = False
    whole: Callable[[TextFigure], bool] = lambda total: True
    over_years: bool = False
    """some may have come in the year before"""


def exclusive(text: str, figures: Sequence[TextFigure], words: Words) -> Iterator[Relation]:
    """Each total with the classes behind it, one or several figures of the same family."""
    if len(figures) < _FEWEST:
        return
    kinds = [_RESULTS_OF_SOME, _OUTCOMES_OF_CASES, _TWO_SUITS]
    if words.classes.search(text, figures[0].item.start, figures[-1].item.end):
        kinds += map(_of_family, words.families)
    for n, total in enumerate(figures[:-2]):
        if total.cue in ("", "sum") and total.quantity.exact and total.quantity.unit not in ("%", "元"):
            found = (_relation(text, figures, n, kind) for kind in kinds)
            relation = next((one for one in found if one), None)
            if relation:
                yield relation


def _relation(text: str, figures: Sequence[TextFigure], n: int, kind: _Kind) -> Relation | None:
    total = figures[n]
    parts, classes = _parts(text, figures[n + 1 :], total, kind)
    if len(parts) < 2 or kind.named(text, total) is not None or not kind.whole(total):
        return None
    if "pending" in classes and _CLOSED.search(total.words):
        return None
    first, last = parts[0], parts[-1]
    begin = max(figures[n - 1].quantity.end if n else 0, total.quantity.start - _FAR)
    far = first.item.start - total.quantity.end > _FAR
    if far or not (_is_opened(text, total, first) or _follows(text, total, first, begin, kind)):
        return None
    if _MIXED.search(_TO_NEXT.sub("", text[total.item.start : last.item.end])) or _TWICE.match(
        text, last.item.end, last.item.end + _FAR
    ):
        return None
    values = tuple(part.value for part in parts)
    summed = sum(values)
    if total.value < summed <= _with_others(figures[:n], total) and not _is_bound(text, total, first):
        return None
    if summed > total.value and kind.over_years and not _is_opened(text, total, first):
        return None
    closed = kind.complete(classes) and _is_end(text, figures[n + 1 :], parts)
    if summed < total.value and not closed:
        return None
    span = (total.quantity.start, last.quantity.end)
    return Relation("sum", total.value, summed == total.value, summed, True, values, *span)


def _parts(
    text: str, behind: Sequence[TextFigure], total: TextFigure, kind: _Kind
) -> tuple[list[TextFigure], list[object]]:
    """The figures right behind a total that are of classes of their own, and these."""
    parts: list[TextFigure] = []
    classes: list[object] = []
    depth = behind[0].item.depth
    for figure in behind:
        if parts and figure.item.depth > depth:
            continue
        one = kind.named(text, figure) if _is_alike(figure, total, depth) else None
        if one is None or one in classes or (parts and not _goes_on(figure, *parts[1:2])):
            break
        if kind.ordered and classes and one != _next(classes[-1]):
            break
        parts.append(figure)
        classes.append(one)
    return parts, classes


def _next(one: object) -> object:
    return one + 1 if isinstance(one, int) else None


def _is_alike(figure: TextFigure, total: TextFigure, depth: int) -> bool:
    quantity = figure.quantity
    return (
        figure.plain
        and quantity.exact
        and quantity.unit == total.quantity.unit
        and figure.item.depth == depth
        and depth in (total.item.depth, total.item.depth + 1)
    )


def _goes_on(figure: TextFigure, second: TextFigure | None = None) -> bool:
    """A mark of lists stands before it, and no comma where 、 stands before the second part."""
    ends = second is not None and second.item.mark == "pause" and figure.item.mark == "comma"
    listed = figure.item.mark in ("pause", "comma", "", "close")
    return listed and not ends and not any(token.text in OPENERS for token in figure.item.before)


def _with_others(earlier: Sequence[TextFigure], total: TextFigure) -> Number:
    """复议9件、诉讼5件，其中维持8件、纠正1件: the parts may be of both."""
    alike = (f.value for f in earlier if f.quantity.unit == total.quantity.unit)
    return total.value + sum(alike)


def _is_bound(text: str, total: TextFigure, first: TextFigure) -> bool:
    """A bracket, a colon, 中 and 即 open parts of the nearest figure alone."""
    by_word = any(token.text in OPENERS and token.text not in INCLUDE for token in first.item.before)
    by_word = by_word or says_again(text, first.item)
    return by_word or first.item.mark in ("open", "colon") or opens_parts(total.item)


def _is_opened(text: str, total: TextFigure, first: TextFigure) -> bool:
    """By 其中, a colon, a bracket, or 中: what follows are parts of the total."""
    by_word = any(token.text in OPENERS for token in first.item.before)
    return by_word or _is_bound(text, total, first)


def _follows(text: str, total: TextFigure, first: TextFigure, begin: int, kind: _Kind) -> bool:
    """A comma alone stands between, and the total is of what has such classes, and no part of a list itself."""
    part = total.item.mark == "pause" or any(token.names == ("part",) for token in total.item.before)
    return first.item.mark == "comma" and not part and kind.follows(text[begin : first.item.start])


def _is_end(text: str, behind: Sequence[TextFigure], parts: Sequence[TextFigure]) -> bool:
    """Nothing of the same kind follows the last part."""
    after = behind[behind.index(parts[-1]) + 1 :][:1]
    alike = bool(after) and after[0].quantity.unit == parts[-1].quantity.unit and _goes_on(after[0])
    end = text.find("。", parts[-1].quantity.end, parts[-1].quantity.end + _FAR)
    stop = end if end >= 0 else parts[-1].quantity.end + _FAR
    return not alike and not _MORE.search(text, parts[-1].quantity.end, stop)


def _of_family(family: Family) -> _Kind:
    def named(text: str, figure: TextFigure) -> object:
        label = figure.words.strip()
        if not label:
            label = text[figure.quantity.end : figure.item.end].strip()
        return family.named(label) if 0 < len(label) <= _LONGEST else None

    def complete(classes: Sequence[object]) -> bool:
        return family.complete > 0 and set(classes) >= set(range(1, family.complete + 1))

    def follows(said: str) -> bool:
        return family.total is None or family.total.search(said) is not None

    return _Kind(named, complete, follows, family.ordered, over_years=family.over_years)


def _aspects(names: Sequence[str]) -> Naming:
    """What finds the one of some aspects or subjects that a figure is of."""

    def named(text: str, figure: TextFigure) -> object:
        told = (name.split(".")[0] for token in figure.item.words for name in token.names)
        said = {name for name in told if name in names}
        return said.pop() if len(said) == 1 else None

    return named


def _never(_said: object) -> bool:
    return False


def crosses(text: str, parts: Sequence[TextFigure], families: Sequence[Family]) -> bool:
    """专职2人，女性6人: two parts name classes of different families, so that something may be in both."""
    named = [
        {n for n, family in enumerate(families) if _of_family(family).named(text, part) is not None}
        for part in parts
    ]
    known = [one for one in named if one]
    return len(known) > 1 and not set.intersection(*known)


def _is_of_one_year(total: TextFigure) -> bool:
    return not any(_CAME_IN.intersection(token.names) for token in total.item.words)


_RESULTS_OF_SOME = _Kind(
    _aspects((*RESULTS, "carried_out")),
    lambda classes: set(classes) == set(RESULTS),
    lambda said: _OF_SOME.search(said) is not None,
    whole=_is_of_one_year,
)
_OUTCOMES_OF_CASES = _Kind(_aspects(_OUTCOMES), lambda classes: set(classes) >= set(_OUTCOMES), _never)
_TWO_SUITS = _Kind(_aspects(_SUITS), lambda classes: set(classes) >= set(_SUITS), lambda said: "诉讼" in said)
