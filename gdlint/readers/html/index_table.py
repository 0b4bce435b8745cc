"""The table that portals set above a text (索引号, 信息分类, 发布机构, 发布日期): what it says of the page."""

from collections.abc import Iterator, Sequence

from gdlint.readers.html.walk import Step

_KEYS = {
    **dict.fromkeys(("发布日期", "发布时间", "公开日期", "公开时间"), "published"),
    **dict.fromkeys(("发布机构", "发布单位", "发布机关", "公开机构", "信息来源", "来源"), "source"),
}
_OTHERS = frozenset(
    {"索引号", "索引", "信息索引号", "统一编号", "信息分类", "主题分类", "组配分类", "体裁分类", "名称", "标题", "信息名称", "文件名称",
     "文号", "发文字号", "发文日期", "成文日期", "生成日期", "主题词", "关键词", "有效性", "效力状态", "公开方式", "公开范围", "内容概述"}
)  # fmt: skip
_LEAST_LABELS = 2
"""by which such a table is told"""
_HOLDERS = frozenset({"table", "dl"})
_CELLS = frozenset({"td", "th", "dt", "dd"})
_LONGEST = 200


def index_facts(steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
    """What the tables of a page that are such say, as facts by their key. Days on which a text was written are none of these."""
    for cells in _tables(steps):
        pairs = list(_pairs(cells))
        if len({label for label, _ in pairs}) >= _LEAST_LABELS:
            yield from ((_KEYS[label], value) for label, value in pairs if label in _KEYS)


def _tables(steps: Sequence[Step]) -> Iterator[list[str]]:
    """The texts of the cells of each table, without those of tables in it."""
    around: list[list[str]] = []
    for kind, node, _ in steps:
        if kind == "text":
            if around and around[-1] and len(around[-1][-1]) <= _LONGEST:
                around[-1][-1] += node.data[:_LONGEST]
        elif kind == "open" and node.tag in _HOLDERS:
            around.append([])
        elif kind == "close" and node.tag in _HOLDERS:
            yield around.pop()
        elif kind == "open" and node.tag in _CELLS and around:
            around[-1].append("")


def _pairs(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Labels with their values: in one cell behind a colon, or in the next cell."""
    waiting = ""
    for cell in cells:
        text = " ".join(cell.split())
        label, _, value = text.replace("：", ":", 1).partition(":")
        label = "".join(label.split())
        if label in _KEYS or label in _OTHERS:
            if value:
                yield label, value.strip()
            waiting = "" if value else label
        elif waiting:
            yield waiting, text
            waiting = ""
