"""Short invented prose, which names no figure that the tables do not hold."""

import random
from datetime import date
from typing import NamedTuple

from .figures import Tables
from .forms import APPLICATION_COLUMNS, LITIGATION_COLUMNS, LITIGATION_GROUPS

Cell = tuple[str, str, str]


class Told(NamedTuple):
    """Paragraphs of a section, and the (table, row, column) cells that their words repeat."""

    paragraphs: tuple[str, ...]
    cells: frozenset[Cell] = frozenset()


_OPENED = (
    "及时发布机构职能、财政预决算和办事指南等信息，公众查阅更加方便。",
    "围绕群众关心的事项及时公布办理依据、流程和结果，主动接受监督。",
)
_MANAGED = (
    "落实信息发布审核制度，定期清查已经公布的内容，发现失效的及时更正。",
    "明确专人负责信息的整理、审查和归档，做到每条信息有来源可查。",
)
_PLATFORM = (
    "做好门户网站专栏的日常维护，同时利用公告栏和便民大厅方便群众查阅。",
    "完善网站栏目设置，优化检索功能，在办事大厅设立查阅点。",
)
_CHECKED = (
    "把公开工作纳入年度工作考核，听取社会评议意见，全年未发生责任追究情形。",
    "组织内部培训并开展社会评议，将结果用于工作考核，没有需要责任追究的情形。",
)
_PROBLEMS = (
    "存在的问题：部分信息更新不够及时，解读材料的形式还比较单一，工作人员对业务的掌握程度有差别。",
    "过去一年的工作仍有不足，主要是公开内容与群众需求之间还有差距，栏目之间的衔接不够顺畅。",
)
_MEASURES = (
    "改进措施：完善信息报送机制，丰富解读方式，加强对工作人员的业务培训，确保信息发布及时准确。",
    "下一步将采取措施改进：梳理群众经常查询的事项，加强栏目管理，定期检查内容更新情况。",
)
_OTHERS = {
    2019: ("无。", "没有其他需要报告的事项。"),
    2021: ("无。", "本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。"),
}


def overall(rng: random.Random, tables: Tables) -> Told:
    """The figures in, the paragraphs of section one out."""
    received = _received(rng, tables)
    paragraphs = (
        "（一）主动公开。" + rng.choice(_OPENED),
        "（二）依申请公开。" + "".join(received.paragraphs),
        "（三）政府信息管理。" + rng.choice(_MANAGED),
        "（四）平台建设。" + rng.choice(_PLATFORM),
        "（五）监督保障。" + rng.choice(_CHECKED),
    )
    return Told(paragraphs, received.cells)


def _received(rng: random.Random, tables: Tables) -> Told:
    """The figures in, one sentence on applications (with or without a figure) out."""
    count = tables["applications"]["new"]["total"]
    if rng.random() < 0.5:
        return Told(("规范登记、审核和答复各个环节，依法保障公众获取信息的权利。",))
    if count == "0":
        cells = frozenset(("applications", "new", column) for column in APPLICATION_COLUMNS)
        return Told(("本年度未收到政府信息公开申请。",), cells)
    return Told((f"本年度收到政府信息公开申请{count}件。",), frozenset({("applications", "new", "total")}))


def litigation(rng: random.Random, tables: Tables) -> Told:
    """The figures in, at most one sentence before the table of section four out."""
    totals = {row["total"] for row in tables["litigation"].values()}
    if totals != {"0"} or rng.random() < 0.5:
        return Told(())
    cells = frozenset(("litigation", g, column) for g in LITIGATION_GROUPS for column in LITIGATION_COLUMNS)
    return Told(("本年度未发生因政府信息公开引起的行政复议、行政诉讼。",), cells)


def problems(rng: random.Random) -> Told:
    """Nothing but the generator in, problems and measures out."""
    return Told((rng.choice(_PROBLEMS), rng.choice(_MEASURES)))


def others(rng: random.Random, template: int) -> Told:
    """A template in, the text of section six out."""
    return Told((rng.choice(_OTHERS[template]),))


def intro(rng: random.Random, body: str, period: tuple[date, date]) -> str | None:
    """The body and the period in, the introduction (or None) out."""
    if rng.random() < 0.3:
        return None
    first, last = (chinese_date(day) for day in period)
    return (
        f"本报告由{body}根据《中华人民共和国政府信息公开条例》的规定编制。"
        f"报告所列数据的统计期限自{first}起至{last}止。"
    )


def chinese_date(day: date) -> str:
    """A date in, such as 2022年1月14日 out."""
    return f"{day.year}年{day.month}月{day.day}日"
