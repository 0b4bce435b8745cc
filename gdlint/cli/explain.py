"""`gdlint explain`: one rule in full, as the settings of a folder make it, with examples that are run; with a file, what the
rule looked at in it."""

import os
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import click

from gdlint.cli.choosing import CallSettings, choosing_rules
from gdlint.cli.jobs import Job, read
from gdlint.cli.missing import say_missing
from gdlint.cli.options import Request
from gdlint.cli.output import UnwritableError, opened
from gdlint.cli.overrides import path_of, say_of_rules, session_of
from gdlint.cli.stderr import say
from gdlint.config.chosen import Options
from gdlint.model.judged import Judged
from gdlint.model.source import Source
from gdlint.reporters.safe import harmless_lines, json_text
from gdlint.session import Session
from gdlint.words.file_results import PROBLEM

_CODE = re.compile(r"[A-Za-z]{2,8}[0-9]{3}")


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
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式 / format"
)
@click.option("--output", "-o", metavar="FILE", help="写入文件（写完才替换）/ write to a file")
def command(
    request: Request, chosen: CallSettings, rule: str, file: str | None, style: str, output: str | None
) -> int:
    """Run the command; the exit status."""
    if "." in rule and os.path.isfile(rule):
        say("rule-first", request.lang, path=rule)
        return 2
    session, lang = session_of(request, chosen), request.lang
    text = _cases(rule, session, Job(file, True), style, lang) if file else _rule(rule, session, style, lang)
    say_of_rules(session, lang)
    return 2 if text is None else _written(text, output, lang)


def _rule(rule: str, session: Session, style: str, lang: str) -> str:
    if style == "text":
        return harmless_lines(_rule_lines(rule, session, lang))
    from gdlint.reporters.rule_formats import rules_data
    from gdlint.rules.description import described

    rules = session.standing_rules(Path(os.path.abspath("-")))
    return json_text(rules_data([described(rule, rules)]), 1) + "\n"


def _rule_lines(rule: str, session: Session, lang: str) -> Iterator[str]:
    """The rule itself; where there is none of that name, the rules that have these words."""
    from gdlint.config.errors import ConfigError
    from gdlint.reporters.rule_formats import table_lines
    from gdlint.reporters.rule_page import explained_lines
    from gdlint.reporters.rule_search import rules_with
    from gdlint.rules.description import described_rules, example_text, explain

    rules = session.standing_rules(Path(os.path.abspath("-")))
    try:
        found = explain(
            rule, rules, lambda content: session.parse(session.read(content), catalogue=rules.catalogue)
        )
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


def _cases(rule: str, session: Session, job: Job, style: str, lang: str) -> str | None:
    """The name of the rule, and what it looked at in a file; None where that cannot be read, which is said."""
    from gdlint.rules.description import described, judged_by

    if job.path != "-" and not os.path.lexists(job.path):
        if _CODE.fullmatch(job.path):
            say("one-rule", lang, path=job.path)
        else:
            say_missing(job.path, (job.path,), lang)
        return None
    source = read(job, None, session)
    if source.text is None:
        reason = PROBLEM[source.problem or ""][lang].format(detail=source.detail)
        say("unreadable", lang, path=job.path, reason=reason)
        return None
    path = path_of(job)
    rules = session.rules_at(path)
    report = session.parse(source, session.overruled(rules, Options()), catalogue=rules.catalogue)
    rules = session.rules_for(report, rules)
    return _judged(described(rule, rules), judged_by(rule, report, rules, path), source, style, lang)


def _judged(rule: Mapping[str, Any], judged: Judged, source: Source, style: str, lang: str) -> str:
    if style == "json":
        from gdlint.reporters.judged_cases_json import judged_data

        return json_text(judged_data(rule, judged, source, lang), 1) + "\n"
    from gdlint.reporters.judged_cases import judged_lines
    from gdlint.reporters.rule_page import head_lines

    return harmless_lines(chain(head_lines(rule, lang), judged_lines(judged, source, lang)))


def _written(text: str, output: str | None, lang: str) -> int:
    try:
        with opened(output, lang) as out:
            out.write(text)
    except UnwritableError:
        return 2
    return 0
