"""The statistical period that a report states."""

import re
from collections.abc import Iterator

from gdlint.forms import dates
from gdlint.model.document import Block, Document, Paragraph, Subheading
from gdlint.model.regex import lazy
from gdlint.model.report import Period

Text = Paragraph | Subheading

_RANGE = lazy(
    rf"(?P<y1>{dates.YEAR_DIGITS})\s*年\s*(?P<m1>{dates.NUMBER})\s*月\s*(?:(?P<d1>{dates.NUMBER})\s*[日号])?(?:\s*\d{{1,2}}\s*时)?\s*(?:起|开始)?\s*"
    rf"[,，]?\s*(?:至|到|—+|–|－|-|~|～)\s*"
    rf"(?:(?P<y2>{dates.YEAR_DIGITS})\s*年\s*)?(?:(?:当年|同年)\s*)?(?P<m2>{dates.NUMBER})\s*月\s*(?:(?P<d2>{dates.NUMBER})\s*[日号])?"
)
_DOTTED_RANGE = lazy(
    r"(?P<y1>\d{4})\s*[.．/／－-]\s*(?P<m1>\d{1,2})\s*[.．/／－-]\s*(?P<d1>\d{1,2})\s*(?:至|到|—+|–|－|-|~|～)\s*"
    r"(?P<y2>\d{4})\s*[.．/／－-]\s*(?P<m2>\d{1,2})\s*[.．/／－-]\s*(?P<d2>\d{1,2})"
)
_JOINED = lazy(r"[月日号时起始,，\d\s][至到—–－~～-]")
"""what every range holds; most texts do not, and to search one for ranges takes longer"""
_OF_FIGURES = lazy(r"统计|期限|时限|所列数据|数据的?(?:起止|时间)")
_UNTIL = lazy(rf"(?:截至|截止|截止到|截至到)\s*(?:{dates.DATE.pattern})")


def find_period(document: Document) -> Period | None:
    """The statistical period: a range of dates in a sentence on the figures, else a whole calendar year."""
    texts = list(_texts(document))
    whole: Period | None = None
    for text in texts:
        if ("月" not in text.text and "统计" not in text.text) or not _JOINED.search(text.text):
            continue
        # Both know full-width characters: to fold the text would take longer than to search it.
        printed = text.text
        for found in (*_RANGE.finditer(printed), *_DOTTED_RANGE.finditer(printed)):
            sentence = printed[max(printed.rfind("。", 0, found.start()), 0) : found.start()]
            after = printed[found.end() : found.end() + 4]
            period = _period(found, text, bool(_OF_FIGURES.search(sentence + after)))
            if period.explicit:
                return period
            if whole is None and _is_calendar_year(period):
                whole = period
    return whole or next(filter(None, map(_until, texts)), None)


def _period(found: re.Match[str], text: Text, explicit: bool) -> Period:
    second = found["y2"] or found["y1"]
    begin = dates.as_date(found["y1"], found["m1"], found["d1"]) if found["d1"] else None
    finish = dates.as_date(second, found["m2"], found["d2"]) if found["d2"] else None
    return Period(begin, finish, *text.span(found.start(), found.end()), explicit)


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
    folded = dates.normal(text.text)
    found = _UNTIL.search(folded)
    if found is None or not _OF_FIGURES.search(
        folded[max(folded.rfind("。", 0, found.start()), 0) : found.end() + 4]
    ):
        return None
    finish = dates.as_date(found["year"], found["month"], found["day"])
    return Period(None, finish, *text.span(found.start(), found.end()))


def _texts(document: Document) -> Iterator[Text]:
    blocks: list[Block] = list(document.front)
    for section in document.sections[:2]:
        blocks += section.blocks
    return (block for block in blocks if isinstance(block, Text))
