"""Mistakes in the shape, labels and rows of tables (GD30x), and tables of the wrong template (GD2)."""

import random
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ..figures import random_tables
from ..forms import APPLICATIONS, FULL_WIDTH_ROWS, GROUPS, TABLES, rows_of
from ..layout import ABOVE, LEFT, Grid, Row, grid
from ..mutate import swap_labels
from ..whole import Whole, whole_report
from .cells import with_cells
from .grids import Edit, edited, filled, relabelled, twice, with_row, without_column, without_last
from .kinds import Defect, Spoil, Spoilt, codes
from .wording import section, with_paragraphs

_DRAWN: Final = ("pipe",)
"""shapes that state the grid"""
_OTHER: Final = {2019: 2021, 2021: 2019}


def _absent(whole: Whole, rng: random.Random) -> Spoilt | None:
    table = rng.choice(TABLES)
    made = replace(whole.made, absent=frozenset({table}))
    return Spoilt(made, section(made, table).heading[2:], f"no table {table}")


def _dropped(whole: Whole, rng: random.Random) -> Spoilt | None:
    table = rng.choice(("disclosure", "applications"))
    row = rng.choice(rows_of(table, whole.made.template))
    return Spoilt(replace(whole.made, dropped=frozenset({(table, row)})), "", f"without {table}.{row}")


def _swapped(whole: Whole, rng: random.Random) -> Spoilt | None:
    mutation = swap_labels(whole.made, rng)
    return Spoilt(mutation.made, "", mutation.description)


def _doubled(whole: Whole, rng: random.Random) -> Spoilt | None:
    table = rng.choice(TABLES)
    return Spoilt(replace(whole.made, doubled=frozenset({table})), "", f"{table} twice")


def _row_twice(whole: Whole, rng: random.Random) -> Spoilt | None:
    key = rng.choice([row.key for row in APPLICATIONS[whole.made.template] if row.key != "total"])
    return Spoilt(edited(whole.made, "applications", twice(key)), "", f"{key} twice")


def _short(whole: Whole, rng: random.Random) -> Spoilt | None:
    key = rng.choice(rows_of("applications", whole.made.template))
    return Spoilt(edited(whole.made, "applications", without_last(key)), "", f"{key} short")


def _edit(table: str, edit: Edit, mark: str = "", follows: str = "") -> Spoil:
    """A change of a grid."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        return Spoilt(edited(whole.made, table, edit), mark, mark, follows=codes(follows))

    return spoil


def _label(table: str, old: str, new: str, follows: str = "") -> Spoil:
    return _edit(table, relabelled(old, new), new, follows)


def _instructed(whole: Whole, rng: random.Random) -> Spoilt | None:
    old = rng.choice(("行政许可", "行政处罚", "行政强制", "行政事业性收费"))
    new = old + rng.choice(("(各单位一律为0)", "（根据实际情况）", "（财政局提供数据，各单位认领）"))
    return Spoilt(edited(whole.made, "disclosure", relabelled(old, new)), new, new)


def _decimals(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The header demands four decimals, the amount has one."""
    header = relabelled("本年收费金额（单位：万元）", "本年收费金额（单位：万元，保留4位小数）")
    made = with_cells(whole.made, {("disclosure", "fees", "amount"): "12.3"})
    return Spoilt(edited(made, "disclosure", header), "", "12.3 for four decimals")


def _joined(whole: Whole, rng: random.Random) -> Spoilt | None:
    """Cells of a row run together."""
    key = rng.choice([row.key for row in APPLICATIONS[whole.made.template] if row.key not in FULL_WIDTH_ROWS])
    row = whole.made.tables["applications"][key]
    values = "\t".join(row.values())
    run = "".join(row.values())

    def after(text: str) -> str:
        label = next(row.label for row in APPLICATIONS[whole.made.template] if row.key == key)
        at = text.index(values, text.index(label))
        return text[:at] + run + text[at + len(values) :]

    return Spoilt(whole.made, "", f"{key}: {run}", after)


# Both forms in one report, or the wrong one.


def _other_tables(whole: Whole, rng: random.Random) -> Spoilt | None:
    """All tables are of the other form than the year's."""
    template = _OTHER[whole.made.template]
    other = whole_report(rng, template, whole.kind, year=whole.made.year)
    fee = "本年度未收取政府信息公开信息处理费。" if whole.made.year > 2020 else "无。"
    return Spoilt(replace(with_paragraphs(other.made, "others", (fee,)), intro=None), "", f"tables of {template}")


def _other_disclosure(whole: Whole, rng: random.Random) -> Spoilt | None:
    """Section two is of the other form, the rest of the right one."""
    template = _OTHER[whole.made.template]
    tables = random_tables(rng, template, whole.kind)
    other = replace(whole.made, template=template, tables=tables)

    def edit(_: Grid) -> Grid:
        return grid(other, "disclosure")

    what = f"section two of {template}"
    return Spoilt(edited(whole.made, "disclosure", edit), "", what, instead=codes("GD201"))


def _other_clause(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The clause on permits is of the other form."""
    template = _OTHER[whole.made.template]
    other = replace(whole.made, template=template, tables=random_tables(rng, template, whole.kind))

    def edit(rows: Grid) -> Grid:
        mine, theirs = (_clauses(each) for each in (rows, grid(other, "disclosure")))
        return tuple(row for n, clause in enumerate(mine) for row in (theirs[1] if n == 1 else clause))

    return Spoilt(edited(whole.made, "disclosure", edit), "", f"clause five of {template}")


def _clauses(rows: Grid) -> list[Grid]:
    """A grid in, its parts, each from one row of a clause to the next, out."""
    starts = [n for n, row in enumerate(rows) if row.kind == "clause"]
    return [rows[start:end] for start, end in pairwise((*starts, len(rows)))]


def _handling(whole: Whole, rng: random.Random) -> Spoilt | None:
    """其他处理 is one row for three, or three for one."""
    made = whole.made
    if any(int(figures["total"]) for row, figures in made.tables["applications"].items() if row.startswith("other_")):
        return None
    zeros = ("0",) * 7
    label = GROUPS["other_handling"]
    labels = [row.label for row in APPLICATIONS[2021] if row.group == "other_handling"]
    one: Grid = (Row("data", (ABOVE, label, LEFT, *zeros), 3, "other_handling"),)
    three = tuple(Row("data", (ABOVE, ABOVE if n else label, text, *zeros), 3) for n, text in enumerate(labels))

    new = one if made.template == 2021 else three

    def edit(rows: Grid) -> Grid:
        at = next(n for n, row in enumerate(rows) if row.key.startswith("other_handling"))
        return (*rows[:at], *new, *(row for row in rows[at:] if not row.key.startswith("other_handling")))

    return Spoilt(edited(made, "applications", edit), "", f"其他处理 in {len(new)} rows")


_NINTH: Final = (
    Row("clause", filled(("第二十条第（九）项",), 4), 4),
    Row("header", filled(("信息内容", "采购项目数量", "采购总金额"), 4), 4),
    Row("data", filled(("政府集中采购", "2", "15.6"), 4), 1),
)
_SERVICES: Final = (Row("data", filled(("其他对外管理服务事项", "3"), 4), 1),)
_STRANGE: Final = Row("data", filled(("行政裁决", "0"), 4), 1)
_STRANGE_RESULT: Final = Row("data", (ABOVE, ABOVE, "6.要求提供咨询服务", *("0",) * 7), 3)

_LABELS: Final = (
    ("administrative lost", "applications", "2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开"),
    ("inner matters misprinted", "applications", "5.属于三类内部事务信息", "5.属于三类内容事务信息"),
    ("kind of applicant shortened", "applications", "社会公益组织", "社会组织"),
    ("situation misprinted", "applications", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
     "（二）部分公开（区分处理的，只计这一情况，不计其他情形）"),
)  # fmt: skip
_LABELS_2021: Final = (
    ("documents without administrative", "disclosure", "行政规范性文件", "规范性文件"),
    ("column shortened", "disclosure", "现行有效件数", "现行有效件"),
)

TABLE_DEFECTS: Final = (
    Defect("no table", "GD301", _absent),
    Defect("row missing", "GD302", _dropped),
    Defect("column missing", "GD303", _edit("applications", without_column(6)), codes("GD402"), shapes=_DRAWN),
    Defect("value missing", "GD304", _short, shapes=_DRAWN),
    *(Defect(name, "GD305", _label(*words)) for name, *words in _LABELS),
    *(Defect(name, "GD305", _label(*words), template=2021) for name, *words in _LABELS_2021),
    Defect("strange row in section two", "GD306", _edit("disclosure", with_row("coercion", _STRANGE), "行政裁决")),
    Defect("strange row in section three", "GD306", _edit("applications", with_row("not_processed.reconfirm", _STRANGE_RESULT), "要求提供咨询服务")),
    Defect("rows swapped", "GD307", _swapped),
    Defect("row twice", "GD308", _row_twice, codes("GD402")),
    Defect("table twice", "GD309", _doubled),
    Defect("unit of fees lost", "GD319", _label("disclosure", "本年收费金额（单位：万元）", "本年收费金额", "GD305"), template=2021),
    Defect("fewer decimals than the header demands", "GD315", _decimals, selected=True, template=2021),
    Defect("cells run together", "GD320", _joined, shapes=("tsv",)),
    Defect("instruction in a label", "GD704", _instructed),
    Defect("openness in the first row", "GD104", _label("applications", "一、本年新收政府信息公开申请数量", "一、本年新收政务公开申请数量")),
    Defect("openness in the second row", "GD104", _label("applications", "二、上年结转政府信息公开申请数量", "二、上年结转政务公开申请数量")),
)  # fmt: skip

TEMPLATE: Final = (
    Defect("tables of the other form", "GD201", _other_tables, codes("GD203 GD204 GD805")),
    Defect("section two of the other form", "GD202", _other_disclosure, codes("GD203 GD204")),
    Defect("one clause of the other form", "GD202", _other_clause, codes("GD203 GD302 GD303")),
    Defect("abolished clause", "GD203", _edit("disclosure", with_row("fees", *_NINTH), "政府集中采购", "GD202"), template=2021),
    Defect("abolished row", "GD203", _edit("disclosure", with_row("licensing", *_SERVICES), "其他对外管理服务事项", "GD202"), template=2021),
    Defect("other handling as in the other form", "GD204", _handling, codes("GD202")),
)  # fmt: skip
