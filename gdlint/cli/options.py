"""Options that several commands share, and the request that they make up."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from gdlint.cli.files import FileScope
from gdlint.cli.form_option import FORM
from gdlint.cli.host import current_plugins
from gdlint.cli.stderr import reason, say
from gdlint.config.chosen import Options
from gdlint.config.globs import problem_of
from gdlint.data.filebytes import FileError
from gdlint.model.form import Template
from gdlint.model.language import LANGUAGES
from gdlint.reporters.output_language import language
from gdlint.words.file_results import PROBLEM


def load_plugin(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> None:
    """Load plugins before anything is chosen among what they offer."""
    for module in value:
        current_plugins().add(module)


PLUGIN = click.option(
    "--plugin",
    metavar="MODULE|FILE.py",
    multiple=True,
    is_eager=True,
    expose_value=False,
    callback=load_plugin,
    help="再加载一个插件：模块名或 .py 文件 / load a plugin",
)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_SHARED: tuple[Decorator, ...] = (
    click.argument("paths", nargs=-1, metavar="PATH…"),
    click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file"),
    FORM,
    click.option("--year", type=click.IntRange(2008, 2100), help="报告年度 / reporting year"),
    click.option("--body", metavar="NAME", help="机关名称 / the body"),
    click.option("--stdin-filename", metavar="NAME", help="标准输入的文件名 / name of standard input"),
    click.option(
        "--include",
        metavar="GLOB",
        multiple=True,
        help="文件夹中要检查的文件（默认：能读的都检查）/ files of folders (all that can be read)",
    ),
    click.option(
        "--exclude", metavar="GLOB", multiple=True, help="文件夹中不检查的文件 / files to leave out"
    ),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="点名的文件也按文件夹中的处理（用于钩子）/ treat named files like those of folders",
    ),
    click.option("--files-from", metavar="FILE", help="文件清单，每行一个 / a list of files, one a line"),
    click.option("--quiet", "-q", is_flag=True, help="不说检查了多少 / say only what is amiss"),
    PLUGIN,
    click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages"),
)


class Request(NamedTuple):
    """What a call asks of any command: which reports, where the output goes, what overrules a report's own word."""

    paths: tuple[str, ...]
    output: str | None
    options: Options
    stdin_name: str | None
    lang: str
    scope: FileScope = FileScope()
    quiet: bool = False
    config: str | None = None
    """the settings file for all reports, in place of the nearest one"""
    isolated: bool = False
    """no settings file counts"""


def _is_sound(request: Request, files_from: str | None) -> bool:
    """The options of a call go together; what is wrong is said."""
    if request.stdin_name and "-" not in request.paths:
        say("stdin-name", request.lang)
    elif not request.paths and not files_from:
        say("no-paths", request.lang)
    elif files_from == "-" and "-" in request.paths:
        say("two-inputs", request.lang)
    else:
        return all(
            _is_glob(option, glob, request.lang)
            for option, globs in (("--include", request.scope.include), ("--exclude", request.scope.exclude))
            for glob in globs
        )
    return False


def _is_glob(option: str, glob: str, lang: str) -> bool:
    problem = problem_of(glob)
    if problem:
        say("bad-glob", lang, option=option, glob=glob, why=problem[lang])
    return not problem


def shared(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared options; it is called with a `Request` and its own ones. Without paths it is not."""

    @wraps(command)
    def called(
        paths: tuple[str, ...],
        output: str | None,
        template: Template | None,
        year: int | None,
        body: str | None,
        stdin_filename: str | None,
        lang: str | None,
        include: tuple[str, ...],
        exclude: tuple[str, ...],
        force_exclude: bool,
        files_from: str | None,
        quiet: bool,
        **own: Any,
    ) -> int:
        lang = language(lang)
        options = Options(template, year, body)
        scope = FileScope(include, exclude, force_exclude)
        request = Request(paths, output, options, stdin_filename, lang, scope, quiet)
        if not _is_sound(request, files_from):
            return 2
        if files_from:
            from gdlint.cli.files_from import listed

            try:
                request = request._replace(paths=(*paths, *listed(files_from)))
            except OSError as error:
                say("no-list", lang, path=files_from, reason=reason(error, lang))
                return 2
            except UnicodeDecodeError:
                say("no-list", lang, path=files_from, reason=PROBLEM["encoding"][lang])
                return 2
            except FileError as error:
                say("no-list", lang, path=files_from, reason=error.words[lang])
                return 2
        return command(request, **own)

    decorated: Callable[..., int] = called
    for option in reversed(_SHARED):
        decorated = option(decorated)
    return decorated
