"""The pieces of a sentence between its marks, each with at most one number: what stands before it and behind it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from gdlint.claims.quantities import Quantity
from gdlint.claims.tokens import Token

_LONGEST_SENTENCE = 1000
"""words and marks without a full stop between them; more are read as several sentences"""
ENDINGS = "数量类件次者"
"""letters behind a word that change nothing of it"""
RESULTS = ("granted", "partial", "denied", "unavailable", "not_processed", "other_results")
"""all that a request may come to"""
ROWS_OF_RESULTS = frozenset((*RESULTS, "other_handling"))
"""how the rows of these begin"""
_PARTING = frozenset(("stop", "semicolon", "comma", "colon", "pause", "open", "close"))
JOINS = ("和", "及", "与", "以及")
_WITHIN = "在内"
_LONGEST_NAME = 12
_IN_TABLE_TWO = frozenset(("licensing", "penalties", "coercion", "fees"))
EACH = ("分别", "依次")
"""words by which several names have a number each"""
TIMES = frozenset(("year", "range", "month", "period"))
"""kinds of words that say when"""
_NOW, _NEXT = ("now",), ("next",)
_PARTS_OF_YEAR = ("季度", "半年")
_IN_NAMES = frozenset(("foreign", "subject", "weak", "narrowing"))
AMONG = ("中", "里", "当中", "之中", "里面", "里头")


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


def sentences(tokens: Iterable[Token], text: str) -> Iterator[list[Item]]:
    """The items of each sentence of a text, from its tokens."""
    length = len(text)
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
        end = token.start if parts else token.end
        if not piece and gap(text, start, end):
            piece.append(Token("unknown", ("unknown",), start, start))
        found += _items(mark, depth, piece, start, end)
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
        # 26件申请中有20件由自然人提出: what stands before 中 is of the whole.
        counts = nth > 0 and not _is_percentage(piece[place])
        among = next((n for n in range(last, place) if counts and piece[n].text in AMONG), None)
        last = last if among is None else among + 1
        # 9起行政复议和5起行政诉讼: what stands before the join is of the number before it.
        split = nth > 0 and piece[place - 1].text in JOINS
        last = place if split else last
        begin = start if not nth else piece[place - 1 if split else last - 1].end
        after = _behind(piece[place + 1 : behind], last=behind == len(piece))
        among = behind < len(piece) and bool(after) and after[-1].text in AMONG
        # 收到的27件申请增加6件: how they changed says nothing of what they are.
        changed = bool(after) and any(
            token.kind == "relation" for token in piece[place + 1 + len(after) : behind]
        )
        yield Item(
            mark if not nth else "",
            depth,
            tuple(piece[last:place]),
            piece[place],
            after,
            begin,
            after[-1].end if among or changed else stop,
        )
        last = place + 1


def _is_percentage(token: Token) -> bool:
    return token.quantity is not None and token.quantity.unit == "%"


def _behind(words: Sequence[Token], *, last: bool) -> tuple[Token, ...]:
    """The words behind a number; of those before another one, up to what it counts, or to 中: 28件申请已办结26件, 15件里自然人占80%."""
    named = next((n for n, t in enumerate(words) if t.kind in ("subject", "weak") or t.text in AMONG), None)
    if last or named is None:
        return tuple(words)
    among = any(token.text in AMONG for token in words[named + 1 : named + 2])
    return tuple(words[: named + 1 + among])


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


def includes(words: Sequence[Token]) -> bool:
    """Words end in 在内: what they name is counted with what follows."""
    return "".join([token.text for token in words[-2:]]).endswith(_WITHIN)


def without_whole(item: Item) -> Item:
    """新收申请除2件外均已办结: the words before 除 are of all, and none of what they say is of the number; nor are those of
    含上年结转在内的28件."""
    before = item.before
    places = (n for n, t in enumerate(before) if t.kind == "none_of" or includes(before[: n + 1]))
    place = next(places, None)
    if place is None:
        return _without_examples(item)
    return item._replace(before=item.before[place + 1 :], start=item.before[place].end)


def _without_examples(item: Item) -> Item:
    """取水许可等行政许可决定: what stands before 等 are examples of what is named right behind it."""
    # 受理取水等行政许可申请 are no decisions.
    steps = any(token.kind in ("aspect", "weak") for token in item.before)
    for n, (one, other) in enumerate(pairwise(() if steps else item.before)):
        if one.text == "等" and one.end == other.start and _IN_TABLE_TWO.intersection(other.names):
            return item._replace(before=item.before[n + 1 :], start=other.start)
    return item


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
    return bool(item.after) and item.after[-1].text in AMONG and item.after[-1].end == item.end


def opens_with_parts(items: Sequence[Item]) -> bool:
    """A sentence begins with 其中."""
    return bool(items) and any(token.names == ("part",) for token in items[0].before)


def name_before(text: str, words: Sequence[Token], n: int, item: Item) -> str:
    """The letters right before a word for an organ that no word explains: 水利 in 水利局."""
    start = _organ_begins(words, n, item)
    # A number between them parts them as well.
    if item.number and item.number.end <= words[n].start:
        start = max(start, item.number.end)
    return text[max(start, words[n].start - _LONGEST_NAME) : words[n].start].strip("“”《》 ")


def _organ_begins(words: Sequence[Token], n: int, item: Item) -> int:
    """Where the letters before an organ begin; words of its own name (县行政审批局) are such letters."""
    place = n
    while place and words[place - 1].end == words[place].start:
        if words[place - 1].kind not in _IN_NAMES and words[place - 1].text != "行政":
            break
        place -= 1
    return words[place - 1].end if place else item.start


def is_part_of_year(token: Token) -> bool:
    """第四季度, 上半年."""
    return token.kind == "narrowing" and token.text.endswith(_PARTS_OF_YEAR)


def opens_with_part_of_year(items: Sequence[Item]) -> bool:
    """第四季度新收7件，办结9件: the first words name a part of the year, and no others follow."""
    first = next((token for token in items[0].words if token.kind != "fillers"), None) if items else None
    if first is None or not is_part_of_year(first):
        return False
    beside = (item for item in items if item.depth == items[0].depth)
    return sum(is_part_of_year(token) for item in beside for token in item.words) == 1


def is_compared(item: Item) -> bool:
    """2023年较2022年增加6件 speaks of one year."""
    return any(token.kind == "relation" and token.names == ("compare",) for token in item.before)


def is_when_done(item: Item, n: int) -> bool:
    """上年未审结的3件也在2023年审结: a time behind a number that has its own, unless it is still to come."""
    dated = any(token.kind in TIMES and token.names != _NOW for token in item.before)
    return n >= len(item.before) and dated and item.words[n].names != _NEXT
