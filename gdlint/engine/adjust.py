"""A rule made to differ from how it is written, as settings say."""

from collections.abc import Iterator, Mapping
from typing import Any

from gdlint.engine.checks import Ready
from gdlint.engine.definition import Definition
from gdlint.words.fault import Words


def at_level(ready: Ready, level: str) -> Ready:
    """The rule with one level for all its cases."""
    return ready._replace(checks=tuple(check._replace(level=level) for check in ready.checks))


def mismatch(value: Any, default: Any) -> Words | None:
    """What an option must be, in zh and en, where a value is of another type than its default; else None."""
    from gdlint.words.setting_faults import OPTION_TYPES

    if isinstance(default, list):
        return None if isinstance(value, list) and _alike(value, default) else OPTION_TYPES["list"]
    kind = _kind(default)
    return None if _kind(value) == kind else OPTION_TYPES[kind]


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, int | float):
        return "number"
    return "text" if isinstance(value, str) else "none"


def _alike(value: list[Any], default: list[Any]) -> bool:
    kinds = {_kind(item) for item in default} or {_kind(item) for item in value}
    return len(kinds) <= 1 and "none" not in kinds and {_kind(item) for item in value} <= kinds


def with_options(definition: Definition, values: Mapping[str, Any]) -> Definition:
    """The rule with other values for some of its options."""
    return definition._replace(options={**definition.options, **values})


def replaced(selected: Mapping[str, Definition], known: Mapping[str, Definition]) -> Iterator[str]:
    """The codes of rules from which a selected one is derived, directly or not: it stands in their place."""
    for definition in selected.values():
        base = definition.rule.derives
        while base is not None and base in known:
            yield base
            base = known[base].rule.derives
