"""Whether a number counts what stands beside it: by its unit, and by what else is named there."""

from collections.abc import Sequence

from gdlint.claims.items import Item, gap, unexplained
from gdlint.claims.naming import STRAY, Named
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Claim, Span

_OF_ANYTHING = ("个", "项")
"""counters that say nothing of what is counted"""
_AMOUNTS = frozenset(
    ("总共", "累计", "共计", "合计", "总计", "数量", "总数", "总量", "件数", "达到", "提出", "提交")
)
_COUNTED = frozenset(("数量", "总数", "总量", "件数"))
_OTHER_MATTERS = frozenset(("new", "licensing", "penalties", "coercion"))


def is_counted_so(text: str, item: Item, found: Named, last: Claim | None, words: Words) -> bool:
    """The unit is one in which the subject is counted."""
    owner = words.subjects[found.subjects[0]]
    unit = item.quantity.unit if item.quantity else ""
    if unit in _OF_ANYTHING:
        known = found.strong or item.mark == "colon" or (last is not None and last.unit == unit)
        if not known or _names_more(text, item):
            return False
    return unit == "元" if owner.money else unit in owner.counters


def _names_more(text: str, item: Item) -> bool:
    """7个工作日, 渠道3个: what stands right beside 个 is what is counted."""
    ahead = item.before[-1] if item.before else None
    if ahead and (ahead.kind == "narrowing" or (ahead.kind == "fillers" and len(ahead.text) > 1)):
        return ahead.text not in _AMOUNTS
    end = item.number.end if item.number else item.end
    behind = item.after[0] if item.after else None
    if behind is None or behind.start > end:
        return gap(text, end, behind.start if behind else item.end) > 0
    return behind.kind in ("foreign", "narrowing", "scope")


def says_more(items: Sequence[Item], text: str) -> bool:
    """Words of another matter, or such as none explains, stand in a sentence on cases."""
    for item in items:
        if any(t.kind == "foreign" or set(t.names) & _OTHER_MATTERS for t in item.words):
            return True
        start, number = item.start, item.number
        stray = unexplained(text, item.before, start, number.start if number else item.end)
        if stray >= STRAY or (number and unexplained(text, item.after, number.end, item.end) >= STRAY):
            return True
    return False


def tells_year(item: Item) -> bool:
    """2022年21件、2023年26件; 数量为26件: what is counted has been named, and nothing is said anew but the year."""
    amount = any(token.text in _COUNTED for token in item.before)
    said = amount or all(token.kind == "year" for token in item.before)
    return bool(item.before) and not item.after and said


def cue_of(item: Item, aspects: Sequence[Aspect]) -> Span | None:
    """Where the word stands by which a number was read."""
    named = {aspect.name for aspect in aspects}
    return next(((t.start, t.end) for t in item.words if t.kind == "aspect" and named & set(t.names)), None)
