"""What makes a claim less than certain: other words or figures of its sentence, or the head of its list, leave open what it takes in."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gdlint.claims.askers import says_rest
from gdlint.claims.items import Item, is_understood, unexplained
from gdlint.claims.naming import Named, Namer
from gdlint.claims.tokens import Token, quantity_at
from gdlint.claims.words import CARRIED, Aspect, Words
from gdlint.model.claim import Certainty, Claim
from gdlint.model.regex import lazy

_ORGANISATIONS_ALONE = lazy(r"(?<!法人)(?<!法人[、和或及与])(?<!法人或者)(?<!法人以及)其他组织")
_WHEN = lazy("新|年|期内")
_ABSENT = "不存在"
_OTHER_REASONS = lazy("不属于|非本(?:机关|单位)|不是本|未(?:制作|获取|保存)")
"""reasons that the form has in one row with information that does not exist"""
_SEVERAL = 2
_STRAY = 2
"""so many letters behind a number that no word explains may narrow what it counts"""
_NEW = "新"
_COPIES = "份"
_STEPS = frozenset(("handled", "new", "total"))
_MEASURES = frozenset(("个", "天", "元", "次", "小时", "页", "人", "家"))
_PERSON = ("natural_person",)
_PERSONS = ("自然人", "个人")
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
    rest = says_rest(item.before) and all(aspect.name in _STEPS for aspect in found.aspects)
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
    if number is None or any("carried" in aspect.name for aspect in found.aspects):
        return False
    unfit = any(token.kind == "denial" or _is_unfit(token, found, namer.words) for token in item.after)
    other = unfit or any(token.kind == "foreign" for token in item.after) or _is_measured(item, namer.text)
    return other or unexplained(namer.text, item.after, number.end, item.end) >= _STRAY


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
    return any(token.text.startswith("分别") for token in item.before)


def _is_of_article(item: Item, namer: Namer) -> bool:
    """依照第三十六条答复21件: those that a provision is for."""
    titles = (namer.text[t.start : t.end] for t in item.before if t.kind == "title")
    return any(title.startswith("第") and title.endswith("条") for title in titles)


def _is_of_carried(found: Named, item: Item) -> bool:
    """处理1件结转申请: a word for what is carried over stands beside a number that was read by another."""
    carried = any(name in CARRIED for token in item.words if token.kind == "aspect" for name in token.names)
    return carried and not any(aspect.name in CARRIED for aspect in found.aspects)


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


def overlapping(claims: Sequence[Claim], sentence: str) -> Iterator[Claim]:
    """The claims of a sentence, unsure where another one leaves open what they take in: 行政诉讼 beside 复议后起诉, 法人 beside
    其他组织, results behind applications of one kind of applicants."""
    rows = [claim.cells.rows for claim in claims if claim.cells]
    mixed = _SUITS[1:] in rows and _SUITS[:1] not in rows
    parted = _ORGANISATIONS_ALONE.search(sentence) is not None
    of_some = False
    outer: Claim | None = None
    kinds = {claim.cells.columns for claim in claims if claim.cells and _is_of_kind(claim)}
    again = sum(1 for claim in claims if claim.cells and claim.cells.columns == _PERSON) >= _SEVERAL
    for claim in claims:
        doubt = (
            ((len(kinds) < _SEVERAL or again) and _is_anyone(claim))
            or (mixed and _is_of(claim, _SUITS))
            or _is_inside(claim, outer)
            or _is_among(claim, outer)
            or _is_of_closed(claim, outer)
            or _is_of_applicants(claim, outer)
            or _is_of_those_in_force(claim, outer)
            or (parted and "法人" in claim.words)
            or _is_doubtful(claim, of_some)
            or (_ABSENT in claim.words and _OTHER_REASONS.search(sentence) is not None)
        )
        outer = outer if claim.part else claim
        of_some = of_some or _is_of_some(claim)
        yield claim._replace(certainty=Certainty.UNSURE, why="overlapping") if doubt else claim


def _is_inside(claim: Claim, outer: Claim | None) -> bool:
    """行政诉讼维持2件，其中未经复议直接起诉1件: of those that were upheld."""
    if not claim.part or outer is None or outer.cells is None or claim.cells is None:
        return False
    same = outer.cells.table == claim.cells.table == "litigation"
    return same and outer.cells.columns != ("total",) and claim.cells.columns == ("total",)


def _is_among(claim: Claim, outer: Claim | None) -> bool:
    """部分公开的3件中，涉及第三方权益2件: a reason of some results alone."""
    if outer is None or outer.cells is None or claim.cells is None or not outer.words.endswith("中"):
        return False
    row, inner = outer.cells.rows[0], claim.cells.rows[0]
    result = outer.aspect not in ("", "new", "total", "handled") and outer.cells.table == "applications"
    return result and not inner.startswith(f"{row}.")


def _is_of_closed(claim: Claim, outer: Claim | None) -> bool:
    """办结26件（本年新收24件、上年结转2件）: of those that were closed."""
    if not claim.part or outer is None or outer.cells is None or claim.cells is None:
        return False
    return outer.cells.rows == ("total",) and claim.cells.rows[0] in ("new", "carried_in")


def _is_of_those_in_force(claim: Claim, outer: Claim | None) -> bool:
    """现行有效的15件中，以政府名义印发9件: made at any time, unless it is said when."""
    if not claim.part or outer is None or outer.cells is None or claim.cells is None:
        return False
    made = claim.cells.columns == ("issued", "made") and not _WHEN.search(claim.words)
    return made and outer.cells.columns == ("in_force",)


def _is_of_applicants(claim: Claim, outer: Claim | None) -> bool:
    """企业提出4件，其中2件予以公开: of theirs."""
    total = claim.cells is not None and claim.cells.columns == ("total",)
    return claim.part and total and outer is not None and _is_of_kind(outer)


def _is_of_kind(claim: Claim) -> bool:
    cells = claim.cells
    return cells is not None and cells.table == "applications" and cells.columns != ("total",)


def _is_anyone(claim: Claim) -> bool:
    """收到公民申请26件 may be all there are: 公民 is whoever applies."""
    natural = claim.cells is not None and claim.cells.columns == _PERSON
    named = any(word in claim.words for word in _PERSONS)
    return natural and not named and not claim.part


def _is_of(claim: Claim, rows: tuple[str, ...]) -> bool:
    return claim.cells is not None and claim.cells.rows == rows


def _is_doubtful(claim: Claim, of_some: bool) -> bool:
    """A total behind applications of some, or organisations together with a kind of them."""
    if claim.cells is None:
        return False
    behind = of_some and claim.cells.columns == ("total",) and claim.cells.rows != ("new",)
    return behind or ("organisations" in claim.cells.columns and len(claim.cells.columns) > 1)


def _is_of_some(claim: Claim) -> bool:
    """Applications of one kind of applicants, and no part of a list: 收到自然人申请9件."""
    return _is_of_kind(claim) and "申请" in claim.words and not claim.part


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
