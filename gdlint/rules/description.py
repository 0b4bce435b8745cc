"""The rules under some settings as data: for `gdlint rules`, `gdlint explain` and the page of rules."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.explain import why
from gdlint.config.select import WHOLE, closeness
from gdlint.engine import catalog
from gdlint.engine.adjust import with_options
from gdlint.engine.judge import judged
from gdlint.engine.shape import CODE
from gdlint.engine.suppress import judged_notices
from gdlint.examples.outcomes import Bind, examples_of
from gdlint.lexicon.suggestions import nearest
from gdlint.model.judged import Judged
from gdlint.model.report import Report
from gdlint.packs.load import written_rules
from gdlint.rules.offers import OWN_PREFIX, Offer
from gdlint.rules.rule_data import EXAMPLES, ShownExample, description, examples_in, levels_of, shown_examples
from gdlint.rules.ruleset import ChosenRule, RuleSet


class Explanation(NamedTuple):
    """A rule as data, and its examples with what it says of each."""

    rule: dict[str, Any]
    examples: tuple[ShownExample, ...]


def described_rules(rules: RuleSet) -> list[dict[str, Any]]:
    """All rules on offer as data: items of `gdlint rules --format json`."""
    return [_described(rules, item) for item in rules.chosen]


def explain(selector: str, rules: RuleSet, bind: Bind) -> Explanation:
    """A rule by its code, name or alias, with its examples run as the settings make it; `bind` reads the reports of these.

    Raises `ConfigError` where there is no such rule.
    """
    item = _one(rules, selector)
    examples = shown_examples(rules.adjusted(item), written_examples(item.offer, rules), bind)
    return Explanation(_described(rules, item), tuple(examples))


def described(selector: str, rules: RuleSet) -> dict[str, Any]:
    """A rule by its code, name or alias as data.

    Raises `ConfigError` where there is no such rule.
    """
    return _described(rules, _one(rules, selector))


def judged_by(selector: str, report: Report, rules: RuleSet, path: Path | None = None) -> Judged:
    """What a rule makes of each case of a report (see `gdlint.engine.judge`); the rules in force for its file are those to
    which it may yield.

    Raises `ConfigError` where there is no such rule.
    """
    ready = rules.adjusted(_one(rules, selector))
    others = rules.rules(path)
    notices = judged_notices(others, report, rules.terms)
    return judged(ready, report, others, notices, words=rules.terms.words)


def _described(rules: RuleSet, item: ChosenRule) -> dict[str, Any]:
    """A rule with what the settings make of it; `changed` says what it would be without them, and where that was written."""
    own, options = item.offer.definition, rules.options(item)
    data = description(with_options(own, {name: given.value for name, given in options.items()}))
    changed = [
        {"key": f"options.{name}", "own": own.options[name], "origin": str(given.place)}
        for name, given in options.items()
    ]
    if item.level:
        data["severity"] = [item.level.value]
        changed.append({"key": "severity", "own": levels_of(own), "origin": str(item.level.place)})
    return {
        **data,
        "on": item.decision.runs,
        "why": why(item.decision),
        "changed": changed,
        "group": item.offer.face.group,
        "owner": item.offer.owner._asdict(),
    }


def _one(rules: RuleSet, selector: str) -> ChosenRule:
    found = [item for item in rules.chosen if closeness(selector, item.offer.face) == WHOLE]
    if found:
        return found[0]
    for pack in rules.catalogue.packs.on_offer.values():
        if selector.upper().startswith(pack.prefix):
            raise ConfigError(SettingPlace(), "rule-of-pack", rule=selector, pack=pack.name)
    if CODE.fullmatch(selector.upper()) and not selector.upper().startswith(OWN_PREFIX):
        raise ConfigError(SettingPlace(), "rule-of-no-pack", rule=selector)
    names = {name for item in rules.chosen for name in (item.offer.face.code, item.offer.face.name)}
    raise ConfigError(SettingPlace(), "no-rule", rule=selector, near=nearest(selector, names))


def written_examples(offer: Offer, rules: RuleSet) -> Mapping[str, Any]:
    """The examples of a rule as they are written, by kind; those of its base where it has none."""
    if offer.owner.kind == "plugin":
        return {}
    files = tuple(file for pack in rules.packs if pack.name == offer.owner.name for file in pack.files)
    return dict(examples_in({**written_rules(), **catalog.written(files)}, offer.face.code))


def builtin_examples(code: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The examples of a built-in rule, each with its kind: good, bad or silent."""
    examples = examples_in(written_rules(), code)
    return ((kind, changes) for kind in EXAMPLES for changes in examples_of(examples, kind))


def example_text(changes: Mapping[str, Any]) -> str:
    """The changes of an example as YAML; an empty text where there are none."""
    import yaml

    return (
        yaml.safe_dump(dict(changes), allow_unicode=True, sort_keys=False, width=100).strip()
        if changes
        else ""
    )
