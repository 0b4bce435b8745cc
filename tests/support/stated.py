"""Generated reports in formats that state their tables, held against what gdlint reads of them."""

import random
from importlib.util import find_spec
from typing import Any, Final

import pytest

from gdlint import api
from gdlint.api import Result
from gdlint.model.report import Report
from generate import SHAPES, Made, blank_figure, random_report, tables

from .extent import extent
from .findings import facts
from .samples import Cell, Where, bound, places

SEEDS: Final = range(extent(50, 4))


def report_of(seed: int) -> Made:
    """A number in, the report of that number out: both forms in turn, two of three with blank cells."""
    rng = random.Random(seed)
    made = random_report(rng, (2019, 2021)[seed % 2])
    for _ in range(seed % 3):
        made = blank_figure(made, rng).made
    return made


def wrong_cells(made: Made, report: Report) -> list[str]:
    """A report and what was read of it in, every cell that is otherwise, lost or invented out."""
    truth: dict[Where, Cell] = dict(places(tables(made)))
    figures = bound(report)
    wrong = [
        f"{place}: {truth.get(place)!r} read as {figures.get(place)}"
        for place in sorted(truth.keys() | figures.keys())
        if place not in truth or place not in figures or figures[place].text != str(truth[place])
    ]
    return wrong + [f"loose: {loose}" for table in report.tables.values() for loose in table.loose]


def not_as_printed(made: Made, report: Report) -> list[str]:
    """The same without the numbers of pages, which are left over as such."""
    return [wrong for wrong in wrong_cells(made, report) if "page-mark" not in wrong]


def as_markdown(made: Made) -> Result:
    """A report in, what is said of it as Markdown with a stated grid out."""
    return api.lint(SHAPES["pipe"](made, random.Random(0)), "report.md")


def sayings(result: Result) -> dict[str, Any]:
    """A result in, its facts, its headings and what is said of which cells, without places, out."""
    known = result.report.facts
    return {
        "body": (known.body, known.body_kind, known.year, known.template),
        "period": known.period and known.period[:2],
        "signature": known.signature and known.signature[:2],
        "headings": [heading.label.key for heading in result.report.headings],
        "findings": facts(result),
    }


def needs(module: str) -> pytest.MarkDecorator:
    """The name of a library in, a mark out that passes tests over, visibly, where it is not installed."""
    return pytest.mark.skipif(find_spec(module) is None, reason=f"{module} is not installed")
