"""What a plugin needs: `from gdlint.plugins import hookimpl, PythonRule, …` (docs/plugins.md)."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gdlint.model.claim import Claim
    from gdlint.model.finding import Finding
    from gdlint.model.fix import Edit, Fix
    from gdlint.model.origin import Located, Location, SourceLines
    from gdlint.model.page import Page, StatedCell, StatedGrid, UnreadableError
    from gdlint.model.report import Report
    from gdlint.model.result import FileResult
    from gdlint.model.source import Source
    from gdlint.plugins.reporting import Reporter, RunInfo, Summary
    from gdlint.plugins.specs import hookimpl
    from gdlint.plugins.types import API, Function, Judgement, PythonRule, Reader

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


_HOMES = {
    "gdlint.model.claim": ("Claim",),
    "gdlint.model.finding": ("Finding",),
    "gdlint.model.fix": ("Edit", "Fix"),
    "gdlint.model.origin": ("Located", "Location", "SourceLines"),
    "gdlint.model.page": ("Page", "StatedCell", "StatedGrid", "UnreadableError"),
    "gdlint.model.report": ("Report",),
    "gdlint.model.result": ("FileResult",),
    "gdlint.model.source": ("Source",),
    "gdlint.plugins.reporting": ("Reporter", "RunInfo", "Summary"),
    "gdlint.plugins.specs": ("hookimpl",),
    "gdlint.plugins.types": ("API", "Function", "Judgement", "PythonRule", "Reader"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load what a plugin asks for: a run without plugins does without."""
    if name in _HOME_OF:
        return getattr(import_module(_HOME_OF[name]), name)
    raise AttributeError(f"module 'gdlint.plugins' has no attribute {name!r}")
