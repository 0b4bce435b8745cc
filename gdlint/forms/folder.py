"""The folder of one more form, as a guest writes it: its files read, and what is in them of the right kind."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gdlint.data import builtin, yamlfile
from gdlint.data.builtin import Documents
from gdlint.forms.coherence import incoherent
from gdlint.forms.form_error import FormError, Keys
from gdlint.forms.form_keys import (
    COLUMN,
    FORM,
    IDENTITY,
    KINDS,
    PART,
    ROW,
    SECTION,
    TABLE,
    WHOLE,
    Check,
    is_list,
    is_map,
    is_text,
)
from gdlint.forms.official import FACE, kind_of
from gdlint.lexicon.suggestions import nearest
from gdlint.words.fault import FaultError, Words, fault, placed

MOST_FILES = 20
Faults = Iterator[tuple[Keys, Words]]
"""what is wrong in a file, and the keys that lead there"""


def documents_in(folder: Path, known: Documents) -> list[tuple[Path, Any]]:
    """The parsed files of a form; `known` are those of the forms that there are.

    Raises `FaultError` for files that are not right, and for a name that is taken; `YamlError` for what is no YAML.
    """
    files = sorted(folder.glob("*.yaml"))
    if folder / FACE not in files:
        raise FaultError(placed(folder, fault("form-without-face", {"file": FACE})))
    if len(files) > MOST_FILES:
        raise FaultError(placed(folder, fault("form-too-large", {"limit": MOST_FILES})))
    for unread in sorted(folder.glob("*.yml")):
        raise FaultError(placed(unread, fault("form-unread", {"right": unread.with_suffix(".yaml").name})))
    if there := next((path.parent for path, _ in known if path.parent.name == folder.name), None):
        raise FaultError(placed(folder, fault("form-there", {"name": folder.name, "path": there})))
    documents = [(path, yamlfile.load(path)) for path in files]
    for path, data in documents:
        for keys, words in _faults(path, data):
            raise located(path, keys, words)
    for error in incoherent(folder, [*known, *documents]):
        raise in_its_file(error, folder, documents)
    return documents


def in_its_file(error: FaultError, folder: Path, documents: Documents) -> FaultError:
    """What is wrong with a form, with file and line; the folder alone where none of its files (`documents`) says it."""
    file, keys = (error.file, error.keys) if isinstance(error, FormError) else ("form", ())
    for path, data in documents:
        if kind_of(path, data) == file:
            return located(path, keys, error.words)
    return FaultError(placed(folder, error.words))


def located(path: Path, keys: Keys, words: Words) -> FaultError:
    """What is wrong in a file, with the line and column to which some keys lead."""
    return FaultError(placed(f"{path}:{yamlfile.place_of(path, keys)}", words))


def _faults(path: Path, data: Any) -> Faults:
    if path.name == builtin.CLAIMS:
        # What words may be, `gdlint.packs.claim_words` says.
        yield from () if is_map(data) else _wrong(data, {}, (), ())
    elif path.name == FACE:
        yield from _wrong(data, FORM, ("years",), ())
    elif isinstance(data, dict) and "sections" in data:
        yield from _wrong(data, {"sections": is_list}, ("sections",), ())
        for n, item in enumerate(data["sections"] if is_list(data["sections"]) else ()):
            yield from _wrong(item, SECTION, ("key", "number", "title"), ("sections", n))
    else:
        whole = isinstance(data, dict) and "instead" not in data
        yield from _wrong(data, TABLE, ("table", *(WHOLE if whole else ())), ())
        yield from _wrong_lines(data)


def _wrong_lines(table: Mapping[str, Any]) -> Faults:
    for n, part in enumerate(table.get("parts", ())):
        yield from _wrong(part, PART, tuple(PART), ("parts", n))
    for n, identity in enumerate(table.get("identities", ())):
        yield from _wrong(identity, IDENTITY, tuple(IDENTITY), ("identities", n))
    changes = table.get("instead", {})
    yield from _wrong(changes, {"rows": is_map, "columns": is_map}, (), ("instead",))
    for kind in ("rows", "columns"):
        yield from _of_lines(table.get(kind, []), kind, (kind,))
        for name, items in changes.get(kind, {}).items():
            yield from _of_lines(items, kind, ("instead", kind, name))


def _of_lines(items: Any, kind: str, place: Keys) -> Faults:
    """What is wrong with rows or columns, those in groups as well."""
    if not is_list(items):
        yield place, fault("form-kind", {"key": _shown(place), "kind": KINDS[is_list]})
        return
    for n, item in enumerate(items):
        at = (*place, n)
        if isinstance(item, dict) and kind in item:
            yield from _wrong(item, {"group": is_text, "label": is_text, kind: is_list}, ("label",), at)
            yield from _of_lines(item[kind], kind, (*at, kind))
        else:
            keys = COLUMN if kind == "columns" else ROW
            yield from _wrong(item, keys, ("key", "label", *(("type",) if kind == "columns" else ())), at)


def _wrong(data: Any, known: Mapping[str, Check], needed: Collection[str], place: Keys) -> Faults:
    if not isinstance(data, dict):
        yield place, fault("form-kind", {"key": _shown(place) or "/", "kind": KINDS[is_map]})
        return
    for key, value in data.items():
        at = (*place, key)
        if key not in known:
            yield at, fault("unknown-key", {"key": _shown(at), "near": nearest(str(key), known)})
        elif not known[key](value):
            yield at, fault("form-kind", {"key": _shown(at), "kind": KINDS[known[key]]})
    for key in needed:
        if key not in data:
            yield place, fault("missing-key", {"key": _shown((*place, key))})


def _shown(keys: Sequence[str | int]) -> str:
    """Keys and indices as a reader writes them: `sections[0].key`."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")
