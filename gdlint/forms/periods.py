"""The statistical period that a report states, and dates as reports write them: Arabic (any width) or Chinese numerals, with
blanks anywhere."""

import re
from collections.abc import Iterator
from datetime import date

from gdlint.lexicon.numerals import ordinal
from gdlint.model.document import Block, Document, Paragraph, Subheading
from gdlint.model.regex import lazy
from gdlint.model.report import Period
from gdlint.model.wording import WIDE
from gdlint.syntax.lines import span_in

YEAR_DIGITS = r"[\d〇○零OoＯ一二三四五六七八九]{4}"
NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
"""patterns of a year, and of a month or day, as `as_date` takes them"""
YEAR = lazy(rf"(?P<year>{YEAR_DIGITS})\s*年")
_DATE = rf"(?P<year>{YEAR_DIGITS})\s*年\s*(?P<month>{NUMBER})\s*月\s*(?P<day>{NUMBER})\s*[日号]"
DATE = lazy(_DATE)
_DOTTED = lazy(r"(?P<year>\d{4})\s*[-./]\s*(?P<month>\d{1,2})\s*[-./]\s*(?P<day>\d{1,2})")

_WIDE = lazy(r"[\xa0\u3000\uff01-\uff5e]")

_GOES_ON = lazy(r"\s*[-—–－~～至到止起]|\d")


def normal(text: str) -> str:
    """The text with full-width characters as plain ones; every character keeps its place."""
    return text.translate(WIDE) if _WIDE.search(text) else text


def as_date(year: str, month: str, day: str) -> date | None:
    """The date of three printed numbers, or None where there is no such day."""
    values = [ordinal(text) for text in (year, month, day)]
    if None in values:
        return None
    try:
        return date(*(value or 0 for value in values))
    except ValueError:
        return None


def whole_date(text: str) -> tuple[date | None, bool]:
    """The date that a text consists of, and whether the text has the form of one at all."""
    found = DATE.fullmatch(text.strip()) or _DOTTED.fullmatch(text.strip())
    return (as_date(found["year"], found["month"], found["day"]), True) if found else (None, False)


def first_date(text: str) -> date | None:
    """The first date in a text, whatever stands behind it (a time), or None."""
    folded = normal(text)
    found = DATE.search(folded) or _DOTTED.search(folded)
    return as_date(found["year"], found["month"], found["day"]) if found else None


def leading_date(text: str) -> date | None:
    """The date with which a text begins, or None; also where it begins a range."""
    folded = normal(text)
    found = DATE.match(folded) or _DOTTED.match(folded)
    if found is None or _GOES_ON.match(folded, found.end()):
        return None
    return as_date(found["year"], found["month"], found["day"])


Text = Paragraph | Subheading

_TO = r"(?:截?至|截?止?到|—+|–|－|-|~|～)"
_HOUR = r"(?:\s{0,4}(?:\d{1,2}|零|二十四)\s{0,4}(?:时|点|[:：]\d{2}))?"
_RANGE = lazy(
    rf"(?P<y1>{YEAR_DIGITS})\s*年\s*(?P<m1>{NUMBER})\s*(?:月\s*(?:(?P<d1>{NUMBER})\s*[日号])?{_HOUR}|(?={_TO}\s*{NUMBER}\s*月))\s*"
    rf"(?:(?:起|开始)\s*[,，]?\s*{_TO}?|[,，]?\s*{_TO})\s*"
    rf"(?:(?P<y2>{YEAR_DIGITS})\s*年\s*)?(?:(?:当年|同年|本年)\s*)?(?P<m2>{NUMBER})\s*月\s*(?:(?P<d2>{NUMBER})\s*[日号])?"
)
_DOTTED_RANGE = lazy(
    r"(?P<y1>\d{4})\s*[-.．/／－]\s*(?P<m1>\d{1,2})\s*[-.．/／－]\s*(?P<d1>\d{1,2})\s*(?:至|到|—+|–|－|-|~|～)\s*"
    r"(?:(?P<y2>\d{4})\s*[-.．/／－]\s*)?(?P<m2>\d{1,2})\s*[-.．/／－]\s*(?P<d2>\d{1,2})"
)
_DAMAGED_RANGE = lazy(
    rf"(?P<begin>[\d年月日号\s]{{7,20}}){_HOUR}\s{{0,4}}起?\s{{0,4}}[,，]?\s{{0,4}}{_TO}\s{{0,4}}(?P<finish>[\d年月日号\s]{{5,20}})"
)
"""two dates of which one lacks something or has too much (20221月1日, 202022年12月31日): what can be read of it counts"""
_JOINED = lazy(r"[月日号时起始,，\d\s点][至到—–－~～-]|起\s*\d|[,，起]\s*截")
"""what every range holds; most texts do not, and to search one for ranges takes longer"""
_OF_FIGURES = lazy(r"统计|期限|时限|所列数据|数据的?(?:起止|时间)")
_TOLD_AGAIN = lazy("统计(?:期限|时间|时限|口径|数据|期间)|所列数据|数据的?(?:起止|统计)")
"""what a sentence says that tells the period once more: other terms are told of as well"""
_COMPARED = lazy("上年|上一年|去年|同期|往年|对比|相比|比较")
_BROKEN = lazy(r"[年月日号起至到自\d][年月日号至到\d]|[年月日号起至到][-—~～－]")
"""the last character of a line and the first of the next: a date or a range goes on"""
_LONGEST_TOGETHER = 1000
"""characters of a paragraph that is still put together with the next"""
_CLAUSE_END = lazy("[，。；]")
_UNTIL = lazy(rf"(?:截至|截止|截止到|截至到)\s*(?:{_DATE})")


def find_period(document: Document, year: int | None = None) -> Period | None:
    """The statistical period: a range of dates in a sentence on the figures, else a whole calendar year. Of several that are told,
    the first that is no whole year, or none of the `year` that the title states."""
    texts = list(_texts(document))
    whole: Period | None = None
    told: Period | None = None
    for text in texts:
        if ("月" not in text.text and "统计" not in text.text) or not _JOINED.search(text.text):
            continue
        if told and not _TOLD_AGAIN.search(text.text):
            continue
        for period in _ranges(text):
            calendar = _is_calendar_year(period)
            stale = told is not None and calendar and _is_stale(period, year, text.text)
            if period.explicit and (stale or not calendar):
                return period
            told = told or (period if period.explicit else None)
            whole = whole or (period if calendar else None)
    return told or whole or next(filter(None, map(_until, texts)), None)


def _is_stale(period: Period, year: int | None, printed: str) -> bool:
    """It is of another year than that of the title, and no word says that another one is spoken of."""
    other = year is not None and period.finish is not None and period.finish.year != year
    return other and not _COMPARED.search(printed)


def _ranges(text: Text) -> Iterator[Period]:
    """The ranges of dates in a text; damaged ones only where it says that they are the period of the figures."""
    # The patterns know full-width characters: to fold the text would take longer than to search it.
    found = [*_RANGE.finditer(text.text), *_DOTTED_RANGE.finditer(text.text)]
    yield from (_period(match, text, _is_explicit(match, text)) for match in found)
    if not found and _OF_FIGURES.search(text.text):
        damaged = _DAMAGED_RANGE.finditer(text.text)
        yield from (_damaged(match, text) for match in damaged if _is_explicit(match, text))


def _is_explicit(found: re.Match[str], text: Text) -> bool:
    """The sentence before a range, or what follows it at once, says that it is the period of the figures."""
    printed = text.text
    before = printed[max(printed.rfind("。", 0, found.start()), 0) : found.start()]
    after = _CLAUSE_END.split(printed[found.end() : found.end() + 4])[0]
    return bool(_OF_FIGURES.search(before + after))


def _period(found: re.Match[str], text: Text, explicit: bool) -> Period:
    second = found["y2"] or found["y1"]
    begin = as_date(found["y1"], found["m1"], found["d1"]) if found["d1"] else None
    finish = as_date(second, found["m2"], found["d2"]) if found["d2"] else None
    return Period(begin, finish, *span_in(text, *found.span()), explicit)


def _damaged(found: re.Match[str], text: Text) -> Period:
    days = [whole_date(found[end])[0] for end in ("begin", "finish")]
    return Period(days[0], days[1], *span_in(text, *found.span()))


def _is_calendar_year(period: Period) -> bool:
    begin, finish = period.begin, period.finish
    return bool(
        begin
        and finish
        and (begin.month, begin.day, finish.month, finish.day) == (1, 1, 12, 31)
        and begin.year == finish.year
    )


def _until(text: Text) -> Period | None:
    """Only the end is stated (统计数据截至2021年12月31日)."""
    if "截" not in text.text:
        return None
    folded = normal(text.text)
    found = _UNTIL.search(folded)
    if found is None or not _OF_FIGURES.search(
        folded[max(folded.rfind("。", 0, found.start()), 0) : found.end() + 4]
    ):
        return None
    finish = as_date(found["year"], found["month"], found["day"])
    return Period(None, finish, *span_in(text, *found.span()))


def _texts(document: Document) -> Iterator[Text]:
    """The texts of the front and of the first two sections; lines that break within a date or a range are put together."""
    blocks: list[Block] = list(document.front)
    for section in document.sections[:2]:
        blocks += section.blocks
    above: Text | None = None
    for block in blocks:
        if not isinstance(block, Text):
            continue
        if above is not None and _goes_on(above.text, block.text):
            above = _together(above, block)
            continue
        if above is not None:
            yield above
        above = block
    if above is not None:
        yield above


def _goes_on(above: str, below: str) -> bool:
    return len(above) <= _LONGEST_TOGETHER and _BROKEN.search(above[-1:] + below[:1]) is not None


def _together(above: Text, below: Text) -> Paragraph:
    """Two lines as one paragraph, whose characters know their places."""
    length = len(above.text)
    seams = [*getattr(above, "seams", ()), (length, below.start)]
    seams += [(length + begin, place) for begin, place in getattr(below, "seams", ())]
    return Paragraph(above.text + below.text, above.start, below.end, tuple(seams))
