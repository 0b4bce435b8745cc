"""The key `claims` of a pack.yaml, and the file `claims.yaml` of a form: words and concepts for what the text says, in the shape of
`rules/claims.yaml`."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path as FilePath
from typing import Any

from gdlint.claims.spelling import spelled
from gdlint.config.errors import ConfigError
from gdlint.config.schema import KINDS, shown
from gdlint.config.tree import Tree, read_tree
from gdlint.data import builtin
from gdlint.forms.groups import keys_in
from gdlint.lexicon.suggestions import nearest
from gdlint.model.form import Forms
from gdlint.packs.word_meanings import check_meanings

KEY = "claims"
LONGEST = 100
"""characters of one entry"""
MOST = 5_000
"""words that the entries of a pack stand for"""
_CONCEPTS: Mapping[str, Mapping[str, str]] = {
    "subjects": {
        "table": "text", "rows": "texts", "columns": "texts", "default": "text", "counters": "text", "words": "texts", "weak": "texts",
    },
    "aspects": {"of": "texts", "rows": "texts", "columns": "texts", "group": "text", "words": "texts"},
}  # fmt: skip
"""what a concept may say, and the kind of each value"""
_NEEDED = {"subjects": ("table", "words"), "aspects": ("of", "words")}
"""what one that gdlint does not know must say"""
_CELLS = ("rows", "columns", "group")
"""one of which an aspect that gdlint does not know must say, be it with an empty list: else nobody sees that it stands for no cell"""
_WORDS = ("words", "weak")
Path = tuple[str, ...]


def check_words(tree: Tree, data: Mapping[str, Any]) -> None:
    """Hold the key against the shape of the built-in words.

    Raises `ConfigError` for unknown keys, wrong types, and words that cannot be read or are too many.
    """
    entries: list[tuple[Path, str]] = []
    own = builtin.claims()
    for name, value in data.get(KEY, {}).items():
        _known(tree, (KEY, name), own)
        if name in _CONCEPTS:
            entries += _of_concepts(tree, name, value, own)
        elif isinstance(own[name], list):
            entries += _texts(tree, (KEY, name), value)
        else:
            _check_kind(tree, (KEY, name), value, "map")
            for part, words in value.items():
                _known(tree, (KEY, name, part), own[name])
                entries += _texts(tree, (KEY, name, part), words)
    _check_spelling(tree, entries)
    check_meanings(tree, data.get(KEY, {}), entries)


def check_cells(tree: Tree, data: Mapping[str, Any], forms: Forms) -> None:
    """Hold the tables, rows and columns that concepts name against the forms.

    Raises `ConfigError` for those that no form has, and for a new aspect that does not say which it stands for.
    """
    added = data.get(KEY, {})
    own = builtin.claims()
    tables = {name: item["table"] for name, item in own["subjects"].items()}
    aspects = [*own["aspects"], *added.get("aspects", ())]
    for name, item in added.get("subjects", {}).items():
        if "table" in item:
            _known(tree, (KEY, "subjects", name, "table"), forms.tables, item["table"])
            tables[name] = item["table"]
        if "default" in item:
            _known(tree, (KEY, "subjects", name, "default"), aspects, item["default"])
            _check_default(tree, name, item["default"], added, own)
        _check_lines(tree, (KEY, "subjects", name), item, {tables[name]}, forms)
    for name, item in added.get("aspects", {}).items():
        owners = item.get("of", own["aspects"].get(name, {}).get("of", ()))
        for of in owners:
            _known(tree, (KEY, "aspects", name, "of"), tables, of)
        if name not in own["aspects"] and item.keys().isdisjoint(_CELLS):
            near = nearest(name, own["aspects"])
            raise ConfigError(tree.place(KEY, "aspects", name), "no-cells", name=name, near=near)
        _check_lines(tree, (KEY, "aspects", name), item, {tables[of] for of in owners}, forms)


def _check_default(
    tree: Tree, name: str, default: str, added: Mapping[str, Any], own: Mapping[str, Any]
) -> None:
    """Raise `ConfigError` for a default that is an aspect of other subjects alone."""
    said = added.get("aspects", {}).get(default, {})
    if name not in said.get("of", own["aspects"].get(default, {}).get("of", ())):
        raise ConfigError(
            tree.place(KEY, "subjects", name, "default"), "default-of-others", name=name, default=default
        )


def check_file(path: FilePath, forms: Forms) -> None:
    """Hold the words of a form, a file with what a pack has under the key, against the shape of the built-in words and against the
    forms, of which it is one.

    Raises `ConfigError` as `check_words` and `check_cells` do.
    """
    tree = read_tree(path)
    tree = Tree(tree.file, {KEY: tree.data}, {(KEY, *keys): line for keys, line in tree.lines.items()})
    check_words(tree, tree.data)
    check_cells(tree, tree.data, forms)


def _of_concepts(tree: Tree, kind: str, value: Any, own: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    _check_kind(tree, (KEY, kind), value, "map")
    for name, item in value.items():
        _check_kind(tree, (KEY, kind, name), item, "map")
        for key, held in item.items():
            _known(tree, (KEY, kind, name, key), _CONCEPTS[kind])
            _check_kind(tree, (KEY, kind, name, key), held, _CONCEPTS[kind][key])
            if key in _WORDS:
                yield from _texts(tree, (KEY, kind, name, key), held)
        for key in _NEEDED[kind] if name not in own[kind] else ():
            if key not in item:
                near = nearest(str(name), own[kind])
                raise ConfigError(
                    tree.place(KEY, kind, name), "lacks-key", kind=kind, name=name, key=key, near=near
                )


def _texts(tree: Tree, path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    _check_kind(tree, path, value, "texts")
    yield from ((path, text) for text in value)


def _check_spelling(tree: Tree, entries: Iterable[tuple[Path, str]]) -> None:
    left = MOST
    for path, entry in entries:
        try:
            readable = len(entry) <= LONGEST
            left -= sum(1 for _ in islice(spelled(entry), left + 1)) if readable else 0
        except ValueError:
            readable = False
        if not readable:
            raise ConfigError(tree.place(*path), "claim-word", word=shown(entry), limit=LONGEST)
        if left < 0:
            raise ConfigError(tree.place(*path), "too-many-words", limit=MOST)


def _check_lines(tree: Tree, path: Path, item: Mapping[str, Any], tables: set[str], forms: Forms) -> None:
    for key in ("rows", "columns"):
        for name in item.get(key, ()):
            if not any(
                keys_in(forms.tables[table], (name,), rows=key == "rows", there=()) for table in tables
            ):
                _check_kind_of_line(tree, (*path, key), name, tables, forms)
                known = [line.key for table in tables for line in getattr(forms.tables[table], key)]
                raise ConfigError(tree.place(*path, key), "unknown-key", key=name, near=nearest(name, known))


def _check_kind_of_line(tree: Tree, path: Path, name: str, tables: set[str], forms: Forms) -> None:
    """Raise `ConfigError` for a row that is named among columns, and for a column among rows."""
    rows = path[-1] == "rows"
    other = "columns" if rows else "rows"
    if any(line.key == name for table in tables for line in getattr(forms.tables[table], other)):
        words = {"zh": "列，应写在 columns 中", "en": "a column: name it in columns"}
        if not rows:
            words = {"zh": "行，应写在 rows 中", "en": "a row: name it in rows"}
        raise ConfigError(tree.place(*path), "line-of-other-kind", name=name, **words)


def _known(tree: Tree, path: Path, known: Iterable[str], name: str | None = None) -> None:
    name = path[-1] if name is None else name
    if name not in known:
        raise ConfigError(tree.place(*path), "unknown-key", key=name, near=nearest(str(name), known))


def _check_kind(tree: Tree, path: Path, value: Any, kind: str) -> None:
    expected = KINDS[kind]
    if not expected.fits(value):
        raise ConfigError(
            tree.place(*path), "wrong-type", key=path[-1], zh=expected.zh, en=expected.en, value=shown(value)
        )
