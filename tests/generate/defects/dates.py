"""Mistakes in the year of the title and in the date of the signature (GD6)."""

import random
from dataclasses import replace
from datetime import date
from typing import Final

from ..bodies import SMALL
from ..whole import Whole
from .kinds import Defect, Spoil, Spoilt, codes

# What was last year's becomes the year's.
_OTHER_YEARS: Final = codes("GD601 GD606 GD611 GD612 GD608 GD609 GD610 GD501 GD502 GD503 GD507 GD522")


def signed(years: int, month: int, day: int, instead: str = "") -> Spoil:
    """The report is dated on this day, so many years after the reporting year; `instead`: what may be said of it, too."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        when = date(whole.made.year + years, month, day)
        mark = f"{when.year}年{when.month}月{when.day}日"
        made = replace(whole.made, signature=(whole.body.name, when))
        return Spoilt(made, "" if instead else mark, mark, instead=codes(instead))

    return spoil


def _unsigned(whole: Whole, rng: random.Random) -> Spoilt | None:
    if whole.made.signature is None:
        return None
    return Spoilt(replace(whole.made, signature=None), "", "not signed")


def _title_of_last_year(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The title has last year's year, all else this year's."""
    made = whole.made
    stated = f"{made.year}年1月1日" in (made.intro or "") and made.signature is not None
    if not stated or made.year in (2019, 2021):
        return None
    title = made.title.replace(str(made.year), str(made.year - 1))
    return Spoilt(replace(made, title=title), "", title)


def _signed_by_another(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The signature is that of another body."""
    if whole.made.signature is None:
        return None
    name = rng.choice(("白沙县渔业局", "白沙县柳河镇人民政府", "白沙县人民政府"))
    made = replace(whole.made, signature=(name, whole.made.signature[1]))
    return Spoilt(made, name, name)


_LATE: Final = codes("GD608 GD609 GD610 GD605")

DATES: Final = (
    Defect("title of last year", "GD605", _title_of_last_year, _OTHER_YEARS),
    Defect("signed before the year was over", "GD606", signed(0, 12, 20, "GD605"), _LATE),
    Defect("signed two years late", "GD606", signed(2, 1, 20, "GD605"), _LATE),
    Defect("not signed", "GD607", _unsigned),
    Defect("signed by another body", "GD117", _signed_by_another),
    Defect("department late", "GD608", signed(1, 2, 20), kinds=frozenset({"department"})),
    Defect("government late", "GD609", signed(1, 4, 15), kinds=frozenset({"county", "city", "province"})),
    Defect("town late", "GD610", signed(1, 2, 20), kinds=SMALL - {"department"}),
    Defect("town very late", "GD610", signed(1, 4, 15), kinds=SMALL - {"department"}),
)
