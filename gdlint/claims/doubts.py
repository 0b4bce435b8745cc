"""What makes a claim less than certain: other words or figures of its sentence, or the head of its list, leave open what it takes in."""

from collections.abc import Sequence
from itertools import pairwise

from gdlint.claims.askers import says_rest
from gdlint.claims.items import AMONG, EACH, JOINS, Item, is_understood, unexplained
from gdlint.claims.naming import Named, Namer
from gdlint.claims.neighbours import kinds_of
from gdlint.claims.tokens import Token, quantity_at
from gdlint.claims.words import CARRIED, Aspect, Words
from gdlint.model.claim import Certainty, Claim

_STRAY = 2
"""so many letters behind a number that no word explains may narrow what it counts"""
_NEW = "新"
_NEAR, _EACH = 12, "每"
_PERSONS = ("人", "名", "家", "位", "个", "户")
_LISTS = ("（", "(", "、")
_COPIES = "份"
_STEPS = frozenset(("handled", "new", "total"))
_MEASURES = frozenset(("个", "天", "元", "次", "小时", "页", "人", "家"))
_SUITS = ("direct_suit", "suit_after_reconsideration")
_CASES = frozenset(("reconsideration", "suits", *_SUITS))
_NAMES = frozenset(("subject", "weak"))
_COUNTED = frozenset(("subject", "aspect"))


def certainty(found: Named, item: Item, namer: Namer, counted_in: str = "") -> Certainty:
    """How sure it is what a number counts, by the words of its item: each that is not understood may narrow it. `counted_in` is
    the unit in which the sentence has counted requests so far."""
    several = len(found.subjects) > 1 and not _is_summed(item)
    shared = _has_no_place(item) and not found.spread
    letters = counted_in != _COPIES and _counts_letters(found, item)
    other = shared or letters or _is_of_article(item, namer) or _is_new_case(found, item)
    other = other or _is_of_each(item, namer) or _is_of_counted(item, namer) or _is_a_kind(found, namer)
    other = other or _is_some_among(item)
    # 其余6件出自企业（4件）、律所（2件）: of all that are listed.
    listed = namer.text[item.end : item.end + 1] in _LISTS
    rest = says_rest(item.before) and (listed or all(aspect.name in _STEPS for aspect in found.aspects))
    aside = rest or any(token.kind == "aside" for token in item.before)
    if other or aside or _is_of_carried(found, item) or _is_of_more(item):
        return Certainty.UNSURE
    edge = item.number.start if item.number else item.end
    unclear = (
        not is_understood(namer.text, item.before, item.start, edge)
        or several
        or found.stray
        or (not found.spread and _apart(item, found.aspects, namer.words))
    )
    return Certainty.LIKELY if unclear or _tells_more(found, item, namer) else Certainty.CERTAIN


def _apart(item: Item, aspects: Sequence[Aspect], words: Words) -> bool:
    """Several results stand side by side that nothing joins: which of them is counted, is not clear."""
    named = {
        name
        for token in item.before
        if token.kind == "aspect"
        for name in token.names
        if words.aspects[name].group == "results"
    }
    chosen = {aspect.name for aspect in aspects}
    left = {name for name in named - chosen if not any(one.startswith(name + ".") for one in chosen)}
    return bool(left and chosen & named)


def _tells_more(found: Named, item: Item, namer: Namer) -> bool:
    """有18件要求提供纸质文件: what is told behind a number may be of these alone. Why cases are carried over is of them all."""
    number = item.number
    if number is None or any("carried" in aspect.name for aspect in found.aspects) or _says_all(item):
        return False
    unfit = any(token.kind == "denial" or _is_unfit(token, found, namer.words) for token in item.after)
    other = unfit or any(token.kind == "foreign" for token in item.after) or _is_measured(item, namer.text)
    return other or unexplained(namer.text, item.after, number.end, item.end) >= _STRAY


def _says_all(item: Item) -> bool:
    """25件均已上网, 51件规范性文件全部录入: what is told of all of them."""
    behind = [token for token in item.after if token.kind not in ("subject", "weak")]
    return bool(behind) and behind[0].kind == "all"


def _is_some_among(item: Item) -> bool:
    """新收申请中有24件于年内办结: those of them of which more is told."""
    said = [token for token in item.before if token.kind != "fillers" or token.text in AMONG]
    told = any(token.kind == "aspect" for token in item.after)
    return told and bool(said) and said[-1].text in AMONG


def _is_unfit(token: Token, found: Named, words: Words) -> bool:
    """9件企业行政处罚: a kind or an outcome of something else says which of them are meant."""
    aspects = [words.aspects[name] for name in token.names] if token.kind == "aspect" else []
    of = {name for aspect in aspects for name in aspect.of}
    return any(aspect.name not in _STEPS for aspect in aspects) and of.isdisjoint(found.subjects)


def _is_measured(item: Item, text: str) -> bool:
    """有17件申请超过20个工作日: a number of something else goes on with it."""
    following = quantity_at(text, item.end) if item.end < len(text) else None
    return following is not None and following.unit in _MEASURES


def _has_no_place(item: Item) -> bool:
    """A number behind 分别 for which no word was found at its place."""
    return any(token.text.startswith(EACH) for token in item.before)


def _is_of_article(item: Item, namer: Namer) -> bool:
    """依照第三十六条答复21件: those that a provision is for."""
    titles = (namer.text[t.start : t.end] for t in item.before if t.kind == "title")
    return any(title.startswith("第") and title.endswith("条") for title in titles)


def _is_of_carried(found: Named, item: Item) -> bool:
    """处理1件结转申请: a word for what is carried over stands beside a number that was read by another."""
    said = {name for token in item.words if token.kind == "aspect" for name in token.names}
    both = "new" in said and any(token.text in JOINS for token in item.before)
    read = {aspect.name for aspect in found.aspects}
    # 新收和上年结转的申请共28件 are both.
    return (both and read <= CARRIED) or (not CARRIED.isdisjoint(said) and CARRIED.isdisjoint(read))


def _is_of_more(item: Item) -> bool:
    """行政处罚等决定31件: others are counted with it; 律师事务所等法律服务机构 are those of the kind that is named behind them."""
    words = item.before
    return any(
        one.kind in _COUNTED
        and other.text == "等"
        and one.end == other.start
        and not _is_kind_of(one, words[n + 2 : n + 3])
        for n, (one, other) in enumerate(pairwise(words))
    )


def _is_kind_of(one: Token, behind: Sequence[Token]) -> bool:
    return any(token.kind == one.kind and token.names == one.names for token in behind)


def _is_of_each(item: Item, namer: Namer) -> bool:
    """每百件行政许可对应行政处罚8件."""
    begin = max(0, item.start - _NEAR) if not item.mark else item.start
    return _EACH in namer.text[begin : item.number.start if item.number else item.end]


def _is_of_counted(item: Item, namer: Namer) -> bool:
    """20名自然人和6家（次）单位提交的申请26件: of both, who are counted themselves."""
    counted = namer.text[max(0, item.start - _NEAR) : item.start].rstrip("）)次（(").endswith(_PERSONS)
    return (
        counted
        and bool(kinds_of(item.before, namer.words))
        and any(token.text == "的" for token in item.before)
    )


def _is_a_kind(found: Named, namer: Namer) -> bool:
    """复议8642件，其中行政处罚类5120件: cases about penalties."""
    of_decisions = namer.words.subjects[found.subjects[0]].table == "disclosure"
    return of_decisions and found.anchor is not None and namer.text.startswith("类", found.anchor[1])


def _is_new_case(found: Named, item: Item) -> bool:
    """新增行政复议7件 are not all that the table counts."""
    cases = set(found.subjects) & _CASES
    return bool(cases) and any(token.text.startswith(_NEW) for token in item.before)


def _is_summed(item: Item) -> bool:
    return any(token.kind == "relation" and token.names[0] == "sum" for token in item.before)


def _counts_letters(found: Named, item: Item) -> bool:
    """答复25份 are letters and not cases."""
    in_copies = item.quantity is not None and item.quantity.unit == _COPIES
    closed = any("办" in token.text for token in item.words if token.names[:1] == ("total",))
    return in_copies and not closed and any(aspect.name == "total" for aspect in found.aspects)


def follows_head(item: Item) -> bool:
    """An item names what it counts and says nothing of its own: the head of its list says what became of it."""
    bare = bool(item.before) and all(token.kind in _NAMES for token in item.before)
    return bare and item.mark in ("pause", "comma") and not item.after


def qualified(claim: Claim, head: Claim | None) -> Claim:
    """A claim with the doubts and the limits of the head of its list; None: what the head counts, is nothing of the tables."""
    if head is None:
        return claim._replace(certainty=Certainty.UNSURE, why="list")
    if head.certainty is Certainty.CERTAIN and head.relation != "part":
        return claim
    sure = claim.certainty if head.certainty is Certainty.CERTAIN else head.certainty
    return claim._replace(certainty=sure, relation=head.relation)
