"""Reports as web pages in four markups: clean, of a content management system, pasted from Word, and all in one line."""

import random
from collections.abc import Callable
from html import escape
from typing import Final, NamedTuple

from .frame import printed
from .layout import Grid
from .model import Made
from .pages import Box, boxes

_CHROME: Final = (
    "<div class='nav'><ul><li><a href='/'>首页</a></li><li><a href='/zwgk'>政务公开</a></li></ul></div>",
    "<div class='footer'><p>主办：县人民政府办公室</p><table><tr><td>备案号</td><td>0000001</td></tr></table></div>"
    "<script>var a = '<td>1</td>';</script>",
)


class Markup(NamedTuple):
    """How a page is written: what stands around a paragraph, a table and the text of a cell, what a blank cell holds, what parts
    blocks, and the page around them all."""

    paragraph: Callable[[str], str]
    table: Callable[[str], str]
    cell: Callable[[str], str]
    blank: str
    gap: str
    page: Callable[[str, Made], str]


def page(made: Made, markup: Markup, rng: random.Random) -> str:
    """A report and a markup in, the web page out."""
    blocks = [
        markup.paragraph(part) if isinstance(part, str) else markup.table(rows(part[1], markup))
        for part in printed(made)
    ]
    return markup.page(markup.gap.join(blocks), made)


def rows(grid: Grid, markup: Markup) -> str:
    """A grid and a markup in, its rows out."""
    lines = []
    for n in range(len(grid)):
        cells = [_cell(box, markup) for box in boxes(grid) if box.top == n]
        lines.append(f"<tr>{markup.gap.join(cells)}</tr>")
    return markup.gap.join(lines)


def _cell(box: Box, markup: Markup) -> str:
    spans = [("rowspan", box.bottom - box.top), ("colspan", box.right - box.left)]
    attributes = "".join(f' {name}="{span}"' for name, span in spans if span > 1)
    return f"<td{attributes}>{markup.cell(escape(box.text)) if box.text else markup.blank}</td>"


def _clean(text: str, made: Made) -> str:
    return f"<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>{made.title}</title></head><body>\n{text}\n</body></html>"


def _cms(text: str, made: Made) -> str:
    head = f"<meta name='SiteName' content='县人民政府'><meta name='ArticleTitle' content='{made.title}'>"
    body = f"<table width='100%'><tr><td>{_CHROME[0]}</td></tr><tr><td><div id='zoom'>{text}</div></td></tr></table>"
    return f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body>{body}{_CHROME[1]}</body></html>"


def _word_paragraph(text: str) -> str:
    half = len(text) // 2
    spans = f"<span lang='EN-US' style='font-family:仿宋'>{text[:half]}</span><span>{text[half:]}<o:p></o:p></span>"
    return (
        f"<p class='MsoNormal' style='text-indent:32.0pt'><!--[if !supportLists]-->{spans}<!--[endif]--></p>"
    )


MARKUPS: Final = {
    "clean": Markup("<p>{}</p>".format, "<table>{}</table>".format, str, "", "\n", _clean),
    "cms": Markup(
        "<div style='text-align:left'>&nbsp;&nbsp;{}&#8203;</div>".format,
        "<div class='table'><table border='1'><tbody>\r\n{}\r\n</tbody></table></div>".format,
        "\r\n  <p>&nbsp;{}</p>\r\n".format,
        "<p>&nbsp;</p>",
        "\r\n    ",
        _cms,
    ),
    "word": Markup(
        _word_paragraph,
        "<table class='MsoNormalTable'>{}</table>".format,
        _word_paragraph,
        "<p class='MsoNormal'><span><o:p>&nbsp;</o:p></span></p>",
        "\n",
        _clean,
    ),
    "one line": Markup("<p>{}</p>".format, "<table>{}</table>".format, "<span>{}</span>".format, "<br>", "", _cms),
}  # fmt: skip
