"""`gdlint config`: what is in force for a file, and where each value comes from."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from gdlint.cli.choosing import CallSettings, choosing_only
from gdlint.cli.options import Request
from gdlint.cli.overrides import say_of_rules, session_of
from gdlint.cli.stderr import say
from gdlint.config.explain import lines, why
from gdlint.config.schema import KEYS
from gdlint.config.select import Decision, ignored_by, ignores_at
from gdlint.config.settings import Given
from gdlint.reporters.safe import harmless_lines, json_text
from gdlint.rules.ruleset import ChosenRule, RuleSet
from gdlint.words.commands import SAID
from gdlint.words.file_results import SEVERITY


@click.command(
    "config",
    help="显示对某个文件（或文件夹）生效的设置、规则及其来源。\n\nWhat is in force for a file, and where each value comes from.",
)
@click.argument("path", default=".", metavar="[FILE]")
@choosing_only
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式 / format"
)
def command(request: Request, chosen: CallSettings, path: str, style: str) -> int:
    """Run the command; the exit status."""
    if not os.path.lexists(path):
        say("not-found", request.lang, path=path)
        return 2
    session = session_of(request, chosen)
    file = Path(os.path.abspath(os.path.join(path, "-") if os.path.isdir(path) else path))
    rules = session.rules_at(file)
    say_of_rules(session, request.lang)
    ignores = ignores_at(rules.settings, file)
    rows = [row_of(item, ignores) for item in rules.chosen]
    if style == "json":
        data = {
            "files": list(rules.settings.files),
            "settings": [line._asdict() for line in lines(rules.settings)],
            "rules": rows,
        }
        click.echo(json_text(data, 1))
    else:
        click.echo(harmless_lines(_text(rules, rows, request.lang)), nl=False)
    return 0


def row_of(item: ChosenRule, ignores: Sequence[Given]) -> dict[str, Any]:
    """One rule: whether it runs on a file, which `ignores` are for, and which key, selector and place decided that."""
    face = item.offer.face
    barred = ignored_by(face, ignores) if item.decision.runs else None
    decision = Decision(False, "per-file-ignores", barred) if barred else item.decision
    return {
        "code": face.code,
        "name": face.name,
        "group": face.group,
        "runs": decision.runs,
        **why(decision),
        "severity": item.level.value if item.level else None,
    }


def _text(rules: RuleSet, rows: list[dict[str, Any]], lang: str) -> Iterator[str]:
    said = {
        key: SAID[f"config-{key}"][lang]
        for key in ("files", "none", "call", "unset", "rules", "off", "on", "own")
    }
    files = "  <  ".join(rules.settings.files)
    yield said["files"].format(files=files) if files else said["none"]
    yield ""
    for line in lines(rules.settings):
        value = json_text(line.value) if line.origin is not None else said["unset"]
        origin = "" if line.origin is None else line.origin or said["call"]
        yield f"  {line.key:<26} {value:<34} {origin or KEYS[line.key.split()[0]]._asdict()[lang]}".rstrip()
    yield ""
    yield said["rules"].format(on=sum(row["runs"] for row in rows), all=len(rows))
    for row in rows:
        why = (
            f"{row['key']} {row['selector'] or ''} {row['origin'] or said['call']}"
            if row["key"]
            else said["own"]
        )
        level = f" → {SEVERITY[row['severity']][lang]}" if row["severity"] else ""
        yield f"  {said['on'] if row['runs'] else said['off']} {row['code']} {row['name']:<26}{level} {' '.join(why.split())}"
