"""Where the counts of a text make a list of parts behind a total: after 其中, or in brackets right behind a count."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gdlint.lexicon.sentences import FULL_STOP_OR_LINE, FULL_STOPS, begin
from gdlint.matching.finders.counts import Count, Counts
from gdlint.model.regex import lazy

OPENING = re.compile(r"其中|包括|包含|(?<=，)分别[为是]|[（(：]")
_COLON = "："
_BRACKET = re.compile(r"[（(]")
_LONGEST_LIST = 1500
_MOST_PARTS = 40
_MOST_TOTALS = 6
_LONGEST_GAP = 40
_BRACKET_GAP = 12
_SEPARATOR = lazy(r"[、，,；;]|^\s*[和及与]|^\s*以及")
_NO_LIST = lazy(
    r"^[\s：:，,]*(?:主要|重点|例如|比如|如|仅|就|含|包含|较|比|同比|上年|去年|另|至少|尤其|特别|详见|见)"
)
_GOES_ON = lazy(
    r"[、，,；;]\s*(?:并|且|还|又)?(?:已|均|全部|都|全年|今年|本年|共|累计|总|另|此外|较|比|同比|环比|办结|答复|结转|收到|受理|开展"
    r"|举办|召开|组织|印发|回复|解答|接待|处理|上报|报送|推送|转发|更新|制作|编发|接听|化解|解决|未[^办答按])"
)


class List(NamedTuple):
    """A list of parts: where it begins, the counts before it that may be its total (the nearest last), the parts, what
    stands before each, and what stands behind the last."""

    start: int
    totals: tuple[Count, ...]
    parts: tuple[Count, ...]
    labels: tuple[str, ...]
    rest: str


def lists(counts: Counts) -> Iterator[List]:
    """The lists in a text, in the order in which they open."""
    text = counts.text
    for opening in OPENING.finditer(text):
        place = opening.end()
        if opening[0] not in "（(：":
            end, totals = _end(counts, place), _totals(counts, opening.start())
        else:
            end = _end(counts, place) if opening[0] == _COLON else _bracketed(counts, place)
            totals = _before_bracket(counts, opening.start())
        if end and totals and not _NO_LIST.match(text[place : place + 20]):
            yield _list(counts, place, end, totals)


def _list(counts: Counts, start: int, end: int, totals: tuple[Count, ...]) -> List:
    depth = counts.depth(start)
    parts = [part for part in counts.between(start, end) if part.depth == depth][:_MOST_PARTS]
    edges = [start, *(part.end for part in parts)]
    labels = tuple(_outside(counts, edge, part.start) for edge, part in zip(edges, parts, strict=False))
    return List(start, totals, tuple(parts), labels, _outside(counts, edges[-1], end))


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
    stop = FULL_STOP_OR_LINE.search(counts.text, place, limit if closed is None else closed)
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
    return begin(text, place, FULL_STOPS)


def length(listed: List) -> int:
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
