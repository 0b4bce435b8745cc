"""What does not hold together in the tables of a form that a guest wrote."""

from collections.abc import Iterator, Sequence
from typing import Any

from gdlint.forms.derive import Data, Folder
from gdlint.forms.form_error import FormError, Keys
from gdlint.lexicon.likeness import one_edit_apart
from gdlint.lexicon.suggestions import nearest
from gdlint.words.fault import Words, fault


def of_tables(own: Folder, form: Folder) -> Iterator[FormError]:
    """What is wrong in the tables that a form writes itself (`own`), with what it derives added to them (`form`)."""
    for key, written in own.items():
        if "columns" in form[key]:
            for kind in ("rows", "columns"):
                yield from _labels(key, written, form[key][kind], kind)
                yield from _parts(key, written, form[key], kind)
                yield from _group_names(key, written, form[key], kind)
            yield from _row_groups(key, written, form[key])
            yield from _sums(key, written, form[key])
            for kind in ("rows", "columns"):
                yield from _uncounted(key, written, form[key], kind)


def _labels(file: str, written: Data, items: Sequence[Data], kind: str) -> Iterator[FormError]:
    """Keys and labels that stand twice: figures below them could not be told apart."""
    keys: set[str] = set()
    labels: dict[tuple[str, ...], str] = {}
    for path, item in _leaves(items, kind):
        key = item["key"]
        if key in keys:
            words = fault("form-key-twice", {"kind": kind, "key": key})
            yield FormError(words, file, way_to(key, written))
        elif labels.setdefault(path, key) != key:
            words = fault(
                "form-label-twice", {"kind": kind, "label": path[-1], "one": labels[path], "other": key}
            )
            yield FormError(words, file, way_to(key, written) or way_to(labels[path], written))
        keys.add(key)


def _parts(file: str, written: Data, table: Data, kind: str) -> Iterator[FormError]:
    """Rows and columns of parts that the table lacks, and those of the table that stand in no part."""
    known = [item["key"] for _, item in _leaves(table[kind], kind)]
    parts = table.get("parts", ())
    used = {key: ("parts", n, kind, m) for n, part in enumerate(parts) for m, key in enumerate(part[kind])}
    for key, way in used.items():
        if key not in known:
            yield FormError(unknown(f"parts.{kind}", key, known), file, way)
    for key in known:
        if parts and key not in used:
            words = fault("form-in-no-part", {"kind": kind, "key": key})
            yield FormError(words, file, way_to(key, written) or ("parts",))


def _row_groups(file: str, written: Data, table: Data) -> Iterator[FormError]:
    """Groups that stand twice, and rows of a group of which no sum would know that they are in it."""
    stated = table.get("groups", {}).get("rows", {})
    names: set[str] = set()
    for group, items in _groups(table["rows"]):
        if group in names:
            yield FormError(
                fault("form-key-twice", {"kind": "rows", "key": group}), file, way_to(group, written, "group")
            )
        names.add(group)
        for _, item in _leaves(items, "rows"):
            key = item["key"]
            if not key.startswith(f"{group}.") and key not in stated.get(group, ()):
                yield FormError(
                    fault("form-outside-group", {"key": key, "group": group}), file, way_to(key, written)
                )


def _groups(items: Sequence[Data]) -> Iterator[tuple[str, Sequence[Data]]]:
    for item in items:
        if "rows" in item:
            if "group" in item:
                yield item["group"], item["rows"]
            yield from _groups(item["rows"])


def _group_names(file: str, written: Data, table: Data, kind: str) -> Iterator[FormError]:
    """Names of groups that are a slip of the pen beside those that sums go by."""
    named = table.get("groups", {}).get(kind, {})
    used = {name for each in table.get("identities", ()) for side in ("left", "right") for name in each[side]}
    for name in written.get("groups", {}).get(kind, {}):
        near = next((other for other in used & {*named} if one_edit_apart(name, other)), "")
        if near and name not in used:
            fields = {"key": f"groups.{kind}", "name": name, "near": near}
            yield FormError(fault("form-unknown", fields), file, ("groups", kind, name))


def _uncounted(file: str, written: Data, table: Data, kind: str) -> Iterator[FormError]:
    """Rows or columns that a form adds and that no sum and no group has, where there are sums: totals of right reports would be
    wrong."""
    groups = table.get("groups", {}).get(kind, {})
    over = "column" if kind == "rows" else "row"
    sums = [each for each in table.get("identities", ()) if each["each"] == over]
    named = {name for each in sums for side in ("left", "right") for name in each[side]}
    named |= {name for members in groups.values() for name in members}
    for _, item in _leaves(table[kind], kind) if sums else ():
        key = item["key"]
        way = way_to(key, written)
        if way and key not in named and key.partition(".")[0] not in named:
            names = ", ".join(groups) or "groups"
            yield FormError(fault("form-uncounted", {"key": key, "names": names}), file, way)


def _sums(file: str, written: Data, table: Data) -> Iterator[FormError]:
    """Sums of rows or columns that the table lacks."""
    for n, identity in enumerate(table.get("identities", ())):
        kind = "rows" if identity["each"] == "column" else "columns"
        lines = [item["key"] for _, item in _leaves(table[kind], kind)]
        known = {*lines, *(key.partition(".")[0] for key in lines), *table.get("groups", {}).get(kind, {})}
        for name in (*identity["left"], *identity["right"]):
            if name not in known:
                way = ("identities", n) if "identities" in written else ("instead", kind)
                yield FormError(fault("form-sum", {"name": name}), file, way)
        both = _members(table, kind, identity["left"]) & _members(table, kind, identity["right"])
        for name in sorted(both):
            words = fault("form-both-sides", {"key": identity["key"], "name": name})
            yield FormError(words, file, _way_to_group(written, kind, name))


def _members(table: Data, kind: str, names: Sequence[str]) -> set[str]:
    """What names of a sum stand for: rows or columns, and those of groups."""
    groups = table.get("groups", {}).get(kind, {})
    return {member for name in names for member in groups.get(name, (name,))}


def _way_to_group(written: Data, kind: str, name: str) -> Keys:
    """The keys that lead to the group of a form in which a name stands; to its changes where it writes none."""
    own = written.get("groups", {}).get(kind, {})
    group = next((group for group, members in own.items() if name in members), None)
    return ("groups", kind, group) if group else ("instead",)


def way_to(key: str, written: Any, kind: str = "key", above: Keys = ()) -> Keys:
    """The keys and indices that lead to the last row or column of a key (or to a `group`) in a file; none where it has none."""
    if isinstance(written, dict) and written.get(kind) == key:
        return above
    items = written.items() if isinstance(written, dict) else enumerate(written)
    ways = (
        way_to(key, item, kind, (*above, name))
        for name, item in reversed(list(items))
        if isinstance(item, dict | list)
    )
    return next(filter(None, ways), ())


def unknown(key: str, name: str, known: Sequence[str]) -> Words:
    """A name that a key of a form gives, and that is not among the known ones."""
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
