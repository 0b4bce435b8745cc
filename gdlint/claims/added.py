"""Words and concepts that packs add to those of `rules/claims.yaml`."""

import json
from collections.abc import Mapping
from functools import lru_cache, reduce
from typing import Any

from gdlint.claims.words import Words, words, words_from
from gdlint.data import builtin


@lru_cache(maxsize=8)
def words_with(additions: tuple[str, ...]) -> Words:
    """The built-in words with additions, each the JSON of a mapping of the same shape as `rules/claims.yaml`."""
    if not additions:
        return words()
    base = {key: value for key, value in builtin.claims().items() if key != "known"}
    return words_from(reduce(_merged, map(json.loads, additions), base))


def _merged(base: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    return {**base, **{key: _joined(base.get(key), value) for key, value in added.items()}}


def _joined(own: Any, added: Any) -> Any:
    """Mappings key by key, lists one behind the other; anything else stays as it is."""
    if isinstance(own, Mapping):
        return _merged(own, added)
    if isinstance(own, list):
        return [*own, *(item for item in added if item not in own)]
    return added if own is None else own
