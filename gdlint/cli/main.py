"""The entry point: finds the command, loads only that one, and turns every failure into one line."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from gdlint.cli.host import Host
from gdlint.cli.names import COMMANDS
from gdlint.cli.stderr import reason, say, told
from gdlint.cli.streams import prepare_streams
from gdlint.model.language import LANGUAGES
from gdlint.plugins.stdout import owned
from gdlint.reporters.output_language import language
from gdlint.version import __version__
from gdlint.words.commands import SAID
from gdlint.words.fault import FaultError, worded

DEFAULT = "check"

HELP = """检查政府信息公开工作年度报告。Check annual reports on government information disclosure.

gdlint 报告.txt 与 gdlint check 报告.txt 相同；各命令的用法见 gdlint check --help。
gdlint REPORT is the same as gdlint check REPORT; see gdlint check --help.
"""


class Commands(click.Group):
    """Commands that are imported when they are called; a path in place of a command means `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of their table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands in the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` before arguments that name no command."""
        if not args or (args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version")):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)


def _version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(
            f"gdlint {__version__} (政府信息公开工作年度报告 linter; not the GDScript linter of gdtoolkit)"
        )
        ctx.exit()


@click.command(cls=Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="版本 / version"
)
def group() -> None:
    """The group of all commands."""


def run(args: list[str], host: Host | None = None) -> int:
    """Run a command; the exit status. What its parts share is kept in `host`."""
    host = host or Host()
    prepare_streams()
    _say_unknown_language()
    try:
        _check_values(args)
        with owned(), group.make_context("gdlint", list(args), obj=host) as context:
            status: Any = group.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except FaultError as error:
        _tell_failures(args, host)
        told(error.told(language(_asked(args))))
        return 2
    except click.ClickException as error:
        from gdlint.cli.usage import usage_line

        _tell_failures(args, host)
        told(usage_line(error, language(_asked(args))))
        return 2
    except (click.Abort, KeyboardInterrupt):
        say("interrupted", _asked(args))
        return 2
    except BrokenPipeError:
        _give_up_output()
        say("closed", _asked(args))
        return 2
    except OSError as error:
        _give_up_output()
        lang = language(_asked(args))
        say("unwritable", lang, path=SAID["stdout"][lang], reason=reason(error, lang))
        return 2
    except Exception as error:
        return _told(error, args)
    return 2 if _tell_failures(args, host) else status if isinstance(status, int) else 0


def _check_values(args: list[str]) -> None:
    """Raise `FaultError` for an option with an empty value, as an unset variable of a shell leaves it: it would be as if it was not
    given."""
    for n, arg in enumerate(args):
        behind = arg == "" and n > 0 and args[n - 1].startswith("-") and args[n - 1] not in ("-", "--")
        if behind or (arg.startswith("--") and arg.find("=") == len(arg) - 1):
            option = args[n - 1] if behind else arg[:-1]
            raise FaultError(worded(SAID["empty-value"], {"option": option}))


def _say_unknown_language() -> None:
    asked = os.environ.get("GDLINT_LANG", "")
    if asked and asked not in LANGUAGES:
        say("no-language", value=asked)


def _tell_failures(args: list[str], host: Host) -> bool:
    """Say what went wrong in plugins, a line each; whether anything did."""
    lang = language(_asked(args))
    for failure in host.failures:
        name, origin = failure.plugin.name, failure.plugin.origin
        say("plugin", lang, name=name, origin=origin, where=failure.where, cause=failure.told(lang))
    return bool(host.failures)


def _told(error: Exception, args: list[str]) -> int:
    """A fault of gdlint itself."""
    if os.environ.get("GDLINT_DEBUG"):
        raise error
    say("internal", _asked(args), path="gdlint", reason=f"{type(error).__name__}: {error}")
    return 2


def _give_up_output() -> None:
    """Python flushes standard output once more at exit; what cannot be written then would be complained of again."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _asked(args: list[str]) -> str | None:
    """The language among raw arguments, for messages on arguments that could not be parsed."""
    for n, arg in enumerate(args):
        value = arg.partition("=")[2] if arg.startswith("--lang=") else "".join(args[n + 1 : n + 2])
        if arg.startswith("--lang") and value in LANGUAGES:
            return value
    return None
