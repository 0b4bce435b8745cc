"""Findings as facts that can be compared before and after an edit, whatever moved in the text."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from gdlint.api import Result
from gdlint.model.finding import Finding, Severity, Spot

_OF_A_COLUMN: Final = frozenset({"GD401", "GD402"})
_OF_A_ROW: Final = frozenset({"GD403", "GD404", "GD406", "GD407", "GD408", "GD409"})


class Fact(NamedTuple):
    """A code and what it speaks of: a cell, row, column or table by key, else the text of its place."""

    code: str
    table: str
    row: str = ""
    column: str = ""


def loud(result: Result) -> tuple[Finding, ...]:
    """A result in, its errors and warnings out."""
    return tuple(finding for finding in result.findings if finding.severity is not Severity.INFO)


def facts(result: Result) -> Counter[Fact]:
    """A result in, what its errors and warnings say out; a finding about many cells says one thing of each."""
    text = result.report.source.text or ""
    return Counter(
        fact for finding in loud(result) for fact in {_fact(finding, s, text) for s in finding.spots}
    )


def _fact(finding: Finding, spot: Spot, text: str) -> Fact:
    """A finding, one of its spots and the whole text in, what is said there out."""
    if finding.table is None:
        return Fact(finding.code, "", text[spot.start : spot.end].strip())
    row = spot.row or _single(finding.rows)
    column = spot.column or _single(finding.columns)
    if finding.code in _OF_A_COLUMN:
        return Fact(finding.code, finding.table, "", column)
    return Fact(finding.code, finding.table, row, "" if finding.code in _OF_A_ROW else column)


def _single(keys: tuple[str, ...]) -> str:
    """Keys in, the only one out ("" if there are none or several)."""
    return keys[0] if len(keys) == 1 else ""


def lines(result: Result, finding: Finding) -> set[int]:
    """A finding in, every line that its spots touch out."""
    found = [result.report.source.place(spot.start, spot.end) for spot in finding.spots]
    return {line for place in found for line in range(place.line, place.end_line + 1)}


def told(result: Result, findings: Iterable[Finding] | None = None) -> list[str]:
    """A result (and some of its findings, or all loud ones) in, one line for each out."""
    chosen = loud(result) if findings is None else findings
    return [f"{f.code} {f.severity} lines {sorted(lines(result, f))[:9]}: {f.message['zh']}" for f in chosen]
