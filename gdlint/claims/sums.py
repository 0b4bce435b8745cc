"""Sums behind their parts, and totals with all that they are made of."""

from collections.abc import Iterator, Sequence

from gdlint.claims.figures import Relation, TextFigure
from gdlint.lexicon.numerals import Number


def sums(figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """A sum behind its parts: 网站300条、微信200条，共计500条."""
    for n, total in enumerate(figures):
        if total.cue != "sum" or not (total.near or _says_sum(total)) or not total.quantity.exact:
            continue
        parts = _parts_before(figures[:n], total)
        if len(parts) < 2:
            continue
        values = [part.value for part in parts]
        sure = all(part.quantity.exact for part in parts) and all(value <= total.value for value in values)
        yield Relation(
            "sum",
            total.value,
            _adds_up(values, total.value),
            sum(values),
            sure or sum(values) < total.value,
            tuple(values),
            total.quantity.start,
            total.quantity.end,
        )


def lists(figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """A total and all it is made of, right behind it: 500条，动态300条、公告120条、其他80条."""
    for n, total in enumerate(figures[:-2]):
        parts = _listed(figures[n + 1 :], total)
        if not total.plain or len(parts) < 2 or not any("rest" in t.names for t in parts[-1].item.words):
            continue
        values = [part.value for part in parts]
        if all(f.quantity.exact for f in (total, *parts)) and total.value not in values:
            earlier = [f.value for f in figures[:n] if f.quantity.unit == total.quantity.unit]
            fits = sum(values) == total.value or sum(values) in (e + total.value for e in earlier)
            yield Relation(
                "sum",
                total.value,
                fits,
                sum(values),
                True,
                tuple(values),
                total.quantity.start,
                total.quantity.end,
            )


def _listed(figures: Sequence[TextFigure], total: TextFigure) -> list[TextFigure]:
    """The items of a list that begins behind a comma and goes on with 、, of the unit of its total."""
    found: list[TextFigure] = []
    for figure in figures:
        mark = "pause" if found else "comma"
        opened = any(token.names == ("part",) for token in figure.item.before)
        if (
            figure.item.mark != mark
            or not figure.plain
            or figure.quantity.unit != total.quantity.unit
            or opened
        ):
            break
        found.append(figure)
    return found


def _says_sum(total: TextFigure) -> bool:
    """共计公开信息500条: the word says that it is a sum, whatever is named again."""
    return total.token is not None and total.token.text in ("共计", "合计", "总计")


def _parts_before(figures: Sequence[TextFigure], total: TextFigure) -> list[TextFigure]:
    """The figures right before a sum: plain counts of its unit at its depth."""
    found: list[TextFigure] = []
    for figure in reversed(figures):
        if figure.item.depth > total.item.depth:
            continue
        if not figure.plain or figure.quantity.unit != total.quantity.unit:
            break
        found.append(figure)
        if figure.item.mark == "semicolon":
            break
    return found[::-1]


def _adds_up(values: Sequence[Number], total: Number) -> bool:
    """Some of the last figures give the total, or one of them is it already."""
    added: Number = 0
    for value in reversed(values):
        added += value
        if added == total:
            return True
    return total in values
