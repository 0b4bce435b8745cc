"""Tables of contents: headings that are listed before they come."""

from collections.abc import Container, Sequence

from gdlint.syntax.lines import Line

Ranks = dict[int, int]
"""the rank of its section (from 1) by the index of a line"""

_LISTED = 4
"""so many headings in a row without text between them are a table of contents, if they come again"""
_PAGE_DIGITS = 3


def drop_contents(lines: Sequence[Line], known: Ranks, tables: Container[int]) -> None:
    """Forget headings of a table of contents: several in a row that all come again."""
    last = {rank: i for i, rank in sorted(known.items())}
    for run in _runs(lines, known, tables):
        if len(run) >= _LISTED and all(last[known[i]] > run[-1] for i in run):
            for i in run:
                del known[i]


def _runs(lines: Sequence[Line], known: Ranks, tables: Container[int]) -> list[list[int]]:
    """Headings in ascending order with nothing between them but page numbers, no table either. One that does not ascend begins a
    run of its own: the first heading of the report may follow a table of contents at once."""
    runs: list[list[int]] = []
    for i, rank in sorted(known.items()):
        before = runs[-1][-1] if runs else None
        between = range(i if before is None else before + 1, i)
        is_apart = any(n in tables or _is_text(lines[n]) for n in between)
        if before is None or rank <= known[before] or is_apart:
            runs.append([])
        runs[-1].append(i)
    return runs


def _is_text(line: Line) -> bool:
    return bool(line.content) and not (line.content.isdecimal() and len(line.content) <= _PAGE_DIGITS)
