"""Mistakes in single cells (GD31x)."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..bodies import SMALL
from ..forms import columns_of, rows_of
from ..identities import failed
from ..model import Made
from ..whole import Whole
from .kinds import Defect, Spoil, Spoilt, codes

Place = tuple[str, str, str]
_CELLWISE: Final = (
    "tab_cell",
    "tsv",
    "pipe",
    "bar_padded",
    "bar_bare",
    "bar_leading",
    "bar_cell",
    "bar_own_line",
)
"""shapes in which a blank cell leaves a trace"""


def with_cells(made: Made, cells: dict[Place, str]) -> Made:
    """A report and new texts of cells in, the changed report out."""
    tables = {
        table: {row: dict(figures) for row, figures in rows.items()} for table, rows in made.tables.items()
    }
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
            row: {
                key: text if key == "amount" or text.lstrip("-").isdigit() else ""
                for key, text in figures.items()
            }
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
