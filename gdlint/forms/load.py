"""The official forms from `rules/forms/*.yaml`."""

from collections.abc import Iterator, Mapping
from typing import Any

from gdlint.model.form import (
    TEMPLATES,
    BodyForm,
    ColumnForm,
    DocumentForm,
    FileForm,
    Forms,
    GroupForm,
    Identity,
    PartForm,
    RowForm,
    SectionForm,
    TableForm,
)

Data = Mapping[str, Any]
"""one YAML mapping; the forms are our own data, and the tests read them against the official keys"""


def forms_from(documents: list[Data]) -> Forms:
    """Build the forms from the parsed YAML files of `rules/forms`."""
    sections: tuple[SectionForm, ...] = ()
    bodies: tuple[BodyForm, ...] = ()
    tables: dict[str, TableForm] = {}
    portal: dict[str, str] = {}
    files: tuple[FileForm, ...] = ()
    traditional: dict[int, str] = {}
    formats: tuple[DocumentForm, ...] = ()
    for data in documents:
        if "sections" in data:
            sections = tuple(_section(item) for item in data["sections"])
        elif "bodies" in data:
            bodies = tuple(BodyForm(item["ending"], item["kind"], item["suffix"]) for item in data["bodies"])
        elif "portal" in data:
            portal = {label: item["key"] for item in data["portal"] for label in item["labels"]}
        elif "files" in data:
            files = tuple(FileForm(**item) for item in data["files"])
        elif "documents" in data:
            formats = tuple(DocumentForm(item["number"], *item["years"]) for item in data["documents"])
        elif "traditional" in data:
            traditional = {ord(pair[0]): pair[1] for pair in data["traditional"].split()}
        else:
            tables[data["table"]] = _table(data)
    order = [section.key for section in sections]
    by_section = sorted(tables.values(), key=lambda table: order.index(table.section))
    return Forms(
        sections, {table.key: table for table in by_section}, bodies, portal, files, traditional, formats
    )


def _section(data: Data) -> SectionForm:
    return SectionForm(data["key"], data["number"], data["title"], tuple(data.get("aliases", ())))


def _table(data: Data) -> TableForm:
    groups = data.get("groups", {})
    columns = list(_leaves(data["columns"], "columns", ()))
    rows = list(_leaves(data["rows"], "rows", ()))
    return TableForm(
        key=data["table"],
        section=data["section"],
        name=data["name"],
        columns=tuple(_column(item, path) for item, path in columns if "key" in item),
        rows=tuple(_row(item, path) for item, path in rows if "key" in item),
        row_groups=tuple(_group(item) for item, _ in rows if "rows" in item),
        column_groups=tuple(_group(item) for item, _ in columns if "columns" in item),
        parts=tuple(
            PartForm(part["clause"], part["template"], tuple(part["rows"]), tuple(part["columns"]))
            for part in data.get("parts", ())
        ),
        heads=(
            *data.get("heads", ()),
            *data.get("stub", ()),
            *([data["corner"]] if "corner" in data else []),
        ),
        one_row=data.get("layout") == "one-row",
        sums={name: tuple(keys) for scope in groups.values() for name, keys in scope.items()},
        identities=tuple(
            Identity(item["key"], item["each"], tuple(item["left"]), tuple(item["right"]))
            for item in data.get("identities", ())
        ),
    )


def _leaves(items: list[Data], kind: str, path: tuple[str, ...]) -> Iterator[tuple[Data, tuple[str, ...]]]:
    """Rows or columns in the order of the form, each group before its members, with the labels above them."""
    for item in items:
        yield item, path
        if kind in item:
            yield from _leaves(item[kind], kind, (*path, item["label"]))


def _templates(data: Data) -> frozenset[int]:
    return frozenset(data.get("templates", TEMPLATES))


def _column(data: Data, path: tuple[str, ...]) -> ColumnForm:
    aliases = tuple(data.get("aliases", ()))
    return ColumnForm(
        data["key"], data["label"], data["type"], _templates(data), path, aliases, data.get("unit")
    )


def _row(data: Data, path: tuple[str, ...]) -> RowForm:
    return RowForm(data["key"], data["label"], _templates(data), path, tuple(data.get("aliases", ())))


def _group(data: Data) -> GroupForm:
    return GroupForm(data.get("group"), data["label"], _templates(data))
