"""The folder of one more form, as a guest writes it: its files read, and what is in them of the right kind."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from gdlint.data import yamlfile
from gdlint.forms.official import FACE
from gdlint.lexicon.suggestions import nearest
from gdlint.words.fault import FaultError, fault, placed

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
    sections = {item["key"] for _, data in known if "sections" in data for item in data["sections"]}
    for path, data in documents:
        for words in chain(_faults(path, data), _unknown_sections(data, sections)):
            raise FormError(placed(path, words))
    return documents


def _unknown_sections(data: Any, known: Collection[str]) -> Iterator[Mapping[str, str]]:
    """Sections that the grammar of reports does not name."""
    keys = [item["key"] for item in data.get("sections", ())]
    yield from (fault("form-section", {"key": key}) for key in keys if key not in known)


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
        yield fault("form-kind", {"key": place})
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
        yield fault("form-kind", {"key": place or "/"})
        return
    before = f"{place}." if place else ""
    for key, value in data.items():
        if key not in known:
            yield fault("unknown-key", {"key": f"{before}{key}", "near": nearest(str(key), known)})
        elif not known[key](value):
            yield fault("form-kind", {"key": f"{before}{key}"})
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


_WHOLE = ("section", "name", "columns", "rows")
_FACE: Mapping[str, Check] = {
    "derives": _is_name,
    "template": _is_name,
    "label": _is_words,
    "document": _is_text,
    "years": _is_years,
    "told_by": _is_evidence,
    "rules_of": lambda value: isinstance(value, list) and all(map(_is_name, value)),
    "sample": _is_map_of_texts,
    "hints": _is_map_of_texts,
    "usual": lambda value: isinstance(value, bool),
}
_SECTION: Mapping[str, Check] = {"key": _is_text, "number": _is_text, "title": _is_text, "aliases": _is_texts}
_TABLE: Mapping[str, Check] = {
    "table": _is_text,
    "section": _is_text,
    "name": _is_words,
    "layout": lambda value: value == "one-row",
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
    "each": lambda value: value in ("row", "column"),
    "left": _is_texts,
    "right": _is_texts,
}
_ROW: Mapping[str, Check] = {"key": _is_text, "label": _is_text, "aliases": _is_texts}
_COLUMN: Mapping[str, Check] = {
    **_ROW,
    "type": lambda value: value in ("count", "signed", "amount"),
    "unit": _is_text,
}
