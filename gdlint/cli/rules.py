"""`gdlint rules`: the rules that there are, and which of them run."""

import json

import click

from gdlint import api
from gdlint.cli.output import UnwritableError, opened
from gdlint.cli.selection import listed, selected, selection
from gdlint.model.language import LANGUAGES
from gdlint.reporters.words import language


@click.command(
    "rules",
    help="列出规则：编号、名称、级别、内容、是否默认运行。\n\nThe rules: code, name, severity, title, and whether they run.",
)
@selection
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "json", "markdown"]),
    default="table",
    help="输出格式 / format",
)
@click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file")
@click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages")
def command(select: str | None, ignore: str | None, style: str, output: str | None, lang: str | None) -> int:
    """Run the command; the exit status."""
    from gdlint.reporters import rules as reporter

    lang = language(lang)
    if selected(select, ignore, lang) is None:
        return 2
    rules = api.described_rules(listed(select), listed(ignore))
    if style == "json":
        text = json.dumps(reporter.rules_data(rules), ensure_ascii=False, indent=1)
    else:
        lines = reporter.table_lines if style == "table" else reporter.markdown_lines
        text = "\n".join(lines(rules, lang))
    try:
        with opened(output, lang) as out:
            out.write(text + "\n")
    except UnwritableError:
        return 2
    return 0
