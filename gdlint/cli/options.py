"""Options that several commands share."""

from collections.abc import Callable
from typing import Any

import click

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
    click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language of messages"),
)


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Paths, output, and what overrules a report's own word."""
    for option in reversed(_SHARED):
        command = option(command)
    return command
