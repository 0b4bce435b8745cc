"""Options that several commands share, and the request that they make up."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from gdlint import api
from gdlint.cli.words import say
from gdlint.model.language import LANGUAGES
from gdlint.reporters.words import language


def load_plugin(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> None:
    """Load plugins before anything is chosen among what they offer."""
    for module in value:
        from gdlint.plugins.manager import add_module

        add_module(module)


PLUGIN = click.option(
    "--plugin",
    metavar="MODULE",
    multiple=True,
    is_eager=True,
    expose_value=False,
    callback=load_plugin,
    help="再加载一个插件模块 / load a plugin",
)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_SHARED: tuple[Decorator, ...] = (
    click.argument("paths", nargs=-1, metavar="PATH…"),
    click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file"),
    click.option(
        "--template", type=click.Choice(["auto", "2019", "2021"]), default="auto", help="表格格式 / form"
    ),
    click.option("--year", type=click.IntRange(2008, 2100), help="报告年度 / reporting year"),
    click.option("--body", metavar="NAME", help="机关名称 / the body"),
    click.option("--stdin-filename", metavar="NAME", help="标准输入的文件名 / name of standard input"),
    PLUGIN,
    click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages"),
)


class Request(NamedTuple):
    """What a call asks of any command: which reports, where the output goes, what overrules a report's own word."""

    paths: tuple[str, ...]
    output: str | None
    options: api.Options
    stdin_name: str | None
    lang: str


def shared(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared options; it is called with a `Request` and its own ones. Without paths it is not."""

    @wraps(command)
    def called(
        paths: tuple[str, ...],
        output: str | None,
        template: str,
        year: int | None,
        body: str | None,
        stdin_filename: str | None,
        lang: str | None,
        **own: Any,
    ) -> int:
        lang = language(lang)
        if not paths:
            say("no-paths", lang)
            return 2
        options = api.Options(None if template == "auto" else int(template), year, body)
        return command(Request(paths, output, options, stdin_filename, lang), **own)

    decorated: Callable[..., int] = called
    for option in reversed(_SHARED):
        decorated = option(decorated)
    return decorated
