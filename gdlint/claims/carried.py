"""Cases that are carried over: from which year, and to which."""

from collections.abc import Sequence

from gdlint.claims.items import Item
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect


def says_carried(aspect: Aspect, item: Item) -> bool:
    """An aspect is read by a word for carrying over."""
    return aspect.name == "carried" or (
        aspect.name == "carried_out" and any("carried_out" in token.names for token in item.words)
    )


def carried_rows(item: Item, year: int | None, *, closed: bool) -> tuple[str, ...]:
    """Whether 结转 is from the year before or into the next, by the words beside it; `closed`: what was closed has been told."""
    words = item.words
    place = next(
        (n for n, token in enumerate(words) if "carried" in token.names),
        next((n for n, token in enumerate(words) if "carried_out" in token.names), 0),
    )
    beside = [*words[max(0, place - 1) : place], *words[place + 1 : place + 3]]
    for token in beside:
        if token.kind == "period" and token.names[0] == "before":
            return ("carried_in",)
        if token.kind == "period" and token.names[0] == "next":
            return ("carried_out",)
        if token.names == ("now",) and token.start > words[place].start:
            return ("carried_in",)
        if token.kind == "year" and year is not None and token.year != year:
            return ("carried_in",) if token.year < year else ("carried_out",)
    if any(token.kind == "period" and token.names[0] == "before" for token in words):
        return ("carried_in",)
    return ("carried_out",) if closed or "carried_out" in words[place].names else ()


def target_year(words: Sequence[Token]) -> int | None:
    """The year right behind 结转至."""
    for n, token in enumerate(words):
        if "carried" in token.names:
            behind = next((other for other in words[n + 1 :] if other.kind != "fillers"), None)
            return behind.year if behind and behind.kind == "year" else None
    return None
