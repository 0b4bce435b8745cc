"""Pieces of a sentence put together that say one thing: over brackets, behind 、, a topic and its number, what is told of a number."""

from collections.abc import Iterable, Iterator, Sequence

from gdlint.claims.items import EACH, RESULTS, Item
from gdlint.claims.tokens import Token
from gdlint.claims.words import NAMING

_REASONS = ("因", "由于")
_CARRIED = (("carried",), ("carried_out",))
_MOST = 60
"""words that are taken for one item"""
_TOPIC_ENDS = (
    "的",
    "情形",
    "为主",
    "居多",
    "为多",
    "为大头",
    "占大头",
    "占多数",
    "占大多数",
    "主体",
    "主力",
    "次之",
    "最多",
    "居首",
)

_SAY_NOTHING = frozenset(("fillers", "period", "denial", "scope"))
"""kinds of words beside a number or a denial that say nothing of what it is of"""


def _without_asides(items: Sequence[Item]) -> Iterator[Item]:
    """The items without brackets that hold no number, what stands before one joined to its number behind it:
    收到申请（含网上、信函）12件."""
    ahead: Item | None = None
    inside: list[Token] = []
    for n, item in enumerate(items):
        if ahead and item.depth and item.number is None:
            inside += item.before
            continue
        if ahead and not (item.mark == "close" and item.depth == ahead.depth):
            yield ahead
            ahead = None
        whole = _over_bracket(ahead, inside, item) if ahead else item
        inside = []
        behind = items[n + 1] if n + 1 < len(items) else None
        opened = behind is not None and behind.mark == "open" and behind.number is None
        ahead = whole if opened and item.number is None else None
        if ahead is None:
            yield whole
    if ahead:
        yield ahead


def _over_bracket(ahead: Item, inside: Sequence[Token], item: Item) -> Item:
    """An item with what stands before the bracket that it follows; 公开（含部分公开） is more than what stands outside."""
    named = {("rest",), *(token.names for token in ahead.before)}
    more = any(t.kind == "all" or (t.kind == "aspect" and t.names not in named) for t in inside)
    bracket = Token("aside" if more else "fillers", ("fillers",), ahead.end, item.start)
    return item._replace(mark=ahead.mark, before=(*ahead.before, bracket, *item.before), start=ahead.start)


def merged(items: Iterable[Item]) -> list[Item]:
    """The items, those without a number joined to what follows them behind 、."""
    found: list[Item] = []
    for item in _without_asides(list(items)):
        above = found[-1] if found else None
        goes_on = above is not None and above.number is None and len(above.before) < _MOST
        goes_on = goes_on and not (above and _denies(above) and _denies(item))
        near = above is not None and above.depth == item.depth
        if above and goes_on and _is_alone_in_bracket(above, item):
            found[-1] = item._replace(
                mark=above.mark, depth=above.depth, before=above.before, start=above.start, end=item.end + 1
            )
        elif above and near and goes_on and (item.mark == "pause" or _is_topic(above, item)):
            found[-1] = item._replace(mark=above.mark, before=above.before + item.before, start=above.start)
        elif above and near and _lists_on(above, item):
            found[-1] = above._replace(after=above.after + item.before, end=item.end)
        else:
            found.append(item)
    return found


def _is_topic(above: Item, item: Item) -> bool:
    """未经复议直接起诉的，本年有2件; 以自然人为主，共20件: the number follows what it counts with nothing of its own."""
    last = above.before[-1]
    noun = last.kind in ("subject", "weak") and [token.text for token in above.before[-2:-1]] == ["的"]
    named = item.mark == "comma" and (last.text.endswith(_TOPIC_ENDS) or noun) and last.end == above.end
    alone = all(token.kind in _SAY_NOTHING or token.names == ("sum",) for token in item.before)
    if item.number is None:
        # 经复议后又起诉的，全市没有.
        return named and alone and _denies(item)
    return named and alone and not item.after and not _denies(item)


def _is_alone_in_bracket(above: Item, item: Item) -> bool:
    """予以公开（10件）: the bracket holds nothing but the number of what stands before it."""
    number = item.number is not None and not item.words and item.mark == "open"
    return number and above.depth == item.depth - 1 and above.before[-1].kind in NAMING


def _lists_on(above: Item, item: Item) -> bool:
    """3件为不予公开、无法提供和不予处理: what is named behind a number goes on behind 、."""
    listed = above.number is not None and bool(above.after) and above.after[-1].kind == "aspect"
    more = bool(item.before) and all(token.kind in ("aspect", "fillers") for token in item.before)
    return listed and more and item.mark == "pause" and item.number is None


def _without_reason(words: Sequence[Token]) -> tuple[Token, ...]:
    """The words before 因."""
    place = next((n for n, token in enumerate(words) if token.text in _REASONS), len(words))
    return tuple(words[:place])


def _denies(item: Item) -> bool:
    return any(token.kind == "denial" for token in item.before)


def with_carried(items: Sequence[Item]) -> list[Item]:
    """The items, one that says nothing of its number joined to what says that it is carried over, or what came of it:
    5件因征求意见，转入2024年办理."""
    found: list[Item] = []
    for item in items:
        above = found[-1] if found and item.number is None and item.mark in ("comma", "pause") else None
        if above and above.number and above.depth == item.depth and _tells_of(item, above):
            found[-1] = above._replace(after=(*above.after, *item.before), end=item.end)
        else:
            found.append(item)
    return found


def _tells_of(item: Item, above: Item) -> bool:
    """An item tells what became of the number above it, which says nothing of that itself."""
    said = (*above.before, *_without_reason(above.after))
    if any(token.kind == "aspect" for token in said):
        return False
    return any(token.names[:1] in _CARRIED for token in item.before) or _is_result_of(item, above)


def _is_result_of(item: Item, above: Item) -> bool:
    """其中9件经检索，不予公开: what became of a number that says nothing else."""
    bare = not any(token.kind in NAMING for token in above.words)
    bare = bare and not any(token.text.startswith(EACH) for token in item.before)
    result = any(name.partition(".")[0] in RESULTS for token in item.before for name in token.names)
    return bare and result and not any(token.kind in ("all", "denial") for token in item.before)
