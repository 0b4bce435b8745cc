"""What a report says of itself: title, with what it says of body and year, statistical period, signature."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from gdlint.forms import periods
from gdlint.forms.names import LONGEST_NAME, body_kind, has_place, is_name
from gdlint.forms.periods import find_period
from gdlint.forms.signatures import find_signature
from gdlint.lexicon.numerals import ordinal
from gdlint.model.document import Block, Document, Metadata, Paragraph, Subheading
from gdlint.model.form import Forms
from gdlint.model.page import NO_FACTS
from gdlint.model.regex import lazy
from gdlint.model.report import Facts, Period, Publication, Signature, Title

Text = Paragraph | Subheading

_YEAR = rf"(?<![\d〇○零]){periods.YEAR_DIGITS}年"
_TITLE = lazy(r"(?P<head>.*)公开.{0,20}?(?:报告|年报|总结)(?P<tail>.*)")
"""greedy: the body may have 政务 or 信息公开 in its own name, so the last 公开 is that of the title"""
_SUBJECT = lazy(r"(?:政府信息|政务信息|政务|政府|信息)$")
_PEOPLE = lazy(r"(?<=[省市县区州旗乡镇木])人民$")
"""湖口县人民政府信息公开工作年度报告: the 政府 is that of the body"""
_WORDS = re.compile(r"公开.*(?:报告|年报|总结)")
_YEARS = lazy(rf"(?P<year>(?<![\d〇○零]){periods.YEAR_DIGITS})年|[（(](?P<bare>20\d\d)[）)]")
_YEAR_FIRST = lazy(rf"[（(]?{_YEAR}度?[）)]?")
_YEAR_PART = lazy(rf"{_YEAR}.*$|[\dXxＸ×*○〇]{{2,}}年?年?度?$")
"""from the year on: no part of the name; a year in which digits are missing or too many ends the name, too"""
_YEAR_BEHIND = rf"[（(《》]?(?:{_YEAR}度?|20\d\d)?[）)》]?"
_END = lazy(_YEAR_BEHIND)
"""what may stand behind a title that is whole: the year"""
_NO_TITLE = re.compile(r"[。；，！？：>›|]")
_WHOLE = lazy(rf"政府信息公开(?:工作)?年度报告{_YEAR_BEHIND}$")
_ABOUT = lazy(
    r"^【[^】]{1,10}】|^(?:关于(?:公布|发布|公开|印发)?)?《|^关于(?:公布|发布|公开|印发)?|关于$|的$|[:：、]$"
)
_LONGEST_LINE = 2 * LONGEST_NAME
_LONGEST_PRINTED = 2 * _LONGEST_LINE
"""with blanks between its letters"""
_TOO_LONG = "。"
"""a line that is none of a title, whatever it says"""
_MOST_LINES = 4
_MOST_BLOCKS = 60
"""a front without any section may be a whole file"""


class _Found(NamedTuple):
    """A title in some lines, and how much it tells."""

    title: Title
    whole: bool
    first: int
    lines: int

    @property
    def rank(self) -> tuple[bool, bool, bool, bool, int, int]:
        """The higher, the more it tells; of equal ones the shorter, then the first."""
        title = self.title
        placed = title.body is not None and has_place(title.body)
        return bool(title.years), title.body is not None, placed, self.whole, -self.lines, -self.first


def find_title(lines: Sequence[Text], forms: Forms) -> Title | None:
    """The title among the lines before the first section: the one that tells most, of equal ones the first. It may run
    over several lines, broken anywhere."""
    lines = lines[:_MOST_BLOCKS]
    bare = [_bare(line.text) if len(line.text) <= _LONGEST_PRINTED else _TOO_LONG for line in lines]
    found = max(_title_at(lines, bare, forms), key=lambda each: each.rank, default=None)
    return _with_place(found, lines, bare, forms) if found else None


def is_title(text: str) -> bool:
    """A line is the title of an annual report, whatever follows it: it ends in 政府信息公开(工作)年度报告."""
    return len(text) <= _LONGEST_LINE and _WHOLE.search(_bare(text)) is not None


def _title_at(lines: Sequence[Text], bare: Sequence[str], forms: Forms) -> Iterator[_Found]:
    """The title in each run of lines that has one. What follows a line that is one by itself is a year, if anything."""
    for first in range(len(lines)):
        text, alone = "", _WORDS.search(bare[first]) is not None
        for last in range(first, min(first + _MOST_LINES, len(lines))):
            if len(bare[last]) > _LONGEST_LINE or _NO_TITLE.search(bare[last]):
                break
            if alone and last > first and not _END.fullmatch(bare[last]):
                break
            text += bare[last]
            found = _TITLE.fullmatch(text) if _WORDS.search(text) and len(text) <= 2 * _LONGEST_LINE else None
            if found is None:
                continue
            title = _title(text, found["head"], lines[first : last + 1])
            if last == first or _is_joined(title, bare[first], forms):
                yield _Found(title, _END.fullmatch(found["tail"]) is not None, first, last - first + 1)


def _title(text: str, head: str, lines: Sequence[Text]) -> Title:
    """The title that some lines are, joined without blanks; `head` stands before 公开."""
    years = (ordinal(match["year"] or match["bare"]) for match in _YEARS.finditer(text))
    printed = "".join(_printed(line.text) for line in lines)
    start, end = lines[0].start, lines[-1].end
    return Title(printed, tuple(year for year in years if year), _body_in(head), start, end)


def _body_in(head: str) -> str | None:
    """The body in what stands before 政府信息公开: it ends at the year, where that does not come first."""
    name = _ABOUT.sub("", _PEOPLE.sub("人民政府", _SUBJECT.sub("", head)))
    first = _YEAR_FIRST.match(name)
    name = name[first.end() :] if first else name
    return _ABOUT.sub("", _YEAR_PART.sub("", name)) or None


def _is_joined(title: Title, first: str, forms: Forms) -> bool:
    """Several lines are one title where they name a body, or none, or the year shows that the first is a part of it."""
    return title.body is None or is_name(title.body, forms) or _YEARS.search(first) is not None


def _with_place(found: _Found, lines: Sequence[Text], bare: Sequence[str], forms: Forms) -> Title:
    """A title whose body lacks its place (水利局) begins above (青石县)."""
    title = found.title
    for above in range(found.first - 1, max(found.first - _MOST_LINES, -1), -1):
        whole = bare[above] + (title.body or "")
        if not title.body or has_place(title.body) or not has_place(bare[above]) or not is_name(whole, forms):
            break
        text = _printed(lines[above].text) + title.text
        title = title._replace(text=text, body=whole, start=lines[above].start)
    return title


def _printed(text: str) -> str:
    """A line without marks around it."""
    return re.sub(r"\s+", " ", text.strip("#*_ \u3000《》")).strip()


def _bare(text: str) -> str:
    """A line without marks around it and blanks inside."""
    return "".join(text.strip("#*_ \u3000《》").split())


def find_facts(document: Document, forms: Forms, told: Mapping[str, str] = NO_FACTS) -> Facts:
    """The facts of a document; what it does not say is None. `told` is what the file says of itself beside its text."""
    printed, portal = _titles(document.front, forms, told)
    period = find_period(document)
    body, body_inferred = _body(printed, portal, document, forms)
    signature = find_signature(document, forms, body)
    year, inferred = _year(printed, portal, period, signature)
    kind, suffix = body_kind(body, forms.bodies)
    return Facts(
        printed or portal, body, kind, suffix, year, inferred, None, period, signature, body_inferred,
        _publication(document) or _told_publication(told),
    )  # fmt: skip


def main_title(front: Sequence[Block], forms: Forms) -> Title | None:
    """The title of a report, from what stands before its first heading: the printed one, else what the portal calls it."""
    printed, portal = _titles(front, forms, NO_FACTS)
    return printed or portal


def _titles(
    front: Sequence[Block], forms: Forms, told: Mapping[str, str]
) -> tuple[Title | None, Title | None]:
    """The title that is printed, and the one that the portal gives the page, where it is that of a report."""
    lines = [
        Paragraph(block.text, block.start, block.end)
        for block in front
        if isinstance(block, Metadata) and block.key == "title"
    ]
    if not lines and "title" in told:
        lines = [Paragraph(told["title"], 0, 0)]
    return find_title([block for block in front if isinstance(block, Text)], forms), find_title(lines, forms)


def _publication(document: Document) -> Publication | None:
    """When the portal says that it published the page."""
    for block in document.front:
        if isinstance(block, Metadata) and block.key == "published":
            day = periods.first_date(block.text)
            if day:
                return Publication(day, block.start, block.end)
    return None


def _told_publication(told: Mapping[str, str]) -> Publication | None:
    day = periods.first_date(told.get("published", ""))
    return Publication(day, 0, 0) if day else None


def _body(
    printed: Title | None, portal: Title | None, document: Document, forms: Forms
) -> tuple[str | None, str | None]:
    if printed and printed.body:
        return printed.body, None
    named = [
        block.text
        for block in document.front
        if isinstance(block, Metadata) and block.key == "body" and is_name(block.text, forms)
    ]
    body = portal.body if portal and portal.body else next(iter(named), None)
    return body, "portal" if body else None


def _year(
    printed: Title | None, portal: Title | None, period: Period | None, signature: Signature | None
) -> tuple[int | None, str | None]:
    for title, inferred in ((printed, None), (portal, "portal")):
        if title and len(set(title.years)) == 1:
            return title.years[0], inferred
    ends: tuple[date | None, ...] = (period.finish, period.begin) if period else ()
    for day in ends:
        if day:
            return day.year, "period"
    if signature and signature.date:
        return signature.date.year - 1, "signature"
    return None, None
