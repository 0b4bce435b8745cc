"""Tables, clauses and rows of the other form (GD2)."""

import random
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ..figures import random_tables
from ..forms import APPLICATIONS, GROUPS
from ..layout import ABOVE, LEFT, Grid, Row, grid
from ..whole import Whole, whole_report
from .grids import edited, filled, with_row
from .kinds import Defect, Spoilt, codes
from .tables import changed
from .wording import with_paragraphs

_OTHER: Final = {2019: 2021, 2021: 2019}


def _other_tables(whole: Whole, rng: random.Random) -> Spoilt | None:
    """All tables are of the other form than the year's."""
    template = _OTHER[whole.made.template]
    other = whole_report(rng, template, whole.kind, year=whole.made.year)
    fee = "本年度未收取政府信息公开信息处理费。" if whole.made.year > 2020 else "无。"
    return Spoilt(
        replace(with_paragraphs(other.made, "others", (fee,)), intro=None), "", f"tables of {template}"
    )


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
    """One of the first four clauses is of the other form."""
    template = _OTHER[whole.made.template]
    other = replace(whole.made, template=template, tables=random_tables(rng, template, whole.kind))
    changed = rng.randrange(4)

    def edit(rows: Grid) -> Grid:
        mine, theirs = (_clauses(each) for each in (rows, grid(other, "disclosure")))
        return tuple(row for n, clause in enumerate(mine) for row in (theirs[n] if n == changed else clause))

    return Spoilt(edited(whole.made, "disclosure", edit), "", f"clause {'1568'[changed]} of {template}")


def _clauses(rows: Grid) -> list[Grid]:
    """A grid in, its parts, each from one row of a clause to the next, out."""
    starts = [n for n, row in enumerate(rows) if row.kind == "clause"]
    return [rows[start:end] for start, end in pairwise((*starts, len(rows)))]


def _handling(whole: Whole, rng: random.Random) -> Spoilt | None:
    """其他处理 is one row for three, or three for one."""
    made = whole.made
    if any(
        int(figures["total"])
        for row, figures in made.tables["applications"].items()
        if row.startswith("other_")
    ):
        return None
    zeros = ("0",) * 7
    label = GROUPS["other_handling"]
    labels = [row.label for row in APPLICATIONS[2021] if row.group == "other_handling"]
    one: Grid = (Row("data", (ABOVE, label, LEFT, *zeros), 3, "other_handling"),)
    three = tuple(
        Row("data", (ABOVE, ABOVE if n else label, text, *zeros), 3) for n, text in enumerate(labels)
    )

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
TEMPLATE: Final = (
    Defect("tables of the other form", "GD201", _other_tables, codes("GD203 GD204 GD805")),
    Defect("section two of the other form", "GD202", _other_disclosure, codes("GD203 GD204 GD509 GD510 GD511")),
    Defect("one clause of the other form", "GD202", _other_clause, codes("GD203 GD302 GD303 GD509 GD510 GD511")),
    Defect("abolished clause", "GD203", changed("disclosure", with_row("fees", *_NINTH), "政府集中采购", "GD202"), template=2021),
    Defect("abolished row", "GD203", changed("disclosure", with_row("licensing", *_SERVICES), "其他对外管理服务事项", "GD202"),
           template=2021),
    Defect("other handling as in the other form", "GD204", _handling, codes("GD202")),
)  # fmt: skip
