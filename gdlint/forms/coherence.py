"""What does not hold together in a form that a guest wrote, once what it derives is added to it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gdlint.data.builtin import Documents
from gdlint.forms.derive import Data, Folder, whole
from gdlint.forms.official import FACE
from gdlint.lexicon.suggestions import nearest
from gdlint.words.fault import FaultError, Words, fault, placed

Found = Iterator[tuple[str, Words]]
"""the name of a file, and what is wrong in it"""


def incoherent(folder: Path, documents: Documents) -> Iterator[Words]:
    """What is wrong in the form of a folder, of whose files and those of all other forms these are the contents."""
    folders: dict[str, dict[str, Data]] = {}
    for path, data in documents:
        key = "form" if path.name == FACE else str(data.get("table", path.stem))
        folders.setdefault(path.parent.name, {})[key] = data
    try:
        form = whole(folders, folder.name)
    except FaultError as error:
        yield placed(folder, error.words)
        return
    own = folders[folder.name]
    found = (*_face(own["form"], form, folders), *_of_sections(own, folders), *_of_tables(own, form))
    for file, words in found:
        yield placed(folder / file, words)


def _face(own: Data, form: Folder, folders: Mapping[str, Any]) -> Found:
    names = [name for name, files in folders.items() if "form" in files]
    for name in map(str, own.get("rules_of", ())):
        if name not in names:
            yield FACE, _unknown("rules_of", name, names)
    tables = [key for key, data in form.items() if "columns" in data]
    for text in own.get("told_by", ()):
        table = text.partition(" of ")[2]
        if table not in tables:
            yield FACE, _unknown("told_by", table, tables)


def _of_sections(own: Folder, folders: Mapping[str, Folder]) -> Found:
    """Sections have one order and one number each in all forms: those of the oldest that states them."""
    base = next((name for name, files in folders.items() if "sections" in files and files is not own), None)
    if base is None or "sections" not in own:
        return
    numbers = {item["key"]: item["number"] for item in folders[base]["sections"]["sections"]}
    stated = own["sections"]["sections"]
    keys = [item["key"] for item in stated]
    right = [*(key for key in numbers if key in keys), *(key for key in keys if key not in numbers)]
    if keys != right:
        new = next((key for key in keys if key not in numbers), keys[0])
        yield "sections.yaml", fault("form-section-order", {"key": new, "base": base})
    for item in stated:
        number = numbers.get(item["key"], item["number"])
        if item["number"] != number:
            yield "sections.yaml", fault("form-section-number", {"key": item["key"], "number": number})


def _of_tables(own: Folder, form: Folder) -> Found:
    for key in own:
        if "columns" in form[key]:
            table = form[key]
            file = f"{key}.yaml"
            for kind in ("rows", "columns"):
                for words in (*_labels(table[kind], kind), *_parts(table, kind)):
                    yield file, words


def _labels(items: Sequence[Data], kind: str) -> Iterator[Words]:
    """Keys and labels that stand twice: figures below them could not be told apart."""
    keys: set[str] = set()
    labels: dict[tuple[str, ...], str] = {}
    for path, item in _leaves(items, kind):
        key = item["key"]
        if key in keys:
            yield fault("form-key-twice", {"kind": kind, "key": key})
        elif labels.setdefault(path, key) != key:
            yield fault(
                "form-label-twice", {"kind": kind, "label": path[-1], "one": labels[path], "other": key}
            )
        keys.add(key)


def _parts(table: Data, kind: str) -> Iterator[Words]:
    """Rows and columns of parts that the table lacks, and those of the table that stand in no part."""
    known = [item["key"] for _, item in _leaves(table[kind], kind)]
    parts = table.get("parts", ())
    used = {key: None for part in parts for key in part[kind]}
    for key in used:
        if key not in known:
            yield _unknown(f"parts.{kind}", key, known)
    for key in known:
        if parts and key not in used:
            yield fault("form-in-no-part", {"kind": kind, "key": key})


def _unknown(key: str, name: str, known: Sequence[str]) -> Words:
    return fault("form-unknown", {"key": key, "name": name, "near": nearest(name, known) or ""})


def _leaves(
    items: Sequence[Data], kind: str, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Data]]:
    for item in items:
        path = (*above, item["label"])
        if kind in item:
            yield from _leaves(item[kind], kind, path)
        else:
            yield path, item
