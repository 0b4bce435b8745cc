"""The official forms from `rules/forms`: what all forms share, and a folder for each form."""

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from gdlint.data import builtin
from gdlint.forms.derive import Data, Folder, whole
from gdlint.forms.form_error import FormError, Keys
from gdlint.forms.template import check_told_apart
from gdlint.forms.unite import united
from gdlint.model.form import (
    BodyForm,
    ColumnForm,
    Edition,
    Evidence,
    FileForm,
    Forms,
    GroupForm,
    Identity,
    PartForm,
    RowForm,
    SectionForm,
    TableForm,
    Template,
)
from gdlint.words.fault import fault

FACE = "form.yaml"
CLAIMS = "claims"


def forms_from(documents: Sequence[tuple[Path, Any]], home: str = "forms") -> Forms:
    """Build the forms from the parsed YAML files of a folder: those right in it are for all forms, each folder is one.

    Raises `FormError` for forms that contradict each other.
    """
    shared: dict[str, Any] = {}
    folders: dict[str, dict[str, Data]] = {}
    for path, data in documents:
        if path.parent.name == home:
            shared |= data
        else:
            folders.setdefault(path.parent.name, {})[kind_of(path, data)] = data
    return _forms(shared, [(name, whole(folders, name)) for name in folders])


def kind_of(path: Path, data: Any) -> str:
    """Which file of a form this is: `form`, `sections`, `claims`, or the key of a table."""
    return "form" if path.name == FACE else str(data.get("table", path.stem))


def _forms(shared: Data, folders: Sequence[tuple[str, Folder]]) -> Forms:
    """All forms as one, the oldest first."""
    editions = {name: _edition(name, files["form"]) for name, files in folders}
    templates = [edition.template for edition in editions.values()]
    for template in templates:
        if templates.count(template) > 1:
            raise FormError(fault("form-taken", {"name": template}), keys=("template",))
    ordered = sorted(folders, key=lambda item: (editions[item[0]].first, item[0]))
    several = [(editions[name].template, files) for name, files in ordered]
    sections = _sections([(template, files["sections"]["sections"]) for template, files in several])
    order = [section.key for section in sections]
    keys = dict.fromkeys(key for _, files in several for key in files if "section" in files[key])
    tables = [united(_written(key, several)) for key in keys]
    found = Forms(
        sections,
        {table.key: table for table in sorted(tables, key=lambda table: order.index(table.section))},
        tuple(BodyForm(item["ending"], item["kind"], item["suffix"]) for item in shared["bodies"]),
        {label: item["key"] for item in shared["portal"] for label in item["labels"]},
        tuple(FileForm(**item) for item in shared["files"]),
        {ord(pair[0]): pair[1] for pair in shared["traditional"].split()},
        tuple(editions[name] for name, _ in ordered),
        tuple(dict.fromkeys(item for _, files in several for item in _evidence(files["form"]))),
        _claims([files[CLAIMS] for _, files in several if CLAIMS in files]),
    )
    check_told_apart(found)
    return found


def _claims(written: Sequence[Data]) -> tuple[str, ...]:
    """The words of forms that the built-in ones do not have."""
    own = builtin.claims_of_forms() if written else []
    return tuple(dict.fromkeys(json.dumps(data, ensure_ascii=False) for data in written if data not in own))


def _written(key: str, several: Sequence[tuple[Template, Folder]]) -> list[TableForm]:
    """A table as it is written, once for all forms that share it."""
    shared: dict[int, tuple[Data, list[Template]]] = {}
    for template, files in several:
        if key in files:
            shared.setdefault(id(files[key]), (files[key], []))[1].append(template)
    return [_table(data, frozenset(templates)) for data, templates in shared.values()]


def _edition(name: str, data: Data) -> Edition:
    label = data.get("label", {"zh": f"{name} 格式", "en": f"form {name}"})
    first, last = data["years"]
    template = data.get("template", name)
    rules_of = frozenset(map(str, data.get("rules_of", ())))
    return Edition(
        template,
        name,
        label,
        first,
        last,
        data.get("document", ""),
        rules_of,
        _paragraphs(data, "sample"),
        data.get("usual", False),
        _paragraphs(data, "hints"),
    )


def _paragraphs(data: Data, key: str) -> dict[str, tuple[str, ...]]:
    return {section: tuple(paragraphs) for section, paragraphs in data.get(key, {}).items()}


def _evidence(data: Data) -> Iterator[Evidence]:
    """What tells a form, from words like `columns of disclosure`."""
    for text in data["told_by"]:
        kind, _, table = text.partition(" of ")
        yield Evidence(table, kind == "rows")


def _sections(several: Sequence[tuple[Template, Sequence[Data]]]) -> tuple[SectionForm, ...]:
    """The sections of all forms, each new one before the next that was there; other titles of newer forms are right, too."""
    found: dict[str, SectionForm] = {}
    order: list[str] = []
    for _, items in several:
        order = _with_new(order, [item["key"] for item in items])
    for template, data in ((template, item) for template, items in several for item in items):
        own = _section(data)
        known = found.setdefault(own.key, own)
        titles = dict.fromkeys((*known.aliases, own.title, *own.aliases))
        found[own.key] = known._replace(
            aliases=tuple(title for title in titles if title != known.title),
            templates=known.templates | {template},
            outline=tuple(dict.fromkeys((*known.outline, *own.outline))),
        )
    return tuple(found[key] for key in order)


def _section(data: Data) -> SectionForm:
    aliases, outline = tuple(data.get("aliases", ())), tuple(data.get("outline", ()))
    return SectionForm(data["key"], data["number"], data["title"], aliases, outline=outline)


def _with_new(order: Sequence[str], keys: Sequence[str]) -> list[str]:
    """Keys in their order, with others among them that come to the ones that are there."""
    merged: list[str] = []
    new: list[str] = []
    taken = 0
    for key in keys:
        if key not in order:
            new.append(key)
        elif (place := order.index(key)) >= taken:
            merged += [*order[taken:place], *new, key]
            taken, new = place + 1, []
    return [*merged, *order[taken:], *new]


def _table(data: Data, only: frozenset[Template]) -> TableForm:
    """A table of some forms that share it."""
    groups = data.get("groups", {})
    columns = list(_leaves(data["columns"], "columns", ()))
    rows = list(_leaves(data["rows"], "rows", ()))
    lines = {
        "rows": {item["key"] for item, _ in rows if "key" in item},
        "columns": {item["key"] for item, _ in columns if "key" in item},
    }
    return TableForm(
        key=data["table"],
        section=data["section"],
        name=data["name"],
        columns=tuple(_column(item, path, only) for item, path in columns if "key" in item),
        rows=tuple(_row(item, path, only) for item, path in rows if "key" in item),
        row_groups=tuple(_group(item, only) for item, _ in rows if "rows" in item),
        column_groups=tuple(_group(item, only) for item, _ in columns if "columns" in item),
        parts=tuple(
            PartForm(part["clause"], only, tuple(part["rows"]), tuple(part["columns"]))
            for part in data.get("parts", ())
        ),
        heads=(
            *data.get("heads", ()),
            *data.get("stub", ()),
            *([data["corner"]] if "corner" in data else []),
        ),
        one_row=data.get("layout") == "one-row",
        sums={
            name: tuple(
                _member(member, lines[scope], data["table"], ("groups", scope, name, n))
                for n, member in enumerate(members)
            )
            for scope, sums in groups.items()
            for name, members in sums.items()
        },
        identities=tuple(
            Identity(item["key"], item["each"], tuple(item["left"]), tuple(item["right"]))
            for item in data.get("identities", ())
        ),
        corner=data.get("corner", ""),
    )


def _leaves(items: list[Data], kind: str, path: tuple[str, ...]) -> Iterator[tuple[Data, tuple[str, ...]]]:
    """Rows or columns in the order of the form, each group before its members, with the labels above them."""
    for item in items:
        yield item, path
        if kind in item:
            yield from _leaves(item[kind], kind, (*path, item["label"]))


def _member(name: str, keys: Collection[str], table: str, place: Keys) -> str:
    """A member of a sum: a key, or `group.*` for the keys below a group.

    Raises `FormError` for what the table does not have.
    """
    if name in keys:
        return name
    if any(key.startswith(f"{name}.") for key in keys):
        return f"{name}.*"
    raise FormError(fault("form-sum", {"name": name}), table, place)


def _column(data: Data, path: tuple[str, ...], templates: frozenset[Template]) -> ColumnForm:
    aliases = tuple(data.get("aliases", ()))
    return ColumnForm(data["key"], data["label"], data["type"], templates, path, aliases, data.get("unit"))


def _row(data: Data, path: tuple[str, ...], templates: frozenset[Template]) -> RowForm:
    return RowForm(data["key"], data["label"], templates, path, tuple(data.get("aliases", ())))


def _group(data: Data, templates: frozenset[Template]) -> GroupForm:
    return GroupForm(data.get("group"), data["label"], templates)
