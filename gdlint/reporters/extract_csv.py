"""The CSV of `gdlint extract`: value cells, claims, or what could not be assigned, each a table of its own with its own columns."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import StringIO
from typing import Any, NamedTuple

from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter
from gdlint.reporters.extract import PlacedClaim, claim_data, loose_data
from gdlint.reporters.places import place_data
from gdlint.reporters.safe import csv_cell

Claims = Callable[[], Iterable[PlacedClaim]]
"""reads the claims of a report: most of its CSV does without"""
Rows = Callable[[Report, Claims, str], Iterator[tuple[Any, ...]]]

FACTS = ("path", "year", "template", "body")
CLAIM = (
    "cells", "words", "value", "exact", "unit", "denied", "scope", "period", "relation", "certainty",
)  # fmt: skip
PLACED = ("unit", "subject", "cue")
"""the words of a claim whose places are told"""
BETWEEN = " | "
"""stands between the texts of what could not be assigned"""


class CsvKind(NamedTuple):
    """The columns of a table, and its rows for a report, its claims and a language; what is null in JSON is empty."""

    columns: tuple[str, ...]
    rows: Rows


def _cells(report: Report, _: Claims, language: str) -> Iterator[tuple[Any, ...]]:
    for key, table in report.tables.items():
        for (row, column), figure in table.figures.items():
            place = place_data(report.source, figure.start)
            value = "" if figure.value is None else figure.value
            yield (
                *_facts(report),
                key,
                row,
                column,
                figure.text or "",
                value,
                _plain(place["line"]),
                _plain(place["column"]),
            )


def _claims(report: Report, claims: Claims, language: str) -> Iterator[tuple[Any, ...]]:
    for claim, start in claims():
        data: Mapping[str, Any] = {**claim_data(report.source, claim, start)}
        placed = (data, *(data[f"{part}_at"] or {} for part in PLACED))
        places = (place.get(name) for place in placed for name in ("line", "column"))
        yield (*_facts(report), *(_plain(data[name]) for name in CLAIM), *map(_plain, places))


def _unassigned(report: Report, _: Claims, language: str) -> Iterator[tuple[Any, ...]]:
    for table in report.tables.values():
        for loose in table.loose:
            data: Mapping[str, Any] = {
                **loose_data(loose, report.source, language),
                "texts": BETWEEN.join(loose.texts),
            }
            names = ("table", "row", "texts", "problem", "reason", "line", "column")
            yield (*_facts(report), *(_plain(data[name]) for name in names))


def _facts(report: Report) -> tuple[Any, ...]:
    facts = report.facts
    return (report.source.path, facts.year or "", facts.template or "", facts.body or "")


def _plain(value: Any) -> Any:
    """A value as it stands in a cell: truth values are those of JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


KINDS: Mapping[str, CsvKind] = {
    "tables": CsvKind((*FACTS, "table", "row", "column", "text", "value", "line", "char"), _cells),
    "claims": CsvKind(
        (*FACTS, *CLAIM, "line", "char", *(f"{part}_{name}" for part in PLACED for name in ("line", "char"))),
        _claims,
    ),
    "unassigned": CsvKind(
        (*FACTS, "table", "row", "texts", "problem", "reason", "line", "char"), _unassigned
    ),
}


class ExtractCsvReporter(Reporter):
    """One of the tables, written as it goes."""

    suffix = ".csv"

    def head(self) -> None:
        """The columns."""
        self.kind = KINDS[self.run.what or "tables"]
        self._rows([self.kind.columns])

    def file(self, result: FileResult) -> None:
        """The rows of one file."""
        rows = self.kind.rows(result.report, partial(self.run.claims, result.report), self.language)
        self._rows(map(csv_cell, row) for row in rows)

    def _rows(self, rows: Iterable[Iterable[Any]]) -> None:
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.write(text.getvalue())
