"""The rules that are in force: all that are on offer, chosen and adjusted by settings, ready to run."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gdlint import builtin
from gdlint.config.errors import ConfigError, Place
from gdlint.config.select import (
    WHOLE,
    Decision,
    Selectable,
    check_selectors,
    closeness,
    decide,
    ignored_by,
    ignores_at,
    is_locked,
    level_of,
    without_effect,
)
from gdlint.config.settings import AUTO, Given, Settings
from gdlint.config.taken import Taken, claim, taken_by
from gdlint.engine import catalog
from gdlint.engine.adjust import at_level, mismatch, replaced, with_options
from gdlint.engine.checks import Ready
from gdlint.engine.definition import Definition
from gdlint.engine.suppress import Terms
from gdlint.fault import fault
from gdlint.forms.load import forms_from
from gdlint.lang import parser, patterns
from gdlint.lang.calls import CALLS
from gdlint.lang.functions import ADDED, FUNCTIONS
from gdlint.lang.functions import Function as LangFunction
from gdlint.lang.logic import UNKNOWN
from gdlint.lexicon.suggestions import nearest
from gdlint.model.form import Forms
from gdlint.plugins.find import Offered
from gdlint.plugins.manager import Plugins, current
from gdlint.plugins.types import PythonRule
from gdlint.version import __version__

if TYPE_CHECKING:
    from gdlint.packs.pack import Pack

OWN_PREFIX = "GD"
MOST_PACKS = 50


class Owner(NamedTuple):
    """Who a rule belongs to: `gdlint`, a `pack` or a `plugin` (there the distribution, where there is one), and the version."""

    kind: str = "gdlint"
    name: str = "gdlint"
    version: str = __version__


class Offer(NamedTuple):
    """A rule that may be chosen: what it is selected by, how it is made ready, and whose it is."""

    face: Selectable
    definition: Definition
    ready: Callable[[], Ready]
    owner: Owner = Owner()


class Chosen(NamedTuple):
    """What became of an offer: whether it runs and why, and the level that it was given, if any."""

    offer: Offer
    decision: Decision
    level: Given | None


@cache
def forms() -> Forms:
    """The official forms, with what plugins add to them."""
    plugins = current()
    found = forms_from(builtin.documents("forms"))
    for path, plugin in plugins.forms:
        found = plugins.guarded(plugin, f"forms {path.name}", _extended, found)(found, path)
    return found


def _extended(found: Forms, path: Path) -> Forms:
    from gdlint import yamlfile
    from gdlint.forms.extend import extended

    return extended(found, yamlfile.load(path))


@cache
def builtin_rules() -> tuple[Definition, ...]:
    """All rules of the built-in catalogue, selected or not."""
    parser.remember(builtin.expressions())
    patterns.remember(builtin.patterns())
    documents = builtin.documents("catalog")
    return tuple(catalog.definitions(documents, forms(), thorough=not builtin.is_bundled()))


@cache
def builtin_offers() -> tuple[Offer, ...]:
    """The built-in catalogue as offers."""
    return tuple(offer_of(definition, _group(definition)) for definition in builtin_rules())


@cache
def plugin_offers() -> tuple[Offer, ...]:
    """The rules in Python that plugins hand in; functions of plugins are known from here on."""
    plugins = current()
    _add_functions(plugins)
    taken = _builtin_names() if plugins.rules else {}
    offers = (_python_offer(plugins, rule, plugin, taken) for rule, plugin in plugins.rules)
    return tuple(offer for offer in offers if offer)


def _builtin_names() -> Taken:
    return taken_by("gdlint", (offer.face for offer in builtin_offers()))


def _add_functions(plugins: Plugins) -> None:
    for name, (function, plugin) in plugins.functions.items():
        if name in FUNCTIONS or name in CALLS:
            plugins.fail(plugin, f"function {name}", fault("same-function", {}))
            continue
        call = plugins.guarded(plugin, f"function {name}", function.call, UNKNOWN)
        ADDED[name] = LangFunction(function.arguments, function.result, call, function.doc)


def _python_offer(plugins: Plugins, rule: PythonRule, plugin: Offered, taken: Taken) -> Offer | None:
    from gdlint.engine.python_rules import definition_of, judgements, ready_of
    from gdlint.engine.shape import RuleError

    try:
        definition = definition_of(rule, forms())
        if rule.code.startswith(OWN_PREFIX):
            raise RuleError("own-codes", ("code",), prefix=OWN_PREFIX)
    except (ValueError, TypeError) as error:
        plugins.fail(plugin, f"rule {rule.code}", error.words if isinstance(error, RuleError) else error)
        return None
    face = Selectable(rule.code, rule.name, plugin.name, rule.default)
    if clash := claim(taken, face, plugin.name):
        plugins.fail(plugin, f"rule {rule.code}", fault("same-name", clash._asdict()))
        return None
    judge = plugins.guarded(plugin, f"rule {rule.code}", lambda report: judgements(rule.check(report)), [])
    owner = Owner("plugin", plugin.distribution or plugin.module, plugin.version)
    return Offer(face, definition, lambda: ready_of(definition, judge), owner)


def _group(definition: Definition) -> str:
    return builtin.group_of(definition.origin[0]) if definition.origin else ""


def offer_of(definition: Definition, group: str) -> Offer:
    """A rule of the catalogue as an offer."""
    rule = definition.rule
    ready = cache(lambda: catalog.ready(definition, forms(), thorough=not builtin.is_bundled()))
    return Offer(Selectable(rule.code, rule.name, group, rule.default, rule.aliases), definition, ready)


@cache
def pack_offers(folder: Path, origin: str, *, named: bool) -> tuple[Offer, ...]:
    """The rules of a pack as offers. Who names a pack wants its preview rules, too."""
    plugin_offers()
    from gdlint.packs.load import load_pack

    loaded = load_pack(folder, origin, forms())
    return tuple(
        _pack_offer(definition, loaded.pack, loaded.ready.get(definition.rule.code), named=named)
        for definition in loaded.definitions
    )


def _pack_offer(definition: Definition, pack: "Pack", made: Ready | None, *, named: bool) -> Offer:
    rule = definition.rule
    ready = cache(lambda: made or catalog.ready(definition, forms(), thorough=False, counted=True))
    default = rule.default or (named and rule.state == "preview")
    face = Selectable(rule.code, rule.name, pack.name, default, rule.aliases)
    return Offer(face, definition, ready, Owner("pack", pack.name, pack.version))


class Rulebook:
    """The rules that some settings leave, for any file under these settings.

    `auto` are the packs that a report asked for, where the settings leave that open.

    Raises `gdlint.config.errors.ConfigError` for a selector that fits no rule, and for packs that are not there.
    """

    def __init__(
        self, settings: Settings, offers: Sequence[Offer] | None = None, auto: "tuple[Pack, ...]" = ()
    ) -> None:
        self.settings, self.auto = settings, auto
        self.packs: tuple[Pack, ...] = ()
        self.offers = self._on_offer() if offers is None else offers
        faces = [offer.face for offer in self.offers]
        check_selectors(settings, [*faces, *(self._not_yet() if self.is_open else ())])
        self.without_effect = tuple(without_effect(settings, faces))
        """selectors of rules that cannot be ignored"""
        self._options = _options(settings, self.offers)
        self.chosen = [
            Chosen(offer, decide(offer.face, settings), level_of(offer.face, settings))
            for offer in self.offers
        ]
        self._derive()
        self._ready = [(item.offer.face, self.adjusted(item)) for item in self.chosen if item.decision.runs]
        locked = frozenset(face.code for face in faces if is_locked(face, settings))
        self.terms = Terms(_names(faces), locked, hear=current().heard if current().listening else None)
        """what comments may silence"""

    def _on_offer(self) -> Sequence[Offer]:
        given = self.settings.many.get("packs", ())
        open_place = next((item.place for item in given if item.value == AUTO), Place())
        if not (given or self.auto):
            return [*plugin_offers(), *builtin_offers()]
        from gdlint.packs.find import find_pack

        if len(given) > MOST_PACKS:
            raise ConfigError(given[MOST_PACKS].place, "too-many-packs", limit=MOST_PACKS)
        named = [(find_pack(item), item.place) for item in given if item.value != AUTO]
        found = {pack.folder: (pack, open_place) for pack in self.auto} | {
            item[0].folder: item for item in named
        }
        self.packs = tuple(pack for pack, _ in found.values())
        offers = [*plugin_offers(), *builtin_offers()]
        taken = _builtin_names()
        for offer in plugin_offers():
            claim(taken, offer.face, offer.face.group)
        for pack, place in found.values():
            own = pack_offers(pack.folder, pack.origin, named=pack not in self.auto)
            _claim_names(pack, own, taken, place)
            offers += own
        return offers

    def _not_yet(self) -> Sequence[Selectable]:
        """Stand-ins for the rules of packs that a report may ask for, so that these may be selected."""
        from gdlint.packs.find import packs_on_offer

        return [Selectable(pack.prefix, pack.name, pack.name) for pack in packs_on_offer().values()]

    @property
    def is_open(self) -> bool:
        """Which packs are used depends on the report."""
        return any(item.value == AUTO for item in self.settings.many.get("packs", ()))

    def _derive(self) -> None:
        """A rule takes the place of the one that it derives from, where both are selected."""
        known = {item.offer.face.code: item.offer.definition for item in self.chosen}
        running = {item.offer.face.code: item.offer.definition for item in self.chosen if item.decision.runs}
        gone = {
            code: own for own, definition in running.items() for code in replaced({own: definition}, known)
        }
        self.chosen = [
            item._replace(decision=Decision(False, "derives", Given(gone[item.offer.face.code])))
            if item.decision.runs and item.offer.face.code in gone
            else item
            for item in self.chosen
        ]

    def adjusted(self, item: Chosen) -> Ready:
        """One of `chosen`, ready to run with the options and the level that the settings give it."""
        values = {name: given.value for name, given in self.options(item).items()}
        definition = with_options(item.offer.definition, values)
        counted = item.offer.owner.kind == "pack"
        ready = catalog.ready(definition, forms(), counted=counted) if values else item.offer.ready()
        return at_level(ready, item.level.value) if item.level else ready

    def options(self, item: Chosen) -> Mapping[str, Given]:
        """The options that the settings give one of `chosen`."""
        return self._options.get(item.offer.face.code, {})

    def rules(self, path: Path | None = None) -> tuple[Ready, ...]:
        """The rules for a file (an absolute path), those of `per-file-ignores` left out."""
        if path is None or "per-file-ignores" not in self.settings.by_name:
            return tuple(ready for _, ready in self._ready)
        entries = ignores_at(self.settings, path)
        return tuple(ready for face, ready in self._ready if not ignored_by(face, entries))


def _claim_names(pack: "Pack", offers: Sequence[Offer], taken: Taken, place: Place) -> None:
    """Raises `ConfigError` where a pack has the name of another pack or plugin, or one of its rules that of another rule."""
    if pack.name in taken:
        raise ConfigError(place, "same-pack", pack=pack.name, owner=taken[pack.name])
    for offer in offers:
        if clash := claim(taken, offer.face, pack.name):
            mistake = "same-code" if clash.name == offer.face.code else "same-name"
            raise ConfigError(place, mistake, pack=pack.name, **clash._asdict())


def _names(faces: Sequence[Selectable]) -> dict[str, str]:
    """The code of each rule by all that it may be called, in small letters."""
    return {name.lower(): face.code for face in faces for name in (face.code, face.name, *face.aliases)}


def _options(settings: Settings, offers: Sequence[Offer]) -> dict[str, dict[str, Given]]:
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
            _check_option(rule.definition, selector, name, item)
        values[rule.face.code] = given.value
    return values


def _check_option(definition: Definition, rule: str, name: str, given: Given) -> None:
    if name not in definition.options:
        near = nearest(name, definition.options)
        raise ConfigError(given.place, "no-option", rule=rule, option=name, near=near)
    if wrong := mismatch(given.value, definition.options[name]):
        raise ConfigError(given.place, "bad-option", rule=rule, option=name, **wrong)
