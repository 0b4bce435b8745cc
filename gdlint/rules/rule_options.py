"""The options of rules that settings give: each must be one that its rule has, and of its type."""

from collections.abc import Sequence

from gdlint.config.errors import ConfigError
from gdlint.config.select import WHOLE, closeness
from gdlint.config.settings import Given, Settings
from gdlint.engine.adjust import mismatch
from gdlint.engine.definition import Definition
from gdlint.lexicon.suggestions import nearest
from gdlint.rules.offers import Offer


def options_of(settings: Settings, offers: Sequence[Offer]) -> dict[str, dict[str, Given]]:
    """The values of options by the code of their rule.

    Raises `ConfigError` for options that a rule does not have, and for values of another type.
    """
    values = {}
    for selector, given in settings.entries("options").items():
        rule = next((offer for offer in offers if closeness(selector, offer.face) == WHOLE), None)
        if rule is None:
            names = {name for offer in offers for name in (offer.face.code, offer.face.name)}
            raise ConfigError(given.place, "no-rule", rule=selector, near=nearest(selector, names))
        for name, item in given.value.items():
            _check(rule.definition, selector, name, item)
        values[rule.face.code] = given.value
    return values


def _check(definition: Definition, rule: str, name: str, given: Given) -> None:
    if name not in definition.options:
        if not definition.options:
            raise ConfigError(given.place, "no-options", rule=rule)
        near, known = nearest(name, definition.options), ", ".join(definition.options)
        raise ConfigError(given.place, "no-option", rule=rule, option=name, known=known, near=near)
    if wrong := mismatch(given.value, definition.options[name]):
        raise ConfigError(given.place, "bad-option", rule=rule, option=name, **wrong)
