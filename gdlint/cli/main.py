"""The entry point: finds the command, loads only that one, and turns every failure into one line."""

import os
import re
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
from gdlint.words.fault import NEAR, FaultError

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


def usage_line(error: click.ClickException, lang: str) -> str:
    """A wrong call in one line."""
    near = _meant(error)
    meant = NEAR[lang].format(near=near) if near else ""
    if lang == "en":
        return f"{error.format_message().rstrip('.')}{meant} (see gdlint --help)".replace("\n", " ")
    return f"{_in_chinese(error)}{meant}（用法见 gdlint --help）".replace("\n", " ")


def _meant(error: click.ClickException) -> str | None:
    """The value that was likely meant by one that an option does not have."""
    kind = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    given = re.match(r"""(['"])(.*?)\1 is not""", error.message)
    if given is None or not isinstance(kind, click.Choice):
        return None
    from gdlint.lexicon.suggestions import nearest

    return nearest(given[2], map(str, kind.choices))


def _in_chinese(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是否指 {error.possibilities[0]}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return f"缺少 {error.param.human_readable_name}"
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.opts[-1]
        if isinstance(error.param.type, click.Choice):
            return f"选项 {name} 的值不对，可用的值：{'、'.join(map(str, error.param.type.choices))}"
        if isinstance(error.param.type, click.IntRange):
            return f"选项 {name} 的值不对，应为 {error.param.type.min} 至 {error.param.type.max} 的整数"
        return f"选项 {name} 的值不对：{error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 缺少值或用法不对"
    return error.format_message()
