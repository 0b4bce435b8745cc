"""Small invented reports beside the checkout, each with what must come of it; what the keys mean stands in their README."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from generate.forms import APPLICATION_COLUMNS, DISCLOSURE, LITIGATION_COLUMNS

from .samples import SAMPLES

FOLDER: Final = SAMPLES / "cases"
_IN_ORDER: Final = {
    "applications": APPLICATION_COLUMNS,
    "litigation": LITIGATION_COLUMNS,
    "disclosure": tuple(
        dict.fromkeys(key for clauses in DISCLOSURE.values() for c in clauses for key, _ in c.columns)
    ),
}
_PROSE: Final = re.compile("[。；]")
_LONGEST: Final = 400
_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")


class Seen(NamedTuple):
    """What came of a report: its text, the exit status and findings of `check`, and what `extract` gives."""

    text: str
    status: int
    findings: list[dict[str, Any]]
    data: Mapping[str, Any]

    @property
    def said(self) -> set[str]:
        """The codes of all findings."""
        return {finding["code"] for finding in self.findings}

    @property
    def loud(self) -> set[str]:
        """The codes of errors and warnings."""
        return {finding["code"] for finding in self.findings if finding["severity"] != "info"}

    @property
    def cells(self) -> dict[tuple[str, str, str], dict[str, Any]]:
        """The cells whose text is known, by table, row and column."""
        return {
            (table, row, column): figure
            for table, rows in self.data["tables"].items()
            for row, figures in rows.items()
            for column, figure in figures.items()
            if figure["text"] is not None
        }


def expectations() -> dict[str, dict[str, Any]]:
    """By the name of each case, what must come of it; nothing where the samples are not there."""
    path = FOLDER / "expected.json"
    found: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def path_of(name: str) -> Path:
    """The name of a case in, its file out."""
    return FOLDER / f"{name}.txt"


def mistakes(seen: Seen, expected: Mapping[str, Any]) -> list[str]:
    """What came of a report and what must come of it in, everything that is otherwise out."""
    return [f"{key}: {told}" for key, wanted in expected.items() for told in _JUDGES[key](seen, wanted)]


def _cells(seen: Seen, wanted: Any) -> Iterator[str]:
    if len(seen.cells) != wanted:
        yield f"{len(seen.cells)} of {wanted}"


def _cells_in(seen: Seen, wanted: Any) -> Iterator[str]:
    bound = Counter(table for table, _, _ in seen.cells)
    yield from (
        f"{table}: {bound[table]} of {size}" for table, size in wanted.items() if bound[table] != size
    )


def _conserved(seen: Seen, wanted: Any) -> Iterator[str]:
    """Every figure that is a cell of its own in a line that is no prose."""
    lines = [line for line in seen.text.split("\n") if len(line) < _LONGEST and not _PROSE.search(line)]
    words = (word for line in lines for word in re.split(r"[|\s]+", line))
    printed = Counter(word for word in words if _FIGURE.fullmatch(word))
    kept = Counter(figure["text"].strip() for figure in seen.cells.values())
    kept.update(text.strip() for item in seen.data["unassigned"] for text in item["texts"])
    yield from (f"lost {figure}" for figure in (printed - kept).elements())


def _ordered(seen: Seen, wanted: Any) -> Iterator[str]:
    """The figures of these reports rise from column to column."""
    for table, rows in seen.data["tables"].items():
        for row, figures in rows.items():
            shown = [figures[column]["value"] for column in _IN_ORDER[table] if column in figures]
            numbers = [number for number in shown if isinstance(number, int)]
            if numbers != sorted(set(numbers)):
                yield f"{table}.{row} {numbers}"


def _not_cells(seen: Seen, wanted: Any) -> Iterator[str]:
    for place, value in wanted.items():
        figure = seen.cells.get(tuple(place.split(".")))
        if figure and figure["value"] == value:
            yield f"{place} = {value}"


def _not_text(seen: Seen, wanted: Any) -> Iterator[str]:
    yield from (".".join(place) for place, figure in seen.cells.items() if figure["text"] == wanted)


def _signed(seen: Seen, wanted: Any) -> Iterator[str]:
    signature = seen.data["signature"]
    if not (signature and signature["date"]):
        yield "no date"


def _equal(get: Callable[[Seen], Any]) -> Callable[[Seen, Any], Iterator[str]]:
    def judge(seen: Seen, wanted: Any) -> Iterator[str]:
        if get(seen) != wanted:
            yield f"{get(seen)}, not {wanted}"

    return judge


def _codes(get: Callable[[Seen, set[str]], set[str]]) -> Callable[[Seen, Any], Iterator[str]]:
    return lambda seen, wanted: iter(sorted(get(seen, set() if wanted is True else {*wanted})))


def _any(seen: Seen, wanted: Any) -> Iterator[str]:
    if not seen.said & set(wanted):
        yield f"none of {wanted}"


def _most(seen: Seen, wanted: Any) -> Iterator[str]:
    if len(seen.findings) > wanted:
        yield f"{len(seen.findings)} findings"


def _body(seen: Seen, wanted: Any) -> Iterator[str]:
    if not (seen.data["body"] or "").startswith(wanted):
        yield f"{seen.data['body']}"


_JUDGES: Final[Mapping[str, Callable[[Seen, Any], Iterator[str]]]] = {
    "clean": _codes(lambda seen, _: seen.loud),
    "only": _codes(lambda seen, wanted: seen.loud ^ wanted),
    "must": _codes(lambda seen, wanted: wanted - seen.said),
    "must_any": _any,
    "must_not": _codes(lambda seen, wanted: wanted & seen.loud),
    "must_not_any": _codes(lambda seen, wanted: wanted & seen.said),
    "most": _most,
    "cells": _cells,
    "cells_in": _cells_in,
    "conserve": _conserved,
    "order": _ordered,
    "not_cells": _not_cells,
    "not_text": _not_text,
    "sections": _equal(lambda seen: len(seen.data["sections"])),
    "body": _body,
    "kind": _equal(lambda seen: seen.data["body_kind"]),
    "signed": _signed,
    "exit": _equal(lambda seen: seen.status),
}
