"""Lines before a text in which a portal says on which day it published the text, without the label of one."""

from gdlint.model.document import Metadata
from gdlint.model.regex import lazy
from gdlint.syntax.lines import Line, cell_at

_DAY = r"\d{4}(?:\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}|\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
_TIME = r"(?:\s{1,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s{0,4}"
_SAID = r"(?:来源|稿源|作者|点击|浏览|阅读|访问)[次数量率]{0,2}\s?[:：]"
_PUBLISHED = lazy(
    rf"(?:发布|发表|公开)于\s?(?P<said>{_DAY}){_TIME}"
    rf"|[\[【]\s{{0,2}}(?P<bracketed>{_DAY}){_TIME}[\]】]"
    rf"|[\[【]?(?P<beside>{_DAY}){_TIME}[\]】]?[^\d。；，至到起止—–~～-][^。；，]{{0,40}}?{_SAID}.*"
)
_FIRST = frozenset("0123456789[【发公")
_LONGEST = 120


def published_in(line: Line) -> list[Metadata]:
    """The day that a line tells beside who wrote it or how often it was read (2023-01-20　来源：本站), as 发布于2023-01-20, or alone in
    square brackets, and what stands behind it; empty for any other line."""
    content = line.content
    if content[0] not in _FIRST or len(content) > _LONGEST:
        return []
    found = _PUBLISHED.fullmatch(content)
    if found is None:
        return []
    begin, end = found.span(found.lastgroup or 0)
    start = line.start + line.text.index(content)
    rest = cell_at(content[end:], start + end)
    return [
        Metadata("published", content[begin:end], start + begin, start + end),
        *([Metadata("other", *rest)] if rest.text else []),
    ]
