"""The title of a report, and names of bodies as they stand in it: what is one, and what kind of body it tells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from gdlint.forms.periods import YEAR_DIGITS
from gdlint.lexicon.numerals import ordinal
from gdlint.model.document import Block, Metadata, Paragraph, Subheading
from gdlint.model.form import BodyForm, Forms
from gdlint.model.page import NO_FACTS
from gdlint.model.regex import lazy
from gdlint.model.report import Title

Text = Paragraph | Subheading

LONGEST_NAME = 30
"""characters"""

_SHORTEST_NAME = 3
_PLACES = frozenset("省市县区州旗盟镇乡")
_BRACKETS = lazy(r"(?:\s*[（(][^（()）]*[）)])+$")
_SEAL = lazy(r"[（(](?:盖章|公章|章|印章)[）)]$")
_YEAR = rf"(?<![\d〇○零]){YEAR_DIGITS}年"
_TITLE = lazy(r"(?P<head>.*)公开.{0,20}?(?:报告|年报|总结)(?P<tail>.*)")
"""greedy: the body may have 政务 or 信息公开 in its own name, so the last 公开 is that of the title"""
_SUBJECT = lazy(r"(?:政府信息|政务信息|政务|政府|信息)$")
_PEOPLE = lazy(r"(?<=[省市县区州旗乡镇木])人民$")
"""湖口县人民政府信息公开工作年度报告: the 政府 is that of the body"""
_WORDS = lazy(r"公开.*(?:报告|年报|总结)")
_YEARS = lazy(rf"(?P<year>(?<![\d〇○零]){YEAR_DIGITS})年|[（(](?P<bare>20\d\d)[）)]")
_YEAR_FIRST = lazy(rf"[（(]?{_YEAR}度?[）)]?")
_YEAR_PART = lazy(rf"{_YEAR}.*$|[\dXxＸ×*○〇]{{2,}}年?年?度?$")
"""from the year on: no part of the name; a year in which digits are missing or too many ends the name, too"""
_YEAR_BEHIND = rf"[（(《》]?(?:{_YEAR}度?|20\d\d)?[）)》]?"
_END = lazy(_YEAR_BEHIND)
"""what may stand behind a title that is whole: the year"""
_DECORATION = lazy(
    r"\A\s*【[^】]{0,8}(?:年报|报告|公开|公示|公告|发布|专栏)】\s*"
    r"|\s*(?:[（(【\[](?:全文|正文|原文|图文|公开版|文字版|(?:附|含)?(?:附件|附表|下载))[】)）\]]|\.(?:docx?|wps|rtf|odt|pdf|ofd|html?))\s*\Z",
    re.IGNORECASE,
)
"""what sites set around a title: 【年报】…（全文）, the ending of the file's name"""
_DECORATION_ENDS = frozenset("）)】]xcsſftdml")
_NO_NAME = lazy(r"[。；，：、\d]")
_NO_TITLE = lazy(r"[。；，！？：>›|]")
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
    lines = [_undecorated(line) for line in lines[:_MOST_BLOCKS]]
    bare = [_bare(line.text) if len(line.text) <= _LONGEST_PRINTED else _TOO_LONG for line in lines]
    found = max(_title_at(lines, bare, forms), key=lambda each: each.rank, default=None)
    return _with_place(found, lines, bare, forms) if found else None


def _undecorated(line: Text) -> Text:
    """A line without what a site sets around a title."""
    text, start, end = line.text, line.start, line.end
    while len(text) <= _LONGEST_PRINTED and (found := _decoration(text)):
        if found.start():
            text, end = text[: found.start()], end - len(found[0])
        else:
            text, start = text[found.end() :], start + len(found[0])
    return line if text == line.text else Paragraph(text, start, end)


def _decoration(text: str) -> re.Match[str] | None:
    bare = text.strip()
    return _DECORATION.search(text) if bare[:1] == "【" or bare[-1:].lower() in _DECORATION_ENDS else None


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
    return " ".join(text.strip("#*_ \u3000《》").split())


def _bare(text: str) -> str:
    """A line without marks around it and blanks inside."""
    return "".join(text.strip("#*_ \u3000《》").split())


def main_title(front: Sequence[Block], forms: Forms) -> Title | None:
    """The title of a report, from what stands before its first heading: the printed one, else what the portal calls it."""
    printed, portal = titles(front, forms, NO_FACTS)
    return printed or portal


def titles(
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


def body_kind(body: str | None, bodies: Sequence[BodyForm]) -> tuple[str | None, str | None]:
    """Kind and suffix of a body by the end of its name, else by the list of places (a 市 may be a county); (None, None)
    where neither tells."""
    name = main_name(body or "")
    form = _form_of(name, bodies)
    if form is None:
        return None, None
    return form.kind or _kind_of_place(name), form.suffix


def is_told_by_name(body: str, bodies: Sequence[BodyForm]) -> bool:
    """The end of a name tells the kind of body by itself, without the list of places."""
    form = _form_of(main_name(body), bodies)
    return form is not None and form.kind is not None


def _form_of(name: str, bodies: Sequence[BodyForm]) -> BodyForm | None:
    return next((form for form in bodies if name.endswith(form.ending)), None) if name else None


def _kind_of_place(name: str) -> str | None:
    """The kind of the government of the place that a name consists of."""
    from gdlint.forms.regions import level_of

    return level_of(name)


def main_name(name: str) -> str:
    """A name without what stands in brackets behind it: a second name, a seal."""
    return (_BRACKETS.sub("", name) if "）" in name or ")" in name else name).strip()


def is_name(text: str, forms: Forms, body: str | None = None) -> bool:
    """The name of a body: by its ending, or because the title names the same one in a longer or shorter form."""
    name = unsealed(text)
    if name == body:
        return True
    main = main_name(name)
    if not 1 < len(main) <= LONGEST_NAME or len(name) > 2 * LONGEST_NAME or _NO_NAME.search(main):
        return False
    same = body is not None and len(name) > _SHORTEST_NAME and (name in body or body in name)
    return same or main.endswith(_endings(forms))


@lru_cache(maxsize=4)
def _endings(forms: Forms) -> tuple[str, ...]:
    return tuple(form.ending for form in forms.bodies)


def unsealed(text: str) -> str:
    """A name without the remark （盖章） behind it."""
    return (_SEAL.sub("", text) if "章" in text else text).strip()


def has_place(name: str) -> bool:
    """The name says where the body is (青石县水利局, not 水利局)."""
    return not _PLACES.isdisjoint(name[1:])
