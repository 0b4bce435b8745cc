"""The report on which an example of a rule stands: the whole form filled with 0, and what the example changes.

An example is a mapping; every key is optional:

- `template`, `year`, `body`, `title`, `intro` (a paragraph, or null), `signature` ({body, date}, or null);
- `headings` (section: text), `text` (section: paragraph), `without` (sections), `order` (sections);
- `disclosure`, `applications`, `litigation` (row: {column: what is printed});
- `labels` (table: {row or column: what is printed}), `drop` (table: rows), `drop_columns`, `short` (table: rows that
  lack a cell), `add` (table: rows of cells), `handling` (the template of the 其他处理 rows), `twice`, `no_table`;
- `shape` (`pipe` or `tsv`), or `raw` (the whole text) or `bytes` (hexadecimal), or `unreadable` (why the file cannot be read),
  `tracked` (how many changes a Word file tracks);
- `fixed` (what stands in the report once the fixes of the rule are made, and not before);
- `comments` (name in a comment to gdlint: what became of it), `judged` (how many cases the rule judges).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.engine.example_shape import KEYS
from gdlint.forms.section_places import official_heading
from gdlint.model.form import ColumnForm, Edition, Forms, RowForm, TableForm, Template, layouts

_BODY = "青石县云溪镇人民政府"
Grid = list[list[str]]


def sample_text(example: Mapping[str, Any], forms: Forms) -> str:
    """The text of an example.

    Raises `ValueError` for a key that no example has.
    """
    unknown = set(example) - KEYS
    if unknown:
        raise ValueError(f"unknown key in an example: {', '.join(sorted(unknown))}")
    if "raw" in example:
        return str(example["raw"])
    edition = _edition(example.get("template"), forms)
    year = example.get("year", edition.usual_year)
    body = example.get("body", _BODY)
    blocks = [example.get("title", f"{body}{year}年政府信息公开工作年度报告")]
    blocks.append(example.get("intro", f"本报告所列数据的统计期限自{year}年1月1日至{year}年12月31日。"))
    for section in _sections(example, forms, edition):
        blocks += _section(section, example, forms, edition)
    signature = example.get("signature", {"body": body, "date": f"{year + 1}年1月20日"})
    if signature:
        blocks += [signature["body"], signature["date"]]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _edition(name: Template | None, forms: Forms) -> Edition:
    """The form of a name, or the one of examples that name none.

    Raises `ValueError` for a form that there is not.
    """
    found = forms.usual if name is None else forms.edition(name)
    if found is None:
        raise ValueError(f"there is no form {name}")
    return found


def _sections(example: Mapping[str, Any], forms: Forms, edition: Edition) -> list[str]:
    order = example.get("order", [section.key for section in forms.sections_of(edition.template)])
    return [key for key in order if key not in example.get("without", ())]


def _section(key: str, example: Mapping[str, Any], forms: Forms, edition: Edition) -> list[str]:
    form = next(section for section in forms.sections if section.key == key)
    blocks = [example.get("headings", {}).get(key, official_heading(form, forms, edition.template))]
    text = example.get("text", {}).get(key)
    blocks += [text] if text else []
    blocks += edition.sample.get(key, ())
    table = next((table for table in forms.tables.values() if table.section == key), None)
    if table and table.key not in example.get("no_table", ()):
        shape = _pipe if example.get("shape", "pipe") == "pipe" else _tsv
        printed = shape(_grid(table, example, edition.template, forms))
        blocks += [printed] * (2 if table.key in example.get("twice", ()) else 1)
    return blocks


def _pipe(grid: Grid) -> str:
    width = max(len(row) for row in grid)
    lines = ["| " + " | ".join(row) + " |" for row in grid]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _tsv(grid: Grid) -> str:
    return "\n".join("\t".join(row) for row in grid)


def _grid(form: TableForm, example: Mapping[str, Any], template: Template, forms: Forms) -> Grid:
    if form.one_row:
        grid = _one_row(layouts(form)[template], example)
    elif form.parts:
        grid = _in_parts(form, example, template)
    else:
        handling = _edition(example["handling"], forms).template if "handling" in example else template
        grid = _with_groups(layouts(form)[template], example, handling)
    width = max(len(row) for row in grid)
    grid += [[*row, *[""] * (width - len(row))] for row in example.get("add", {}).get(form.key, ())]
    return grid


def _label(form: TableForm, item: RowForm | ColumnForm, example: Mapping[str, Any]) -> str:
    return str(example.get("labels", {}).get(form.key, {}).get(item.key, item.label))


def _printed(form: TableForm, row: str, columns: Sequence[str], example: Mapping[str, Any]) -> list[str]:
    values = example.get(form.key, {}).get(row, {})
    cells = [str(values.get(column, 0)) for column in columns]
    return cells[:-1] if row in example.get("short", {}).get(form.key, ()) else cells


def _dropped(form: TableForm, example: Mapping[str, Any]) -> tuple[Sequence[str], Sequence[str]]:
    return example.get("drop", {}).get(form.key, ()), example.get("drop_columns", {}).get(form.key, ())


def _in_parts(form: TableForm, example: Mapping[str, Any], template: Template) -> Grid:
    rows_out, columns_out = _dropped(form, example)
    grid: Grid = []
    parts = [part for part in form.parts if template in part.templates]
    width = 1 + max(len(part.columns) for part in parts)
    for part in parts:
        columns = [key for key in part.columns if key not in columns_out]
        heads = [_label(form, column, example) for key in columns if (column := form.column(key, template))]
        grid += [_padded([part.clause], width), _padded([form.heads[0], *heads], width)]
        for key in part.rows:
            row = form.row(key, template)
            if row and key not in rows_out:
                grid.append(
                    _padded([_label(form, row, example), *_printed(form, key, columns, example)], width)
                )
    return grid


def _padded(row: list[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _with_groups(form: TableForm, example: Mapping[str, Any], template: Template) -> Grid:
    rows_out, columns_out = _dropped(form, example)
    columns = [column for column in form.columns if column.key not in columns_out]
    inner = [column for column in columns if column.path]
    outer = [column for column in columns if not column.path]
    before = max(1, next((n for n, column in enumerate(columns) if column.path), 0))
    left, right = (
        [_label(form, column, example) for column in some]
        for some in (outer[:before], outer[before:] or outer[-1:])
    )
    grid: Grid = [
        ["", "", "", *left, form.column_groups[0].label, *[""] * (len(inner) - 1), *right],
        [
            "",
            "",
            "",
            *[""] * len(left),
            *(_label(form, column, example) for column in inner),
            *[""] * len(right),
        ],
    ]
    above: tuple[str, ...] = ()
    for row in form.rows:
        if template in row.templates and row.key not in rows_out:
            labels = [*_group_cells(row.path, above), _label(form, row, example)]
            keys = [column.key for column in columns]
            grid.append([*_padded(labels, 3), *_printed(form, row.key, keys, example)])
            above = row.path
    return grid


def _group_cells(path: tuple[str, ...], above: tuple[str, ...]) -> Iterator[str]:
    """The labels of groups before a row; one that goes on from the row above is a merged cell."""
    for n, label in enumerate(path):
        yield "" if path[: n + 1] == above[: n + 1] else label


def _one_row(form: TableForm, example: Mapping[str, Any]) -> Grid:
    size = len(form.columns)
    labels = [_label(form, column, example) for column in form.columns]
    first, *rest = [_label(form, row, example) for row in form.rows]
    heads = [first, *[""] * (size - 1), form.heads[0], *[""] * (size * len(rest) - 1)]
    groups = [*labels, *(cell for label in rest for cell in (label, *[""] * (size - 1)))]
    leaves = [*[""] * size, *(label for _ in rest for label in labels)]
    keys = [column.key for column in form.columns]
    return [
        heads,
        groups,
        leaves,
        [cell for row in form.rows for cell in _printed(form, row.key, keys, example)],
    ]
