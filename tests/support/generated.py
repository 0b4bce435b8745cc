"""Generated reports held against what gdlint reads and says of them."""

import random
from typing import Final

from gdlint import api
from generate import SHAPES, Made, random_report, tables

from .extent import extent
from .findings import told
from .samples import Cell, Where, bound, places

REPORTS: Final = extent(200, 20)


def made_from(seed: int) -> Made:
    """A number in, the report of that number out: both templates in turn."""
    return random_report(random.Random(seed), (2019, 2021)[seed % 2])


def printed(made: Made, shape: str, seed: int) -> str:
    """A report, a shape and a number in, the text out."""
    return SHAPES[shape](made, random.Random(seed))


def differences(made: Made, text: str) -> list[str]:
    """A report and its text in, every cell that gdlint reads otherwise, loses or invents out."""
    report = api.parse(text)
    figures = bound(report)
    truth: dict[Where, Cell] = dict(places(tables(made)))
    wrong = [
        f"{place}: {truth.get(place)!r} read as {figures.get(place)}"
        for place in sorted(truth.keys() | figures.keys())
        if place not in truth or place not in figures or not _same(figures[place].value, truth[place])
    ]
    loose = [f"loose: {loose}" for table in report.tables.values() for loose in table.loose]
    return wrong + loose


def _same(value: int | str | None, truth: Cell) -> bool:
    """Counts are equal as integers, amounts as they are printed, and a blank has no value."""
    return value is None if truth == "" else type(value) is type(truth) and value == truth


def complaints(text: str) -> list[str]:
    """A text in, its errors and warnings out."""
    return told(api.lint(text))
