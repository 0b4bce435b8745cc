"""LibreOffice as a second reader of what gdlint writes: many files in one call, and the comments that it lists."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from lxml import etree

from gdlint.readers import office

REQUIRED: Final = os.environ.get("GDLINT_PROGRAMS") == "required"
needs_libreoffice = pytest.mark.skipif(
    not office.program() and not REQUIRED,
    reason="LibreOffice is not installed (GDLINT_PROGRAMS=required demands it)",
)


class Listed(NamedTuple):
    """A comment as LibreOffice shows it: who wrote it and when, its paragraphs, the words that it is on without blanks, and the
    table, row and column (from 1) of the cell in which it begins; None outside of tables."""

    author: str
    date: str
    lines: tuple[str, ...]
    words: str
    cell: tuple[int, int, int] | None


def converted(files: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """Files in, the same in another format (`ending`, or `ending:filter`) out, by one call."""
    command = [
        office.program() or "soffice",
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    suffix = kind.partition(":")[0]
    return [folder / f"{file.stem}.{suffix}" for file in files]


def listed(file: Path) -> list[Listed]:
    """A document as flat XML of LibreOffice in, its comments out."""
    body = next(each for each in etree.parse(str(file)).iter() if _name(each) == "body")
    ended = {_value(each, "name") for each in body.iter() if _name(each) == "annotation-end"}
    words: dict[str, list[str]] = {}
    running: set[str] = set()
    for kind, each in _events(body):
        if kind == "text":
            for key in running:
                words[key].append(each)
        elif kind == "end":
            running.discard(_value(each, "name"))
        else:
            key = _value(each, "name")
            words[key] = []
            running |= {key} & ended
    comments = (each for each in body.iter() if _name(each) == "annotation")
    return [_comment(each, "".join("".join(words[_value(each, "name")]).split())) for each in comments]


def _events(node: Any) -> Iterator[tuple[str, Any]]:
    if _name(node) == "annotation":
        yield "begin", node
    else:
        if _name(node) == "annotation-end":
            yield "end", node
        if node.text:
            yield "text", node.text
        for child in node:
            yield from _events(child)
    if node.tail:
        yield "text", node.tail


def _comment(node: Any, words: str) -> Listed:
    author = "".join(next(each for each in node if _name(each) == "creator").itertext())
    date = "".join(next(each for each in node if _name(each) == "date").itertext())
    lines = tuple("".join(each.itertext()) for each in node if _name(each) == "p")
    return Listed(author, date, lines, words, _cell_of(node))


def _cell_of(node: Any) -> tuple[int, int, int] | None:
    cell = next((each for each in node.iterancestors() if _name(each) == "table-cell"), None)
    if cell is None:
        return None
    row = cell.getparent()
    table = next(each for each in cell.iterancestors() if _name(each) == "table")
    tables = [each for each in node.getroottree().getroot().iter() if _name(each) == "table"]
    rows = [each for each in table.iter() if _name(each) == "table-row"]
    return tables.index(table) + 1, rows.index(row) + 1, _column(row, cell)


def _column(row: Iterable[Any], cell: Any) -> int:
    column = 1
    for each in row:
        if each is cell:
            break
        column += int(_value(each, "number-columns-repeated") or 1)
    return column


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _value(node: Any, name: str) -> str:
    return next((text for key, text in node.attrib.items() if key.rpartition("}")[2] == name), "")
