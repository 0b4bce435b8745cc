"""What a rule looked at in a report, for programs: the JSON of `gdlint explain CODE FILE` (see judged.schema.json)."""

from collections.abc import Mapping
from typing import Any

from gdlint.model.judged import VERDICTS, Judged, JudgedCase, Value
from gdlint.model.source import Source
from gdlint.reporters.places import place_data
from gdlint.reporters.safe import masked

SCHEMA = 1


def judged_data(rule: Mapping[str, Any], judged: Judged, source: Source, language: str) -> dict[str, Any]:
    """The document: the rule, how many cases there are of each verdict, and the cases that are kept."""
    return {
        "schema": SCHEMA,
        "rule": {"code": rule["code"], "name": rule["name"], "title": rule["title"][language]},
        "path": source.path,
        "not_run": judged.not_run or None,
        "counts": {verdict: judged.counts.get(verdict, 0) for verdict in VERDICTS},
        "cases": [_case(case, source, language) for case in judged.cases],
    }


def _case(case: JudgedCase, source: Source, language: str) -> dict[str, Any]:
    return {
        "verdict": case.verdict,
        "why": case.why or None,
        "name": case.name or None,
        "text": masked(case.text),
        **place_data(source, case.spots[0].start),
        "cells": [[spot.row, spot.column] for spot in case.spots if spot.row and spot.column],
        "values": [_value(value, language) for value in case.values],
        "message": masked(case.message[language]) if case.message else None,
        "severity": case.severity,
        "yields_to": list(case.yields),
    }


def _value(value: Value, language: str) -> dict[str, Any]:
    """A name with its value in words, which is null where it is unknown; then `unknown` says why."""
    return {
        "name": value.name,
        "text": None if value.gaps else masked(value.text[language]),
        "unknown": [{"place": gap.place, "why": gap.why, "text": masked(gap.text)} for gap in value.gaps],
    }
