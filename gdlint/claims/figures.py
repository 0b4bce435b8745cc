"""The numbers of a sentence with the relation that their words name, and how figures that must go together are told."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gdlint.claims.items import Item, gap, unexplained
from gdlint.claims.quantities import Quantity, allows, bounded, is_in_words
from gdlint.claims.tokens import Token
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

CHANGES = ("up", "down")
RATE = lazy(r"([\u4e00-\u9fff]{2})率(?:为|达到|达|均为|均达)?$")
_DURATION = lazy("工作日|自然日|月|小时|季度")
"""behind a number and its counter, that of how long something took: 20个工作日内"""
_START = lazy("(?:年初|期初)(?:仅|只)?(?:为|有|是)?$")
_STRAY = 2
_PUBLISHED = ("公开", "公开了", "发布")
"""verbs that say nothing anew"""
_PRESENT = frozenset(("今年", "本年", "本年度"))
FROM = lazy("[由从自][^，。；]{0,12}$")
"""before a figure from which another one comes: 由6个增加到12个"""
OLDER = "older"
"""of figures of a year before the last one: what is compared with which, is not clear"""
_TIMES = "倍"
_DOUBLED = "番"
_GROWS = "up"
_ROOM = 25
"""per cent that 翻一番 leaves open"""
_MOST = 10
"""so often nothing is doubled"""


_REST = ("其余", "余下", "剩余", "剩下", "余")
_TOGETHER = "合占"
_ALL_OF = ("总数", "总量")
_NUMBERS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}


class Relation(NamedTuple):
    """Figures that must go together: `stated` is what the text says, `fits` whether the others allow it, `worked` what they give
    (None where they give several), `sure` whether nothing else may be meant. `start` and `end` are those of the figure."""

    kind: str
    stated: Number
    fits: bool
    worked: Number | None
    sure: bool
    figures: tuple[Number, ...]
    start: int
    end: int
    words: str = ""
    """what names the quantity, where it is told again"""


class TextFigure(NamedTuple):
    """A number of a sentence with the relation that its words name (sum, share, up, down, to, before, rate, or none)."""

    item: Item
    quantity: Quantity
    cue: str
    token: Token | None
    words: str
    """the text of its item before it"""
    near: bool
    """nothing stands between the word and the number but what says nothing of its own"""
    past: bool
    present: bool
    """its words name the year before, or that of the report"""

    @property
    def value(self) -> Number:
        """What it says."""
        return self.quantity.value or 0

    @property
    def together(self) -> Token | None:
        """The word that makes it one of several figures before it: 两项合计占50%."""
        summed = (
            t
            for t in self.item.before
            if (t.names == ("sum",) and not _names_whole(t, self.token)) or t.text.startswith(_TOGETHER)
        )
        return next((t for t in summed if t is not self.token or t.text.startswith(_TOGETHER)), None)

    @property
    def how_many(self) -> int | None:
        """Of how many figures before it, if a word tells: 两项合计."""
        words = (token.text for token in self.item.before if token.names == ("sum",))
        return next(
            (
                number
                for word in words
                if (number := _NUMBERS.get(word.removeprefix("以上").removeprefix("上述")[:1]))
            ),
            None,
        )

    @property
    def plain(self) -> bool:
        """A count of something, and no change or share."""
        return not self.cue and self.quantity.unit != "%"


def figure_of(text: str, item: Item, year: int | None) -> TextFigure | None:
    """The figure of an item in a report on a year; None where it has no number."""
    quantity = item.quantity
    if quantity is None or _DURATION.match(text, quantity.end):
        return None
    words = [token for token in item.before if token.kind == "relation" and token.names[0] != "part"]
    token = _relating(words, quantity)
    cue = token.names[0] if token else ""
    if quantity.unit == "%":
        quantity = bounded(quantity, text[item.start : quantity.start])
    quantity, cue = _as_growth(quantity, cue)
    if (
        cue in ("compare", "open", "each", "part")
        or (cue == "rate" and quantity.unit != "%")
        or (token and token.text == "共" and not _opens_with(item, token))
    ):
        cue = ""
    compared = any(t.kind == "relation" and t.names[0] == "compare" for t in item.before)
    carried = any("carried" in t.names for t in item.before)
    past = not carried and any(_is_past(t, year) for t in item.before)
    if not cue and past and (compared or quantity.unit != "%"):
        cue = "before" if compared or _says_value(item.before, year) else ""
    if not cue and quantity.unit != "%" and any(_is_older(t, year) for t in item.before):
        cue = "before" if _is_compared(text, item, quantity) else OLDER
    end = item.number.start if item.number else item.end
    said = text[item.start : end]
    if not cue and quantity.unit != "%" and _says_before(text, item, token, end):
        cue = "before"
    if not cue and quantity.unit == "%" and RATE.search(said):
        cue = "rate"
    if not cue and not compared and quantity.unit == "%" and is_in_words(text, quantity):
        cue = "share"
    place = token.end if token else item.start
    behind = [t for t in item.before if t.start >= place]
    content = any(t.kind in ("subject", "aspect", "foreign", "weak", "title") for t in behind)
    stray = unexplained(text, behind, place, end)
    near = (not content and stray < _STRAY) or cue == "rate"
    present = any(_is_present(t, year) for t in item.before)
    return TextFigure(item, quantity, cue, token, said, near, past, present)


def _relating(words: Sequence[Token], quantity: Quantity) -> Token | None:
    """The last word for a relation, but of 占新收总量26件的 the first, which says that what is counted is a whole, and of
    占复议总数的12.5% too."""
    share = next((token for token in words if token.names == ("share",)), None)
    last = words[-1] if words else None
    return share if share and (quantity.unit != "%" or (last and _names_whole(last, share))) else last


def _names_whole(token: Token, share: Token | None) -> bool:
    """占复议总数: the word for a sum is what the share is of."""
    return share is not None and share.start < token.start and token.text.startswith(_ALL_OF)


def _says_before(text: str, item: Item, token: Token | None, end: int) -> bool:
    """同比29件, 年初为29件: the figure is that of before."""
    last = item.before[-1] if item.before else None
    compared = (
        last is not None and last is token and last.names == ("compare",) and not gap(text, last.end, end)
    )
    return compared or _START.search(text[item.start : end]) is not None


def _opens_with(item: Item, token: Token) -> bool:
    """共510条, with nothing before it that is counted anew."""
    return all(t is token or t.kind in ("fillers", "period") for t in item.before)


def _is_past(token: Token, year: int | None) -> bool:
    if token.kind == "year":
        return year is not None and token.year == year - 1
    return token.kind == "period" and token.names[0] == "before"


def _is_present(token: Token, year: int | None) -> bool:
    return token.year == year if token.kind == "year" else token.text in _PRESENT


def _is_compared(text: str, item: Item, quantity: Quantity) -> bool:
    """与2021年的13件相比: what follows is a change from that year."""
    return text[item.start : quantity.start].lstrip().startswith("与") and text.startswith(
        "相比", quantity.end
    )


def _is_older(token: Token, year: int | None) -> bool:
    """2021年的13件, in a report on 2023: a figure of a year that is compared with none."""
    return token.kind == "year" and year is not None and token.year < year - 1


def _says_value(words: Sequence[Token], year: int | None) -> bool:
    """上年为556条: the year before and its figure, and nothing that is counted anew behind it."""
    last = max(n for n, token in enumerate(words) if _is_past(token, year))
    behind = (token for token in words[last:] if token.text not in _PUBLISHED)
    return not any(token.kind in ("subject", "aspect", "foreign", "weak") for token in behind)


def is_rest(figure: TextFigure) -> bool:
    """其他80条, 其余400条: what is left of a whole."""
    return any("rest" in t.names or t.text in _REST for t in figure.item.words)


def is_near(value: Decimal, printed: Quantity) -> bool:
    """A percentage as printed, rounded or cut off; inexact ones have their room."""
    return allows(printed, value)


def _as_growth(quantity: Quantity, cue: str) -> tuple[Quantity, str]:
    """A quantity and the relation that its words name, as a growth in per cent where it is a multiple."""
    value = quantity.value
    if value is None or quantity.unit not in (_TIMES, _DOUBLED):
        return quantity, cue
    if quantity.unit == _DOUBLED:
        growth = 100 * (2 ** min(int(value), _MOST) - 1)
        return quantity._replace(value=growth, unit="%", grain=_ROOM), _GROWS
    growth = 100 * value if cue == _GROWS else 100 * (value - 1)
    return quantity._replace(value=growth, unit="%", grain=50 * quantity.grain), _GROWS
