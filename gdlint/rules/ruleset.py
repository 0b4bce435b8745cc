"""The rules that are in force: all that are on offer, chosen and adjusted by settings, ready to run."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gdlint.config.chosen import Options
from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.schema import DRAFT, LEVELS, shown
from gdlint.config.select import (
    Decision,
    Selectable,
    check_selectors,
    decide,
    ignored_by,
    ignores_at,
    is_locked,
    level_of,
    without_effect,
)
from gdlint.config.settings import AUTO, Given, Settings
from gdlint.config.taken import Taken, claim
from gdlint.engine import catalog
from gdlint.engine.adjust import at_level, replaced, with_options
from gdlint.engine.checks import Ready
from gdlint.engine.suppress import Terms
from gdlint.lexicon.suggestions import nearest
from gdlint.model.form import Forms, Template
from gdlint.rules.catalogue import Catalogue
from gdlint.rules.offers import Offer
from gdlint.rules.rule_options import options_of

if TYPE_CHECKING:
    from gdlint.packs.pack import Pack

MOST_PACKS = 50


class ChosenRule(NamedTuple):
    """What became of an offer: whether it runs and why, and the level that it was given, if any."""

    offer: Offer
    decision: Decision
    level: Given | None


class InForce(NamedTuple):
    """The rules for a file: ready to run, the same by their codes, these as a set, and the codes of those that say themselves
    that they cannot be ignored."""

    ready: tuple[Ready, ...]
    by_code: Mapping[str, Ready]
    codes: frozenset[str]
    locked: frozenset[str]

    @classmethod
    def of(cls, ready: Iterable[Ready]) -> "InForce":
        """Made from the rules."""
        by_code = {each.rule.code: each for each in ready}
        locked = frozenset(code for code, each in by_code.items() if each.rule.locked)
        return cls(tuple(by_code.values()), by_code, frozenset(by_code), locked)


class RuleSet:
    """The rules that some settings leave, for any file under these settings.

    `auto` are the packs that a report asked for, where the settings leave that open. `offers` are what is chosen among, if not
    all that the catalogue has.

    Raises `gdlint.config.errors.ConfigError` for a selector that fits no rule, and for packs that are not there.
    """

    def __init__(
        self,
        settings: Settings,
        catalogue: Catalogue,
        auto: "tuple[Pack, ...]" = (),
        offers: Sequence[Offer] | None = None,
    ) -> None:
        self.settings, self.catalogue, self.auto = settings, catalogue, auto
        self.is_open = any(item.value == AUTO for item in settings.many.get("packs", ()))
        """which packs are used depends on the report"""
        self.is_same_everywhere = "per-file-ignores" not in settings.by_name
        self._with_packs: dict[tuple[Path, ...], RuleSet] = {}
        self.packs: tuple[Pack, ...] = ()
        self.offers = self._on_offer() if offers is None else offers
        faces = [offer.face for offer in self.offers]
        check_selectors(settings, [*faces, *(self._not_yet() if self.is_open else ())])
        self.without_effect = tuple(without_effect(settings, faces))
        """selectors of rules that cannot be ignored"""
        self._options = options_of(settings, self.offers)
        self.chosen = _with_derived(
            [
                ChosenRule(offer, decide(offer.face, settings), _level(offer, settings))
                for offer in self.offers
            ]
        )
        self._ready = [(item.offer.face, self.adjusted(item)) for item in self.chosen if item.decision.runs]
        locked = frozenset(face.code for face in faces if is_locked(face, settings))
        plugins = catalogue.plugins
        packs: Sequence[Pack] = self.packs
        words = tuple(sorted({pack.claims for pack in packs} - {""}))
        hear = plugins.heard if plugins.listening else None
        self.terms = Terms(_names(faces), locked, hear=hear, words=words)
        """what comments may silence"""

    def _on_offer(self) -> Sequence[Offer]:
        given = self.settings.many.get("packs", ())
        own = [*self.catalogue.of_plugins, *self.catalogue.builtin]
        if not (given or self.auto):
            return own
        if len(given) > MOST_PACKS:
            raise ConfigError(given[MOST_PACKS].place, "too-many-packs", limit=MOST_PACKS)
        named = [(self.catalogue.packs.find(item), item.place) for item in given if item.value != AUTO]
        open_place = next((item.place for item in given if item.value == AUTO), SettingPlace())
        found = {pack.folder: (pack, open_place) for pack in self.auto} | {
            item[0].folder: item for item in named
        }
        self.packs = tuple(pack for pack, _ in found.values())
        taken = self.catalogue.taken()
        for offer in self.catalogue.of_plugins:
            claim(taken, offer.face, offer.face.group)
        for pack, place in found.values():
            offers = self.catalogue.of_pack(pack, named=pack not in self.auto)
            _claim_names(pack, offers, taken, place)
            own += offers
        return own

    def _not_yet(self) -> Sequence[Selectable]:
        """Stand-ins for the rules of packs that a report may ask for, so that these may be selected."""
        return [
            Selectable(pack.prefix, pack.name, pack.name) for pack in self.catalogue.packs.on_offer.values()
        ]

    def with_packs(self, packs: "tuple[Pack, ...]") -> "RuleSet":
        """The same with packs that a report asked for."""
        key = tuple(pack.folder for pack in packs)
        if key not in self._with_packs:
            self._with_packs[key] = RuleSet(self.settings, self.catalogue, auto=packs)
        return self._with_packs[key]

    def adjusted(self, item: ChosenRule) -> Ready:
        """One of `chosen`, ready to run with the options and the level that the settings give it."""
        values = {name: given.value for name, given in self.options(item).items()}
        definition = with_options(item.offer.definition, values)
        counted = item.offer.owner.kind == "pack"
        ready = (
            catalog.ready(definition, self.catalogue.forms, counted=counted)
            if values
            else item.offer.ready.made
        )
        return at_level(ready, item.level.value) if item.level else ready

    @cached_property
    def overruling(self) -> Options:
        """What the settings say in place of a report's own word. Raises `ConfigError` for a form that there is not."""
        return Options(_template_named(self.settings, self.catalogue.forms), self.settings.value("year"))

    @cached_property
    def fatal(self) -> tuple[str, ...]:
        """The levels of findings that make a run fail."""
        level = self.settings.value("fail-on") or "error"
        return () if level == "never" else LEVELS[: LEVELS.index(level) + 1]

    def options(self, item: ChosenRule) -> Mapping[str, Given]:
        """The options that the settings give one of `chosen`."""
        return self._options.get(item.offer.face.code, {})

    @cached_property
    def everywhere(self) -> InForce:
        """The rules for a file that `per-file-ignores` say nothing of."""
        return InForce.of(ready for _, ready in self._ready)

    def rules(self, path: Path | None = None) -> tuple[Ready, ...]:
        """The rules for a file, ready to run (see `in_force`)."""
        return self.in_force(path).ready

    def in_force(self, path: Path | None = None) -> InForce:
        """The rules for a file (an absolute path), those of `per-file-ignores` left out."""
        if path is None or self.is_same_everywhere:
            return self.everywhere
        entries = ignores_at(self.settings, path)
        return InForce.of(ready for face, ready in self._ready if not ignored_by(face, entries))


def _level(offer: Offer, settings: Settings) -> Given | None:
    """The level that the settings give a rule by name, else by a profile."""
    level, profile = level_of(offer.face, settings), settings.one.get("profile")
    if level is None and profile and profile.value == DRAFT and offer.definition.rule.unfilled:
        return Given("info", profile.place)
    return level


def _with_derived(chosen: list[ChosenRule]) -> list[ChosenRule]:
    """A rule takes the place of the one that it derives from, where both are selected."""
    known = {item.offer.face.code: item.offer.definition for item in chosen}
    running = {item.offer.face.code: item.offer.definition for item in chosen if item.decision.runs}
    gone = {code: own for own, definition in running.items() for code in replaced({own: definition}, known)}
    return [
        item._replace(decision=Decision(False, "derives", Given(gone[item.offer.face.code])))
        if item.decision.runs and item.offer.face.code in gone
        else item
        for item in chosen
    ]


def _claim_names(pack: "Pack", offers: Sequence[Offer], taken: Taken, place: SettingPlace) -> None:
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


def _template_named(settings: Settings, forms: Forms) -> Template | None:
    """The template of the form that settings name; None where each report tells its own.

    Raises `ConfigError` for a form that there is not.
    """
    value = settings.value("template")
    if value in (None, AUTO):
        return None
    if edition := forms.edition(value):
        return edition.template
    known = [AUTO, *(edition.name for edition in forms.editions)]
    raise ConfigError(
        settings.one["template"].place,
        "wrong-choice",
        key="template",
        value=shown(value),
        known=", ".join(known),
        near=nearest(str(value), known),
    )
