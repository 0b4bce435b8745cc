"""The pieces of a sentence between its marks, each with at most one number: what stands before it and behind it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from gdlint.claims.quantities import Quantity
from gdlint.claims.tokens import Token
from gdlint.claims.words import NAMING

_REASONS = ("因", "由于")
_CARRIED = (("carried",), ("carried_out",))
_MOST = 60
"""words that are taken for one item"""
_LONGEST_SENTENCE = 1000
"""words and marks without a full stop between them; more are read as several sentences"""
_TOPIC_ENDS = ("的", "为主", "居多", "为多")
ENDINGS = "数量类件次者"
"""letters behind a word that change nothing of it"""
RESULTS = ("granted", "partial", "denied", "unavailable", "not_processed", "other_results")
"""all that a request may come to"""
_PARTING = frozenset(("stop", "semicolon", "comma", "colon", "pause", "open", "close"))
JOINS = ("和", "及", "与", "以及")
_AMONG = ("中", "里", "当中", "之中", "里面", "里头")


class Item(NamedTuple):
    """A piece of a sentence: the mark before it, its words before and behind its number, how many brackets are open."""

    mark: str
    depth: int
    before: tuple[Token, ...]
    number: Token | None
    after: tuple[Token, ...]
    start: int
    end: int

    @property
    def quantity(self) -> Quantity | None:
        """The number with its unit."""
        return self.number.quantity if self.number else None

    @property
    def words(self) -> tuple[Token, ...]:
        """All its words."""
        return self.before + self.after


def sentences(tokens: Iterable[Token], length: int) -> Iterator[list[Item]]:
    """The items of each sentence of a text."""
    found: list[Item] = []
    mark, depth, start = "stop", 0, 0
    piece: list[Token] = []
    held = 0
    for token in chain(tokens, (Token("stop", (), length, length),)):
        held += 1
        parts = token.kind in _PARTING
        if not parts and token.kind != "quote":
            piece.append(token)
        if not parts and held < _LONGEST_SENTENCE:
            continue
        found += _items(mark, depth, piece, start, token.start if parts else token.end)
        depth = max(0, depth + {"open": 1, "close": -1}.get(token.kind, 0))
        mark, piece, start = token.kind if parts else "", [], token.end
        if mark == "stop" or held >= _LONGEST_SENTENCE:
            yield found
            found, depth, held = [], 0, 0


def _items(mark: str, depth: int, piece: Sequence[Token], start: int, end: int) -> Iterator[Item]:
    numbers = [n for n, token in enumerate(piece) if token.kind == "quantity"]
    if not piece:
        return
    if not numbers:
        yield Item(mark, depth, tuple(piece), None, (), start, end)
    last = 0
    for nth, place in enumerate(numbers):
        behind = numbers[nth + 1] if nth + 1 < len(numbers) else len(piece)
        stop = end if behind == len(piece) else piece[behind].start
        # 9起行政复议和5起行政诉讼: what stands before the join is of the number before it.
        split = nth > 0 and piece[place - 1].text in JOINS
        last = place if split else last
        begin = start if not nth else piece[place - 1].end if split else piece[numbers[nth - 1]].end
        yield Item(
            mark if not nth else "",
            depth,
            tuple(piece[last:place]),
            piece[place],
            _behind(piece[place + 1 : behind], last=behind == len(piece)),
            begin,
            stop,
        )
        last = place + 1


def _behind(words: Sequence[Token], *, last: bool) -> tuple[Token, ...]:
    """The words behind a number; of those before another one, up to what it counts: 28件申请已办结26件, 6件单位申请中律所1件."""
    ends = (n for n, t in enumerate(words) if t.kind in ("subject", "weak") or t.text in _AMONG)
    named = next(ends, None)
    return tuple(words if last or named is None else words[: named + 1])


def gap(text: str, start: int, end: int) -> int:
    """How many characters stand between two places that no word explains; marks and blanks are none."""
    return sum(1 for letter in text[start:end] if letter.isalnum())


def unexplained(text: str, words: Sequence[Token], start: int, end: int) -> int:
    """How many characters of a stretch none of its words explains."""
    edges = [start, *(place for token in words for place in (token.start, token.end)), end]
    return sum(gap(text, edges[n], edges[n + 1]) for n in range(0, len(edges), 2))


def is_understood(text: str, words: Sequence[Token], start: int, end: int) -> bool:
    """Each character of a stretch is one of its words or an ending (申请数, 有效者): any other may change what the stretch says."""
    edges = [start, *(place for token in words for place in (token.start, token.end)), end]
    return not any(
        letter.isalnum() and letter not in ENDINGS
        for n in range(0, len(edges), 2)
        for letter in text[edges[n] : edges[n + 1]]
    )


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
    named = item.mark == "comma" and last.text in _TOPIC_ENDS and last.end == above.end
    alone = all(token.kind in ("fillers", "period") or token.names == ("sum",) for token in item.before)
    return named and alone and item.number is not None and not item.after


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


def without_whole(item: Item) -> Item:
    """新收申请除2件外均已办结: the words before 除 are of all, and none of what they say is of the number."""
    place = next((n for n, token in enumerate(item.before) if token.kind == "none_of"), None)
    if place is None:
        return item
    return item._replace(before=item.before[place + 1 :], start=item.before[place].end)


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
    result = any(name.partition(".")[0] in RESULTS for token in item.before for name in token.names)
    return bare and result and not any(token.kind in ("all", "denial") for token in item.before)


def says_figures(items: Sequence[Item]) -> bool:
    """A number or a denial is in a sentence."""
    for item in items:
        if item.number is not None:
            return True
        for token in item.before:
            if token.kind in ("denial", "all"):
                return True
    return False


def is_cause(token: Token) -> bool:
    """A word says that what is spoken of is about information."""
    return token.kind == "causes" or (token.kind == "subject" and token.names == ("requests",))


def lists_parts(item: Item) -> bool:
    """其中, 包括 stand before its number."""
    return any(token.kind == "relation" and token.names == ("part",) for token in item.before)


def opens_parts(item: Item) -> bool:
    """予以公开的10件中，自然人7件: what follows are parts of it."""
    return bool(item.after) and item.after[-1].text in _AMONG and item.after[-1].end == item.end


def opens_with_parts(items: Sequence[Item]) -> bool:
    """A sentence begins with 其中."""
    return bool(items) and any(token.names == ("part",) for token in items[0].before)
