"""What a report says of itself: title, year, body, statistical period, signature."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from gdlint.forms import dates
from gdlint.model.document import Block, Document, Paragraph, Subheading
from gdlint.model.form import BodyForm, Forms
from gdlint.model.report import Facts, Period, Signature, Title

Text = Paragraph | Subheading

_TITLE = re.compile(r"公开.{0,20}(?:报告|年报)")
_SENTENCE = re.compile(r"[。；，！？]")
_YEAR_FIRST = re.compile(rf"\s*(?:关于)?\s*(?:{dates.YEAR.pattern})")
_YEAR_ALONE = re.compile(rf"[（(\[]?\s*(?:{dates.YEAR.pattern})\s*度?\s*[）)\]]?")
_YEAR_LENGTH = 6
_NO_TITLE = re.compile(r"[。；，！？：>›|]")
_ABOUT = re.compile(r"^关于|的$")
_RANGE = re.compile(
    rf"(?P<y1>{dates.YEAR_DIGITS})\s*年\s*(?P<m1>{dates.NUMBER})\s*月\s*(?:(?P<d1>{dates.NUMBER})\s*[日号])?(?:\s*\d{{1,2}}\s*时)?\s*(?:起|开始)?\s*"
    rf"[,，]?\s*(?:至|到|—+|–|－|-|~|～)\s*"
    rf"(?:(?P<y2>{dates.YEAR_DIGITS})\s*年\s*)?(?:(?:当年|同年)\s*)?(?P<m2>{dates.NUMBER})\s*月\s*(?:(?P<d2>{dates.NUMBER})\s*[日号])?"
)
_DOTTED_RANGE = re.compile(
    r"(?P<y1>\d{4})\s*[./-]\s*(?P<m1>\d{1,2})\s*[./-]\s*(?P<d1>\d{1,2})\s*(?:至|到|—+|–|－|-|~|～)\s*"
    r"(?P<y2>\d{4})\s*[./-]\s*(?P<m2>\d{1,2})\s*[./-]\s*(?P<d2>\d{1,2})"
)
_OF_FIGURES = re.compile(r"统计|期限|时限|所列数据|数据的?(?:起止|时间)")
_UNTIL = re.compile(rf"(?:截至|截止|截止到|截至到)\s*(?:{dates.DATE.pattern})")
_LONGEST_NAME = 30
_SHORTEST_NAME = 3
_DATE_LENGTH = 12
_DAY = re.compile(r"[号\d]")
_SEAL = re.compile(r"[（(](?:盖章|公章|章|印章)[）)]$")
_LAST_LINES = 6
_TITLE_LINES = 3


def find_facts(document: Document, forms: Forms) -> Facts:
    """The facts of a document; what it does not say is None."""
    title = find_title([block for block in document.front if isinstance(block, Text)], forms)
    period = find_period(document)
    signature = find_signature(document, forms, title.body if title else None)
    year, inferred = _year(title, period, signature)
    body = title.body if title else None
    kind, suffix = body_kind(body, forms.bodies)
    return Facts(title, body, kind, suffix, year, inferred, None, period, signature)


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
    text = "".join(_bare(line.text) for line in lines[first : last + 1])
    if not _TITLE.search(text) or len(text) > 2 * _LONGEST_NAME or _NO_TITLE.search(text):
        return None
    if last > first and _TITLE.search(lines[last].text):
        return None
    start, end = lines[first].start, lines[last].end
    dated = dates.YEAR.search(dates.normal(text)) is not None
    for above in reversed(lines[max(0, first - _TITLE_LINES + 1) : first]):
        if dated and not _YEAR_FIRST.match(dates.normal(text)):
            break
        bare = _bare(above.text)
        year = dates.YEAR.search(dates.normal(bare)[-_YEAR_LENGTH:])
        if not year and not _is_name(bare, forms):
            break
        text, start, dated = bare + text, above.start, dated or year is not None
    if not dated and last + 1 < len(lines):
        below = _bare(lines[last + 1].text)
        if _YEAR_ALONE.fullmatch(dates.normal(below)):
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
    folded = dates.normal(text)
    found = list(dates.YEAR.finditer(folded))
    years = tuple(year for match in found if (year := dates.number(match["year"])))
    ends = [place for place in (found[0].start() if found else 0, _body_end(text)) if place]
    begin, cut = 0, min(ends, default=0)
    if found and not text[: found[0].start()].strip():
        begin, cut = found[0].end(), _body_end(text)
    body = _ABOUT.sub("", text[begin:cut].strip().removeprefix("度")).strip()
    return Title(text, years, body or None, start, end)


def _body_end(text: str) -> int:
    places = [place for word in ("政府信息", "政务", "信息公开") if (place := text.find(word)) >= 0]
    return min(places, default=0)


def body_kind(body: str | None, bodies: Sequence[BodyForm]) -> tuple[str | None, str | None]:
    """Kind and suffix of a body by the end of its name; (None, None) where the name tells nothing."""
    for form in bodies if body else ():
        if body and body.endswith(form.ending):
            return form.kind, form.suffix
    return None, None


def find_period(document: Document) -> Period | None:
    """The statistical period: a range of dates in a sentence on the figures, else a whole calendar year."""
    texts = list(_texts(document))
    whole: Period | None = None
    for text in texts:
        if "月" not in text.text and "统计" not in text.text:
            continue
        folded = dates.normal(text.text)
        for found in (*_RANGE.finditer(folded), *_DOTTED_RANGE.finditer(folded)):
            sentence = folded[max(folded.rfind("。", 0, found.start()), 0) : found.start()]
            after = folded[found.end() : found.end() + 4]
            period = _period(found, text.start, bool(_OF_FIGURES.search(sentence + after)))
            if period.explicit:
                return period
            if whole is None and _is_calendar_year(period):
                whole = period
    return whole or next(filter(None, map(_until, texts)), None)


def _texts(document: Document) -> Iterator[Text]:
    blocks: list[Block] = list(document.front)
    for section in document.sections[:2]:
        blocks += section.blocks
    return (block for block in blocks if isinstance(block, Text))


def _period(found: re.Match[str], offset: int, explicit: bool) -> Period:
    second = found["y2"] or found["y1"]
    begin = dates.as_date(found["y1"], found["m1"], found["d1"]) if found["d1"] else None
    finish = dates.as_date(second, found["m2"], found["d2"]) if found["d2"] else None
    return Period(begin, finish, offset + found.start(), offset + found.end(), explicit)


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
    return Period(None, finish, text.start + found.start(), text.start + found.end())


def find_signature(document: Document, forms: Forms, body: str | None) -> Signature | None:
    """Body and date in the last lines of the last section, in either order, on one line or two."""
    if not document.sections:
        return None
    lines = [block for block in document.sections[-1].blocks if isinstance(block, Text)][-_LAST_LINES:]
    for i in range(len(lines) - 1, -1, -1):
        if not _DAY.search(lines[i].text[-_DATE_LENGTH:]) and "日" not in lines[i].text:
            continue
        signed = _on_one_line(lines[i], forms, body) or _dated(lines, i, forms, body)
        if signed:
            return signed
    last = lines[-1] if lines else None
    if last and _is_name(last.text, forms, body):
        return Signature(_unsealed(last.text), None, last.start, last.end, last.start, last.end)
    return None


def _dated(lines: Sequence[Text], i: int, forms: Forms, body: str | None) -> Signature | None:
    """A line that is a date, and the body above or below it."""
    line = lines[i]
    day, whole = dates.whole_date(dates.normal(line.text))
    if not whole:
        return None
    near = [lines[n] for n in (i - 1, i + 1) if 0 <= n < len(lines)]
    named = next((other for other in near if _is_name(other.text, forms, body)), None)
    start = min(named.start, line.start) if named else line.start
    end = max(named.end, line.end) if named else line.end
    return Signature(_unsealed(named.text) if named else None, day, start, end, line.start, line.end)


def _on_one_line(line: Text, forms: Forms, body: str | None) -> Signature | None:
    """Body and date side by side."""
    folded = dates.normal(line.text)
    found = dates.DATE.search(folded)
    if found is None or (found.start() and found.end() < len(folded)):
        return None
    name = (line.text[: found.start()] + line.text[found.end() :]).strip()
    if not _is_name(name, forms, body):
        return None
    day = dates.as_date(found["year"], found["month"], found["day"])
    start = line.start + found.start()
    return Signature(_unsealed(name), day, line.start, line.end, start, line.start + found.end())


def _unsealed(text: str) -> str:
    return _SEAL.sub("", text).strip()


def _is_name(text: str, forms: Forms, body: str | None = None) -> bool:
    """The name of a body: by its ending, or because the title names the same one in a longer or shorter form."""
    name = _unsealed(text)
    if not 1 < len(name) <= _LONGEST_NAME or re.search(r"[。；，：、\d]", name):
        return False
    same = body is not None and len(name) > _SHORTEST_NAME and (name in body or body in name)
    return same or any(name.endswith(form.ending) for form in forms.bodies)


def _year(
    title: Title | None, period: Period | None, signature: Signature | None
) -> tuple[int | None, str | None]:
    if title and len(set(title.years)) == 1:
        return title.years[0], None
    ends: tuple[date | None, ...] = (period.finish, period.begin) if period else ()
    for day in ends:
        if day:
            return day.year, "period"
    if signature and signature.date:
        return signature.date.year - 1, "signature"
    return None, None
