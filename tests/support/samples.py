"""The real reports that lie beside the checkout, with what a careful reader found in them.

None of their text stands in this project: tests read it from `../shared/samples`, as seen from the root, or from above that
where the tests are those of a copy inside the checkout (mutmut makes one).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from gdlint import api
from gdlint.model.report import Figure, Report

ABOVE: Final = Path(__file__).resolve().parents[3:]
SAMPLES: Final = next(
    (samples for folder in ABOVE if (samples := folder / "shared" / "samples").is_dir()),
    ABOVE[0] / "shared" / "samples",
)
SEEDS: Final = ("000", "001", "002", "003", "004")
REPORTS: Final = (
    "0005.txt", "0006.txt", "0007.txt", "0005.raw.txt", "0006.raw.txt", "0007.raw.txt", "0010.txt", "0011.txt", "0012.txt",
)  # fmt: skip

Cell = int | float | str
Cells = dict[str, dict[str, dict[str, Cell]]]


class Where(NamedTuple):
    """The place of a value cell."""

    table: str
    row: str
    column: str


@dataclass(frozen=True)
class Seed:
    """A real report: its text, and the JSON files beside it (shared by the texts that were taken from one PDF)."""

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
        return _json(self._beside("truth"))

    @cached_property
    def expected(self) -> Mapping[str, Any]:
        """What a linter must, may and must not say of it."""
        return _json(self._beside("expected"))

    def _beside(self, kind: str) -> Path:
        name = self.path.name.partition(".")[0]
        return self.path.with_name(f"{name}.{kind}.json")

    @property
    def template(self) -> int:
        """The template that its tables follow."""
        return int(self.truth["template"])

    @cached_property
    def cells(self) -> Cells:
        """Every known cell: a number, "" for a blank one, a text for what is no number."""
        return {
            table: {
                key: {column: value for column, value in row.items() if value is not None}
                for key, row in rows.items()
                if "_cells" not in row
            }
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


def load_report(name: str) -> Seed:
    """The file name of one of the other reports in, the report out."""
    return Seed(SAMPLES / "reports" / name)


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


def unknown_cells(seed: Seed) -> list[Where]:
    """A report in, the cells of which gdlint does not say what they are out (those that nobody can decide included)."""
    figures = bound(seed.report)
    whole = [
        Where(table, row, column)
        for table, rows in seed.truth["tables"].items()
        for row, cells in rows.items()
        for column in cells
    ]
    return [place for place in whole if place not in figures or figures[place].text is None]


def misread_cells(seed: Seed) -> list[str]:
    """A report in, every cell of which gdlint says something else than the careful reader out."""
    figures, known = bound(seed.report), dict(places(seed.cells))
    return [
        f"{place}: {known.get(place)!r} read as {figure}"
        for place, figure in figures.items()
        if figure.text is not None and (place not in known or not says(figure, known[place]))
    ]


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
