"""The options that select rules, and what is said where they name none."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from gdlint import api
from gdlint.cli.words import say
from gdlint.engine.checks import Ready


def selection(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --select and --ignore."""
    select = click.option(
        "--select", metavar="CODES", help="只运行这些规则（编号、名称或前缀，逗号分隔）/ only these rules"
    )
    ignore = click.option("--ignore", metavar="CODES", help="不运行这些规则 / not these rules")
    return select(ignore(command))


def listed(text: str | None) -> tuple[str, ...]:
    """The items of a list between commas."""
    return tuple(item.strip() for item in (text or "").split(",") if item.strip())


def selected(select: str | None, ignore: str | None, lang: str) -> Sequence[Ready] | None:
    """The rules of a selection; None where an option names nothing, which is said.

    Raises `ConfigError` for a selector that fits no rule.
    """
    for option, text in (("--select", select), ("--ignore", ignore)):
        if text is not None and not listed(text):
            say("no-value", lang, option=option)
            return None
    return api.rules_for(listed(select), listed(ignore))
