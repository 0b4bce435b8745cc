"""Totals and the parts behind them: 共12条，其中网站7条、公告栏5条; 12条（网站7条、公告栏5条）; 12条：网站7条，公告栏5条."""

from collections.abc import Iterator, Sequence

from gdlint.claims.closed_lists import (
    Listed,
    are_channels,
    are_ways_apart,
    are_ways_of_requests,
    is_all_behind_colon,
    is_closed,
)
from gdlint.claims.excess import larger_part
from gdlint.claims.exclusive import crosses
from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.items import JOINS, Item, opens_parts
from gdlint.claims.openings import INCLUDE, OPENERS, Opened, opened_by, opening_of, totals_of
from gdlint.claims.quantities import room
from gdlint.claims.words import Words
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_RANKS = {"pause": 0, "comma": 1, "semicolon": 2}
"""how close a mark binds; a list goes on with the mark that stands before its second part, or a closer one"""
_AVERAGE = "均"
_EACH = lazy("各$")
_TWICE = lazy("按一次|重叠|剔重|既|跨平台|矩阵|联合|同一|涉及多|先[^，。；]{1,10}后|含[^，。）]{0,6}结转")
"""behind the opening of a list: some are counted in two of its parts, or came from another year"""


def partitions(
    text: str,
    items: Sequence[Item],
    figures: Sequence[TextFigure],
    earlier: Sequence[TextFigure],
    words: Words,
) -> Iterator[Relation]:
    """The lists of a sentence that can be added up; `earlier` are the figures of the sentence before, where this one opens with
    其中."""
    for n, item in enumerate(items):
        opening = opening_of(text, items, n)
        if opening is None:
            continue
        depth = item.depth
        ahead = [f for f in figures if f.quantity.end <= opening and _AVERAGE not in f.words]
        totals = totals_of(ahead, items, n, earlier, opening)
        end = next((one.start for one in items[n + 1 :] if one.depth < depth), items[-1].end)
        behind = [f for f in figures if opening <= f.quantity.start < end and f.item.depth >= depth]
        if totals:
            parts, alike = _list(text, items[n:], totals, behind, depth, words)
            if len(parts) == 1 and any(token.text in INCLUDE for token in item.before):
                yield from larger_part(totals, parts)
            found = _relation(text, Listed(totals, parts, alike, opened_by(text, items, n)), words)
            yield from (one for one in found if one.fits or not _TWICE.search(text, opening, items[-1].end))


def _list(
    text: str,
    items: Sequence[Item],
    totals: Sequence[TextFigure],
    behind: Sequence[TextFigure],
    depth: int,
    words: Words,
) -> tuple[list[TextFigure], list[TextFigure]]:
    """The parts, and all at their depth: up to another unit, a mark that binds less, or a clause that goes on with something else."""
    alike = [f for f in behind if f.item.depth == depth]
    if depth:
        end = next(
            (i.start for i in items if behind and i.start > behind[0].item.start and i.depth < depth), None
        )
        alike = [f for f in alike if end is None or f.quantity.start < end]
    parts: list[TextFigure] = []
    first: int | None = None
    for figure in alike:
        # 在这7件中，有5件…: a list of its own begins.
        if figure.quantity.unit != totals[-1].quantity.unit or (parts and opens_parts(figure.item)):
            break
        if parts:
            mark, start = _separator(items, parts[-1], figure)
            rank = _rank(text[parts[-1].quantity.end : figure.quantity.start], mark)
            first = rank if first is None else first
            goes_on = mark not in ("", "pause") and words.goes_on.match(
                text[start : figure.quantity.start].strip(" ，；、")
            )
            turns = mark == "comma" and figure.words.lstrip().startswith(words.passed)
            turns = turns and not _label(parts[0]).startswith(words.passed)
            if rank is None or first is None or rank > first or goes_on or turns:
                break
        parts.append(figure)
    return parts, alike


def _label(part: TextFigure) -> str:
    return part.words.strip().removeprefix("其中").removeprefix("包括")


def _separator(items: Sequence[Item], one: TextFigure, other: TextFigure) -> tuple[str, int]:
    """The mark behind one part, and where what follows it begins."""
    for item in items:
        if item.start >= one.quantity.end and item.depth == other.item.depth:
            return item.mark, item.start
    return other.item.mark, other.item.start


def _rank(between: str, mark: str) -> int | None:
    joined = mark in ("", "close") and between.lstrip("）) ").startswith(JOINS)
    return 0 if joined else _RANKS.get(mark)


def _relation(text: str, listed: Listed, words: Words) -> Iterator[Relation]:
    total, parts = listed.totals[-1], listed.parts
    if not all(figure.quantity.exact for figure in (total, *parts)):
        yield from _roughly(text, listed, words)
        return
    values = [part.value for part in parts]
    summed = sum(values)
    fits = _fits(listed, summed, words)
    if len(listed.behind) < 2 or not (fits or (len(parts) > 1 and _can_be_added(text, listed, words))):
        return
    if not fits and crosses(text, parts, words.families):
        return
    last = (parts or listed.behind)[-1].quantity.end
    sure = fits or is_closed(listed, summed, words)
    sure = sure or (not are_channels(listed, words) and is_all_behind_colon(text, listed))
    start = min(total.quantity.start, last)
    yield Relation("sum", total.value, fits, summed, sure, tuple(values), start, last)


def _roughly(text: str, listed: Listed, words: Words) -> Iterator[Relation]:
    """1.2万余条，由两部分构成：8600余条、1400余条: parts that, however much is meant, cannot come to the total."""
    total, parts = listed.totals[-1], listed.parts
    doubtful = any(_is_doubtful(text, part, n, words) for n, part in enumerate(parts))
    closed = listed.opened is Opened.WHOLE
    if len(parts) < 2 or doubtful or not total.plain or (are_channels(listed, words) and not closed):
        return
    low, high = room(total.quantity)
    least, most = (sum(ends) for ends in zip(*(room(part.quantity) for part in parts), strict=True))
    if least <= high and (most >= low or not closed):
        return
    values = tuple(part.value for part in parts)
    last = parts[-1].quantity.end
    yield Relation(
        "sum", total.value, False, sum(values), True, values, min(total.quantity.start, last), last
    )


def _fits(listed: Listed, summed: Number, words: Words) -> bool:
    """The parts, or some figures in a row, add up to the total, or to totals in a row (9 received and 1 carried in)."""
    totals = _sums(listed.totals, least=0)
    if are_ways_of_requests(listed, words) or are_ways_apart(listed, words):
        return summed in totals
    return not totals.isdisjoint(_sums(listed.behind, least=2)) or (
        len(listed.parts) > 1 and summed in totals
    )


def _sums(figures: Sequence[TextFigure], least: int) -> set[Number]:
    """What figures in a row add up to, at least so many of them above 0, all of them exact."""
    found: set[Number] = set()
    for start in range(len(figures)):
        total: Number = 0
        counted = 0
        for figure in figures[start:]:
            if not figure.quantity.exact:
                break
            total += figure.value
            counted += figure.value > 0
            if counted >= least:
                found.add(total)
    return found


def _can_be_added(text: str, listed: Listed, words: Words) -> bool:
    """The list is closed: all exact, none as large as the total, nothing open or counted under two heads."""
    total, parts = listed.totals[-1], listed.parts
    others = [f for f in listed.totals[:-1] if f.quantity.unit == total.quantity.unit]
    exact = all(f.quantity.exact for f in (total, *others, *parts))
    return (
        exact
        and all(part.value != total.value for part in parts)
        and all(other.value <= total.value for other in others)
        and not any(_is_doubtful(text, part, n, words) for n, part in enumerate(parts))
    )


def _is_doubtful(text: str, part: TextFigure, nth: int, words: Words) -> bool:
    """A part is a change, is open (等), has parts of its own, or is counted beside others."""
    tokens = (*part.item.before, *part.item.after)
    opened = any(token.names == ("open",) for token in tokens)
    inner = nth > 0 and any(token.text in OPENERS for token in part.item.before)
    past = any(t.kind == "year" or t.names == ("before",) for t in part.item.before)
    label = text[part.item.start : part.quantity.start]
    return (
        opened or inner or past or not part.plain or bool(words.beside.search(label) or _EACH.search(label))
    )
