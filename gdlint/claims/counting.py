"""Whether a number counts what stands beside it: by its unit, by what else is named there, by its place behind 分别."""

from collections.abc import Sequence
from itertools import pairwise

from gdlint.claims.closed_cases import CLOSES
from gdlint.claims.items import AMONG, EACH, JOINS, Item, gap, unexplained
from gdlint.claims.memory import Meant, Memory
from gdlint.claims.naming import STRAY, Named, Namer
from gdlint.claims.neighbours import joined, kinds_of
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Claim, Span

_FROM = ("由", "从", "自")
_TO = ("到", "至", "增至", "增加到")
_OF_ANYTHING = ("个", "项")
"""counters that say nothing of what is counted"""
_AMOUNTS = frozenset(
    ("总共", "累计", "共计", "合计", "总计", "数量", "总数", "总量", "件数", "达到", "提出", "提交")
)
_COUNTED = frozenset(("数量", "总数", "总量", "件数"))
_OTHER_MATTERS = frozenset(("new", "licensing", "penalties", "coercion"))
_CASES = "案件"
_NEXT = ("next",)
_EACH_OF = frozenset(("各", "各为", "各有", "均为", "都为", "皆为", "都是", "均是"))
_MONEY = "元"
_TAKEN = ("收取", "征收", "收缴", "征缴", "共收")
_OUTCOMES = "outcomes"
_STEPS = ("total", "handled")
_REQUEST = "申请"


def is_counted_so(text: str, item: Item, found: Named, last: Claim | None, words: Words) -> bool:
    """The unit is one in which the subject is counted."""
    owner = words.subjects[found.subjects[0]]
    unit = item.quantity.unit if item.quantity else ""
    if unit in _OF_ANYTHING:
        known = found.strong or item.mark == "colon" or (last is not None and last.unit == unit)
        if not known or _names_more(text, item):
            return False
    return unit == _MONEY if owner.money else unit in owner.counters


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
        if item.number is None and any(token.names == _NEXT for token in item.before):
            # 我县将持续跟进 says nothing of these cases.
            continue
        if any(_is_other_matter(token) for token in item.words):
            return True
        start, number = item.start, item.number
        stray = unexplained(text, item.before, start, number.start if number else item.end)
        if stray >= STRAY or (number and unexplained(text, item.after, number.end, item.end) >= STRAY):
            return True
    return False


def _is_other_matter(token: Token) -> bool:
    return (token.kind == "foreign" and token.text != _CASES) or bool(set(token.names) & _OTHER_MATTERS)


def says_nothing(item: Item, found: Named, words: Words) -> bool:
    """No word tells what is counted; not so where that has been named: 行政事业性收费方面，全年收取12.5万元; 2022年21件、2023年26件;
    数量为26件."""
    money = bool(found.subjects) and words.subjects[found.subjects[0]].money and item.mark == "comma"
    taken = money and any(token.text in _TAKEN for token in item.before)
    # 予以公开和部分公开两类答复合计13件: what the kinds before it come to.
    summed = not item.mark and any(token.names == ("sum",) for token in item.before)
    summed = summed and bool(found.aspects) and all(aspect.name in _STEPS for aspect in found.aspects)
    return (found.bare and not taken and not _tells_year(item)) or summed


def _tells_year(item: Item) -> bool:
    """Nothing is said anew but the year, or that it is an amount."""
    amount = any(token.text in _COUNTED for token in item.before)
    said = amount or all(token.kind == "year" for token in item.before)
    return bool(item.before) and not item.after and said


def sums_up(item: Item, found: Named) -> bool:
    """三项处理决定合计377件: what the numbers before come to, and no number of what was named last."""
    summed = any(token.names == ("sum",) and token.text != "共" for token in item.before)
    return summed and not found.aspects and found.anchor is None


def each_alone(item: Item, found: Named) -> Sequence[Named]:
    """不予公开、不予处理各3件: what is named together, each with the number of its own."""
    each = item.before[-1].text in _EACH_OF if item.before else False
    alone = _one_by_one(found) if each else []
    return [found._replace(subjects=one[0], aspects=one[1], spread=True) for one in alone] or [found]


def is_denied(item: Item) -> bool:
    """未予公开13件: what did not become of them."""
    return any(
        one.kind == "denial" and other.kind == "aspect" and one.end == other.start
        for one, other in pairwise(item.before)
    )


def cue_of(item: Item, aspects: Sequence[Aspect]) -> Span | None:
    """Where the word stands by which a number was read."""
    named = {aspect.name for aspect in aspects}
    return next(((t.start, t.end) for t in item.words if t.kind == "aspect" and named & set(t.names)), None)


def spread(item: Item, namer: Namer, memory: Memory) -> Named | None:
    """What a number counts by its place behind 分别; None where it has none. What is left waits in the memory."""
    return _next_spread(item, memory) or _first_spread(item, namer, memory)


def _first_spread(item: Item, namer: Namer, memory: Memory) -> Named | None:
    edge = next((token.start for token in item.before if token.text.startswith(EACH)), None)
    if edge is None:
        return None
    if any(token.start > edge and token.kind in ("aspect", "subject", "foreign") for token in item.before):
        return None
    if item.number and any(letter.isdigit() for letter in namer.text[edge : item.number.start]):
        return Named(foreign=True)
    ahead = item._replace(before=tuple(t for t in item.before if t.start < edge), number=None, after=())
    found = namer.named(ahead, memory)
    steps = _side_by_side(namer.text, ahead, found.subjects, namer.words)
    each: list[Meant] = [(found.subjects, (step,)) for step in steps]
    each = each or _one_by_one(found)
    if found.foreign or len(each) != _names_before(namer.text, ahead, edge):
        return Named(foreign=True) if item.quantity and item.quantity.unit != "%" else None
    memory.spread = each[1:]
    return found._replace(subjects=each[0][0], aspects=each[0][1], bare=False, spread=True)


def _names_before(text: str, ahead: Item, edge: int) -> int:
    """How many names stand side by side before 分别: one more than there are joins outside of words."""
    inside = {
        place for token in ahead.before for place in range(token.start, token.end) if token.kind != "fillers"
    }
    return 1 + sum(1 for n in range(ahead.start, edge) if text[n] in "、和及与" and n not in inside)


def _one_by_one(found: Named) -> list[Meant]:
    """Several aspects of one subject (columns, where some are), or several subjects with one aspect, one by one."""
    columns = tuple(aspect for aspect in found.aspects if aspect.columns)
    if len(columns) > 1 and len(found.subjects) == 1:
        rows = tuple(aspect for aspect in found.aspects if not aspect.columns)
        return [(found.subjects, (*rows, column)) for column in columns]
    if len(found.aspects) > 1 and len(found.subjects) == 1:
        return [(found.subjects, (aspect,)) for aspect in found.aspects]
    several = len(found.aspects) < 2 and len(found.subjects) > 1
    return [((subject,), found.aspects) for subject in found.subjects] if several else []


def _next_spread(item: Item, memory: Memory) -> Named | None:
    if not memory.spread:
        return None
    if item.mark not in ("pause", "comma", "") or any(token.text not in JOINS for token in item.before):
        memory.spread = []
        return None
    subjects, aspects = memory.spread.pop(0)
    return Named(subjects, aspects, strong=True, spread=True)


def _side_by_side(text: str, item: Item, subjects: Sequence[str], words: Words) -> tuple[Aspect, ...]:
    """The aspects that stand joined at the end of an item, each by itself: 受理数、办结数."""
    tokens = [token for token in item.before if token.kind == "aspect"]
    chain = tokens[-1:]
    for token in reversed(tokens[:-1]):
        if not joined(text, token, chain[0]):
            break
        chain.insert(0, token)
    found = [words.aspects[token.names[0]] for token in chain]
    # Kinds of applicants go with the row that is named before them.
    steps = tuple(a for a in found if set(a.of) & set(subjects) and not a.columns)
    return steps if len(steps) > 1 else ()


def goes_for_others(aspect: Aspect, item: Item) -> bool:
    """制发规范性文件2件、规章0件; 尚未审结的行政复议1件、行政诉讼1件, but not 行政复议维持5件、行政诉讼5件."""
    if aspect.group != _OUTCOMES:
        return aspect.group in ("", "stages")
    return any(
        aspect.name in one.names and other.text == "的" and third.kind == "subject"
        for one, other, third in zip(item.before, item.before[1:], item.before[2:], strict=False)
    )


def are_decided(item: Item) -> bool:
    """已审结的4件诉讼中，维持3件: all that have an outcome."""
    narrowing = [token.text for token in item.words if token.kind == "narrowing"]
    return bool(narrowing) and set(CLOSES).issuperset(narrowing)


def topic_of(item: Item, words: Words) -> Aspect | None:
    """以其他结果了结的，行政复议2件、行政诉讼1件: the outcome of the cases that follow."""
    said = [
        token.names[0] for token in item.before if token.kind == "aspect" and token.names[0] not in _STEPS
    ]
    named = [words.aspects[name] for name in said]
    alone = len(named) == 1 and not any(token.kind == "subject" for token in item.before)
    ends = item.before[-1].text in ("的", *AMONG) and item.before[-1].end == item.end
    return named[0] if alone and ends and named[0].group == _OUTCOMES else None


def is_average(item: Item) -> bool:
    """每千人0.07件: nothing that is counted is less than one."""
    quantity = item.quantity
    value = quantity.value if quantity and quantity.unit != _MONEY else None
    return value is not None and value != int(value)


def changes(item: Item) -> bool:
    """The number says how much something changed, or what it was before: 增加6件, 较上年的32件."""
    relations = [token for token in item.before if token.kind in ("relation", "aspect", "subject")]
    names = [token.names[0] for token in relations if token.kind == "relation"]
    if item.before and item.before[-1].text in _FROM and any(t.text in _TO for t in item.after[:1]):
        return True
    if relations and relations[-1].kind == "relation" and relations[-1].names[0] in ("up", "down", "compare"):
        return True
    risen = any(token.names == ("to",) for token in item.after)
    return ("compare" in names and "to" not in names) or (risen and any(t.text in _FROM for t in item.before))


def says_kind(item: Item, words: Words) -> bool:
    """A kind of the subject, or a reason of some results: 属信访举报投诉类，不予处理1件."""
    reason = any(token.kind == "aspect" and "." in token.names[0] for token in item.before)
    return reason or _speaks_of_kind(item, words)


def _speaks_of_kind(item: Item, words: Words) -> bool:
    """对自然人提出的申请，予以公开7件: what follows is of one kind of applicants."""
    named = kinds_of(item.before, words)
    kinds = {name for token in named for name in token.names}
    if len(kinds) == 1 and item.number is None and named[-1].text.endswith(_REQUEST):
        return True
    led = next((n for n, token in enumerate(item.before) if kinds & set(token.names)), 0)
    return len(kinds) == 1 and any(token.kind in ("subject", "weak") for token in item.before[led:])
