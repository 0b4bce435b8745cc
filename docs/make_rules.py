"""Print docs/rules.md from the built-in catalogue: `python docs/make_rules.py > docs/rules.md`."""

from collections.abc import Iterator

from gdlint import api
from gdlint.engine.definition import Definition

GROUPS = {
    "GD0": "the file as such",
    "GD1": "title and sections",
    "GD2": "the right form for the year",
    "GD3": "tables: shape, labels and cells",
    "GD4": "arithmetic",
    "GD5": "figures in the text",
    "GD6": "year, period and date",
    "GD7": "wording",
    "GD8": "competence",
}


def page() -> Iterator[str]:
    """The lines of the page."""
    rules = api.builtin_rules()
    yield "# The rules"
    yield ""
    yield "Written by `python docs/make_rules.py > docs/rules.md`; change the catalogue, not this page."
    yield ""
    yield (
        f"The catalogue has {len(rules)} rules. The title says what is right; a finding says what is not. "
        "Two severities in one line: the rule decides case by case. A basis marked (not required) is a custom "
        "or a local demand, and such a rule is never an error."
    )
    for prefix in sorted({rule.rule.code[:3] for rule in rules}):
        yield ""
        yield f"## {prefix}: {GROUPS.get(prefix, '')}".removesuffix(": ")
        yield ""
        yield "| code | name | severity | title | 标题 | basis |"
        yield "|---|---|---|---|---|---|"
        yield from (row(rule) for rule in rules if rule.rule.code.startswith(prefix))


def row(definition: Definition) -> str:
    """One rule as a row of the table."""
    rule = definition.rule
    levels = dict.fromkeys(level for case in definition.cases for _, level in case.severity)
    severity = ", ".join(levels) + ("" if rule.default else " (off)")
    basis = rule.basis + ("" if rule.sure else " (not required)")
    cells = (rule.code, f"`{rule.name}`", severity, rule.title["en"], rule.title["zh"], basis)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    print("\n".join(page()))
