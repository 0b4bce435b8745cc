"""The real reports that lie beside the checkout, with what a careful reader found in them.

None of their text stands in this project: tests read it from `../shared/samples`, as seen from the root.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from gdlint import api
from gdlint.model.report import Figure, Report

SAMPLES: Final = Path(__file__).resolve().parents[3] / "shared" / "samples"
SEEDS: Final = ("000", "001", "002", "003", "004")

Cell = int | float | str
Cells = dict[str, dict[str, dict[str, Cell]]]


class Where(NamedTuple):
    """The place of a value cell."""

    table: str
    row: str
    column: str


@dataclass(frozen=True)
class Seed:
    """One of the five seeds: its text, and the JSON files beside it."""

    path: Path

    @cached_property
    def text(self) -> str:
        """The report as it is linted."""
        text = self.report.source.text
        assert text is not None
        return text

    @cached_property
    def report(self) -> Report:
        """What gdlint reads in it."""
        return api.parse(self.path)

    @cached_property
    def truth(self) -> Mapping[str, Any]:
        """What a careful reader read in it."""
        return _json(self.path.with_suffix(".truth.json"))

    @cached_property
    def expected(self) -> Mapping[str, Any]:
        """What a linter must, may and must not say of it."""
        return _json(self.path.with_suffix(".expected.json"))

    @property
    def template(self) -> int:
        """The template that its tables follow."""
        return int(self.truth["template"])

    @cached_property
    def cells(self) -> Cells:
        """Every known cell: a number, "" for a blank one, a text for what is no number."""
        return {
            table: {key: dict(row) for key, row in rows.items() if "_cells" not in row}
            for table, rows in self.truth["tables"].items()
        }

    @cached_property
    def short_rows(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The rows in which nobody can tell which column is missing: their printed values."""
        return {
            (table, key): tuple(map(str, row["_cells"]))
            for table, rows in self.truth["tables"].items()
            for key, row in rows.items()
            if "_cells" in row
        }


def _json(path: Path) -> Mapping[str, Any]:
    """A path in, the mapping in that file out."""
    data: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def load(name: str) -> Seed:
    """The number of a seed in, the seed out."""
    return Seed(next((SAMPLES / "seeds").glob(f"{name}_*.txt")))


def places(cells: Mapping[str, Mapping[str, Mapping[str, Cell]]]) -> Iterator[tuple[Where, Cell]]:
    """Cells by table, row and column in, each with its place out."""
    for table, rows in cells.items():
        for row, values in rows.items():
            for column, value in values.items():
                yield Where(table, row, column), value


def bound(report: Report) -> dict[Where, Figure]:
    """A report in, all its figures by place out."""
    return {
        Where(key, row, column): figure
        for key, table in report.tables.items()
        for (row, column), figure in table.figures.items()
    }


def says(figure: Figure | None, value: Cell) -> bool:
    """A figure and the value that a reader found in, whether they agree out."""
    if figure is None:
        return False
    if value == "":
        return figure.blank and figure.value is None
    if isinstance(value, str):
        return figure.text == value and figure.value is None
    return figure.value is not None and figure.number is not None and float(figure.number) == value


def wrong_cells(seed: Seed) -> list[str]:
    """A seed in, every cell that gdlint reads otherwise than the careful reader (or invents) out."""
    figures, known = bound(seed.report), dict(places(seed.cells))
    wrong = [
        f"{place}: {value!r} read as {figures.get(place)}"
        for place, value in known.items()
        if not says(figures.get(place), value)
    ]
    return wrong + [f"{place}: invented {figures[place]}" for place in figures.keys() - known.keys()]


def loose_rows(report: Report) -> dict[tuple[str, str], tuple[str, ...]]:
    """A report in, the texts that it could not assign to columns, by table and row out."""
    return {
        (key, loose.row or ""): loose.texts for key, table in report.tables.items() for loose in table.loose
    }
