"""The formats that `--format` may name: the own ones and those of plugins, which are made and given their output alike."""

import os
from typing import IO, Any

import click

from gdlint.cli.host import current_plugins
from gdlint.model.finding import Finding
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, RunInfo
from gdlint.reporters.colour import wants_colour
from gdlint.reporters.formats import OF_COMMANDS, OF_ENDINGS, own_reporter
from gdlint.words.commands import BINARY, OTHER_COMMAND
from gdlint.words.fault import FaultError, fault, worded


class FormatChoice(click.Choice[str]):
    """A choice of the formats of a command. Plugins are asked for theirs only where the own ones do not do, and for the help."""

    def __init__(self, command: str) -> None:
        super().__init__(tuple(OF_COMMANDS[command]))
        self.command = command

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of a format.

        Raises `click.BadParameter` for one that is not there, `FaultError` for one that is for other commands.
        """
        if value in OF_COMMANDS[self.command]:
            return str(value)
        if value in current_plugins().reporters and value not in self._all():
            kind, plugin = current_plugins().reporters[value]
            fields = {
                "name": value,
                "owner": plugin.name,
                "commands": ", ".join(kind.commands),
                "command": self.command,
            }
            raise FaultError(worded(OTHER_COMMAND, fields))
        self.choices = self._all()
        """what a wrong call is told that there is, in either language"""
        return str(super().convert(value, param, ctx))

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """All formats, as the help has them."""
        return click.Choice(self._all()).get_metavar(param, ctx)

    def _all(self) -> tuple[str, ...]:
        return (*OF_COMMANDS[self.command], *_of_guests(self.command))


def style_of(output: str | None, command: str) -> str:
    """The format of a call that names none: that of the ending of the file that it writes to, else the first of the command."""
    style = OF_ENDINGS.get(os.path.splitext(output or "")[1].lower(), "")
    return style if style in OF_COMMANDS[command] else next(iter(OF_COMMANDS[command]))


def _of_guests(command: str) -> list[str]:
    """The names of the formats that plugins have for a command. One of the same name as one of gdlint's is never used, and that
    is said."""
    plugins, found = current_plugins(), []
    for name, (kind, plugin) in plugins.reporters.items():
        if command in kind.commands and name in OF_COMMANDS[command]:
            fields = {"kind": "reporter", "name": name, "owner": "gdlint"}
            plugins.fail(plugin, f"reporter {name}", fault("same-offer", fields))
        elif command in kind.commands:
            found.append(name)
    return found


def reporter(style: str, command: str = "check") -> Reporter:
    """A new reporter of a format."""
    if style not in _of_guests(command):
        return own_reporter(style, command)
    from gdlint.plugins.guest_reporter import GuestReporter

    plugins = current_plugins()
    kind, plugin = plugins.reporters[style]
    return GuestReporter(plugins, plugin, kind)


def begun(style: str, out: IO[str], run: RunInfo, command: str = "check") -> Reporter:
    """The reporter of a format, with all before the first file written to a stream."""
    return given_output(reporter(style, command), out, run)


def given_output(made: Reporter, out: IO[str], run: RunInfo) -> Reporter:
    """A reporter that writes to a stream, in the width and the colours that it has."""
    terminal = out.isatty()
    if made.binary and terminal:
        raise FaultError(BINARY)
    out.flush()
    columns = _width() if terminal else None
    colour = wants_colour(os.environ, terminal=terminal)
    run = run._replace(columns=columns, colour=colour, excerpt=_excerpt)
    made.begin(out.buffer, run)  # type: ignore[attr-defined]  # a text file over one of bytes
    return made


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _excerpt(source: Source, finding: Finding) -> list[str]:
    from gdlint.reporters.colour import plain_line
    from gdlint.reporters.text import excerpt_of

    return [plain_line(line) for line in excerpt_of(finding, source)]
