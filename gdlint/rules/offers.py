"""Rules that may be chosen: what each is selected by, how it is made ready, and whose it is."""

from functools import cache
from typing import NamedTuple

from gdlint.config.select import Selectable
from gdlint.data import builtin
from gdlint.engine import catalog
from gdlint.engine.checks import Once, Ready
from gdlint.engine.definition import Definition
from gdlint.forms.official import forms_from
from gdlint.model.form import Forms
from gdlint.version import __version__

OWN_PREFIX = "GD"


class Owner(NamedTuple):
    """Who a rule belongs to: `gdlint`, a `pack` or a `plugin` (there the distribution, where there is one), and the version."""

    kind: str = "gdlint"
    name: str = "gdlint"
    version: str = __version__


class Offer(NamedTuple):
    """A rule that may be chosen: what it is selected by, how it is made ready, and whose it is."""

    face: Selectable
    definition: Definition
    ready: Once[Ready]
    owner: Owner = Owner()


@cache
def official_forms() -> Forms:
    """The official forms as they are without plugins."""
    return forms_from(builtin.documents("forms"))


@cache
def official_rules() -> tuple[Definition, ...]:
    """The built-in catalogue on the official forms, selected or not."""
    return definitions_on(official_forms())


@cache
def official_offers() -> tuple[Offer, ...]:
    """The built-in catalogue on the official forms as offers; what is made ready of it serves every session."""
    return offers_of(official_rules(), official_forms())


def definitions_on(forms: Forms) -> tuple[Definition, ...]:
    """The built-in catalogue on some forms."""
    thorough = not builtin.is_bundled()
    return tuple(catalog.definitions(builtin.documents("catalog"), forms, thorough=thorough))


def offers_of(definitions: tuple[Definition, ...], forms: Forms) -> tuple[Offer, ...]:
    """Rules of the built-in catalogue as offers."""
    return tuple(offer_of(definition, _group(definition), forms) for definition in definitions)


def offer_of(definition: Definition, group: str, forms: Forms) -> Offer:
    """A rule of the catalogue as an offer."""
    rule = definition.rule
    ready = Once(lambda: catalog.ready(definition, forms, thorough=not builtin.is_bundled()))
    return Offer(Selectable(rule.code, rule.name, group, rule.default, rule.aliases), definition, ready)


def _group(definition: Definition) -> str:
    return builtin.group_of(definition.origin[0]) if definition.origin else ""
