"""Things told one by one behind their number (2件，一件涉及第三方权益，一件属于执法案卷), and what was done beside what was not."""

from collections.abc import Iterator, Sequence

from gdlint.claims.figures import Relation, TextFigure
from gdlint.model.regex import lazy

_FEW = 20
_ALL_TOLD = 3
"""so many are told to the last one"""
_NOT = ("未", "没有", "尚未", "暂未", "未能")
_OF_SEVERAL_YEARS = lazy("[办答复结]")
"""of what is handled, some may have come in the year before"""
_SAID = lazy("^(?:其中|年内|全年|已|有(?=.))+")
_OPEN = lazy("另|其余|其他|等|还有|主要|分别")


def one_by_one(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """Each number of which the rest of its sentence tells parts that begin with their numbers."""
    for n, total in enumerate(figures[:-2]):
        parts = figures[n + 1 :]
        if not _is_few(total) or not all(_is_one(part, total) for part in parts):
            continue
        summed = sum(part.value for part in parts)
        closed = not _OPEN.search(text, total.quantity.end, parts[-1].item.end)
        # 4次，2次线上，3次有专家: the same may be told twice.
        single = all(part.value == 1 for part in parts)
        fits = summed == total.value or (summed < total.value and total.value > _ALL_TOLD)
        if not fits and not (single and closed):
            continue
        values = tuple(part.value for part in parts)
        yield Relation(
            "sum", total.value, fits, summed, True, values, total.quantity.start, total.quantity.end
        )
        return


def _is_few(total: TextFigure) -> bool:
    return total.plain and total.quantity.exact and 1 < total.value <= _FEW


def _is_one(part: TextFigure, total: TextFigure) -> bool:
    """Nothing stands before its number in its clause, and what it is follows."""
    bare = not part.words.strip() and bool(part.item.after or part.item.end > part.quantity.end)
    alike = part.quantity.unit == total.quantity.unit and part.item.depth == total.item.depth
    return bare and alike and part.plain and part.quantity.exact and part.value <= total.value


def opposites(figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """意见32条，采纳25条，未采纳7条: what was done and what was not are all there is."""
    for total, done, undone in zip(figures, figures[1:], figures[2:], strict=False):
        if not undone.words.lstrip().startswith(_NOT):
            continue
        if not all(f.plain and f.quantity.exact for f in (total, done, undone)):
            continue
        alike = len({f.quantity.unit for f in (total, done, undone)}) == 1
        said = _SAID.sub("", done.words.strip())
        if (
            alike
            and len(said) > 1
            and not _OF_SEVERAL_YEARS.search(said)
            and undone.words.strip() in tuple(f"{no}{said}" for no in _NOT)
        ):
            summed = done.value + undone.value
            span = (total.quantity.start, total.quantity.end)
            yield Relation(
                "sum", total.value, summed == total.value, summed, True, (done.value, undone.value), *span
            )
