"""The options of a call that settings files have, too."""

import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, NamedTuple

import click

from gdlint.cli.options import PLUGIN, Request
from gdlint.cli.stderr import say
from gdlint.config.chosen import Options
from gdlint.config.schema import LEVELS, PROFILES
from gdlint.model.language import LANGUAGES
from gdlint.reporters.output_language import language


class CallSettings(NamedTuple):
    """What a call says that a settings file may say, too."""

    one: Mapping[str, Any] = {}
    many: Mapping[str, tuple[str, ...]] = {}


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


PACKS: Decorator = click.option(
    "--pack",
    "packs",
    metavar="NAME|PATH|auto",
    multiple=True,
    is_eager=True,
    help="规则包：名称、文件夹，或 auto 按地区选用 / a pack",
)
_RULES: tuple[Decorator, ...] = (
    click.option(
        "--select",
        metavar="CODES",
        help="只运行这些规则（编号、名称、组或前缀，逗号分隔）/ only these rules",
    ),
    PACKS,
    click.option("--ignore", metavar="CODES", help="不运行这些规则 / not these rules"),
    click.option(
        "--profile",
        type=click.Choice(PROFILES),
        help="draft：起草中的报告，还要填写的只作提示 / what is still to be filled in is an info",
    ),
    click.option(
        "--config", metavar="FILE", is_eager=True, help="只用这个设置文件 / this settings file and no other"
    ),
    click.option("--isolated", is_flag=True, is_eager=True, help="不用任何设置文件 / no settings file"),
)
"""which rules run; those that say where packs are come first, since a form may be theirs"""

_RUN: tuple[Decorator, ...] = (
    click.option(
        "--fail-on",
        type=click.Choice([*LEVELS, "never"]),
        help="达到此级别时退出码为 1（默认 error）/ fail at this level",
    ),
    click.option("--baseline", metavar="FILE", help="已知问题的文件 / file of known findings"),
)
"""what becomes of their findings"""


def choosing(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that settings files have, too; it is called with a `Chosen` behind its request."""

    def asked(
        request: Request, chosen: CallSettings, fail_on: str | None, baseline: str | None, **own: Any
    ) -> int:
        one = {**chosen.one, "fail-on": fail_on, "baseline": baseline}
        return command(request, chosen._replace(one=one), **own)

    return _listing(_with(_RUN, wraps(command)(asked)))


def selecting(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say which rules run, for a command that reads reports and of which all findings are wanted."""
    return _listing(command)


def choosing_only(command: Callable[..., int]) -> Callable[..., int]:
    """The same for a command that has no other shared options but the language."""
    return _alone(choosing(command))


def choosing_rules(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say which rules run, and the language, for a command that reads no reports."""

    return _alone(selecting(command))


def _listing(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that select rules; it is called with what they say behind its request."""

    @wraps(command)
    def asked(
        request: Request,
        select: str | None,
        ignore: str | None,
        packs: tuple[str, ...],
        config: str | None,
        isolated: bool,
        profile: str | None,
        **own: Any,
    ) -> int:
        if config and isolated:
            say("two-settings", request.lang)
            return 2
        request = request._replace(config=config, isolated=isolated)
        for option, text in (("--select", select), ("--ignore", ignore)):
            if text is not None and not _listed(text):
                say("no-value", request.lang, option=option)
                return 2
        many = {"select": _listed(select), "ignore": _listed(ignore), "packs": packs}
        return command(request, CallSettings({"profile": profile}, many), **own)

    return _with(_RULES, asked)


def _alone(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options --lang and --plugin, and make its request of nothing else."""

    @wraps(command)
    def asked(lang: str | None, **own: Any) -> int:
        return command(Request((), None, Options(), None, language(lang)), **own)

    return PLUGIN(
        click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages")(asked)
    )


def _with(options: tuple[Decorator, ...], command: Callable[..., int]) -> Callable[..., int]:
    decorated = command
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(item for item in re.split(r"[,，、;；\s]+", text) if item) if text else ()
