"""What the words of a pack mean must not be what they are taken for anyway: what gdlint says of a word mostly stays."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from gdlint.claims.spelling import spelled
from gdlint.claims.words import Word, words_with
from gdlint.config.errors import ConfigError
from gdlint.config.schema import shown
from gdlint.config.tree import Tree

_NAMED = {
    "subjects": "subject",
    "aspects": "aspect",
    "relations": "relation",
    "scopes": "scope",
    "periods": "period",
}
_LISTED = ("denial", "all", "none_of", "narrowing", "foreign", "causes", "fillers")


def check_meanings(
    tree: Tree, added: Mapping[str, Any], entries: Iterable[tuple[tuple[str, ...], str]]
) -> None:
    """Raise `ConfigError` for an entry of which every word says something else all the same, so that it would have no effect.
    `added` are the words of the pack, `entries` each with the keys that lead to it."""
    known = words_with((json.dumps(added, ensure_ascii=False, sort_keys=True),)).known
    for path, entry in entries:
        meant = _meant(path)
        taken = [known[text[0]].get(text) for text in spelled(entry) if text] if meant else []
        if meant and taken and all(word and _is_other(word, meant) for word in taken):
            found = taken[0]
            said = ", ".join(found.names) if found else ""
            raise ConfigError(
                tree.place(*path), "word-known", word=shown(entry), known=said, name=meant.names[0]
            )


def _meant(path: tuple[str, ...]) -> Word | None:
    """What an entry says of its words; None for lists whose words may say something else besides."""
    kind = path[1]
    if kind in _NAMED:
        return Word("weak" if path[-1] == "weak" else _NAMED[kind], (path[2],))
    return Word(kind, (kind,)) if kind in _LISTED else None


def _is_other(known: Word, meant: Word) -> bool:
    """A word says something else already; aspects share theirs."""
    return known != meant and not (known.kind == meant.kind == "aspect") and known.names != meant.names
