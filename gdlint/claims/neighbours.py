"""What the words beside a number do to each other: join, narrow, end."""

from collections.abc import Sequence

from gdlint.claims.items import Item, gap, unexplained
from gdlint.claims.tokens import Token

_CASES = frozenset(("reconsideration", "suits", "direct_suit", "suit_after_reconsideration"))
_JOINS = frozenset(("、", "和", "及", "与", "或", "以及", "或者", "（", "并"))
_NAMES = frozenset(("subject", "weak", "aspect", "foreign"))
_ENDINGS = ("数量", "件数", "数", "量", "类", "者", "的")
"""what may stand behind a word without saying anything: 制发数、废止数"""


def first_named(after: Sequence[Token]) -> Sequence[Token]:
    """The words behind a number, up to the first that names what is counted."""
    for n, token in enumerate(after):
        if token.kind in ("subject", "weak", "foreign") and not _is_cause(after, n):
            return after[: n + 1]
    return after


def _is_cause(after: Sequence[Token], n: int) -> bool:
    """9件因依申请公开行政复议: the requests are what the cases that are named right behind them come of."""
    behind = after[n + 1] if n + 1 < len(after) else None
    near = behind is not None and behind.start == after[n].end
    return (
        near and after[n].names == ("requests",) and behind is not None and bool(_CASES & set(behind.names))
    )


def strays_of(text: str, words: Sequence[Token], start: int, end: int) -> int:
    """How many letters of a stretch no word explains, endings of words apart."""
    place, strays, ended = start, 0, False
    for token in (*words, None):
        letters = text[place : token.start if token else end]
        strays += 0 if ended and letters.strip("、 ") in _ENDINGS else gap(letters, 0, len(letters))
        place, ended = (token.end, token.kind in _NAMES) if token else (end, False)
    return strays


def joined(text: str, one: Token, other: Token) -> bool:
    """Two words with nothing but a join between them."""
    raw = text[one.end : other.start]
    between = raw.strip("“”（）() ")
    ending = next((e for e in _ENDINGS if between.startswith(e)), "")
    between = between[len(ending) :]
    # 复议诉讼案件 are both.
    if not between and (raw == "”“" or (not raw and one.kind == other.kind == "subject")):
        return True
    return 0 < len(between) <= 8 and (between in _JOINS or between[0] in "、和及与或")


def gap_between(text: str, words: Sequence[Token], last: int, item: Item) -> int:
    """Letters between the last word that names what is counted and its number that no word explains."""
    if item.number is None:
        return 0
    return unexplained(text, [token for token in words if token.start >= last], last, item.number.start)


def is_narrowed(item: Item, after: Sequence[Token]) -> bool:
    """A word narrows what is counted, and no 等 makes it one of many ways: 通过网络、信函等方式."""
    words = (*item.before, *after)
    for n, token in enumerate(words):
        if token.kind == "narrowing" and not _is_case_of(words, n):
            behind = next((other for other in words[n + 1 :] if other.kind != "narrowing"), None)
            if behind is None or behind.text != "等":
                return True
    return False


def _is_case_of(words: Sequence[Token], n: int) -> bool:
    """属于予以公开 is what 予以公开 is."""
    return words[n].text in ("属于", "系") and n + 1 < len(words) and words[n + 1].kind == "aspect"
