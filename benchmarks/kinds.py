"""The kinds of text that `growth.py` measures: each is a name and what makes a text of a given number of characters.

Nobody writes most of them on purpose; a file from the web, a broken export or a joke may well be one.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from gdlint import api
from gdlint.data import yamlfile
from gdlint.examples.outcomes import examples_of
from gdlint.examples.sample import sample_text
from generate import FLATTENED, SHAPES, random_report

Maker = Callable[[int], str | bytes]
TextMaker = Callable[[int], str]

ROOT = Path(__file__).resolve().parent.parent
_MARK = "此处"
_FORMS = api.forms()
_IN_TEXT = sample_text({"text": {"overall": _MARK}}, _FORMS)
_IN_TABLE = sample_text({"text": {"litigation": _MARK}, "no_table": ["litigation"]}, _FORMS)
_WITH_TABS = sample_text({"shape": "tsv"}, _FORMS)
_GAP = "行政许可   1\n"
"""a row with blanks, without which no text is looked at for rows with blanks"""
_ANY_HAN = (0x4E00, 0x9FA5)
_LABELS = tuple(dict.fromkeys(row.label for table in _FORMS.tables.values() for row in table.rows))
_HEADINGS = tuple(f"{section.number}、{section.title}" for section in _FORMS.sections)


class Kind(NamedTuple):
    """A kind of text. An ordinary one may not take the memory that a hostile one may."""

    name: str
    make: Maker
    ordinary: bool = False


def filled(parts: Iterator[str], size: int) -> str:
    """So many characters of some parts, or a few more."""
    made: list[str] = []
    while size > 0:
        made.append(next(parts))
        size -= len(made[-1])
    return "".join(made)


def again(unit: str) -> TextMaker:
    """One unit again and again; `{n}` in it counts up."""
    if "{n}" in unit:
        return lambda size: filled((unit.replace("{n}", str(n)) for n in count(1)), size)
    return lambda size: unit * max(1, size // len(unit))


def within(whole: str, unit: str) -> TextMaker:
    """A unit again and again at the mark of a report."""
    make = again(unit)
    return lambda size: whole.replace(_MARK, make(size), 1)


def between(before: str, unit: str, behind: str) -> TextMaker:
    """A unit again and again with something before and behind all of it."""
    make = again(unit)
    return lambda size: f"{before}{make(size)}{behind}"


def nested(opening: str, closing: str) -> TextMaker:
    """Brackets in brackets."""
    return lambda size: opening * (size // 2) + closing * (size // 2)


def han(gaps: str) -> TextMaker:
    """Letters by chance, among which some gaps stand."""

    def make(size: int) -> str:
        rng = random.Random(1)
        letters = [
            chr(rng.randint(*_ANY_HAN)) if rng.random() < 0.9 else rng.choice(gaps) for _ in range(size)
        ]
        return "".join(letters)

    return make


def mixed(*units: str) -> TextMaker:
    """Units in an order by chance."""

    def make(size: int) -> str:
        rng = random.Random(1)
        return filled((rng.choice(units) for _ in count()), size)

    return make


def encoded(unit: str, codec: str, mark: bytes = b"") -> Maker:
    """A unit again and again in another encoding."""
    return lambda size: mark + (unit * (size // len(unit))).encode(codec)


def reports(shape: Callable[[Any, random.Random], str]) -> Maker:
    """Reports of one shape end to end."""

    def make(size: int) -> str:
        texts = (shape(random_report(random.Random(n)), random.Random(n)) + "\n\n" for n in count())
        return filled(texts, size)

    return make


ALONE: Mapping[str, str] = {
    "blank lines": "\n",
    "lines of a blank": " \n",
    "lines of a tab": "\t\n",
    "lines of an ideographic space": "\u3000\n",
    "lines of a zero-width space": "\u200b\n",
    "blanks": " ",
    "ideographic spaces": "\u3000",
    "zero-width spaces": "\u200b",
    "tabs": "\t",
    "one letter": "公",
    "one digit": "9",
    "lines of one letter": "公\n",
    "lines of two letters": "公开\n",
    "lines of one digit": "9\n",
    "lines of another number each": "{n}\n",
    "letters and blanks": "公 ",
    "carriage returns": "公\r",
    "line separators": "公\u2028",
    "control characters": "\x1b[0m",
    "letters with an accent": "e\u0301",
    "one letter that is eighteen": "\ufdfa",
    "lines of # and blanks": "#   \n",
    "lines of #": "#\n",
    "# and blanks in one line": "# ",
    "lines of *": "** **\n",
    "bars": "|",
    "lines of a bar": "|\n",
    "lines of bars": "||||||||\n",
    "lines of two figures": "1 2\n",
    "lines of two figures far apart": "1   2\n",
    "lines of a figure behind a gap": "   1\n",
    "lines of unknown rows": "某事项{n}   1   2\n",
    "lines of unknown rows with tabs": "某事项{n}\t1\t2\n",
    "lines of unknown rows with bars": "某事项{n} | 1 | 2\n",
    "Markdown rows": "| 行政许可 | 1 | 2 |\n",
    "Markdown rules": "|---|---|---|\n",
    "cells on lines of their own with bars": "行政许可 |\n1 |\n",
    "bars on lines of their own": "1\n|\n",
    "cells on lines of their own": "行政许可\n\n1\n\n",
    "figures on lines of their own": "1\n\n",
    "cells behind tabs": "\t行政许可\n\t1\n",
    "cells behind tabs that go on": "\t本年新\n制作数量\n",
    "tabs between short lines": "公\t开\n公开\n",
    "a tab and many short lines": "公开\n公\n开\n\t\n",
    "words parted by two blanks": "公开  申请  ",
    "columns of words parted by blanks": "公开  申请  答复\n",
    "columns of known words parted by blanks": "信息内容  本年制发件数  现行有效件数\n",
    "labels parted by two blanks in one line": "行政许可  行政处罚  ",
    "labels and figures joined in one line": "行政许可10行政处罚20",
    "labels with a stop between them": "行政许可。行政处罚。",
    "a label letter by letter": "行\n政\n许\n可\n",
    "headings": "一、总体情况\n",
    "headings without a number": "总体情况\n",
    "headings in one line": "一、总体情况 二、主动公开政府信息情况 ",
    "numbers of headings in one line": "一、二、三、",
    "ends of titles in one line": "申请情况",
    "a number and the end of a title": "一、申请情况",
    "other headings": "七、某事项{n}\n",
    "subheadings": "（一）某事项\n",
    "titles": "青石县云溪镇人民政府2021年政府信息公开工作年度报告\n",
    "titles over two lines": "青石县云溪镇人民政府\n2021年政府信息公开工作年度报告\n",
    "names of bodies": "青石县云溪镇人民政府\n",
    "portal lines": "索引号：1\n",
    "portal lines of a title": "标题：青石县云溪镇2021年政府信息公开工作年度报告\n",
    "labels of a portal in one line": "标题：某 索引号：1 发布日期：2022-01-20 ",
    "a table of contents": "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、其他\n",
    "page numbers": "- 1 -\n",
    "lines of <p>": "<p>\n",
    "lines of <p> with text": "<p>公开</p>\n",
    "line breaks of HTML": "<br>",
    "openings of a comment": "<!--",
    "openings of a comment to gdlint": "<!-- gdlint ",
    "openings of a comment with blanks": "<!--          ",
    "comments": "<!-- gdlint: ignore[GD404] 已核对 -->\n",
    "comments in one line": "<!-- gdlint: ignore[GD404] -->",
    "comments on unknown rules": "<!-- gdlint: ignore[blank-cel{n}] -->\n",
    "malformed comments": "<!-- gdlint: ignore -->\n",
}  # fmt: skip
"""units that are the whole text"""

IN_TEXT: Mapping[str, str] = {
    "short lines": "公开\n",
    "sentences": "本机关主动公开政府信息。",
    "other sentences": "本机关办理了第{n}项工作。",
    "paragraphs": "本机关办理了第{n}项工作，及时公开了有关信息，接受社会监督。\n",
    "long paragraphs": "本机关办理了第{n}项工作，及时公开了有关信息，接受社会监督。通过政府网站公开信息{n}条，回应群众关切，"
    "组织学习《中华人民共和国政府信息公开条例》，规范办理流程，完善工作制度。对照要求，仍有公开内容不够全面、更新不够及时等问题，"
    "下一步将加强培训，提高认识，做好相关工作。\n",
    "lines of one width": "本机关办理了有关工作及时公开了有关信息，接受社会监督并且收到申请三件及时\n",
    "lines of one width with a word twice": "本机关办理了有关工作工作及时公开了有关信息，接受社会监督并且收到申请三件\n",
    "a sentence without an end": "本机关主动公开政府信息，",
    "full stops": "。",
    "commas": "，",
    "pairs of commas": "，，公",
    "colons": "：",
    "opening brackets": "（",
    "closing brackets": "）",
    "pairs of brackets": "（）",
    "book brackets": "《",
    "pairs of book brackets": "《条例》",
    "quotes": "“",
    "straight quotes": '"公',
    "numbered brackets": "（一）",
    "numbered paragraphs": "（一）公开\n1.公开\n",
    "numbers of paragraphs that leap": "{n}.公开\n",
    "一是 in one line": "一是公开；二是申请；",
    "words that stand twice": "公开公开",
    "one word again and again": "的",
    "years": "2021年",
    "years with blanks": "2021   ",
    "years that are told of": "2021年我镇公开，",
    "years that are told of on lines": "2021年，我镇公开。\n",
    "tasks of a year": "按照《2021年工作要点》落实，",
    "announced lists": "甲项、乙项等3项制度，",
    "announced series": "三个方面的问题：一是公开；",
    "lists of parts": "本报告由甲、乙、丙组成，",
    "placeholders of figures": "公开信息XX条，",
    "placeholders of bold letters": "公开信息**条",
    "counters without a number": "资质条、许可7条、",
    "months": "2021年1月",
    "dates": "2021年1月1日",
    "dates on lines": "2021年1月1日\n",
    "dates that are none": "2021年13月32日，",
    "periods": "统计期限自2021年1月1日起至2021年12月31日止。",
    "periods on lines": "统计期限自2021年3月1日起至2021年12月31日止。\n",
    "beginnings of periods": "2021年1月1日至",
    "ends of periods": "截至2021年12月31日",
    "ends of periods on lines": "截至2021年12月31日公开\n",
    "numerals": "一",
    "numbers of Han": "三百二十一",
    "numbers": "1,234 ",
    "decimal points": "1.2",
    "ranges": "1-2",
    "about a number": "约约约1",
    "counts": "收到申请3件，",
    "other counts": "收到申请{n}件，",
    "counts with blanks": "收到   3   件",
    "totals and parts": "共12条，其中网站7条、公告栏5条。",
    "a total and many parts": "网站1条、",
    "totals in brackets": "12条（7条、5条）",
    "totals": "共12条，其中",
    "quantities": "通过政府网站公开信息{n}条。",
    "quantities on lines": "通过政府网站公开信息{n}条。\n",
    "quantities and their year": "2021年受理申请{n}件，",
    "amounts": "收取费用3.5万元，",
    "percentages": "办结率98.5%，",
    "document numbers": "国办公开办函〔2021〕30号",
    "openings of document numbers": "办函〔2021〕",
    "identity numbers": "110101199001011234 ",
    "card numbers": "6222 0212 3456 7890 ",
    "half an identity number": "1101 0119 ",
    "addresses": "http://www.example.gov.cn/index.html ",
    "beginnings of addresses": "http://",
    "telephone numbers": "电话：0591-12345678，",
    "mail addresses": "a@example.com ",
    "unknown letters": "\ufffd",
    "blank figures": "本年度共收到申请   件，",
    "placeholders": "XX镇某某",
    "signatures": "青石县云溪镇人民政府\n2022年1月20日\n",
    "comments on each paragraph": "<!-- gdlint: ignore[GD404] -->\n本机关公开了第{n}项信息。\n",
    "comments on a doubled word each": "<!-- gdlint: ignore[doubled-word] -->\n本机关工作工作第{n}项信息。\n",
    "comments that reach far": "<!-- gdlint: ignore-section[GD404] -->\n工作工作。\n",
    "comments on the file": "<!-- gdlint: ignore-file[GD404] -->\n工作工作。\n",
    "comments beside text": "公开 <!-- gdlint: ignore[GD404] --> ",
}
"""units that stand in section one of a report"""

IN_TABLE: Mapping[str, str] = {
    "rows": "| 行政许可 | 1 |\n",
    "rows with tabs": "行政许可\t1\n",
    "rows with blanks": "行政许可   1\n",
    "rows without a label": "1\t2\t3\n",
    "unknown rows": "| 某事项{n} | 1 | 2 |\n",
    "clauses": "第二十条第（一）项\n",
    "headers": "信息内容\t本年制发件数\n",
    "labels of applications": "".join(f"{label}\t0\t0\t0\t0\t0\t0\t0\n" for label in _LABELS),
    "labels of applications, cell by cell": "".join(f"{label}\n\n0\n\n0\n\n" for label in _LABELS),
    "labels of applications, joined": "".join(f"{label}0000000" for label in _LABELS),
    "labels of applications, joined on lines": "".join(f"{label}0000000\n" for label in _LABELS),
    "labels of applications, joined with many digits": "".join(
        f"{label}0158962541271442302957960094094\n" for label in _LABELS
    ),
    "labels of applications, by blanks": "".join(f"{label}   0 0 0 0 0 0 0\n" for label in _LABELS),
    "labels of applications, in two lines": "".join(f"{label[:3]}\n{label[3:]}  0  0\n" for label in _LABELS),
    "litigation": "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n0\t0\t0\t0\t0\n",
    "long rows": "1\t",
    "long rows with bars": "1 | ",
    "long rows with blanks": "1  ",
    "figures joined": "0",
    "figures on lines": "0\n",
    "figures in pairs on lines": "0 0\n",
    "figures of cells": "\t0\n",
    "misprinted labels": "| 行政许呵{n} | 1 |\n",
    "labels with notes": "| 行政许可（{n}） | 1 |\n",
    "labels with open notes": "| 行政许可（（ | 1 |\n",
    "comments between rows": "| 行政许可 | 1 |\n<!-- gdlint: ignore[GD404] -->\n",
    "page numbers between rows": "行政许可\t1\n- 1 -\n",
}
"""units that stand in section four of a report"""

OTHERS: Mapping[str, Maker] = {
    "nested brackets": nested("（", "）"),
    "nested book brackets": nested("《", "》"),
    "letters by chance": han("，。 \n"),
    "words by chance in columns": han("  \n"),
    "letters by chance behind tabs": han("\t\n"),
    "mixed shapes": mixed("| 行政许可 | 1 |\n", "行政许可\t1\n", "行政许可  1\n", "行政许可 |\n", "\t1\n", "公开。\n", "\n"),
    "labels, figures and gaps": mixed(*_LABELS, "0", "12", " ", "  ", "\t", "\n", "|"),
    "headings and labels": mixed(*(f"{each}\n" for each in (*_HEADINGS, *_LABELS))),
    "headings in one line by chance": mixed(*_HEADINGS, "。", "公开"),
    "a comment that names a rule again and again": between("<!-- gdlint: ignore[GD404", ",GD404", "] -->\n"),
    "a comment that names unknown rules": between("<!-- gdlint: ignore[GD404", ",blank-cel{n}", "] -->\n"),
    "a comment with blanks in its reason": between("<!-- gdlint: ignore[GD404]", " ", "x <!-- gdlint -->\n"),
    "a comment with a long reason": between("<!-- gdlint: ignore[GD404]", " 公", "-->\n"),
    "a comment with blanks before its verb": between("<!-- gdlint", " ", "-->\n"),
    "a date with blanks": between("2021年", " ", "1月1日"),
    "a title with blanks": between("青石县", " ", "2021年政府信息公开工作年度报告\n"),
    "a seal with blanks": between(_IN_TEXT, " ", "青石县云溪镇人民政府（盖章）\n"),
    "signatures at the end": between(_IN_TEXT, "青石县云溪镇人民政府\n2022年1月20日\n", ""),
    "short lines at the end": between(_IN_TEXT, "公开\n", ""),
    "a report and short lines with tabs": between(_IN_TEXT, "公\n\t\n", ""),
    "a report and lines with tabs": between(_IN_TEXT, "公\t\n开\n", ""),
    "one tab and many short lines": between("公\t开\n", "公开\n", ""),
    "one tab and many labels": between("公\t开\n", "".join(f"{label}\n" for label in _LABELS), ""),
    "a report with tabs and many short lines": between(_WITH_TABS, "公开\n", ""),
    "a report with tabs and many lines of a letter": between(_WITH_TABS, "公\n", ""),
    "a report with bars and many short lines": between(_IN_TEXT, "公开\n", ""),
    "one bar and many short lines": between("公 | 开\n", "公开\n", ""),
    "one gap and many short lines": between(_GAP, "公开\n", ""),
    "one gap and words parted by two blanks": between(_GAP, "行政  许可  ", "\n"),
    "one gap and letters parted by two blanks": between(_GAP, "行  ", "\n"),
    "one gap and columns of words": between(_GAP, "公开  申请  答复\n", ""),
    "one gap and columns of pieces of labels": between(_GAP, "行政  许可  处罚\n", ""),
    "one gap and columns of headers": between(_GAP, "信息内容  本年制发件数  现行有效件数\n", ""),
    "one gap and pieces of a label": between(_GAP, "行政许\n", ""),
    "one gap and lines of two figures": between(_GAP, "1  2\n", ""),
    "one gap and a row of another figure each": between(_GAP, "行政许可  {n}\n", ""),
    "a report and lines of <p>": between(_IN_TEXT, "<p>\n", ""),
    "a report and lines of <p> with text": between(_IN_TEXT, "<p>公开</p>\n", ""),
    "a report and lines of < and >": between(_IN_TEXT, "<a href=x>公开</a>\n", ""),
    "lines in UTF-16": encoded("本机关公开政府信息。\n", "utf-16-le", b"\xff\xfe"),
    "lines in GB18030": encoded("本机关公开政府信息。\n", "gb18030"),
    "broken UTF-8": lambda size: ("本机关公开政府信息。" * 10 + "\udcff\n").encode("utf-8", "surrogateescape") * (size // 102),
    "bytes that are no text": lambda size: random.Random(1).randbytes(size),
}  # fmt: skip


@cache
def of_rules() -> dict[str, Maker]:
    """The texts of the bad examples of each rule that has some, again and again in one line."""
    made: dict[str, Maker] = {}
    for path in sorted((ROOT / "rules" / "catalog").glob("*.yaml")):
        for rule in yamlfile.load(path):
            examples = examples_of(rule["examples"], "bad")
            texts = [str(text) for item in examples for text in item.get("text", {}).values()]
            if texts:
                made[rule["code"]] = within(_IN_TEXT, "".join(texts).replace("\n", ""))
    return made


def kinds() -> list[Kind]:
    """All of them."""
    alone = [Kind(f"alone: {name}", again(unit)) for name, unit in ALONE.items()]
    in_text = [Kind(f"text: {name}", within(_IN_TEXT, unit)) for name, unit in IN_TEXT.items()]
    in_table = [Kind(f"table: {name}", within(_IN_TABLE, unit)) for name, unit in IN_TABLE.items()]
    others = [Kind(f"other: {name}", make) for name, make in OTHERS.items()]
    rules = [Kind(f"rule: {name}", make) for name, make in of_rules().items()]
    whole = [Kind(f"report: {name}", reports(shape), ordinary=True) for name, shape in SHAPES.items()]
    flattened = [Kind(f"report: {name}", reports(shape)) for name, shape in FLATTENED.items()]
    return [*alone, *in_text, *in_table, *others, *rules, *whole, *flattened]
