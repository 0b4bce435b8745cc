"""Totals and the parts behind them: 共12条，其中网站7条、公告栏5条. How far such a list goes no pattern can tell.

What makes a list unfit to be added up (open, inexact, nested without brackets, parts that overlap) makes it not `sure`.
"""

from collections.abc import Iterator, Sequence

from gdlint.lexicon.numerals import Number
from gdlint.matching.finders.counts import Count, counts_of
from gdlint.matching.finders.finder import Finder, Found
from gdlint.matching.finders.part_lists import OPENING, List, length, lists
from gdlint.matching.passages import Passage
from gdlint.model.regex import lazy

_OPEN = lazy(r"^[^、，,；;]{0,6}等|^[^、，,；;。]{0,4}以[上内下]")
_UNSURE = lazy(
    r"较|比(?!例|重|选|赛|武)|增[加长幅至]|减少|下降|提高|上升|[上去前]年|[0-9]{4}\s*年"
    r"|其中|包括|含|各$|同步|同时|重复|交叉|涉及|参加|参与|出席|协办|转载"
)
_OVERLAP = lazy("同步|同时|重复|交叉|合并|去重|兼")
_SMALL = 20
"""one part in so many is a small difference"""
_BEHIND = 24
"""letters behind a list that may say that its parts overlap"""
_REST = lazy(r"^[、，,；;：:\s和及]*(?:其[他它余])(?!处理)|^[：:，,\s]*分别")
_REASON = lazy(
    "不掌握|现成信息|补正|国家秘密|第三方|内部事务|过程性|执法案卷|行政查询|重复申请|信访|出版物|逾期"
)
"""reasons of results: those that a sentence leaves out, the table tells"""
_CHANNEL = lazy(
    r"网|微信|微博|公众号|客户端|抖音|视频|公[示告开]栏|宣传栏|专栏|平台|媒体|屏|广播|电视|[日时晚公]报|报[纸刊]"
)


def _find(passages: Sequence[Passage]) -> Iterator[Found]:
    for nth, passage in enumerate(passages):
        if OPENING.search(passage.text) is None:
            continue
        counts = counts_of(passage.text)
        if len(counts.all) <= 2:
            continue
        for listed in lists(counts):
            parts = listed.parts[: length(listed)]
            if len(listed.parts) > 1:
                yield Found(
                    nth,
                    listed.totals[-1].start,
                    (parts or listed.parts)[-1].end,
                    _values(listed, parts, overlap=_overlap(passage.text, listed)),
                )


def _overlap(text: str, listed: List) -> bool:
    """其中线上2次、线下2次（1次为线上线下同步）: what is counted twice is told in brackets or behind."""
    return _OVERLAP.search(text[listed.start : listed.parts[-1].end + _BEHIND].partition("。")[0]) is not None


def _values(listed: List, parts: tuple[Count, ...], *, overlap: bool) -> dict[str, object]:
    total = listed.totals[-1]
    labels = listed.labels[: len(parts)]
    summed = sum(part.value or 0 for part in parts)
    fits = _fits(listed, parts)
    return {
        "total": total.value if total.value is not None else 0,
        "parts_sum": summed,
        "parts": tuple(part.value or 0 for part in parts),
        "fits": fits,
        "sure": fits or (not overlap and _is_sure(listed, parts, labels)),
        "slip": _is_slip(total.value or 0, summed) and not any(_REASON.search(label) for label in labels),
        "exhaustive": any(_REST.search(label) for label in labels),
        "channels": sum(1 for label in labels if _CHANNEL.search(label)) > 1,
    }


def _fits(listed: List, parts: Sequence[Count]) -> bool:
    """The parts, or some counts in a row, add up to the total, or to totals in a row (9 received and 1 carried in)."""
    totals = _sums([count.value for count in listed.totals], least=0)
    added = _sums([part.value for part in listed.parts], least=2)
    whole = None if any(part.value is None for part in parts) else sum(part.value or 0 for part in parts)
    return not totals.isdisjoint(added) or (len(parts) > 1 and whole in totals)


def _is_slip(total: Number, summed: Number) -> bool:
    """The difference is small, and one that a slip of the pen makes: a digit times a power of ten, or nine times that."""
    difference: Number = total - summed if total > summed else summed - total
    digits = str(difference).rstrip("0") if difference == int(difference) else ""
    nines = str(int(difference) // 9).rstrip("0") if difference % 9 == 0 else ""
    return difference * _SMALL < total and 1 in (len(digits), len(nines))


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


def _is_sure(listed: List, parts: tuple[Count, ...], labels: Sequence[str]) -> bool:
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
        "slip": (
            "truth",
            "the parts would add up with one digit of one number other, or two side by side exchanged",
        ),
        "channels": ("truth", "two parts or more are channels, on which the same may have been published"),
    },
    "each total with the parts behind it (其中…, or in brackets)",
)
