"""What comes of checking one file."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gdlint.model.finding import Finding, Outcome
from gdlint.model.report import Report

Packs = Sequence[Mapping[str, str]]
"""name, version and origin of each"""


class FileResult(NamedTuple):
    """A checked file: what was read, what is to be said of it, by which packs and rules, and the levels at which a call fails."""

    report: Report
    outcome: Outcome
    packs: Packs = ()
    fatal: tuple[str, ...] = ("error",)
    asked: tuple[str, ...] | None = None
    """names of the packs that the report asked for by its region; None where settings do not leave that open"""
    ran: frozenset[str] = frozenset()
    """codes of the rules that it was held against"""
    locked: frozenset[str] = frozenset()
    """codes of those that nothing silences"""

    @property
    def is_report(self) -> bool:
        """It is an annual report of an administrative body."""
        return self.report.is_report

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of their place."""
        return self.outcome.findings
