"""Findings for programs: the JSON of `gdlint check` (`schema` 1, see check.schema.json)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.model.finding import Finding, Outcome
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.fix_words import fix_data
from gdlint.reporters.safe import json_text, masked
from gdlint.version import __version__
from gdlint.words.file_results import NOT_RUN

SCHEMA = 1
TOOL = {"name": "gdlint", "version": __version__}


def file_data(
    report: Report, outcome: Outcome, language: str, packs: Sequence[Mapping[str, str]] = ()
) -> dict[str, Any]:
    """One item of `files`; `packs` are those that it was checked with."""
    found = [finding_data(finding, report.source, language) for finding in outcome.findings]
    return {**file_head(report), "findings": found, **_tail(outcome, language, packs)}


def file_pieces(
    report: Report, outcome: Outcome, language: str, packs: Sequence[Mapping[str, str]] = ()
) -> Iterator[str]:
    """The same as JSON, written out piece by piece: only one finding at a time is held."""
    yield json_text({**file_head(report), "findings": []})[:-2]
    for n, finding in enumerate(outcome.findings):
        data = finding_data(finding, report.source, language)
        yield (", " if n else "") + json_text(data)
    yield "], " + json_text(_tail(outcome, language, packs))[1:]


def file_head(report: Report) -> dict[str, Any]:
    """What a report says of itself."""
    facts = report.facts
    return {
        "path": report.source.path,
        "template": facts.template,
        "year": facts.year,
        "body": facts.body,
        "body_kind": facts.body_kind,
    }


def _tail(outcome: Outcome, language: str, packs: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    return {
        "checked": {
            "true": outcome.true,
            "false": outcome.false,
            "unknown": outcome.unknown,
            "sums": outcome.sums,
        },
        "not_run": [
            {"code": item.code, "reason": NOT_RUN[item.reason][language].format(n=item.cases)}
            for item in outcome.not_run
        ],
        "packs": [dict(pack) for pack in packs],
    }


def finding_data(finding: Finding, source: Source, language: str) -> dict[str, Any]:
    """One finding; its place is that of its first spot."""
    in_lines = finding.origin is None
    cells = [spot for spot in finding.spots if spot.row and spot.column]
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": masked(finding.message[language]),
        "line": finding.line if in_lines else None,
        "column": finding.column if in_lines else None,
        "end_line": finding.end_line if in_lines else None,
        "end_column": finding.end_column if in_lines else None,
        "origin": finding.origin.data() if finding.origin else None,
        "table": finding.table,
        "rows": list(finding.rows) or None,
        "columns": list(finding.columns) or None,
        "cells": [_cell(spot.row, spot.column, source, spot.start) for spot in cells],
        "values": {
            name: masked(value) if isinstance(value, str) else value for name, value in finding.values.items()
        },
        "basis": finding.basis,
        "fingerprint": finding.fingerprint,
        "fix": fix_data(finding, source),
    }


def _cell(row: str | None, column: str | None, source: Source, start: int) -> dict[str, Any]:
    if location := source.location(start):
        return {"row": row, "column": column, "line": None, "char": None, "origin": location.data()}
    place = source.place(start, start)
    return {"row": row, "column": column, "line": place.line, "char": place.column}


class JsonReporter(Reporter):
    """One JSON document, written as it goes."""

    suffix = ".json"

    def head(self) -> None:
        """All before the first file."""
        self.files = 0
        self.write(f'{{"schema": {SCHEMA}, "tool": {json_text(TOOL)}, "files": [')

    def file(self, checked: FileResult) -> None:
        """One item of `files`, one finding at a time."""
        self.write(", " if self.files else "")
        for piece in file_pieces(checked.report, checked.outcome, self.language, checked.packs):
            self.write(piece)
        self.files += 1

    def end(self, summary: Summary) -> None:
        """The summary."""
        self.write(f'], "summary": {json_text(summary)}}}\n')
