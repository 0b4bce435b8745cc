"""Print docs/rule-reference.md from the code: `python docs/make_reference.py > docs/rule-reference.md`."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gdlint.api import forms
from gdlint.data import builtin
from gdlint.expressions.form_functions import OF_FORM, ONLY_IN
from gdlint.expressions.functions import FUNCTIONS, OF_BODY, OF_CELLS
from gdlint.expressions.text_functions import OF_LIST, OF_PATTERN
from gdlint.matching import passages
from gdlint.matching.finders import FINDERS
from gdlint.matching.value_parsers import READERS
from gdlint.model.form import ColumnForm, RowForm, TableForm, Template
from gdlint.scopes import captures, report_names, rule_places, table_names, text_names
from gdlint.scopes.case_types import Name
from gdlint.scopes.scope import SCOPES

SCHEMA = Path(__file__).resolve().parent.parent / "gdlint" / "engine" / "rules.schema.json"
Row = Iterable[str]


def table(heads: Row, rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a table."""
    heads = list(heads)
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    yield ""


def page() -> Iterator[str]:
    """The lines of the page."""
    yield "# Reference of the rule language"
    yield ""
    yield "Written by `python docs/make_reference.py > docs/rule-reference.md`; change the code, not this page."
    yield "How rules are written is told in [rule-language.md](rule-language.md)."
    yield ""
    yield from keys()
    yield from scopes()
    yield from lines()
    yield from functions()
    yield from named_patterns()
    yield from finders()
    yield from where()


def keys() -> Iterator[str]:
    """The keys of a rule, as the JSON Schema says them."""
    parts: Mapping[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
    own = parts["rule"]["properties"]
    said = {key: item.get("description") or parts[key]["description"] for key, item in own.items()}
    shared = set(own["cases"]["items"]["properties"])
    yield from ("## Keys of a rule", "")
    rows = ((f"`{key}`", "yes" if key in shared else "", text) for key, text in said.items())
    yield from table(("key", "also in `cases`", "meaning"), rows)


def scopes() -> Iterator[str]:
    """The scopes with the names that a rule may use in each."""
    yield from ("## Scopes: `each`", "")
    rows = ((f"`{name}`", scope.doc, "yes" if scope.in_table else "") for name, scope in SCOPES.items())
    yield from table(("scope", "cases", "`in TABLE`"), rows)
    yield from (
        "## Names",
        "",
        "### Everywhere: facts of the report",
        "",
        "What the report does not say is unknown.",
        "",
    )
    yield from named(report_names.FACTS)
    yield from ("### In every scope inside a table", "")
    yield from named(table_names.IN_TABLE)
    yield from ("### In every scope of running text: `match`, `paragraph`, `sentence`", "")
    yield from named(text_names.IN_TEXT)
    for scope, item in SCOPES.items():
        own = {
            name: field
            for name, field in item.fields.items()
            if name not in table_names.IN_TABLE | text_names.IN_TEXT
        }
        if own:
            yield from (f"### In `{scope}`", "")
            yield from named(own)


def named(fields: Mapping[str, Name]) -> Iterator[str]:
    """The table of some names."""
    return table(
        ("name", "type", "value"), ((f"`{name}`", item.type, item.doc) for name, item in fields.items())
    )


def lines() -> Iterator[str]:
    """The sections, and the rows, columns and groups of the three tables, with their official labels."""
    yield from ("## Sections", "")
    yield from table(("key", "title"), ((f"`{item.key}`", item.title) for item in forms().sections))
    yield from ("## Rows, columns and groups", "")
    yield from (
        "In an expression a key stands alone or in `table[row, column]`; a group stands in `sum(…)`.",
        "",
    )
    for form in forms().tables.values():
        yield from (f"### `{form.key}`: {form.name['zh']}", "")
        yield from table(("row", "label", "form"), (_line(row, row.templates) for row in form.rows))
        yield from table(
            ("column", "label", "form"), (_line(item, _templates(form, item)) for item in form.columns)
        )
        if form.sums:
            groups = (
                (f"`{name}`", "、".join(f"`{key}`" for key in keys)) for name, keys in form.sums.items()
            )
            yield from table(("group", "members; a bar parts alternatives"), groups)


def _line(item: RowForm | ColumnForm, templates: Collection[Template]) -> Row:
    return f"`{item.key}`", "／".join((*item.path, item.label)), ", ".join(sorted(map(str, templates)))


def _templates(form: TableForm, column: ColumnForm) -> Collection[Template]:
    """The templates that have a column, in a table of parts only those with a part that has it."""
    parts = {each for part in form.parts if column.key in part.columns for each in part.templates}
    return column.templates & parts if form.parts else column.templates


def functions() -> Iterator[str]:
    """All functions."""
    rows: list[Row] = [
        (f"`{name}({', '.join(item.arguments)})`", item.result, item.doc) for name, item in FUNCTIONS.items()
    ]
    rows += [
        (f"`{name}(text, pattern)`", item.result or "list", item.doc) for name, item in OF_PATTERN.items()
    ]
    rows += [(f"`{name}(list)`", "type of the items", doc) for name, (_, doc) in OF_LIST.items()]
    rows += [("`distinct(list)`", "list", "the items of a list, each once")]
    rows += [
        (
            "`prose(places)`",
            "text",
            "the text of places (see below), paragraphs as lines; unknown where the section is not there",
        )
    ]
    rows += [
        (f"`{name}(capture)`", kind or "type of the capture", doc)
        for name, (kind, _, doc) in captures.OF_CAPTURES.items()
    ]
    rows += [(f"`{name}(…)`", "number" if name == "sum" else "truth", doc) for name, doc in OF_CELLS.items()]
    rows += [(f"`{name}(text)`", "truth", doc) for name, doc in OF_BODY.items()]
    rows += [(f"`{name}(form)`", kind, doc) for name, (kind, _, doc) in OF_FORM.items()]
    yield from ("## Functions", "")
    yield from table(("function", "gives", "value"), rows)


def named_patterns() -> Iterator[str]:
    """The named patterns with examples."""
    yield from (
        "## Named patterns",
        "",
        "`{n:number}` in a pattern keeps what it matches as `n`; `{number}` keeps nothing.",
        "",
    )
    rows = (
        (
            f"`{name}`",
            item["doc"]["en"],
            READERS[item["reads"]].doc if "reads" in item else "the text",
            "、".join(map(str, item["examples"])),
        )
        for name, item in builtin.named_patterns().items()
        if "pattern" in item
    )
    yield from table(("name", "what it matches", "value of its capture", "examples"), rows)
    yield from phrases()


def phrases() -> Iterator[str]:
    """The lists of phrases with examples."""
    yield from (
        "### Lists of phrases",
        "",
        "Used like named patterns; each finds any of the phrases of its list in `rules/phrases.yaml`.",
        "",
    )
    rows = (
        (f"`{name}`", item["doc"]["en"], "、".join(item["examples"]))
        for name, item in builtin.named_patterns().items()
        if "words" in item
    )
    yield from table(("name", "what is spoken of", "examples"), rows)


def finders() -> Iterator[str]:
    """The built-in finders with their values."""
    yield from ("## Finders: `python`", "")
    for name, finder in FINDERS.items():
        yield from (f"### `{name}`: {finder.doc}", "")
        yield from table(
            ("name", "type", "value"), ((f"`{key}`", kind, doc) for key, (kind, doc) in finder.values.items())
        )


def where() -> Iterator[str]:
    """The places of `in` and of `at`."""
    yield from (
        "## Places of text: `in` and `prose()`",
        "",
        "Besides these, the keys of the sections: `overall`, `disclosure`,",
    )
    yield from ("`applications`, `litigation`, `problems`, `others`.", "")
    yield from table(
        ("place", "what stands there"), ((f"`{name}`", doc) for name, doc in passages.PLACES.items())
    )
    yield from (
        "## Places of a finding: `at`",
        "",
        "Besides captures, rows, columns, groups and `table[row, column]`.",
        "",
    )
    rows = [
        (f"`{name}`", place.doc, f"`{place.scope}`" if place.scope else "all")
        for name, place in rule_places.PLACES.items()
    ]
    rows.append((f"`{ONLY_IN}(form)`", "the first printed column that only this form has", "all"))
    yield from table(("place", "where", "scopes"), rows)


if __name__ == "__main__":
    print("\n".join(page()).rstrip())
