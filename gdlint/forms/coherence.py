"""What does not hold together in a form that a guest wrote, once what it derives is added to it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gdlint.data.builtin import Documents
from gdlint.forms.derive import Data, Folder, whole
from gdlint.forms.form_error import FormError, Keys
from gdlint.forms.official import kind_of
from gdlint.lexicon.numerals import HAN, ordinal
from gdlint.lexicon.suggestions import nearest
from gdlint.words.fault import Words, fault


def incoherent(folder: Path, documents: Documents) -> Iterator[FormError]:
    """What is wrong in the form of a folder, of whose files and those of all other forms these are the contents."""
    folders: dict[str, dict[str, Data]] = {}
    for path, data in documents:
        folders.setdefault(path.parent.name, {})[kind_of(path, data)] = data
    try:
        form = whole(folders, folder.name)
    except FormError as error:
        yield error
        return
    own = folders[folder.name]
    yield from _face(own["form"], form, folders)
    yield from _of_sections(own, folders)
    yield from _of_tables(own, form)


def _face(own: Data, form: Folder, folders: Mapping[str, Any]) -> Iterator[FormError]:
    names = [name for name, files in folders.items() if "form" in files]
    for n, name in enumerate(map(str, own.get("rules_of", ()))):
        if name not in names:
            yield FormError(_unknown("rules_of", name, names), keys=("rules_of", n))
    tables = [key for key, data in form.items() if "columns" in data]
    for n, text in enumerate(own.get("told_by", ())):
        table = text.partition(" of ")[2]
        if table not in tables:
            yield FormError(_unknown("told_by", table, tables), keys=("told_by", n))


def _of_sections(own: Folder, folders: Mapping[str, Folder]) -> Iterator[FormError]:
    """Sections have one order in all forms, and one that is the first of all; each is numbered by its place."""
    if "sections" not in own:
        return
    stated = own["sections"]["sections"]
    keys = [item["key"] for item in stated]
    for base, files in folders.items():
        if "sections" in files and files is not own:
            others = [item["key"] for item in files["sections"]["sections"]]
            shared = [key for key in keys if key in others]
            ordered = [key for key in others if key in keys]
            if shared != ordered or keys[:1] != others[:1]:
                key = next((a for a, b in zip(shared, ordered, strict=True) if a != b), next(iter(keys), ""))
                words = fault("form-section-order", {"base": base, "key": key})
                yield FormError(words, "sections", _way_to(key, own["sections"]))
    for n, item in enumerate(stated):
        if ordinal(item["number"]) != n + 1:
            words = fault("form-section-number", {"key": item["key"], "number": HAN[n : n + 1] or n + 1})
            yield FormError(words, "sections", ("sections", n, "number"))


def _of_tables(own: Folder, form: Folder) -> Iterator[FormError]:
    for key, written in own.items():
        if "columns" in form[key]:
            for kind in ("rows", "columns"):
                yield from _labels(key, written, form[key][kind], kind)
                yield from _parts(key, written, form[key], kind)


def _labels(file: str, written: Data, items: Sequence[Data], kind: str) -> Iterator[FormError]:
    """Keys and labels that stand twice: figures below them could not be told apart."""
    keys: set[str] = set()
    labels: dict[tuple[str, ...], str] = {}
    for path, item in _leaves(items, kind):
        key = item["key"]
        if key in keys:
            words = fault("form-key-twice", {"kind": kind, "key": key})
            yield FormError(words, file, _way_to(key, written))
        elif labels.setdefault(path, key) != key:
            words = fault(
                "form-label-twice", {"kind": kind, "label": path[-1], "one": labels[path], "other": key}
            )
            yield FormError(words, file, _way_to(key, written) or _way_to(labels[path], written))
        keys.add(key)


def _parts(file: str, written: Data, table: Data, kind: str) -> Iterator[FormError]:
    """Rows and columns of parts that the table lacks, and those of the table that stand in no part."""
    known = [item["key"] for _, item in _leaves(table[kind], kind)]
    parts = table.get("parts", ())
    used = {key: ("parts", n, kind, m) for n, part in enumerate(parts) for m, key in enumerate(part[kind])}
    for key, way in used.items():
        if key not in known:
            yield FormError(_unknown(f"parts.{kind}", key, known), file, way)
    for key in known:
        if parts and key not in used:
            words = fault("form-in-no-part", {"kind": kind, "key": key})
            yield FormError(words, file, _way_to(key, written) or ("parts",))


def _way_to(key: str, written: Any, above: Keys = ()) -> Keys:
    """The keys and indices that lead to the last row or column of a key in a file; none where the file does not have it."""
    if isinstance(written, dict) and written.get("key") == key:
        return above
    items = written.items() if isinstance(written, dict) else enumerate(written)
    ways = (
        _way_to(key, item, (*above, name))
        for name, item in reversed(list(items))
        if isinstance(item, dict | list)
    )
    return next(filter(None, ways), ())


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
