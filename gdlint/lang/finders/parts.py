"""Totals and the parts behind them: 共12条，其中网站7条、公告栏5条. How far such a list goes no pattern can tell.

What makes a list unfit to be added up (open, inexact, nested without brackets, parts that overlap) makes it not `sure`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdlint.lang.finders.counts import Count, Counts, counts_of
from gdlint.lang.finders.finder import Finder, Found
from gdlint.lang.numerals import Number
from gdlint.lang.passages import Passage

_OPENING = re.compile(r"其中|[（(]")
_FULL_STOPS = "。！？\n"
_FULL_STOP = re.compile(f"[{_FULL_STOPS}]")
_BRACKET = re.compile(r"[（(]")
_LONGEST_LIST = 1500
_LONGEST_SENTENCE = 500
_MOST_PARTS = 40
_MOST_TOTALS = 6
_LONGEST_GAP = 40
_BRACKET_GAP = 12
_SEPARATOR = re.compile(r"[、，,；;]|^\s*[和及与]|^\s*以及")
_OPEN = re.compile(r"^[^、，,；;]{0,6}等|^[^、，,；;。]{0,4}以[上内下]")
_NO_LIST = re.compile(
    r"^[\s：:，,]*(?:主要|重点|例如|比如|如|仅|就|含|包含|较|比|同比|上年|去年|另|至少|尤其|特别|详见|见)"
)
_UNSURE = re.compile(
    r"较|比(?!例|重|选|赛|武)|增[加长幅至]|减少|下降|提高|上升|[上去前]年|[0-9]{4}\s*年|其中|包括|含|各$|同步|同时|重复|交叉|涉及"
)
_GOES_ON = re.compile(
    r"[、，,；;]\s*(?:并|且|还|又)?(?:已|均|全部|都|全年|今年|本年|共|累计|总|另|此外|较|比|同比|环比|办结|答复|结转|收到|受理|开展"
    r"|举办|召开|组织|印发|回复|解答|接待|处理|上报|报送|推送|转发|更新|制作|编发|接听|化解|解决|未[^办答按])"
)
_REST = re.compile(r"^[、，,；;：:\s和及]*(?:其[他它余])(?!处理)|^[：:，,\s]*分别")
_CHANNEL = re.compile(
    r"网|微信|微博|公众号|客户端|抖音|视频|公[示告开]栏|宣传栏|专栏|平台|媒体|屏|广播|电视|[日时晚公]报|报[纸刊]"
)


class _List(NamedTuple):
    """A list of parts: where it begins, the counts before it that may be its total (the nearest last), the parts, what
    stands before each, and what stands behind the last."""

    start: int
    totals: tuple[Count, ...]
    parts: tuple[Count, ...]
    labels: tuple[str, ...]
    rest: str


def _find(passages: Sequence[Passage]) -> Iterator[Found]:
    for nth, passage in enumerate(passages):
        if _OPENING.search(passage.text) is None:
            continue
        counts = counts_of(passage.text)
        if len(counts.all) <= 2:
            continue
        for listed in _lists(counts):
            parts = listed.parts[: _length(listed)]
            if len(listed.parts) > 1:
                yield Found(
                    nth, listed.totals[-1].start, (parts or listed.parts)[-1].end, _values(listed, parts)
                )


def _lists(counts: Counts) -> Iterator[_List]:
    text = counts.text
    for opening in _OPENING.finditer(text):
        place = opening.end()
        if opening[0] == "其中":
            end, totals = _end(counts, place), _totals(counts, opening.start())
        else:
            end, totals = _bracketed(counts, place), _before_bracket(counts, opening.start())
        if end and totals and not _NO_LIST.match(text[place : place + 20]):
            yield _list(counts, place, end, totals)


def _list(counts: Counts, start: int, end: int, totals: tuple[Count, ...]) -> _List:
    depth = counts.depth(start)
    parts = [part for part in counts.between(start, end) if part.depth == depth][:_MOST_PARTS]
    edges = [start, *(part.end for part in parts)]
    labels = tuple(_outside(counts, edge, part.start) for edge, part in zip(edges, parts, strict=False))
    return _List(start, totals, tuple(parts), labels, _outside(counts, edges[-1], end))


def _outside(counts: Counts, start: int, end: int) -> str:
    """A stretch without what stands in brackets that open in it."""
    text, kept = counts.text, ""
    while start < end:
        bracket = _BRACKET.search(text, start, end)
        if bracket is None:
            return kept + text[start:end]
        kept += text[start : bracket.start()]
        closed = counts.closing(bracket.start(), end)
        start = end if closed is None else closed + 1
    return kept


def _end(counts: Counts, place: int) -> int | None:
    """Where a list that begins at a place must end: with its sentence, or with the bracket that it stands in. None where it
    is too long to be a list."""
    limit = place + _LONGEST_LIST
    closed = counts.closing(place, limit) if counts.depth(place) else None
    stop = _FULL_STOP.search(counts.text, place, limit if closed is None else closed)
    if stop:
        return stop.start()
    return closed or (len(counts.text) if len(counts.text) <= limit else None)


def _bracketed(counts: Counts, place: int) -> int | None:
    """Where a bracket that holds a list of its own closes."""
    end = counts.closing(place, place + _LONGEST_LIST)
    return end if end and "其中" not in counts.text[place:end] else None


def _totals(counts: Counts, place: int) -> tuple[Count, ...]:
    """The counts before 其中 in its sentence, or in the sentence before where 其中 begins one."""
    text, depth = counts.text, counts.depth(place)
    first = _begin(text, place)
    if not text[first:place].strip() and first:
        first = _begin(text, first - 1)
    elif depth and (opened := max(text.rfind(bracket, first, place) for bracket in "（(")) >= 0:
        if not counts.between(opened, place):
            return _before_bracket(counts, opened)
        first = opened
    found = [count for count in counts.between(first, place) if count.depth == depth][-_MOST_TOTALS:]
    return tuple(found) if found and place - found[-1].end <= _LONGEST_GAP else ()


def _before_bracket(counts: Counts, place: int) -> tuple[Count, ...]:
    """The count right before a bracket."""
    found = counts.between(max(0, place - _LONGEST_GAP), place)
    if not found or _SEPARATOR.search(counts.text[found[-1].end : place].strip("，, ")):
        return ()
    last = found[-1]
    near = place - last.end <= _BRACKET_GAP and last.depth == counts.depth(place - 1)
    return (last,) if near else ()


def _begin(text: str, place: int) -> int:
    first = max(0, place - _LONGEST_SENTENCE)
    return max(first, *(text.rfind(stop, first, place) + 1 for stop in _FULL_STOPS))


def _length(listed: _List) -> int:
    """How many of the counts behind a list's opening are its parts: up to another counter, another separator, or a clause
    that goes on with something else."""
    first = _separator(listed.labels[1]) if len(listed.labels) > 1 else ""
    for nth, (part, label) in enumerate(zip(listed.parts, listed.labels, strict=True)):
        if part.counter != listed.totals[-1].counter:
            return nth
        if nth and (
            _rank(_separator(label)) > _rank(first) or not _separator(label) or _GOES_ON.search(label)
        ):
            return nth
    return len(listed.parts)


def _separator(label: str) -> str:
    found = _SEPARATOR.search(label)
    return found[0] if found else ""


def _rank(separator: str) -> int:
    """和 and 、 bind closer than ，and ，closer than ；."""
    return {"，": 1, ",": 1, "；": 2, ";": 2}.get(separator, 0)


def _values(listed: _List, parts: tuple[Count, ...]) -> dict[str, object]:
    total = listed.totals[-1]
    labels = listed.labels[: len(parts)]
    summed = sum(part.value or 0 for part in parts)
    fits = _fits(listed, parts)
    return {
        "total": total.value if total.value is not None else 0,
        "parts_sum": summed,
        "parts": tuple(part.value or 0 for part in parts),
        "fits": fits,
        "sure": fits or _is_sure(listed, parts, labels),
        "exhaustive": any(_REST.search(label) for label in labels),
        "channels": sum(1 for label in labels if _CHANNEL.search(label)) > 1,
    }


def _fits(listed: _List, parts: Sequence[Count]) -> bool:
    """The parts, or some counts in a row, add up to the total, or to totals in a row (9 received and 1 carried in)."""
    totals = _sums([count.value for count in listed.totals], least=0)
    added = _sums([part.value for part in listed.parts], least=2)
    whole = None if any(part.value is None for part in parts) else sum(part.value or 0 for part in parts)
    return not totals.isdisjoint(added) or (len(parts) > 1 and whole in totals)


def _sums(values: Sequence[Number | None], least: int) -> set[Number]:
    """What values in a row add up to, at least so many of them above 0; no row holds an unknown one."""
    found: set[Number] = set()
    for start in range(len(values)):
        total: Number = 0
        counted = 0
        for value in values[start:]:
            if value is None:
                break
            total += value
            counted += value > 0
            if counted >= least:
                found.add(total)
    return found


def _is_sure(listed: _List, parts: tuple[Count, ...], labels: Sequence[str]) -> bool:
    """The list can be added up: two parts or more, all exact, none as large as the total, nothing open or doubtful."""
    total = listed.totals[-1]
    behind = listed.labels[len(parts)] if len(parts) < len(listed.labels) else listed.rest
    others = [count for count in listed.totals[:-1] if count.counter == total.counter]
    values = [part.value for part in parts]
    return (
        len(parts) > 1
        and total.value is not None
        and None not in values
        and total.value not in values
        and all(other.value is not None and other.value <= total.value for other in others)
        and not any(_UNSURE.search(label) for label in labels)
        and not any(_OPEN.match(label) for label in (*labels[1:], behind))
    )


PARTS = Finder(
    _find,
    {
        "total": ("number", "the count before the list"),
        "parts_sum": ("number", "the sum of the parts"),
        "parts": ("list of number", "the parts"),
        "fits": ("truth", "parts in a row add up to the total"),
        "sure": ("truth", "the list can be added up: exact, closed, not nested"),
        "exhaustive": ("truth", "one part is the rest (其他), or the list says 分别"),
        "channels": ("truth", "two parts or more are channels, on which the same may have been published"),
    },
    "each total with the parts behind it (其中…, or in brackets)",
)
