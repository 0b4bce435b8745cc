"""Severities in their order, and what is left at or above one of them."""

from collections.abc import Mapping, Sequence

from gdlint.model.finding import Finding, Outcome, Severity
from gdlint.model.rule import ALWAYS_TOLD

RANK: Mapping[str, int] = {level.value: n for n, level in enumerate(Severity)}
"""the worst first"""


def at_least(level: str, outcome: Outcome) -> Outcome:
    """An outcome without findings below a level; that a file could not be checked is never left out."""
    return outcome._replace(
        findings=tuple(
            finding
            for finding in outcome.findings
            if RANK[finding.severity] <= RANK[level] or finding.code in ALWAYS_TOLD
        )
    )


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Errors, then warnings, then infos, each in the order that they had."""
    return sorted(findings, key=lambda finding: RANK[finding.severity])
