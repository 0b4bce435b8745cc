"""The folder of one more form, as a guest writes it: its files read, and what is in them of the right kind."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gdlint.data import yamlfile
from gdlint.forms.coherence import incoherent
from gdlint.forms.official import FACE
from gdlint.lexicon.suggestions import nearest
from gdlint.words.fault import FaultError, Words, fault, placed

MOST_FILES = 20
Check = Callable[[Any], bool]


class FormError(FaultError):
    """A form that cannot be used, with the file and what is wrong in it."""


def documents_in(folder: Path, known: Sequence[tuple[Path, Any]]) -> list[tuple[Path, Any]]:
    """The parsed files of a form; `known` are those of the forms that there are.

    Raises `FormError` for files that are not right, and for a name that is taken; `YamlError` for what is no YAML.
    """
    files = sorted(folder.glob("*.yaml"))
    if folder / FACE not in files:
        raise FormError(placed(folder, fault("form-without-face", {"file": FACE})))
    if len(files) > MOST_FILES:
        raise FormError(placed(folder, fault("form-too-large", {"limit": MOST_FILES})))
    if any(path.parent.name == folder.name for path, _ in known):
        raise FormError(placed(folder, fault("form-taken", {"name": folder.name})))
    documents = [(path, yamlfile.load(path)) for path in files]
    for path, data in documents:
        for words in _faults(path, data):
            raise FormError(placed(path, words))
    for words in incoherent(folder, [*known, *documents]):
        raise FormError(words)
    return documents


def _faults(path: Path, data: Any) -> Iterator[Mapping[str, str]]:
    if path.name == FACE:
        yield from _wrong(data, _FACE, ("years",), "")
    elif isinstance(data, dict) and "sections" in data:
        yield from _wrong(data, {"sections": _is_list}, ("sections",), "")
        for n, item in enumerate(data["sections"] if _is_list(data["sections"]) else ()):
            yield from _wrong(item, _SECTION, ("key", "number", "title"), f"sections[{n}]")
    else:
        whole = isinstance(data, dict) and "instead" not in data
        yield from _wrong(data, _TABLE, ("table", *(_WHOLE if whole else ())), "")
        yield from _wrong_lines(data)


def _wrong_lines(table: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    for n, part in enumerate(table.get("parts", ())):
        yield from _wrong(part, _PART, tuple(_PART), f"parts[{n}]")
    for n, identity in enumerate(table.get("identities", ())):
        yield from _wrong(identity, _IDENTITY, tuple(_IDENTITY), f"identities[{n}]")
    changes = table.get("instead", {})
    yield from _wrong(changes, {"rows": _is_map, "columns": _is_map}, (), "instead")
    for kind in ("rows", "columns"):
        yield from _of_lines(table.get(kind, []), kind, kind)
        for name, items in changes.get(kind, {}).items():
            yield from _of_lines(items, kind, f"instead.{kind}.{name}")


def _of_lines(items: Any, kind: str, place: str) -> Iterator[Mapping[str, str]]:
    """What is wrong with rows or columns, those in groups as well."""
    if not _is_list(items):
        yield fault("form-kind", {"key": place, "kind": _KINDS[_is_list]})
        return
    for n, item in enumerate(items):
        at = f"{place}[{n}]"
        if isinstance(item, dict) and kind in item:
            yield from _wrong(item, {"group": _is_text, "label": _is_text, kind: _is_list}, ("label",), at)
            yield from _of_lines(item[kind], kind, f"{at}.{kind}")
        else:
            keys = _COLUMN if kind == "columns" else _ROW
            yield from _wrong(item, keys, ("key", "label", *(("type",) if kind == "columns" else ())), at)


def _wrong(
    data: Any, known: Mapping[str, Check], needed: Collection[str], place: str
) -> Iterator[Mapping[str, str]]:
    if not isinstance(data, dict):
        yield fault("form-kind", {"key": place or "/", "kind": _KINDS[_is_map]})
        return
    before = f"{place}." if place else ""
    for key, value in data.items():
        if key not in known:
            yield fault("unknown-key", {"key": f"{before}{key}", "near": nearest(str(key), known)})
        elif not known[key](value):
            yield fault("form-kind", {"key": f"{before}{key}", "kind": _KINDS[known[key]]})
    for key in needed:
        if key not in data:
            yield fault("missing-key", {"key": f"{before}{key}"})


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_name(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, int) and not isinstance(value, bool))


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"zh", "en"} and all(map(_is_text, value.values()))


def _is_years(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and type(value[0]) is int
        and (value[1] is None or (type(value[1]) is int and value[0] <= value[1]))
    )


def _is_evidence(value: Any) -> bool:
    return _is_texts(value) and all(text.startswith(("rows of ", "columns of ")) for text in value)


def _is_map_of_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_texts, value.values()))


def _is_groups(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) <= {"rows", "columns"}
        and all(map(_is_map_of_texts, value.values()))
    )


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_layout(value: Any) -> bool:
    return bool(value == "one-row")


def _is_scope(value: Any) -> bool:
    return value in ("row", "column")


def _is_type(value: Any) -> bool:
    return value in ("count", "signed", "amount")


_KINDS: Mapping[Check, Words] = {
    _is_text: {"zh": "文字", "en": "a text"},
    _is_name: {"zh": "名称", "en": "a name"},
    _is_list: {"zh": "列表", "en": "a list"},
    _is_map: {"zh": "“键: 值”", "en": "a mapping"},
    _is_texts: {"zh": "文字的列表", "en": "a list of texts"},
    _is_names: {"zh": "名称的列表", "en": "a list of names"},
    _is_words: {"zh": "{zh: …, en: …}", "en": "{zh: …, en: …}"},
    _is_years: {"zh": "[首年, 末年或 null]", "en": "[first year, last year or null]"},
    _is_evidence: {"zh": "rows of 表 或 columns of 表 的列表", "en": "a list of `rows of TABLE` or `columns of TABLE`"},
    _is_map_of_texts: {"zh": "“键: 文字的列表”", "en": "a mapping of lists of texts"},
    _is_groups: {"zh": "rows、columns 下“组名: 键的列表”", "en": "lists of keys by name, below rows or columns"},
    _is_truth: {"zh": "true 或 false", "en": "true or false"},
    _is_layout: {"zh": "one-row", "en": "one-row"},
    _is_scope: {"zh": "row 或 column", "en": "row or column"},
    _is_type: {"zh": "count、signed 或 amount", "en": "count, signed or amount"},
}  # fmt: skip
"""what a value must be, in words"""
_WHOLE = ("section", "name", "columns", "rows")
_FACE: Mapping[str, Check] = {
    "derives": _is_name,
    "template": _is_name,
    "label": _is_words,
    "document": _is_text,
    "years": _is_years,
    "told_by": _is_evidence,
    "rules_of": _is_names,
    "sample": _is_map_of_texts,
    "hints": _is_map_of_texts,
    "usual": _is_truth,
}
_SECTION: Mapping[str, Check] = {"key": _is_text, "number": _is_text, "title": _is_text, "aliases": _is_texts}
_TABLE: Mapping[str, Check] = {
    "table": _is_text,
    "section": _is_text,
    "name": _is_words,
    "layout": _is_layout,
    "corner": _is_text,
    "stub": _is_texts,
    "heads": _is_texts,
    "columns": _is_list,
    "rows": _is_list,
    "parts": _is_list,
    "groups": _is_groups,
    "identities": _is_list,
    "instead": _is_map,
}
_PART: Mapping[str, Check] = {"clause": _is_text, "rows": _is_texts, "columns": _is_texts}
_IDENTITY: Mapping[str, Check] = {
    "key": _is_text,
    "each": _is_scope,
    "left": _is_texts,
    "right": _is_texts,
}
_ROW: Mapping[str, Check] = {"key": _is_text, "label": _is_text, "aliases": _is_texts}
_COLUMN: Mapping[str, Check] = {
    **_ROW,
    "type": _is_type,
    "unit": _is_text,
}
