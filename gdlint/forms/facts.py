"""What a report says of itself: title, with what it says of body and year, statistical period, signature, publication."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from gdlint.forms import periods
from gdlint.forms.titles import body_kind, is_name, titles, unsealed
from gdlint.model.document import Block, Document, Kind, Metadata, Paragraph, Subheading, TableBlock
from gdlint.model.form import Forms
from gdlint.model.page import NO_FACTS
from gdlint.model.regex import lazy
from gdlint.model.report import Facts, Period, Publication, Signature, Title

Text = Paragraph | Subheading

_LAST_LINES = 6
_LONGEST = 60
_APPENDIX = lazy(r"附[件表]\s*\d{0,2}\s*(?:[:：.．、].*)?")
_FOOTER = lazy(
    r"(?:上一[篇条页]|下一[篇条页]|主办|承办|协办|版权|网站标识码|网站地图|扫一扫|【?打印|【?关闭|分享到?|相关(?:链接|附件|文章|阅读|解读)"
    r"|责任编辑|编辑[:：]|来源[:：]|信息来源|浏览|阅读|访问|点击|更新时间|发布时间|发布日期|备案号|技术支持|友情链接|返回顶部"
    r"|Copyright|©)",
)
_IN_FOOTER = ("ICP备", "公网安备", "网站标识码")
_SENTENCE_ENDS = ("。", "；")
"""a line that ends so is said by the report: 承办人大代表建议3件，均已办结。"""
_LABELS = r"(?:填报|报告|报送|编制|落款|发布)?(?:日期|时间|单位|机关|单位名称)\s*(?:[（(][^（()）]{1,4}[）)])?\s*[:：]\s*"
_LABEL = lazy(_LABELS)
_LABEL_BEHIND = lazy(rf"\s+{_LABELS}$")
_LIKE_DATE = lazy(
    r"(?=.*(?:\d{2}|[〇○零一二三四五六七八九]{3}))(?=.*[年月日])[\d〇○零一二三四五六七八九十元XxＸ×*年月日号\s]{4,20}"
)
"""a date that lacks something: 2023年1月, 20231月18日, 2023年X月X日"""
_ISSUED_ENDS = ("印发", "发布", "公布", "公开")
_ISSUED = lazy(rf"\s*(?:{'|'.join(_ISSUED_ENDS)})$")
_SPACED = lazy(r"(?:\S\s+){4,}\S")
"""each letter by itself: 青 石 县 水 利 局"""
_BRACKETS = "（）() \u3000"


_DAYS = {"published": periods.first_date, "dated": periods.leading_date}
"""how a day is read of what stands behind a portal's label of some key"""


class _Line(NamedTuple):
    """A line at the end: what it says, and where it stands."""

    text: str
    start: int
    end: int


def find_facts(document: Document, forms: Forms, told: Mapping[str, str] = NO_FACTS) -> Facts:
    """The facts of a document; what it does not say is None. `told` is what the file says of itself beside its text."""
    printed, portal = titles(document.front, forms, told)
    period = periods.find_period(document, _printed_year(printed))
    body, body_inferred = _body(printed, portal, document, forms)
    signature = _signature(document, forms, body) or _signed_above(document, forms, printed)
    year, inferred = _year(printed, portal, period, signature)
    kind, suffix = body_kind(body, forms.bodies)
    return Facts(
        printed or portal, body, kind, suffix, year, inferred, None, period, signature, body_inferred,
        _publication(document) or _told_publication(told),
    )  # fmt: skip


def _publication(document: Document) -> Publication | None:
    """When the portal says that it published the page."""
    for block in document.front:
        if isinstance(block, Metadata) and block.key in _DAYS:
            day = _DAYS[block.key](block.text)
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


def _printed_year(title: Title | None) -> int | None:
    return title.years[0] if title and len(set(title.years)) == 1 else None


def _year(
    printed: Title | None, portal: Title | None, period: Period | None, signature: Signature | None
) -> tuple[int | None, str | None]:
    for title, inferred in ((printed, None), (portal, "portal")):
        if (year := _printed_year(title)) is not None:
            return year, inferred
    ends: tuple[date | None, ...] = (period.finish, period.begin) if period else ()
    for day in ends:
        if day:
            return day.year, "period"
    if signature and signature.date:
        return signature.date.year - 1, "signature"
    return None, None


def _signature(document: Document, forms: Forms, body: str | None) -> Signature | None:
    """Body and date in the last lines of the last section (of the front, where there is none), in either order, on one line
    or two; an appendix and what a site sets below a text may follow."""
    above, below = _parts(document.sections[-1].blocks if document.sections else document.front)
    return _signed(above, forms, body) or _signed(below, forms, body)


def _signed_above(document: Document, forms: Forms, title: Title | None) -> Signature | None:
    """Body and date in lines of their own between the title and the first section."""
    if title is None or not document.sections:
        return None
    below = [block for block in document.front if isinstance(block, Text) and block.start >= title.end]
    lines = [_Line(_bare(block.text), block.start, block.end) for block in below[:_LAST_LINES]]
    signed = _signed(lines, forms, title.body)
    return signed if signed and signed.body and signed.date else None


def _parts(blocks: Sequence[Block]) -> tuple[list[_Line], list[_Line]]:
    """The last lines above the first line of an appendix, and those below it; none of a site's footer."""
    above: list[_Line] = []
    below: list[_Line] | None = None
    for text, start, end in _lines(blocks):
        if (_FOOTER.match(text) or any(map(text.__contains__, _IN_FOOTER))) and text[
            -1:
        ] not in _SENTENCE_ENDS:
            break
        if below is None and _APPENDIX.fullmatch(text):
            below = []
        (above if below is None else below).append(_Line(_bare(text), start, end))
    return above[-_LAST_LINES:], (below or [])[-_LAST_LINES:]


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    """The lines of some blocks, those that a table behind them drew in included: rows of one cell without any figure."""
    for block in blocks:
        if isinstance(block, Text):
            yield _Line(block.text, block.start, block.end)
        elif isinstance(block, TableBlock):
            rows = (row for part in block.parts for row in (*part.heads, *part.rows))
            for row in rows:
                if row.kind is Kind.CONTINUED and len(row.cells) == 1:
                    yield _Line(*row.cells[0])


def _bare(text: str) -> str:
    """What a line says without a label before it, brackets around it, and 印发 behind it; nothing where it is long."""
    if len(text) > _LONGEST:
        return ""
    if _SPACED.fullmatch(text):
        text = "".join(text.split())
    label = _LABEL.match(text)
    bare = text[label.end() :] if label else text
    bare = unsealed(_ISSUED.sub("", bare) if bare.endswith(_ISSUED_ENDS) else bare)
    whole = bare.startswith(("（", "(")) and bare.endswith(("）", ")"))
    return bare.strip(_BRACKETS) if whole else bare


def _signed(lines: Sequence[_Line], forms: Forms, body: str | None) -> Signature | None:
    """The lowest date with the body beside it, else a body in the last line."""
    for i in range(len(lines) - 1, -1, -1):
        signed = _on_one_line(lines[i], forms, body) or _dated(lines, i, forms, body)
        if signed:
            return signed
    last = lines[-1] if lines else None
    if last and is_name(last.text, forms, body):
        return Signature(unsealed(last.text), None, last.start, last.end, last.start, last.end)
    return None


def _dated(lines: Sequence[_Line], i: int, forms: Forms, body: str | None) -> Signature | None:
    """A line that is a date, whole or damaged, and the body above or below it. A damaged one is none without a body."""
    line = lines[i]
    day, whole = periods.whole_date(periods.normal(line.text))
    damaged = not whole and _LIKE_DATE.fullmatch(periods.normal(line.text)) is not None
    named = _named(lines, i, forms, body) if whole or damaged else []
    if not whole and not (damaged and named):
        return None
    start = min(each.start for each in (line, *named))
    end = max(each.end for each in (line, *named))
    return Signature(_one_of(named, body), day, start, end, line.start, line.end)


def _named(lines: Sequence[_Line], i: int, forms: Forms, body: str | None) -> list[_Line]:
    """The bodies that are named in the lines right above a date, else in the line below it."""
    named: list[_Line] = []
    for line in reversed(lines[max(0, i - 2) : i]):
        if not is_name(line.text, forms, body):
            break
        named.append(line)
    return named or [line for line in lines[i + 1 : i + 2] if is_name(line.text, forms, body)]


def _one_of(named: Sequence[_Line], body: str | None) -> str | None:
    """The body that signs: of several the one that the title names, else nobody can say."""
    names = list(dict.fromkeys(unsealed(line.text) for line in named))
    return names[0] if len(names) == 1 else next((name for name in names if name == body), None)


def _on_one_line(line: _Line, forms: Forms, body: str | None) -> Signature | None:
    """Body and date side by side."""
    found = periods.DATE.search(periods.normal(line.text))
    if found is None or (found.start() and found.end() < len(line.text)):
        return None
    name = (_LABEL_BEHIND.sub("", line.text[: found.start()]) + line.text[found.end() :]).strip()
    if not is_name(name, forms, body):
        return None
    day: date | None = periods.as_date(found["year"], found["month"], found["day"])
    return Signature(unsealed(name), day, line.start, line.end, line.start, line.end)
