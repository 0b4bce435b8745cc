"""`gdlint form`: an empty, right form for a reporting year, for those who begin to write."""

import os
from typing import Any

import click

from gdlint.cli.choosing import PACKS, CallSettings
from gdlint.cli.options import PLUGIN, Request
from gdlint.cli.output import STANDARD, UnwritableError, opened
from gdlint.cli.overrides import session_of
from gdlint.cli.stderr import say, told
from gdlint.config.chosen import Options
from gdlint.emptyforms.written_form import FORMATS, format_by_ending
from gdlint.model.language import LANGUAGES
from gdlint.reporters.output_language import language
from gdlint.words.commands import BINARY, SAID
from gdlint.words.fault import FaultError


@click.command(
    "form",
    help="写一份空白的正确格式（标题、六个部分及填写提示、各表），用来起草报告。已有的文件不改动，除非用 --force。\n\n"
    "An empty, right form for a reporting year: title, sections with hints, tables. A file that is there stays, but for --force.",
)
@click.argument("year", type=int, metavar="YEAR")
@click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file")
@click.option(
    "--format",
    "style",
    type=click.Choice(list(FORMATS)),
    help="格式（默认按文件名的后缀，没有文件时为 markdown）/ format (by the ending of the file)",
)
@click.option("--body", metavar="NAME", help="机关名称 / the body")
@click.option("--force", is_flag=True, help="文件已存在时也写入 / write over a file that is there")
@PACKS
@PLUGIN
@click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages")
def command(
    year: int, output: str | None, style: str | None, force: bool, lang: str | None, **own: Any
) -> int:
    """Run the command; the exit status."""
    lang = language(lang)
    to_stdout = output is None or output in STANDARD
    style = style or ("markdown" if to_stdout else format_by_ending(output or ""))
    if style is None:
        known = " ".join(ending for endings in FORMATS.values() for ending in endings)
        say("no-ending", lang, path=output, known=known)
        return 2
    if not to_stdout and not force and os.path.lexists(output or ""):
        say("exists", lang, path=output)
        return 2
    request = Request((), output, Options(year=year, body=own["body"]), None, lang)
    session = session_of(request, CallSettings(many={"packs": own["packs"]}))
    return _written(session.empty_form(year, style, own["body"]), request)


def _written(data: bytes, request: Request) -> int:
    try:
        with opened(request.output, request.lang) as out:
            if out.isatty() and data.startswith(b"PK"):
                raise FaultError(BINARY)
            out.flush()
            out.buffer.write(data)  # type: ignore[attr-defined]  # a text file over one of bytes
    except UnwritableError:
        return 2
    if request.output and request.output not in STANDARD:
        told(SAID["written"][request.lang].format(path=request.output))
    return 0
