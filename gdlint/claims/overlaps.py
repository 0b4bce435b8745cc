"""Claims of a sentence of which one leaves open what another takes in: 行政诉讼 beside 复议后起诉, results behind some applicants."""

from collections.abc import Iterator, Mapping, Sequence

from gdlint.claims.items import ROWS_OF_RESULTS
from gdlint.claims.words import CARRIED
from gdlint.model.claim import Cells, Certainty, Claim
from gdlint.model.regex import lazy

_ORGANISATIONS_ALONE = lazy(r"(?<!法人)(?<!法人[、和或及与])(?<!法人或者)(?<!法人以及)其他组织")
_NEW_CLOSED = lazy("新收.{0,8}(?:办结|答复|办理完)")
_IS = ("是", "则是", "就是", "即是")
_NUMBERS = tuple("0123456789一二两三四五六七八九十")
_WHEN = lazy("新|年|期内")
_ABSENT = "不存在"
_OTHER_REASONS = lazy("不属于|非本(?:机关|单位)|不是本|未(?:制作|获取|保存)")
"""reasons that the form has in one row with information that does not exist"""
_SEVERAL = 2
_EACH, _WITH = "各", "含"
_PERSON, _PERSONS = ("natural_person",), ("自然人", "个人")
_SUITS = ("direct_suit", "suit_after_reconsideration")
_KINDS_OF_SUITS = tuple((row,) for row in _SUITS)


def overlapping(claims: Sequence[Claim], sentence: str) -> Iterator[Claim]:
    """The claims of a sentence, unsure where another one leaves open what they take in: 行政诉讼 beside 复议后起诉, 法人 beside
    其他组织, results behind applications of one kind of applicants."""
    rows = [claim.cells.rows for claim in claims if claim.cells]
    mixed = _SUITS[1:] in rows and _SUITS[:1] not in rows
    parted = _ORGANISATIONS_ALONE.search(sentence) is not None
    of_some = False
    outer: Claim | None = None
    few = spilled = False
    told: dict[Cells | None, Claim] = {}
    kinds = {claim.cells.columns for claim in claims if claim.cells and _is_of_kind(claim)}
    named = {claim.cells.rows for claim in claims if claim.cells and claim.subject}
    again = sum(1 for claim in claims if claim.cells and claim.cells.columns == _PERSON) >= _SEVERAL
    turned = _turned(claims)
    for n, claim in enumerate(claims):
        spilled = spilled or _is_more_than_told(claim, told)
        apart = _are_each_of(claim, outer) or _is_told_alone(claim, outer)
        doubt = (
            n in turned
            or _is_of_another(claim, told)
            or ((len(kinds) < _SEVERAL or again) and _is_anyone(claim))
            or (mixed and _is_of(claim, _SUITS))
            or _is_inside(claim, outer)
            or _is_among(claim, outer)
            or _is_of_closed(claim, outer)
            or _is_of_carried_ones(claim, outer)
            or (few and claim.part and not _is_carried(claim))
            or apart
            or _is_joined_to_some(claim, outer)
            or _is_of_new_closed(claim, outer)
            or (spilled and not claim.subject)
            or _is_of_applicants(claim, outer)
            or _is_of_those_in_force(claim, outer)
            or _is_one_of_them(claim, outer)
            or _is_of_a_part(claim, outer)
            or (named.issuperset(_KINDS_OF_SUITS) and _goes_on_from_suits(claim))
            or (parted and "法人" in claim.words)
            or _is_doubtful(claim, of_some)
            or (_ABSENT in claim.words and _OTHER_REASONS.search(sentence) is not None)
        )
        if not (claim.part or apart):
            outer, few = claim, _is_carried(claim) and _are_few(claims, claim)
        told.setdefault(claim.cells, claim)
        of_some = of_some or (_is_carried(claim) and _is_of_kind(claim) and _WITH in claim.words)
        of_some = of_some or (_is_of_some(claim) and (len(kinds) == 1 or "申请" in claim.words))
        yield claim._replace(certainty=Certainty.UNSURE, why="overlapping") if doubt else claim


def _is_inside(claim: Claim, outer: Claim | None) -> bool:
    """行政诉讼维持2件，其中未经复议直接起诉1件: of those that were upheld."""
    return claim.part and _is_behind_outcome(claim, outer)


def _is_behind_outcome(claim: Claim, outer: Claim | None) -> bool:
    if outer is None or outer.cells is None or claim.cells is None:
        return False
    same = outer.cells.table == claim.cells.table == "litigation"
    return same and outer.cells.columns != ("total",) and claim.cells.columns == ("total",)


def _is_among(claim: Claim, outer: Claim | None) -> bool:
    """部分公开的3件中，涉及第三方权益2件: a reason of some results alone."""
    if outer is None or outer.cells is None or claim.cells is None or not outer.words.endswith("中"):
        return False
    row, inner = outer.cells.rows[0], claim.cells.rows[0]
    result = row.partition(".")[0] in ROWS_OF_RESULTS or row in CARRIED
    return result and not inner.startswith(f"{row}.")


def _is_of_closed(claim: Claim, outer: Claim | None) -> bool:
    """办结26件（本年新收24件、上年结转2件）: of those that were closed."""
    if not claim.part or outer is None or outer.cells is None or claim.cells is None:
        return False
    return outer.cells.rows == ("total",) and claim.cells.rows[0] in ("new", "carried_in")


def _is_of_carried_ones(claim: Claim, outer: Claim | None) -> bool:
    """上年结转2件，其中1件因延长期限而跨年: why each of them was carried over."""
    if not claim.part or outer is None or outer.cells is None or claim.cells is None:
        return False
    if claim.cells.columns == outer.cells.columns:
        return {*outer.cells.rows, *claim.cells.rows} <= CARRIED
    # 上年结转2件，其中自然人1件: of these, or of all that came in.
    return outer.cells.rows == ("carried_in",) and _is_no_more(claim, outer) and _is_of_kind(claim)


def _turned(claims: Sequence[Claim]) -> set[int]:
    """维持3件、其他1件，则是5件行政诉讼的情况: the claims whose subject is told behind them."""
    found: set[int] = set()
    begin = 0
    for n, claim in enumerate(claims):
        if claim.subject:
            found.update(range(begin, n) if claim.words.startswith(_IS) else ())
            begin = n + 1
    return found


def _is_of_another(claim: Claim, told: Mapping[Cells | None, Claim]) -> bool:
    """复议中维持5件；维持3件则是诉讼: what was told of the same cells with another number, if no word names them."""
    before = told.get(claim.cells)
    if before is None or claim.subject or claim.value is None or claim.whole or before.whole:
        return False
    alike = (before.period, before.scope, before.relation) == (claim.period, claim.scope, claim.relation)
    return alike and before.value != claim.value


def _is_joined_to_some(claim: Claim, outer: Claim | None) -> bool:
    """已有结果的8件复议和4件诉讼: some of both."""
    if outer is None or outer.cells is None or claim.cells is None or outer.relation != "part":
        return False
    cases = outer.cells.table == claim.cells.table == "litigation"
    return cases and claim.words[:1] in _NUMBERS and claim.cells.columns == ("total",)


def _is_more_than_told(claim: Claim, told: Mapping[Cells | None, Claim]) -> bool:
    """复议9件，诉讼5件；已结12件，维持8件: more than there are of what was named last, so that it is of both."""
    if claim.subject or claim.whole or claim.value is None or claim.cells is None:
        return False
    whole = told.get(claim.cells._replace(columns=("total",)))
    more = whole is not None and whole.value is not None and claim.value > whole.value
    kinds = {one.cells.rows[0] for one in told.values() if one.cells and one.cells.table == "litigation"}
    return more and len(kinds) > 1 and "reconsideration" in kinds


def _is_of_new_closed(claim: Claim, outer: Claim | None) -> bool:
    """当年新收且当年办结的24件，无法提供7件: of these alone."""
    if outer is None or outer.cells is None or claim.cells is None or claim.subject:
        return False
    closed = outer.cells.rows == ("total",) and _NEW_CLOSED.search(outer.words) is not None
    return closed and claim.cells.rows != ("total",)


def _is_told_alone(claim: Claim, outer: Claim | None) -> bool:
    """上年结转2件，一件予以公开: of those that were carried over."""
    bare = claim.words[:1] in _NUMBERS and claim.subject is None and not _is_carried(claim)
    return bare and outer is not None and _is_carried(outer) and _is_no_more(claim, outer)


def _is_carried(claim: Claim | None) -> bool:
    return claim is not None and claim.cells is not None and CARRIED.issuperset(claim.cells.rows)


def _are_few(claims: Sequence[Claim], outer: Claim) -> bool:
    """上年结转2件，其中予以公开1件、无法提供1件: no part is more than what was carried over, of which they may be."""
    return all(_is_no_more(claim, outer) for claim in claims if claim.part)


def _is_no_more(claim: Claim, outer: Claim) -> bool:
    return claim.value is not None and outer.value is not None and claim.value <= outer.value


def _are_each_of(claim: Claim, outer: Claim | None) -> bool:
    """尚未审结2件，复议、诉讼各1件: of that outcome."""
    return _EACH in claim.words and _is_behind_outcome(claim, outer)


def _is_one_of_them(claim: Claim, outer: Claim | None) -> bool:
    """制发的2件，1件为新制定，1件系修订: one of those that were counted before it."""
    if outer is None or outer.value is None or claim.value is None or claim.subject:
        return False
    alike = (claim.cells, claim.period) == (outer.cells, outer.period)
    return alike and claim.value < outer.value


def _is_of_a_part(claim: Claim, outer: Claim | None) -> bool:
    """网上提交的17件里，自然人13件: of these alone."""
    if outer is None or outer.cells is None or claim.cells is None or not claim.part or claim.subject:
        return False
    return outer.relation == "part" and claim.cells.table == outer.cells.table == "applications"


def _goes_on_from_suits(claim: Claim) -> bool:
    """直接起诉3件，复议后起诉2件；已审结4件: of both kinds, if no word names them."""
    cells = claim.cells
    return (
        cells is not None
        and claim.subject is None
        and cells.rows in _KINDS_OF_SUITS
        and cells.columns == ("total",)
    )


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
    return _is_of_kind(claim) and not claim.part
