"""Claims of percentages: what is a share of what, and rates that leave none over."""

from collections.abc import Iterator, Sequence

from gdlint.claims.claim_maker import CARRIED_OUT, ClaimMaker
from gdlint.claims.doubts import certainty
from gdlint.claims.items import Item
from gdlint.claims.naming import Named
from gdlint.claims.quantities import bounded, is_in_words
from gdlint.claims.tokens import Token
from gdlint.claims.unsettled import LITIGATION
from gdlint.claims.words import Words
from gdlint.model.claim import Cells, Certainty, Claim
from gdlint.model.regex import lazy

SAYS_SHARE = lazy("[%％成半倍]|分之")
"""what every text with a share or a multiple holds"""
_RATES = ("率", "占比")
_CLOSED = "办结率"
_CLOSED_ROWS = ("total",)
_CAME_IN = ("new",)
_EACH = "各"
_FROM = ("由", "从", "自")
_SAYS_SHARE = lazy("(?:恰|正|刚)?好?(?:已经?|均|约)?(?:[为是达到超过逾近]|不足|不到|接近|将近)")
_IS, _OF = ("是", "为", "相当于"), "的"
_ALL = 100
_TOGETHER = "合占"
_NUMBERS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_DUE = frozenset(("按时", "按期", "及时", "如期", "限时", "提前", "期限内", "时限内", "当日", "当年", "到期"))


def percentages(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """The claims of a percentage; 由65%升至77% tells of two years."""
    if item.before and item.before[-1].text in _FROM:
        return
    yield from _rate(maker, item)
    shares = list(_share(maker, item))
    yield from shares or _rate_of(maker, item)


def _rate(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """办结率100%: none is left over, if it is no rate of those that were due."""
    last = maker.memory.last
    requests = last is not None and last.cells is not None and last.cells.table == CARRIED_OUT.table
    if requests and last and last.relation == "all" and _closes_all(item):
        yield maker.claim(item, CARRIED_OUT, Certainty.LIKELY, "all")._replace(value=0, denied=True)


def multiples(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """自然人申请量是商业企业的5倍: what one kind is of another, in per cent."""
    quantity = item.quantity
    place = next((n for n, token in enumerate(item.before) if token.text in _IS), None)
    if quantity is None or quantity.value is None or place is None or item.before[-1].text != _OF:
        return
    middle = item.before[place]
    ahead = item._replace(before=item.before[:place], number=None, after=(), end=middle.start)
    other = item._replace(before=item.before[place + 1 :], number=None, after=(), start=middle.end)
    part, whole = _kind_of(maker, ahead), _kind_of(maker, other)
    if part and whole and part.cells and whole.cells and part.cells.table == whole.cells.table:
        claim = part._replace(
            value=_ALL * quantity.value, exact=quantity.exact, grain=_ALL * quantity.grain, unit="%"
        )
        yield claim._replace(
            more=quantity.more, relation="share", whole=whole.cells, number=(quantity.start, quantity.end)
        )


def is_whole(item: Item) -> bool:
    """占全部28件申请的…%: a count of what a share is of."""
    return item.quantity is not None and item.quantity.unit != "%" and _share_place(item) is not None


def _share(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """占办结总数的50%: what the last claim is of a whole that is named; 自然人占80%: what is named, of the last total."""
    place, quantity = _share_place(item), item.quantity
    if place is None and quantity and is_in_words(maker.text, quantity):
        # 恰为办结总数的一半: all that stands before it is its whole.
        place = -1 if _SAYS_SHARE.match(maker.text, item.start, quantity.start) else None
    if place is None and item.mark == "open" and not item.words:
        # 自然人20件（76.9%）: of what stands before it.
        place = -1
    if place is None or quantity is None:
        return
    quantity = bounded(quantity, maker.text[item.start : quantity.start])
    named = _whole_of(maker, item._replace(before=item.before[place + 1 :], number=None, after=()))
    end = item.before[place].start if place >= 0 else item.start
    ahead = item._replace(before=item.before[: max(place, 0)], number=None, after=(), end=end)
    for part, whole in _parts_of_whole(maker, ahead, item.before[place] if place >= 0 else None, named):
        if part.cells and part.relation == "all" and whole.table == part.cells.table:
            claim = part._replace(value=quantity.value, exact=quantity.exact, grain=quantity.grain, unit="%")
            yield claim._replace(
                more=quantity.more, relation="share", whole=whole, number=(quantity.start, quantity.end)
            )


def _parts_of_whole(
    maker: ClaimMaker, ahead: Item, word: Token | None, whole: Cells | None
) -> Iterator[tuple[Claim, Cells]]:
    """What is a share of what, by 占 and the words before it, and the whole that those behind it name."""
    several = next((token for token in ahead.before if token.names == ("sum",)), None) or _said_together(word)
    if several:
        part = _together(maker.memory.told, several, whole) if whole else None
        if part and whole:
            yield part, whole
        return
    total, kind = maker.memory.total, _kind_of(maker, ahead)
    for named in _one_by_one(kind, ahead) if kind else ():
        if whole:
            yield named, whole
        elif (
            total and total.relation == "all" and total.cells and (of_total := _of_total(named, total.cells))
        ):
            yield of_total, total.cells
    last = maker.memory.last
    whole = whole or _listed_whole(maker, last)
    if kind is None and last and whole:
        yield last, whole


def _listed_whole(maker: ClaimMaker, last: Claim | None) -> Cells | None:
    """自然人20件，占76.9%；企业4件，占15.4%: where a sentence lists kinds of applicants, each is a share of all that came in."""
    memory = maker.memory
    if (
        last is None
        or last.number[0] != memory.number_before
        or last.cells is None
        or memory.total
        or memory.listing
        or last.part
        or memory.of_some
    ):
        return None
    of_kind = last.cells.rows == _CAME_IN and last.cells.columns != ("total",)
    return last.cells._replace(columns=("total",)) if of_kind and memory.lists_applicants else None


def _said_together(word: Token | None) -> Token | None:
    return word if word and word.text.startswith(_TOGETHER) else None


def _together(told: Sequence[Claim], word: Token, whole: Cells | None) -> Claim | None:
    """The last claims as one: so many as a word says (两项合计), else the two there are beside the whole."""
    parts = [claim for claim in told if claim.cells != whole]
    number = _NUMBERS.get(word.text[0])
    parts = parts[-number:] if number else parts
    if len(parts) != (number or 2) or len({claim.cells and claim.cells.table for claim in parts}) > 1:
        return None
    cells = [claim.cells for claim in parts if claim.cells]
    rows = tuple(dict.fromkeys(row for one in cells for row in one.rows))
    columns = tuple(dict.fromkeys(column for one in cells for column in one.columns))
    if min(len(rows), len(columns)) > 1 or any(claim.relation != "all" for claim in parts):
        return None
    unsure = next((claim for claim in parts if claim.certainty is not Certainty.CERTAIN), parts[-1])
    return unsure._replace(cells=cells[0]._replace(rows=rows, columns=columns))


def _one_by_one(kind: Claim, ahead: Item) -> Iterator[Claim]:
    """信访类和重复申请各占50%: each of them by itself."""
    cells = kind.cells
    if cells is None or not any(token.text == _EACH for token in ahead.before[-1:]):
        yield kind
        return
    for row in cells.rows:
        for column in cells.columns:
            yield kind._replace(cells=cells._replace(rows=(row,), columns=(column,)))


def _of_total(named: Claim, total: Cells) -> Claim | None:
    """A kind or result as a part of a total; None where that is no whole of it."""
    cells = named.cells
    if cells is None or cells.table != total.table:
        return None
    if cells.table == LITIGATION:
        return named if cells.rows == total.rows else None
    if cells.columns != ("total",):
        return named._replace(cells=cells._replace(rows=total.rows))
    inner = len(total.rows) == 1 and all(row.startswith(f"{total.rows[0]}.") for row in cells.rows)
    return named if inner or total.rows == _CLOSED_ROWS else None


def _rate_of(maker: ClaimMaker, item: Item) -> Iterator[Claim]:
    """予以公开率38.5%: of all that were closed; 行政复议纠错率11.1%: of all of them."""
    named, quantity = _rated(maker.text, item, maker.words), item.quantity
    part = _kind_of(maker, named) if named else None
    cells = part.cells if part else None
    if not part or not cells or not quantity:
        return
    of_cases = cells.table == LITIGATION
    whole = cells._replace(columns=("total",)) if of_cases else cells._replace(rows=("total",))
    yield part._replace(
        value=quantity.value,
        exact=quantity.exact,
        grain=quantity.grain,
        unit="%",
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
