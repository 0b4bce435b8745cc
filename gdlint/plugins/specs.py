"""The hooks of version 2 of the plugin interface. A plugin implements any of them, in a module or on an object."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pluggy

from gdlint.model.finding import Finding
from gdlint.model.report import Report
from gdlint.plugins.reporting import Reporter
from gdlint.plugins.types import Function, PythonRule, Reader

PROJECT = "gdlint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Hooks:
    """Each hook is called once when plugins are loaded, `gdlint_finding` for each finding."""

    @hookspec
    def gdlint_rules(self) -> Iterable[PythonRule]:  # type: ignore[empty-body]
        """Rules in Python. Their codes begin with letters of the plugin's own, not GD."""

    @hookspec
    def gdlint_rule_packs(self) -> Iterable[Path]:  # type: ignore[empty-body]
        """Folders with a pack.yaml (docs/packs.md). They are on offer; `--pack` takes one into use."""

    @hookspec
    def gdlint_functions(self) -> Mapping[str, Function]:  # type: ignore[empty-body]
        """Functions of the rule language by name. A name of a built-in one is refused."""

    @hookspec
    def gdlint_forms(self) -> Iterable[Path]:  # type: ignore[empty-body]
        """YAML files with other right wordings of the forms, and endings of names of bodies."""

    @hookspec
    def gdlint_readers(self) -> Iterable[Reader]:  # type: ignore[empty-body]
        """Readers of file formats."""

    @hookspec
    def gdlint_reporters(self) -> Iterable[type[Reporter]]:  # type: ignore[empty-body]
        """Formats of output: classes, of which one object is made for each output."""

    @hookspec
    def gdlint_finding(self, finding: Finding, report: Report) -> Finding | None:
        """Called for each finding, before anything is silenced, counted or written. A finding that is returned takes the
        place of the one given (`finding._replace(severity=…)`); None leaves it as it is."""
