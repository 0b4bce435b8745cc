"""What a rule says of itself as data, for `gdlint rules`, `gdlint explain` and the page of rules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gdlint.engine.checks import Ready
from gdlint.engine.definition import Definition
from gdlint.engine.derived_rules import merged
from gdlint.examples.outcomes import Bind, examples_of, outcome_of
from gdlint.model.form import Template

EXAMPLES = ("good", "bad", "silent")


class ShownExample(NamedTuple):
    """One example of a rule: good, bad or silent, how its report differs from the whole form, and what the rule says."""

    kind: str
    changes: Mapping[str, Any]
    messages: tuple[Mapping[str, str], ...]


def levels_of(definition: Definition) -> list[str]:
    """The severities that a rule may have."""
    return list(dict.fromkeys(level for case in definition.cases for _, level in case.severity))


def fixes_of(definition: Definition) -> list[str]:
    """Which fixes the cases of a rule have: `safe`, `unsafe`, both, none. A rule in Python says it with each finding only."""
    found = {case.fix.safe for case in definition.cases if case.fix}
    return [name for name, safe in (("safe", True), ("unsafe", False)) if safe in found]


def description(definition: Definition) -> dict[str, Any]:
    """What a rule says of itself, as the JSON of `gdlint rules` has it; `on` is its own default."""
    rule = definition.rule
    first, last = definition.applies.years
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": levels_of(definition),
        "on": rule.default,
        "title": dict(rule.title),
        "basis": rule.basis,
        "sure": rule.sure,
        "help": dict(rule.help),
        "applies": {
            "template": one_or_all(definition.applies.templates),
            "years": [first, last],
            "kinds": list(definition.applies.kinds),
            "regions": list(definition.applies.regions),
        },
        "options": dict(definition.options),
        "yields_to": list(rule.yields_to),
        "derives": rule.derives,
        "state": rule.state,
        "aliases": list(rule.aliases),
        "since": rule.since,
        "fixes": fixes_of(definition),
        "unfilled": rule.unfilled,
    }


def ready_description(ready: Ready) -> dict[str, Any]:
    """The same of a rule that was made ready; `severity` is the level that settings gave it, where they did."""
    levels = dict.fromkeys(check.level for check in ready.checks if check.level is not None)
    data = description(ready.definition)
    return {**data, "severity": list(levels) or data["severity"], "on": True}


def one_or_all(templates: Sequence[Template]) -> Template | list[Template] | None:
    """The only form that a rule is for, a list of several, None for all."""
    return (templates[0] if len(templates) == 1 else list(templates)) if templates else None


def examples_in(items: Mapping[str, Any], code: str) -> Any:
    """The examples of a rule among rules as data by code, its own or those of the rule that it derives from."""
    return merged(items[code], items).get("examples", {})


def shown_examples(ready: Ready, examples: Any, bind: Bind) -> Iterator[ShownExample]:
    """The examples of a rule with what it says of each."""
    for kind in EXAMPLES:
        for changes in examples_of(examples, kind):
            findings = outcome_of(ready, changes, bind).findings
            yield ShownExample(kind, changes, tuple(finding.message for finding in findings))
