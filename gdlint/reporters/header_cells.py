"""Headers of tables: labels below groups of labels, as cells that span several rows or columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

Path = tuple[str, ...]
"""a label with the groups above it, outermost first"""


class HeaderCell(NamedTuple):
    """One label: how many paths it stands above (`across`), and how many levels it takes (`down`)."""

    text: str
    across: int
    down: int
    first: int
    """the number of the first path below it"""
    is_label: bool
    """it is the label itself, no group"""


def header_levels(paths: Sequence[Path]) -> list[list[HeaderCell]]:
    """The cells of each level, outermost first; neighbours below one group share its cell."""
    depth = max(map(len, paths), default=0)
    return [list(_level(paths, level, depth)) for level in range(depth)]


def _level(paths: Sequence[Path], level: int, depth: int) -> Iterator[HeaderCell]:
    numbered = [(n, path) for n, path in enumerate(paths) if len(path) > level]
    for _, group in groupby(numbered, key=lambda item: _head(item[0], item[1], level)):
        members = list(group)
        first, path = members[0]
        is_label = len(path) == level + 1
        yield HeaderCell(path[level], len(members), depth - level if is_label else 1, first, is_label)


def _head(number: int, path: Path, level: int) -> Path:
    """What neighbours have in common; a label is alone."""
    return (*path[: level + 1], str(number)) if len(path) == level + 1 else path[: level + 1]
