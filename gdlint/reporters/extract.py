"""The tables, facts and claims of a report as data: the JSON of `gdlint extract`."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from gdlint.forms.known_facts import Known, known_facts
from gdlint.model.claim import Claim, Span
from gdlint.model.report import BoundHeading, Figure, Loose, Report
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.extracted import (
    ClaimData,
    Extracted,
    FigureData,
    FigureMore,
    Inferred,
    KnownData,
    LooseData,
    PeriodData,
    PlaceData,
    SectionData,
    SignatureData,
)  # fmt: skip
from gdlint.reporters.places import line_of, place_data
from gdlint.reporters.safe import json_text
from gdlint.words.unplaced import PROBLEMS

SCHEMA = 1
PlacedClaim = tuple[Claim, int]
"""a claim whose spans are those of the source, and where its number stands"""


def report_data(report: Report, claims: Iterable[PlacedClaim] = (), language: str = "zh") -> Extracted:
    """One item of `files` (see extract.schema.json)."""
    facts, source = report.facts, report.source
    data: Extracted = {
        "path": source.path,
        "template": facts.template,
        "year": facts.year,
        "body": facts.body,
        "body_kind": facts.body_kind,
        "body_suffix": facts.body_suffix,
        "title": facts.title.text if facts.title else None,
        "period": _period(report),
        "signature": _signature(report),
        "sections": [_section(heading, source) for heading in report.headings],
        "tables": {key: _table(report, key) for key in report.tables},
        "unassigned": [
            loose_data(loose, source, language) for table in report.tables.values() for loose in table.loose
        ],
        "claims": [claim_data(source, claim, start) for claim, start in claims],
        **_inferred(report),
        "known": {item.fact: _known(item, source) for item in known_facts(report)},
    }
    return data


def _inferred(report: Report) -> Inferred:
    """What of the facts is not printed as such, and from what it is inferred."""
    found: Inferred = {}
    if report.facts.year_inferred:
        found["year_inferred"] = report.facts.year_inferred
    if report.facts.body_inferred:
        found["body_inferred"] = report.facts.body_inferred
    return found


def _section(heading: BoundHeading, source: Source) -> SectionData:
    label = heading.label
    return {"key": label.key, "title": label.text, "line": line_of(source, label.start)}


def _period(report: Report) -> PeriodData | None:
    period = report.facts.period
    if period is None:
        return None
    line = line_of(report.source, period.start)
    return {"start": _day(period.begin), "end": _day(period.finish), "line": line}


def _signature(report: Report) -> SignatureData | None:
    signature = report.facts.signature
    if signature is None:
        return None
    line = line_of(report.source, signature.date_start)
    return {"body": signature.body, "date": _day(signature.date), "line": line}


def _known(item: Known, source: Source) -> KnownData:
    """A fact with how it is known, and the line where it stands."""
    several = isinstance(item.value, tuple)
    value = [_plain(part) for part in item.value] if several else _plain(item.value)
    return {"value": value, "how": item.how, "line": line_of(source, item.place[0]) if item.place else None}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def claim_data(source: Source, claim: Claim, start: int) -> ClaimData:
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
        "unit_at": _place(source, _unit_span(source, claim)),
        "subject_at": _place(source, claim.subject),
        "cue_at": _place(source, claim.cue),
        **place_data(source, start),
    }


def _place(source: Source, span: Span | None) -> PlaceData | None:
    return place_data(source, span[0]) if span else None


def _unit_span(source: Source, claim: Claim) -> Span | None:
    """Where the unit stands, behind the number; None where it is not printed as it is called (％, 百分之)."""
    first, last = claim.number
    place = (source.text or "").rfind(claim.unit, first, last) if claim.unit else -1
    return (place, place + len(claim.unit)) if place >= 0 else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _table(report: Report, key: str) -> dict[str, dict[str, FigureData]]:
    return {
        row: {column: _figure(figure, report.source) for column, figure in cells.items()}
        for row, cells in report.tables[key].rows.items()
    }


def _figure(figure: Figure, source: Source) -> FigureData:
    more: FigureMore = {}
    if figure.unit:
        is_whole = isinstance(figure.number, int)
        more = {"number": str(figure.number) if is_whole else f"{figure.number:f}", "unit": figure.unit}
    if figure.inferred:
        more["inferred"] = figure.inferred
    return {"text": figure.text, "value": figure.value, **place_data(source, figure.start), **more}


def loose_data(loose: Loose, source: Source, language: str) -> LooseData:
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
