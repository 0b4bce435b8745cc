"""The title of a report: what it says of body and year."""

import re
from collections.abc import Iterator, Sequence

from gdlint.forms import dates
from gdlint.forms.names import LONGEST_NAME, is_name
from gdlint.lexicon.numerals import ordinal
from gdlint.model.document import Paragraph, Subheading
from gdlint.model.form import Forms
from gdlint.model.regex import lazy
from gdlint.model.report import Title

Text = Paragraph | Subheading

_TITLE = re.compile(r"公开.{0,20}(?:报告|年报)")
_YEAR_FIRST = lazy(rf"\s*(?:关于)?\s*(?:{dates.YEAR.pattern})")
_YEAR_ALONE = lazy(rf"[（(\[]?\s*(?:{dates.YEAR.pattern})\s*度?\s*[）)\]]?")
_YEAR_LENGTH = 6
_NO_TITLE = re.compile(r"[。；，！？：>›|]")
_ABOUT = re.compile(r"^关于|的$")
_TITLE_LINES = 3


def find_title(lines: Sequence[Text], forms: Forms) -> Title | None:
    """The title among the lines before the first section: the first that has a year, else the first at all.

    It may run over several lines: the body and the year may stand above, the year below.
    """
    fallback: Title | None = None
    for first, last in _windows(len(lines)):
        title = _title_at(lines, first, last, forms)
        if title and title.years:
            return title
        fallback = fallback or title
    return fallback


def _title_at(lines: Sequence[Text], first: int, last: int, forms: Forms) -> Title | None:
    if "公开" not in lines[first].text and "公开" not in lines[last].text:
        return None
    if _NO_TITLE.search(lines[first].text) or _NO_TITLE.search(lines[last].text):
        return None
    text = "".join(_bare(line.text) for line in lines[first : last + 1])
    if not _TITLE.search(text) or len(text) > 2 * LONGEST_NAME:
        return None
    if last > first and _TITLE.search(lines[last].text):
        return None
    start, end = lines[first].start, lines[last].end
    dated = dates.YEAR.search(text) is not None
    for above in reversed(lines[max(0, first - _TITLE_LINES + 1) : first]):
        if dated and not _YEAR_FIRST.match(text):
            break
        bare = _bare(above.text)
        year = dates.YEAR.search(bare[-_YEAR_LENGTH:])
        if not year and not is_name(bare, forms):
            break
        text, start, dated = bare + text, above.start, dated or year is not None
    if not dated and last + 1 < len(lines):
        below = _bare(lines[last + 1].text)
        if _YEAR_ALONE.fullmatch(below):
            text, end = text + below, lines[last + 1].end
    return _title(text, start, end)


def _windows(number: int) -> Iterator[tuple[int, int]]:
    """First and last index of each line, and of each line with the next."""
    for first in range(number):
        for last in range(first, min(first + 2, number)):
            yield first, last


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip("#*_ \u3000《》")).strip()


def _title(text: str, start: int, end: int) -> Title:
    found = list(dates.YEAR.finditer(text))
    years = tuple(year for match in found if (year := ordinal(match["year"])))
    ends = [place for place in (found[0].start() if found else 0, _body_end(text)) if place]
    begin, cut = 0, min(ends, default=0)
    if found and not text[: found[0].start()].strip():
        begin, cut = found[0].end(), _body_end(text)
    body = _ABOUT.sub("", text[begin:cut].strip().removeprefix("度")).strip()
    return Title(text, years, body or None, start, end)


def _body_end(text: str) -> int:
    places = [place for word in ("政府信息", "政务", "信息公开") if (place := text.find(word)) >= 0]
    return min(places, default=0)
