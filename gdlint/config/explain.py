"""What is in force, value by value, with the place it comes from."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from gdlint.config.schema import KEYS
from gdlint.config.select import Decision
from gdlint.config.settings import Given, Settings


class SettingLine(NamedTuple):
    """A key (with the name behind it, in a mapping), its value, and where it was written; None: nobody gave one."""

    key: str
    value: Any
    origin: str | None


def lines(settings: Settings) -> Iterator[SettingLine]:
    """A line for each key, and for each entry of a mapping, in the order of the keys."""
    for key in KEYS:
        if key in settings.one:
            yield _line(key, settings.one[key])
        elif key in settings.many:
            yield SettingLine(
                key, [given.value for given in settings.many[key]], _origins(settings.many[key])
            )
        elif key in settings.by_name:
            for name, given in settings.by_name[key].items():
                if key == "options":
                    yield from (
                        _line(f"{key} {name} {option}", value) for option, value in given.value.items()
                    )
                else:
                    yield _line(f"{key} {name}", given)
        else:
            yield SettingLine(key, None, None)


def _line(key: str, given: Given) -> SettingLine:
    return SettingLine(key, given.value, str(given.place))


def _origins(items: tuple[Given, ...]) -> str | None:
    """Where a list was written: its file and first line, and the call where that added to it; "" is the call, None an empty
    list, of which it makes no difference who wrote it."""
    if not items:
        return None
    places: dict[str, str] = {}
    for item in items:
        places.setdefault(item.place.file, str(item.place))
    return ", ".join(filter(None, places.values()))


def why(decision: Decision) -> dict[str, str | None]:
    """The key, the selector and the place that decided whether a rule runs; None: its own default. "" is the call."""
    key, given = decision.key, decision.given
    several = isinstance(given.value, tuple | list)
    return {
        "key": key or None,
        "selector": None if not key or several else str(given.value),
        "origin": str(given.place) if key else None,
    }
