"""Figures that cannot be beside each other (GD4), or in such a body (GD8)."""

import random
from typing import Final

from ..bodies import SMALL
from ..forms import APPLICANTS, LITIGATION_GROUPS, OUTCOMES, columns_of, result_rows
from ..layout import Row
from ..whole import Whole
from .cells import number, spoilt
from .grids import edited, with_row
from .kinds import Defect, Spoil, Spoilt, codes

_COUNTING: Final = frozenset({"town", "department"})
"""bodies that count their files as normative documents"""


def _documents(**values: int) -> Spoil:
    """The row of normative documents holds these figures."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        cells = {("disclosure", "normative_documents", key): str(value) for key, value in values.items()}
        return spoilt(whole, cells)

    return spoil


def _regulations(whole: Whole, rng: random.Random) -> Spoilt | None:
    columns = columns_of("disclosure", "regulations", whole.made.template)
    values = ("2", "0", "2") if whole.made.template == 2021 else ("2", "2", "3")
    return spoilt(whole, {("disclosure", "regulations", c): v for c, v in zip(columns, values, strict=True)})


def _applications(row: str | None, *columns: str) -> Spoil:
    """One more in these columns of a row (None: of some result) of section three."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        key = row or rng.choice(result_rows(whole.made.template))
        applicant = rng.choice(APPLICANTS)
        places = [("applications", key, column or applicant) for column in columns]
        return spoilt(whole, {place: str(number(whole, place) + 1) for place in places})

    return spoil


def _litigation(whole: Whole, rng: random.Random) -> Spoilt | None:
    place = ("litigation", rng.choice(LITIGATION_GROUPS), rng.choice((*OUTCOMES, "total")))
    return spoilt(whole, {place: str(number(whole, place) + rng.randint(1, 9))})


def _suits(whole: Whole, rng: random.Random) -> Spoilt | None:
    """More suits after reconsideration than reconsiderations."""
    row = dict.fromkeys((*OUTCOMES, "total"), 0)
    cells = {("litigation", "reconsideration", column): str(count) for column, count in row.items()}
    after = {**row, "upheld": 3, "total": 3}
    return spoilt(
        whole,
        {**cells, **{("litigation", "suit_after_reconsideration", c): str(n) for c, n in after.items()}},
    )


def _direct_suits(whole: Whole, rng: random.Random) -> Spoilt | None:
    """A suit without reconsideration, in a year in which a refusal goes to reconsideration first."""
    if whole.made.year < 2024:
        return None
    cells = {("litigation", "direct_suit", column): str(number(whole, ("litigation", "direct_suit", column)) + 1)
             for column in ("pending", "total")}  # fmt: skip
    return spoilt(whole, cells)


def _group_row(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The label row of a group holds numbers of its own."""
    last, label = rng.choice(
        (
            ("partial", "（三）不予公开"),
            ("denied.inquiry", "（四）无法提供"),
            ("unavailable.unclear", "（五）不予处理"),
        )
    )
    row = Row("data", ("", label, "", "1", "0", "0", "0", "0", "0", "1"), 3)
    return Spoilt(edited(whole.made, "applications", with_row(last, row)), label, f"values at {label}")


SUMS: Final = (
    Defect("column out of balance", "GD401", _applications("new", "", "total")),
    Defect("carried in but not dealt with", "GD401", _applications("carried_in", "", "total")),
    Defect("results do not add up", "GD402", _applications(None, "", "total")),
    Defect("row does not add up", "GD403", _applications(None, "")),
    Defect("total of a row", "GD403", _applications("new", "total")),
    Defect("group does not add up", "GD404", _litigation, codes("GD410")),
    Defect("values in the row of a group", "GD405", _group_row),
    Defect("more opened than there is", "GD406", _documents(made=1, opened=9, open_total=4), template=2019),
    Defect("made and not opened", "GD407", _documents(made=4, opened=0, open_total=3), template=2019),
    Defect("stock below nothing", "GD408", _documents(issued=9, repealed=0, in_force=4), template=2021),
    Defect("issued and none in force", "GD409", _documents(issued=3, repealed=0, in_force=0), codes("GD408"), template=2021),
    Defect("more suits than reconsiderations", "GD410", _suits),
    Defect("suit without reconsideration", "GD411", _direct_suits, codes("GD507 GD508"), template=2021),
    Defect("regulations of a small body", "GD801", _regulations, kinds=SMALL | {"county"}),
    Defect("files counted as documents", "GD802", _documents(issued=60, repealed=0, in_force=228),
           kinds=_COUNTING, template=2021),
    Defect("files counted as documents of old", "GD802", _documents(made=228, opened=228, open_total=228),
           kinds=_COUNTING, template=2019),
)  # fmt: skip
