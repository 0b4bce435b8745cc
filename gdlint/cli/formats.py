"""The formats of `gdlint check`: how the findings of one file after the other are written."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Any, Protocol

import click

from gdlint import api
from gdlint.fault import fault

Summary = Mapping[str, Any]
Packs = Sequence[Mapping[str, str]]


class Writer(Protocol):
    """Writes findings as they come."""

    def file(self, result: api.Result, packs: Packs) -> None:
        """Write one file, checked with packs (name, version, origin)."""

    def end(self, summary: Summary) -> None:
        """Write what stands behind all files."""


class TextWriter:
    """Lines for people."""

    def __init__(self, out: IO[str], lang: str) -> None:
        self.out, self.lang = out, lang

    def file(self, result: api.Result, packs: Packs) -> None:
        """The findings of one file."""
        from gdlint.reporters.text import finding_lines

        for finding in result.findings:
            self.out.write("\n".join(finding_lines(finding, result.report.source, self.lang)) + "\n\n")

    def end(self, summary: Summary) -> None:
        """Nothing: the summary goes to standard error."""


class JsonWriter:
    """One JSON document, written as it goes: nothing of a file is kept."""

    def __init__(self, out: IO[str], lang: str) -> None:
        from gdlint.reporters.check_json import SCHEMA, TOOL

        self.out, self.lang, self.files = out, lang, 0
        out.write(f'{{"schema": {SCHEMA}, "tool": {json.dumps(TOOL)}, "files": [')

    def file(self, result: api.Result, packs: Packs) -> None:
        """One item of `files`."""
        from gdlint.reporters.check_json import file_pieces

        self.out.write(", " if self.files else "")
        self.out.writelines(file_pieces(result.report, result.outcome, self.lang, packs))
        self.files += 1

    def end(self, summary: Summary) -> None:
        """The summary."""
        self.out.write(f'], "summary": {json.dumps(summary)}}}\n')


class PluginWriter:
    """The format of a plugin, which is given the data of the JSON format as a whole."""

    def __init__(self, out: IO[str], lang: str, render: Callable[[Mapping[str, Any]], str]) -> None:
        self.out, self.lang, self.render = out, lang, render
        self.files: list[dict[str, Any]] = []

    def file(self, result: api.Result, packs: Packs) -> None:
        """Keep the data of one file."""
        from gdlint.reporters.check_json import file_data

        self.files.append(file_data(result.report, result.outcome, self.lang, packs))

    def end(self, summary: Summary) -> None:
        """Write what the plugin makes of all."""
        from gdlint.reporters.check_json import SCHEMA, TOOL

        data = {"schema": SCHEMA, "tool": TOOL, "files": self.files, "summary": dict(summary)}
        self.out.write(self.render(data))


_OWN: Mapping[str, Callable[[IO[str], str], Writer]] = {"text": TextWriter, "json": JsonWriter}


class Format(click.Choice[str]):
    """A choice of the own formats and of those of plugins, which are asked for only where the own ones do not do."""

    def __init__(self) -> None:
        super().__init__(tuple(_OWN))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of a format.

        Raises `click.BadParameter` for one that is not there.
        """
        if value in _OWN:
            return str(value)
        from gdlint.plugins.manager import current

        return str(click.Choice((*_OWN, *current().reporters)).convert(value, param, ctx))


def _note_unused_formats() -> None:
    from gdlint.plugins.manager import current

    plugins = current()
    for name in plugins.reporters.keys() & _OWN.keys():
        fields = {"kind": "reporter", "name": name, "owner": "gdlint"}
        plugins.fail(plugins.reporters[name][1], f"reporter {name}", fault("same-offer", fields))


def writer(style: str, out: IO[str], lang: str) -> Writer:
    """The writer of a format. A plugin's of the same name as one of gdlint's is never used, and that is said."""
    _note_unused_formats()
    if style in _OWN:
        return _OWN[style](out, lang)
    from gdlint.plugins.manager import current

    reporter, plugin = current().reporters[style]
    return PluginWriter(out, lang, current().guarded(plugin, f"reporter {style}", reporter.render, ""))
