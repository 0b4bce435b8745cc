"""What does not hold together in a form that a guest wrote, once what it derives is added to it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gdlint.data.builtin import Documents
from gdlint.forms.derive import Data, Folder, whole
from gdlint.forms.form_error import FormError
from gdlint.forms.official import kind_of
from gdlint.forms.table_coherence import of_tables, unknown, way_to
from gdlint.lexicon.numerals import HAN, ordinal
from gdlint.words.fault import fault


def incoherent(folder: Path, documents: Documents) -> Iterator[FormError]:
    """What is wrong in the form of a folder, of whose files and those of all other forms these are the contents."""
    folders: dict[str, dict[str, Data]] = {}
    for path, data in documents:
        folders.setdefault(path.parent.name, {})[kind_of(path, data)] = data
    yield from _without_base(folders[folder.name], folders)
    try:
        form = whole(folders, folder.name)
    except FormError as error:
        yield error
        return
    own = folders[folder.name]
    yield from _face(own["form"], form, folders)
    yield from _of_sections(own, folders)
    yield from of_tables(own, form)


def _face(own: Data, form: Folder, folders: Mapping[str, Any]) -> Iterator[FormError]:
    names = [name for name, files in folders.items() if "form" in files]
    for n, name in enumerate(map(str, own.get("rules_of", ()))):
        if name not in names:
            yield FormError(unknown("rules_of", name, names), keys=("rules_of", n))
    sections = [item["key"] for item in form.get("sections", {}).get("sections", ())]
    for key in ("sample", "hints"):
        for section in own.get(key, {}):
            if section not in sections:
                yield FormError(unknown(key, section, sections), keys=(key, section))
    tables = [key for key, data in form.items() if "columns" in data]
    for n, text in enumerate(own.get("told_by", ())):
        table = text.partition(" of ")[2]
        if table not in tables:
            yield FormError(unknown("told_by", table, tables), keys=("told_by", n))


def _without_base(own: Folder, folders: Mapping[str, Folder]) -> Iterator[FormError]:
    """Changes to what is not there: those of a form that derives none, and of a table that its base lacks; and what a form has to
    state that derives none."""
    derives = "derives" in own["form"]
    known = sorted(
        {key for files in folders.values() if files is not own for key in files if "columns" in files[key]}
    )
    for key, data in own.items():
        if "instead" in data and not derives:
            yield FormError(fault("form-instead-of-nothing", {}), key, ("instead",))
        elif "instead" in data and key not in known:
            yield FormError(unknown("table", key, known), key, ("table",))
    if not derives:
        for needed in ("sections", "told_by"):
            if needed not in (own if needed == "sections" else own["form"]):
                yield FormError(fault("form-underived", {"key": needed}))


def _of_sections(own: Folder, folders: Mapping[str, Folder]) -> Iterator[FormError]:
    """Sections have one order in all forms, and one that is the first of all; each is numbered by its place."""
    if "sections" not in own:
        return
    stated = own["sections"]["sections"]
    keys = [item["key"] for item in stated]
    for n, key in enumerate(keys):
        if key in keys[:n]:
            words = fault("form-key-twice", {"kind": "sections", "key": key})
            yield FormError(words, "sections", ("sections", n))
    for base, files in folders.items():
        if "sections" in files and files is not own:
            others = [item["key"] for item in files["sections"]["sections"]]
            shared = [key for key in keys if key in others]
            ordered = [key for key in others if key in keys]
            if shared != ordered or keys[:1] != others[:1]:
                key = next((a for a, b in zip(shared, ordered, strict=True) if a != b), next(iter(keys), ""))
                words = fault("form-section-order", {"base": base, "key": key})
                yield FormError(words, "sections", way_to(key, own["sections"]))
    titles: dict[str, str] = {}
    for n, item in enumerate(stated):
        if titles.setdefault(item["title"], item["key"]) != item["key"]:
            fields = {
                "kind": "sections",
                "label": item["title"],
                "one": titles[item["title"]],
                "other": item["key"],
            }
            yield FormError(fault("form-label-twice", fields), "sections", ("sections", n, "title"))
        if ordinal(item["number"]) != n + 1:
            words = fault("form-section-number", {"key": item["key"], "number": HAN[n : n + 1] or n + 1})
            yield FormError(words, "sections", ("sections", n, "number"))
