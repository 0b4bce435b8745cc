"""`gdlint rules`: the rules that there are under the settings of a folder, and which of them run."""

import os
from pathlib import Path

import click

from gdlint.cli.choosing import CallSettings, choosing_rules
from gdlint.cli.formats import FormatChoice, begun
from gdlint.cli.options import Request
from gdlint.cli.output import UnwritableError, opened
from gdlint.cli.overrides import say_of_rules, session_of
from gdlint.cli.stderr import say
from gdlint.plugins.reporting import RunInfo


@click.command(
    "rules",
    help="列出本文件夹的设置之下的规则：编号、名称、级别、内容、是否运行及原因；给出词语时，只列出写有这些词语的规则。\n\n"
    "The rules under the settings of this folder: code, name, severity, title, and whether they run, and why not; of "
    "these with words, those that have the words.",
)
@click.argument("words", nargs=-1, metavar="[WORD…]")
@choosing_rules
@click.option(
    "--format",
    "style",
    type=FormatChoice("rules"),
    default="table",
    help="输出格式 / format",
)
@click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file")
def command(
    request: Request, chosen: CallSettings, words: tuple[str, ...], style: str, output: str | None
) -> int:
    """Run the command; the exit status."""
    from gdlint.reporters.rule_search import rules_with
    from gdlint.rules.description import described_rules

    session = session_of(request, chosen)
    rules = described_rules(session.standing_rules(Path(os.path.abspath("-"))))
    say_of_rules(session, request.lang)
    if words:
        rules = [dict(rule) for rule in rules_with(words, rules)]
        if not rules:
            say("no-rule-with", request.lang, words=" ".join(words))
            return 2
    try:
        with opened(output, request.lang) as out:
            begun(style, out, RunInfo(request.lang, lambda: rules), "rules").end({"rules": len(rules)})
    except UnwritableError:
        return 2
    return 0
