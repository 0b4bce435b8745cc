"""Making the bundle of built-in data at build time (see `gdlint.data.builtin`)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gdlint.claims.written_words import written_out
from gdlint.data import builtin, yamlfile
from gdlint.data.bundlefile import SeparateValues
from gdlint.data.resources import rule_files
from gdlint.engine.checks import Ready
from gdlint.engine.definition import define
from gdlint.engine.derived_rules import merged
from gdlint.engine.kept_regexes import kept_regexes
from gdlint.engine.preparing import prepare
from gdlint.expressions import grammar
from gdlint.expressions.messages import fields_of
from gdlint.expressions.nodes import Literal, Node, calls_in, to_data
from gdlint.expressions.text_functions import OF_PATTERN
from gdlint.forms.official import forms_from
from gdlint.matching import written_patterns
from gdlint.scopes import outlined_parts
from gdlint.syntax import report_table
from gdlint.syntax.parser_tables import lalr_table, table


def make_bundle() -> Path:
    """Parse every expression of the catalogue and write the bundle; its path.

    Raises `RuleError` for a rule that cannot be used, so that a broken catalogue is never built.
    """
    forms = forms_from([(path, yamlfile.load(path)) for path in rule_files("forms")])
    parsed: dict[str, Node] = {}
    finds = [*(f"{{{name}}}" for name in written_patterns.named()), *outlined_parts.patterns_of(forms)]
    items = [item for path in rule_files("catalog") for item in yamlfile.load(path)]
    by_code = {item["code"]: item for item in items}
    ready: list[Ready] = []
    for item in items:
        definition = define(merged(item, by_code), forms)
        ready.append(prepare(definition, forms))
        parsed |= {text: grammar.parse(text) for text in expressions_of(item)}
        finds += (text for case in definition.cases for text in (case.find, case.unless) if text)
    finds += (text for node in parsed.values() for text in patterns_in(node))
    words = written_out(builtin.written_claims())
    return builtin.write_bundle(
        {
            builtin.KNOWN: SeparateValues(words.pop(builtin.KNOWN)),
            "words": words,
            "expressions": {text: to_data(node) for text, node in parsed.items()},
            "patterns": written_patterns.written_out(finds),
            "parsers": SeparateValues(
                {
                    report_table.GRAMMAR: lalr_table(report_table.GRAMMAR, "report"),
                    grammar.GRAMMAR.file: table(grammar.GRAMMAR),
                }
            ),
            "regexes": kept_regexes(ready, forms),
        }
    )


def patterns_in(node: Node) -> Iterator[str]:
    """The patterns that functions in an expression look for."""
    for call in calls_in(node):
        if call.function in OF_PATTERN and isinstance(call.arguments[1], Literal):
            yield str(call.arguments[1].value)


def expressions_of(item: Mapping[str, Any]) -> Iterator[str]:
    """Every expression that a rule is written with."""
    for part in (item, *item.get("cases", ())):
        for key in ("when", "check"):
            if key in part:
                yield str(part[key])
        yield from (str(text) for text in part.get("let", {}).values())
        at = part.get("at", ())
        yield from [at] if isinstance(at, str) else at
        severity = part.get("severity")
        levels = severity if isinstance(severity, list) else []
        yield from (level["when"] for level in levels if isinstance(level, dict))
        fix = part.get("fix") or {}
        yield from (fix[key] for key in ("at", "when") if key in fix)
        yield from fields_of(fix.get("replace", ""))
        for key in ("message", "remedy", "title"):
            for text in part.get(key, {}).values():
                yield from fields_of(text)
