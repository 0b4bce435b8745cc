"""Dates as reports write them: Arabic (any width) or Chinese numerals, with blanks anywhere."""

import re
from datetime import date

from gdlint.lexicon.numerals import ordinal
from gdlint.model.regex import lazy
from gdlint.model.wording import WIDE

YEAR_DIGITS = r"[\d〇○零OoＯ一二三四五六七八九]{4}"
NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
"""patterns of a year, and of a month or day, as `as_date` takes them"""
YEAR = re.compile(rf"(?P<year>{YEAR_DIGITS})\s*年")
DATE = re.compile(rf"(?P<year>{YEAR_DIGITS})\s*年\s*(?P<month>{NUMBER})\s*月\s*(?P<day>{NUMBER})\s*[日号]")
_DOTTED = lazy(r"(?P<year>\d{4})\s*[-./]\s*(?P<month>\d{1,2})\s*[-./]\s*(?P<day>\d{1,2})")


def normal(text: str) -> str:
    """The text with full-width characters as plain ones; every character keeps its place."""
    return text.translate(WIDE)


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
