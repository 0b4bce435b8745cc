"""What a plugin needs: `from gdlint.plugins import hookimpl, PythonRule, …` (docs/plugins.md)."""

from typing import TYPE_CHECKING, Any

from gdlint.model.claim import Claim
from gdlint.model.finding import Finding
from gdlint.model.fix import Edit, Fix
from gdlint.model.origin import Located, Location, SourceLines
from gdlint.model.page import Page, StatedCell, StatedGrid, UnreadableError
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, RunInfo, Summary
from gdlint.plugins.types import API, Function, Judgement, PythonRule, Reader

if TYPE_CHECKING:
    from gdlint.plugins.specs import hookimpl

__all__ = [
    "API",
    "Claim",
    "Edit",
    "FileResult",
    "Finding",
    "Fix",
    "Function",
    "Judgement",
    "Located",
    "Location",
    "Page",
    "PythonRule",
    "Reader",
    "Report",
    "Reporter",
    "RunInfo",
    "Source",
    "SourceLines",
    "StatedCell",
    "StatedGrid",
    "Summary",
    "UnreadableError",
    "hookimpl",
]


def __getattr__(name: str) -> Any:
    """Load pluggy where a plugin asks for its marker: a run without plugins does without."""
    if name == "hookimpl":
        from gdlint.plugins.specs import hookimpl

        return hookimpl
    raise AttributeError(f"module 'gdlint.plugins' has no attribute {name!r}")
