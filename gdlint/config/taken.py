"""Names by which selectors choose rules: each of them means one thing."""

from collections.abc import Iterable
from typing import NamedTuple

from gdlint.config.select import ALL, DEFAULT, Selectable
from gdlint.config.settings import AUTO

RESERVED = frozenset({ALL.lower(), DEFAULT.lower(), AUTO})
"""words of selectors, which name no group"""

Taken = dict[str, str]
"""names in small letters, and whose each is"""


class Clash(NamedTuple):
    """A name, and whose it is already."""

    name: str
    owner: str


def taken_by(owner: str, rules: Iterable[Selectable]) -> Taken:
    """All names of some rules and their groups."""
    found = dict.fromkeys(RESERVED, owner)
    for rule in rules:
        found.update(dict.fromkeys(map(str.lower, names_of(rule)), owner))
    return found


def names_of(rule: Selectable) -> tuple[str, ...]:
    """All that selects a rule: its group, and what it is called itself."""
    return (rule.group, rule.code, rule.name, *rule.aliases)


def claim(taken: Taken, rule: Selectable, owner: str) -> Clash | None:
    """Note the names of a rule as its owner's. Where one is taken, nothing is noted, and that is returned."""
    for name in names_of(rule):
        before = taken.get(name.lower())
        its_group = name == rule.group and before == owner
        if before and not its_group:
            return Clash(name, before)
    taken.update(dict.fromkeys(map(str.lower, names_of(rule)), owner))
    return None
