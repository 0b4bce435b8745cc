"""`gdlint explain`: one rule in full, with examples that are run."""

import click

from gdlint import api
from gdlint.cli.output import UnwritableError, opened
from gdlint.model.language import LANGUAGES
from gdlint.reporters.words import language


@click.command(
    "explain",
    help="说明一条规则：检查什么、依据、正确和错误的例子、怎样改、怎样不检查。\n\n"
    "One rule: what it checks, why, right and wrong examples, how to mend, how not to check it.",
)
@click.argument("rule", metavar="CODE|NAME")
@click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file")
@click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages")
def command(rule: str, output: str | None, lang: str | None) -> int:
    """Run the command; the exit status."""
    from gdlint.reporters.rules import explained_lines

    lang = language(lang)
    found = api.explain(rule)
    examples = [
        (example.kind, api.example_text(example.changes), [message[lang] for message in example.messages])
        for example in found.examples
    ]
    try:
        with opened(output, lang) as out:
            out.write("\n".join(explained_lines(found.rule, examples, lang)) + "\n")
    except UnwritableError:
        return 2
    return 0
