"""The formats that `--format` may name: the own ones and those of plugins."""

import os
from collections.abc import Callable, Mapping
from shutil import get_terminal_size
from typing import IO, Any

import click

from gdlint.cli.host import current_plugins
from gdlint.fault import FaultError, Words, fault
from gdlint.reporters.colour import wants_colour
from gdlint.reporters.formats import FORMATS, own_writer
from gdlint.reporters.writing import CheckedFile, RunInfo, Summary, Writer

BINARY: Words = {"zh": "这种格式请用 --output 写入文件", "en": "write this format to a file with --output"}


class PluginWriter(Writer):
    """The format of a plugin, which is given the data of the JSON format as a whole."""

    def __init__(self, render: Callable[[Mapping[str, Any]], str]) -> None:
        self.render = render
        self.files: list[dict[str, Any]] = []

    def file(self, checked: CheckedFile) -> None:
        """Keep the data of one file."""
        from gdlint.reporters.check_json import file_data

        self.files.append(file_data(checked.report, checked.outcome, self.language, checked.packs))

    def end(self, summary: Summary) -> None:
        """Write what the plugin makes of all."""
        from gdlint.reporters.check_json import SCHEMA, TOOL

        data = {"schema": SCHEMA, "tool": TOOL, "files": self.files, "summary": dict(summary)}
        self.write(self.render(data))


class Format(click.Choice[str]):
    """A choice of the own formats and of those of plugins, which are asked for only where the own ones do not do."""

    def __init__(self) -> None:
        super().__init__(tuple(FORMATS))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of a format.

        Raises `click.BadParameter` for one that is not there.
        """
        if value in FORMATS:
            return str(value)
        return str(click.Choice((*FORMATS, *current_plugins().reporters)).convert(value, param, ctx))


def _note_unused_formats() -> None:
    plugins = current_plugins()
    for name in plugins.reporters.keys() & FORMATS.keys():
        fields = {"kind": "reporter", "name": name, "owner": "gdlint"}
        plugins.fail(plugins.reporters[name][1], f"reporter {name}", fault("same-offer", fields))


def writer(style: str) -> Writer:
    """The writer of a format. A plugin's of the same name as one of gdlint's is never used, and that is said."""
    _note_unused_formats()
    if style in FORMATS:
        return own_writer(style)
    plugins = current_plugins()
    reporter, plugin = plugins.reporters[style]
    return PluginWriter(plugins.guarded(plugin, f"reporter {style}", reporter.render, ""))


def begun(style: str, out: IO[str], run: RunInfo) -> Writer:
    """The writer of a format, with all before the first file written to a stream."""
    return given_output(writer(style), out, run)


def given_output(made: Writer, out: IO[str], run: RunInfo) -> Writer:
    """A writer that writes to a stream, in the width and the colours that it has."""
    terminal = out.isatty()
    if made.binary and terminal:
        raise FaultError(BINARY)
    out.flush()
    columns = get_terminal_size().columns if terminal else None
    colour = wants_colour(os.environ, terminal=terminal)
    made.begin(out.buffer, run._replace(columns=columns, colour=colour))  # type: ignore[attr-defined]  # over one of bytes
    return made
