"""The tables, facts and claims of a report as data: the JSON of `gdlint extract`."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from gdlint.forms.known import Known, known_facts
from gdlint.forms.values import PROBLEMS
from gdlint.model.claim import Claim
from gdlint.model.report import Figure, Loose, Report
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.places import line_of, place_data
from gdlint.reporters.safe import json_text

SCHEMA = 1
PlacedClaim = tuple[Claim, int]
"""a claim, and where its number stands in the source"""


def report_data(report: Report, claims: Iterable[PlacedClaim] = (), language: str = "zh") -> dict[str, Any]:
    """One item of `files` (see extract.schema.json)."""
    facts, source = report.facts, report.source
    data: dict[str, Any] = {
        "path": source.path,
        "template": facts.template,
        "year": facts.year,
        "body": facts.body,
        "body_kind": facts.body_kind,
        "body_suffix": facts.body_suffix,
        "title": facts.title.text if facts.title else None,
        "period": None,
        "signature": None,
        "sections": [
            {
                "key": heading.label.key,
                "title": heading.label.text,
                "line": line_of(source, heading.label.start),
            }
            for heading in report.headings
        ],
        "tables": {key: _table(report, key) for key in report.tables},
        "unassigned": [
            loose_data(loose, source, language) for table in report.tables.values() for loose in table.loose
        ],
        "claims": [claim_data(source, claim, start) for claim, start in claims],
    }
    if facts.year_inferred:
        data["year_inferred"] = facts.year_inferred
    if facts.body_inferred:
        data["body_inferred"] = facts.body_inferred
    if facts.period:
        period = facts.period
        data["period"] = {
            "start": _day(period.begin),
            "end": _day(period.finish),
            "line": line_of(source, period.start),
        }
    if facts.signature:
        signature = facts.signature
        data["signature"] = {
            "body": signature.body,
            "date": _day(signature.date),
            "line": line_of(source, signature.date_start),
        }
    data["known"] = {item.fact: _known(item, source) for item in known_facts(report)}
    return data


def _known(item: Known, source: Source) -> dict[str, Any]:
    """A fact with how it is known, and the line where it stands."""
    several = isinstance(item.value, tuple)
    value = [_plain(part) for part in item.value] if several else _plain(item.value)
    return {"value": value, "how": item.how, "line": line_of(source, item.place[0]) if item.place else None}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def claim_data(source: Source, claim: Claim, start: int) -> dict[str, Any]:
    """An item of `claims`."""
    return {
        "cells": str(claim.cells) if claim.cells else None,
        "value": None if claim.value is None else f"{claim.value}",
        "exact": claim.exact,
        "unit": claim.unit,
        "denied": claim.denied,
        "scope": claim.scope,
        "period": claim.period,
        "relation": claim.relation,
        "certainty": str(claim.certainty),
        "words": claim.words,
        **place_data(source, start),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _table(report: Report, key: str) -> dict[str, dict[str, Any]]:
    return {
        row: {column: _figure(figure, report.source) for column, figure in cells.items()}
        for row, cells in report.tables[key].rows.items()
    }


def _figure(figure: Figure, source: Source) -> dict[str, Any]:
    data: dict[str, Any] = {
        "text": figure.text,
        "value": figure.value,
        **place_data(source, figure.start),
    }
    if figure.unit:
        data |= {
            "number": f"{figure.number:f}" if not isinstance(figure.number, int) else str(figure.number),
            "unit": figure.unit,
        }
    if figure.inferred:
        data["inferred"] = figure.inferred
    return data


def loose_data(loose: Loose, source: Source, language: str) -> dict[str, Any]:
    """An item of `unassigned`."""
    filled = sum(1 for text in loose.texts if text)
    return {
        "table": loose.table,
        "row": loose.row,
        "texts": list(loose.texts),
        **place_data(source, loose.start),
        "problem": loose.reason,
        "reason": PROBLEMS[loose.reason][language].format(n=filled, width=loose.width),
    }


class ExtractJsonReporter(Reporter):
    """One JSON document, written as it goes."""

    suffix = ".json"

    def head(self) -> None:
        """The begin of the document."""
        self.files = 0
        self.write(f'{{"schema": {SCHEMA}, "files": [')

    def file(self, result: FileResult) -> None:
        """One item of `files`."""
        data = report_data(result.report, self.run.claims(result.report), self.language)
        self.write((", " if self.files else "") + json_text(data))
        self.files += 1

    def end(self, summary: Summary) -> None:
        """The end of the document."""
        self.write("]}\n")
