"""What the head of a list says goes for all of its items: 法律顾问参与行政复议4件、行政诉讼2件."""

from collections.abc import Sequence

from gdlint.claims.items import Item
from gdlint.model.claim import Certainty, Claim

_NAMES = frozenset(("subject", "weak"))
_WHOSE = frozenset(("part", "other", "agents", "organs"))
_SEVERAL = 2


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


def are_shared_out(items: Sequence[Item]) -> bool:
    """The figures of a sentence are those of several parts of the body: 各部门收到15件，各乡镇收到11件."""
    found = {
        token.text
        for item in items
        if item.number
        for token in item.before
        if token.kind == "scope" and token.names[0] in _WHOSE
    }
    counted = sum(
        1
        for item in items
        if item.number and any(t.kind == "scope" and t.names[0] in _WHOSE for t in item.before)
    )
    return counted >= _SEVERAL and len(found) >= _SEVERAL
