"""What makes a claim less than certain: other words or figures of its sentence leave open what it takes in."""

from collections.abc import Iterator, Sequence

from gdlint.claims.items import Item
from gdlint.claims.naming import Named, Namer
from gdlint.model.claim import Certainty, Claim
from gdlint.model.regex import lazy

_ORGANISATIONS_ALONE = lazy(r"(?<!法人)(?<!法人[、和或及与])(?<!法人或者)(?<!法人以及)其他组织")
_SEVERAL = 2
_FARTHEST = 3
"""letters before what is counted that no word explains; more make a reading no more than likely"""
_SUITS = ("direct_suit", "suit_after_reconsideration")


def certainty(found: Named, item: Item, namer: Namer) -> Certainty:
    """How sure it is what a number counts, by the words of its item."""
    several = len(found.subjects) > 1 and not _is_summed(item)
    if _counts_letters(found, item):
        return Certainty.UNSURE
    unclear = several or found.stray > _FARTHEST or namer.apart(item, found.aspects)
    return Certainty.LIKELY if unclear else Certainty.CERTAIN


def _is_summed(item: Item) -> bool:
    return any(token.kind == "relation" and token.names[0] == "sum" for token in item.before)


def _counts_letters(found: Named, item: Item) -> bool:
    """答复25份 are letters and not cases."""
    in_copies = item.quantity is not None and item.quantity.unit == "份"
    return in_copies and any(aspect.name == "total" for aspect in found.aspects)


def overlapping(claims: Sequence[Claim], sentence: str) -> Iterator[Claim]:
    """The claims of a sentence, unsure where another one leaves open what they take in: 行政诉讼 beside 复议后起诉, 法人 beside
    其他组织, results behind applications of one kind of applicants."""
    rows = [claim.cells.rows for claim in claims if claim.cells]
    mixed = _SUITS[1:] in rows and _SUITS[:1] not in rows
    parted = _ORGANISATIONS_ALONE.search(sentence) is not None
    of_some = False
    outer: Claim | None = None
    kinds = {claim.cells.columns for claim in claims if claim.cells and _is_of_kind(claim)}
    for claim in claims:
        doubt = (
            (len(kinds) < _SEVERAL and _is_anyone(claim))
            or (mixed and _is_of(claim, _SUITS))
            or _is_inside(claim, outer)
            or (parted and "法人" in claim.words)
            or _is_doubtful(claim, of_some)
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


def _is_of_kind(claim: Claim) -> bool:
    cells = claim.cells
    return cells is not None and cells.table == "applications" and cells.columns != ("total",)


def _is_anyone(claim: Claim) -> bool:
    """收到公民申请26件 may be all there are: 公民 is whoever applies."""
    natural = claim.cells is not None and claim.cells.columns == ("natural_person",)
    return natural and "自然人" not in claim.words and not claim.part


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
