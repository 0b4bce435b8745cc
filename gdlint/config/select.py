"""Which rules run, at which level, and why: by code, name, group or prefix; the longest match wins."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.globs import fits
from gdlint.config.settings import Given, Settings
from gdlint.lexicon.suggestions import nearest
from gdlint.model.rule import ALWAYS_TOLD

ALL = "ALL"
DEFAULT = "DEFAULT"
"""every rule, and every rule that runs where nothing is selected"""

WHOLE = 100
GROUP = 50


class Selectable(NamedTuple):
    """What a rule is selected by."""

    code: str
    name: str
    group: str
    default: bool = True
    aliases: tuple[str, ...] = ()


class Decision(NamedTuple):
    """Whether a rule runs, and the key and selector that decided it; no key: its own default."""

    runs: bool
    key: str = ""
    given: Given = Given("")


def closeness(selector: str, rule: Selectable) -> int:
    """How closely a selector names a rule: 0 not at all, 1 as one of all, a prefix by its length, its name most."""
    if selector.upper() == rule.code or selector.lower() in (rule.name, *map(str.lower, rule.aliases)):
        return WHOLE
    if selector.lower() == rule.group:
        return GROUP
    if selector == ALL or (selector == DEFAULT and rule.default):
        return 1
    return 1 + len(selector) if rule.code.startswith(selector.upper()) else 0


def decide(rule: Selectable, settings: Settings) -> Decision:
    """Whether a rule runs. Of two selectors that are equally close, the call's counts, and of two in one place `ignore`.
    Rules that say that a file could not be checked always run."""
    if rule.code in ALWAYS_TOLD:
        return Decision(True)
    selected = _closest(rule, settings.many.get("select", ()))
    ignored = _closest(rule, settings.many.get("ignore", ()))
    if "select" not in settings.many:
        return Decision(False, "ignore", ignored) if ignored else Decision(rule.default)
    if selected is None:
        place = next((given.place for given in settings.many["select"]), SettingPlace())
        return Decision(False, "select", Given("", place))
    if ignored and _strength(ignored, rule) >= _strength(selected, rule):
        return Decision(False, "ignore", ignored)
    return Decision(True, "select", selected)


def without_effect(settings: Settings, rules: Iterable[Selectable]) -> Iterator[Given]:
    """The selectors of `ignore` that name nothing but a rule that always runs."""
    always = [rule for rule in rules if rule.code in ALWAYS_TOLD]
    for given in settings.many.get("ignore", ()):
        if any(closeness(given.value, rule) == WHOLE for rule in always):
            yield given


def level_of(rule: Selectable, settings: Settings) -> Given | None:
    """The level that the settings give a rule, or None."""
    levels = settings.entries("severity")
    best = max(levels, key=lambda selector: closeness(selector, rule), default=None)
    return levels.get(best) if best is not None and closeness(best, rule) else None


def is_locked(rule: Selectable, settings: Settings) -> bool:
    """The settings forbid that a comment or a baseline silences the rule."""
    return any(closeness(item.value, rule) for item in settings.many.get("locked", ()))


def ignores_at(settings: Settings, path: Path) -> list[Given]:
    """The entries of `per-file-ignores` that speak of a file (an absolute path)."""
    entries = settings.entries("per-file-ignores")
    return [given for glob, given in entries.items() if covers(glob, given.place, path)]


def ignored_by(rule: Selectable, entries: Iterable[Given]) -> Given | None:
    """The entry among those of a file (see `ignores_at`) that keeps a rule from it, or None."""
    return next((given for given in entries if any(closeness(name, rule) for name in given.value)), None)


def is_excluded(settings: Settings, path: Path) -> bool:
    """A file of a folder (an absolute path) is not to be checked."""
    return any(covers(given.value, given.place, path) for given in settings.many.get("exclude", ()))


def covers(glob: str, place: SettingPlace, path: Path) -> bool:
    """A glob that was written in some file fits a path; it is relative to the folder of that file. One of a call also fits what
    does not lie below the folder of the call, wherever that is."""
    if path.is_relative_to(place.folder):
        return fits(glob, path.relative_to(place.folder).parts)
    return not place.file and fits(glob, path.parts[1:])


def _strength(given: Given, rule: Selectable) -> tuple[int, bool]:
    return closeness(given.value, rule), not given.place.file


def _closest(rule: Selectable, selectors: Sequence[Given]) -> Given | None:
    best = max(selectors, key=lambda given: _strength(given, rule), default=None)
    return best if best and closeness(best.value, rule) else None


def check_selectors(settings: Settings, rules: Iterable[Selectable]) -> None:
    """Raises `ConfigError` for the first selector of the settings that fits no rule."""
    known = list(rules)
    for given in selectors_of(settings):
        if given.value not in (ALL, DEFAULT) and not any(closeness(given.value, rule) for rule in known):
            names = {name for rule in known for name in (rule.code, rule.name, rule.group)}
            raise ConfigError(given.place, "no-rule", rule=given.value, near=nearest(given.value, names))


def selectors_of(settings: Settings) -> Iterator[Given]:
    """Every selector in the settings, with its place."""
    for key in ("select", "ignore", "locked"):
        yield from settings.many.get(key, ())
    yield from (Given(name, given.place) for name, given in settings.entries("severity").items())
    for given in settings.entries("per-file-ignores").values():
        yield from (Given(selector, given.place) for selector in given.value)
