"""What 全部, 均 and their like say of a number or of what was named: none is left over, there are none of the other kinds."""

from collections.abc import Iterator, Sequence

from gdlint.claims.askers import says_rest
from gdlint.claims.closed_cases import closed_cases
from gdlint.claims.items import RESULTS, Item, is_understood, unexplained
from gdlint.claims.memory import Memory
from gdlint.claims.neighbours import kinds_of
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Certainty, Claim

_REQUESTS = "requests"
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
    if any(t.kind in ("narrowing", "foreign") or t.names[:1] in _SOME or t.text in _DUE for t in tokens[:-1]):
        return True
    return unexplained(text, tokens, tokens[0].start, tokens[-1].end) > 0


def _is_qualified(item: Item, tokens: Sequence[Token], text: str) -> bool:
    """Something more is said than that it is all."""
    if any(token.kind in ("narrowing", "foreign", "period", "denial") for token in tokens):
        return True
    return not is_understood(text, tokens, tokens[0].start, item.end)


def _others(names: Sequence[str], named: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in named)
