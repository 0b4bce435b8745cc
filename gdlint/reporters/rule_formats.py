"""The formats of `gdlint rules`: all rules of a run at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.rule_facts import basis_words, changed_words, owner_words, severity_words, why_words
from gdlint.reporters.safe import harmless_lines, json_text, markdown_cell
from gdlint.reporters.width import width
from gdlint.words.rule_pages import GROUPS

SCHEMA = 1


class RuleTableReporter(Reporter):
    """One line a rule."""

    def end(self, summary: Summary) -> None:
        """All of it."""
        self.write(harmless_lines(table_lines(self.run.rules(), self.language)))


class RuleMarkdownReporter(Reporter):
    """A page."""

    suffix = ".md"

    def end(self, summary: Summary) -> None:
        """All of it."""
        self.write(harmless_lines(markdown_lines(self.run.rules(), self.language)))


class RuleJsonReporter(Reporter):
    """One JSON document."""

    suffix = ".json"

    def end(self, summary: Summary) -> None:
        """All of it."""
        self.write(json_text(rules_data(self.run.rules()), 1) + "\n")


def table_lines(rules: Sequence[Mapping[str, Any]], language: str) -> Iterator[str]:
    """One line a rule: code, name, severity, fixes, title, and what settings decided; wide characters count twice."""
    rows = [
        (rule["code"], rule["name"], severity_words(rule, language), "/".join(rule["fixes"]))
        for rule in rules
    ]
    widths = [max((width(row[n]) for row in rows), default=0) for n in range(4)]
    for row, rule in zip(rows, rules, strict=True):
        cells = [text + " " * (size - width(text)) for text, size in zip(row, widths, strict=True)]
        decided = ["" if rule["on"] else why_words(rule, language), *changed_words(rule, language)]
        said = "; ".join(filter(None, decided))
        yield "  ".join([*cells, rule["title"][language], *([f"[{said}]"] if said else [])])


def markdown_lines(rules: Sequence[Mapping[str, Any]], language: str) -> Iterator[str]:
    """The rules as tables, one a group of built-in ones, one a pack or plugin."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for rule in rules:
        heading = owner_words(rule, language) or rule["code"][:3]
        groups.setdefault(heading, []).append(rule)
    for heading in sorted(groups, key=lambda name: (name not in GROUPS, name)):
        yield from (f"## {heading} {GROUPS.get(heading, {}).get(language, '')}".rstrip(), "")
        yield "| code | name | severity | title | basis | fix |"
        yield "|---|---|---|---|---|---|"
        for rule in groups[heading]:
            cells = (rule["code"], f"`{rule['name']}`", severity_words(rule, language), rule["title"][language],
                     basis_words(rule, language), "/".join(rule["fixes"]))  # fmt: skip
            yield "| " + " | ".join(map(markdown_cell, cells)) + " |"
        yield ""


def rules_data(rules: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The JSON of `gdlint rules` (see rule_list.schema.json)."""
    return {"schema": SCHEMA, "rules": [dict(rule) for rule in rules]}
