"""`gdlint explain`: one rule in full, as the settings of a folder make it, with examples that are run; with a file, what the
rule looked at in it."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click

from gdlint.cli.choosing import CallSettings, choosing_rules
from gdlint.cli.jobs import Job, read
from gdlint.cli.missing import say_missing
from gdlint.cli.options import Request
from gdlint.cli.output import UnwritableError, opened
from gdlint.cli.overrides import path_of, say_without_effect, session_of
from gdlint.cli.stderr import say
from gdlint.reporters.safe import harmless_lines
from gdlint.session import Options, Session
from gdlint.words.file_results import PROBLEM


@click.command(
    "explain",
    help="说明一条规则：检查什么、依据、正确和错误的例子、怎样改、怎样不检查，以及本文件夹的设置之下是否运行。"
    "给出报告（- 为标准输入）时，说明规则在报告中看了哪些地方、看到什么、判断是什么。\n\n"
    "One rule: what it checks, why, right and wrong examples, how to mend, how not to check it, and whether it runs "
    "under the settings of this folder. With a report (- is standard input): what the rule looked at in it, what it saw, "
    "and its verdict on each case.",
)
@click.argument("rule", metavar="CODE|NAME|WORDS")
@click.argument("file", metavar="[FILE]", required=False)
@choosing_rules
@click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file")
def command(request: Request, chosen: CallSettings, rule: str, file: str | None, output: str | None) -> int:
    """Run the command; the exit status."""
    session, lang = session_of(request, chosen), request.lang
    lines = _case_lines(rule, session, Job(file, True), lang) if file else _rule_lines(rule, session, lang)
    say_without_effect(session, lang)
    return 2 if lines is None else _written(lines, output, request.lang)


def _rule_lines(rule: str, session: Session, lang: str) -> Iterator[str]:
    """The rule itself; where there is none of that name, the rules that have these words."""
    from gdlint.config.errors import ConfigError
    from gdlint.reporters.rule_search import rules_with
    from gdlint.reporters.rules import explained_lines, table_lines
    from gdlint.rules.description import described_rules, example_text, explain

    rules = session.standing_rules(Path(os.path.abspath("-")))
    try:
        found = explain(rule, rules, lambda content: session.parse(session.read(content)))
    except ConfigError:
        alike = rules_with([rule], described_rules(rules))
        if not alike:
            raise
        return table_lines(alike, lang)
    examples = [
        (example.kind, example_text(example.changes), [message[lang] for message in example.messages])
        for example in found.examples
    ]
    return explained_lines(found.rule, examples, lang)


def _case_lines(rule: str, session: Session, job: Job, lang: str) -> Iterator[str] | None:
    """The name of the rule, and what it looked at in a file; None where that cannot be read, which is said."""
    from gdlint.reporters.judged_cases import judged_lines
    from gdlint.reporters.rules import head_lines
    from gdlint.rules.description import described, judged_by

    if job.path != "-" and not os.path.lexists(job.path):
        say_missing(job.path, (job.path,), lang)
        return None
    source = read(job, None, session)
    if source.text is None:
        reason = PROBLEM[source.problem or ""][lang].format(detail=source.detail)
        say("unreadable", lang, path=job.path, reason=reason)
        return None
    path = path_of(job)
    rules = session.rules_at(path)
    report = session.parse(source, session.overruled(rules, Options()))
    rules = session.rules_for(report, rules)
    judged = judged_by(rule, report, rules, path)
    return chain(head_lines(described(rule, rules), lang), judged_lines(judged, source, lang))


def _written(lines: Iterable[str], output: str | None, lang: str) -> int:
    text = harmless_lines(lines)
    try:
        with opened(output, lang) as out:
            out.write(text)
    except UnwritableError:
        return 2
    return 0
