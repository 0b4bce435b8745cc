"""Print docs/model.md from the types: `python docs/make_model.py > docs/model.md`."""

import ast
import inspect
from collections.abc import Iterator
from enum import Enum
from textwrap import dedent

from gdlint.model.claim import Cells, Certainty, Claim
from gdlint.model.finding import Finding, NotRun, Outcome, Severity, Spot
from gdlint.model.fix import Edit, Fix
from gdlint.model.origin import Located, Location, Place, SourceLines
from gdlint.model.page import Page, StatedCell, StatedGrid
from gdlint.model.report import (
    BoundHeading,
    Facts,
    Figure,
    Label,
    Loose,
    Period,
    Publication,
    Report,
    Signature,
    Table,
    Title,
)
from gdlint.model.result import FileResult
from gdlint.model.source import Source

PARTS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("What was found", (FileResult, Finding, Severity, Spot, Fix, Edit, Outcome, NotRun)),
    ("A report", (Report, Facts, Title, Period, Signature, Publication, BoundHeading, Label, Table, Figure, Loose)),
    ("What the text says in figures", (Claim, Cells, Certainty)),
    ("A file that was read", (Source, Place, Location)),
    ("What a reader hands back", (Page, StatedGrid, StatedCell, SourceLines, Located)),
)  # fmt: skip
INTRODUCTION = """\
# What a report holds

Written by `python docs/make_model.py > docs/model.md`; change the code, not this page.

These are the types that rules in Python, formats and readers of [plugins](plugins.md) work with, and programs that use gdlint
as a [library](library.md). They are named tuples: data that does not change. `start` and `end` are places in
`report.source.text`, in characters from 0, `end` exclusive; keys of tables, rows and columns stand in
[rule-reference.md](rule-reference.md#rows-columns-and-groups). A minor version may add fields.

```python
from pathlib import Path

import gdlint

report = gdlint.parse(Path("examples/report.txt"))
figure = report.tables["applications"].rows["new"]["total"]
place = report.source.place(figure.start, figure.end)
print(figure.text, figure.value, place.line, place.column)
```

```text
5 5 31 32
```

In a file without lines (Word, PDF) `report.source.location(figure.start)` says where it stands: `.kind` and `.numbers`, as
`.data()` has them for JSON; it is None where lines say it. A finding has the same in `origin`.
"""


def page() -> Iterator[str]:
    """The lines of the page."""
    yield INTRODUCTION
    for title, types in PARTS:
        yield f"## {title}\n"
        for each in types:
            yield from section(each)


def section(each: type) -> Iterator[str]:
    """A type: what it is, its fields, and what it answers."""
    made = next(
        node
        for node in ast.walk(ast.parse(dedent(inspect.getsource(each))))
        if isinstance(node, ast.ClassDef)
    )
    yield f"### `{each.__name__}`\n"
    yield f"{joined(ast.get_docstring(made) or '')}\n"
    if issubclass(each, Enum):
        yield ", ".join(f"`{member.value}`" for member in each) + "\n"
        return
    yield "| | | |"
    yield "|---|---|---|"
    for n, node in enumerate(made.body):
        if isinstance(node, ast.AnnAssign):
            follows = made.body[n + 1] if n + 1 < len(made.body) else None
            yield row(ast.unparse(node.target), kind(node.annotation), note(follows))
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield row(*answer(node))
    yield ""


def answer(node: ast.FunctionDef) -> tuple[str, str, str]:
    """A property or a method."""
    given = [f"{each.arg}: {kind(each.annotation)}" for each in node.args.args[1:]]
    is_property = any(ast.unparse(each) == "property" for each in node.decorator_list)
    name = node.name if is_property else f"{node.name}({', '.join(given)})"
    return name, kind(node.returns), joined(ast.get_docstring(node) or "")


def note(node: ast.stmt | None) -> str:
    """The text that stands behind a field."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return joined(str(node.value.value))
    return ""


def kind(node: ast.expr | None) -> str:
    """A type as it is written, without quotes."""
    return ast.unparse(node).replace("'", "") if node else ""


def row(*cells: str) -> str:
    """A row of a table."""
    name, type_, text = (cell.replace("|", "\\|") for cell in cells)
    return f"| `{name}` | `{type_}` | {text} |"


def joined(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


if __name__ == "__main__":
    print("\n".join(page()), end="")
