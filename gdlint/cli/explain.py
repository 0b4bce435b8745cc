"""`gdlint explain`: one rule in full, as the settings of a folder make it, with examples that are run."""

import os
from pathlib import Path

import click

from gdlint.cli.choosing import Chosen, choosing_rules
from gdlint.cli.options import Request
from gdlint.cli.output import UnwritableError, opened
from gdlint.cli.settings import Desk


@click.command(
    "explain",
    help="说明一条规则：检查什么、依据、正确和错误的例子、怎样改、怎样不检查，以及本文件夹的设置之下是否运行。\n\n"
    "One rule: what it checks, why, right and wrong examples, how to mend, how not to check it, and whether it runs "
    "under the settings of this folder.",
)
@click.argument("rule", metavar="CODE|NAME")
@choosing_rules
@click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file")
def command(request: Request, chosen: Chosen, rule: str, output: str | None) -> int:
    """Run the command; the exit status."""
    from gdlint.description import example_text, explain
    from gdlint.reporters.rules import explained_lines
    from gdlint.reporters.safe import harmless_lines

    lang = request.lang
    found = explain(rule, Desk(request, chosen).standing_book(Path(os.path.abspath("-"))))
    examples = [
        (example.kind, example_text(example.changes), [message[lang] for message in example.messages])
        for example in found.examples
    ]
    try:
        with opened(output, lang) as out:
            out.write(harmless_lines(explained_lines(found.rule, examples, lang)))
    except UnwritableError:
        return 2
    return 0
