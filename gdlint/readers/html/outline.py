"""The lines of a page, and which part of it is the report."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from gdlint.readers.html.walk import Step, is_block

_TITLE = re.compile(r"(.{0,60})政府信息公开(?:工作)?年度报告.{0,12}")
_NO_BODY = re.compile(r"(?:关于)?[\d〇零一二三四五六七八九年度]*")
"""before the words of a title: its body stands in the line above"""
_NAME = re.compile(r"[\u3400-\u9fff（）()、·]{3,30}")
_MOST_LINES = 3
"""over which the words of a title run"""
_LONGEST = 100
"""letters of a line by which it is told"""
LEAST_HEADINGS = 2


class OutlineLine(NamedTuple):
    """A line of the page as it is seen: how it begins, the step of its first text, and the steps of the elements around it."""

    text: str
    step: int
    around: tuple[int, ...]


def lines_of(steps: Sequence[Step]) -> Iterator[OutlineLine]:
    """The lines of a page that have text."""
    around: list[int] = []
    text, first, where = "", 0, tuple[int, ...]()
    for n, (kind, node, _) in enumerate(steps):
        if kind == "text":
            if not text and not node.data.isspace():
                first, where = n, tuple(around)
            text = (text + node.data[: 4 * _LONGEST].strip())[:_LONGEST]
            continue
        if kind != "comment" and text and (node.tag == "br" or is_block(node)):
            yield OutlineLine(text, first, where)
            text = ""
        if kind == "open":
            around.append(n)
        elif kind == "close":
            around.pop()
    if text:
        yield OutlineLine(text, first, where)


def report_range(
    steps: Sequence[Step], lines: Sequence[OutlineLine], headings: Sequence[OutlineLine]
) -> tuple[int, int]:
    """The steps of the report: the deepest element that holds all headings, which are some of the lines, and what stands between
    the title above it and itself. The whole page where there are no headings."""
    if len(headings) < LEAST_HEADINGS:
        return 0, len(steps)
    paths = zip(*(line.around for line in headings), strict=False)
    common = [path[0] for path in takewhile(lambda path: len(set(path)) == 1, paths)]
    if not common:
        return 0, len(steps)
    begin, end = common[-1], closing(steps, common[-1])
    title = _title_step([line for line in lines if line.step < headings[0].step])
    return begin if title is None else min(begin, title), end


def _title_step(lines: Sequence[OutlineLine]) -> int | None:
    """The step at which the last title begins, which may be broken into lines anywhere."""
    texts = ["".join(line.text.split()) for line in lines]
    for last in reversed(range(len(lines))):
        for first in range(last, max(last - _MOST_LINES, -1), -1):
            if found := _TITLE.fullmatch("".join(texts[first : last + 1])):
                return lines[_with_body(texts, first, found[1])].step
    return None


def _with_body(texts: Sequence[str], first: int, head: str) -> int:
    """The line at which a title begins whose words begin in a line, with some text before them: above it, where that names no
    body."""
    for above in range(first - 1, max(first - _MOST_LINES, 0) - 1, -1):
        if not _NO_BODY.fullmatch(head) or not (
            _NAME.fullmatch(texts[above]) or _NO_BODY.fullmatch(texts[above])
        ):
            break
        first, head = above, texts[above] + head
    return first


def closing(steps: Sequence[Step], begin: int) -> int:
    """The step behind the end of the element that begins at a step."""
    depth = 0
    for n in range(begin, len(steps)):
        depth += (steps[n].kind == "open") - (steps[n].kind == "close")
        if not depth:
            return n + 1
    return len(steps)
