"""The keys of an example (see `gdlint.examples.sample`): a misspelt one would change nothing and prove nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from gdlint.engine.shape import Path, RuleError, check_keys, check_words, template_of
from gdlint.model.form import Forms
from gdlint.readers.text import REASONS

KEYS = frozenset(
    {
        "template", "year", "body", "title", "intro", "signature", "headings", "text", "without", "order", "disclosure",
        "applications", "litigation", "labels", "drop", "drop_columns", "short", "add", "handling", "twice", "no_table",
        "shape", "raw", "bytes", "unreadable", "comments", "judged", "tracked", "fixed",
    }
)  # fmt: skip
KINDS = ("good", "bad", "silent")
MOST = 100
"""examples of a kind"""
PROBLEMS = ("unknown", "locked", "unused")
"""what may be found wrong with a rule that a comment names, beside malformed comments"""

Check = Callable[[Any, Forms, Path], None]


def check_examples_shape(examples: Any, forms: Forms) -> None:
    """Raises `RuleError` for keys, sections, rows and columns that do not exist, and for values of a wrong type."""
    check_keys(examples, KINDS, ("examples",))
    for kind, items in examples.items():
        if not isinstance(items, list):
            _check_example(items, forms, ("examples", kind))
            continue
        if len(items) > MOST:
            raise RuleError("too-many-items", ("examples", kind), key=kind, limit=MOST)
        for n, item in enumerate(items):
            _check_example(item, forms, ("examples", kind, n))


def _check_example(example: Any, forms: Forms, path: Path) -> None:
    check_keys(example, KEYS, path)
    for key, value in example.items():
        if key in forms.tables:
            _check_figures(value, key, forms, (*path, key))
        else:
            _CHECKS.get(key, _any)(value, forms, (*path, key))


def _check_figures(value: Any, table: str, forms: Forms, path: Path) -> None:
    """row → column → what is printed."""
    rows, columns = _lines(table, forms)
    check_keys(value, rows, path)
    for row, cells in value.items():
        check_keys(cells, columns, (*path, row))
        for column, cell in cells.items():
            if not isinstance(cell, str | int | float) or isinstance(cell, bool):
                raise RuleError("is-cell", (*path, row, column))


def _lines(table: str, forms: Forms) -> tuple[list[str], list[str]]:
    form = forms.tables[table]
    return [row.key for row in form.rows], [column.key for column in form.columns]


def _any(value: Any, forms: Forms, path: Path) -> None:
    pass


def _text(value: Any, forms: Forms, path: Path) -> None:
    if not isinstance(value, str):
        raise RuleError("is-text", path, key=path[-1])


def _text_or_null(value: Any, forms: Forms, path: Path) -> None:
    if value is not None:
        _text(value, forms, path)


def _template(value: Any, forms: Forms, path: Path) -> None:
    template_of(value, forms, path)


def _signature(value: Any, forms: Forms, path: Path) -> None:
    if value is None:
        return
    check_keys(value, ("body", "date"), path)
    for key in ("body", "date"):
        if not isinstance(value.get(key), str):
            raise RuleError("is-signature", (*path, key))


def _by_section(value: Any, forms: Forms, path: Path) -> None:
    check_keys(value, [section.key for section in forms.sections], path)
    for key, text in value.items():
        _text(text, forms, (*path, key))


def _sections(value: Any, forms: Forms, path: Path) -> None:
    _words(value, [section.key for section in forms.sections], path)


def _tables(value: Any, forms: Forms, path: Path) -> None:
    _words(value, list(forms.tables), path)


def _words(value: Any, known: list[str], path: Path) -> None:
    if not isinstance(value, list):
        raise RuleError("is-list", path, key=path[-1])
    check_words(value, known, path)


def _by_table(value: Any, forms: Forms, path: Path) -> None:
    """table → rows, columns, or rows of cells."""
    check_keys(value, list(forms.tables), path)
    for table, items in value.items():
        rows, columns = _lines(table, forms)
        here = (*path, table)
        if path[-1] == "labels":
            check_keys(items, [*rows, *columns], here)
            for name, label in items.items():
                _text(label, forms, (*here, name))
        elif path[-1] == "add":
            if not isinstance(items, list) or not all(map(_is_row, items)):
                raise RuleError("is-rows", here)
        else:
            _words(items, columns if path[-1] == "drop_columns" else rows, here)


def _is_row(row: Any) -> bool:
    return isinstance(row, list) and all(isinstance(cell, str) for cell in row)


def _shape(value: Any, forms: Forms, path: Path) -> None:
    check_words([value], ("pipe", "tsv"), path)


def _unreadable(value: Any, forms: Forms, path: Path) -> None:
    check_words([value], REASONS, path)


def _comments(value: Any, forms: Forms, path: Path) -> None:
    """name → what became of it."""
    check_keys(value, value, path)
    for name, became in value.items():
        check_keys(became, ("problem", "near"), (*path, name))
        check_words([became.get("problem", "")], ("", *PROBLEMS), (*path, name, "problem"))
        _text(became.get("near", ""), forms, (*path, name, "near"))


def _number(value: Any, forms: Forms, path: Path) -> None:
    if type(value) is not int:
        raise RuleError("is-number", path, key=path[-1])


def _bytes(value: Any, forms: Forms, path: Path) -> None:
    try:
        bytes.fromhex(value)
    except (ValueError, TypeError):
        raise RuleError("is-bytes", path) from None


_CHECKS: Mapping[str, Check] = {
    **dict.fromkeys(("title", "body", "raw", "fixed"), _text),
    **dict.fromkeys(("template", "handling"), _template),
    **dict.fromkeys(("headings", "text"), _by_section),
    **dict.fromkeys(("without", "order"), _sections),
    **dict.fromkeys(("twice", "no_table"), _tables),
    **dict.fromkeys(("labels", "add", "drop", "drop_columns", "short"), _by_table),
    "intro": _text_or_null,
    **dict.fromkeys(("year", "judged", "tracked"), _number),
    "signature": _signature,
    "shape": _shape,
    "bytes": _bytes,
    "unreadable": _unreadable,
    "comments": _comments,
}
