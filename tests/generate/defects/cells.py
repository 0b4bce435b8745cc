"""Mistakes in single cells (GD31x) and sums that do not hold (GD4)."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..bodies import SMALL
from ..forms import APPLICANTS, LITIGATION_GROUPS, OUTCOMES, columns_of, result_rows, rows_of
from ..identities import failed
from ..layout import Row
from ..model import Made
from ..whole import Whole
from .grids import edited, with_row
from .kinds import Defect, Spoil, Spoilt, codes

Place = tuple[str, str, str]
_CELLWISE: Final = ("tab_cell", "tsv", "pipe", "bar_padded", "bar_bare", "bar_leading", "bar_cell", "bar_own_line")
"""shapes in which a blank cell leaves a trace"""


def with_cells(made: Made, cells: dict[Place, str]) -> Made:
    """A report and new texts of cells in, the changed report out."""
    tables = {table: {row: dict(figures) for row, figures in rows.items()} for table, rows in made.tables.items()}
    for (table, row, column), text in cells.items():
        tables[table][row][column] = text
    return replace(made, tables=tables)


def spoilt(whole: Whole, cells: dict[Place, str], mark: str = "") -> Spoilt:
    """A report and new texts of cells in, the spoilt report out; sums that now fail may be said besides."""
    made = with_cells(whole.made, cells)
    follows = frozenset(each.code for each in failed(_readable(made)))
    what = ", ".join(f"{'.'.join(place)} = {text!r}" for place, text in cells.items())
    return Spoilt(made, mark, what, follows=follows)


def _readable(made: Made) -> Made:
    """A report in, the same with a blank for every text that is no count out."""
    tables = {
        table: {
            row: {key: text if key == "amount" or text.lstrip("-").isdigit() else "" for key, text in figures.items()}
            for row, figures in rows.items()
        }
        for table, rows in made.tables.items()
    }
    return replace(made, tables=tables)


def number(whole: Whole, place: Place) -> int:
    """A report and a place in, the count there out."""
    table, row, column = place
    return int(whole.made.tables[table][row][column])


def _counts(whole: Whole) -> Iterator[Place]:
    """Every cell that holds a count and no change."""
    for table in whole.made.tables:
        for row in rows_of(table, whole.made.template):
            for column in columns_of(table, row, whole.made.template):
                if column not in ("amount", "change"):
                    yield table, row, column


def _printed(*texts: str) -> Spoil:
    """Some cell holds one of these texts, in which {} is its count."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        place = rng.choice(list(_counts(whole)))
        return spoilt(whole, {place: rng.choice(texts).format(number(whole, place))})

    return spoil


def _wide(whole: Whole, rng: random.Random) -> Spoilt | None:
    """A count in full-width digits."""
    place = rng.choice(list(_counts(whole)))
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number(whole, place)))
    return spoilt(whole, {place: wide})


def _grouped(whole: Whole, rng: random.Random) -> Spoilt | None:
    """A large count with separators."""
    large = [place for place in _counts(whole) if number(whole, place) >= 1000]
    if not large:
        return None
    place = rng.choice(large)
    return spoilt(whole, {place: f"{number(whole, place):,}"})


def _money(whole: Whole) -> Place:
    return ("disclosure", "fees" if whole.made.template == 2021 else "procurement", "amount")


def _amount(text: str, purchases: str = "7") -> Spoil:
    """The amount of the report holds this text."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        cells = {_money(whole): text}
        if whole.made.template == 2019:
            cells["disclosure", "procurement", "purchases"] = purchases
        return spoilt(whole, cells)

    return spoil


def _changed(text: str, instead: str = "") -> Spoil:
    """本年增/减 of a row holds this text; {} is one more than there was; `instead`: what may be
    said of it, too."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        row = rng.choice(("licensing", "other_services", "penalties", "coercion", "fees"))
        more = number(whole, ("disclosure", row, "last_year")) + 1
        changed = spoilt(whole, {("disclosure", row, "change"): text.format(more)})
        return changed._replace(instead=codes(instead))

    return spoil


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
    row = {column: 0 for column in (*OUTCOMES, "total")}
    cells = {("litigation", "reconsideration", column): str(count) for column, count in row.items()}
    after = {**row, "upheld": 3, "total": 3}
    return spoilt(whole, {**cells, **{("litigation", "suit_after_reconsideration", c): str(n) for c, n in after.items()}})


def _group_row(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The label row of a group holds numbers of its own."""
    last, label = rng.choice((("partial", "（三）不予公开"), ("denied.inquiry", "（四）无法提供"), ("unavailable.unclear", "（五）不予处理")))
    row = Row("data", ("", label, "", "1", "0", "0", "0", "0", "0", "1"), 3)
    return Spoilt(edited(whole.made, "applications", with_row(last, row)), label, f"values at {label}")


CELLS: Final = (
    Defect("blank", "GD310", _printed(""), shapes=_CELLWISE),
    Defect("word for a number", "GD311", _printed("无", "/", "—")),
    Defect("negative count", "GD312", _printed("-1", "-3")),
    Defect("part of a count", "GD312", _printed("1.5", "0.5")),
    Defect("unit behind a count", "GD313", _printed("{}件")),
    Defect("unit behind an amount", "GD313", _amount("12.36万元")),
    Defect("yuan for ten thousands", "GD314", _amount("766202"), kinds=SMALL, template=2021),
    Defect("yuan without a unit", "GD314", _amount("766202"), kinds=SMALL, template=2019),
    Defect("amount without purchases", "GD316", _amount("12.36", "0"), template=2019),
    Defect("purchases without an amount", "GD316", _amount("0", "7"), template=2019),
    Defect("less than nothing left", "GD317", _changed("-{}"), template=2019),
    Defect("change in words", "GD317", _changed("减少", "GD311 GD320"), template=2019),
    Defect("full-width digits", "GD318", _wide),
    Defect("separators", "GD318", _grouped),
    Defect("leading zeros", "GD318", _printed("00{}")),
)

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
    Defect("regulations of a small body", "GD801", _regulations, kinds=SMALL | {"county"}),
    Defect("files counted as documents", "GD802", _documents(issued=60, repealed=0, in_force=228), kinds=frozenset({"town", "department"}), template=2021),
    Defect("files counted as documents of old", "GD802", _documents(made=228, opened=228, open_total=228),
           kinds=frozenset({"town", "department"}), template=2019),
)  # fmt: skip
