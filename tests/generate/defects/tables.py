"""Mistakes in the shape, labels and rows of tables (GD30x)."""

import random
from dataclasses import replace
from typing import Final

from ..forms import APPLICATIONS, FULL_WIDTH_ROWS, rows_of
from ..forms import TABLES as KEYS
from ..layout import ABOVE, Row
from ..mutate import swap_labels
from ..whole import Whole
from .cells import with_cells
from .grids import Edit, edited, filled, relabelled, twice, with_row, without_column, without_last
from .kinds import Defect, Spoil, Spoilt, codes
from .wording import section

_DRAWN: Final = ("pipe",)
"""shapes that state the grid"""


def _absent(whole: Whole, rng: random.Random) -> Spoilt | None:
    table = rng.choice(KEYS)
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
    table = rng.choice(KEYS)
    return Spoilt(replace(whole.made, doubled=frozenset({table})), "", f"{table} twice")


def _row_twice(whole: Whole, rng: random.Random) -> Spoilt | None:
    key = rng.choice([row.key for row in APPLICATIONS[whole.made.template] if row.key != "total"])
    return Spoilt(edited(whole.made, "applications", twice(key)), "", f"{key} twice")


def _short(whole: Whole, rng: random.Random) -> Spoilt | None:
    key = rng.choice(rows_of("applications", whole.made.template))
    return Spoilt(edited(whole.made, "applications", without_last(key)), "", f"{key} short")


def changed(table: str, edit: Edit, mark: str = "", follows: str = "") -> Spoil:
    """A change of a grid."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        return Spoilt(edited(whole.made, table, edit), mark, mark or "grid changed", follows=codes(follows))

    return spoil


def _label(table: str, old: str, new: str, follows: str = "") -> Spoil:
    return changed(table, relabelled(old, new), new, follows)


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
        at = text.index(values, text.index("勾稽关系"))
        return text[:at] + run + text[at + len(values) :]

    return Spoilt(whole.made, "", f"{key}: {run}", after)


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

TABLES: Final = (
    Defect("no table", "GD301", _absent),
    Defect("row missing", "GD302", _dropped),
    Defect("column missing", "GD303", changed("applications", without_column(6)), codes("GD402"), shapes=_DRAWN),
    Defect("value missing", "GD304", _short, shapes=_DRAWN),
    *(Defect(name, "GD305", _label(*words)) for name, *words in _LABELS),
    *(Defect(name, "GD305", _label(*words), template=2021) for name, *words in _LABELS_2021),
    Defect("strange row in section two", "GD306", changed("disclosure", with_row("coercion", _STRANGE), "行政裁决")),
    Defect("strange row in section three", "GD306", changed("applications", with_row("not_processed.reconfirm", _STRANGE_RESULT),
           "要求提供咨询服务")),
    Defect("rows swapped", "GD307", _swapped),
    Defect("row twice", "GD308", _row_twice, codes("GD402")),
    Defect("table twice", "GD309", _doubled),
    Defect("unit of fees lost", "GD319", _label("disclosure", "本年收费金额（单位：万元）", "本年收费金额", "GD305"), template=2021),
    Defect("column under the name of another", "GD321", _label("disclosure", "本年废止件数", "本年制发件数"), template=2021),
    Defect("fewer decimals than the header demands", "GD315", _decimals, selected=True, template=2021),
    Defect("cells run together", "GD320", _joined, shapes=("tsv",)),
    Defect("instruction in a label", "GD704", _instructed),
    Defect("openness in the first row", "GD104", _label("applications", "一、本年新收政府信息公开申请数量",
           "一、本年新收政务公开申请数量")),
    Defect("openness in the second row", "GD104", _label("applications", "二、上年结转政府信息公开申请数量",
           "二、上年结转政务公开申请数量")),
)  # fmt: skip
