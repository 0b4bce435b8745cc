"""Rules made from other rules: `derives: GD315` takes everything from GD315 that the rule does not say itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from gdlint.engine.shape import SCOPE_KEYS, RuleError
from gdlint.matching.expression_error import nearest

OWN = frozenset({"code", "name", "derives", "off", "state", "aliases", "since", "examples"})
"""keys that a rule never takes from its base; of examples it takes them only where it has none"""

Item = Mapping[str, Any]


def merged(item: Any, rules: Mapping[str, Any]) -> Any:
    """A rule as data with all that it derives from others (`rules` by code) written out.

    Raises `RuleError` for a base that does not exist, a circle, and an option that the base does not have.
    """
    whole = item
    for base in _bases(item, rules):
        whole = _over(base, whole)
    return whole


def _bases(item: Any, rules: Mapping[str, Any]) -> Iterator[Item]:
    """The base of a rule, the base of that, and so on."""
    seen = [item.get("code")] if isinstance(item, dict) else []
    while isinstance(item, dict) and "derives" in item:
        code = item["derives"]
        if code in seen:
            raise RuleError("derives-circle", ("derives",), codes=" → ".join(map(str, [*seen, code])))
        if not isinstance(code, str) or code not in rules:
            near = nearest(str(code), rules)
            raise RuleError("unknown-base", ("derives",), rule=repr(code), near=near)
        seen.append(code)
        item = rules[code]
        if not isinstance(item, dict):
            return
        yield item


def _over(base: Item, own: Item) -> dict[str, Any]:
    """What a rule says over what its base says; in `cases` of the base too, unless the rule has its own."""
    taken = {key: value for key, value in base.items() if key not in OWN}
    whole = {**taken, **own}
    if isinstance(base.get("options"), dict) and isinstance(own.get("options"), dict):
        for name in own["options"]:
            if name not in base["options"]:
                near, rule = nearest(str(name), map(str, base["options"])), base.get("code")
                raise RuleError("no-option", ("options", name), rule=rule, option=repr(name), near=near)
        whole["options"] = {**base["options"], **own["options"]}
    if "cases" in base and "cases" not in own and isinstance(base["cases"], list):
        said = SCOPE_KEYS.intersection(own)
        whole["cases"] = [
            {key: value for key, value in case.items() if key not in said} if isinstance(case, dict) else case
            for case in base["cases"]
        ]
    if "examples" not in own and "examples" in base:
        whole["examples"] = base["examples"]
    return whole
