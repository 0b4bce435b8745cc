"""Claims of percentages: what is a share of what, and rates that leave none over."""

from collections.abc import Iterator

from gdlint.claims.doubts import certainty
from gdlint.claims.items import Item
from gdlint.claims.memory import CARRIED_OUT, LITIGATION, ClaimMaker
from gdlint.claims.naming import Named
from gdlint.claims.words import Words
from gdlint.model.claim import Cells, Certainty, Claim

_RATES = ("率", "占比")
_CLOSED = "办结率"
_DUE = frozenset(("按时", "按期", "及时", "如期", "限时", "提前", "期限内", "时限内", "当日", "当年", "到期"))


def percentages(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """The claims of a percentage."""
    yield from _rate(maker, item)
    shares = list(_share(maker, item))
    yield from shares or _rate_of(maker, item)


def _rate(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """办结率100%: none is left over, if it is no rate of those that were due."""
    last = maker.memory.last
    requests = last is not None and last.cells is not None and last.cells.table == CARRIED_OUT.table
    if requests and last and last.relation == "all" and _closes_all(item):
        yield maker.claim(item, CARRIED_OUT, Certainty.LIKELY, "all")._replace(value=0, denied=True)


def _share(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """占办结总数的50%: what the last claim is of a whole that is named; 自然人占80%: what is named, of the last total."""
    place, quantity, total = _share_place(item), item.quantity, maker.memory.total
    if place is None or quantity is None:
        return
    whole = _whole_of(maker, item._replace(before=item.before[place + 1 :], number=None, after=()))
    ahead = item._replace(before=item.before[:place], number=None, after=(), end=item.before[place].start)
    named = _kind_of(maker, ahead)
    part = named or maker.memory.last
    whole = whole or (total.cells if named and total else None)
    if part and part.cells and whole and part.relation == "all" and whole.table == part.cells.table:
        claim = part._replace(value=quantity.value, exact=quantity.exact, grain=quantity.grain, unit="%")
        yield claim._replace(relation="share", whole=whole, number=(quantity.start, quantity.end))


def _rate_of(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """予以公开率38.5%: of all that were closed; 行政复议纠错率11.1%: of all of them."""
    named, quantity = _rated(maker.text, item, maker.words), item.quantity
    part = _kind_of(maker, named) if named else None
    cells = part.cells if part else None
    if not part or not cells or not quantity:
        return
    of_cases = cells.table == LITIGATION
    whole = cells._replace(columns=("total",)) if of_cases else cells._replace(rows=("total",))
    # Of those that were closed, they may say.
    likely = Certainty.LIKELY if of_cases and part.certainty is Certainty.CERTAIN else part.certainty
    yield part._replace(
        value=quantity.value,
        exact=quantity.exact,
        grain=quantity.grain,
        unit="%",
        certainty=likely,
        relation="share",
        whole=whole,
        number=(quantity.start, quantity.end),
    )


def _kind_of(maker: ClaimMaker, ahead: Item) -> Claim | None:
    """A claim, without its number, of the kind of applicants or the result that is named before 占."""
    found = maker.namer.named(ahead, maker.memory) if ahead.before else Named()
    if found.foreign or found.narrowed or not any(aspect.group for aspect in found.aspects):
        return None
    cells = maker.cells(found.subjects, found.aspects, ahead)
    return maker.claim(ahead, cells, certainty(found, ahead, maker.namer), "") if cells else None


def _whole_of(maker: ClaimMaker, behind: Item) -> Cells | None:
    """The cells that the words behind 占 name."""
    if not any(token.kind in ("aspect", "weak", "subject") for token in behind.before):
        return None
    found = maker.namer.named(behind, maker.memory)
    nothing = found.foreign or not found.subjects
    return None if nothing else maker.cells(found.subjects, found.aspects, behind)


def _closes_all(item: Item) -> bool:
    """办结率100% leaves none over; 按时办结率100% may leave those that are not yet due."""
    quantity = item.quantity
    rate = any(token.text == _CLOSED for token in item.before)
    due = any(token.text in _DUE for token in item.before)
    return rate and not due and quantity is not None and quantity.exact and quantity.value == 100


def _share_place(item: Item) -> int | None:
    """Where 占 stands among the words before a number."""
    return next((n for n, token in enumerate(item.before) if token.names == ("share",)), None)


def _rated(text: str, item: Item, words: Words) -> Item | None:
    """The words for the result or outcome that a percentage is the rate of: 予以公开率38.5%; None where it is none of these."""
    place = next((n for n, token in enumerate(item.before) if text.startswith(_RATES, token.end)), None)
    token = item.before[place] if place is not None else None
    if place is None or token is None or token.kind != "aspect":
        return None
    groups = {words.aspects[name].group for name in token.names}
    named = item._replace(before=item.before[: place + 1], number=None, after=(), end=token.end)
    return named if groups & {"results", "outcomes"} else None
