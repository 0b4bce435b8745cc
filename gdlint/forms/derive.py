"""A form that is written as what differs from another one: its folder put together with that of its base."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.forms.form_error import FormError
from gdlint.words.fault import fault

Data = Mapping[str, Any]
"""one YAML mapping"""
Folder = Mapping[str, Data]
"""the files of a form by what they are: `form`, `sections`, and each table by its key"""

_FACE = "form"
_INHERITED = ("told_by",)
"""what a derived form takes over of its base's `form.yaml`"""
_BY_SECTION = ("sample", "hints")
"""what it takes over for each section that it says nothing of"""
_DEEPEST = 20


def whole(folders: Mapping[str, Folder], name: str, depth: int = 0) -> Folder:
    """The files of a form, those that it does not state itself taken from the form that it derives.

    Raises `FormError` for a base that does not exist or derives the form itself, and for changes to what the base lacks.
    """
    own = folders[name]
    base = own[_FACE].get("derives")
    if base is None:
        return own
    if str(base) not in folders:
        raise FormError(fault("form-base", {"name": name, "base": base}), keys=("derives",))
    if depth > _DEEPEST:
        raise FormError(fault("form-circle", {"name": name}), keys=("derives",))
    found = dict(whole(folders, str(base), depth + 1))
    for key, data in own.items():
        found[key] = _face(found[key], data) if key == _FACE else _changed(found.get(key, {}), data)
    return found


def _face(base: Data, own: Data) -> Data:
    by_section = {key: {**base.get(key, {}), **own.get(key, {})} for key in _BY_SECTION}
    return {**{key: base[key] for key in _INHERITED if key in base}, **own, **by_section}


def _changed(base: Data, own: Data) -> Data:
    """A table: one that states no changes (`instead`) is whole; groups are changed by their names."""
    if "instead" not in own:
        return own
    changes = own["instead"]
    lines = {
        kind: _lines(base.get(kind, ()), kind, own["table"], dict(changes.get(kind, {})))
        for kind in ("rows", "columns")
    }
    groups = {
        scope: {**base.get("groups", {}).get(scope, {}), **own.get("groups", {}).get(scope, {})}
        for scope in ("rows", "columns")
    }
    return {**base, **own, **lines, "groups": groups}


def _lines(items: Sequence[Data], kind: str, name: str, changes: dict[str, Sequence[Data]]) -> list[Data]:
    found = list(_replaced(items, kind, changes))
    if changes:
        words = fault("form-nothing-there", {"base": name, "kind": kind, "names": ", ".join(changes)})
        raise FormError(words, name, ("instead", kind, next(iter(changes))))
    return found


def _replaced(items: Sequence[Data], kind: str, changes: dict[str, Sequence[Data]]) -> Iterator[Data]:
    """Rows or columns, those of a key (or group) that is changed with what stands in their place."""
    for item in items:
        name = item.get("key", item.get("group"))
        if name in changes:
            yield from changes.pop(name)
        elif kind in item:
            yield {**item, kind: list(_replaced(item[kind], kind, changes))}
        else:
            yield item
