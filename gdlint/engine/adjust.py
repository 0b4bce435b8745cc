"""A rule made to differ from how it is written, as settings say."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from gdlint.engine.checks import Ready
from gdlint.engine.definition import Definition

NO_OPTIONS: Mapping[str, Any] = MappingProxyType({})


def options_of(definition: Definition) -> Mapping[str, Any]:
    """The options that a rule declares, by name; rules of this version declare none."""
    return NO_OPTIONS


def at_level(ready: Ready, level: str) -> Ready:
    """The rule with one level for all its cases."""
    return ready._replace(checks=tuple(check._replace(severity=((None, level),)) for check in ready.checks))
