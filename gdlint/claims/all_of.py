"""What 全部, 均 and their like say of a number or of what was named: none is left over, there are none of the other kinds."""

from collections.abc import Iterator, Sequence

from gdlint.claims.askers import says_rest
from gdlint.claims.claim_maker import ClaimMaker
from gdlint.claims.closed_cases import closed_cases
from gdlint.claims.items import RESULTS, Item, is_understood, unexplained
from gdlint.claims.memory import Memory
from gdlint.claims.neighbours import kinds_of
from gdlint.claims.tokens import Token
from gdlint.claims.unsettled import APPLICATIONS
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Cells, Certainty, Claim

_REQUESTS = "requests"
_IS = ("系", "属", "为", "因", "由", "是")
_WHOSE = ("申请人", "申请主体")
_STEPS = frozenset(("total", "handled"))
_GROUPS = {"other_results": "other_handling"}
"""how the reasons of a result begin, where they do not begin with its own name"""
_SOME = (("carried",), ("carried_in",), ("total",), ("before",), ("part",))
_DUE = frozenset(
    (
        "应",
        "需",
        "须",
        "到",
        "法定",
        "规定",
        "期限",
        "时限",
        "期限内",
        "时限内",
        "答复期",
        "答复期限",
        "办理期限",
    )
)
Denied = tuple[str, tuple[str, ...], tuple[Aspect, ...], Certainty]
"""the kind of denial, subjects, aspects, how sure"""


def all_of(
    item: Item,
    ahead: Sequence[Token],
    tokens: Sequence[Token],
    last: Claim | None,
    spoken: Memory,
    words: Words,
    text: str,
) -> Iterator[Denied]:
    """All of the number before: 均已办结 leaves none over, 均为自然人 none of the other kinds."""
    if says_rest(ahead):
        return
    if cases := closed_cases(text, item.start, ahead, item.end, last, words.subjects):
        yield "all", cases, (words.aspects["pending"],), Certainty.CERTAIN
        return
    rows = _rows(ahead, last, text, words) or ({"new"} if _are_applicants(ahead, spoken) else set())
    aspects = [(t, words.aspects[t.names[0]]) for t in tokens if t.kind == "aspect"]
    if not rows or not aspects or _is_qualified(item, tokens, text):
        return
    token, aspect = aspects[-1]
    rest: tuple[str, ...] = ()
    if aspect.name == "total":
        done = "办" in token.text or "完" in token.text
        rest = ("carried_out",) if done and rows & {"new", "total"} else ()
    elif aspect.group == "results" and rows == {"total"}:
        rest = _others(RESULTS, {a.name.partition(".")[0] for _, a in aspects})
    elif aspect.name in words.subjects[_REQUESTS].whole and rows == {"new"}:
        rest = _others(words.subjects[_REQUESTS].whole, {a.name for _, a in aspects})
    if rest:
        yield "all", (_REQUESTS,), tuple(words.aspects[name] for name in rest), Certainty.CERTAIN


def _rows(ahead: Sequence[Token], last: Claim | None, text: str, words: Words) -> set[str]:
    """The rows of which all is said: those of the last number, or the requests that are named right before."""
    place = next((n for n, token in enumerate(ahead) if token.names == (_REQUESTS,)), None)
    if place is not None:
        return set() if _is_of_some(ahead[: place + 1], text, words) else {"new"}
    counts = last is not None and last.cells is not None and last.relation == "all" and not last.denied
    return set(last.cells.rows) if counts and last and last.cells else set()


def _are_applicants(ahead: Sequence[Token], spoken: Memory) -> bool:
    """申请人均为自然人: of those that the passage speaks of."""
    return [token.text for token in ahead] == ["申请人"] and spoken.subject == _REQUESTS


def _is_of_some(tokens: Sequence[Token], text: str, words: Words) -> bool:
    """Words before the requests tell which of them are meant: 到期的申请, 已到法定期限的申请, 上年结转的申请."""
    if kinds_of(tokens, words):
        return True
    if any(t.kind in ("narrowing", "foreign") or t.names[:1] in _SOME or _is_due(t) for t in tokens[:-1]):
        return True
    return unexplained(text, tokens, tokens[0].start, tokens[-1].end) > 0


def _is_due(token: Token) -> bool:
    """应办结的申请."""
    return token.text in _DUE or (token.kind == "aspect" and token.text.startswith(("应", "须", "需")))


def _is_qualified(item: Item, tokens: Sequence[Token], text: str) -> bool:
    """Something more is said than that it is all."""
    if any(token.kind in ("narrowing", "foreign", "period", "denial") for token in tokens):
        return True
    return not is_understood(text, tokens, tokens[0].start, item.end)


def told_of_all(maker: ClaimMaker, item: Item, last: Claim) -> Iterator[Claim]:
    """上年结转2件，均由商业企业提出; 其他处理1件，系逾期不补正; 企业提出1件，予以公开: what is told of all of a number right behind it."""
    words = item.before[1:] if item.before[0].text in _WHOSE else item.before
    whole = _may_be_divided(last)
    if not words:
        return
    single = last.value == 1 and (words[0].text.startswith(_IS) or not whole)
    if item.mark not in ("comma", "open") or not (single or words[0].kind == "all"):
        return
    said = {name for token in words if token.kind == "aspect" for name in token.names}
    named = (said - _STEPS) or said
    aspect = maker.words.aspects[named.pop()] if len(named) == 1 else None
    inner = (_inner(last, aspect) if whole else _result_of(last, aspect)) if aspect else None
    if inner and not _is_qualified(item, words[1:] or words, maker.text):
        told = maker.claim(item, inner, last.certainty, "")
        yield told._replace(value=last.value, exact=True, unit=last.unit, relation="all" if whole else "part")


def told_again(maker: ClaimMaker, item: Item, last: Claim | None) -> Iterator[Claim]:
    """不予处理2件，两件均为重复申请: a number without a word is the one before it, if both are the same."""
    same = last is not None and item.quantity is not None and item.quantity.value == last.value
    if last and same and item.after and not item.before:
        behind = item._replace(
            mark="comma", before=item.after, number=None, after=(), start=item.after[0].start
        )
        yield from told_of_all(maker, behind, last)


def _may_be_divided(claim: Claim) -> bool:
    """It counts all of one row of requests, but not those that came in or were closed, of which more is told (see `all_of`)."""
    cells = claim.cells
    whole = cells is not None and cells.columns == ("total",) and {"new", "total"}.isdisjoint(cells.rows)
    return whole and _counts_requests(claim)


def _counts_requests(claim: Claim) -> bool:
    counted = claim.relation == "all" and claim.exact and not claim.denied and claim.value is not None
    return counted and claim.cells is not None and claim.cells.table == APPLICATIONS


def _inner(claim: Claim, aspect: Aspect) -> Cells | None:
    """The cells of a kind of applicants, or of a reason, within those of a claim."""
    cells = claim.cells
    if cells is None or _REQUESTS not in aspect.of:
        return None
    if aspect.group == "applicants":
        return cells._replace(columns=aspect.columns)
    groups = [_GROUPS.get(row, row) for row in cells.rows]
    inside = all(any(row.startswith(f"{group}.") for group in groups) for row in aspect.rows)
    return cells._replace(rows=aspect.rows) if inside else None


def _result_of(claim: Claim, aspect: Aspect) -> Cells | None:
    """The cells of a result of the requests of one kind of applicants."""
    cells = claim.cells
    kind = cells is not None and cells.rows == ("new",) and len(cells.columns) == 1
    if cells is None or not kind or cells.columns == ("total",) or not _counts_requests(claim):
        return None
    return cells._replace(rows=aspect.rows) if aspect.group == "results" else None


def _others(names: Sequence[str], named: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in named)
