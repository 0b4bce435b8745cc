"""How two wordings are compared: NFKC, without blanks and punctuation."""

import re
import unicodedata
from functools import lru_cache

from gdlint.model.regex import lazy

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""blanks that `str.strip` does not know"""

BLANKS = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"
)
"""what counts as blank around and inside a cell: whatever `str.strip` takes, and what it does not know"""

SPACES = "".join(blank for blank in BLANKS if blank not in UNSEEN)
"""whatever `str.strip` takes"""

WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
"""full-width characters as plain ones, for `str.translate`; every character keeps its place"""

_NOT_A_WORD = lazy(r"[\W_]+")
_DASHES = "-－—–―·/／:："
_LINE_BREAK = lazy(r"<br\s*/?>", re.IGNORECASE)
_NUMBERING = lazy(r"^(?:第?[一二三四五六七八九十]+(?=\D)|\d{1,2}(?=\D))")
_LONGEST = 200
_STRETCH = 10_000
NOTE_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫¹²³⁴⁵⁶⁷⁸⁹*＊※†‡#"
"""which point from a label to a note below the table"""
_LAST_BRACKET = lazy(r"\s*[（(]([^（()）]*)[）)]?\s*$")


def stripped(text: str) -> str:
    """The text without outer blanks (any of `BLANKS`)."""
    content = text.strip()
    return text.strip(BLANKS) if content and (content[0] in UNSEEN or content[-1] in UNSEEN) else content


def compact(text: str) -> str:
    """The text without any blanks."""
    content = "".join(text.split())
    return content if UNSEEN.isdisjoint(content) else "".join(c for c in content if c not in UNSEEN)


def seen(text: str) -> str:
    """The text without letters of no width, which its readers do not see."""
    return (
        text if text.isascii() or UNSEEN.isdisjoint(text) else "".join([c for c in text if c not in UNSEEN])
    )


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text as it is compared: NFKC, then letters, digits and Han only."""
    if "<" in text:
        text = _LINE_BREAK.sub("", text)
    if len(text) > _STRETCH:
        # What is left out of a text parts it, and a list of its parts takes many times what it takes itself.
        return "".join([_words(text[at : at + _STRETCH]) for at in range(0, len(text), _STRETCH)])
    return _words(text)


def _words(text: str) -> str:
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKC", text))


def unnumbered(word: str) -> str:
    """A compared text without the number in front (一, 2)."""
    return _NUMBERING.sub("", word)


def at_dash(text: str) -> tuple[str, str]:
    """What stands before and behind a sign that parts the label of a group from that of a column ("" where there is none)."""
    sign = next((sign for sign in _DASHES if sign in text), "")
    group, _, label = text.partition(sign) if sign else ("", "", "")
    return group, label


def without_note(text: str) -> tuple[str, str]:
    """A label without the bracket or the mark of a note (①, *) at its end, and what that says ("" where there is none)."""
    if len(text) > _LONGEST:
        return text, ""
    found = _LAST_BRACKET.search(text)
    if found and found.start():
        return text[: found.start()], found.group(1)
    bare = text.rstrip(NOTE_MARKS)
    return (bare, text[len(bare) :]) if bare and bare != text else (text, "")
