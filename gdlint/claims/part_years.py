"""Figures of the halves and quarters of a year, held against each other and against that of the year."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gdlint.claims.figures import CHANGES, Relation, TextFigure
from gdlint.claims.openings import OPENERS
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_HALVES = ("上半年", "下半年")
_PARTS = (_HALVES, ("一季度", "二季度", "三季度", "四季度"))
_QUARTERS = 4
_MOST_WHOLES = 6
_QUARTER = "季度"
_YEAR = lazy("(?:全年|本年|年内|合计|总计|共计)")
_SAYS_NOTHING = lazy(r"[\s、，为是共了有的]|收到|收件|受理|新收|接到")
_COMPARED = lazy("(?:比|较)(上半年|[一二三四]季度|上季度)")
_OTHERS = lazy("结转|累计|同期|去年|上年|占|每")


def periods(
    text: str, figures: Sequence[TextFigure], earlier: Sequence[TextFigure] = ()
) -> Iterator[Relation]:
    """A half of a year beside the other one, and the year behind its halves or quarters, or before them: it may be the last one of
    the `earlier` figures."""
    if len(figures) == 1 and len(earlier) > 1:
        # 上半年3场。下半年5场。全年8场。
        yield from _of_halves([*list(earlier)[-2:], *figures])
    said = text[figures[0].item.start : figures[-1].item.end]
    if not (_HALVES[0] in said or _QUARTER in said) or _OTHERS.search(said):
        return
    for n, step in enumerate(figures):
        yield from _step(figures[:n], step)
    yield from _of_halves(figures)
    yield from _of_quarters(text, figures)
    yield from _behind_year([*earlier, *figures], len(earlier))


def _step(before: Sequence[TextFigure], step: TextFigure) -> Iterator[Relation]:
    """下半年14件，比上半年多2件: the figure right before, and the one of the period that is named."""
    found = _COMPARED.search(step.words)
    if (
        not found
        or step.cue not in CHANGES
        or len(before) < 2
        or step.words.strip() != step.words[found.start() :]
    ):
        return
    now, then = before[-1], next((f for f in before[:-1] if found[1] in f.words), None)
    if then is None or not all(_is_count(f, step) for f in (now, then)):
        return
    worked: Number = now.value - then.value
    span = (step.quantity.start, step.quantity.end)
    fits = worked == _signed(step)
    yield Relation(
        "change", step.value, fits, worked if worked > 0 else -worked, True, (then.value, now.value), *span
    )


def _of_halves(figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """上半年11件，下半年比上半年多4件，全年26件."""
    for n, (first, second) in enumerate(pairwise(figures)):
        if _HALVES[0] not in first.words or not second.words.strip().startswith(_HALVES[1]):
            continue
        compared, behind = _COMPARED.search(second.words), figures[n + 2 :]
        if second.cue in CHANGES and compared and compared[1] == _HALVES[0]:
            yield from _year([first.value, first.value + _signed(second)], first, behind)
        elif _is_count(second, first):
            yield from _year([first.value, second.value], first, behind)


def _of_quarters(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """四个季度依次为5件、8件、4件、9件，全年26件."""
    for n in range(len(figures) - _QUARTERS):
        parts = figures[n : n + _QUARTERS]
        named = _QUARTER in text[parts[0].item.start : parts[0].quantity.start]
        if named and all(_is_count(part, parts[0]) for part in parts):
            yield from _year([part.value for part in parts], parts[0], figures[n + _QUARTERS :])
            return


def _behind_year(figures: Sequence[TextFigure], begin: int) -> Iterator[Relation]:
    """新收26件。分季看，一季度5件、二季度8件、三季度9件、四季度4件: all parts of the year, right behind it."""
    for names in _PARTS:
        for n in range(max(begin, 1), len(figures) - len(names) + 1):
            parts, total = figures[n : n + len(names)], figures[n - 1]
            if _is_opened(parts[0]) or not all(
                _is_part(part, name, total) for name, part in zip(names, parts, strict=True)
            ):
                continue
            summed = sum(part.value for part in parts)
            alike = all(_is_count(part, total) for part in parts) and _is_count(total, total)
            if alike and not any(name in total.words for name in names):
                span = (total.quantity.start, total.quantity.end)
                values = tuple(part.value for part in parts)
                fits = summed in _may_be_year(figures[max(0, n - _MOST_WHOLES) : n], total)
                yield Relation("sum", total.value, fits, summed, True, values, *span)


def _is_part(part: TextFigure, name: str, total: TextFigure) -> bool:
    """上半年15件, and 上半年发布图解信息13条 only behind a total of the same."""
    told = _SAYS_NOTHING.sub("", part.words.replace(name, "", 1))
    return name in part.words and told in total.words


def _is_opened(part: TextFigure) -> bool:
    """其中, a colon and a bracket open lists of their own."""
    return part.item.mark in ("colon", "open") or any(token.text in OPENERS for token in part.item.before)


def _may_be_year(before: Sequence[TextFigure], like: TextFigure) -> set[Number]:
    """收到26件，办结24件。上半年15件、下半年11件: any figure before them, or what the last ones come to."""
    values = [figure.value for figure in before if figure.quantity.unit == like.quantity.unit]
    return {*values, *(sum(values[n:]) for n in range(len(values)))}


def _year(parts: Sequence[Number], like: TextFigure, behind: Sequence[TextFigure]) -> Iterator[Relation]:
    """The next figure that is of the year, unless another one of its unit stands before it."""
    total = next((f for f in behind if f.quantity.unit == like.quantity.unit and f.cue not in CHANGES), None)
    if total is None or not total.quantity.exact or not _YEAR.search(total.words):
        return
    summed = sum(parts)
    span = (total.quantity.start, total.quantity.end)
    yield Relation("sum", total.value, total.value == summed, summed, True, tuple(parts), *span)


def _is_count(figure: TextFigure, like: TextFigure) -> bool:
    alike = figure.quantity.unit == like.quantity.unit and figure.item.depth == like.item.depth
    return alike and figure.plain and figure.quantity.exact


def _signed(step: TextFigure) -> Number:
    return step.value if step.cue == "up" else -step.value
