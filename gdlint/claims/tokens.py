"""A text as tokens: quantities, years, marks, and words of the lexicon; what no word explains is a gap between them."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from gdlint.claims.declared_units import DECLARES, bare_quantity, declared_units
from gdlint.claims.quantities import BELOW, FINE, OPEN, WIDE, Quantity
from gdlint.claims.words import Word, Words
from gdlint.lexicon.numerals import FORMAL, LETTERS, Number, ordinal, read_number
from gdlint.model.fast import new
from gdlint.model.regex import lazy

MARKS = {
    "。": "stop", "！": "stop", "？": "stop", "\n": "stop", "；": "semicolon", ";": "semicolon", "，": "comma", ",": "comma",
    "：": "colon", ":": "colon", "、": "pause", "（": "open", "(": "open", "）": "close", ")": "close",
    "“": "quote", "”": "quote", "‘": "quote", "’": "quote", '"': "quote", "《": "quote", "》": "quote",
}  # fmt: skip
_YEAR = lazy(
    r"(?P<first>[0-9０-９]{4}|[一二][〇零○一二三四五六七八九]{3})\s{0,4}(?:年?\s{0,4}[-—–~～至到]+\s{0,4}(?P<last>[0-9０-９]{4}))?\s{0,4}年(?P<day>\s{0,4}(?P<month>[0-9]{1,2})\s{0,4}月(?:\s{0,4}(?P<date>[0-9]{1,2})\s{0,4}日)?)?度?"
)
_WHOLE_YEAR = lazy(
    r"(?P<first>[0-9０-９]{4})\s{0,4}年\s{0,4}1\s{0,4}月\s{0,4}1\s{0,4}日起?\s{0,4}[-—–~～至到]+\s{0,4}(?:(?P=first)\s{0,4}年)?\s{0,4}12\s{0,4}月\s{0,4}31\s{0,4}日"
)
_MONTH = lazy(
    r"[0-9]{1,2}\s{0,4}(?:[-—–~～至到]\s{0,4}[0-9]{1,2}\s{0,4})?月(?:份|\s{0,4}[0-9]{1,2}\s{0,4}[日号])?"
)
_YEAR_END = lazy(
    r"(?:1\s{0,2}月\s{0,2}1\s{0,2}日?\s{0,2}[-—–~～至到]\s{0,2})?12\s{0,2}月\s{0,2}(?:31\s{0,2}日|底|末)"
)
_TITLE = lazy(
    r"《[^《》\n]{1,80}》|[〔\[][0-9]{4}[〕\]]\s{0,4}[0-9]+\s{0,4}号|第\s{0,4}[0-9一二三四五六七八九十百]+\s{0,4}[次届期号条款项]|“?十[一二三四五]五”?"
)
_IN_NAME = lazy(r"以(?!自然人|个人|公民|法人|单位|企业|公司)[^，。；、：（）0-9]{1,20}?名义")
"""以县政府及县政府办公室名义: in whose name is not whose figure"""
_ZERO = lazy("[0０](?=[，。；、）)])")
_NUMERAL = r"[0-9０-９]{1,40}(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]{1,20})?"
_HAN = f"[{LETTERS}{FORMAL}点]{{1,24}}"
_ABOUT = "[大将]?[约近]|接近|超过|逾|不足|不到|至少|最多|多达|高达"
_COUNTERS = (
    "人次|批次|件次|场次|期次|条次|家次|万人|平方米|公里|件|条|次|轮|份|宗|起|例|项|篇|个|期|人|部(?![分门位长委队署])|场|家|户|页|类|批|封|则|名|张|台"
    "|册|本|处|幅|天|小时|分钟|种|款|笔|倍|番"
)
_QUANTITY = lazy(
    rf"(?P<about>{_ABOUT})?\s{{0,4}}(?P<number>(?:{_NUMERAL}|{_HAN})(?:\s?[万亿])?)\s{{0,4}}(?P<more>[余多来几])?(?P<large>[万亿])?\s{{0,4}}"
    rf"(?P<unit>个百分点|{_COUNTERS}|元|[%％])(?P<behind>左右|上下|以上|以下|以内|之多|不等)?"
    rf"|百分之(?P<hundredths>{_NUMERAL}|{_HAN})(?P<behind_too>左右|以上|以下|以内)?"
)
_TENTH = "[一二两三四五六七八九]"
_FRACTION = lazy(
    rf"(?P<just>恰好?|正好|刚好)?(?P<about>{_ABOUT}|超)?"
    rf"(?:(?P<tenths>{_TENTH})成(?:(?P<half>半)|(?P<ones>{_TENTH})(?=[，。；、）)的左]|$))?(?![立效熟果功员本长为型交品份不])"
    rf"|(?P<below>[二三四五六七八九十])分之(?P<above>{_TENTH}|十)"
    r"|(?P<over>过)?(?:一半|半数))(?P<behind>[多余强]|以上|左右|上下|以下|以内|弱)?"
    r"|(?P<most>过半)数?"
)
_TENTHS = 10
"""how far apart they are, in per cent"""
_JUST_GRAIN = Decimal("0.6")
_SHORT = 2
_NO_WORDS: Mapping[str, Word] = {}
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_RUN = lazy("[0-9０-９]+")
_OPENS = frozenset("0123456789０１２３４５６７８９《〔[第“二十")
"""what titles, years, months and numbers may begin with"""
_MAY_COUNT = frozenset("〇零一两三四五六七八九百千万壹贰叁肆伍陆柒捌玖拾约近超逾不至最多高大将接半过恰正刚")
"""what else a quantity may begin with"""
_FIRST = _OPENS | _MAY_COUNT


class Token(NamedTuple):
    """One token: its kind (that of a word, a mark, `quantity`, `year`, `range`, `month`), its names, where it stands."""

    kind: str
    names: tuple[str, ...]
    start: int
    end: int
    quantity: Quantity | None = None
    year: int = 0
    text: str = ""


def tokens(text: str, words: Words) -> Iterator[Token]:
    """The tokens of a text, from left to right."""
    place, length = 0, len(text)
    known, lengths, marks = words.known, words.lengths, MARKS
    units = declared_units(text) if DECLARES in text else ()
    while place < length:
        letter = text[place]
        if letter in _FIRST and not _is_word(text, place, words):
            token = _figure(text, place) if letter in _OPENS else _counted(text, place)
            if units and not token and (bare := bare_quantity(text, place, units)):
                token = Token("quantity", (), place, bare.end, bare)
            if token:
                yield token
                place = token.end
                continue
            if letter in _DIGITS:
                place = _behind_digits(text, place)
                continue
        if letter == "以" and (named := _IN_NAME.match(text, place)):
            yield Token("fillers", ("fillers",), place, named.end(), None, 0, "名义")
            place = named.end()
            continue
        sizes = lengths.get(letter, ())
        ours = known[letter] if sizes else _NO_WORDS
        for size in sizes:
            found = text[place : place + size]
            word = ours.get(found)
            if word is not None:
                yield new(Token, (word[0], word[1], place, place + size, None, 0, found))
                place += size
                break
        else:
            mark = marks.get(letter)
            place += 1
            if mark is not None:
                yield new(Token, (mark, (), place - 1, place, None, 0, ""))


def _behind_digits(text: str, place: int) -> int:
    """A number without a unit is passed over as a whole: to look at each of its digits anew would take for ever."""
    found = _RUN.match(text, place)
    return found.end() if found else place + 1


def _is_word(text: str, place: int, words: Words) -> bool:
    """两项合计 is a word, and no number."""
    sizes = words.lengths.get(text[place], ())
    known = words.known[text[place]] if sizes else _NO_WORDS
    return any(size > _SHORT and text[place : place + size] in known for size in sizes)


def _figure(text: str, place: int) -> Token | None:
    """A title, a year, a month, or a quantity; a bare number is a gap."""
    if found := _TITLE.match(text, place):
        return Token("title", (), place, found.end())
    if found := _WHOLE_YEAR.match(text, place):
        return Token("year", (), place, found.end(), None, ordinal(found["first"]) or 0)
    if found := _YEAR.match(text, place):
        return _year(found)
    if found := _YEAR_END.match(text, place):
        return Token("period", ("now",), place, found.end(), None, 0, "年末")
    if found := _MONTH.match(text, place):
        return Token("month", (), place, found.end())
    if _ZERO.match(text, place) and text[place - 1 : place] in ("为", "是", "数", "量"):
        return Token("denial", ("denial",), place, place + 1, None, 0, "零")
    return _counted(text, place)


def _counted(text: str, place: int) -> Token | None:
    quantity = quantity_at(text, place)
    return Token("quantity", (), place, quantity.end, quantity) if quantity else None


def _year(found: re.Match[str]) -> Token:
    first, last = (ordinal(found[name]) if found[name] else None for name in ("first", "last"))
    whole_year = not found["day"] or (found["month"], found["date"]) in (("12", "31"), ("12", None))
    kind = "range" if last else "year" if whole_year else "month"
    return Token(kind, (), found.start(), found.end(), None, first or 0)


def quantity_at(text: str, place: int) -> Quantity | None:
    """The number with a unit that begins at a place."""
    found = _QUANTITY.match(text, place)
    if found is None:
        return _fraction_at(text, place)
    if found["hundredths"]:
        reading = read_number(found["hundredths"])
        exact = reading.exact and not found["behind_too"]
        return Quantity(
            reading.value,
            "%",
            exact,
            _grain(found["hundredths"], reading.value),
            0,
            found.start(),
            found.end(),
        )
    printed = "".join(found["number"].split()) + (found["large"] or "")
    reading = read_number(printed)
    exact = reading.exact and not (found["about"] or found["more"] or found["behind"])
    unit = "%" if found["unit"] in "%％" else found["unit"]
    more = _more(found["about"] or "", found["more"] or "", found["behind"] or "")
    return Quantity(
        reading.value, unit, exact, _grain(printed, reading.value), more, found.start(), found.end()
    )


def _more(about: str, more: str, behind: str) -> int:
    if more or behind in ("以上", "之多") or about in ("超过", "逾", "至少", "多达", "高达"):
        return 1
    return -1 if about in BELOW or behind in ("以下", "以内") else 0


def _grain(printed: str, value: Number | None) -> Number:
    """What the last printed digit is worth: 0.01 in 2.86, 100 in 2.86万."""
    if value is None or printed.isdecimal():
        return 1
    size = 10**8 if "亿" in printed else 10**4 if "万" in printed else 1
    fraction = re.split("[.．点]", printed, maxsplit=1)[1:]
    digits = len(fraction[0].rstrip("万亿")) if fraction else 0
    grain = Decimal(size) / 10**digits
    return int(grain) if grain == grain.to_integral_value() else grain


def _fraction_at(text: str, place: int) -> Quantity | None:
    """A share in words that begins at a place, in per cent: 逾四成, 三分之二, 过半."""
    found = _FRACTION.match(text, place)
    if found is None:
        return None
    more = _more(found["about"] or "", "", found["behind"] or "")
    if found["most"] or found["over"] or found["about"] == "超" or found["behind"] in tuple("多余强"):
        more = 1
    more = -1 if found["behind"] == "弱" else more
    just = found["just"] is not None and not more
    wide = found["about"] in OPEN or found["behind"] in ("以上", "以下", "以内")
    grain: Number = _JUST_GRAIN if just else _tenths_grain(found) if found["tenths"] else FINE
    return Quantity(_worth(found), "%", just, WIDE if wide else grain, more, found.start(), found.end())


def _tenths_grain(found: re.Match[str]) -> Number:
    """七成 is within ten per cent, 七成七 within one."""
    return 1 if found["ones"] else FINE if found["half"] else _TENTHS


def _worth(found: re.Match[str]) -> Number:
    if found["tenths"]:
        return 10 * _small(found["tenths"]) + (
            _small(found["ones"]) if found["ones"] else 5 if found["half"] else 0
        )
    if found["below"]:
        return (Decimal(100) * _small(found["above"]) / _small(found["below"])).quantize(Decimal("0.01"))
    return 50


def _small(letter: str) -> int:
    return "〇一二三四五六七八九十".index(letter.replace("两", "二"))
